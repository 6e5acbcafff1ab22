//! The files of the law: what is broken in them is refused by file, entry and reason.

use super::{CASE_FILE, GROUP_FILE, PARAMETER_FILE, refused};

const LAW_FILE: &str = "static/data/laws.toml";
const EARLIER_FILE: &str = "static/data/earlier.toml";

#[test]
fn laws_are_months_in_order_with_words_and_acts() {
    let with = |from: &str, to: &str, reason: &str| refused(LAW_FILE, from, to, reason);
    with("id = \"2016-01\"", "id = \"2013-01\"", "laws.toml: 2013-01: does not come after 2014-01");
    with("id = \"2016-01\"", "id = \"2014-01\"", "laws.toml: 2014-01: does not come after 2014-01");
    with("id = \"2016-01\"", "id = \"2016-13\"", "laws.toml: 2016-13: an id is a month, as 2026-07");
    with("name.en = \"1 January 2016\"\n", "", "laws.toml: 2016-01: name.en is missing");
    with("ladder = \"before_2016\"", "ladder = \"mood\"", "2014-01: ladder mood is not in refusion.toml");
    with("read = \"secondary\"", "read = \"heard\"", "unknown variant `heard`");
    with("from = \"2027-01\"", "from = \"soon\"", "laws.toml: main_act: from soon is no month");
    with(
        "set = { extra_tax_reaches = 0 }",
        "set = { extra_tax_reaches = 2 }",
        "extra_tax_reaches = 2: must be",
    );
    with("set = { inflow = -3 }", "set = { outflow = -3 }", "fund_trials: outflow = -3: no such lever");
}

#[test]
fn figures_of_earlier_law_name_a_law_in_force_and_follow_one_another() {
    let with = |from: &str, to: &str, reason: &str| refused(EARLIER_FILE, from, to, reason);
    let row = "key = \"talks_law.insured\"\nsince = \"2024-01\"";
    with(row, "key = \"talks_law.insured\"\nsince = \"2023-06\"", "since 2023-06 is no law in force");
    with(
        row,
        "key = \"talks_law.insured\"\nsince = \"2014-01\"",
        "they must go from the newest to the oldest",
    );
    with(
        row,
        "key = \"talks_law.insured\"\nsince = \"2026-07\"",
        "they must go from the newest to the oldest",
    );
    with(row, "key = \"mood\"\nsince = \"2024-01\"", "earlier.toml: mood: there is no such parameter");
    with("central = 13000\nlow = 9000", "central = 13000\nlow = 14000", "low 14000 is above central 13000");
    with("central = 5.5\n", "central = 99\n", "earlier.toml: talks_law.insured: low 99 is outside 0 to 24");
    refused(
        GROUP_FILE,
        "since = \"2026-07\", ",
        "",
        "talks_law.insured: has earlier figures in earlier.toml",
    );
    refused(GROUP_FILE, "since = \"2026-07\"", "since = \"2027-01\"", "since 2027-01 is no law in force");
    refused(PARAMETER_FILE, "since = \"2021-01\"", "since = \"soon\"", "equalisation: since soon is no law");
}

#[test]
fn groups_and_cases_name_a_law() {
    let with = |from: &str, to: &str, reason: &str| refused(GROUP_FILE, from, to, reason);
    with(
        "closed_since = \"2026-02\"",
        "closed_since = \"2026-03\"",
        "closed_since 2026-03 is no law in force",
    );
    with("work_duty_since = \"2025-07\"", "work_duty_since = \"x\"", "work_duty_since x is no law in force");
    with(
        "until = \"2025-07\"",
        "until = \"2025-08\"",
        "education_help: former until 2025-08 is no law in force",
    );
    refused(CASE_FILE, "law = \"2017-01\"", "law = \"2017\"", "law is no month, as 2017-01");
}
