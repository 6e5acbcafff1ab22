//! Present: a room is shown runs by clicker, guesses before it sees, and is led from a second window.

use crate::harness::{Browser, Page, Site, View};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;
use std::{env, fs};

const ON: &str = "\u{E00F}";
const BACK: &str = "\u{E00E}";
const ESCAPE: &str = "\u{E00C}";
const RUNS: [&str; 3] = ["laerkevej", "byraad", "loft"];
/// What all must be able to read from the back row at 1920 by 1080, CSS pixels.
const LEAST: f64 = 28.0;

/// Notes every text that a canvas is told to write: its size on the screen and its colour.
const SPY: &str = "window.written = [];
    const write = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
        const size = parseFloat(/(\\d+(\\.\\d+)?)px/.exec(this.font)[1]) * this.getTransform().a / devicePixelRatio;
        window.written.push([text, size, this.fillStyle]);
        return write.call(this, text, ...rest);
    };";

/// Of everything written on the stage: the smallest letters, and the least contrast with what is behind them.
const LOOK: &str = "const linear = c => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    const against = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05) };
    const parts = text => { const all = text.match(/[\\d.]+/g).map(Number); return all.length > 3 && all[3] === 0 ? null : all.slice(0, 3) };
    const hex = text => [1, 3, 5].map(at => parseInt(text.slice(at, at + 2), 16));
    const behind = e => { for (; e; e = e.parentElement) { const c = parts(getComputedStyle(e).backgroundColor); if (c) return c } return [255, 255, 255] };
    const stage = document.querySelector('.stage'), found = { size: 1e9, contrast: 1e9, count: 0 };
    const note = (what, size, contrast) => {
        found.count += 1;
        if (size < found.size) Object.assign(found, { size, smallest: what });
        if (contrast < found.contrast) Object.assign(found, { contrast, faintest: what });
    };
    const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const e = walker.currentNode.parentElement, text = walker.currentNode.data.trim();
        if (!text || e.closest('.visually-hidden') || !e.getClientRects().length) continue;
        const style = getComputedStyle(e);
        note(text, parseFloat(style.fontSize), against(parts(style.color), behind(e)));
    }
    const paper = behind(stage);
    for (const [text, size, colour] of window.written.splice(0)) note(text, size, against(hex(colour), paper));
    found.over = stage.scrollHeight - stage.clientHeight;
    found.wide = stage.scrollWidth - stage.clientWidth;
    return found";

fn visit<'a>(browser: &'a Browser, site: &Site, language: &str) -> Page<'a> {
    let page = Page::visit(browser, site, &format!("page=present&lang={language}"));
    page.wait_for("the runs are there", || page.exists("[data-run='loft']"));
    page
}

fn show(page: &Page, run: &str) {
    page.click(&format!("[data-run='{run}'] [data-do='show']"));
    page.wait_for("the stage is there", || page.exists(".stage .stage-question"));
}

fn attribute(page: &Page, name: &str) -> String {
    let value =
        page.run("return document.querySelector('[data-step]')?.getAttribute(arguments[0])", json!([name]));
    value.as_str().unwrap_or_default().to_owned()
}

fn phase(page: &Page) -> String {
    attribute(page, "data-phase")
}

/// Presses a key and waits until it has done something.
fn press(page: &Page, key: &str) {
    let now = || format!("{}{}{}", attribute(page, "data-step"), phase(page), attribute(page, "data-blank"));
    let before = now();
    page.keys(key);
    page.wait_for("the key does something", || now() != before);
    page.wait_frame();
}

fn look(page: &Page) -> Value {
    page.wait_frame();
    page.run(LOOK, json!([]))
}

