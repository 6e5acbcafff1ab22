//! Eight single-precision numbers side by side, against libm and against single runs in double precision.

use crate::common::{anything, levers, place, set};
use proptest::prelude::*;
use raaderum::model::evidence;
use raaderum::model::lane::{Eight, Lane};
use raaderum::model::month::{Item, Month};
use raaderum::model::outcome::{Outcome, length};
use raaderum::model::policy::Policy;
use raaderum::model::run::NEVER;
use raaderum::model::sweep::Sweep;
use raaderum::model::tables::LADDERS;
use raaderum::questions::measure::Measure;
use raaderum::questions::runs;
use raaderum::scenario::Scenario;

/// How far a value is from the exact one, in units of the exact one's last place in single precision.
fn off(found: f64, exact: f64) -> f64 {
    let rounded = (exact.abs() as f32).max(f32::MIN_POSITIVE);
    let unit = f32::from_bits(rounded.to_bits() + 1) - rounded;
    (found - exact).abs() / f64::from(unit)
}

/// The furthest over many arguments, and the argument.
fn furthest(
    arguments: impl Iterator<Item = f32>,
    lane: fn(Eight) -> Eight,
    exact: fn(f64) -> f64,
) -> (f64, f32) {
    let mut worst = (0.0, 0.0);
    for x in arguments {
        let found = lane(Eight::splat(f64::from(x))).get(7);
        let off = off(found, exact(f64::from(x)));
        if off > worst.0 || off.is_nan() {
            worst = (off, x);
        }
    }
    worst
}

/// From one number to another in even steps.
fn between(low: f32, high: f32, steps: u32) -> impl Iterator<Item = f32> {
    (0..=steps).map(move |i| low + (high - low) * (i as f32 / steps as f32))
}

/// Numbers of every size: each exponent from 2⁻ᵏ to 2ᵏ with mantissas across their range.
fn every_size(exponents: std::ops::Range<i32>) -> impl Iterator<Item = f32> {
    exponents.flat_map(|exponent| between(1.0, 1.999_999_9, 999).map(move |m| m * (exponent as f32).exp2()))
}

#[test]
fn exponentials_are_right_to_two_units_in_the_last_place_over_their_whole_range() {
    let (worst, at) = furthest(between(-87.3, 88.3, 400_000), Lane::exp, libm::exp);
    assert!(worst <= 2.0, "exp({at}) is {worst} units off");
    let sizes = || every_size(-40..-1).flat_map(|x| [x, -x]);
    let (worst, at) = furthest(sizes(), Lane::exp, libm::exp);
    assert!(worst <= 2.0, "exp({at}) is {worst} units off");
    let (worst, at) = furthest(sizes().chain(between(-17.0, 88.3, 100_000)), Lane::exp_m1, libm::expm1);
    assert!(worst <= 3.0, "exp_m1({at}) is {worst} units off");
}

#[test]
fn powers_of_two_are_right_to_two_units_in_the_last_place_and_their_logarithms_to_four() {
    let (worst, at) = furthest(between(-125.9, 126.0, 400_000), Lane::exp2, libm::exp2);
    assert!(worst <= 2.0, "exp2({at}) is {worst} units off");
    let less_one = |x: f64| libm::expm1(x * std::f64::consts::LN_2);
    let sizes = every_size(-40..-1).flat_map(|x| [x, -x]).chain(between(-24.0, 126.0, 100_000));
    let (worst, at) = furthest(sizes, Lane::exp2_m1, less_one);
    assert!(worst <= 3.0, "exp2_m1({at}) is {worst} units off");
    let (worst, at) =
        furthest(every_size(-126..127).chain(between(0.9, 1.1, 200_000)), Lane::log2, libm::log2);
    assert!(worst <= 4.0, "log2({at}) is {worst} units off");
    for of in [1.0, 0.7, 1.4, 1e-3, 3e5] {
        let lane = |x: f32| Eight::splat(x.into()).log2_over(Eight::splat(of)).get(7);
        for x in every_size(-20..20).chain(between(0.5, 3.0, 100_000)) {
            let exact = libm::log2(f64::from(x) / f64::from(of as f32));
            let off = (lane(x) - exact).abs() / exact.abs().max(1.0);
            assert!(off <= 2e-7, "log2({x} / {of}) is {off} off");
        }
    }
}

