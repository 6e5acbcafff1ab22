//! Questions of the plan in hand, asked as a visitor asks them.

use crate::harness::{Browser, Page, Site, View};
use serde_json::json;
use std::path::Path;

/// A plan that costs, with a ceiling that is not in force.
const LINK: &str = "place=silkeborg&caseload.job_ready=45&caseload.activity_ready=70";
const ASKED: &str = "place=silkeborg&caseload.job_ready=45&caseload.activity_ready=70&page=questions";

/// All four questions have their answers.
fn answered(page: &Page) {
    page.wait_for("every question is answered", || {
        let body = "return [...document.querySelectorAll('.answer')].length >= 4
            && [...document.querySelectorAll('.answer')].every(e => e.getAttribute('aria-busy') === 'false')";
        page.run(body, json!([])) == true
    });
}

/// Chooses of a list.
fn choose(page: &Page, list: &str, word: &str) {
    let body = "const e = document.querySelector(arguments[0]);
        e.value = arguments[1];
        e.dispatchEvent(new Event('change', { bubbles: true }))";
    page.run(body, json!([format!("select[data-lever='{list}']"), word]));
}

#[test]
#[ignore = "makes pictures for people: target/pictures"]
fn pictures_of_questions() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    let page = Page::visit(&browser, &site, ASKED);
    answered(&page);
    for (size, density) in [([360, 740], 2.0), ([768, 1024], 1.5), ([1280, 800], 1.0), ([1920, 1080], 1.0)] {
        for (theme, language) in [("light", "da"), ("dark", "en")] {
            page.look(&View { size, density, theme, language });
            answered(&page);
            page.screenshot(&folder.join(format!("questions-{}-{theme}-{language}.png", size[0])));
        }
    }
}
