//! Bands: nested, settled, still where nothing moves, and nowhere where nothing is unknown.

use crate::common::{anything, place, set};
use proptest::prelude::*;
use raaderum::model::month::Month;
use raaderum::model::policy::Rule;
use raaderum::model::tables::{GROUP_COUNT, Law, Parameter, group_by_id, parameter as p};
use raaderum::scenario::{Scenario, uncertain};
use raaderum::uncertainty::bands::Bands;
use raaderum::uncertainty::draws::{IN_FRAME, MOST};
use raaderum::uncertainty::ensemble::Until;
use raaderum::uncertainty::samples::{Samples, Watch};
use raaderum::uncertainty::series::Series;

pub const ALL: [Series; 7] = [
    Series::Stock(None),
    Series::StockChange,
    Series::Jobs,
    Series::Clarified,
    Series::MunicipalNet,
    Series::StateNet,
    Series::PriceOfCap,
];
/// Place of the municipal net in [`ALL`].
const NET: usize = 4;

/// Every month of every series, as far as `horizon`.
pub fn samples(scenario: &Scenario, horizon: usize, draws: usize) -> Samples {
    let watch = Watch { months: ALL.to_vec(), ends: ALL.to_vec(), horizon };
    let mut samples = Samples::new(watch, draws);
    let approved = uncertain::approved(&scenario.simulate());
    uncertain::ensemble(scenario).advance(&scenario.policy, approved, Until::End, &mut samples, draws);
    samples
}

fn bands(scenario: &Scenario, draws: usize) -> Bands {
    let horizon = usize::from(scenario.policy.horizon);
    Bands::of(&samples(scenario, horizon, draws), &mut Vec::new())
}

pub fn moved(settings: &[(&str, &str)]) -> Scenario {
    let mut scenario = place("typical");
    settings.iter().for_each(|(key, value)| set(&mut scenario, key, value));
    scenario
}

pub fn plan() -> Scenario {
    moved(&[("caseload.insured", "60"), ("caseload.sickness", "50")])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bands_are_nested_and_numbers_whatever_the_scenario(scenario in anything()) {
        let bands = bands(&scenario, 64);
        for spread in bands.months.iter().flatten().chain(&bands.ends) {
            prop_assert!(spread.iter().all(|value| value.is_finite()), "{spread:?}");
            prop_assert!(spread.windows(2).all(|pair| pair[0] <= pair[1]), "{spread:?}");
        }
        prop_assert!(bands.payback.by_month.windows(2).all(|pair| pair[0] <= pair[1]));
        prop_assert!((0.0..=1.0001).contains(&bands.payback.ever()), "{}", bands.payback.ever());
        for (series, of) in ALL.iter().enumerate() {
            prop_assert_eq!(bands.months[series].len(), bands.watch.horizon + 1);
            prop_assert_eq!(bands.months[series][bands.watch.horizon], bands.ends[series], "{:?}", of);
        }
    }
}

#[test]
fn more_draws_leave_the_first_ones_as_they_are() {
    let scenario = plan();
    let few = samples(&scenario, 24, 64);
    let many = samples(&scenario, 24, IN_FRAME + 64);
    let mut ensemble = uncertain::ensemble(&scenario);
    let mut slices = Samples::new(few.watch().clone(), 64);
    for slice in [8, 40, 8, 8] {
        ensemble.advance(&scenario.policy, true, Until::End, &mut slices, slice);
    }
    // Those of a frame are kept; another run of them gives the same bits.
    let mut again = Samples::new(few.watch().clone(), 64);
    ensemble.advance(&scenario.policy, true, Until::End, &mut again, 64);
    for other in [&many, &slices, &again] {
        assert_eq!(few.payback(), &other.payback()[..64]);
        for (series, of) in ALL.iter().enumerate() {
            for month in 0..=24 {
                assert_eq!(few.month(series, month), &other.month(series, month)[..64], "{of:?} {month}");
            }
        }
    }
}

/// A frame's band is off by at most this share of the settled band's width; at its ends by less than one in twenty.
const SETTLED: f32 = 0.05;

