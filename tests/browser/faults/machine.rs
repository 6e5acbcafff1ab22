//! A machine with less than the page hopes for, or with something strange.

use super::{CASELOAD, PLAN};
use crate::harness::{Browser, Fault, LEFT, Page, Site};
use crate::pages::settled;
use crate::present::{complaints, show};
use serde_json::{Value, json};
use std::thread;
use std::time::Duration;

/// From the next page on a script runs before all others; gives what takes it away again.
fn before_all(browser: &Browser, script: &str) -> Value {
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }))
}

fn no_more(browser: &Browser, added: Value) {
    browser.devtools("Page.removeScriptToEvaluateOnNewDocument", added);
}

/// What a setting comes to on a machine without faults.
fn told(page: &Page) -> Value {
    page.rest();
    json!([page.figures(), page.sentence(), page.text(".headline-band")])
}

/// Workers that cannot be hired, by refusal or by policy; that fail when they begin; that die over their work; and one
/// that does.
const WORKERS: [&str; 5] = [
    "window.Worker = class { constructor() { throw new Error('none') } }",
    "delete window.Worker",
    "const Ours = Worker; window.Worker = class extends Ours { constructor(script, options) { super('data:text/javascript,', options) } }",
    "const Ours = Worker; window.Worker = class extends Ours { postMessage(...all) { super.postMessage(...all);
        if (!Array.isArray(all[0]) || typeof all[0][1] === 'string') { this.terminate();
            setTimeout(() => this.dispatchEvent(new ErrorEvent('error'))) } } }",
    "const Ours = Worker; let hired = 0; window.Worker = class extends Ours { constructor(script, options) {
        super(hired++ ? script : script.replace('worker-', 'nothing-'), options) } }",
];

#[test]
fn workers_that_do_not_come_or_die_change_no_figure() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let right = told(&Page::open(&browser, &site, PLAN));
    for fault in WORKERS {
        let added = before_all(&browser, fault);
        let page = Page::open(&browser, &site, PLAN);
        assert_eq!(told(&page), right, "{fault}");
        page.press(CASELOAD, LEFT, 1);
        page.wait_for("a lever moves the figures", || page.figures() != right[0]);
        page.rest();
        no_more(&browser, added);
    }
}

#[test]
fn without_a_canvas_figures_words_and_tables_are_there() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let right = told(&Page::open(&browser, &site, PLAN));
    before_all(&browser, "HTMLCanvasElement.prototype.getContext = () => null");
    let page = Page::open(&browser, &site, PLAN);
    assert_eq!(told(&page), right);
    page.size([1280, 900]);
    page.click("[data-chart='stock'] summary");
    page.wait_for("the table is there", || page.exists("[data-chart='stock'] td"));
    for name in ["cases", "questions", "present", "team"] {
        let page = Page::visit(&browser, &site, &format!("{PLAN}&page={name}"));
        settled(&page);
        assert_eq!(complaints(&page), [""; 0], "{name}");
    }
    let page = Page::visit(&browser, &site, "page=present");
    page.wait_for("the runs are there", || page.exists("[data-run='loft']"));
    show(&page, "laerkevej");
    assert_eq!(complaints(&page), [""; 0]);
}

#[test]
fn a_canvas_that_was_lost_is_drawn_anew() {
    let (site, browser) = (Site::start("/"), Browser::start());
    for hash in [PLAN.to_owned(), format!("{PLAN}&page=questions")] {
        let page = Page::visit(&browser, &site, &hash);
        settled(&page);
        page.wait_for("the charts are there", || page.exists("[data-chart] canvas[width]"));
        // Once the page has been open for a moment.
        page.wait_for("what comes later is there", || page.exists(".update"));
        // What is out of sight is drawn when it comes into it.
        page.run("document.querySelector('[data-chart] canvas').scrollIntoView({ block: 'center', behavior: 'instant' })", json!([]));
        settled(&page);
        let pictures = "return document.querySelector('[data-chart] canvas').toDataURL()";
        let before = page.run(pictures, json!([]));
        let lose = "for (const canvas of document.querySelectorAll('canvas')) {
            canvas.width = canvas.width;
            canvas.dispatchEvent(new Event('contextlost', { cancelable: true }));
            canvas.dispatchEvent(new Event('contextrestored'));
        }";
        page.run(lose, json!([]));
        assert_ne!(page.run(pictures, json!([])), before);
        page.wait_for("the charts are there again", || page.run(pictures, json!([])) == before);
    }
}

#[test]
fn languages_that_no_browser_should_have_change_nothing() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let right = told(&Page::open(&browser, &site, PLAN));
    for fault in [
        "delete window.Intl; Number.prototype.toLocaleString = Date.prototype.toLocaleString = () => { throw new RangeError('no') }",
        "for (const name of ['language', 'languages']) Object.defineProperty(navigator, name, { get: () => undefined })",
        "Object.defineProperty(navigator, 'language', { get: () => 'x-klingon-😀' });
         Object.defineProperty(navigator, 'languages', { get: () => [] });
         Intl.NumberFormat = Intl.DateTimeFormat = class { constructor() { throw new RangeError('Incorrect locale') } }",
    ] {
        let added = before_all(&browser, fault);
        let page = Page::open(&browser, &site, PLAN);
        assert_eq!(told(&page), right, "{fault}");
        page.click("[data-language='en']");
        page.wait_for("English is spoken all the same", || page.exists("html[lang='en']"));
        assert_eq!(page.console(), [""; 0]);
        no_more(&browser, added);
    }
}