/// All runs by two keys; gives the smallest text and the least contrast.
fn gone_through(language: &str, theme: &str) -> [f64; 2] {
    let (site, browser) = (Site::with_script(SPY), Browser::start());
    let page = visit(&browser, &site, language);
    page.look(&View { size: [1920, 1080], density: 1.0, theme, language });
    let mut worst = [1e9_f64, 1e9];
    for run in RUNS {
        show(&page, run);
        assert!(page.exists("html[data-stage='on']"));
        let count = page.run(
            "return document.querySelector('.stage-top').innerText.match(/(\\d+)\\s*$|av|(\\d+)/g)",
            json!([]),
        );
        assert!(count.is_array());
        let mut steps = BTreeSet::new();
        loop {
            let seen = look(&page);
            let place = format!(
                "{run}, {language}, {theme}, step {} {}",
                attribute(&page, "data-step"),
                phase(&page)
            );
            assert!(seen["size"].as_f64().is_some_and(|size| size >= LEAST - 0.01), "{place}: {seen}");
            assert!(seen["contrast"].as_f64().is_some_and(|contrast| contrast >= 7.0), "{place}: {seen}");
            assert!(
                seen["over"].as_f64().is_some_and(|over| over <= 0.0),
                "it fits on the screen: {place}: {seen}"
            );
            assert!(seen["wide"].as_f64().is_some_and(|wide| wide <= 0.0), "{place}: {seen}");
            worst = [
                worst[0].min(seen["size"].as_f64().expect("a size")),
                worst[1].min(seen["contrast"].as_f64().expect("a ratio")),
            ];
            steps.insert(attribute(&page, "data-step"));
            assert!(!page.text(".stage-question").is_empty());
            let revealed = phase(&page) == "revealed";
            assert_eq!(page.exists(".stage [data-figure][data-value]:not(td)"), revealed, "{place}");
            let place_before = (attribute(&page, "data-step"), phase(&page));
            page.keys(ON);
            page.wait_frame();
            page.wait_frame();
            if (attribute(&page, "data-step"), phase(&page)) == place_before {
                break;
            }
        }
        assert!((4..=7).contains(&steps.len()), "{run} has {} steps", steps.len());
        press(&page, BACK);
        page.keys(ESCAPE);
        page.wait_for("the list is back", || page.exists("[data-run='loft']"));
        assert!(!page.exists("html[data-stage]"));
    }
    assert_eq!(page.console(), [""; 0]);
    worst
}

#[test]
fn all_runs_are_gone_through_by_clicker_in_danish() {
    let [size, contrast] = gone_through("da", "light");
    println!("smallest text {size} px, least contrast {contrast:.2} : 1");
}

#[test]
fn all_runs_are_gone_through_by_clicker_in_english_on_dark() {
    let [size, contrast] = gone_through("en", "dark");
    println!("smallest text {size} px, least contrast {contrast:.2} : 1");
}

#[test]
fn a_room_guesses_before_it_can_read_the_answer() {
    let (site, browser) = (Site::with_script(SPY), Browser::start());
    let page = visit(&browser, &site, "da");
    page.look(&View { size: [1920, 1080], density: 1.0, theme: "light", language: "da" });
    show(&page, "laerkevej");
    page.wait_for("all draws are there", || attribute(&page, "data-prepared") == "7");
    press(&page, ON);
    assert_eq!(phase(&page), "guesses");
    for (name, value) in [("Hold A", "40"), ("", "90")] {
        let fill = "const set = (e, v) => { e.value = v }; set(document.querySelector('[data-guess=value]'), arguments[0]);
            set(document.querySelector('[data-guess=name]'), arguments[1])";
        page.run(fill, json!([value, name]));
        page.click("[data-guess='add']");
    }
    let dots =
        || page.run("return document.querySelectorAll('[data-figure^=\"guesses.\"]').length", json!([]));
    page.wait_for("both are on the axis", || dots() == 2);
    page.run("document.querySelector('[data-guess=value]').value = 'mange'", json!([]));
    page.click("[data-guess='add']");
    page.wait_for("a slip is told", || page.text("#guess-problem").contains("mange"));

    let scenario = raaderum::scenario::link::read("v=1&case=laerkevej_forsoeg").scenario;
    let posts = raaderum::words::text::Language::default().posts(scenario.simulate().staff_change());
    let readable = || {
        let body = "return document.querySelector('.stage').textContent + [...document.querySelectorAll('.stage [aria-label]')].map(e => e.ariaLabel).join()
            + window.written.map(w => w[0]).join('|')";
        page.run(body, json!([])).as_str().expect("a text").to_owned()
    };
    let told = |text: &str| text.contains(&format!("Modellen: {posts}"));
    assert!(!told(&readable()) && !page.exists(".stage-value"), "nowhere on the page");
    press(&page, "r");
    assert_eq!(phase(&page), "revealed");
    assert!(told(&readable()));
    assert_eq!(page.text(".stage-value"), posts);
    assert!(readable().contains("Hold A 40"), "the guesses stand beside it");
    press(&page, BACK);
    assert!(!page.exists(".stage-value"), "and it can be hidden again");
    assert_eq!(dots(), 2);
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn the_figures_are_those_of_explore() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = visit(&browser, &site, "en");
    show(&page, "byraad");
    page.wait_for("all draws are there", || attribute(&page, "data-prepared") == "5");
    for _ in 0..3 * 3 + 2 {
        page.keys(ON);
        page.wait_frame();
    }
    page.wait_for("Odense is revealed", || phase(&page) == "revealed" && page.exists("[data-figure='net']"));
    let (figure, band) = (page.text(".stage-value"), page.text(".stage-band"));
    let page = Page::open(&browser, &site, "case=odense_cv_boost&lang=en");
    page.rest();
    assert_eq!(page.text("[data-figure='net']"), figure);
    let there = page.text("[data-figure='net'] + .headline-band");
    assert!(!there.is_empty() && band.ends_with(&there), "{band} / {there}");
}

