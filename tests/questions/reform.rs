//! What a reform changed: contributions that add up exactly, and name what the law changed.

use crate::common::{anything, place, set};
use proptest::prelude::*;
use raaderum::model::tables::{LAWS, Law};
use raaderum::questions::measure::Measure;
use raaderum::questions::reform::{Change, reform, usual};
use raaderum::scenario::Scenario;
use raaderum::words::law;
use raaderum::words::text::Language;

fn plan(sets: &[(&str, &str)]) -> Scenario {
    let mut scenario = place("typical");
    sets.iter().for_each(|(key, value)| set(&mut scenario, key, value));
    scenario
}

#[test]
fn the_usual_law_to_look_back_at_is_that_before_the_reforms() {
    assert_eq!(usual().spec().id, "2024-01");
}

#[test]
fn a_plan_for_cash_benefit_saves_less_under_the_new_rates_and_nothing_else_matters() {
    let scenario = plan(&[("caseload.job_ready", "40")]);
    let found = reform(&scenario, usual(), Measure::Net(72)).expect("a number");
    let of = |kind: &str| {
        let is = |change: &Change| matches!(change, Change::Figures(all) if all.iter().any(|one| one.spec().kind == kind));
        found.parts.iter().find(|part| is(&part.change)).map(|part| part.adds)
    };
    let benefit = of("benefit").expect("the rates differ");
    assert!(benefit < -100_000.0, "a benefit of 9,000 a month saves less than one of 13,000: {benefit}");
    assert_eq!(of("talks_law").map(f64::abs).map(|adds| adds < 1.0), Some(true), "talks move minutes only");
    assert!((found.value[1] - found.value[0] - benefit).abs() < 1.0);
    for language in Language::all() {
        assert!(law::difference(language, Measure::Net(72), &found).contains(language.law_name(Law::NEWEST)));
    }
}

#[test]
fn for_those_whom_no_law_touched_a_reform_changed_nothing() {
    let mut scenario = plan(&[("caseload.insured", "60")]);
    for group in ["job_ready", "activity_ready", "education_help", "sickness", "resource_course"] {
        set(&mut scenario, &format!("stock.{group}"), "0");
    }
    let found = reform(&scenario, usual(), Measure::Jobs(72)).expect("a number");
    assert_eq!(found.value[0].to_bits(), found.value[1].to_bits());
    assert!(found.parts.iter().all(|part| part.adds == 0.0));
}

#[test]
fn closing_a_group_is_a_change_of_its_own() {
    let mut scenario = plan(&[("caseload.resource_course", "22")]);
    for group in ["insured", "job_ready", "activity_ready", "education_help", "sickness"] {
        set(&mut scenario, &format!("stock.{group}"), "0");
    }
    let before = Law::by_id("2026-01").expect("a law");
    let found = reform(&scenario, before, Measure::Stock(72)).expect("a number");
    assert_eq!(found.parts.len(), 1);
    assert!(matches!(&found.parts[0].change, Change::Groups(groups) if groups.len() == 1));
    assert!(found.value[1].abs() < found.value[0].abs(), "fewer are there for a plan to help: {found:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn contributions_add_up_to_the_difference(scenario in anything(), before in 0..LAWS.len(), jobs in any::<bool>()) {
        let before = Law::all().nth(before).expect("a law");
        let month = scenario.policy.horizon;
        let measure = if jobs { Measure::Jobs(month) } else { Measure::Net(month) };
        let found = reform(&scenario, before, measure).expect("a number");
        let ends = [scenario.clone().under(before), scenario].map(|end| measure.of(&end.simulate()));
        prop_assert_eq!(found.value, ends);
        let sum: f64 = found.parts.iter().map(|part| part.adds).sum();
        let size = found.value[0].abs().max(found.value[1].abs()).max(1.0);
        prop_assert!((found.value[1] - found.value[0] - sum).abs() <= 1e-9 * size, "{:?}", found);
        for language in Language::all() {
            let (lines, total) = law::lines(language, measure, &found);
            let added: f64 = lines.iter().map(|line| line.value).sum();
            prop_assert!((added - total.value).abs() <= total.value.abs() / 10.0 + 1.0, "{:?}", lines);
        }
    }
}
