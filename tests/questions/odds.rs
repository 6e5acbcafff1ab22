//! In how many of the draws a goal is reached: every share is counted, and what is called as good as sure is so.

use crate::common::{anything, place, set};
use crate::known;
use proptest::prelude::*;
use raaderum::model::tables::LEVERS;
use raaderum::questions::break_even::{BreakEven, EdgeKind, Goal, break_even};
use raaderum::questions::measure::Measure;
use raaderum::questions::odds::{Chance, Odds, SURE, Work, odds};
use raaderum::questions::setting::Number;
use raaderum::questions::spread;
use raaderum::scenario::Scenario;
use raaderum::scenario::keys::Key;

const DRAWS: usize = 64;

fn key(name: &str) -> Key {
    Key::parse(name).expect("a key")
}

fn plan() -> Scenario {
    let mut scenario = place("silkeborg");
    set(&mut scenario, "caseload.job_ready", "45");
    scenario
}

/// The lever put where it is asked for.
fn there(scenario: &Scenario, number: &Number, at: f64) -> Scenario {
    let mut moved = scenario.clone();
    number.put(&mut moved, at);
    moved
}

/// Between these shares of the draws the goal is reached: short of it, or beyond it, by what may be rounding does not count.
fn counted(scenario: &Scenario, goal: Goal) -> [f64; 2] {
    let values = spread::values(scenario, goal.measure, DRAWS);
    let rounding = match goal.measure {
        Measure::Payback => 0.0,
        measure if measure.is_money() => 5e-6 * 200_000.0 * scenario.place.total_stock(),
        _ => 5e-6 * scenario.place.total_stock() + 1e-6,
    };
    [rounding, -rounding].map(|short| {
        let reached = |value: &&f32| goal.surplus(f64::from(**value)) >= short;
        values.iter().filter(reached).count() as f64 / values.len() as f64
    })
}

fn counts(scenario: &Scenario, found: &Odds, goal: Goal, Chance { at, share }: Chance) {
    let [low, high] = counted(&there(scenario, &found.number, at), goal);
    assert!((low..=high).contains(&share), "{at}: {share} is not in {low}–{high}");
}

#[test]
fn every_share_is_counted_in_the_draws_of_that_very_plan() {
    let scenario = plan();
    let keys = ["caseload.job_ready", "evidence", "start", "elasticity_job.job_ready"];
    for name in keys {
        for goal in [
            Goal::break_even(72),
            Goal { measure: Measure::Jobs(60), value: 5.0 },
            Goal { measure: Measure::Payback, value: 60.0 },
        ] {
            let found = odds(&scenario, key(name), goal, DRAWS).expect("a number");
            let [low, high] = counted(&scenario, goal);
            assert!((low..=high).contains(&found.present), "{name} {}", found.present);
            found.scan.iter().for_each(|chance| counts(&scenario, &found, goal, *chance));
            let [first, last] = [0, found.scan.len() - 1].map(|place| found.scan[place].at);
            assert_eq!([first, last], found.number.bounds, "{name}");
        }
    }
}

#[test]
fn the_whole_range_is_looked_at_in_some_twenty_places() {
    for name in ["caseload.job_ready", "evidence", "start", "horizon", "elasticity_job.job_ready"] {
        let found = odds(&plan(), key(name), Goal::break_even(72), 8).expect("a number");
        assert!((16..=28).contains(&found.scan.len()), "{name} {}", found.scan.len());
    }
}

#[test]
fn where_it_is_as_good_as_sure_it_is_and_just_outside_it_is_not() {
    let scenario = plan();
    for name in ["caseload.job_ready", "evidence", "reinvest", "start", "caseload.insured"] {
        let key = key(name);
        for goal in [Goal::break_even(72), Goal { measure: Measure::Jobs(60), value: 5.0 }] {
            let found = odds(&scenario, key, goal, DRAWS).expect("a number");
            let Number { bounds, usual, whole, .. } = found.number;
            let step = if whole { 1.0 } else { 1e-3 * (usual[1] - usual[0]) };
            for [from, to] in &found.sure {
                assert!(from.at <= to.at && from.share >= SURE && to.share >= SURE, "{name} {from:?} {to:?}");
                for (end, outwards, bound) in [(from, -step, bounds[0]), (to, step, bounds[1])] {
                    counts(&scenario, &found, goal, *end);
                    if end.at != bound {
                        let [low, _] = counted(&there(&scenario, &found.number, end.at + outwards), goal);
                        assert!(low < SURE, "{name} {end:?}: {low}");
                    }
                }
            }
        }
    }
}