#[test]
fn the_band_of_a_frame_is_near_the_one_of_all_draws() {
    let scenario = moved(&[("caseload.insured", "60"), ("rule", "self_financing"), ("horizon", "12")]);
    let (frame, settled) = (bands(&scenario, IN_FRAME), bands(&scenario, MOST));
    assert_eq!((frame.draws, settled.draws), (IN_FRAME, MOST));
    let mut furthest = 0.0_f32;
    for (series, of) in ALL.iter().enumerate() {
        for month in 1..=12 {
            let (now, then) = (frame.months[series][month], settled.months[series][month]);
            let width = then[4] - then[0];
            // A band of less than this is rounding.
            let least = if of.adds_up() { 1_000.0 } else { 0.01 };
            for (now, then) in now.iter().zip(then).filter(|_| width > least) {
                let off = (now - then).abs() / width;
                assert!(off < SETTLED, "{of:?} month {month}: {now}, not {then}: {off} of the width");
                furthest = furthest.max(off);
            }
        }
    }
    for months in [12, 24, 36, 120] {
        let apart = (frame.payback.after(months) - settled.payback.after(months)).abs();
        assert!(apart < 0.02, "chance of payback in {months} months: {apart}");
    }
    println!("a frame's band is at most {:.1} % of its width off", 100.0 * furthest);
}

/// What single precision makes of nothing: so much of what a year costs, or of all people on benefits.
const NOTHING: f64 = 1e-6;

fn assert_no_width(scenario: &Scenario, what: &str) {
    let bands = bands(scenario, 64);
    let outcome = scenario.simulate();
    let [paid, people] = [12.0 * gross(&outcome.baseline.months[0]), scenario.place.total_stock()];
    for (series, of) in ALL.iter().enumerate().skip(1) {
        // Under a rule the plan may change nothing because of it, and that has a price.
        if *of == Series::PriceOfCap && scenario.policy.rule != Rule::None {
            continue;
        }
        let least = NOTHING * if of.adds_up() { paid } else { people };
        for spread in &bands.months[series] {
            assert!(spread.iter().all(|value| f64::from(value.abs()) <= least), "{what}, {of:?}: {spread:?}");
        }
    }
    assert_eq!((bands.payback.costs_nothing, bands.payback.ever()), (1.0, 1.0), "{what}");
}

/// All that a month costs both purses, incomes as costs.
fn gross(month: &Month<f64>) -> f64 {
    month.purses.municipality.iter().chain(&month.purses.state).map(|paid| paid.abs()).sum()
}

#[test]
fn a_plan_that_changes_nothing_has_a_band_of_no_width() {
    assert_no_width(&place("typical"), "nothing moved");
    assert_no_width(&moved(&[("rule", "ceiling"), ("caseload.insured", "60"), ("room", "0")]), "no room");
    let mut today = place("typical");
    for g in 0..GROUP_COUNT {
        today.policy.caseload[g] = Some(today.place.caseload_today(g, &today.parameters));
        today.policy.talks[g] = Some(today.parameters[p::TALKS_LAW[g]]);
    }
    assert_no_width(&today, "as today");
    set(&mut today, "cycle", "10");
    set(&mut today, "inflow", "-3");
    set(&mut today, "staffing", "keep");
    assert_no_width(&today, "as today, in a changing world");
}

#[test]
fn a_plan_that_the_council_turns_down_has_none_either() {
    for around in [&[][..], &[("cycle", "10"), ("inflow", "-3")]] {
        let mut refused = moved(&[("caseload.sickness", "40"), ("approve", "1"), ("one_off", "5")]);
        around.iter().for_each(|(key, value)| set(&mut refused, key, value));
        assert!(refused.simulate().forgone.is_some());
        let bands = bands(&refused, 64);
        for spread in bands.months[1..].iter().flatten() {
            assert_eq!(*spread, [0.0; 5]);
        }
        assert_eq!((bands.payback.costs_nothing, bands.payback.ever()), (1.0, 1.0));
    }
}

#[test]
fn what_is_set_by_hand_gives_no_width() {
    let mut scenario = plan();
    for parameter in Parameter::all() {
        let [low, high] = parameter.spec().bounds;
        let central = scenario.parameters[parameter];
        // As near as can be to the centre, and yet set by hand.
        let nudged = if central < high { central.next_up() } else { central.next_down() };
        assert!((low..=high).contains(&nudged), "{}", parameter.spec().key);
        scenario.parameters[parameter] = nudged;
    }
    let bands = bands(&scenario, 64);
    for spread in bands.months.iter().flatten() {
        assert_eq!(spread[0], spread[4], "{spread:?}");
    }
    // Freeing one lets the net spread, and the people stand still.
    scenario.parameters[p::COST] = p::COST.figure(Law::NEWEST).central;
    let bands = self::bands(&scenario, 64);
    let [low, .., high] = bands.ends[NET];
    assert!(high - low > 1e6, "{low} {high}");
    assert_eq!(bands.ends[2][0], bands.ends[2][4]);
}

