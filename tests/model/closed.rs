//! A group that the law has closed to newcomers: its baseline falls, and what a plan does is counted from that.

use crate::common::{group, place, set};
use raaderum::model::abreast::{Abreast, Seen};
use raaderum::model::beside::Beside;
use raaderum::model::lane::{Eight, Lane};
use raaderum::model::levers::Levers;
use raaderum::model::parameters::Parameters;
use raaderum::model::policy::Rule;
use raaderum::model::run::{Run, Terms};
use raaderum::model::setup::{CLARIFIED, JOB, Setup};
use raaderum::model::tables::{GROUP_COUNT, LADDERS, Parameter, parameter as p};
use raaderum::scenario::Scenario;
use raaderum::uncertainty::series::Series;

const MONTHS: usize = 121;

fn closed<L: Lane>(scenario: &Scenario, parameters: &Parameters<L>, g: usize) -> Setup<L> {
    let Scenario { place, parameters: central, .. } = scenario;
    let mut setup = Setup::open(place, parameters, central, &LADDERS[0], &[None; GROUP_COUNT]);
    let group = setup.groups.iter_mut().find(|group| group.index == g).expect("a group with people");
    group.close(parameters[p::RISK_END]);
    setup
}

/// Baseline and plan of a scenario in which one group is closed.
fn runs(scenario: &Scenario, g: usize) -> [Run<f64>; 2] {
    let Scenario { place, policy, parameters, .. } = scenario;
    let setup = closed(scenario, parameters, g);
    let levers = Levers::one(place, policy, parameters, parameters);
    let beside = Beside::new(Terms { setup: &setup, levers: &levers, parameters }, MONTHS);
    let (plan, _) = beside.run(&levers, Rule::None, &[]);
    [beside.baseline(), plan]
}

fn moved(settings: &[(&str, &str)]) -> Scenario {
    let mut scenario = place("typical");
    settings.iter().for_each(|(key, value)| set(&mut scenario, key, value));
    scenario
}

#[test]
fn nobody_comes_and_nobody_returns() {
    let g = group("resource_course");
    let [usual, plan] = runs(&moved(&[("caseload.resource_course", "30")]), g);
    for run in [&usual, &plan] {
        for pair in run.months.windows(2) {
            let (now, next) = (&pair[0].groups[g], &pair[1].groups[g]);
            assert_eq!((now.inflow, now.reentries), (0.0, 0.0));
            let left: f64 = now.exits.iter().sum();
            assert!((next.stock - (now.stock - left)).abs() < 1e-9 && next.stock < now.stock);
        }
    }
    assert!(usual.months[120].groups[g].stock < 0.1 * usual.months[0].groups[g].stock, "all but run out");
}

#[test]
fn persons_are_conserved_and_jobs_are_those_who_are_no_longer_bound_for_one() {
    let g = group("resource_course");
    let scenario = moved(&[("caseload.resource_course", "22.5"), ("elasticity_job.resource_course", "0.2")]);
    let [usual, plan] = runs(&scenario, g);
    let mut settled = [0.0; 2];
    for (now, then) in plan.months.iter().zip(&usual.months) {
        let (now, then) = (&now.groups[g], &then.groups[g]);
        let at_risk: [f64; 2] = std::array::from_fn(|kind| now.leavers[kind] - then.leavers[kind]);
        let gone = at_risk.iter().chain(&settled).sum::<f64>() + now.after[CLARIFIED];
        assert!((now.stock - then.stock + gone).abs() < 1e-9);
        assert!((now.after[JOB] + now.kinds[0] - then.kinds[0]).abs() < 1e-9 && now.after[JOB] >= -1e-9);
        settled =
            std::array::from_fn(|kind| settled[kind] + scenario.parameters[p::RISK_END] * at_risk[kind]);
    }
}

/// A plan elsewhere leaves it to its fall, and the sums are of that month.
#[test]
fn where_the_plan_does_not_reach_it_nothing_differs() {
    let g = group("resource_course");
    let [usual, plan] = runs(&moved(&[("caseload.insured", "60")]), g);
    for (now, then) in plan.months.iter().zip(&usual.months) {
        assert_eq!(now.groups[g].stock.to_bits(), then.groups[g].stock.to_bits());
    }
    assert!(usual.months[60].stock() < usual.months[0].stock() - 20.0, "the baseline is not flat");
    assert_ne!(plan.months[120].municipal_net, 0.0);
    let [alone, none] = runs(&moved(&[]), g);
    assert!(none.months.iter().all(|month| month.municipal_net == 0.0));
    let group = |run: &Run<f64>| run.months[100].groups[g].stock.to_bits();
    assert_eq!(group(&alone), group(&usual));
}

