//! What a plan can do to jobs: people are conserved, displacement takes its share of what is won, and fewer cases never
//! cost a job.

use crate::common::{anything, group, levers, place};
use proptest::prelude::*;
use raaderum::model::flows::{Flow, JOB_BOUND, Push};
use raaderum::model::month::GroupMonth;
use raaderum::model::parameters::Parameters;
use raaderum::model::policy::{Percent, Staffing, Who};
use raaderum::model::setup::{CLARIFIED, DESTINATIONS, JOB, Setup, closed};
use raaderum::model::tables::{GROUP_COUNT, LADDERS, parameter as p};
use raaderum::scenario::Scenario;

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Extra people in jobs of a group, month by month.
fn jobs(scenario: &Scenario, g: usize) -> Vec<f64> {
    scenario.simulate().scenario.months.iter().map(|month| month.groups[g].after[JOB]).collect()
}

/// A place of which only a caseload is moved, and the surroundings.
fn plan(at: usize, g: usize, share: f64, who: Who) -> Scenario {
    let mut scenario = Scenario::at_place(at);
    if !scenario.place.country {
        scenario.policy.who = who;
    }
    let today = scenario.place.caseload_today(g, &scenario.parameters);
    scenario.policy.caseload[g] = Some(share * today);
    scenario
}

fn anybody() -> impl Strategy<Value = Who> {
    prop_oneof![Just(Who::Us), Just(Who::All)]
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn nobody_appears_or_vanishes(scenario in anything()) {
        let outcome = scenario.simulate();
        let nu = scenario.parameters[p::RISK_END];
        for g in 0..GROUP_COUNT {
            let (mut settled, mut settled_elsewhere) = (0.0, 0.0);
            for (t, (month, usual)) in outcome.scenario.months.iter().zip(&outcome.baseline.months).enumerate() {
                let (now, then) = (&month.groups[g], &usual.groups[g]);
                let [jobs, rest] = std::array::from_fn(|kind| now.leavers[kind] - then.leavers[kind]);
                let people = |of: &GroupMonth<f64>| of.stock + of.leavers.iter().sum::<f64>();
                let scale = 1e-9 * people(then).max(people(now)).max(1.0);
                let all = now.stock - then.stock + jobs + rest + settled + settled_elsewhere + now.after[CLARIFIED];
                prop_assert!(all.abs() <= scale, "month {t}, group {g}: {all} persons too many");
                let bound = now.kinds[JOB_BOUND] - then.kinds[JOB_BOUND];
                // Where more come back clarified than come at all, a bound holds them back.
                let held = now.inflow < 0.2 * then.inflow || now.leavers[0] < 0.2 * then.leavers[0];
                prop_assert!(held || (now.after[JOB] + bound).abs() <= scale, "month {t}, group {g}: {} and {bound}", now.after[JOB]);
                settled += nu * jobs;
                settled_elsewhere += nu * rest;
            }
        }
    }

    #[test]
    fn fewer_cases_never_cost_a_job_and_more_never_give_one(
        at in 0..raaderum::model::tables::PLACES.len(), g in 0..GROUP_COUNT, share in 0.2..4.0f64, who in anybody(),
        elasticities in [0.0..0.6f64, 0.0..0.6f64, 0.0..0.6f64], additional in 0.0..1.0f64,
        cycle in -30.0..30.0f64, inflow in -10.0..10.0f64,
    ) {
        let mut scenario = plan(at, g, share, who);
        for (kind, elasticity) in
            [p::ELASTICITY_JOB, p::ELASTICITY_EDUCATION, p::ELASTICITY_CLARIFIED].iter().zip(elasticities)
        {
            scenario.parameters[kind[g]] = elasticity;
        }
        scenario.parameters[p::ADDITIONAL_CLARIFIED] = additional;
        (scenario.policy.cycle, scenario.policy.inflow) = (Percent(cycle), Percent(inflow));
        let rounding = 1e-9 * scenario.place.stock[g];
        for (t, extra) in jobs(&scenario, g).into_iter().enumerate() {
            let right = if share < 1.0 { extra >= -rounding } else { extra <= rounding };
            prop_assert!(right, "month {t}: {extra} jobs of {share} times the cases");
        }
        // Posts that follow a stock that does not move by itself.
        (scenario.policy.cycle, scenario.policy.inflow) = (Percent(0.0), Percent(0.0));
        scenario.policy.staffing = Staffing::Hold;
        for (t, extra) in jobs(&scenario, g).into_iter().enumerate() {
            let right = if share < 1.0 { extra >= -rounding } else { extra <= rounding };
            prop_assert!(right, "hold, month {t}: {extra} jobs of {share} times the cases");
        }
    }

    #[test]
    fn what_only_clarifies_leaves_jobs_as_they_are_to_the_last_bit(
        g in 0..GROUP_COUNT, share in 0.2..4.0f64, elasticity in -0.3..1.0f64, additional in 0.0..1.0f64,
    ) {
        let mut scenario = plan(0, g, share, Who::Us);
        (scenario.parameters[p::ELASTICITY_JOB[g]], scenario.parameters[p::ELASTICITY_EDUCATION[g]]) = (0.0, 0.0);
        scenario.parameters[p::ELASTICITY_CLARIFIED[g]] = elasticity;
        scenario.parameters[p::ADDITIONAL_CLARIFIED] = additional;
        scenario.parameters[p::CONTINUITY_LOSS] = 0.0;
        prop_assert!(jobs(&scenario, g).into_iter().all(|extra| extra == 0.0));
    }

    #[test]
    fn displacement_takes_its_share_and_never_turns_an_effect(
        g in 0..GROUP_COUNT, share in 0.3..3.0f64, who in anybody(),
    ) {
        let parameter = if who == Who::Us { p::DISPLACEMENT_US } else { p::DISPLACEMENT_ALL };
        let with = |displacement: f64| {
            let mut scenario = plan(0, g, share, who);
            scenario.parameters[p::CONTINUITY_LOSS] = 0.0;
            scenario.parameters[parameter] = displacement;
            // So much cash that the plan stays.
            scenario.policy.reserve = Some(1e6);
            jobs(&scenario, g)
        };
        let runs: Vec<Vec<f64>> = [0.0, 0.2, 0.5, 0.8, 1.0].map(with).into();
        let rounding = 1e-9 * plan(0, g, share, who).place.stock[g];
        for pair in runs.windows(2) {
            for (t, (less, more)) in pair[0].iter().zip(&pair[1]).enumerate() {
                prop_assert!(less.abs() >= more.abs() - rounding, "month {t}: {less} and {more}");
                prop_assert!(less * more >= -rounding * rounding, "month {t}: {less} and {more}");
            }
        }
        // In a group that the law has closed all have left in the end, and so all would have.
        let lasts = !closed(g, &Parameters::<f64>::central());
        for run in runs[..4].iter().filter(|_| lasts) {
            let (most, last) = (run.iter().fold(0.0, |most: f64, extra| most.max(extra.abs())), run[run.len() - 1].abs());
            prop_assert!(last >= 0.9 * most, "{last} are left of {most}");
        }
        prop_assert!(runs[4].iter().all(|extra| extra.abs() <= rounding));
    }
}

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn the_countrys_jobs_have_the_sign_of_the_homes_and_are_never_more(
        moved in levers(), g in 0..GROUP_COUNT, share in 0.2..4.0f64, high in any::<bool>(),
    ) {
        let mut scenario = plan(0, g, share, Who::Us);
        let (policy, other) = (&mut scenario.policy, &moved.policy);
        (policy.staffing, policy.start, policy.end, policy.review) = (other.staffing, other.start, other.end, other.review);
        (policy.evidence, policy.rule, policy.room, policy.response) =
            (other.evidence, other.rule, other.room, other.response);
        policy.displacement = if high { other.displacement } else { policy.displacement };
        scenario.parameters[p::CONTINUITY_LOSS] = 0.0;
        let outcome = scenario.simulate();
        let country = scenario.country(&outcome).expect("one municipality acts");
        let rounding = 1e-9 * scenario.place.stock[g];
        for (t, (home, all)) in outcome.scenario.months.iter().zip(&country.scenario.months).enumerate() {
            let (home, all) = (home.groups[g].after[JOB], all.groups[g].after[JOB]);
            prop_assert!(all.abs() <= home.abs() + rounding, "month {t}: {all} in all, {home} at home");
            prop_assert!(all * home >= -rounding * rounding, "month {t}: {all} in all, {home} at home");
        }
    }
}

