//! The single-file edition, opened from a folder without any server. `script/build --single-file` makes it.

use crate::everywhere::hold;
use crate::harness::{Browser, Kind, LEFT, Page, Site};
use crate::pages::{PLAN, settled};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

const CASELOAD: &str = "caseload.activity_ready";

fn file() -> PathBuf {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist-single/raaderum.html");
    assert!(file.is_file(), "there is no single file: run script/build --single-file first");
    file
}

/// The single file, open in a browser, with its first figures.
fn open<'a>(browser: &'a Browser, hash: &str) -> Page<'a> {
    let page = Page::of_file(browser, &file(), hash);
    page.wait_for("the page starts", || page.exists("[data-figure][data-value]"));
    page
}

/// What the page has asked for that does not lie in it.
fn asked_elsewhere(page: &Page) -> Vec<String> {
    let body = "return performance.getEntriesByType('resource').map(e => e.name)
        .filter(name => !/^(blob|data):/.test(name))";
    serde_json::from_value(page.run(body, json!([]))).expect("addresses")
}

everywhere! {
    [
        figures_are_those_of_the_site,
        every_page_opens_in_both_languages,
    ]: chromium Chromium, firefox Firefox, webkit WebKit
}

fn figures_are_those_of_the_site(browser: &Browser) {
    let told = |page: &Page| -> Value {
        page.rest();
        json!([page.figures(), page.sentence(), page.text(".headline-band")])
    };
    let site = Site::start("/");
    let of_the_site = told(&Page::open(browser, &site, PLAN));
    drop(site);
    let page = open(browser, PLAN);
    assert_eq!(told(&page), of_the_site);
    page.press(CASELOAD, LEFT, 3);
    page.wait_for("a lever moves the figures", || page.figures() != of_the_site[0]);
    assert_eq!(asked_elsewhere(&page), [""; 0]);
    assert_eq!(page.console(), [""; 0]);
}

fn every_page_opens_in_both_languages(browser: &Browser) {
    let page = open(browser, PLAN);
    let body = "return [...document.querySelectorAll('.pages a')].map(e => e.dataset.to)";
    let names: Vec<String> = serde_json::from_value(page.run(body, json!([]))).expect("names of pages");
    assert!(names.len() > 5, "{names:?}");
    for language in ["en", "da"] {
        page.run(
            "document.querySelector(arguments[0]).click()",
            json!([format!("[data-language='{language}']")]),
        );
        page.wait_for("the language switches", || page.exists(&format!("html[lang='{language}']")));
        for name in &names {
            page.run("document.querySelector(arguments[0]).click()", json!([format!("[data-to='{name}']")]));
            page.wait_for("the page shows", || page.exists(&format!("main[data-page='{name}']")));
            settled(&page);
            if name == "method" {
                let document = format!("[data-document='{language}']");
                page.wait_for("the document is there", || page.exists(&document));
            }
        }
    }
    // By its address too, as a link to the file would.
    let page = Page::of_file(browser, &file(), &format!("{PLAN}&page=questions&lang=en"));
    page.wait_for("questions are answered", || page.exists("main[data-page='questions'] .answer"));
    settled(&page);
    assert_eq!(asked_elsewhere(&page), [""; 0]);
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn draws_are_shared_out_to_workers_from_the_file() {
    let browser = Browser::start();
    let seen = "const Ours = window.Worker;
        window.hired = [];
        window.Worker = class extends Ours { constructor(script, options) { super(script, options); hired.push(script);
            this.addEventListener('error', () => hired.push('failed')) } }";
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": seen }));
    let page = open(&browser, PLAN);
    page.rest();
    let hired: Vec<String> = serde_json::from_value(page.run("return hired", json!([]))).expect("addresses");
    assert!(!hired.is_empty() && hired.iter().all(|script| script.starts_with("blob:")), "{hired:?}");
}