/// The bits of every month that two scenarios share, of all series or those named.
fn assert_same_bits(one: &Scenario, other: &Scenario, series: &[usize], what: &str) {
    let horizon = 36;
    let (one, other) = (samples(one, horizon, 64), samples(other, horizon, 64));
    assert_eq!(one.payback(), other.payback(), "{what}");
    for &of in series {
        for month in 0..=horizon {
            assert_eq!(one.month(of, month), other.month(of, month), "{what}: {:?}, month {month}", ALL[of]);
        }
    }
}

const EVERY: [usize; ALL.len()] = [0, 1, 2, 3, 4, 5, 6];

#[test]
fn bands_keep_their_bits_when_a_lever_moves_that_does_not_reach() {
    let plan = plan();
    let also = |key, value| {
        let mut other = plan.clone();
        set(&mut other, key, value);
        other
    };
    let unreached = [
        ("horizon", "36"),
        ("horizon", "120"),
        ("room", "7"),
        ("growth", "2"),
        ("reinvest", "90"),
        ("ahead", "6"),
        ("grant", "4"),
        ("gates", "none"),
        ("others", "overshoot"),
        ("review_share", "80"),
        ("one_off_pool", "40"),
        ("mentor_kind", "volunteer"),
        ("mentor.insured", "2"),
        ("reserve", "400"),
    ];
    for (key, value) in unreached {
        assert_same_bits(&plan, &also(key, value), &EVERY, &format!("{key}={value}"));
    }
}

#[test]
fn bands_keep_their_bits_when_another_group_s_figures_move() {
    let plan = moved(&[("caseload.insured", "60")]);
    for (key, value) in
        [("stock.sickness", "1234"), ("today.job_ready", "99"), ("exit_early.sickness", "0.2")]
    {
        let mut other = plan.clone();
        set(&mut other, key, value);
        // All but the stock of everybody, which has them in it, and the payback, which rounds against all posts.
        let people = [1, 2, 3, 4, 5, 6];
        assert_same_bits(&plan, &other, &people, &format!("{key}={value}"));
    }
    // A group without people has none to reach.
    let mut empty = plan.clone();
    set(&mut empty, "stock.resource_course", "0");
    let mut aimed = empty.clone();
    aimed.policy.caseload[group_by_id("resource_course").unwrap()] = Some(20.0);
    assert_same_bits(&empty, &aimed, &EVERY, "an empty group's caseload");
}

#[test]
fn bands_keep_their_bits_where_a_rule_never_bites() {
    let (free, roomy) = (
        plan(),
        moved(&[
            ("caseload.insured", "60"),
            ("caseload.sickness", "50"),
            ("rule", "ceiling"),
            ("room", "900"),
        ]),
    );
    assert_same_bits(&free, &roomy, &EVERY, "a ceiling far above");
    let approved = moved(&[("caseload.insured", "60"), ("approve", "10")]);
    assert!(approved.simulate().forgone.is_none());
    assert_same_bits(&moved(&[("caseload.insured", "60")]), &approved, &EVERY, "a council that says yes");
}

/// The municipalities' own counts are no surer than research: the more one goes by them, the wider the band.
#[test]
fn the_band_at_the_municipalities_own_figures_is_no_narrower_than_at_research() {
    for group in ["insured", "job_ready", "activity_ready", "education_help", "sickness", "resource_course"] {
        let width = |dial: &str| {
            let mut scenario = place("typical");
            let index = raaderum::model::tables::group_by_id(group).expect("a group");
            let today = scenario.place.caseload_today(index, &scenario.parameters);
            set(&mut scenario, &format!("caseload.{group}"), &format!("{}", (today / 2.0).round()));
            set(&mut scenario, "evidence", dial);
            let mut samples = Samples::new(uncertain::watch(&scenario), 1024);
            let approved = uncertain::approved(&scenario.simulate());
            uncertain::ensemble(&scenario).advance(
                &scenario.policy,
                approved,
                Until::End,
                &mut samples,
                1024,
            );
            Bands::of(&samples, &mut Vec::new())
                .ends
                .iter()
                .map(|[low, .., high]| high - low)
                .collect::<Vec<_>>()
        };
        let (research, reported) = (width("0"), width("1"));
        // Jobs, the municipality's net and people on benefits.
        for at in [0, 1, 3] {
            assert!(reported[at] >= research[at], "{group}, {at}: {} of {}", reported[at], research[at]);
        }
    }
}
