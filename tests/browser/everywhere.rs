//! Journeys that hold in every browser: each is a test in Chromium, one in Firefox and one in WebKit.

use crate::harness::{Browser, Kind, LEFT, Page, RIGHT, Site};
use raaderum::model::tables::{PLACES, group_by_id};
use raaderum::words::text::{Language, Text, fill};
use serde_json::{Value, json};

const PLAN: &str = "place=silkeborg&caseload.activity_ready=45";
const CASELOAD: &str = "caseload.activity_ready";
/// The groups whose people are counted by municipality.
const OF_THE_TABLE: [&str; 4] = ["insured", "job_ready", "activity_ready", "education_help"];

/// Notes what a console would tell, for the browsers whose drivers do not.
pub const COMPLAINTS: &str = "{
    const complaints = window.complaints = [];
    addEventListener('error', e => complaints.push(e.message ?? `${e.target.href ?? e.target.src} did not come`), true);
    addEventListener('unhandledrejection', e => complaints.push(String(e.reason)));
    addEventListener('securitypolicyviolation', e => complaints.push(`${e.violatedDirective}: ${e.blockedURI}`));
    for (const kind of ['error', 'warn']) console[kind] = (...words) => complaints.push(words.join(' '));
}";

/// As in a browser that has no workers.
const NO_WORKERS: &str =
    "delete window.Worker; window.Worker = class { constructor() { throw new Error('none') } };";

/// One test for each journey and browser. A browser that is not asked for is left out: script/test says so.
macro_rules! everywhere {
    ($journeys:tt: $($browser:ident $kind:ident),*) => {
        $(mod $browser { everywhere!(@ $kind $journeys); })*
    };
    (@ $kind:ident [$($journey:ident),* $(,)?]) => {
        $(#[test] fn $journey() { super::hold(super::Kind::$kind, super::$journey); })*
    };
}

everywhere! {
    [
        first_figures_come_by_themselves,
        a_visit_fetches_one_module_and_only_once,
        a_place_is_chosen,
        ten_municipalities_say_what_the_table_says,
        a_caseload_moves_by_keyboard_and_by_pointer,
        questions_are_answered,
        a_headline_says_why,
        language_and_theme_switch,
        back_and_forward_move_between_pages,
        where_the_visitor_goes_while_a_module_comes_is_kept,
        a_sandboxed_frame_is_enough,
    ]: chromium Chromium, firefox Firefox, webkit WebKit
}

/// Goes a journey where its browser is asked for.
pub fn hold(kind: Kind, journey: fn(&Browser)) {
    if kind.is_asked_for() {
        journey(&Browser::of(kind));
    }
}

/// The site, open at a link, with a script that notes complaints.
fn open<'a>(browser: &'a Browser, hash: &str) -> (Site, Page<'a>) {
    let site = Site::with_script(COMPLAINTS);
    let page = Page::open(browser, &site, hash);
    (site, page)
}

pub fn no_complaints(page: &Page) {
    assert_eq!(page.console(), [""; 0], "nothing is complained of");
}

fn first_figures_come_by_themselves(browser: &Browser) {
    let (_site, page) = open(browser, "");
    assert!(page.exists("main[data-page='explore']"));
    assert!(!page.sentence().is_empty());
    page.rest();
    assert!(page.exists("[data-figure='jobs'][data-value]"));
    no_complaints(&page);
}

fn a_visit_fetches_one_module_and_only_once(browser: &Browser) {
    for (link, wanted) in [("", "/page-"), ("place=silkeborg", "/page-"), ("page=questions", "/more-")] {
        let (site, page) = open(browser, link);
        let modules: Vec<_> = site.requests().into_iter().filter(|path| path.ends_with(".wasm")).collect();
        assert!(matches!(&modules[..], [one] if one.starts_with(wanted)), "{link}: {modules:?}");
        no_complaints(&page);
    }
}

fn a_place_is_chosen(browser: &Browser) {
    let (_site, page) = open(browser, "place=typical&caseload.insured=60");
    let before = page.sentence();
    page.find_place("silk");
    page.wait_for("the sentence is about the place", || {
        page.sentence() != before && page.text("[data-sentence]").contains("Silkeborg")
    });
    page.wait_for("the address names the place", || page.hash().contains("place=silkeborg"));
    no_complaints(&page);
}

