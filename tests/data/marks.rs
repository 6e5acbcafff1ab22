//! The data files that say which case is the report, which benefit belongs to whom and what the state pays back: broken
//! ones are refused.

use std::path::Path;

use crate::build::{Files, generate};

const CASE_FILE: &str = "static/data/cases.toml";
const LADDER_FILE: &str = "static/data/refusion.toml";
const MAP_FILE: &str = "static/data/benefit_map.toml";

#[track_caller]
fn refused(file: &str, from: &str, to: &str, expected: &str) {
    let mut files = Files::read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the data files can be read");
    let text = files.0.get_mut(file).expect("the file is there");
    assert!(text.contains(from), "{file} no longer contains {from:?}");
    *text = text.replacen(from, to, 1);
    let problems = generate(&files).err().unwrap_or_default();
    assert!(problems.iter().any(|p| p.contains(expected)), "{expected:?} is not among {problems:#?}");
}

#[test]
fn good_files_give_the_report_the_map_and_the_documents() {
    let files = Files::read(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let tables = generate(&files).ok().unwrap();
    assert!(tables.model.contains("pub static REPORT: ReportSpec"));
    assert!(tables.own.contains("Takes::Split(&[1, 2, 3])"));
    assert!(tables.words.native.contains("static METHODS"));
    assert!(tables.telling.contains("Told::NoGain") && tables.edition.contains("const DATA: u64 = 0x"));
}

#[test]
fn exactly_one_case_is_the_report() {
    let (marked, at) = ("report = true\n", "cases.toml: silkeborg_jobrehabilitering: ");
    refused(CASE_FILE, marked, "", "cases.toml: report: exactly one case has report = true, not 0");
    let second = "id = \"hjoerring\"\nplace = \"hjoerring\"\n";
    refused(CASE_FILE, second, &format!("{second}{marked}"), "exactly one case has report = true, not 2");
    let incomplete = format!("{at}a report sets stock, today and caseload of a group");
    refused(CASE_FILE, "\"stock.activity_ready\" = 323\n", "", &incomplete);
    refused(CASE_FILE, "value = 231", "value = 331", &incomplete);
    refused(CASE_FILE, "staffing = \"hold\"\n", "", &format!("{at}the report is solved with staffing"));
}

#[test]
fn cases_say_what_is_theirs_and_what_is_ours() {
    let at = |reason: &str| format!("cases.toml: silkeborg_jobrehabilitering: {reason}");
    let staffing = "staffing = \"hold\"";
    let with =
        |more: &str, reason: &str| refused(CASE_FILE, staffing, &format!("{staffing}\n{more}"), &at(reason));
    with("ladder = \"rope\"", "ladder = \"rope\": no such ladder");
    with("population = 1", "population = 1: must be a number from 100");
    refused(CASE_FILE, "month = 12\n", "", &at("a published figure has series, month and value"));
    refused(CASE_FILE, "judgement.en = ", "# ", &at("judgement.en is missing"));
}

#[test]
fn the_benefit_map_is_sound() {
    let at = |entry: &str, reason: &str| format!("benefit_map.toml: {entry}: {reason}");
    let with = |from: &str, to: &str, expected: &str| refused(MAP_FILE, from, to, expected);
    let sickness = "share = { sickness = 1 }";
    with(sickness, "share = { sickness = 0.6, insured = 0.6 }", &at("SY", "the shares are above 0 and sum"));
    with(sickness, "share = { sickness = 0 }", &at("SY", "the shares are above 0"));
    with(sickness, "share = { nobody = 1 }", &at("SY", "nobody: no such group"));
    with(sickness, "left_out = true", &at("sickness", "no benefit belongs to this group"));
    with(sickness, "share = { sickness = 1 }\nsum = true", &at("SY", "needs exactly one of"));
    with("split = [\"job_ready\", \"activity_ready\", \"education_help\"]", "split = []", "split names no");
    with("\"SY\", ", "\"SY\", \"sy\", ", &at("sy", "stands twice, so it has two meanings"));
    with("\"SY\", ", "\"SY\", \"--\", ", &at("--", "a name has letters or digits"));
    with("place = \"country\"", "place = \"atlantis\"", &at("000", "needs a known place, or left_out"));
    with(
        "until = \"2025K2\"",
        "until = \"2025-06\"",
        &at("Uddannelseshjælp", "until 2025-06 is not a quarter"),
    );
    with("id = \"sex\"", "id = \"shoe\"", &at("column", "the columns are"));
    with(
        "[[area]]",
        "[[aera]]",
        &at("aera", "unknown entry, expected only [[column]], [[area]], [[benefit]]"),
    );
    with(sickness, "shares = 1", "unknown field `shares`");
}

#[test]
fn the_method_document_has_the_same_figures_in_every_language() {
    let english = "static/texts/method.en.md";
    refused(
        english,
        "{{parameter:cost}}",
        "625,000",
        "method.en.md: file: {{parameter:cost}} does not stand",
    );
    refused(english, "{{table:levers}}", "{{table:lovers}}", "{{table:lovers}} does not stand in every");
}

#[test]
fn ladders_climb_from_week_0() {
    refused(LADDER_FILE, "from_week = 0,", "from_week = 1,", "from_2016: the first step is not from week 0");
    refused(LADDER_FILE, "from_week = 26", "from_week = 2", "from_2016: the weeks do not ascend");
    refused(
        LADDER_FILE,
        "state_share = 0.4",
        "state_share = 40",
        "state_share 40 from week 4 is outside 0 to 1",
    );
}

#[test]
fn what_a_case_told_has_a_known_form() {
    let at = "cases.toml: silkeborg_jobrehabilitering: ";
    let whole = format!("{at}a published figure has series, month and value, or value and unit");
    refused(CASE_FILE, "month = 12\n", "", &whole);
    refused(CASE_FILE, "told = \"gain\"", "told = \"good\"", at);
    refused(CASE_FILE, "sure = \"counted\"", "sure = \"certain\"", at);
    refused(CASE_FILE, "unit = \"dkk\"", "unit = \"groats\"", "the unit of a published figure is unknown");
    let beside = "beside = \"reform_2014_uddannelsesparat\"";
    refused(CASE_FILE, beside, "beside = \"nobody\"", "beside is not an earlier case");
}