#[test]
fn logarithms_are_right_to_two_units_in_the_last_place_for_every_size() {
    let (worst, at) = furthest(every_size(-126..127), Lane::ln, libm::log);
    assert!(worst <= 2.0, "ln({at}) is {worst} units off");
    // Near 1, where the logarithm is small: hazards of groups that few leave.
    let (worst, at) = furthest(between(0.9, 1.1, 200_000), Lane::ln, libm::log);
    assert!(worst <= 2.0, "ln({at}) is {worst} units off");
}

#[test]
fn where_nothing_happens_nothing_happens_to_the_last_bit() {
    let (zero, one) = (Eight::zero(), Eight::one());
    assert_eq!(zero.exp().values(), [1.0; 8]);
    assert_eq!((-zero).exp().values(), [1.0; 8]);
    assert_eq!(zero.exp_m1().values(), [0.0; 8]);
    assert_eq!(one.ln().values(), [0.0; 8]);
    assert_eq!((zero.exp2().values(), zero.exp2_m1().values()), ([1.0; 8], [0.0; 8]));
    assert_eq!(one.log2().values(), [0.0; 8]);
    let some = Eight::splat(0.7);
    assert_eq!(some.log2_over(some).values(), [0.0; 8]);
    assert_eq!(Eight::power_of_log2(Eight::splat(0.7), zero).values(), [1.0; 8]);
}

#[test]
fn beyond_their_range_exponentials_stay_numbers() {
    for x in [-1e30, -200.0, -88.0, 89.0, 1e30] {
        let (power, less_one) = (Eight::splat(x).exp().get(0), Eight::splat(x).exp_m1().get(0));
        assert!(power.is_finite() && less_one.is_finite(), "{x}: {power} {less_one}");
        assert!(
            if x < 0.0 { power < 1e-37 && less_one == -1.0 } else { power > 1e38 },
            "{x}: {power} {less_one}"
        );
    }
}

/// What a run comes to after each month, and the sizes that single precision rounds against.
struct Sizes {
    people: f64,
    paid: f64,
}

impl Sizes {
    fn of(baseline: &[Month<f64>], t: usize) -> Self {
        let people = baseline[0].stock() + baseline[..=t].iter().map(passing).sum::<f64>();
        let gross = |month: &Month<f64>| {
            let items = month.purses.municipality.iter().chain(&month.purses.state);
            items.map(|paid| paid.abs()).sum::<f64>()
        };
        Self { people, paid: baseline[..=t].iter().map(gross).sum() }
    }
}

fn passing(month: &Month<f64>) -> f64 {
    month.groups.iter().map(|group| group.exits.iter().sum::<f64>()).sum()
}

/// So many policies are made of one.
const ALIKE: usize = 3;

/// A policy, and the same with other numbers: those run side by side.
fn with_other_numbers(policy: &Policy) -> [Policy; ALIKE] {
    let with = |factor: f64| {
        let mut other = policy.clone();
        other.caseload = policy.caseload.map(|target| target.map(|target| (target * factor).max(15.0)));
        other.talks = policy.talks.map(|talks| talks.map(|talks| talks * factor));
        other.mentor = policy.mentor.map(|hours| hours * factor);
        other.room = Some(2.0 * factor);
        other.one_off = 3.0 * factor;
        other
    };
    [policy.clone(), with(0.9), with(0.6)]
}

