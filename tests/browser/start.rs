//! The first moment of a visit, wherever the site stands and whatever the browser knows.

use crate::harness::{Browser, LEFT, Page, Site};
use serde_json::json;
use std::fs;
use std::path::Path;
use std::process::Command;

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
    // The first numbers of core's tables for writing and for reading; this test itself has both.
    let here = fs::read(std::env::current_exe().expect("this test")).expect("it can be read");
    for number in ["e61acf033d1a45df", "eef453d6923bd65a"] {
        let number = u64::from_str_radix(number, 16).expect("a number").to_le_bytes();
        let is_in = |bytes: &[u8]| bytes.windows(8).any(|eight| eight == number);
        assert!(is_in(&here) && !is_in(&module), "{number:x?}");
    }
}

#[test]
fn a_first_visit_is_no_larger_than_it_may_be() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sizes = Command::new("node").arg(root.join("script/lib/sizes.mjs")).arg(root.join("dist")).output();
    let sizes = sizes.expect("the sizes need Node.js");
    assert!(sizes.status.success(), "{}", String::from_utf8_lossy(&sizes.stderr));
}

#[test]
fn only_the_module_with_everything_says_where_in_the_source_it_stopped() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    let files = || fs::read_dir(&folder).expect("script/build has been run").flatten();
    let names_sources = |begin: &str| {
        let name = |entry: &fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
        let module = |entry: &fs::DirEntry| name(entry).starts_with(begin) && name(entry).ends_with(".wasm");
        let module = files().find(module).expect("a module");
        let bytes = fs::read(module.path()).expect("it is read");
        bytes.windows(3).any(|three| three == b".rs")
    };
    assert_eq!(["page-", "embed-", "more-"].map(names_sources), [false, false, true]);
}
