//! Scenario files: what goes out comes back, and whatever comes in is taken whole or refused with a reason.

use std::time::{Duration, Instant};

use crate::common::{anything, group, place};
use proptest::prelude::*;
use raaderum::scenario::file::{self, FileProblem};
use raaderum::scenario::keys::{Expected, Key};
use raaderum::scenario::link::{self, Problem, Reason};
use raaderum::scenario::{Scenario, Start, edition};
use raaderum::words::notice;
use raaderum::words::text::Language;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_scenario_comes_back_from_its_file(scenario in anything()) {
        let text = file::write(&scenario);
        prop_assert_eq!(file::read(text.as_bytes()), Ok(scenario.clone()));
        // A file and a link say the same.
        prop_assert_eq!(link::read(&link::write(&scenario)).scenario, scenario);
    }

    #[test]
    fn any_bytes_are_read_without_harm(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(file::read(&bytes).is_err());
    }

    #[test]
    fn any_json_like_text_is_read_without_harm(text in r#"[\[\]{}:,"a-e0-9.+-]{0,60}"#, tail in "\\PC{0,20}") {
        let _ = file::read(text.as_bytes());
        let _ = file::read(format!("{{\"version\":1,\"set\":{{{text}{tail}}}}}").as_bytes());
    }

    #[test]
    fn a_damaged_file_is_taken_or_refused(scenario in anything(), at in 0.0..1.0f64, byte in any::<u8>()) {
        let mut bytes = file::write(&scenario).into_bytes();
        let index = (at * bytes.len() as f64) as usize;
        bytes[index] = byte;
        match file::read(&bytes) {
            Ok(read) => prop_assert_eq!(file::read(file::write(&read).as_bytes()), Ok(read)),
            Err(problems) => prop_assert!(!problems.is_empty()),
        }
    }
}

/// What a file is refused for; it must be refused, and in under a second.
fn problems(bytes: &[u8]) -> Vec<FileProblem> {
    #[allow(clippy::disallowed_methods, reason = "a test may look at the clock")]
    let begin = Instant::now();
    let problems = file::read(bytes).expect_err("a file that must be refused");
    assert!(begin.elapsed() < Duration::from_secs(1), "{:?}", begin.elapsed());
    for language in Language::all() {
        for problem in &problems {
            let line = notice::file_problem(language, problem);
            assert!(!line.is_empty() && line.chars().count() < 1000, "{line}");
        }
    }
    problems
}

