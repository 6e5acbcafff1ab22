//! Contributions: exact, fair, and the same in any order.

use crate::common::{anything, place, set};
use proptest::prelude::*;
use raaderum::model::tables::{HEADLINES, case_by_id};
use raaderum::questions::measure::Measure;
use raaderum::questions::setting::Setting;
use raaderum::questions::shapley::{Coalition, MOST_EXACT, shares};
use raaderum::questions::why::{Since, Why, why};
use raaderum::scenario::Scenario;
use raaderum::scenario::keys::Key;

const NET: Measure = Measure::Net(72);

fn asked(scenario: &Scenario) -> Why {
    why(scenario, Since::Began, NET).expect("an amount")
}

fn moved(settings: &[(&str, &str)]) -> Scenario {
    let mut scenario = place("typical");
    for (key, value) in settings {
        set(&mut scenario, key, value);
    }
    scenario
}

fn adds_up(why: &Why) {
    let sum: f64 = why.parts.iter().map(|part| part.adds).sum();
    let size = why.parts.iter().map(|part| part.adds.abs()).fold(why.value[1].abs(), f64::max);
    let total = why.value[1] - why.value[0];
    assert!((sum - total).abs() <= 1e-9 * size.max(1.0), "{sum} {total}");
}

/// A game in which each brings something and pairs of neighbours bring more.
fn game(count: usize) -> impl Fn(&[Coalition]) -> Vec<f64> {
    move |all| {
        let value = |coalition: &Coalition| {
            let alone: f64 = (0..count).filter(|one| coalition[*one]).map(|one| one as f64).sum();
            let pairs = (0..count - 1).filter(|one| coalition[*one] && coalition[one + 1]).count();
            alone + 2.0 * pairs as f64
        };
        all.iter().map(value).collect()
    }
}

/// Every pair's surplus is shared equally between the two.
fn fair(count: usize) -> Vec<f64> {
    let neighbours = |one: usize| f64::from(u8::from(one > 0) + u8::from(one + 1 < count));
    (0..count).map(|one| one as f64 + neighbours(one)).collect()
}

#[test]
fn a_game_with_a_known_answer_is_shared_as_known() {
    for count in 1..=MOST_EXACT {
        let found = shares(count, game(count));
        assert_eq!(found.error, None);
        for (found, fair) in found.share.iter().zip(fair(count)) {
            assert!((found - fair).abs() < 1e-12, "{count}: {found} {fair}");
        }
    }
}

#[test]
fn a_sampled_answer_is_within_its_error_and_adds_up() {
    let count = 24;
    let found = shares(count, game(count));
    let errors = found.error.expect("an error for each");
    let mut outside = 0;
    for ((found, fair), error) in found.share.iter().zip(fair(count)).zip(&errors) {
        assert!(*error < 0.2, "{error}");
        outside += usize::from((found - fair).abs() > 3.0 * error + 1e-9);
    }
    assert!(outside <= 1, "{outside}");
    let sum: f64 = found.share.iter().sum();
    assert!((sum - (found.value[1] - found.value[0])).abs() < 1e-9);
    // The first pays for all; whoever only comes along gets nothing, sampled or not.
    let dictator = |all: &[Coalition]| all.iter().map(|one| f64::from(u8::from(one[0]))).collect();
    let found = shares(count, dictator);
    assert!((found.share[0] - 1.0).abs() < 1e-12);
    assert!(found.share[1..].iter().all(|share| *share == 0.0));
}

#[test]
fn what_was_moved_is_told_with_from_and_to() {
    let scenario = moved(&[("turnover", "0.3"), ("rule", "ceiling"), ("caseload.insured", "60")]);
    let found = asked(&scenario);
    let told: Vec<_> = found.parts.iter().map(|part| (part.key.name(), part.from, part.to)).collect();
    let expected = [
        ("caseload.insured".to_owned(), Setting::Number(120.0), Setting::Number(60.0)),
        ("rule".to_owned(), Setting::Word("none"), Setting::Word("ceiling")),
        ("turnover".to_owned(), Setting::Number(0.25), Setting::Number(0.3)),
    ];
    assert_eq!(told, expected);
    adds_up(&found);
    assert_eq!(found.value, [0.0, 0.0]);
    // The cap takes back exactly what the caseload gives, and the turnover has nothing to work on.
    assert!(found.parts[0].adds > 1e6 && found.parts[1].adds < -1e6);
}