/// A clock that stands at another year, and can be put forward and back by `skew`.
fn clock(year: i32) -> String {
    format!(
        "{{ const Ours = Date, off = Ours.UTC({year}, 0, 1) - Ours.now(); window.skew = 0;
        window.Date = class extends Ours {{
            constructor(...all) {{ all.length ? super(...all) : super(Ours.now() + off + skew) }}
            static now() {{ return Ours.now() + off + skew }} }} }}"
    )
}

#[test]
fn a_clock_set_wrong_changes_nothing() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let right = told(&Page::open(&browser, &site, PLAN));
    for year in [1970, 2100, 1901, 9999] {
        let added = before_all(&browser, &clock(year));
        let page = Page::open(&browser, &site, PLAN);
        assert_eq!(told(&page), right, "{year}");
        let page = Page::visit(&browser, &site, "page=present");
        page.wait_for("the runs are there", || page.exists("[data-run='loft']"));
        show(&page, "laerkevej");
        page.keys("t");
        page.wait_for("the watch runs", || page.exists(".watch-time[data-running='true']"));
        // Put right while it runs: a day forward, and then to before it began.
        for skew in [86_400_000_i64, -86_400_000] {
            page.run("window.skew = arguments[0]", json!([skew]));
            page.wait_frame();
            let time = page.text(".watch-time");
            assert!(!time.is_empty() && !time.contains("NaN"), "{year} {skew}: {time}");
        }
        assert_eq!(complaints(&page), [""; 0], "{year}");
        page.keys(crate::present::ESCAPE);
        page.run("sessionStorage.clear()", json!([]));
        no_more(&browser, added);
    }
}

#[test]
fn a_tab_that_slept_for_an_hour_goes_on_where_it_was() {
    let (site, browser) = (Site::start("/"), Browser::start());
    before_all(&browser, &clock(2026));
    let page = Page::open(&browser, &site, PLAN);
    page.rest();
    let sleep = |state: &str| browser.devtools("Page.setWebLifecycleState", json!({ "state": state }));
    // Asleep before the lever has come to rest: neither address nor store has heard of it.
    page.press(CASELOAD, LEFT, 5);
    sleep("frozen");
    let set = page.lever(CASELOAD);
    thread::sleep(Duration::from_millis(1500));
    let asleep = page.hash();
    page.run("window.skew = 3_600_000", json!([]));
    sleep("active");
    page.rest();
    assert_eq!(page.lever(CASELOAD), set);
    page.wait_for("the address follows", || page.hash().contains(&format!("{CASELOAD}={set}")));
    assert_ne!(asleep, page.hash(), "timers slept");
    let kept = || page.run("return localStorage.getItem('raaderum.last')", json!([]));
    page.wait_for("so does what is kept", || {
        kept().as_str().is_some_and(|text| text.contains(&format!("{CASELOAD}={set}")))
    });
    page.press(CASELOAD, LEFT, 1);
    page.wait_for("levers move", || page.lever(CASELOAD) < set);
    page.rest();
    assert_eq!(page.console(), [""; 0]);
}

/// Longer than the page waits before it says that it has not come.
const LATE: Duration = Duration::from_secs(13);

#[test]
fn where_not_even_the_start_comes_the_page_says_so_by_itself() {
    let (site, browser) = (Site::start("/"), Browser::start());
    // Half of it is refused by its checksum.
    site.fail("start-*.js", Fault::Short);
    let page = Page::visit(&browser, &site, PLAN);
    let seen = "return getComputedStyle(document.getElementById('cannot-fetch')).visibility";
    assert_eq!(page.run(seen, json!([])), "hidden");
    thread::sleep(LATE);
    assert_eq!(page.run(seen, json!([])), "visible");
    assert!(page.hash().contains(PLAN));
    let said = page.console();
    assert!(said.iter().any(|line| line.contains("integrity")), "{said:?}");
}

#[test]
fn without_scripts_the_reason_is_told_and_no_other() {
    let (site, browser) = (Site::start("/"), Browser::start());
    browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
    for name in ["", "embed.html#view=embed"] {
        browser.post("url", json!({ "url": format!("{}{name}", site.address()) }));
        if name.is_empty() {
            thread::sleep(LATE);
        }
        let seen = browser.devtools("Accessibility.getFullAXTree", json!({})).to_string();
        assert!(seen.contains("JavaScript er slået til"), "{name}: {seen}");
        assert!(!seen.contains("genindlæs") && !seen.contains("Opdatér"), "{name}: {seen}");
    }
}
