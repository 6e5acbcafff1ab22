//! Files that do not come, or not whole.

use super::{CASELOAD, PLAN, says_it_did_not_come};
use crate::everywhere::hold;
use crate::harness::{Browser, Fault, Kind, LEFT, Page, Site};
use serde_json::json;

everywhere! {
    [
        a_first_visit_without_its_files_says_so_and_a_reload_helps,
        a_page_that_does_not_come_leaves_all_as_it_is_and_comes_later,
    ]: chromium Chromium, firefox Firefox, webkit WebKit
}

/// The files without which there is no first page.
const NEEDED: [&str; 3] = ["page-*.wasm", "page-*.js", "texts-*.txt"];
const FAULTS: [Fault; 4] = [Fault::Missing, Fault::Cut, Fault::Short, Fault::Nothing];

fn a_first_visit_without_its_files_says_so_and_a_reload_helps(browser: &Browser) {
    for file in NEEDED {
        for fault in FAULTS {
            let site = Site::start("/");
            site.fail(file, fault);
            let page = Page::visit(browser, &site, PLAN);
            let told = format!("{file} {fault:?}: it is told");
            page.wait_for(&told, || says_it_did_not_come(&page));
            assert!(!page.exists("[data-figure]"), "{file} {fault:?}: no figure of anything else");
            assert!(page.hash().contains(PLAN), "what is set stays in the address");
            site.recover();
            browser.post("refresh", json!({}));
            page.wait_for(&format!("{file} {fault:?}: it starts"), || {
                page.exists("[data-figure][data-value]")
            });
            assert_eq!(page.lever(CASELOAD), 45.0);
        }
    }
}

fn a_page_that_does_not_come_leaves_all_as_it_is_and_comes_later(browser: &Browser) {
    for file in ["more-*.wasm", "more-*.js", "more-texts-*.txt"] {
        for fault in FAULTS {
            let site = Site::start("/");
            let page = Page::open(browser, &site, "place=silkeborg");
            page.press(CASELOAD, LEFT, 5);
            page.rest();
            let made = (page.lever(CASELOAD), page.figures());
            site.fail(file, fault);
            page.click("[data-to='method']");
            page.wait_for(&format!("{file} {fault:?}: it is told"), || {
                page.text("[data-message]").contains("hentes")
            });
            assert!(page.exists("main[data-page='explore']"));
            assert_eq!((page.lever(CASELOAD), page.figures()), made);
            site.recover();
            page.click("[data-to='method']");
            page.wait_for(&format!("{file} {fault:?}: it comes"), || page.exists("[data-document]"));
            page.click("[data-to='explore']");
            page.wait_for("the plan is there", || page.exists("main[data-page='explore']"));
            assert_eq!((page.lever(CASELOAD), page.figures()), made);
            page.click("[data-step='undo']");
            page.wait_for("so are the steps", || page.figures() != made.1);
        }
    }
}
