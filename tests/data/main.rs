//! The data files: broken entries are refused by file, entry and reason.

#![allow(clippy::expect_used)] // clippy's leave for tests does not reach helpers

// The tests run the build script's own checks.
#[path = "../../build/mod.rs"]
mod build;
mod draws;
mod laws;
mod marks;
mod oembed;
mod page;
mod told;

use std::path::Path;

use build::{Files, generate};
const PARAMETER_FILE: &str = "static/data/parameters.toml";
const GROUP_FILE: &str = "static/data/groups.toml";
const KIND_FILE: &str = "static/data/group_parameters.toml";
const PLACE_FILE: &str = "static/data/places.toml";
const TABLE_FILE: &str = "static/data/municipalities.csv";
const COLUMN_FILE: &str = "static/data/municipalities.toml";
const LEVER_FILE: &str = "static/data/levers.toml";
const CASE_FILE: &str = "static/data/cases.toml";

fn files() -> Files {
    Files::read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the data files can be read")
}

/// Problems after the first `from` in `file` became `to`.
fn problems_with(file: &str, from: &str, to: &str) -> Vec<String> {
    let mut files = files();
    let text = files.0.get_mut(file).expect("the file is there");
    assert!(text.contains(from), "{file} no longer contains {from:?}");
    *text = text.replacen(from, to, 1);
    generate(&files).err().unwrap_or_default()
}

#[track_caller]
fn refused(file: &str, from: &str, to: &str, expected: &str) {
    let problems = problems_with(file, from, to);
    assert!(problems.iter().any(|p| p.contains(expected)), "{expected:?} is not among {problems:#?}");
}

#[test]
fn the_files_are_good() {
    assert_eq!(generate(&files()).err(), None);
}

#[test]
fn words_stand_in_the_table_of_words_alone() {
    let tables = generate(&files()).ok().unwrap();
    for word in ["Silkeborg, Jobrehabilitering", "Hele landet", "socialraadgiverne.dk"] {
        assert!(tables.words.files.values().any(|file| file.contains(word)), "{word}");
        let tables = [&tables.model, &tables.own, &tables.words.first, &tables.words.more];
        assert!(
            tables.iter().all(|table| !table
                .lines()
                .any(|line| !line.trim().starts_with("///") && line.contains(word))),
            "{word}"
        );
    }
}

#[test]
fn figures_out_of_order_or_bounds_are_refused() {
    let turnover = "central = 0.25\nlow = 0.15\nhigh = 0.33";
    let at = "static/data/parameters.toml: turnover: ";
    let with = |to: &str, reason: &str| refused(PARAMETER_FILE, turnover, to, &format!("{at}{reason}"));
    with("central = 0.25\nlow = 0.15\nhigh = 0.1", "high 0.1 is below central 0.25");
    with("central = 0.25\nlow = 0.3\nhigh = 0.33", "low 0.3 is above central 0.25");
    with("central = 0.25\nlow = 0.001\nhigh = 0.33", "low 0.001 is outside 0.02 to 0.9");
    with("central = 0.25\nlow = 0.15\nhigh = 3", "high 3 is outside 0.02 to 0.9");
    with("central = 0.25\nhigh = 0.33", "low and high stand together");
    with("central = 0.25\nlow = 0.15\nhigh = 0.33\nmood = 1", "unknown field `mood`");
    with("central = 0.25\nlow = 0.15\nhigh = nan", "high NaN");
}

#[test]
fn a_figure_without_a_source_is_a_judgement() {
    let reason = "parameters.toml: digital_today: has no source";
    let text = files().0.remove(PARAMETER_FILE).unwrap();
    let (_, from) = text.split_at(text.find("source.da = \"STAR 27").unwrap());
    refused(PARAMETER_FILE, from.split_once("name.da").unwrap().0, "", reason);
    refused(
        PARAMETER_FILE,
        "source.en = \"STAR 27",
        "source.xx = \"STAR 27",
        "digital_today: source.en is missing",
    );
    let without = "confidence = \"judgement\", year = 2024 }";
    let claimed = "confidence = \"text\", year = 2024 }";
    refused(GROUP_FILE, without, claimed, "groups.toml: caseload_today.insured: has no source");
}

#[test]
fn ids_are_plain_and_used_once() {
    refused(
        PARAMETER_FILE,
        "key = \"hours\"",
        "key = \"cost\"",
        "parameters.toml: cost: this id is used twice",
    );
    refused(
        GROUP_FILE,
        "id = \"insured\"",
        "id = \"In-sured\"",
        "groups.toml: In-sured: an id is small letters",
    );
    refused(LEVER_FILE, "key = \"start\"", "key = \"end\"", "levers.toml: end: this id is used twice");
}

#[test]
fn groups_are_complete() {
    refused(GROUP_FILE, "caseload_today = ", "# ", "groups.toml: insured: has no figure caseload_today");
    refused(GROUP_FILE, "caseload_today = ", "height = ", "insured: figure height is unknown");
    refused(
        GROUP_FILE,
        "central = 0.72",
        "central = 0.7",
        "groups.toml: insured: the weights sum to 0.980, not 1",
    );
    refused(PLACE_FILE, "sickness = {", "# ", "places.toml: country: has no stock.sickness");
}

