//! Every assumption can be found, changed, taken back and traced to its source.

use crate::harness::{Browser, Page, Site, View};
use raaderum::model::tables::{Confidence, PARAMETER_COUNT, parameter as p};
use serde_json::{Value, json};
use std::path::Path;

const LINK: &str = "place=silkeborg&caseload.insured=60&page=evidence";

fn open<'a>(browser: &'a Browser, site: &Site, link: &str) -> Page<'a> {
    let page = Page::visit(browser, site, link);
    page.wait_for("the page is there", || page.exists("[data-page='evidence'] [data-assumption]"));
    page
}

/// Types into a field and leaves it with Enter.
fn put(page: &Page, id: &str, text: &str) {
    let body = "const e = document.getElementById(arguments[0]);
        e.value = arguments[1];
        e.dispatchEvent(new InputEvent('input', { bubbles: true }));
        e.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))";
    page.run(body, json!([id, text]));
}

/// The keys of the assumptions in sight.
fn in_sight(page: &Page) -> Vec<String> {
    let body = "return [...document.querySelectorAll('[data-assumption]')].filter(e => e.checkVisibility())
        .map(e => e.dataset.assumption)";
    let keys = page.run(body, json!([]));
    keys.as_array().expect("a list").iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

#[test]
fn a_search_finds_danish_words_and_the_count_is_told() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = open(&browser, &site, LINK);
    assert_eq!(in_sight(&page).len(), PARAMETER_COUNT, "every assumption is there");
    put(&page, "search", "FORTRÆNGNING");
    page.wait_for("few are left", || in_sight(&page).len() < 5);
    assert!(in_sight(&page).contains(&p::DISPLACEMENT_ALL.spec().key.to_owned()));
    assert!(page.exists(&format!("[data-count='{}']", in_sight(&page).len())));

    put(&page, "search", "socialraadgiverne.dk sygefravær");
    page.wait_for("sources are searched too", || in_sight(&page) == ["sick_days", "work_days"]);
    assert!(page.exists("[data-assumption='sick_days'] a[href='https://socialraadgiverne.dk']"));

    put(&page, "search", "findes ikke");
    page.wait_for("that none is found is told", || page.text("search").contains("Ingen forudsætning passer"));
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn how_many_figures_are_judged_is_told_and_each_says_what_would_replace_it() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = open(&browser, &site, LINK);
    let judged = Confidence::Judgement.count();
    let told = format!("{judged} af {PARAMETER_COUNT} forudsætninger er vores eget skøn");
    assert!(page.text("[data-judged]").contains(&told), "{}", page.text("[data-judged]"));
    let body = "return [...document.querySelectorAll('[data-instead]')].filter(e => e.checkVisibility() && e.innerText)
        .length";
    let doubtful = judged + Confidence::Memory.count();
    assert_eq!(page.run(body, json!([])), json!(doubtful));
    page.click("[data-to='about']");
    page.wait_for("About tells it too", || page.text("main").contains(&format!("{judged} af dem")));
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn a_changed_assumption_is_marked_everywhere_and_can_be_taken_back() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = open(&browser, &site, LINK);
    page.rest();
    let before = page.sentence();
    put(&page, "value-displacement_us", "35");
    page.wait_for("the sentence follows", || page.sentence() != before);
    page.wait_for("the address has it", || page.hash().contains("displacement_us=0.35"));
    assert!(page.exists(".assumption-changed[data-assumption='displacement_us']"));
    assert!(page.exists("[data-changed='1']:not([hidden])"));

    page.click("[data-to='explore']");
    page.wait_for("each headline is marked", || {
        page.run("return document.querySelectorAll('[data-changed-of]').length", json!([])) == 4
    });
    page.click("[data-changed-of='jobs'] button");
    page.wait_for("the mark leads to the row", || {
        page.run("return document.activeElement.dataset.assumption ?? ''", json!([])) == "displacement_us"
    });

    page.click("[data-back-all]");
    page.wait_for("all is as before", || !page.hash().contains("displacement_us"));
    page.rest();
    assert_eq!(page.sentence(), before);
    assert!(!page.exists(".assumption-changed") && page.exists("[data-changed='0'][hidden]"));
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn from_a_headline_to_its_source_it_is_two_clicks() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "place=silkeborg&caseload.insured=60");
    page.click("[data-asked='why.net']");
    page.wait_for("the reasons are there", || page.exists("[data-trace='cost']"));
    page.click("[data-trace='cost']");
    let focused = "return document.activeElement.dataset.assumption ?? ''";
    page.wait_for("the row has the focus", || page.run(focused, json!([])) == "cost");
    assert!(page.exists("[data-page='evidence'] [data-assumption='cost'] .source"));
    page.wait_for("the row is in sight", || row_in_sight(&page, "cost"));
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn a_mark_of_the_first_visit_leads_to_the_row_too() {
    let (site, browser) = (Site::start("/"), Browser::start());
    browser.keep_no_site();
    let page = Page::open(&browser, &site, "place=silkeborg&caseload.insured=60&leave_other=0.03");
    assert!(!site.requests().iter().any(|path| path.contains("more-")), "the first module shows the mark");
    page.click("[data-changed-of='net'] button");
    page.wait_for("the row is in sight, with the focus", || {
        let focused = page.run("return document.activeElement.dataset.assumption ?? ''", json!([]));
        focused == "leave_other" && row_in_sight(&page, "leave_other")
    });
}

fn row_in_sight(page: &Page, key: &str) -> bool {
    let body = "const box = document.querySelector(arguments[0]).getBoundingClientRect();
        return box.top < innerHeight && box.bottom > 0";
    page.run(body, json!([format!("[data-assumption='{key}']")])) == true
}

#[test]
fn nothing_scrolls_sideways_on_a_narrow_page() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = open(&browser, &site, LINK);
    page.look(&View { size: [320, 700], density: 1.0, theme: "light", language: "da" });
    let fits = "const e = document.documentElement; return e.scrollWidth <= e.clientWidth";
    assert_eq!(page.run(fits, json!([])), true);
}

#[test]
#[ignore = "makes pictures for people: target/pictures"]
fn pictures_of_the_evidence() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    let page = open(&browser, &site, &format!("{LINK}&cost=700000"));
    for (width, theme, language) in
        [(360, "light", "da"), (320, "dark", "en"), (1280, "light", "da"), (1280, "dark", "en")]
    {
        page.look(&View { size: [width, 800], density: 1.0, theme, language });
        page.screenshot(&folder.join(format!("evidence-{width}-{theme}-{language}.png")));
    }
}