/// In the lanes of draws too, whether the plan reaches it or not.
#[test]
fn eight_abreast_count_from_its_fall_as_one_alone_does() {
    let g = group("resource_course");
    let plans: [&[(&str, &str)]; 3] = [
        &[("caseload.resource_course", "30")],
        &[("caseload.insured", "60")],
        &[("caseload.insured", "60"), ("caseload.resource_course", "60")],
    ];
    let mut usual = Vec::new();
    for settings in plans {
        let scenario = moved(settings);
        let Scenario { place, policy, parameters: central, .. } = &scenario;
        let [then, now] = runs(&scenario, g);
        let mut parameters = Parameters::<Eight>::central();
        Parameter::all().for_each(|parameter| parameters[parameter] = Eight::splat(central[parameter]));
        let setup = closed(&scenario, &parameters, g);
        let levers = Levers::one(place, policy, &parameters, central);
        let terms = Terms { setup: &setup, levers: &levers, parameters: &parameters };
        // Whoever keeps a baseline keeps it for plans of one motion.
        usual.clear();
        let mut t = 0;
        Abreast::default().run(terms, [MONTHS; 2], &mut usual, &mut |seen: Seen<'_>| {
            let stock = now.months[t].stock() - then.months[t].stock();
            let found = [
                (Series::StockChange, stock, 800.0),
                (Series::Jobs, now.months[t].after(JOB), 800.0),
                (Series::MunicipalNet, now.months[t].municipal_net, 5e8),
            ];
            for (series, exact, size) in found {
                let off = (series.of(seen).get(3) - exact).abs();
                assert!(off < 1e-5 * size, "{settings:?}, {series:?}, month {t}: {off} off {exact}");
            }
            t += 1;
        });
        assert_eq!(t, MONTHS);
    }
}

/// Nobody keeps caseworkers for those who are gone: posts follow the people whom the group would have without the plan.
#[test]
fn its_posts_go_with_its_people() {
    let g = group("resource_course");
    for staffing in ["keep", "hold"] {
        let [usual, plan] = runs(&moved(&[("caseload.resource_course", "30"), ("staffing", staffing)]), g);
        let cases = |run: &Run<f64>, t: usize| run.months[t].groups[g].stock / run.months[t].groups[g].posts;
        let today = cases(&usual, 0);
        for t in 0..MONTHS {
            assert!(
                (cases(&usual, t) / today - 1.0).abs() < 1e-9,
                "month {t}: {} cases a post",
                cases(&usual, t)
            );
            let [usual, plan] = [&usual, &plan].map(|run| run.months[t].groups[g].posts);
            let more = plan / usual / (today / 30.0);
            // Held, the plan's posts follow the fewer whom the plan leaves.
            assert!(more <= 1.0 + 1e-9 && more > 0.5, "{staffing}, month {t}: {more} of the posts");
            assert!(staffing == "hold" || more > 1.0 - 1e-9, "month {t}: {more} of the posts");
        }
    }
}

/// Far beyond the last person single precision finds what double precision does: nothing is a share of nought.
#[test]
fn emptied_it_has_the_same_posts_in_either_precision() {
    let g = group("resource_course");
    let scenario = moved(&[("caseload.resource_course", "15"), ("rules_cut", "50"), ("end", "30")]);
    let Scenario { place, policy, parameters: central, .. } = &scenario;
    let mut parameters = Parameters::<Eight>::central();
    Parameter::all().for_each(|parameter| parameters[parameter] = Eight::splat(central[parameter]));
    let (mut eight, mut one) = (closed(&scenario, &parameters, g), closed(&scenario, central, g));
    eight
        .groups
        .iter_mut()
        .filter(|group| group.index == g)
        .for_each(|group| group.hazard = group.hazard.map(|_| Eight::splat(3.0)));
    one.groups
        .iter_mut()
        .filter(|group| group.index == g)
        .for_each(|group| group.hazard = group.hazard.map(|_| 3.0));
    let levers = Levers::one(place, policy, central, central);
    let run = Beside::new(Terms { setup: &one, levers: &levers, parameters: central }, MONTHS)
        .run(&levers, Rule::None, &[])
        .0;
    let levers = Levers::one(place, policy, &parameters, central);
    let terms = Terms { setup: &eight, levers: &levers, parameters: &parameters };
    let mut t = 0;
    Abreast::default().run(terms, [MONTHS; 2], &mut Vec::new(), &mut |seen: Seen<'_>| {
        let (found, exact) = (&seen.month.groups[g], &run.months[t].groups[g]);
        for (found, exact) in
            [(found.posts, exact.posts), (found.staff, exact.staff), (found.stock, exact.stock)]
        {
            let found = found.get(5);
            assert!((found - exact).abs() <= 1e-4 * exact.abs() + 1e-6, "month {t}: {found} for {exact}");
        }
        t += 1;
    });
    assert!(run.months[MONTHS - 1].groups[g].stock < 1e-6);
}