/// Without anything uncertain every draw is the central run, and what breaks even there is sure.
#[test]
fn where_nothing_is_uncertain_the_odds_are_those_of_break_even() {
    let scenario = known(&plan());
    for name in ["caseload.job_ready", "evidence", "start"] {
        let (key, goal) = (key(name), Goal { measure: Measure::Jobs(72), value: 10.0 });
        let found = odds(&scenario, key, goal, DRAWS).expect("a number");
        assert!(found.scan.iter().all(|chance| [0.0, 1.0].contains(&chance.share)), "{found:?}");
        let number = found.number;
        let near = 2e-3 * (number.usual[1] - number.usual[0]);
        let alike = |one: f64, other: f64| (one - other).abs() <= near;
        match break_even(&scenario, key, goal).expect("a number").found {
            BreakEven::Where(stretches) => {
                assert_eq!(stretches.len(), found.sure.len(), "{name}: {stretches:?} {:?}", found.sure);
                for (stretch, [from, to]) in stretches.iter().zip(&found.sure) {
                    assert!(
                        alike(stretch.from.at, from.at) && alike(stretch.to.at, to.at),
                        "{name} {from:?}"
                    );
                    assert!([stretch.from, stretch.to].iter().any(|edge| edge.kind != EdgeKind::Bound));
                }
            }
            BreakEven::Always { .. } => assert_eq!(found.sure.len(), 1, "{name}"),
            BreakEven::Never { .. } => assert!(found.sure.is_empty(), "{name}"),
            BreakEven::NoEffect { .. } => {}
        }
    }
}

/// What is uncertain of today is so with and without the lever: a caseload that stays gains and loses nothing but rounding.
#[test]
fn a_caseload_put_where_it_is_today_is_as_sure_as_nothing_done() {
    for name in ["typical", "silkeborg", "country"] {
        let found =
            odds(&place(name), key("caseload.insured"), Goal::break_even(72), 1024).expect("a number");
        let today = Chance { at: found.today.expect("a number"), share: 1.0 };
        assert_eq!(found.present, 1.0, "{name}");
        assert!(found.sure.iter().any(|ends| ends.contains(&today)), "{name} {:?}", found.sure);
    }
}

/// Where the lever stands lies between the places that are looked at evenly.
#[test]
fn what_is_nearest_to_sure_may_be_the_plan_itself() {
    let mut scenario = place("typical");
    set(&mut scenario, "caseload.job_ready", "105");
    let goal = Goal { measure: Measure::Net(72), value: 3e5 };
    let found = odds(&scenario, key("caseload.job_ready"), goal, 1024).expect("a number");
    assert!(
        found.sure.is_empty() && found.scan.iter().all(|chance| chance.share < found.present),
        "{found:?}"
    );
    assert_eq!(found.most, Some(Chance { at: 105.0, share: found.present }));
}

#[test]
fn found_in_parts_it_is_the_same() {
    let (scenario, goal) = (plan(), Goal::break_even(72));
    let whole = odds(&scenario, key("caseload.job_ready"), goal, DRAWS);
    let mut work = Work::begin(&scenario, key("caseload.job_ready"), goal, DRAWS).expect("a number");
    while work.ask(8) {}
    assert_eq!(Some(work.told()), whole);
    assert_eq!(odds(&scenario, key("rule"), goal, DRAWS), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn shares_are_shares_and_stretches_lie_apart(scenario in anything(), lever in 0..LEVERS.len(), goal in -1e6..1e6_f64) {
        let key = Key::Lever(lever, LEVERS[lever].per_group.then_some(0));
        let goal = Goal { measure: Measure::Net(60), value: goal };
        let Some(found) = odds(&scenario, key, goal, 16) else { return Ok(()) };
        for pair in found.scan.windows(2) {
            prop_assert!(pair[0].at < pair[1].at, "{pair:?}");
        }
        let shares = found.scan.iter().chain(found.sure.iter().flatten()).map(|chance| chance.share);
        prop_assert!(shares.chain([found.present]).all(|share| (0.0..=1.0).contains(&share)), "{found:?}");
        for pair in found.sure.windows(2) {
            prop_assert!(pair[0][1].at < pair[1][0].at, "{pair:?}");
        }
        let pieces = found.pieces();
        prop_assert_eq!(pieces.len(), found.scan.len());
        for ((ends, share), chance) in pieces.iter().zip(&found.scan) {
            prop_assert!((ends[0]..=ends[1]).contains(&chance.at) && *share == chance.share, "{ends:?} {chance:?}");
        }
        prop_assert!(pieces.windows(2).all(|pair| pair[0].0[1] == pair[1].0[0]), "{pieces:?}");
        let most = found.most.expect("something was looked at");
        prop_assert!(found.scan.iter().all(|chance| (chance.share, -chance.at) <= (most.share, -most.at)));
    }
}