/// Whether anything in the run was decided by a figure being above or below another: single precision may decide
/// otherwise where the two are all but equal.
fn decided(policy: &Policy, outcome: &Outcome) -> bool {
    let ends = [outcome.scenario.cash_out, outcome.scenario.review_stop, outcome.uncapped.cash_out];
    policy.review.is_some() || policy.approve.is_some() || ends.iter().any(|end| *end < NEVER)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn policies_side_by_side_are_what_they_are_alone(
        base in anything(), many in prop::collection::vec(levers(), 6), month in 1..=120_u16,
    ) {
        let policies: Vec<Policy> = many.iter().flat_map(|one| with_other_numbers(&one.policy)).collect();
        let outcomes: Vec<Outcome> = policies.iter().map(|policy| base.with_policy(policy.clone()).simulate()).collect();
        for name in ["net", "state_net", "jobs", "stock", "clarified", "cap_price"] {
            let Some(measure) = Measure::parse(name, month) else { panic!("no figure {name}") };
            let found = runs::values(&base, &policies, measure);
            let mut astray = 0;
            let mut last = None;
            for (index, ((found, policy), outcome)) in found.iter().zip(&policies).zip(&outcomes).enumerate() {
                let sizes = Sizes::of(&outcome.baseline.months, usize::from(month));
                let size = if measure.is_money() { sizes.paid } else { sizes.people };
                let apart = (found - measure.of(outcome)).abs();
                let within = apart <= SIDE_BY_SIDE * size;
                let share = apart / size;
                prop_assert!(within || decided(policy, outcome), "{name}, month {month}: {share:e} of the gross");
                // Those made of one policy stand at the same edge.
                let family = index / ALIKE;
                if !within && last.replace(family) != Some(family) {
                    astray += 1;
                }
            }
            prop_assert!(astray <= 1, "{name}: {astray} of {} decided otherwise", many.len());
        }
    }
}

/// How far a figure may be from the single run's, as a share of the gross amount that it is a difference of.
const SIDE_BY_SIDE: f64 = 4e-6;

/// What single precision costs at the largest place there is: the whole country, with every group's caseload halved.
#[test]
fn single_precision_costs_the_whole_country_less_than_a_million_kroner() {
    let mut worst = (0.0, 0, "");
    let mut gross = 0.0;
    for rule in ["none", "self_financing", "one_frame"] {
        let scenario = halved(rule);
        let outcome = scenario.simulate();
        let ladder = &LADDERS[scenario.ladder];
        let reported = evidence::reported(&scenario.parameters, ladder);
        let mut sweep = Sweep::new(&scenario.place, &scenario.parameters, ladder, &reported);
        let mut t = 0;
        sweep.run(&scenario.policy, &[], length(&scenario.policy), &mut |seen| {
            let months = &outcome.scenario.months;
            let pairs = [
                ("municipal net", seen.month.municipal_net, months[t].municipal_net),
                ("state net", seen.month.state_net, months[t].state_net),
            ];
            for (name, found, exact) in pairs {
                let apart = (found.get(0) - exact).abs();
                if apart > worst.0 {
                    worst = (apart, t, name);
                }
            }
            t += 1;
        });
        let paid = |item: Item| {
            outcome.baseline.months.iter().map(move |m| m.purses.municipality[item as usize]).sum::<f64>()
        };
        gross = paid(Item::Benefits) + paid(Item::Caseworkers) + paid(Item::Activation);
    }
    let (apart, t, name) = worst;
    assert!(apart < 1e6, "{apart} DKK in month {t} of the {name}, of {gross:e} DKK paid in ten years");
    println!(
        "single precision: at most {apart:.0} DKK ({name}, month {t}) of {gross:e} DKK paid in ten years"
    );
}

fn halved(rule: &str) -> Scenario {
    let mut scenario = place("country");
    set(&mut scenario, "rule", rule);
    // More than any plan loses: the cash rule ends none.
    scenario.policy.reserve = Some(1e6);
    for g in 0..scenario.policy.caseload.len() {
        scenario.policy.caseload[g] = Some(scenario.place.caseload_today(g, &scenario.parameters) / 2.0);
    }
    scenario
}