#[test]
fn the_screen_goes_dark_and_nothing_is_left_on_it() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = visit(&browser, &site, "da");
    show(&page, "loft");
    press(&page, "b");
    let seen = "return document.querySelector('.stage').innerText.trim()";
    assert!(!page.exists(".stage-question"));
    assert_eq!(
        page.run("return getComputedStyle(document.querySelector('.stage')).backgroundColor", json!([])),
        "rgb(0, 0, 0)"
    );
    assert_eq!(
        page.run(&seen.replace("innerText", "querySelector('.stage-step').textContent"), json!([])),
        ""
    );
    let step = attribute(&page, "data-step");
    press(&page, ON);
    assert!(page.exists(".stage-question"));
    assert_eq!(
        (attribute(&page, "data-step"), phase(&page)),
        (step, "question".to_owned()),
        "the key only brings it back"
    );
    press(&page, ".");
    press(&page, ".");
    assert!(page.exists(".stage-question"));
}

#[test]
fn a_show_goes_on_after_a_reload() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = visit(&browser, &site, "da");
    show(&page, "loft");
    press(&page, ON);
    page.run("document.querySelector('[data-guess=value]').value = '12,5'", json!([]));
    page.click("[data-guess='add']");
    page.wait_for("the guess is there", || page.exists("[data-figure='guesses.0']"));
    browser.post("refresh", json!({}));
    page.wait_for("it is on the stage again", || {
        page.exists(".stage [data-figure='guesses.0'][data-value='12.5']")
    });
    assert_eq!((attribute(&page, "data-step"), phase(&page)), ("1".to_owned(), "guesses".to_owned()));
    page.keys(ESCAPE);
    page.wait_for("it can be left", || page.exists("[data-do='resume']"));
    page.click("[data-do='resume']");
    page.wait_for("and taken up", || page.exists(".stage [data-figure='guesses.0']"));
}

/// Goes to one of the browser's windows.
fn enter(browser: &Browser, handle: &Value) {
    browser.post("window", json!({ "handle": handle }));
}