#[test]
fn bounds_keep_the_model_safe() {
    let training = "central = 6\nbounds = [3, 24]";
    refused(PARAMETER_FILE, training, "central = 6\nbounds = [1, 24]", "training_months: at the bounds");
    refused(PARAMETER_FILE, training, "central = 6\nbounds = [0, 24]", "a time is at least half a month");
    refused(
        PARAMETER_FILE,
        "bounds = [0.02, 0.9]",
        "bounds = [0, 0.9]",
        "turnover: bounds 0 to 0.9 are unsafe",
    );
    refused(
        PARAMETER_FILE,
        "bounds = [0.001, 0.1]",
        "bounds = [0, 0.1]",
        "risk_end: bounds 0 to 0.1 are unsafe",
    );
    refused(PARAMETER_FILE, "bounds = [0, 0.5]", "bounds = [0, 1.5]", "a monthly");
    refused(KIND_FILE, "bounds = [0.001, 0.9]", "bounds = [0, 0.9]", "exit_early.insured: bounds 0 to 0.9");
    refused(KIND_FILE, "bounds = [0, 0.3]", "bounds = [0, 0.99]", "risk_end: at the bounds reentry");
    refused(PARAMETER_FILE, "bounds = [0.1, 1]", "bounds = [0.1, 2]", "multiplier_min: bounds go up to 2");
    refused(
        PARAMETER_FILE,
        "bounds = [0.6, 1]",
        "bounds = [0.3, 1]",
        "direct_share: bounds go up to 0.6, above",
    );
}

#[test]
fn every_language_has_every_text() {
    let (danish, english) = ("static/texts/da.toml", "static/texts/en.toml");
    refused(
        english,
        "never = \"never\"\n",
        "",
        "en.toml: answer.never: is missing, but stands in static/texts/da",
    );
    refused(
        danish,
        "never = \"aldrig\"\n",
        "",
        "da.toml: answer.never: is missing, but stands in static/texts/en",
    );
    refused(
        english,
        "{months} months",
        "after {month} months",
        "en.toml: answer.after_months: has placeholders",
    );
    refused(english, "cases = \"cases per caseworker\"", "", "en.toml: unit.cases: is missing");
    refused(PARAMETER_FILE, "name.en = \"Working hours\"\n", "", "hours: name.en is missing");
    refused(PLACE_FILE, "name.en = \"Copenhagen\"\n", "", "places.toml: koebenhavn: name.en is missing");
    refused(PLACE_FILE, "name.en = \"Copenhagen\"", "name.xx = \"Copenhagen\"", "there is no language xx");
    refused(KIND_FILE, "What {group} are", "What {gruppe} are", "unknown placeholder {gruppe}");
}

#[test]
fn units_have_labels() {
    refused(
        PARAMETER_FILE,
        "unit = \"hours_per_year\"",
        "unit = \"furlongs\"",
        "hours: unit furlongs has no label",
    );
    refused(LEVER_FILE, "unit = \"cases\"", "unit = \"furlongs\"", "caseload: unit furlongs has no label");
}

#[test]
fn lever_defaults_lie_on_a_step() {
    refused(
        LEVER_FILE,
        "default = 72",
        "default = 70",
        "levers.toml: horizon: default 70 is not on a step of 12",
    );
    refused(
        LEVER_FILE,
        "default = 72",
        "default = 132",
        "levers.toml: horizon: default 132 is outside 12 to 120",
    );
    refused(
        LEVER_FILE,
        "default = \"keep\"",
        "default = \"drop\"",
        "staffing: default drop is none of the options",
    );
    refused(LEVER_FILE, "[lever.switch]\ndefault = false", "", "coordinator: needs exactly one");
}

#[test]
fn cases_name_what_exists() {
    let caseload = "\"caseload.activity_ready\" = 45";
    let at = "cases.toml: silkeborg_jobrehabilitering: ";
    let with = |to: &str, reason: &str| refused(CASE_FILE, caseload, to, &format!("{at}{reason}"));
    with("\"caseload.activity_ready\" = 4", "caseload.activity_ready = 4: 4 is outside 15 to 250");
    with("\"caseload.nobody\" = 45", "caseload.nobody = 45: no such group");
    with("caseload = 45", "caseload = 45: no such lever");
    with("hours = 5", "hours = 5: must be a number from 1000 to 1924");
    with("displacement = \"sideways\"", "displacement = \"sideways\": is none of the options");
    with("\"today.sickness\" = 0", "today.sickness = 0: must be a number from 5 to 500");
    refused(
        CASE_FILE,
        "place = \"silkeborg\"",
        "place = \"atlantis\"",
        &format!("{at}place atlantis is unknown"),
    );
    refused(CASE_FILE, "series = \"stock", "series = \"mood", &format!("{at}published series mood"));
}

