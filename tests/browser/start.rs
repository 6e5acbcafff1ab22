//! The first moment of a visit, wherever the site stands and whatever the browser knows.

use crate::harness::{Browser, LEFT, Page, Site};
use serde_json::json;
use std::fs;
use std::path::Path;

#[test]
fn the_page_shows_its_first_figures_without_a_link() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "");
    assert!(page.exists("main[data-page='explore']"));
    assert!(!page.sentence().is_empty());
    assert!(page.exists("meta[http-equiv='Content-Security-Policy']"), "the released page keeps its policy");
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn the_site_works_from_any_folder_of_a_host() {
    let (site, browser) = (Site::start("/kommune/jobcenter/"), Browser::start());
    let page = Page::open(&browser, &site, "place=silkeborg");
    let before = page.figure("stock");
    page.press("caseload.activity_ready", LEFT, 5);
    page.wait_for("the figure changes", || page.figure("stock") != before);
    let outside: Vec<_> =
        site.requests().into_iter().filter(|path| !path.starts_with("/kommune/jobcenter/")).collect();
    assert_eq!(outside, [""; 0], "all links are relative");
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn a_browser_without_vectors_is_told_so() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let old = json!({ "source": "WebAssembly.validate = () => false" });
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", old);
    let page = Page::visit(&browser, &site, "");
    page.wait_for("the notice shows", || page.exists("#cannot-start:not([hidden])"));
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn texts_of_another_build_are_refused() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let other = "const ours = Response.prototype.text;
        Response.prototype.text = async function () { return (await ours.call(this)).replace('Råderum', 'Raaderum') }";
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": other }));
    let page = Page::visit(&browser, &site, "");
    page.wait_for("the notice shows", || page.exists("#cannot-fetch:not(.late, [hidden])"));
    assert!(!page.exists("[data-figure]"));
}

#[test]
fn the_module_carries_no_text_of_floating_point_numbers() {
    // One `{}` of an f64, one `clamp` between two variables or one `parse` brings all of it: a tenth of the module.
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    let files = fs::read_dir(folder).expect("a built site").map(|entry| entry.expect("an entry").path());
    let first = |name: &str| name.starts_with("page-") && name.ends_with(".wasm");
    let module =
        files.into_iter().find(|file| file.file_name().and_then(|name| name.to_str()).is_some_and(first));
    let module = fs::read(module.expect("a module")).expect("a module that can be read");
    for trace in ["flt2dec", "dec2flt"] {
        assert!(!module.windows(trace.len()).any(|bytes| bytes == trace.as_bytes()), "{trace}");
    }
}
