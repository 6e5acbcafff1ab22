//! What can go wrong, each tried: something sensible is seen, and nothing that the visitor made is lost. The table is
//! docs/faults.md.

mod load;
mod machine;
mod screen;
mod store;
mod tabs;
mod translated;

use crate::harness::Page;

const PLAN: &str = "place=silkeborg&caseload.activity_ready=45&lang=da";
const CASELOAD: &str = "caseload.activity_ready";

/// Whether the page says that it could not be fetched, and nothing else.
fn says_it_did_not_come(page: &Page) -> bool {
    page.exists("#cannot-fetch:not(.late, [hidden])") && page.exists("#cannot-start[hidden]")
}
