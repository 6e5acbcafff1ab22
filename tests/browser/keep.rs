//! What a visitor makes can be taken back, is kept for the next visit, and goes out and in as a file.

use crate::harness::{Browser, LEFT, Page, Site};
use raaderum::scenario::edition;
use serde_json::{Value, json};

const CASELOAD: &str = "caseload.activity_ready";
/// Control, by the letter the WebDriver standard gives it.
const CONTROL: char = '\u{E009}';

/// Presses a key while Control is held.
fn with_control(page: &Page, key: char) {
    page.chord(&[CONTROL, key]);
}

/// The page with an empty address, as a visitor who comes back types it.
fn come_back<'a>(browser: &'a Browser, site: &Site) -> Page<'a> {
    Page::open(browser, site, "")
}

fn stored(page: &Page, name: &str) -> Value {
    page.run("return localStorage.getItem(arguments[0])", json!([format!("raaderum.{name}")]))
}

#[test]
fn a_drag_is_one_step_back_by_button_and_by_key() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "place=silkeborg");
    let begun = page.figures();
    page.drag(CASELOAD, 0.2);
    page.rest();
    let (dragged, moved) = (page.lever(CASELOAD), page.figures());
    assert_ne!(moved, begun);
    page.press("horizon", LEFT, 1);
    page.rest();
    let both = page.figures();

    with_control(&page, 'z');
    page.wait_for("the horizon is back", || page.figures() == moved);
    page.click("[data-step='undo']");
    page.wait_for("the drag is taken back in one step", || page.figures() == begun);
    assert!(page.exists("[data-step='undo'][aria-disabled='true']"));
    page.click("[data-step='redo']");
    page.wait_for("it is done again", || page.figures() == moved);
    assert_eq!(page.lever(CASELOAD), dragged);
    with_control(&page, 'y');
    page.wait_for("so is the other", || page.figures() == both);
    page.rest();
    page.wait_for("the address follows", || page.hash().contains("horizon="));
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn a_field_takes_back_its_own_typing() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "place=silkeborg");
    page.press(CASELOAD, LEFT, 3);
    page.rest();
    let set = page.lever(CASELOAD);
    page.click(&format!("[id='lever-{CASELOAD}-number']"));
    with_control(&page, 'z');
    assert_eq!(page.lever(CASELOAD), set, "the step stays");
}

#[test]
fn steps_come_along_into_the_module_with_everything() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "place=silkeborg");
    let begun = page.figures();
    page.press(CASELOAD, LEFT, 3);
    page.rest();
    page.click("[data-asked='pin']");
    page.wait_for("the plan is pinned", || page.exists("[data-pin='0']"));
    with_control(&page, 'z');
    page.wait_for("pinning is taken back", || !page.exists("[data-pin='0']"));
    with_control(&page, 'z');
    page.wait_for("and what was moved before", || page.figures() == begun);
}

#[test]
fn what_was_last_in_hand_is_offered_and_not_forced() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "place=silkeborg");
    page.press(CASELOAD, LEFT, 10);
    page.rest();
    let made = page.figures();
    page.wait_for("it is kept", || stored(&page, "last").is_string());

    let page = come_back(&browser, &site);
    assert_ne!(page.figures(), made, "the start page as it always is");
    page.click("[data-offer='resume']");
    page.wait_for("it is in hand again", || page.figures() == made);
    assert!(page.exists(".offer[hidden]"));
    with_control(&page, 'z');
    page.wait_for("that too can be taken back", || page.figures() != made);

    let page = come_back(&browser, &site);
    page.click("[data-offer='forget']");
    let page = come_back(&browser, &site);
    assert!(page.exists(".offer[hidden]"));
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn what_a_later_version_has_kept_is_left_alone_and_garbage_costs_a_message() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "place=silkeborg");
    page.run("localStorage.setItem('raaderum.last', '2\\nfrom the future')", json!([]));
    page.press(CASELOAD, LEFT, 3);
    page.wait_for("it is told", || page.text("[data-unkept]").contains("nyere udgave"));
    assert_eq!(stored(&page, "last"), "2\nfrom the future");

    page.run("localStorage.setItem('raaderum.last', '{\"garbage\": true}')", json!([]));
    let page = come_back(&browser, &site);
    assert!(page.text("[data-unkept]").contains("ikke læses"));
    page.press("horizon", LEFT, 1);
    page.wait_for("what is made now is kept", || {
        stored(&page, "last").as_str().is_some_and(|text| text.starts_with("1\nv=2&"))
    });
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn a_sandboxed_frame_without_a_store_works() {
    let (site, browser) = (Site::start("/"), Browser::start());
    // As in such a frame, where even the question throws.
    let refuse = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })";
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": refuse }));
    let page = Page::open(&browser, &site, "place=silkeborg");
    let before = page.figures();
    page.press(CASELOAD, LEFT, 3);
    page.wait_for("the page works", || page.figures() != before);
    page.wait_for("it says that nothing is kept", || page.text("[data-unkept]").contains("kan ikke gemme"));
    page.click("[data-asked='pin']");
    page.wait_for("pins last as long as the visit", || page.exists("[data-pin='0']"));
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn the_language_chosen_is_spoken_at_the_next_visit() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "");
    page.click("[data-language='en']");
    page.wait_for("the page speaks English", || page.exists("html[lang='en']"));
    let page = Page::open(&browser, &site, "place=silkeborg");
    assert!(page.exists("html[lang='en']"));
    let page = Page::open(&browser, &site, "place=silkeborg&lang=da");
    assert!(page.exists("html[lang='da']"), "a link that names a language has the say");
}

