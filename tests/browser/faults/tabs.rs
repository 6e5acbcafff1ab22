//! Two tabs at once, pages that come back whole, and many steps.

use super::{CASELOAD, PLAN};
use crate::everywhere::hold;
use crate::harness::{Browser, Kind, LEFT, Page, RIGHT, Site};
use serde_json::{Value, json};

everywhere! {
    [
        two_tabs_lose_nothing_of_each_other,
        a_page_that_comes_back_whole_goes_on,
    ]: chromium Chromium, firefox Firefox, webkit WebKit
}

fn count(page: &Page, selector: &str) -> u64 {
    let body = "return document.querySelectorAll(arguments[0]).length";
    page.run(body, json!([selector])).as_u64().unwrap_or_default()
}

fn enter(browser: &Browser, tab: &Value) {
    browser.post("window", json!({ "handle": tab }));
}

fn two_tabs_lose_nothing_of_each_other(browser: &Browser) {
    let site = Site::start("/");
    let page = Page::open(browser, &site, PLAN);
    page.click("[data-asked='pin']");
    page.wait_for("the plan is pinned", || count(&page, "[data-pin]") == 1);
    let first = browser.get("window");
    // A window of its own: WebKit's driver cannot bring a tab to the front, and one that is hidden has no frames.
    let second = browser.post("window/new", json!({ "type": "window" }))["handle"].clone();
    enter(browser, &second);
    let page = Page::open(browser, &site, "place=copenhagen&caseload.activity_ready=50");
    page.wait_for("the other tab's pin is here", || count(&page, "[data-pin]") == 1);
    page.click("[data-asked='pin']");
    page.wait_for("one more", || count(&page, "[data-pin]") == 2);
    enter(browser, &first);
    page.wait_for("it is in the first tab too", || count(&page, "[data-pin]") == 2);

    // Both are moved; whichever rests last, each is offered by its own tab, and found by both in the store.
    page.press(CASELOAD, LEFT, 5);
    page.rest();
    let ours = page.lever(CASELOAD);
    page.wait_for("the address follows", || page.hash().contains(&format!("{CASELOAD}={ours}")));
    enter(browser, &second);
    page.press(CASELOAD, LEFT, 3);
    page.rest();
    let theirs = page.lever(CASELOAD);
    page.wait_for("the address follows", || page.hash().contains(&format!("{CASELOAD}={theirs}")));
    let kept = || {
        page.run("return localStorage.getItem('raaderum.last')", json!([]))
            .as_str()
            .unwrap_or_default()
            .to_owned()
    };
    page.wait_for("it is kept", || kept().contains("place=koebenhavn&caseload.activity_ready=47"));
    browser.delete("window");
    enter(browser, &first);
    assert_eq!(page.lever(CASELOAD), ours, "this tab goes on with its own");
    page.wait_for("what is kept is of both", || {
        kept().contains("koebenhavn") && kept().contains("silkeborg")
    });
    // Come back to: what was last in hand is offered, and once that is forgotten what the other tab had.
    let page = Page::open(browser, &site, "");
    page.click("[data-offer='resume']");
    page.wait_for("the one that rested last", || page.lever(CASELOAD) == theirs);
    let page = Page::open(browser, &site, "");
    page.click("[data-offer='forget']");
    let page = Page::open(browser, &site, "");
    page.click("[data-offer='resume']");
    page.wait_for("the other tab's", || page.lever(CASELOAD) == ours);
    page.press(CASELOAD, LEFT, 1);
    page.rest();
    let page = Page::open(browser, &site, "");
    page.click("[data-offer='forget']");
    let page = Page::open(browser, &site, "");
    assert!(page.exists(".offer[hidden]"), "a plan that went on is kept once");
    page.run("localStorage.clear()", json!([]));
}

fn a_page_that_comes_back_whole_goes_on(browser: &Browser) {
    let site = Site::start("/");
    let page = Page::open(browser, &site, "place=silkeborg");
    page.press(CASELOAD, LEFT, 5);
    page.rest();
    let set = page.lever(CASELOAD);
    page.click("[data-asked='pin']");
    page.wait_for("the plan is pinned", || count(&page, "[data-pin]") == 1);
    page.wait_for("the address follows", || page.hash().contains(&format!("{CASELOAD}={set}")));
    page.run(
        "window.shown = []; addEventListener('pageshow', e => window.shown.push(e.persisted))",
        json!([]),
    );
    // Another page of the site, from where something is put aside that this one does not hear of.
    browser.post("url", json!({ "url": format!("{}raaderum-embed.js", site.address()) }));
    let more = "const pins = localStorage.getItem('raaderum.pins');
        localStorage.setItem('raaderum.pins', pins + '\\nv=1&place=typical\\tFra den anden')";
    page.run(more, json!([]));
    browser.post("back", json!({}));
    page.wait_for("the page is there", || page.exists("[data-figure][data-value]"));
    assert_eq!(page.lever(CASELOAD), set);
    page.wait_for("so is what was put aside meanwhile", || count(&page, "[data-pin]") == 2);
    page.press(CASELOAD, LEFT, 3);
    page.wait_for("levers move", || page.lever(CASELOAD) < set);
    page.rest();
    let set = page.lever(CASELOAD);
    page.wait_for("the address follows", || page.hash().contains(&format!("{CASELOAD}={set}")));
}

#[test]
fn a_hundred_steps_go_back_and_forward_again() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "place=silkeborg");
    let begun = page.figures();
    // Each by itself: to and fro on two levers, so that none goes on with the one before.
    for step in 0..100 {
        let key = if step % 2 == 0 { CASELOAD } else { "caseload.job_ready" };
        page.press(key, if step % 20 < 11 { LEFT } else { RIGHT }, 1);
    }
    page.rest();
    let made = page.figures();
    assert_ne!(made, begun);
    let all = |step: &str| {
        let body = "let count = 0;
            const button = () => document.querySelector(`[data-step=${arguments[0]}]:not([aria-disabled=true])`);
            const go = () => { if (!button() || count > 200) return arguments[1](count); button().click(); count++; setTimeout(go) };
            go()";
        page.run_async(body, json!([step]))
    };
    assert_eq!(all("undo"), 100);
    page.wait_for("all is as it was", || page.figures() == begun);
    assert_eq!(all("redo"), 100);
    page.wait_for("all is made again", || page.figures() == made);
    // With all of them into the module that takes over; a hundred are kept, and pinning is one.
    page.click("[data-asked='pin']");
    page.wait_for("the plan is pinned", || page.exists("[data-pin='0']"));
    assert_eq!(all("undo"), 100);
    page.wait_for("nothing is pinned", || !page.exists("[data-pin='0']"));
    page.rest();
    assert_eq!(page.console(), [""; 0]);
}
