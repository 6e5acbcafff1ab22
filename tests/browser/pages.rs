//! Going through all pages, for what has to hold on every one of them.

use crate::harness::{Browser, Page, Site};
use serde_json::json;

/// A plan that costs, with every kind of lever moved.
pub const PLAN: &str = "place=silkeborg&caseload.job_ready=45&caseload.activity_ready=70&mentor.activity_ready=1&rule=ceiling&room=2";

/// The pages' links at a setting: as in the header, so that a new page is gone through at once.
pub fn links(browser: &Browser, site: &Site, hash: &str) -> Vec<String> {
    let page = Page::open(browser, site, hash);
    let body = "return [...document.querySelectorAll('.pages a')].map(e => e.hash.slice(1))";
    let mut links: Vec<String> = serde_json::from_value(page.run(body, json!([]))).expect("links");
    assert!(links.len() > 1, "the header leads to the other pages");
    // The two sides of the page to which no link in the header leads.
    links.extend(["page=team", "team-levers=main&page=team"].map(|team| format!("{hash}&{team}")));
    links
}

/// Opens a page and waits until it has come to rest.
pub fn visit<'a>(browser: &'a Browser, site: &Site, link: &str) -> Page<'a> {
    let page = Page::visit(browser, site, link);
    settled(&page);
    page
}

/// Waits until nothing is on its way: page, part or answer.
pub fn settled(page: &Page) {
    let body = "return document.querySelector('main[data-page] :is(h1, [data-sentence])') !== null
        && !document.querySelector('.coming, .answer[aria-busy=true], details[open] > summary[data-asked] + p[role=status]')";
    page.wait_for("nothing is on its way", || page.run(body, json!([])) == true);
    page.wait_frame();
}

/// Opens everything that opens, and what opens in it.
pub fn open_all(page: &Page) {
    let body = "const closed = [...document.querySelectorAll('details:not([open])')];
        closed.forEach(e => e.open = true);
        return closed.length";
    page.wait_for("everything is open", || {
        let opened = page.run(body, json!([]));
        settled(page);
        opened == 0
    });
    // What opens last says more a moment later.
    page.wait_frame();
    settled(page);
}
