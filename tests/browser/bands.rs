//! Bands: there in the frame of the move, finer at rest, and still where nothing moves that they depend on.

use crate::harness::{Browser, LEFT, Page, RIGHT, Site};
use serde_json::json;

const LINK: &str = "place=silkeborg&caseload.activity_ready=45";
const CASELOAD: &str = "caseload.activity_ready";
const IN_FRAME: u64 = 1024;

/// The first chart with its band.
fn picture(page: &Page) -> String {
    page.canvas_pixels("difference")
}

#[test]
fn a_move_shows_a_thousand_draws_and_rest_sixteen_thousand() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, LINK);
    page.rest();
    let move_once = "const lever = document.querySelector(arguments[0]); lever.value = Number(lever.value) - 5; \
        lever.dispatchEvent(new InputEvent('input', { bubbles: true })); const done = arguments[1]; \
        requestAnimationFrame(() => done(document.querySelector('[data-draws]').dataset.draws))";
    let shown = page.run_async(move_once, json!([format!("input[data-lever='{CASELOAD}']")]));
    let shown: u64 = shown.as_str().and_then(|draws| draws.parse().ok()).expect("a number of draws");
    // A machine that is too slow for a thousand in a frame takes half, or a quarter, and no fewer.
    assert!((IN_FRAME / 4..=IN_FRAME).contains(&shown), "{shown}");
    page.rest();
    assert!(page.exists("[data-figure='jobs'] + .headline-band:not(:empty)"), "a headline has its band");
    assert_eq!(page.console(), [""; 0], "the console stays empty");
}

#[test]
fn without_workers_the_finer_bands_come_all_the_same_and_are_the_same() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, LINK);
    page.rest();
    let with_worker = (picture(&page), page.sentence());
    let without = "delete window.Worker; window.Worker = class { constructor() { throw new Error('none') } }";
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": without }));
    let page = Page::open(&browser, &site, LINK);
    page.rest();
    assert_eq!((picture(&page), page.sentence()), with_worker);
}

#[test]
fn a_worker_that_does_not_come_is_done_without() {
    let (site, browser) = (Site::start("/"), Browser::start());
    browser.devtools("Network.enable", json!({}));
    browser.devtools("Network.setBlockedURLs", json!({ "urls": ["*worker-*.js"] }));
    let page = Page::open(&browser, &site, LINK);
    page.rest();
}

#[test]
fn a_band_stands_still_when_nothing_moves_that_it_depends_on() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, LINK);
    page.rest();
    let before = picture(&page);
    // There and back again.
    page.press(CASELOAD, LEFT, 3);
    page.wait_for("the band has moved", || picture(&page) != before);
    page.press(CASELOAD, RIGHT, 3);
    page.rest();
    assert_eq!(picture(&page), before);
    // Money that is paid once moves no people.
    let net = page.canvas_pixels("net");
    page.run("location.hash = arguments[0]", json!([format!("{LINK}&one_off=20")]));
    page.wait_for("the other chart has moved", || page.canvas_pixels("net") != net);
    page.rest();
    assert_eq!(picture(&page), before);
}