#[test]
fn two_levers_that_do_the_same_get_the_same() {
    // Either of the two stops the plan, which loses money; together they stop it no more.
    let scenario = moved(&[("caseload.sickness", "50"), ("rule", "ceiling"), ("approve", "1")]);
    let found = asked(&scenario);
    let [plan, rule, approve] = [0, 1, 2].map(|index| found.parts[index].adds);
    // Single precision of a year's benefits.
    assert!(rule > 1e6 && (rule - approve).abs() < 2e-4 * rule, "{rule} {approve}");
    assert!((plan + rule + approve).abs() < 1e-6 * rule);
}

#[test]
fn a_lever_that_does_nothing_gets_nothing() {
    let scenario = moved(&[("caseload.insured", "60"), ("caseload.sickness", "50"), ("reinvest", "90")]);
    let found = asked(&scenario);
    let reinvest = found.parts.iter().find(|part| part.key.name() == "reinvest").expect("it was moved");
    assert_eq!(reinvest.adds, 0.0);
    adds_up(&found);
}

#[test]
fn nothing_moved_has_no_parts_and_a_case_is_counted_from_nothing_if_asked() {
    assert_eq!(asked(&place("typical")).parts, []);
    let case = Scenario::of_case(case_by_id("silkeborg_jobrehabilitering").expect("a case"));
    assert_eq!(asked(&case).parts, []);
    let whole = why(&case, Since::Nothing, NET).expect("an amount");
    assert_eq!(whole.value, [0.0, case.simulate().municipal_net(72)]);
    assert!(whole.parts.iter().all(|part| matches!(part.key, Key::Lever(..))));
    adds_up(&whole);
}

#[test]
fn a_payback_that_never_comes_cannot_be_shared_out() {
    let scenario = moved(&[("caseload.sickness", "50")]);
    assert_eq!(why(&scenario, Since::Began, Measure::Payback), None);
}

#[test]
fn more_levers_than_can_be_counted_are_sampled_and_say_so() {
    let groups = ["insured", "job_ready", "activity_ready", "education_help", "sickness", "resource_course"];
    let mut scenario = place("typical");
    for group in groups {
        set(&mut scenario, &format!("caseload.{group}"), "40");
        set(&mut scenario, &format!("talks.{group}"), "2");
    }
    let found = asked(&scenario);
    assert_eq!(found.parts.len(), 12);
    adds_up(&found);
    assert!(found.parts.iter().all(|part| part.error.is_some_and(|error| error < 0.2e6)), "{found:?}");
    // The same every time, or the page would flicker.
    assert_eq!(found, asked(&scenario));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_parts_add_up_whatever_was_moved(scenario in anything()) {
        let began = scenario.unmoved();
        let moved = Key::all().filter(|key| key.text(&scenario) != key.text(&began)).count();
        // More changes take longer and prove nothing more.
        if moved <= 6 {
            adds_up(&asked(&scenario));
        }
    }
}

#[test]
fn a_lever_set_to_where_it_stood_is_not_a_change() {
    let asked = asked(&moved(&[("caseload.insured", "60"), ("caseload.job_ready", "80")]));
    let keys: Vec<String> = asked.parts.iter().map(|part| part.key.name()).collect();
    assert_eq!(keys, ["caseload.insured"]);
    adds_up(&asked);
}

#[test]
fn every_headline_with_assumptions_is_a_figure() {
    for (name, assumptions) in HEADLINES {
        assert!(Measure::parse(name, 72).is_some(), "{name}");
        assert!(!assumptions.is_empty(), "{name}");
    }
}