/// Of the months in a job that contact wins the share 1 − δ is left, also in the long run and of a strong effect.
#[test]
fn displacement_leaves_its_share_in_the_long_run() {
    let g = group("job_ready");
    let mut parameters = Parameters::central();
    for phase in [p::EXIT_EARLY, p::EXIT_MIDDLE, p::EXIT_LATE] {
        parameters[phase[g]] = 0.01;
    }
    let mut town = place("typical").place;
    (0..GROUP_COUNT).filter(|other| *other != g).for_each(|other| town.stock[other] = 0.0);
    let setup = Setup::new(&town, &parameters, &parameters, &LADDERS[0], &[None; GROUP_COUNT]);
    let group = &setup.groups[0];
    let won = |displacement: f64| {
        let mut flow = Flow::start(group);
        let before = flow.by_kind()[JOB_BOUND];
        for _ in 0..4000 {
            flow.step(
                group,
                &Push {
                    multiplier: [3.0; DESTINATIONS],
                    clarifying: 3.0,
                    displacement,
                    cycle: 1.0,
                    inflow: group.inflow,
                    usual_leavers: Some(group.leavers),
                },
            );
        }
        before - flow.by_kind()[JOB_BOUND]
    };
    for displacement in [0.1, 0.2, 0.5, 0.8] {
        let left = won(displacement) / won(0.0);
        assert!((left / (1.0 - displacement) - 1.0).abs() < 0.01, "{left} of δ = {displacement}");
    }
}
