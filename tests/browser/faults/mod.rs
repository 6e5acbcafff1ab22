//! What can go wrong, each tried: something sensible is seen, and nothing that the visitor made is lost. The table is
//! docs/faults.md.

mod load;
mod machine;
mod screen;
mod store;
mod tabs;

use crate::harness::Page;
use serde_json::json;

const PLAN: &str = "place=silkeborg&caseload.activity_ready=45&lang=da";
const CASELOAD: &str = "caseload.activity_ready";

/// Whether the page says that it could not be fetched, and nothing else.
fn says_it_did_not_come(page: &Page) -> bool {
    page.exists("#cannot-fetch:not(.late, [hidden])") && page.exists("#cannot-start[hidden]")
}

/// Loads the page anew as a visitor does, a moment after the driver has its answer.
fn reload(page: &Page) {
    page.run("window.before = true; setTimeout(() => location.reload(), 100)", json!([]));
    page.wait_for("the page is loaded anew", || {
        page.run("return window.before === undefined", json!([])) == true
    });
}