#[test]
fn a_package_keeps_the_place_and_is_what_reset_goes_back_to() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "place=silkeborg");
    let choose = "const list = document.querySelector('[data-lever=case]');
        list.value = 'no_cap';
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    page.run(choose, json!([]));
    page.wait_for("the levers are set", || page.lever(CASELOAD) == 40.0);
    page.wait_for("the address names it", || page.hash().contains("place=silkeborg&package=no_cap"));
    assert!(!page.text("[data-package]").is_empty());
    page.find_place("typisk");
    page.wait_for("another place, the same package", || page.hash().contains("place=typical&package=no_cap"));
    page.press(CASELOAD, LEFT, 5);
    page.wait_for("the lever is moved", || page.lever(CASELOAD) == 35.0);
    page.click(".lever-actions .button");
    page.wait_for("back to the package", || page.lever(CASELOAD) == 40.0);
}

#[test]
fn a_link_from_before_the_model_changed_says_so() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let scenario = raaderum::scenario::link::read("place=silkeborg&caseload.activity_ready=45").scenario;
    let link = raaderum::scenario::link::write(&scenario);
    let ours = raaderum::scenario::check::signed(&link, &scenario.simulate());
    let page = Page::open(&browser, &site, &ours);
    assert_eq!(page.text("[data-message]"), "");
    let theirs =
        raaderum::scenario::check::signed(&link, &raaderum::scenario::Scenario::at_place(0).simulate());
    let page = Page::open(&browser, &site, &theirs);
    assert!(page.text("[data-message]").contains("Model, lov eller tal er ændret"));
}

#[test]
fn a_file_that_goes_out_comes_back_with_the_same_figures() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page =
        Page::open(&browser, &site, "place=silkeborg&caseload.activity_ready=45&rule=ceiling&cost=700000");
    page.rest();
    let made = page.figures();
    page.click("[data-asked='take']");
    page.wait_for("the part is there", || page.exists("[data-take='scenario']"));
    let catch = "window.saved = [];
        const make = URL.createObjectURL;
        URL.createObjectURL = blob => { window.blob = blob; return make.call(URL, blob) };
        HTMLAnchorElement.prototype.click = function () { window.saved.push(this.download) }";
    page.run(catch, json!([]));
    let text = |form: &str| {
        page.click(&format!("[data-take='{form}']"));
        page.run_async("window.blob.text().then(arguments[0])", json!([]))
            .as_str()
            .unwrap_or_default()
            .to_owned()
    };
    let (csv, json) = (text("csv"), text("json"));
    assert!(csv.starts_with("run,month,series,group,value\n"));
    assert!(csv.contains("\np95,71,municipal_net,,"), "bands go out too");
    assert!(text("csv_danish").contains("run;month;series;group;value\r\n"));
    assert!(json.contains("\"schema\""));
    assert!(json.contains("\"uncertainty\""), "bands go out too");
    let saved = || page.run("return window.saved.at(-1)", json!([])).as_str().unwrap_or_default().to_owned();
    text("csv");
    assert_eq!(saved(), format!("raaderum-silkeborg-{}-{}.csv", edition::VERSION, edition::data()));
    let file = text("scenario");
    assert_eq!(page.run("return window.saved.at(-1)", json!([])), "raaderum-silkeborg.raaderum.json");

    let page = Page::open(&browser, &site, "place=typical");
    page.click("[data-asked='take']");
    page.wait_for("the part is there", || page.exists("[data-file='scenario']"));
    let choose = |file: &str| page.choose_file("scenario", "plan.json", file.as_bytes());
    choose("{\"version\": 1, \"set\": {\"caseload.insured\": \"many\"}}");
    page.wait_for("the reason is told", || page.text("[data-take-message]").contains("caseload.insured"));
    choose(&file);
    page.wait_for("the figures are the same", || page.figures() == made);
    let told = || page.run("return document.querySelectorAll('[data-take-message] p').length", json!([]));
    page.wait_for("the file is open, and there is nothing more to say", || told() == 1);
    let other = file.replace(&edition::data(), "0123456789abcdef");
    choose(&other);
    page.wait_for("a file of other data says so", || told() == 2);
    assert_eq!(page.console(), [""; 0]);
}
