//! A run on paper.

use super::{ON, attribute, guess, press, show, visit};
use crate::harness::{Browser, Site};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use std::fs;
use std::path::Path;

#[test]
fn a_run_is_printed_with_its_answers_and_the_room_s_guesses() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = visit(&browser, &site, "da");
    show(&page, "laerkevej");
    page.wait_for("all draws are there", || attribute(&page, "data-prepared") == "7");
    press(&page, ON);
    guess(&page, "Vindueshold", "75");
    page.wait_for("the guess is there", || page.exists("[data-figure='guesses.0']"));
    let sheet = "dispatchEvent(new Event('beforeprint'));
        requestAnimationFrame(() => requestAnimationFrame(() => {
            const text = document.querySelector('.handout').textContent;
            dispatchEvent(new Event('afterprint'));
            arguments[0](text);
        }))";
    let text = page.run_async(
        &sheet.replace("arguments[0]", "done").replacen("dispatch", "const done = arguments[0]; dispatch", 1),
        json!([]),
    );
    let text = text.as_str().expect("a sheet");
    for part in [
        "Vindueshold 75",
        "Modellen:",
        "Hvor længe varer en samtale",
        "planens virkning: 9 af 10 udfald",
        "Et regneeksempel",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert_eq!(page.text(".handout"), "", "nothing of it is left on the page");
    let pdf =
        browser.devtools("Page.printToPDF", json!({ "preferCSSPageSize": true, "printBackground": false }));
    let pdf = STANDARD.decode(pdf["data"].as_str().expect("a document")).expect("base64");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("handout.pdf"), &pdf).expect("a document saved");
    let text = String::from_utf8_lossy(&pdf);
    let pages = text.matches("/Type /Page").count() - text.matches("/Type /Pages").count();
    assert!((2..=8).contains(&pages), "{pages} pages");
}