#[test]
fn a_second_window_leads_the_room_and_each_works_without_the_other() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = visit(&browser, &site, "da");
    show(&page, "laerkevej");
    let room = browser.get("window");
    page.click("[data-do='notes']");
    page.wait_for("a second window opens", || {
        browser.get("window/handles").as_array().is_some_and(|all| all.len() == 2)
    });
    let handles = browser.get("window/handles");
    let desk = handles
        .as_array()
        .and_then(|all| all.iter().find(|handle| **handle != room))
        .expect("another")
        .clone();
    enter(&browser, &desk);
    page.wait_for("it knows the show", || page.exists(".desk[data-step='1'] [data-linked='true']"));
    assert!(page.text(".desk-notes").contains("Dansk Socialrådgiverforening"));
    assert!(page.text("[data-next]").contains("50 sager"), "the next question");
    assert!(!page.text("[data-answer]").is_empty(), "the answer is for the facilitator");
    page.click("[data-do='next']");
    page.run("document.querySelector('[data-guess=value]').value = '75'; document.querySelector('[data-guess=name]').value = 'Bagerste række'", json!([]));
    page.click("[data-guess='add']");
    page.wait_for("the guess is noted", || page.exists("[data-guesses='1']"));
    enter(&browser, &room);
    page.wait_for("the room sees it", || {
        page.exists(".stage[data-phase='guesses'] [data-figure='guesses.0'][data-value='75']")
    });
    assert!(!page.exists(".stage [data-guess]"), "the field is the facilitator's");
    press(&page, ON);
    press(&page, ON);
    enter(&browser, &desk);
    page.wait_for("the clicker moves the notes too", || page.exists(".desk[data-step='2']"));
    page.keys("b");
    enter(&browser, &room);
    page.wait_for("the screen is dark", || attribute(&page, "data-blank") == "true");

    browser.post("refresh", json!({}));
    page.wait_for("the show is there after a reload", || attribute(&page, "data-step") == "2");
    enter(&browser, &desk);
    page.click("[data-do='blank']");
    page.wait_for("the desk is light", || attribute(&page, "data-blank") == "false");
    enter(&browser, &room);
    page.wait_for("the two have found each other again", || attribute(&page, "data-blank") == "false");

    enter(&browser, &desk);
    browser.delete("window");
    enter(&browser, &room);
    press(&page, ON);
    page.wait_for("the room goes on alone", || {
        phase(&page) == "guesses" && page.exists(".stage [data-guess]")
    });
    page.click("[data-do='notes']");
    page.wait_for("a new one opens", || {
        browser.get("window/handles").as_array().is_some_and(|all| all.len() == 2)
    });
    let handles = browser.get("window/handles");
    let desk = handles
        .as_array()
        .and_then(|all| all.iter().find(|handle| **handle != room))
        .expect("another")
        .clone();
    enter(&browser, &desk);
    page.wait_for("it knows the show", || page.exists(".desk[data-step='2']"));
    enter(&browser, &room);
    browser.delete("window");
    enter(&browser, &desk);
    page.wait_for("it is told", || page.exists("[data-linked='false']"));
    page.click("[data-go='4']");
    page.wait_for("the desk goes on alone", || page.exists(".desk[data-step='5']"));
}

/// Catches what is saved.
const CATCH: &str = "const make = URL.createObjectURL;
    URL.createObjectURL = blob => { window.blob = blob; return make.call(URL, blob) };
    HTMLAnchorElement.prototype.click = function () { window.saved = this.download }";

/// Types into a field as a visitor does.
const TYPE: &str = "const [selector, text] = arguments, field = document.querySelector(selector);
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }))";

