//! Runs of one's own.

use super::{ON, complaints, press, show, visit};
use crate::harness::{Browser, Site};
use serde_json::json;

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
        page.exists("[data-editor-step='0'] [data-scenario='v=2&place=silkeborg&caseload.insured=60']")
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

    let choose = |file: &str| page.choose_file("run", "run.json", file.as_bytes());
    let broken = file.as_str().expect("a file").replace("figure.net", "figure.joy");
    choose(&broken);
    page.wait_for("the place of the mistake is told", || {
        page.text("[data-run-message]").contains("steps[4].reveal[1]")
    });
    choose(file.as_str().expect("a file"));
    page.wait_for("a good one comes in beside the other", || page.exists("[data-run='own-2']"));
    page.click("[data-run='own-2'] [data-do='show']");
    page.wait_for("it can be shown", || page.exists(".stage .stage-question"));
    assert_eq!(complaints(&page), [""; 0]);
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
    assert_eq!(complaints(&page), [""; 0]);
}
