//! A browser's translator: it puts each text into two elements of its own, and says another language in `<html lang>`.

use super::{CASELOAD, PLAN};
use crate::harness::{Browser, Page, RIGHT, Site};
use serde_json::{Value, json};

/// As a browser's translator leaves a page: texts that say `translate="no"`, or stand in what does, it leaves alone.
const TRANSLATE: &str = "document.documentElement.lang = 'uk';
    const texts = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) texts.push(walk.currentNode);
    for (const text of texts) {
        const [parent, ours] = [text.parentElement, text.parentElement.closest('[translate]')];
        if (ours?.getAttribute('translate') === 'no' || !text.data.trim() || /SCRIPT|STYLE|OPTION/.test(parent.tagName)) continue;
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        outer.append(inner);
        parent.replaceChild(outer, text);
        inner.append(text.data);
    }
    return texts.length";

/// All that can be read, line by line.
fn words(page: &Page) -> Vec<String> {
    let body = "return document.querySelector('main').innerText.split('\\n').map(line => line.trim()).filter(line => line)";
    serde_json::from_value(page.run(body, json!([]))).expect("lines")
}

#[test]
fn a_translated_page_follows_its_levers() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, PLAN);
    page.rest();
    assert!(page.run(TRANSLATE, json!([])).as_u64().expect("a count") > 100);
    page.press(CASELOAD, RIGHT, 3);
    page.rest();
    page.type_place("hjo");
    page.keys(&crate::harness::ENTER.to_string());
    page.rest();
    let followed = words(&page);
    let hash = page.hash();
    let fresh = Page::visit(&browser, &site, hash.trim_start_matches('#'));
    fresh.rest();
    let known = words(&fresh);
    let stale: Vec<_> = followed.iter().filter(|line| !known.contains(line)).collect();
    assert!(stale.is_empty(), "not of {hash}: {stale:#?}");
}

/// The second module comes, in the language that the page is in.
#[test]
fn a_translated_page_opens_what_is_fetched_later() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, PLAN);
    page.run(TRANSLATE, json!([]));
    page.click(".pages a[href*='page=questions']");
    page.wait_for("Questions are there, in Danish", || {
        let said = page.run("return document.querySelector('main').innerText", json!([]));
        said.as_str().is_some_and(|text| text.contains("Hvad"))
    });
    assert_eq!(page.run("return document.documentElement.dataset.language", json!([])), Value::from("da"));
}
