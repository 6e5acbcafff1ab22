//! Where levers and assumptions stand on the page: broken entries are refused.

use crate::build::generate;
use crate::{LEVER_FILE, files, refused};

#[test]
fn levers_and_assumptions_have_their_place_on_the_page() {
    let sections = "static/data/sections.toml";
    refused(
        LEVER_FILE,
        "group = \"staff\"",
        "group = \"stuff\"",
        "levers.toml: caseload: group stuff: there is no such",
    );
    refused(LEVER_FILE, "instead = 36", "instead = 36.5", "levers.toml: end: instead 36.5 is not on a step");
    refused(LEVER_FILE, "not = [\"none\"]", "not = [\"nun\"]", "needs rule = nun: it is never that");
    refused(LEVER_FILE, "lever = \"one_off\"", "lever = \"one\"", "needs one: there is no such lever");
    refused(LEVER_FILE, "share = 1 }", "share = 0 }", "span share 0 is not above 0");
    refused(sections, "\"hours\", ", "", "sections.toml: hours: stands in 0 sections");
    refused(sections, "\"hours\", ", "\"hours\", \"cost\", ", "sections.toml: cost: stands in 2 sections");
    refused(sections, "\"hours\", ", "\"hours\", \"mood\", ", "sections.toml: staff: mood: there is no such");
}

#[test]
fn runs_for_a_room_are_whole_in_every_language() {
    let runs = "static/data/runs.toml";
    refused(
        runs,
        "from = 0, to = 200",
        "from = 200, to = 0",
        "laerkevej: guess posts: from 200 is not below to 0",
    );
    refused(runs, "question.en = \"How many more caseworkers", "#", "laerkevej: question.en is missing");
    refused(runs, "minutes = 5", "minuts = 5", "runs.toml: laerkevej: ");
    refused(runs, "id = \"byraad\"", "id = \"laerkevej\"", "laerkevej");
    let tables = generate(&files()).expect("the files as they are have no problems");
    assert!(["laerkevej", "byraad"].iter().all(|run| tables.runs.contains(run)), "{}", tables.runs);
}
