//! A store that is full, refused, broken, or from a later version of the page.

use super::{CASELOAD, PLAN};
use crate::everywhere::hold;
use crate::harness::{Browser, Kind, LEFT, Page, Site};
use crate::present::complaints;
use serde_json::{Value, json};

everywhere! {
    [a_full_store_is_told_of_and_nothing_is_lost]: chromium Chromium, firefox Firefox, webkit WebKit
}

/// Everything that the page may keep under a name.
const NAMES: [&str; 5] = ["last", "look", "pins", "teams", "run.1"];

/// Fills what the browser has, to the last letter.
const FILL: &str = "let text = 'x'.repeat(1 << 20);
    for (let place = 0; text; place++)
        try { localStorage.setItem(`other${place}`, text) } catch { text = text.slice(0, text.length >> 1) }
    let refused = false;
    try { localStorage.setItem('one', 'more') } catch { refused = true }
    return refused";

fn pins(page: &Page) -> Value {
    page.run("return document.querySelectorAll('[data-pin]').length", json!([]))
}

fn a_full_store_is_told_of_and_nothing_is_lost(browser: &Browser) {
    let site = Site::start("/");
    let page = Page::open(browser, &site, PLAN);
    page.click("[data-asked='pin']");
    page.wait_for("the plan is pinned", || pins(&page) == 1);
    // Of the same length it could be written over.
    let last = "return localStorage.getItem('raaderum.last')";
    page.wait_for("the plan is kept", || page.run(last, json!([])).is_string());
    page.run("localStorage.removeItem('raaderum.last')", json!([]));
    assert_eq!(page.run(FILL, json!([])), true, "the store takes no more");
    let kept = "return localStorage.getItem('raaderum.pins')";
    let before = page.run(kept, json!([]));
    page.press(CASELOAD, LEFT, 5);
    page.rest();
    page.wait_for("it is told", || page.text("[data-unkept]").contains("kan ikke gemme"));
    page.click("[data-asked='pin']");
    page.wait_for("pins last as long as the visit", || pins(&page) == 2);
    assert_eq!(page.run(kept, json!([])), before, "what was kept stays whole");
    page.click("[data-language='en']");
    page.wait_for("the language is spoken all the same", || page.exists("html[lang='en']"));
    page.wait_for("the plan is in the address", || page.hash().contains("caseload.activity_ready=40"));
    page.run("localStorage.clear()", json!([]));
}

#[test]
fn a_store_that_is_broken_or_from_later_opens_every_page_and_stays_as_it_is() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let keep = "for (const name of arguments[0]) localStorage.setItem(`raaderum.${name}`, arguments[1])";
    let kept = "return arguments[0].map(name => localStorage.getItem(`raaderum.${name}`))";
    let broken = ["{\"garbage\": true}", "1\n\u{0}\u{ffff}", "1\nv=1&place=nowhere&lang=xx\nv=\n>\t"];
    let later = ["2\nfrom the future", "99999999999999999999\n"];
    let long = "1\n".repeat(60_000);
    let mut page = Page::open(&browser, &site, PLAN);
    for text in broken.into_iter().chain(later).chain([&*long]) {
        page.run(keep, json!([NAMES, text]));
        for hash in ["page=present", "page=team"] {
            page = Page::visit(&browser, &site, hash);
            page.wait_for(&format!("{hash} opens with {text:.30?}"), || {
                page.exists("main[data-page] :is(h1, [data-sentence])")
            });
        }
        page = Page::open(&browser, &site, PLAN);
        let before = page.figures();
        page.press(CASELOAD, LEFT, 5);
        page.wait_for("the page works", || page.figures() != before);
        page.wait_for("the address follows", || page.hash().contains("caseload.activity_ready=40"));
        if later.contains(&text) {
            page.wait_for("it is told", || page.text("[data-unkept]").contains("nyere udgave"));
            assert_eq!(page.run(kept, json!([NAMES])), json!([text, text, text, text, text]), "{text}");
        }
        assert_eq!(complaints(&page), [""; 0], "{text:.30?}");
    }
}

#[test]
fn a_browser_that_keeps_nothing_opens_every_page() {
    let (site, browser) = (Site::start("/"), Browser::start());
    for refusal in [
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } });
         Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError') } })",
        "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { value: null })",
        "for (const name of ['getItem', 'setItem', 'removeItem', 'key']) Storage.prototype[name] = () => { throw new DOMException('no', 'QuotaExceededError') }",
    ] {
        let added = browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": refusal }));
        for hash in ["page=present", "page=team", "page=about", PLAN] {
            let page = Page::visit(&browser, &site, hash);
            page.wait_for(&format!("{hash} opens"), || page.exists("main[data-page] :is(h1, [data-sentence])"));
        }
        let page = Page::open(&browser, &site, PLAN);
        page.press(CASELOAD, LEFT, 5);
        page.wait_for("it is told", || page.text("[data-unkept]").contains("kan ikke gemme"));
        page.click("[data-asked='pin']");
        page.wait_for("pins last as long as the visit", || pins(&page) == 1);
        browser.devtools("Page.removeScriptToEvaluateOnNewDocument", added);
    }
}
