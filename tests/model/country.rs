//! "In the country as a whole": the same plan, with the country's displacement.

use crate::common::{group, levers, place, set};
use proptest::prelude::*;
use raaderum::model::month::Month;
use raaderum::model::policy::Who;
use raaderum::model::tables::parameter as p;
use raaderum::scenario::Scenario;

/// Insured from 120 to 60 cases, with what else is set.
fn insured(also: &[(&str, &str)]) -> Scenario {
    let mut scenario = place("typical");
    set(&mut scenario, "caseload.insured", "60");
    for (key, value) in also {
        set(&mut scenario, key, value);
    }
    scenario
}

fn bits(months: &[Month<f64>]) -> Vec<[u64; 4]> {
    months.iter().map(|m| [m.stock(), m.after(0), m.municipal_net, m.state_net].map(f64::to_bits)).collect()
}

fn posts(months: &[Month<f64>]) -> Vec<f64> {
    months.iter().flat_map(|month| month.groups.map(|group| group.posts)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn with_the_same_displacement_the_country_is_the_municipality_to_the_last_bit(mut scenario in levers()) {
        scenario.policy.who = Who::Us;
        scenario.policy.displacement = Default::default();
        scenario.parameters[p::DISPLACEMENT_ALL] = scenario.parameters[p::DISPLACEMENT_US];
        let outcome = scenario.simulate();
        let country = scenario.country(&outcome).expect("one municipality acts");
        prop_assert_eq!(bits(&country.baseline.months), bits(&outcome.baseline.months));
        prop_assert_eq!(bits(&country.scenario.months), bits(&outcome.scenario.months));
        prop_assert_eq!(country.scenario.cash_out, outcome.scenario.cash_out);
        prop_assert_eq!(country.scenario.review_stop, outcome.scenario.review_stop);
    }

    #[test]
    fn the_country_has_the_posts_the_share_and_the_end_of_the_municipality(mut scenario in levers()) {
        scenario.policy.who = Who::Us;
        let outcome = scenario.simulate();
        let country = scenario.country(&outcome).expect("one municipality acts");
        prop_assert_eq!(posts(&country.scenario.months), posts(&outcome.scenario.months));
        let allowed = |months: &[Month<f64>]| months.iter().map(|month| month.allowed).collect::<Vec<_>>();
        prop_assert_eq!(allowed(&country.scenario.months), allowed(&outcome.scenario.months));
    }
}

#[test]
fn the_country_gains_fewer_jobs_than_the_municipality_and_still_some() {
    let scenario = insured(&[]);
    let outcome = scenario.simulate();
    let country = scenario.country(&outcome).expect("one municipality acts");
    assert_eq!(country.displacement, scenario.parameters[p::DISPLACEMENT_ALL]);
    let (here, everywhere) = (outcome.extra_jobs(72), country.extra_jobs(72));
    assert!(everywhere > 0.0 && everywhere < 0.8 * here, "{everywhere} of {here}");
    assert!(country.stock_change(72) > outcome.stock_change(72));
    let public = outcome.municipal_net(72) + outcome.scenario.months[71].state_net;
    assert!(country.public_net(72) < public);
    // Where all do the same, those displaced share the caseworkers with everybody else: a little less is won.
    let all = insured(&[("who", "all")]).simulate().extra_jobs(72);
    assert!((0.95..1.0).contains(&(all / everywhere)), "{all} and {everywhere}");
}

#[test]
fn what_the_cap_or_the_council_forbids_the_country_does_not_get() {
    for also in [&[("rule", "ceiling"), ("room", "0")][..], &[("approve", "1")]] {
        let scenario = insured(also);
        let outcome = scenario.simulate();
        let country = scenario.country(&outcome).expect("one municipality acts");
        assert_eq!((country.extra_jobs(72), country.public_net(72)), (0.0, 0.0), "{also:?}");
    }
}

#[test]
fn a_plan_that_ran_out_of_cash_ends_in_the_country_in_the_same_month() {
    let mut scenario = place("typical");
    scenario.policy.caseload[group("activity_ready")] = Some(30.0);
    set(&mut scenario, "reserve", "1");
    let outcome = scenario.simulate();
    let country = scenario.country(&outcome).expect("one municipality acts");
    assert!(outcome.scenario.cash_out < 24.0);
    assert_eq!(country.scenario.cash_out, outcome.scenario.cash_out);
    let year = &country.scenario.months[11];
    assert_eq!(country.public_net(12), year.municipal_net + year.state_net);
    assert_ne!(year.state_net, 0.0);
}

#[test]
fn where_everybody_acts_there_is_no_other_view() {
    for scenario in [insured(&[("who", "all")]), place("country")] {
        assert!(scenario.country(&scenario.simulate()).is_none());
    }
}
