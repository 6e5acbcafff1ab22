//! Chances: the share of the draws that a council's question is asked of.

use crate::bands::{moved, samples};
use crate::common::{levers, set};
use crate::one_by_one::{Single, drawn};
use proptest::prelude::*;
use raaderum::model::outcome::{Payback, VERDICT_YEARS, net_after};
use raaderum::model::tables::{GROUP_COUNT, parameter::BENEFIT};
use raaderum::scenario::{Scenario, uncertain};
use raaderum::uncertainty::bands::{Bands, Chances};
use raaderum::uncertainty::draws::{Draws, IN_FRAME};
use raaderum::uncertainty::ensemble::Until;
use raaderum::uncertainty::samples::{Samples, rounding};

fn chances(scenario: &Scenario, draws: usize) -> Chances {
    Bands::of(&samples(scenario, 12, draws), &mut Vec::new()).chances
}

/// In what share of the draws a plan that does something is out of the red after each of the years and at the horizon, each
/// draw run alone in double precision: those in which single precision must see it, and those in which it may, for it takes
/// a net of so little for nothing.
fn counted(scenario: &Scenario, draws: usize) -> [[f32; 2]; VERDICT_YEARS.len() + 1] {
    let Scenario { place, policy, parameters, .. } = scenario;
    let of = Draws::new(parameters);
    let start = usize::from(policy.start);
    let after = |look: usize| match VERDICT_YEARS.get(look) {
        Some(years) => start + 12 * usize::from(*years),
        None => usize::from(policy.horizon),
    };
    let mut yes = [[0.0; 2]; VERDICT_YEARS.len() + 1];
    for draw in 0..draws {
        let drawn = drawn(&of, draw);
        let yearly: f64 = (0..GROUP_COUNT).map(|g| 12.0 * place.stock[g] * drawn[BENEFIT[g]]).sum();
        let nothing = 2.0 * rounding(1.5 * yearly);
        let run = Single::run(scenario, true, &drawn).plan;
        let nets = run.months.iter().map(|month| month.municipal_net.abs().max(month.state_net.abs()));
        let largest = nets.fold(0.0, f64::max);
        for (look, [must, may]) in yes.iter_mut().enumerate() {
            let net = net_after(&run.months, after(look));
            *must += f32::from(largest > nothing && net >= 0.0) / draws as f32;
            *may += f32::from(largest > 0.0 && net >= -nothing) / draws as f32;
        }
    }
    yes
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// A knife's edge (cash that runs out) decides a draw otherwise now and then.
    #[test]
    fn the_chance_is_the_share_of_the_draws_that_are_out_of_the_red_then(mut scenario in levers()) {
        (scenario.policy.approve, scenario.policy.review) = (None, None);
        let (draws, found) = (64, chances(&scenario, 64));
        let slack = 4.0 / draws as f32;
        for (look, [must, may]) in counted(&scenario, draws).into_iter().enumerate() {
            let share = found.after(look).unwrap_or_default();
            prop_assert!(share >= must - slack && share <= may + slack, "{look}: {share}, not from {must} to {may}");
            prop_assert_eq!(found.after(look).is_none(), found.changes == 0.0);
        }
    }
}

#[test]
fn a_plan_that_saves_first_is_a_sure_yes_for_those_who_look_one_year_ahead() {
    let scenario = moved(&[("caseload.sickness", "250")]);
    let bands = Bands::of(&samples(&scenario, 12, IN_FRAME), &mut Vec::new());
    let [first, last] =
        [0, VERDICT_YEARS.len() - 1].map(|place| bands.chances.after(place).expect("a chance"));
    assert!(first > 0.98, "{first} after a year");
    assert!(last < 0.9, "{last} after ten years");
    assert!(bands.payback.after(12) < first, "for good is another question");
    assert_eq!(scenario.simulate().verdicts.map(|said| said[0]), Some(true));
}

