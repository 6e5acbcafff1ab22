//! Known figures: the law, the arithmetic of the articles, the Vienna trial, and what an independent
//! calculation of the same specification gives.

use crate::common::{group, place, set};
use raaderum::model::evidence;
use raaderum::model::flows::{Flow, Push, RETURNING};
use raaderum::model::lane::Lane;
use raaderum::model::outcome::{Payback, simulate};
use raaderum::model::parameters::Parameters;
use raaderum::model::place::Place;
use raaderum::model::policy::{Policy, Who};
use raaderum::model::setup::{DESTINATIONS, Setup, municipal_shares};
use raaderum::model::tables::{CASES, GROUP_COUNT, LADDERS, case_by_id, parameter as p};
use raaderum::scenario::Scenario;
use raaderum::words::text::Language;

/// One group of so many people, in a municipality of 60,000.
fn only(g: usize, stock: f64, today: f64) -> Place {
    let mut place = place("typical").place;
    place.stock = [0.0; GROUP_COUNT];
    place.stock[g] = stock;
    place.today[g] = Some(today);
    place
}

#[test]
fn the_municipality_pays_61_9_percent_in_the_first_year_and_80_thereafter() {
    let shares = municipal_shares(&LADDERS[0], 0.0);
    let first_year: f64 = shares[..12].iter().sum::<f64>() / 12.0;
    assert!((first_year - 0.619).abs() < 0.0005, "{first_year}");
    assert_eq!(shares[12], 0.8);
    let half_a_year_behind = municipal_shares(&LADDERS[0], 6.0);
    assert!((half_a_year_behind[0] - 0.7).abs() < 1e-12, "{half_a_year_behind:?}");
}

#[test]
fn a_thousand_citizens_from_80_to_40_cases_take_12_5_posts_and_7_5_million() {
    let g = group("activity_ready");
    let mut parameters = Parameters::central();
    parameters[p::COST] = 600_000.0;
    let mut policy = Policy::default();
    policy.caseload[g] = Some(40.0);
    let outcome = simulate(&only(g, 1000.0, 80.0), &policy, &parameters);
    let month = &outcome.scenario.months[0];
    assert_eq!(month.groups[g].posts - 12.5, 12.5);
    assert_eq!(month.wanted, 7.5e6);
    let break_even: f64 = month.wanted / 115_000.0;
    assert!((break_even - 65.2).abs() < 0.05, "{break_even}");
}

#[test]
fn laerkevejs_220_cases_leave_about_20_minutes_a_talk() {
    let g = group("activity_ready");
    let mut parameters = Parameters::central();
    // The bare formula: every post a full caseworker.
    parameters[p::TRAINING_PRODUCTIVITY] = 1.0;
    parameters[p::TALKS_LAW[g]] = 5.0;
    let outcome = simulate(&only(g, 2200.0, 220.0), &Policy::default(), &parameters);
    let minutes = outcome.baseline.months[0].groups[g].minutes_per_talk;
    assert!((minutes - 20.6).abs() < 0.05, "{minutes}");
}

/// A closed cohort as in Böheim, Eppel & Mahringer (2023): shares out within a year, and on the benefit by month.
fn vienna(elasticity: f64) -> (f64, Vec<f64>) {
    let g = group("job_ready");
    let mut parameters = Parameters::central();
    let exit = 1.0 - libm::pow(1.0 - 0.530, 1.0 / 12.0);
    for phase in [p::EXIT_EARLY, p::EXIT_MIDDLE, p::EXIT_LATE] {
        parameters[phase[g]] = exit;
    }
    parameters[p::REENTRY[g]] = 0.043;
    parameters[p::RISK_END] = 0.0;
    parameters[p::WEIGHT_CLARIFIED[g]] = 0.0;
    let place = only(g, 1.0, 250.0);
    let setup = Setup::new(&place, &parameters, &parameters, &LADDERS[0], &[None; GROUP_COUNT]);
    let group = &setup.groups[0];
    let spells = group.kinds.map(|share| std::array::from_fn(|a| if a == 0 { share } else { 0.0 }));
    let mut flow = Flow::of(group, spells, [0.0; RETURNING]);
    let push = Push {
        multiplier: [libm::pow(250.0 / 100.0, elasticity); DESTINATIONS],
        clarifying: 1.0,
        displacement: 0.0,
        cycle: 1.0,
        inflow: 0.0,
        usual_leavers: None,
    };
    let mut never_left = 1.0;
    let mut stock = Vec::new();
    for t in 0..24 {
        let before = flow.stock;
        stock.push(before);
        let moves = flow.step(group, &push);
        if t < 12 {
            never_left *= 1.0 - moves.exits.iter().sum::<f64>() / before;
        }
    }
    stock.push(flow.stock);
    (1.0 - never_left, stock)
}