#[test]
fn a_case_of_some_groups_says_so_of_all() {
    let expected =
        "cases.toml: silkeborg_jobrehabilitering: leaves some groups out and says nothing of sickness";
    refused(CASE_FILE, "\"stock.sickness\" = 0\n", "", expected);
}

#[test]
fn places_are_sound() {
    let reason = "places.toml: typical: population 0 is not above 0";
    refused(PLACE_FILE, "population = 60_000", "population = 0", reason);
    refused(PLACE_FILE, "country = true", "", "exactly one place has country = true");
    let table = |from: &str, to: &str, reason: &str| refused(TABLE_FILE, from, to, reason);
    table("6025603", "6025604", "population 6025604 is not the parameter country_population");
    table("000,Hele", "999,Hele", "municipalities.csv: file: has no row 000");
    table("147,", "101,", "municipalities.csv: file: a code stands twice");
    table("147,", "14,", "municipalities.csv: Frederiksberg: the code is not of three digits");
    table("106150", "", "municipalities.csv: Frederiksberg: needs a population");
    table(
        "1849,",
        "1849.5,",
        "municipalities.csv: Frederiksberg: needs a population, and whole numbers or blanks",
    );
    table("13789", "33789", "municipalities.csv: København: has a group of more than 32767 people");
    table("insured", "insurance", "municipalities.csv: file: the columns are");
    let about = |from: &str, to: &str, reason: &str| refused(COLUMN_FILE, from, to, reason);
    about("group = \"insured\"", "group = \"nobody\"", "municipalities.toml: insured: has no known group");
    about(
        "basis = \"published\"",
        "basis = \"scaled\"",
        "population: basis is neither published nor derived",
    );
    about("of = \"Dagpenge\"\n", "", "municipalities.toml: insured: does not say what of which table");
    refused(
        PLACE_FILE,
        "id = \"koebenhavn\"",
        "id = \"atlantis\"",
        "atlantis: is no municipality of municipalities.csv",
    );
    refused(PLACE_FILE, "also = [\"copenhagen\"]", "also = [\"aarhus\"]", "aarhus: this id is used twice");
}

#[test]
fn all_problems_are_named_at_once() {
    let mut files = files();
    for (file, from, to) in [
        (PARAMETER_FILE, "high = 0.33", "high = 0.1"),
        (PARAMETER_FILE, "unit = \"hours_per_year\"", "colour = 1"),
        (CASE_FILE, "\"caseload.activity_ready\" = 45", "\"caseload.activity_ready\" = 1"),
        ("static/data/refusion.toml", "state_share = 0.4", "state_share = 4"),
    ] {
        let text = files.0.get_mut(file).unwrap();
        *text = text.replacen(from, to, 1);
    }
    let problems = generate(&files).err().unwrap().join("\n");
    for entry in [
        "turnover: high",
        "hours: unknown field",
        "silkeborg_jobrehabilitering: caseload",
        "from_2016: state",
    ] {
        assert!(problems.contains(entry), "{entry} is not in {problems}");
    }
    files.0.remove(LEVER_FILE);
    let problems = generate(&files).err().unwrap().join("\n");
    assert!(problems.contains("static/data/levers.toml: file: is missing"), "{problems}");
}

#[test]
fn a_file_that_cannot_be_read_is_named_alone() {
    let problems = problems_with(GROUP_FILE, "[[group]]", "[[group");
    assert_eq!(problems.len(), 1, "{problems:#?}");
    assert!(
        problems[0].starts_with("static/data/groups.toml: file: TOML parse error at line"),
        "{problems:?}"
    );
}

#[test]
fn no_key_is_both_lever_and_parameter() {
    refused(
        PARAMETER_FILE,
        "key = \"displacement_us\"",
        "key = \"displacement\"",
        "levers.toml: displacement: a",
    );
    refused(KIND_FILE, "kind = \"talks_law\"", "kind = \"talks\"", "groups.toml: insured: figure talks_law");
}

#[test]
fn a_history_that_does_not_fit_its_years_or_groups_is_refused() {
    let file = "static/data/history.toml";
    let written = generate(&files()).ok().map(|tables| tables.history).unwrap_or_default();
    assert!(written.contains("id: \"koebenhavn\", code: 101"), "{written}");
    let with = |from: &str, to: &str, reason: &str| refused(file, from, to, &format!("{file}: {reason}"));
    with("group = \"insured\"", "group = \"pensioners\"", "pensioners: there is no such group");
    with(
        "years = [1, 2, 3, 4]",
        "years = [1, 3, 2, 4]",
        "insured: years [1, 3, 2, 4] are to begin above 0 and rise",
    );
    with("years = [1, 2, 3, 4]", "years = [1, 2, 3]", "insured: widths");
    with("code = 101, class = 4,", "code = 101, class = 5,", "koebenhavn: there is no such class");
    with("below = [250.0, ", "below = [", "insured: 3 ends make 4 classes");
    with("inside = [0.", "inside = [1.", "2023M07: inside");
}
