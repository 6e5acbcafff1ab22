//! Files that do not come, or not whole.

use super::{CASELOAD, PLAN, says_it_did_not_come};
use crate::everywhere::hold;
use crate::harness::{Browser, Fault, Kind, LEFT, Page, Site};
use serde_json::json;

everywhere! {
    [
        a_first_visit_without_its_files_says_so_and_a_reload_helps,
        a_page_that_does_not_come_leaves_all_as_it_is_and_comes_later,
        an_embed_without_its_files_says_so_and_a_reload_helps,
    ]: chromium Chromium, firefox Firefox, webkit WebKit
}

/// As in a browser that keeps no site for visits without a network: what is asked for comes from the host or not at all.
const KEEPS_NO_SITE: &str =
    "Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined })";
const FAULTS: [Fault; 4] = [Fault::Missing, Fault::Cut, Fault::Short, Fault::Nothing];

/// Each file with each fault; one browser tries them all, the others each file with the fault that is hardest on it.
fn faults(browser: &Browser, files: [&'static str; 3]) -> Vec<(&'static str, Fault)> {
    match browser.kind {
        Kind::Chromium => files.into_iter().flat_map(|file| FAULTS.map(|fault| (file, fault))).collect(),
        _ => files.into_iter().zip([Fault::Cut, Fault::Missing, Fault::Nothing]).collect(),
    }
}

fn a_first_visit_without_its_files_says_so_and_a_reload_helps(browser: &Browser) {
    for (file, fault) in faults(browser, ["page-*.wasm", "page-*.js", "texts-da-*.txt"]) {
        let site = Site::start("/");
        site.fail(file, fault);
        let page = Page::visit(browser, &site, PLAN);
        page.wait_for(&format!("{file} {fault:?}: it is told"), || says_it_did_not_come(&page));
        assert!(!page.exists("[data-figure]"), "{file} {fault:?}: no figure of anything else");
        assert!(page.hash().contains(PLAN), "what is set stays in the address");
        site.recover();
        page.reload();
        page.wait_for(&format!("{file} {fault:?}: it starts"), || page.exists("[data-figure][data-value]"));
        assert_eq!(page.lever(CASELOAD), 45.0);
    }
}

fn a_page_that_does_not_come_leaves_all_as_it_is_and_comes_later(browser: &Browser) {
    for (file, fault) in faults(browser, ["more-*.wasm", "more-*.js", "more-texts-da-*.txt"]) {
        if (file, fault) == ("more-texts-da-*.txt", Fault::Short) {
            // Found out later: `a_module_that_takes_over_and_shows_nothing_is_not_the_end`.
            continue;
        }
        let site = Site::with_script(KEEPS_NO_SITE);
        let page = Page::open(browser, &site, "place=silkeborg&lang=da");
        page.press(CASELOAD, LEFT, 5);
        page.rest();
        let made = (page.lever(CASELOAD), page.figures());
        site.fail(file, fault);
        page.click("[data-to='method']");
        page.wait_for(&format!("{file} {fault:?}: it is told"), || {
            page.text("[data-message]").contains("kunne ikke hentes")
        });
        assert!(page.exists("main[data-page='explore']"));
        assert_eq!((page.lever(CASELOAD), page.figures()), made);
        site.recover();
        page.click("[data-to='method']");
        page.wait_for(&format!("{file} {fault:?}: it comes"), || page.exists("[data-document]"));
        page.click("[data-to='explore']");
        page.wait_for("the plan is there", || {
            page.exists("main[data-page='explore'] [data-figure][data-value]")
        });
        assert_eq!((page.lever(CASELOAD), page.figures()), made);
        page.click("[data-step='undo']");
        page.wait_for("so are the steps", || page.figures() != made.1);
    }
}

fn an_embed_without_its_files_says_so_and_a_reload_helps(browser: &Browser) {
    for (file, fault) in faults(browser, ["embed-*.wasm", "embed-*.js", "embed-texts-da-*.txt"]) {
        let site = Site::start("/");
        site.fail(file, fault);
        browser.post("url", json!({ "url": "about:blank" }));
        browser.post("url", json!({ "url": format!("{}embed.html#{PLAN}&view=embed", site.address()) }));
        let page = Page::here(browser, &site);
        page.wait_for(&format!("{file} {fault:?}: it is told"), || says_it_did_not_come(&page));
        site.recover();
        page.reload();
        page.wait_for(&format!("{file} {fault:?}: it starts"), || page.exists("[data-figure][data-value]"));
    }
}

#[test]
fn without_styles_the_page_works_only_plainer() {
    let browser = Browser::start();
    for file in ["page-*.css", "tokens-*.css", "more-style-*.css"] {
        for fault in [Fault::Missing, Fault::Short] {
            let site = Site::with_script(KEEPS_NO_SITE);
            site.fail(file, fault);
            let page = Page::open(&browser, &site, PLAN);
            let before = page.figures();
            page.press(CASELOAD, LEFT, 5);
            page.wait_for("a lever moves the figures", || page.figures() != before);
            page.rest();
            page.click("[data-to='method']");
            page.wait_for("pages come", || page.exists("[data-document]"));
        }
    }
}

#[test]
fn what_is_fetched_later_is_told_of_where_it_does_not_come_and_comes_when_asked_again() {
    let (site, browser) = (Site::with_script(KEEPS_NO_SITE), Browser::start());
    let page = Page::open(&browser, &site, PLAN);
    page.rest();
    let made = page.figures();
    site.fail("texts-en-*.txt", Fault::Nothing);
    page.click("[data-language='en']");
    page.wait_for("it is told", || page.text("[data-message]").contains("English"));
    assert!(page.exists("html[lang='da']"));
    assert_eq!(page.figures(), made);
    site.recover();
    page.click("[data-language='en']");
    page.wait_for("the language comes", || page.exists("html[lang='en']"));
    site.fail("method-en-*.txt", Fault::Cut);
    page.click("[data-to='method']");
    page.wait_for("it is told", || page.text("main").contains("could not be fetched"));
    site.recover();
    page.click("[data-to='explore']");
    page.wait_for("the plan is there", || page.exists("main[data-page='explore'] [data-figure][data-value]"));
    page.click("[data-to='method']");
    page.wait_for("the document comes", || page.exists("[data-document='en']"));
}

#[test]
fn a_module_that_takes_over_and_shows_nothing_is_not_the_end() {
    let (site, browser) = (Site::with_script(KEEPS_NO_SITE), Browser::start());
    let page = Page::open(&browser, &site, PLAN);
    page.press(CASELOAD, LEFT, 5);
    let set = page.lever(CASELOAD);
    // The first module has gone when the second finds that these are not its texts, now and when it is asked again.
    site.fail("more-texts-da-*.txt", Fault::Short);
    page.click("[data-to='method']");
    page.wait_for("it is told", || says_it_did_not_come(&page));
    site.recover();
    page.reload();
    page.wait_for("the page that was asked for comes", || page.exists("[data-document]"));
    page.click("[data-to='explore']");
    page.wait_for("the plan is there", || page.exists("main[data-page='explore'] [data-figure][data-value]"));
    assert_eq!(page.lever(CASELOAD), set);
}

/// A function of WebAssembly that fails, as where there is no memory left: called from an event, as the page's are.
const FAIL: &str =
    "const failing = new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0,
        3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11]));
    setTimeout(new WebAssembly.Instance(failing).exports.f)";

#[test]
fn a_page_that_has_stopped_says_so_and_goes_on_after_a_reload() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, PLAN);
    page.press(CASELOAD, LEFT, 5);
    page.rest();
    let made = page.figures();
    page.wait_for("the address follows", || page.hash().contains("caseload.activity_ready=40"));
    page.wait_for("it is listened to", || page.exists(".update"));
    page.run(FAIL, json!([]));
    page.wait_for("it is told", || page.text(".update").contains("gået i stå"));
    page.click(".update button");
    page.wait_for("it goes on", || {
        page.exists("[data-figure][data-value]") && page.text(".update").is_empty()
    });
    assert_eq!(page.figures(), made);
}
