//! Method: the document is fetched, filled in, and found one's way about in.

use crate::harness::{Browser, Page, Site};
use serde_json::json;

#[test]
fn the_document_is_there_in_both_languages() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::visit(&browser, &site, "page=method");
    page.wait_for("the document is there", || page.exists("[data-document='da']"));
    let danish = page.text(".document");
    assert!(danish.contains("625.000") && !danish.contains("{{"), "filled in");
    for english in [" the ", " and ", " caseworkers "] {
        assert!(!danish.contains(english), "no English in the Danish document: {english}");
    }
    assert!(
        page.exists(".document table") && page.exists(".document pre sup") && page.exists(".document dl dt")
    );
    page.click("[data-language='en']");
    page.wait_for("the English document is there", || page.exists("[data-document='en']"));
    assert!(page.text(".document").contains("A caseworker costs"));
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn a_link_of_the_contents_moves_the_focus_and_not_the_setting() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::visit(&browser, &site, "case=hjoerring&page=method");
    page.wait_for("the document is there", || page.exists(".contents a"));
    let before = page.hash();
    let body = "const links = document.querySelectorAll('.contents a');
        const link = links[links.length - 2];
        link.click();
        return [link.innerText, document.activeElement.innerText]";
    let names = page.run(body, json!([]));
    assert_eq!(names[0], names[1]);
    assert_eq!(page.hash(), before);
}

#[test]
fn a_document_that_does_not_come_is_told_of_and_asked_for_again() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "");
    let spoil = "document.querySelectorAll('link[rel=method]').forEach(link => {
        link.dataset.was = link.href;
        link.href = './nowhere.txt';
    })";
    page.run(spoil, json!([]));
    page.click("[data-to='method']");
    page.wait_for("it is told", || page.exists("[role='alert'] [data-again]"));
    page.run(
        "document.querySelectorAll('link[rel=method]').forEach(link => link.href = link.dataset.was)",
        json!([]),
    );
    page.click("[data-again]");
    page.wait_for("the document is there", || page.exists("[data-document='da']"));
}