/// A file with these settings.
fn with(settings: &str) -> String {
    format!(r#"{{ "version": 1, "place": "typical", "set": {{ {settings} }} }}"#)
}

/// The one reason for which a value of a key is refused.
fn reason(setting: &str) -> (String, Reason) {
    match problems(with(setting).as_bytes()).as_slice() {
        [FileProblem::Part(Problem { key, reason, .. })] => (key.clone(), reason.clone()),
        other => panic!("{setting}: {other:?}"),
    }
}

#[test]
fn a_file_sets_numbers_words_and_switches() {
    let settings = r#""caseload.insured": 60, "rule": "ceiling", "coordinator": true, "approve": "off",
        "turnover": "0.3", "digital": 5e1, "caseload.sickness": "today""#;
    let scenario = file::read(with(settings).as_bytes()).expect("a good file");
    let also =
        link::read("place=typical&caseload.insured=60&rule=ceiling&coordinator=on&turnover=0.3&digital=50");
    assert_eq!((scenario, also.problems), (also.scenario, vec![]));
}

#[test]
fn values_of_another_type_are_refused_with_what_is_accepted() {
    let cases = Expected::Number { min: 15.0, max: 250.0, whole: false, word: Some("today") };
    for value in [
        "true",
        "null",
        "[60]",
        "{\"a\": 60}",
        "\"sixty\"",
        "\"NaN\"",
        "\"\"",
        "1e308",
        "-1e308",
        "1e999",
        "-60",
    ] {
        let refused = reason(&format!(r#""caseload.insured": {value}"#));
        assert_eq!(refused, ("caseload.insured".to_owned(), Reason::NotAccepted(cases.clone())), "{value}");
    }
    for setting in [
        r#""coordinator": 1"#,
        r#""coordinator": "yes""#,
        r#""rule": 3"#,
        r#""rule": true"#,
        r#""approve": false"#,
    ] {
        assert!(matches!(reason(setting).1, Reason::NotAccepted(_)), "{setting}");
    }
}

#[test]
fn a_million_months_are_refused() {
    for key in ["horizon", "start", "end", "review", "ahead", "approve"] {
        let (named, reason) = reason(&format!("\"{key}\": 1000000"));
        assert_eq!(named, key);
        assert!(matches!(reason, Reason::NotAccepted(Expected::Number { whole: true, .. })), "{key}");
    }
}

#[test]
fn unknown_keys_and_groups_are_named() {
    for key in [
        "caseload",
        "caseload.",
        "caseload.nobody",
        "caseload.insured.x",
        "Rule",
        "",
        "set",
        "turnover.insured",
    ] {
        assert_eq!(reason(&format!("\"{key}\": 60")), (key.to_owned(), Reason::UnknownKey));
    }
    let top = problems(br#"{ "version": 1, "levers": {}, "SET": {} }"#);
    let named: Vec<_> = top
        .iter()
        .map(|problem| matches!(problem, FileProblem::Part(p) if p.reason == Reason::UnknownKey))
        .collect();
    assert_eq!(named, [true, true]);
}

#[test]
fn keys_given_twice_are_refused_not_overwritten() {
    let (key, twice) = reason(r#""caseload.insured": 60, "caseload.insured": 70"#);
    assert_eq!((key.as_str(), twice), ("caseload.insured", Reason::GivenTwice));
    let escaped = reason(r#""caseload.insured": 60, "caseload\u002einsured": 70"#);
    assert_eq!(escaped.1, Reason::GivenTwice);
    let top = problems(br#"{ "version": 1, "set": {}, "set": {} }"#);
    assert!(matches!(&top[..], [FileProblem::Part(p)] if p.key == "set" && p.reason == Reason::GivenTwice));
}

#[test]
fn what_is_not_json_is_refused_with_its_place() {
    for text in [
        "",
        " ",
        "null",
        "[]",
        "3",
        "\"version\"",
        "{",
        "{]",
        "{\"version\": NaN}",
        "{\"version\": 1,}",
        "{} {}",
        "// no",
    ] {
        assert!(matches!(&problems(text.as_bytes())[..], [FileProblem::NotJson { .. }]), "{text}");
    }
    assert_eq!(problems(b"{\n  \"version\" 1 }"), [FileProblem::NotJson { line: 2, column: 13 }]);
    assert_eq!(problems(b"{}"), [FileProblem::Missing("version")]);
    assert_eq!(problems(br#"{ "version": 1, "set": [] }"#), [FileProblem::NotAnObject("set")]);
    for version in ["2", "1.0", "\"1\"", "null", "1e0"] {
        let refused = problems(format!("{{ \"version\": {version} }}").as_bytes());
        assert!(
            matches!(&refused[..], [FileProblem::Part(p)] if p.reason == Reason::OtherVersion),
            "{version}"
        );
    }
}

#[test]
fn bytes_that_are_not_our_text_are_refused() {
    assert_eq!(problems(b"{ \"version\": 1, \"place\": \"H\xf8je-Taastrup\" }"), [FileProblem::NotText]);
    let utf16: Vec<u8> = "\u{feff}{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(problems(&utf16), [FileProblem::NotText]);
    assert!(matches!(&problems("\u{feff}\u{feff}{}".as_bytes())[..], [FileProblem::NotJson { .. }]));
    // Editors on Windows put one such mark before UTF-8; it says nothing and harms nothing.
    assert!(file::read("\u{feff}{\"version\": 1}".as_bytes()).is_ok());
}

#[test]
fn huge_and_deep_files_are_refused_at_once() {
    let deep = "[".repeat(10_000_000);
    assert_eq!(problems(deep.as_bytes()), [FileProblem::TooLarge]);
    for open in ["[", "{\"a\":"] {
        let deep = format!("{{ \"version\": 1, \"set\": {}", open.repeat(file::LARGEST / 6));
        assert!(matches!(&problems(deep.as_bytes())[..], [FileProblem::NotJson { .. }]));
    }
    let closed = format!("{}{}", "[".repeat(90_000), "]".repeat(90_000));
    assert!(matches!(reason(&format!("\"caseload.insured\": {closed}")).1, Reason::NotAccepted(_)));
    let many: String = (0..15_000).map(|i| format!("\"k{i}\":1,")).collect();
    assert_eq!(problems(with(many.trim_end_matches(',')).as_bytes()).len(), 20);
    let digits = format!("\"turnover\": 0.{}", "3".repeat(150_000));
    assert!(file::read(with(&digits).as_bytes()).is_ok());
}

#[test]
fn the_place_of_a_case_is_the_case_s_own() {
    let read = |text: &str| file::read(text.as_bytes());
    let both = read(r#"{ "version": 1, "case": "hjoerring", "place": "hjoerring" }"#).expect("they agree");
    assert!(matches!(both.start(), Start::Case(_)));
    assert_eq!(read(r#"{ "version": 1 }"#), Ok(Scenario::default()));
    let differ = problems(br#"{ "version": 1, "case": "hjoerring", "place": "silkeborg" }"#);
    assert!(matches!(&differ[..], [FileProblem::Part(p)] if p.key == "place" && p.value == "silkeborg"));
    for start in [r#""place": "atlantis""#, r#""case": 3"#, r#""place": null"#] {
        let refused = problems(format!("{{ \"version\": 1, {start} }}").as_bytes());
        assert!(matches!(&refused[..], [FileProblem::Part(p)] if matches!(p.reason, Reason::NotAccepted(_))));
    }
}

#[test]
fn a_file_says_only_what_differs_and_says_it_readably() {
    let mut scenario = place("typical");
    scenario.policy.caseload[group("insured")] = Some(60.0);
    scenario.policy.coordinator = true;
    let edition = format!("\"program\": \"{}\",\n  \"data\": \"{}\"", edition::VERSION, edition::data());
    let set = "{\n    \"caseload.insured\": 60,\n    \"coordinator\": true\n  }";
    let expected =
        format!("{{\n  \"version\": 1,\n  {edition},\n  \"place\": \"typical\",\n  \"set\": {set}\n}}\n");
    assert_eq!(file::write(&scenario), expected);
}

#[test]
fn a_file_saved_with_other_data_is_known_as_such() {
    let file = file::write(&place("typical"));
    assert!(!file::is_of_other_data(file.as_bytes()));
    let older = file.replace(&edition::data(), "0123456789abcdef");
    assert!(file::is_of_other_data(older.as_bytes()));
    assert_eq!(file::read(older.as_bytes()), Ok(place("typical")), "and it is read all the same");
    for silent in ["{ \"version\": 1 }", "{ \"version\": 1, \"data\": 3 }", "no file"] {
        assert!(!file::is_of_other_data(silent.as_bytes()), "{silent} says nothing of its data");
    }
}

#[test]
fn a_file_with_every_key_has_room() {
    let scenario = place("typical");
    let all: Vec<String> =
        Key::all().map(|key| format!("\"{}\": \"{}\"", key.name(), key.text(&scenario))).collect();
    let file = with(&all.join(", "));
    assert!(file.len() < file::LARGEST / 4, "{}", file.len());
    // Whatever is not a number takes its word; who has no word for "whoever it is".
    let refused: Vec<_> = match file::read(file.as_bytes()) {
        Ok(_) => vec![],
        Err(problems) => problems,
    };
    assert!(refused.iter().all(|p| matches!(p, FileProblem::Part(p) if p.key == "who")), "{refused:?}");
}