#[test]
fn the_vienna_trial_comes_out_within_its_margins() {
    let (control_out, control) = vienna(0.0);
    let (treated_out, treated) = vienna(0.23);
    let effect = 100.0 * (treated_out - control_out);
    assert!((100.0 * control_out - 53.0).abs() < 0.01, "{control_out}");
    assert!((effect - 7.7).abs() < 1.8, "{effect}");
    assert!((100.0 * control[24] - 45.3).abs() < 2.0, "{}", control[24]);
    let days = |stock: &[f64]| stock[..24].iter().sum::<f64>();
    let elasticity = -libm::log(days(&treated) / days(&control)) / libm::log(2.5);
    assert!((0.08..=0.12).contains(&elasticity), "{elasticity}");
    // The trial found 3.7 percentage points fewer on the benefit after two years. The documents tell both.
    let gap = 100.0 * (treated[24] - control[24]);
    for language in Language::all() {
        for figure in [effect, 7.7, gap, -3.7] {
            let told = language.style().fixed(figure, 1);
            assert!(language.method_template().contains(&told), "{}: {told}", language.code());
        }
    }
}

fn silkeborg() -> Scenario {
    Scenario::of_case(case_by_id("silkeborg_jobrehabilitering").expect("the case of the data files"))
}

#[test]
fn silkeborgs_323_fall_to_231_only_with_the_municipalities_own_evidence() {
    let published = &CASES[case_by_id("silkeborg_jobrehabilitering").expect("the case")].published[0];
    let series = published.series.expect("a figure");
    assert_eq!((series.month, series.value), (12, 231.0));
    let mut scenario = silkeborg();
    let research = scenario.simulate();
    assert!((research.baseline.months[0].stock() - 323.0).abs() < 1e-9);
    let (year, six) = (research.scenario.months[12].stock(), research.scenario.months[72].stock());
    assert!((year - 322.3).abs() < 0.1 && (six - 307.9).abs() < 0.4, "{year} {six}");
    set(&mut scenario, "evidence", "1");
    set(&mut scenario, "reserve", "1000");
    let reported = scenario.simulate().scenario.months[12].stock();
    assert!((reported - 231.0).abs() < 1e-6, "{reported}");
}

#[test]
fn the_elasticities_of_the_municipalities_own_report_are_solved_not_given() {
    let solved = evidence::reported(&Parameters::central(), &LADDERS[0]);
    let independent = [
        ("insured", 0.88),
        ("job_ready", 0.99),
        ("activity_ready", 1.97),
        ("education_help", 1.43),
        ("sickness", 0.76),
        ("resource_course", 1.72),
    ];
    for (id, expected) in independent {
        let elasticity = solved[group(id)].expect("a solution within reach");
        assert!((elasticity - expected).abs() < 0.006, "{id}: {elasticity} beside {expected}");
    }
}

/// A plan for one group of the typical municipality, as a function of what else is set.
fn plan(id: &str, target: f64, also: &[(&str, &str)]) -> raaderum::model::outcome::Outcome {
    let mut scenario = place("typical");
    scenario.policy.caseload[group(id)] = Some(target);
    for (key, value) in also {
        set(&mut scenario, key, value);
    }
    scenario.simulate()
}

#[test]
fn signs_and_sizes_agree_with_an_independent_calculation() {
    let insured = plan("insured", 60.0, &[]);
    assert!(matches!(insured.payback, Payback::After(12..=36)), "{:?}", insured.payback);
    assert!(insured.municipal_net(12) < 0.0 && insured.municipal_net(72) > 10e6);
    assert!((30.0..80.0).contains(&insured.extra_jobs(72)), "{}", insured.extra_jobs(72));
    let all = plan("insured", 60.0, &[("who", "all")]);
    assert_eq!(all.payback, Payback::Never);
    assert!(all.municipal_net(72) < -10e6 && all.scenario.months[71].state_net > 10e6);
    for (id, target) in [("job_ready", 40.0), ("activity_ready", 35.0), ("sickness", 50.0)] {
        let outcome = plan(id, target, &[]);
        assert_eq!(outcome.payback, Payback::Never, "{id}");
        assert!(outcome.municipal_net(72) < -1e6 && outcome.stock_change(72) < 0.0, "{id}");
    }
    assert!(plan("sickness", 50.0, &[]).extra_clarified(72) > 5.0);
}