#[test]
fn a_run_of_ones_own_is_made_kept_taken_out_and_brought_back() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = visit(&browser, &site, "da");
    page.click("[data-run='byraad'] [data-do='edit']");
    page.wait_for("a copy is open", || page.exists("[data-editor-step='4']"));
    let write = |selector: &str, text: &str| page.run(TYPE, json!([selector, text]));
    write("#editor-title", "Vores aften");
    write("#step-0-question", "Hvad tror I?");
    write("[data-editor-step='0'] [data-link]", "https://example.org/#case=nowhere&caseload.insured=many");
    page.click("[data-editor-step='0'] [data-do='use-link']");
    page.wait_for("what is wrong with a link is named", || {
        let told = page.text("[data-editor-step='0'] [data-link-problem]");
        told.contains("case") && told.contains("caseload.insured")
    });
    write("[data-editor-step='0'] [data-link]", "https://example.org/r/#place=silkeborg&caseload.insured=60");
    page.click("[data-editor-step='0'] [data-do='use-link']");
    page.wait_for("a good one is used", || {
        page.exists("[data-editor-step='0'] [data-scenario='v=1&place=silkeborg&caseload.insured=60']")
    });
    page.click("[data-editor-step='0'] [data-do='down']");
    page.wait_for("it is moved", || {
        page.run("return document.querySelector('#step-1-question').value", json!([])) == "Hvad tror I?"
    });
    page.click("[data-editor-step='4'] [data-do='remove-step']");
    page.wait_for("one is gone", || !page.exists("[data-editor-step='4']"));
    page.click("[data-do='restore-step']");
    page.wait_for("and back", || page.exists("[data-editor-step='4']"));

    let page = visit(&browser, &site, "da");
    assert!(page.text("[data-run='own-1']").contains("Vores aften"), "it is kept");
    page.run(CATCH, json!([]));
    page.click("[data-run='own-1'] [data-do='save']");
    let file = page.run_async("window.blob.text().then(arguments[0])", json!([]));
    let run = raaderum::present::file::read(file.as_str().expect("a file").as_bytes()).expect("a run");
    assert_eq!((&*run.title, &*run.steps[1].question, run.steps.len()), ("Vores aften", "Hvad tror I?", 5));
    page.click("[data-run='own-1'] [data-do='delete']");
    page.wait_for("it is gone", || !page.exists("[data-run='own-1']"));
    page.click("[data-do='restore']");
    page.wait_for("it is back", || page.exists("[data-run='own-1']"));

    let choose = "const input = document.querySelector('[data-run-file]'), files = new DataTransfer();
        files.items.add(new File([arguments[0]], 'run.json'));
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }))";
    let broken = file.as_str().expect("a file").replace("figure.net", "figure.joy");
    page.run(choose, json!([broken]));
    page.wait_for("the place of the mistake is told", || {
        page.text("[data-run-message]").contains("steps[4].reveal[1]")
    });
    page.run(choose, json!([file]));
    page.wait_for("a good one comes in beside the other", || page.exists("[data-run='own-2']"));
    page.click("[data-run='own-2'] [data-do='show']");
    page.wait_for("it can be shown", || page.exists(".stage .stage-question"));
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn what_cannot_be_read_is_left_alone_and_a_refused_store_costs_a_message() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = visit(&browser, &site, "da");
    page.run("localStorage.setItem('raaderum.run.7', 'garbage'); localStorage.setItem('raaderum.run.8', '2\\nlater')", json!([]));
    let page = visit(&browser, &site, "da");
    assert!(page.exists("[data-unread='2']:not([hidden])"));
    page.click("[data-do='new']");
    page.wait_for("a new one has a number of its own", || page.exists("[data-editor='9']"));
    assert_eq!(page.run("return localStorage.getItem('raaderum.run.7')", json!([])), "garbage");

    let refuse = "for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError') } })";
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": refuse }));
    let page = visit(&browser, &site, "da");
    page.click("[data-run='loft'] [data-do='edit']");
    page.wait_for("it works for this visit", || page.exists("[data-editor-step='0']"));
    page.wait_for("and that is told", || page.text("[data-unkept]").contains("kan ikke gemme"));
    page.click("[data-do='close']");
    page.wait_for("it is in the list", || page.exists("[data-run='own-1']"));
    show(&page, "own-1");
    press(&page, ON);
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn a_run_is_printed_with_its_answers_and_the_room_s_guesses() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = visit(&browser, &site, "da");
    show(&page, "laerkevej");
    page.wait_for("all draws are there", || attribute(&page, "data-prepared") == "7");
    press(&page, ON);
    page.run("document.querySelector('[data-guess=value]').value = '75'; document.querySelector('[data-guess=name]').value = 'Vindueshold'", json!([]));
    page.click("[data-guess='add']");
    page.wait_for("the guess is there", || page.exists("[data-figure='guesses.0']"));
    let sheet = "dispatchEvent(new Event('beforeprint'));
        requestAnimationFrame(() => requestAnimationFrame(() => {
            const text = document.querySelector('.handout').textContent;
            dispatchEvent(new Event('afterprint'));
            arguments[0](text);
        }))";
    let text = page.run_async(
        &sheet.replace("arguments[0]", "done").replacen("dispatch", "const done = arguments[0]; dispatch", 1),
        json!([]),
    );
    let text = text.as_str().expect("a sheet");
    for part in [
        "Vindueshold 75",
        "Modellen:",
        "Hvor længe varer en samtale",
        "Ni ud af ti udfald",
        "Et regneeksempel",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert_eq!(page.text(".handout"), "", "nothing of it is left on the page");
    let pdf =
        browser.devtools("Page.printToPDF", json!({ "preferCSSPageSize": true, "printBackground": false }));
    let pdf = STANDARD.decode(pdf["data"].as_str().expect("a document")).expect("base64");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("handout.pdf"), &pdf).expect("a document saved");
    let text = String::from_utf8_lossy(&pdf);
    let pages = text.matches("/Type /Page").count() - text.matches("/Type /Pages").count();
    assert!((2..=8).contains(&pages), "{pages} pages");
}

