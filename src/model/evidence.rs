//! Whose evidence: how strong the effect must be for a municipality's own report to come true.

use super::parameters::Parameters;
use super::place::Place;
use super::policy::{Policy, Staffing, Who};
use super::run::{Plan, run};
use super::setup::Setup;
use super::tables::{GROUP_COUNT, LadderSpec, REPORT, parameter as p};

/// The elasticity of every exit that takes each group from the reported caseload before to the one after, with
/// the reported number of persons after the reported time; `None` where no elasticity within reach does.
///
/// The report is the case of the data file that is marked so ([`REPORT`]). It is what one would have to believe, not a finding.
pub fn reported(parameters: &Parameters<f64>, ladder: &LadderSpec) -> [Option<f64>; GROUP_COUNT] {
    std::array::from_fn(|group| solve(group, parameters, ladder))
}

fn solve(group: usize, parameters: &Parameters<f64>, ladder: &LadderSpec) -> Option<f64> {
    let miss = |elasticity| stock_after(group, elasticity, parameters, ladder) - REPORT.stock_after;
    let (mut low, mut high) = (0.0, parameters[p::REPORTED_MOST]);
    if miss(low) < 0.0 || miss(high) > 0.0 {
        return None;
    }
    // Halving 60 times leaves less than the last bit of the elasticity.
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        if miss(middle) > 0.0 { low = middle } else { high = middle }
    }
    Some((low + high) / 2.0)
}

/// Persons of the reported group after the reported time, at one elasticity for every exit.
fn stock_after(group: usize, elasticity: f64, parameters: &Parameters<f64>, ladder: &LadderSpec) -> f64 {
    let mut place = Place {
        population: parameters[p::COUNTRY_POPULATION],
        stock: [0.0; GROUP_COUNT],
        today: [None; GROUP_COUNT],
        cash: None,
        room: 0.0,
        country: false,
    };
    place.stock[group] = REPORT.stock_before;
    place.today[group] = Some(REPORT.caseload_before);
    let mut policy =
        Policy { staffing: Staffing::Hold, who: Some(Who::Us), evidence: 1.0, ..Policy::default() };
    policy.caseload[group] = Some(REPORT.caseload_after);
    // So much cash that the cash rule never ends the plan.
    policy.reserve = Some(1e9);
    let setup = Setup::new(&place, &policy, parameters, parameters, ladder, &[Some(elasticity); GROUP_COUNT]);
    let length = usize::from(REPORT.months) + 1;
    let baseline = run(&setup, &policy, parameters, Plan::Baseline, length);
    let plan = Plan::Levers { baseline: &baseline.months, rule: Default::default(), ahead: &[] };
    run(&setup, &policy, parameters, plan, length).months[length - 1].stock()
}
