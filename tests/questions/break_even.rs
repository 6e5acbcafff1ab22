//! What must a lever be: every solution holds when it is put back in, and there are no others.

use crate::common::{anything, place, set};
use proptest::prelude::*;
use raaderum::model::tables::LEVERS;
use raaderum::questions::break_even::{Answer, BreakEven, EdgeKind, Goal, Stretch, break_even};
use raaderum::questions::measure::Measure;
use raaderum::questions::runs;
use raaderum::questions::setting::Number;
use raaderum::scenario::Scenario;
use raaderum::scenario::keys::Key;

fn plan(settings: &[(&str, &str)]) -> Scenario {
    let mut scenario = place("typical");
    for (key, value) in settings {
        set(&mut scenario, key, value);
    }
    scenario
}

fn key(name: &str) -> Key {
    Key::parse(name).expect("a key")
}

fn ask(scenario: &Scenario, name: &str, goal: Goal) -> Answer {
    break_even(scenario, key(name), goal).expect("a number")
}

/// The figure with the lever there.
fn put(scenario: &Scenario, answer: &Answer, at: f64) -> f64 {
    let mut moved = scenario.clone();
    answer.number.put(&mut moved, at);
    runs::value(&moved, answer.goal.measure)
}

/// Both ends of a stretch reach the goal and what lies just outside does not; a crossing lies on the goal.
fn holds(scenario: &Scenario, answer: &Answer, stretch: &Stretch) {
    let Number { usual, bounds, whole, .. } = answer.number;
    let step = if whole { 1.0 } else { 1e-6 * (usual[1] - usual[0]) };
    for (edge, outwards, bound) in [(stretch.from, -step, bounds[0]), (stretch.to, step, bounds[1])] {
        let value = put(scenario, answer, edge.at);
        assert!(answer.goal.reached(value), "{edge:?}: {value}");
        match edge.kind {
            EdgeKind::Bound => assert_eq!(edge.at, bound),
            EdgeKind::Crossing => {
                let outside = put(scenario, answer, edge.at + outwards);
                assert!(!answer.goal.reached(outside), "{edge:?}: {outside}");
                assert!(
                    (value - outside).abs() < 5e-4 * (stretch.best.value - answer.goal.value).abs() + 50.0
                );
            }
            EdgeKind::Jump | EdgeKind::Whole => {
                let outside = put(scenario, answer, edge.at + outwards);
                assert!(!answer.goal.reached(outside), "{edge:?}: {outside}");
            }
        }
    }
}

fn stretches(scenario: &Scenario, answer: &Answer) -> Vec<Stretch> {
    let BreakEven::Where(stretches) = &answer.found else { panic!("{answer:?}") };
    for stretch in stretches.iter() {
        holds(scenario, answer, stretch);
    }
    stretches.to_vec()
}

#[test]
fn insured_break_even_between_two_caseloads() {
    let scenario = plan(&[]);
    let answer = ask(&scenario, "caseload.insured", Goal::break_even(72));
    let found = stretches(&scenario, &answer);
    assert_eq!(found.len(), 1);
    assert!((20.0..40.0).contains(&found[0].from.at), "{found:?}");
    // As today nothing is spent and nothing saved; beyond that, cuts cost more than they save.
    assert!((found[0].to.at - 120.0).abs() < 1e-3, "{found:?}");
    assert!(found[0].best.value > 10e6);
    assert_eq!(answer.present, 0.0);
}

#[test]
fn a_lever_that_does_nothing_is_told_from_one_that_does_too_little() {
    let scenario = plan(&[("caseload.sickness", "50")]);
    let goal = Goal::break_even(72);
    let nothing = ask(&scenario, "reinvest", goal).found;
    assert!(matches!(nothing, BreakEven::NoEffect { value } if value < -1e6), "{nothing:?}");
    let little = ask(&scenario, "rules_cut", Goal { value: 1e9, ..goal }).found;
    let BreakEven::Never { best } = little else { panic!("{little:?}") };
    assert!(best.at > 0.0 && best.value < 1e9);
    let enough = ask(&scenario, "rules_cut", Goal { value: -1e9, ..goal }).found;
    let BreakEven::Always { worst } = enough else { panic!("{enough:?}") };
    assert_eq!(worst.at, 0.0);
}