#[test]
fn the_cap_forbids_what_there_is_no_room_for() {
    let none = plan("insured", 60.0, &[("rule", "ceiling"), ("room", "0")]);
    assert_eq!((none.payback, none.verdicts), (Payback::DoesNothing, None));
    assert_eq!((none.stock_change(72), none.extra_jobs(72), none.municipal_net(72)), (0.0, 0.0, 0.0));
    assert!(none.price_of_cap(72) > 10e6);
    let lending = plan("insured", 60.0, &[("rule", "self_financing"), ("room", "0")]);
    assert!(lending.municipal_net(72) > 10e6);
    let month = plan("insured", 60.0, &[("rule", "ceiling"), ("room", "1")]).scenario.months[12];
    let spent = month.wanted * month.allowed;
    assert!((spent - 1e6).abs() < 1e-3, "{spent}");
}

#[test]
fn a_lone_overspender_pays_no_sanction_when_the_others_underspend() {
    let alone = [("rule", "ceiling"), ("response", "overrun"), ("others", "underspend")];
    let paid = |also: &[(&str, &str)]| {
        let months = plan("insured", 60.0, also).scenario.months;
        months[..72].iter().map(|month| month.purses.municipality[10]).sum::<f64>()
    };
    assert_eq!(paid(&alone), 0.0);
    assert!(paid(&[("rule", "ceiling"), ("response", "overrun"), ("others", "overshoot")]) > 0.0);
    let gates =
        |gates| paid(&[("rule", "ceiling"), ("response", "overrun"), ("who", "all"), ("gates", gates)]);
    assert!((gates("both") - gates("accounts") - gates("budget")).abs() < 1e-3);
    assert_eq!(gates("none"), 0.0);
}

#[test]
fn a_municipality_without_cash_must_stop() {
    let mut scenario = place("typical");
    scenario.policy.caseload[group("activity_ready")] = Some(30.0);
    set(&mut scenario, "reserve", "1");
    let stopped = scenario.simulate();
    let month = stopped.scenario.cash_out;
    assert!(month > 1.0 && month < 24.0, "{month}");
    set(&mut scenario, "reserve", "1000");
    assert_eq!(scenario.simulate().scenario.cash_out, f64::INFINITY);
}

#[test]
fn a_review_waits_until_the_plan_has_run_for_a_year() {
    let at = |review| plan("activity_ready", 35.0, &[("start", "60"), ("review", review)]);
    let (early, waits) = (at("12"), at("72"));
    assert_eq!(early.scenario.review_stop, waits.scenario.review_stop);
    assert_eq!(early.municipal_net(72), waits.municipal_net(72));
    assert_eq!(early.municipal_net(120), waits.municipal_net(120));
}

#[test]
fn approval_and_review_can_stop_a_plan() {
    let refused = plan("activity_ready", 35.0, &[("approve", "4")]);
    assert_eq!((refused.municipal_net(72), refused.price_of_cap(72)), (0.0, 0.0));
    assert_eq!(refused.payback, Payback::NotApproved(4));
    assert_eq!(refused.verdicts, Some([false; 7]));
    assert!(refused.forgone.is_some_and(|plan| plan.months[71].municipal_net < 0.0));
    let reviewed = plan("activity_ready", 35.0, &[("review", "24"), ("review_share", "50")]);
    assert_eq!(reviewed.scenario.review_stop, 24.0);
    let g = group("activity_ready");
    let last = reviewed.scenario.months[72].groups[g];
    assert!((last.staff - reviewed.baseline.months[72].groups[g].staff).abs() < 0.01);
}

#[test]
fn everybody_acts_where_the_place_is_the_country() {
    let country = place("country");
    assert_eq!(country.policy.who, Who::All);
    assert_eq!(country.simulate().setup.population_share, f64::one());
}
