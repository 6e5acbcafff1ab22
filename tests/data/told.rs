//! What is only told, and what would replace a judgement: broken entries are refused.

use super::{CASE_FILE, GROUP_FILE, KIND_FILE, PARAMETER_FILE, files, generate, refused};

const VORDINGBORG: &str = "cases.toml: vordingborg: ";

#[test]
fn a_case_that_is_only_told_moves_nothing_and_any_other_does() {
    let only_told = "only_told = true\n";
    refused(CASE_FILE, only_told, "", &format!("{VORDINGBORG}moves nothing: is only_told = true meant?"));
    let plan = "\"caseload.activity_ready\" = 45\nstaffing = \"hold\"\n";
    refused(CASE_FILE, plan, "", "cases.toml: silkeborg_jobrehabilitering: moves nothing");
    let told = "told = \"gain\"\nreport = true\n";
    refused(
        CASE_FILE,
        told,
        "told = \"gain\"\nreport = true\nonly_told = true\n",
        "cases.toml: silkeborg_jobrehabilitering: is only told, but sets caseload.activity_ready",
    );
    refused(
        CASE_FILE,
        told,
        "told = \"gain\"\nreport = true\nonly_told = true\n",
        "silkeborg_jobrehabilitering: is only told, but holds a series against the model",
    );
}

#[test]
fn how_sure_and_where_are_checked() {
    refused(
        CASE_FILE,
        "sure = \"unfound\"",
        "sure = \"lost\"",
        "cases.toml: odense_cv_boost: unknown variant `lost`",
    );
    refused(CASE_FILE, "subject.en = \"Hobro\"", "", "cases.toml: hobro_2002: subject.en is missing");
    refused(
        CASE_FILE,
        "subject.en = \"Hobro\"",
        "subject.en = \"{town}\"",
        "hobro_2002: subject.en has the unknown placeholder {town}",
    );
}

#[test]
fn every_judgement_says_what_would_replace_it() {
    let own = "would_replace.da = \"KL's";
    let text = files().0.remove(PARAMETER_FILE).unwrap();
    let line = text.lines().find(|line| line.starts_with(own)).unwrap();
    let reason = "parameters.toml: hours: is a judgement or remembered: would_replace.da and .en say";
    let next = text.lines().skip_while(|other| *other != line).nth(1).unwrap();
    refused(PARAMETER_FILE, &format!("{line}\n{next}\n"), "", reason);
    refused(PARAMETER_FILE, &format!("{next}\n"), "", "parameters.toml: hours: would_replace.en is missing");
    // One for a kind stands for all groups' figures.
    let text = files().0.remove(KIND_FILE).unwrap();
    let kind = text.split("[[kind]]").find(|kind| kind.contains("\"seniority\"")).unwrap();
    let from = &kind[kind.find("would_replace").unwrap()..];
    refused(KIND_FILE, from, "", "groups.toml: seniority.insured: is a judgement or remembered");
}

#[test]
fn what_was_read_has_nothing_to_replace_it() {
    let measured = "confidence = \"text\"\nyear = 2022\nsource.da";
    let claimed = "confidence = \"text\"\nyear = 2022\nwould_replace = { da = \"x\", en = \"x\" }\nsource.da";
    refused(PARAMETER_FILE, measured, claimed, "turnover: has would_replace, and is neither a judgement nor");
    let figure = "confidence = \"text\", year = 2016, ";
    let claimed = "confidence = \"text\", year = 2016, would_replace = { da = \"x\", en = \"x\" }, ";
    refused(GROUP_FILE, figure, claimed, "caseload_today.activity_ready: has would_replace");
}

#[test]
fn a_figure_that_is_read_at_last_needs_no_more_than_its_source() {
    let mut files = files();
    let text = files.0.get_mut(GROUP_FILE).unwrap();
    let judged = "seniority = { central = 3, confidence = \"judgement\", year = 2026 }";
    assert!(text.contains(judged));
    *text = text.replacen(
        judged,
        "seniority = { central = 3, confidence = \"text\", year = 2026, source = \"DREAM\" }",
        1,
    );
    assert_eq!(generate(&files).err(), None, "the kind's words are for those that are still judged");
}
