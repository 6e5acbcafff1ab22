//! Runs as files and as a browser keeps them.

use crate::run;
use proptest::prelude::*;
use raaderum::present::file::{self, Fault, Wanted};
use raaderum::present::kept;
use raaderum::present::run::{MOST_STEPS, Run};
use raaderum::scenario::stored::Unread;
use raaderum::words::notice::run_problem;
use raaderum::words::text::Language;

const GOOD: &str = r#"{ "version": 1, "title": "T", "steps": [
    { "question": "A?", "scenario": "v=2&place=silkeborg" },
    { "question": "B?", "scenario": "v=2&place=typical&caseload.insured=60", "show": ["setting"], "reveal": ["figure.net", "chart.stock"],
      "guess": { "figure": "net", "from": -10, "to": 20.5 }, "minutes": 5, "notes": "one\ntwo" } ] }"#;

proptest! {
    #[test]
    fn what_is_written_is_read_again(run in run()) {
        prop_assert_eq!(file::read(file::write(&run).as_bytes()), Ok(run.clone()));
        prop_assert_eq!(kept::read(&kept::write(&run)), Ok(run.clone()));
        prop_assert_eq!(kept::write(&run).lines().count(), 2, "one line for a run");
    }

    #[test]
    fn no_bytes_break_it(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = file::read(&bytes);
    }

    #[test]
    fn no_change_of_a_good_file_breaks_it(at in 0..GOOD.len(), by in "[\\x20-\\x7e]{0,6}") {
        let mut text = GOOD.to_owned();
        text.replace_range(at..at + 1, &by);
        if let Err(problems) = file::read(text.as_bytes()) {
            prop_assert!(!problems.is_empty());
            for language in Language::all() {
                for problem in &problems {
                    prop_assert!(!run_problem(language, problem).is_empty());
                }
            }
        }
    }
}

/// The one problem of a file in which `from` has become `to`: its place and what is wrong.
fn problem(from: &str, to: &str) -> (String, Fault) {
    assert!(GOOD.contains(from), "{from}");
    let problems = file::read(GOOD.replacen(from, to, 1).as_bytes()).expect_err("it is refused");
    let [problem] = &problems[..] else { panic!("{problems:?}") };
    (problem.place.clone(), problem.fault.clone())
}

#[test]
fn each_mistake_is_told_with_its_place() {
    let not = |place: &str, wanted| (place.to_owned(), Fault::Not(wanted));
    assert_eq!(
        problem("\"version\": 1", "\"version\": 2"),
        ("version".into(), Fault::OtherVersion("2".into()))
    );
    assert_eq!(problem("\"title\": \"T\", ", ""), ("title".into(), Fault::Missing));
    assert_eq!(problem("\"B?\"", "7"), not("steps[2].question", Wanted::Text(400)));
    assert_eq!(problem("\"minutes\": 5", "\"minutes\": 0"), not("steps[2].minutes", Wanted::Whole(240)));
    assert_eq!(problem("chart.stock", "chart.joy"), not("steps[2].reveal[2]", Wanted::Part));
    assert_eq!(
        problem("\"figure\": \"net\"", "\"figure\": \"joy\""),
        not("steps[2].guess.figure", Wanted::Figure)
    );
    assert_eq!(problem("20.5", "-10"), not("steps[2].guess.to", Wanted::Above));
    assert_eq!(problem("\"from\": -10, ", ""), ("steps[2].guess.from".into(), Fault::Missing));
    assert_eq!(problem("\"notes\"", "\"note\""), ("steps[2].note".into(), Fault::Unknown));
    let (place, fault) = problem("caseload.insured=60", "caseload.insured=many");
    assert!(
        place == "steps[2].scenario"
            && matches!(fault, Fault::Link(problems) if problems[0].key == "caseload.insured")
    );
    assert!(matches!(problem("] }", "]"), (place, Fault::NotJson { line: 4, .. }) if place.is_empty()));
    let danish = Language::default();
    let problems = file::read(GOOD.replace("20.5", "-10").as_bytes()).expect_err("refused");
    assert_eq!(run_problem(danish, &problems[0]), "steps[2].guess.to: skal være et større tal end from");
}

#[test]
fn a_run_has_at_least_one_step_and_no_more_than_an_evening() {
    let steps = |count: usize| {
        let step = r#"{ "question": "A?", "scenario": "v=2&place=silkeborg" }"#;
        format!(r#"{{ "version": 1, "title": "T", "steps": [{}] }}"#, vec![step; count].join(","))
    };
    assert!(file::read(steps(0).as_bytes()).is_err());
    assert!(file::read(steps(MOST_STEPS).as_bytes()).is_ok());
    assert!(file::read(steps(MOST_STEPS + 1).as_bytes()).is_err());
    assert!(file::read(&vec![b' '; file::LARGEST + 1]).is_err());
}

#[test]
fn what_is_still_being_made_is_kept_and_what_is_not_ours_is_left() {
    let unfinished = Run { title: String::new(), ..Run::default() };
    assert_eq!(kept::read(&kept::write(&unfinished)), Ok(unfinished));
    assert_eq!(kept::read("2\n{}"), Err(Unread::Newer));
    assert_eq!(kept::read("1\n{\"version\": 1, \"steps\": 7}"), Err(Unread::Broken));
    assert_eq!(kept::read("{}"), Err(Unread::Broken));
    assert_eq!(kept::read(""), Err(Unread::Broken));
}

#[test]
fn steps_can_be_copied_and_moved_and_none_is_lost() {
    let mut run = file::read(GOOD.as_bytes()).expect("a run");
    run.copy(1);
    let questions = |run: &Run| run.steps.iter().map(|step| step.question.clone()).collect::<Vec<_>>();
    assert_eq!(questions(&run), ["A?", "B?", "B?"]);
    run.shift(0, 1);
    assert_eq!(questions(&run), ["B?", "A?", "B?"]);
    run.shift(0, -5);
    run.shift(2, 9);
    run.shift(9, 1);
    assert_eq!(questions(&run), ["B?", "A?", "B?"]);
}