#[test]
fn the_chances_of_a_frame_are_those_at_rest_as_far_as_it_sees() {
    let scenario = moved(&[("caseload.insured", "60"), ("horizon", "48"), ("start", "6")]);
    let at_rest = chances(&scenario, 256);
    let mut samples = Samples::new(uncertain::watch(&scenario), 256);
    uncertain::ensemble(&scenario).advance(&scenario.policy, true, Until::Horizon, &mut samples, 256);
    let frame = Bands::of(&samples, &mut Vec::new()).chances;
    for (place, years) in VERDICT_YEARS.iter().enumerate() {
        let seen = 6 + 12 * years <= 48;
        assert_eq!(frame.after(place), at_rest.after(place).filter(|_| seen), "{years} years");
    }
    assert_eq!(frame.at_horizon(), at_rest.at_horizon());
    assert!(at_rest.at_horizon().is_some_and(|share| (0.2..0.95).contains(&share)), "{at_rest:?}");
}

#[test]
fn what_changes_nothing_has_neither_verdict_nor_chance() {
    let nothing: [(&[(&str, &str)], Payback); 4] = [
        (&[], Payback::DoesNothing),
        (&[("caseload.insured", "120")], Payback::DoesNothing),
        (&[("caseload.insured", "60"), ("rule", "ceiling"), ("room", "0")], Payback::DoesNothing),
        (&[("caseload.activity_ready", "35"), ("approve", "4")], Payback::NotApproved(4)),
    ];
    for (settings, payback) in nothing {
        let scenario = moved(settings);
        let outcome = scenario.simulate();
        assert_eq!(outcome.payback, payback, "{settings:?}");
        assert_eq!(outcome.verdicts.is_some(), matches!(payback, Payback::NotApproved(_)), "{settings:?}");
        assert!(!outcome.changes_anything(), "{settings:?}");
        let found = chances(&scenario, 64);
        let none = (0..=VERDICT_YEARS.len()).all(|place| found.after(place).is_none());
        assert!(none && found.changes == 0.0, "{settings:?}: {found:?}");
        assert_eq!(outcome.price_of_cap(72) == 0.0, !settings.contains(&("rule", "ceiling")), "{settings:?}");
    }
}

#[test]
fn chances_come_through_as_numbers() {
    for horizon in ["12", "72"] {
        let scenario = moved(&[("caseload.insured", "60"), ("horizon", horizon)]);
        let mut samples = Samples::new(uncertain::watch(&scenario), 64);
        uncertain::ensemble(&scenario).advance(&scenario.policy, true, Until::Horizon, &mut samples, 32);
        let (mut parts, mut numbers) = (Samples::new(samples.watch().clone(), 64), Vec::new());
        samples.write(&mut numbers);
        assert!(parts.take_in(&numbers));
        let (bands, again) = (Bands::of(&samples, &mut Vec::new()), Bands::of(&parts, &mut Vec::new()));
        assert_eq!(bands, again);
        numbers.clear();
        bands.write(&mut numbers);
        assert_eq!(Bands::read(samples.watch().clone(), &numbers), Some(bands));
    }
}

#[test]
fn a_plan_in_the_red_after_ten_years_has_not_paid_for_itself_a_month_later() {
    let outcome = moved(&[("caseload.insured", "40"), ("cost", "996000"), ("horizon", "120")]).simulate();
    let ten = outcome.municipal_net(120);
    assert_eq!(outcome.payback == Payback::Never, ten < 0.0, "{ten} and {:?}", outcome.payback);
    for cost in (300..=1200).step_by(10) {
        let mut scenario = moved(&[("caseload.insured", "40"), ("horizon", "120")]);
        set(&mut scenario, "cost", &(1000 * cost).to_string());
        let payback = scenario.simulate().payback;
        assert!(!matches!(payback, Payback::After(months) if months > 120), "{cost}: {payback:?}");
    }
}