/// Ten municipalities from all over the table, each by the beginning of its name.
fn ten_municipalities_say_what_the_table_says(browser: &Browser) {
    let (_site, page) = open(browser, "place=country");
    let danish = Language::default();
    let places: Vec<usize> = (0..PLACES.len()).filter(|&place| PLACES[place].code.is_some()).collect();
    for &place in places.iter().step_by(places.len().div_ceil(10)) {
        let (id, name) = (PLACES[place].id, danish.place_name(place));
        page.find_place(name);
        let wanted = format!("place={id}");
        page.wait_for(&format!("the address names {id}"), || {
            page.hash().split('&').any(|part| part == wanted)
        });
        page.wait_for(&format!("the sentence is about {name}"), || page.sentence().contains(name));
        for group in OF_THE_TABLE {
            let index = group_by_id(group).expect("a group");
            let citizens = danish.persons(PLACES[place].stock[index]);
            let citizens = fill(danish.text(Text::ExploreStockOf), &[("value", &citizens)]);
            let said = page.text(&format!("[id='lever-caseload.{group}-note']"));
            assert!(said.starts_with(&citizens), "{name}: {citizens}, and not {said}");
        }
    }
    no_complaints(&page);
}

fn a_caseload_moves_by_keyboard_and_by_pointer(browser: &Browser) {
    let (_site, page) = open(browser, "place=silkeborg");
    let sight = || (page.figure("net"), page.sentence(), page.canvas_pixels("stock"));
    let (start, at_first) = (page.lever(CASELOAD), sight());
    let all_differ = |before: &(String, String, String)| {
        let now = sight();
        now.0 != before.0 && now.1 != before.1 && now.2 != before.2
    };
    page.press(CASELOAD, LEFT, 5);
    page.wait_for("the keys show in figure, sentence and chart", || {
        page.lever(CASELOAD) < start && all_differ(&at_first)
    });
    let by_keyboard = sight();
    page.drag(CASELOAD, 0.1);
    page.wait_for("the drag shows in figure, sentence and chart", || {
        page.lever(CASELOAD) < start - 10.0 && all_differ(&by_keyboard)
    });
    page.rest();
    let set = page.lever(CASELOAD);
    page.wait_for("the sentence says where it stands", || page.sentence().contains(&format!("{set}")));
    no_complaints(&page);
}

fn questions_are_answered(browser: &Browser) {
    let (_site, page) = open(browser, PLAN);
    page.click(".pages a[href*='page=questions']");
    page.wait_for("the page is there", || page.exists("main[data-page='questions'] h1:focus"));
    page.wait_for("every question is answered", || {
        page.exists(".answer") && !page.exists(".answer[aria-busy='true']")
    });
    assert!(!page.text("[data-question='break_even'] .answer-words").is_empty());
    page.run("document.querySelector('[data-map]').focus()", json!([]));
    page.keys(&RIGHT.to_string());
    page.wait_for("a cell of the map is read", || !page.exists("[data-set='map']:disabled"));
    no_complaints(&page);
}

fn a_headline_says_why(browser: &Browser) {
    let (_site, page) = open(browser, PLAN);
    page.click("[data-asked='why.net']");
    page.wait_for("the parts are there", || page.exists("[data-chart='why.net'] canvas"));
    assert!(page.exists("[data-why='net'] [data-assumption]"));
    no_complaints(&page);
}

fn language_and_theme_switch(browser: &Browser) {
    let (_site, page) = open(browser, &format!("{PLAN}&theme=light"));
    page.rest();
    let (danish, figures) = (page.sentence(), page.figures());
    page.click("[data-language='en']");
    page.wait_for("the page is English", || page.exists("html[lang='en']") && page.sentence() != danish);
    assert_eq!(page.figures(), figures, "the figures speak no language");

    let paper = || page.run("return getComputedStyle(document.body).backgroundColor", json!([]));
    let (light, picture) = (paper(), page.canvas_pixels("stock"));
    page.click(".header-tools > .button");
    page.wait_for("page and charts are dark", || {
        page.exists("html[data-theme='dark']") && paper() != light && page.canvas_pixels("stock") != picture
    });
    page.wait_for("the address says both", || {
        page.hash().contains("lang=en") && page.hash().contains("theme=dark")
    });
    no_complaints(&page);
}

fn back_and_forward_move_between_pages(browser: &Browser) {
    let (_site, page) = open(browser, PLAN);
    page.click(".pages a[href*='page=questions']");
    page.wait_for("the address names the page", || page.hash().contains("page=questions"));
    page.click(".pages li:first-child a");
    page.wait_for("the first page is back", || page.exists("main[data-page='explore']"));
    page.press(CASELOAD, LEFT, 2);
    let set = page.lever(CASELOAD);
    page.wait_for("the lever is in the address", || page.hash().contains(&format!("{CASELOAD}={set}")));

    page.go("back");
    page.wait_for("the page before is there, with the lever as it is", || {
        page.exists("main[data-page='questions']")
            && page.hash().contains("page=questions")
            && page.hash().contains(&format!("{CASELOAD}={set}"))
    });
    page.go("forward");
    page.wait_for("and forward again", || page.exists("main[data-page='explore']"));
    assert_eq!(page.lever(CASELOAD), set, "no lever is taken back");
    no_complaints(&page);
}