#[test]
fn a_rule_that_begins_to_bite_is_a_jump() {
    // Where a council that looks two years ahead says no, nothing is done and nothing lost.
    let scenario = plan(&[("caseload.insured", "60"), ("approve", "2")]);
    let goal = Goal { measure: Measure::Jobs(72), value: 5.0 };
    let answer = ask(&scenario, "caseload.insured", goal);
    let found = stretches(&scenario, &answer);
    let kinds: Vec<EdgeKind> =
        found.iter().flat_map(|stretch| [stretch.from.kind, stretch.to.kind]).collect();
    assert!(kinds.contains(&EdgeKind::Jump) && kinds.contains(&EdgeKind::Crossing), "{found:?}");
}

#[test]
fn a_plan_may_break_even_in_a_single_point() {
    // Half of the net of fewer cases is lost again below: the goal is the very top of the hill.
    let scenario = plan(&[]);
    let top = ask(&scenario, "caseload.insured", Goal::break_even(72));
    let best = stretches(&scenario, &top)[0].best;
    // A little below the best point of the scan the stretch is short, and still it is found.
    let goal = Goal { measure: Measure::Net(72), value: best.value + 1.0 };
    let answer = ask(&scenario, "caseload.insured", goal);
    let found = stretches(&scenario, &answer);
    assert_eq!(found.len(), 1);
    assert!(found[0].to.at - found[0].from.at < 2.0 * (250.0 - 15.0) / 128.0, "{found:?}");
}

#[test]
fn whole_levers_have_whole_solutions() {
    let scenario = plan(&[("caseload.insured", "60")]);
    let answer = ask(&scenario, "end", Goal { measure: Measure::Net(72), value: 10e6 });
    let found = stretches(&scenario, &answer);
    assert!(found.iter().all(|stretch| stretch.from.at.fract() == 0.0 && stretch.to.at.fract() == 0.0));
    assert!(found.iter().all(|stretch| stretch.from.kind != EdgeKind::Crossing));
}

#[test]
fn an_assumption_can_be_asked_for_and_a_choice_cannot() {
    let scenario = plan(&[("caseload.job_ready", "40")]);
    let answer = ask(&scenario, "elasticity_job.job_ready", Goal::break_even(72));
    assert!(!stretches(&scenario, &answer).is_empty());
    for name in ["rule", "coordinator", "population", "stock.insured", "ladder"] {
        assert_eq!(break_even(&scenario, key(name), Goal::break_even(72)), None, "{name}");
    }
}

#[test]
fn the_payback_may_be_asked_for() {
    let scenario = plan(&[]);
    let goal = Goal { measure: Measure::Payback, value: 24.0 };
    let answer = ask(&scenario, "caseload.insured", goal);
    for stretch in stretches(&scenario, &answer) {
        assert!(stretch.best.value <= 24.0);
        assert_ne!(stretch.to.kind, EdgeKind::Crossing);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_scenario_every_solution_holds(
        scenario in anything(), lever in 0..LEVERS.len(), month in 1..=120_u16, value in -10e6..10e6,
    ) {
        let group = LEVERS[lever].per_group.then_some(0);
        let goal = Goal { measure: Measure::Net(month), value };
        let Some(answer) = break_even(&scenario, Key::Lever(lever, group), goal) else { return Ok(()) };
        match &answer.found {
            BreakEven::Where(stretches) => {
                prop_assert!(!stretches.is_empty());
                prop_assert!(stretches.windows(2).all(|pair| pair[0].to.at < pair[1].from.at));
                for stretch in stretches.iter() {
                    prop_assert!(stretch.from.at <= stretch.best.at && stretch.best.at <= stretch.to.at);
                    prop_assert!(goal.reached(put(&scenario, &answer, stretch.from.at)));
                    prop_assert!(goal.reached(put(&scenario, &answer, stretch.to.at)));
                }
            }
            BreakEven::Always { worst } => prop_assert!(goal.reached(worst.value)),
            BreakEven::Never { best } => prop_assert!(!goal.reached(best.value)),
            BreakEven::NoEffect { value } => prop_assert!(value.is_finite()),
        }
    }
}
