//! The month loop allocates nothing: a run of ten years takes no more allocations than one of a year.

#![allow(clippy::expect_used, reason = "a test says what went wrong by panicking")]

use raaderum::model::levers::Levers;
use raaderum::model::month::Usual;
use raaderum::model::plan::{Plan, Terms};
use raaderum::model::policy::Rule;
use raaderum::model::run::run;
use raaderum::model::setup::Setup;
use raaderum::model::tables::{GROUP_COUNT, LADDERS};
use raaderum::scenario::Scenario;

#[test]
fn a_longer_run_takes_no_more_allocations() {
    let mut scenario = Scenario::at_place(0);
    scenario.policy.caseload = [Some(40.0); GROUP_COUNT];
    scenario.policy.rule = Rule::SelfFinancing;
    scenario.policy.evidence = 0.5;
    let reported = [Some(0.5); GROUP_COUNT];
    let Scenario { place, policy, parameters, .. } = &scenario;
    let setup = Setup::new(place, parameters, parameters, &LADDERS[0], &reported);
    let levers = Levers::one(place, policy, parameters, parameters);
    let terms = Terms { setup: &setup, levers: &levers, parameters };
    let everybody = [true; GROUP_COUNT];
    let mut usual = Vec::new();
    let mut trace = Vec::with_capacity(121);
    run(terms, &everybody, Plan::Baseline, 1, &mut trace, |month| usual.push(Usual::of(month)));
    let plan = Plan::Levers { usual: &usual, rule: policy.rule, ahead: &trace.clone() };
    let mut allocations = |length: usize| {
        let mut go = || run(terms, &everybody, plan, length, &mut trace, |_| ()).cash_out;
        allocation_counter::measure(|| assert!(go() > 0.0)).count_total
    };
    assert_eq!(allocations(121), allocations(12));
}