/// Just before another module takes over, the visitor does something, on a machine so slow that nothing that follows from
/// it has been done yet.
const LATE: &str = "const stream = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...given) => {
        const made = await stream(...given);
        if (window.late) {
            let clock = Date.now();
            Date.now = () => (clock += 20);
            await late();
            for (let turn = 0; turn < 100; turn += 1) await null;
            late = null;
        }
        return made;
    }";

fn where_the_visitor_goes_while_a_module_comes_is_kept(browser: &Browser) {
    let by_link = "document.querySelector('[data-to=explore]').click()";
    let by_key =
        "new Promise((gone) => { addEventListener('popstate', gone, { once: true }); history.back() })";
    for (late, way) in [(by_link, "back"), (by_key, "forward")] {
        let site = Site::with_script(LATE);
        let page = Page::open(browser, &site, PLAN);
        page.run(&format!("window.late = () => {late}"), json!([]));
        page.click("[data-to='questions']");
        page.wait_for("the module is there", || page.run("return late === null", json!([])) == true);
        page.wait_for("and shows the page gone to", || {
            page.exists("main[data-page='explore'] [data-figure][data-value]")
                && !page.hash().contains("page=")
        });
        page.go(way);
        page.wait_for("the other page is the next in the history", || {
            page.exists("main[data-page='questions']")
        });
        assert!(page.hash().contains("page=questions"), "{way}: {}", page.hash());
    }
}

fn a_sandboxed_frame_is_enough(browser: &Browser) {
    let site = Site::with_script(COMPLAINTS);
    // WebKit took 'self' in a policy for nothing at all in a frame without an origin until mid-2026 (its bug 316847), and
    // older ones are around: there the frame has to have its origin.
    let sandbox = match browser.kind {
        Kind::WebKit => "allow-scripts allow-same-origin",
        _ => "allow-scripts",
    };
    // Any document of another host.
    let outside = Site::start("/");
    browser.post("url", json!({ "url": format!("{}offline.js", outside.address()) }));
    let page = Page::here(browser, &site);
    let frame = "const frame = document.createElement('iframe');
        frame.sandbox = arguments[0];
        frame.src = arguments[1];
        frame.width = 1200;
        frame.height = 800;
        document.body.prepend(frame)";
    page.run(frame, json!([sandbox, format!("{}#{PLAN}", site.address())]));
    page.enter_frame();
    page.wait_for("the page starts", || page.exists("[data-figure][data-value]"));
    let before = page.figure("net");
    page.run(
        "const lever = document.querySelector(arguments[0]); lever.value = 60;
        lever.dispatchEvent(new InputEvent('input', { bubbles: true }))",
        json!([format!("input[data-lever='{CASELOAD}']")]),
    );
    page.wait_for("a lever moves the figures", || page.figure("net") != before);
    page.rest();
    // WebKit's driver clicks beside what stands in a frame.
    let click = |what: &str| page.run("document.querySelector(arguments[0]).click()", json!([what]));
    click("[data-language='en']");
    page.wait_for("the other language comes", || page.exists("html[lang='en']"));
    click(".pages a[href*='page=questions']");
    page.wait_for("the second module comes", || page.exists("main[data-page='questions'] .answer"));
    assert_eq!(page.text("[data-message]"), "");
}

/// Everything that is said and shown of a setting, to the last digit: raw numbers, and all text with its bands.
fn told(page: &Page) -> Value {
    let body = "return [
        [...document.querySelectorAll('[data-figure]')].map(e => [e.dataset.figure, e.dataset.value]),
        document.querySelector('[data-sentence]').textContent,
        [...document.querySelectorAll('.headline-band')].map(e => e.textContent),
        [...document.querySelectorAll('canvas')].map(e => e.getAttribute('aria-label')),
        document.querySelector('main').textContent]";
    page.rest();
    page.run(body, json!([]))
}

#[test]
fn the_same_link_gives_the_same_digits_in_every_browser() {
    let links = [
        PLAN,
        "case=silkeborg_jobrehabilitering&evidence=0.37&horizon=120",
        "place=copenhagen&caseload.activity_ready=33&rule=ceiling&room=20&response=overrun&lang=en",
    ];
    let (with, without) = (Site::start("/"), Site::with_script(NO_WORKERS));
    let mut first: Option<Vec<Value>> = None;
    for kind in Kind::ALL.into_iter().filter(|kind| kind.is_asked_for()) {
        let browser = Browser::of(kind);
        for (site, workers) in [(&with, "with"), (&without, "without")] {
            let all: Vec<Value> = links.iter().map(|link| told(&Page::open(&browser, site, link))).collect();
            assert_eq!(
                &all,
                first.get_or_insert_with(|| all.clone()),
                "{} {workers} workers tells what the first browser tells",
                kind.name()
            );
        }
    }
}