#[test]
fn no_rule_of_accessibility_is_broken_on_the_stage_at_the_desk_and_in_the_editor() {
    let axe = env::var("AXE").expect("AXE names axe.min.js: script/lib/env.sh does");
    let axe = fs::read_to_string(axe).expect("axe-core is there");
    let rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    let body = "const [rules, done] = arguments;
        axe.run(document, { runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] })
            .then(({ violations }) => done(violations.map(({ id, nodes }) => id + ': ' + nodes.map(node => node.html.slice(0, 200)).join(' | '))),
                why => done([String(why)]))";
    let (site, browser) = (Site::start("/"), Browser::start());
    let check = |page: &Page, place: &str| {
        page.run(&axe, json!([]));
        assert_eq!(page.run_async(body, json!([rules])), json!([]), "{place}");
    };
    for (language, theme) in [("da", "light"), ("en", "dark")] {
        let page = visit(&browser, &site, language);
        page.look(&View { size: [1280, 900], density: 1.0, theme, language });
        page.click("[data-run='byraad'] [data-do='edit']");
        page.wait_for("the editor is there", || page.exists("[data-editor-step='4']"));
        page.run("document.querySelectorAll('details').forEach(e => e.open = true)", json!([]));
        check(&page, "the editor");
        page.click("[data-do='close']");
        page.wait_for("the list is there", || page.exists("[data-run='loft']"));
        show(&page, "loft");
        for place in ["question", "guesses", "revealed"] {
            assert_eq!(phase(&page), place);
            check(&page, place);
            page.keys(ON);
            page.wait_frame();
        }
        let room = browser.get("window");
        page.click("[data-do='notes']");
        page.wait_for("the desk opens", || {
            browser.get("window/handles").as_array().is_some_and(|all| all.len() == 2)
        });
        let handles = browser.get("window/handles");
        let desk = handles
            .as_array()
            .and_then(|all| all.iter().find(|handle| **handle != room))
            .expect("another")
            .clone();
        enter(&browser, &desk);
        page.wait_for("it knows the show", || page.exists(".desk[data-step]"));
        check(&page, "the desk");
        browser.delete("window");
        enter(&browser, &room);
    }
}

#[test]
#[ignore = "makes pictures for people: target/pictures"]
fn pictures_of_a_show() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    for (theme, language) in [("light", "da"), ("dark", "en")] {
        let page = visit(&browser, &site, language);
        page.look(&View { size: [1920, 1080], density: 1.0, theme, language });
        let save =
            |name: &str| page.screenshot(&folder.join(format!("present-{name}-{theme}-{language}.png")));
        save("list");
        for run in RUNS {
            show(&page, run);
            let count = if run == "byraad" {
                "5"
            } else if run == "loft" {
                "6"
            } else {
                "7"
            };
            page.wait_for("all draws are there", || attribute(&page, "data-prepared") == count);
            let mut before = (String::new(), String::new());
            while (attribute(&page, "data-step"), phase(&page)) != before {
                before = (attribute(&page, "data-step"), phase(&page));
                if before.1 == "guesses" {
                    for (name, value) in
                        [("Hold A", "40"), ("Hold B", "85"), ("", "12"), ("Vinduesrækken", "42")]
                    {
                        page.run("document.querySelector('[data-guess=value]').value = arguments[0]; document.querySelector('[data-guess=name]').value = arguments[1]", json!([value, name]));
                        page.click("[data-guess='add']");
                    }
                    page.wait_frame();
                }
                page.wait_frame();
                save(&format!("{run}-{}-{}", before.0, before.1));
                page.keys(ON);
                page.wait_frame();
                page.wait_frame();
            }
            if run == "loft" {
                page.keys("b");
                page.wait_frame();
                save("blank");
                page.keys("b");
                let room = browser.get("window");
                page.click("[data-do='notes']");
                page.wait_for("the desk opens", || {
                    browser.get("window/handles").as_array().is_some_and(|all| all.len() == 2)
                });
                let handles = browser.get("window/handles");
                let desk = handles
                    .as_array()
                    .and_then(|all| all.iter().find(|handle| **handle != room))
                    .expect("another")
                    .clone();
                enter(&browser, &desk);
                page.wait_for("it knows the show", || page.exists(".desk[data-step]"));
                page.size([1920, 1080]);
                page.click("[data-go='2']");
                page.wait_frame();
                save("desk");
                browser.delete("window");
                enter(&browser, &room);
            }
            page.keys(ESCAPE);
            page.wait_for("the list is back", || page.exists("[data-run='loft']"));
        }
        page.click("[data-run='byraad'] [data-do='edit']");
        page.wait_for("the editor is there", || page.exists("[data-editor-step='0']"));
        save("editor");
    }
}
