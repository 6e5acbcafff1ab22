//! The month loop allocates nothing: a run of ten years takes no more allocations than one of a year.

#![allow(clippy::expect_used, reason = "a test says what went wrong by panicking")]

use raaderum::model::plan::Plan;
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
    let (policy, parameters) = (&scenario.policy, &scenario.parameters);
    let reported = [Some(0.5); GROUP_COUNT];
    let setup = Setup::new(&scenario.place, policy, parameters, parameters, &LADDERS[0], &reported);
    let baseline = run(&setup, policy, parameters, Plan::Baseline, 121);
    let plan = Plan::Levers { baseline: &baseline.months, rule: policy.rule, ahead: &baseline.months };
    let allocations = |length: usize| {
        let counted = allocation_counter::measure(|| drop(run(&setup, policy, parameters, plan, length)));
        counted.count_total
    };
    assert_eq!(allocations(121), allocations(12));
}
