//! Eight draws side by side against the same draws one by one in double precision.

use crate::common::{anything, levers, place, set};
use proptest::prelude::*;
use raaderum::model::beside::Beside;
use raaderum::model::ceiling::never_binds;
use raaderum::model::evidence;
use raaderum::model::lane::{Eight, Lane};
use raaderum::model::levers::Levers;
use raaderum::model::month::Month;
use raaderum::model::outcome::{length, net_after};
use raaderum::model::parameters::Parameters;
use raaderum::model::policy::{Policy, Rule};
use raaderum::model::run::{NEVER, Run, Terms};
use raaderum::model::setup::{CLARIFIED, JOB, Setup};
use raaderum::model::tables::parameter::BENEFIT;
use raaderum::model::tables::{GROUP_COUNT, LADDERS, Parameter};
use raaderum::scenario::{Scenario, uncertain};
use raaderum::uncertainty::draws::Draws;
use raaderum::uncertainty::ensemble::Until;
use raaderum::uncertainty::samples::{NOTHING, Samples, Watch};
use raaderum::uncertainty::series::Series;

/// One draw in double precision, of exactly the figures that the lane has.
pub struct Single {
    pub baseline: Run<f64>,
    pub uncapped: Run<f64>,
    pub plan: Run<f64>,
    /// Whether a ceiling was said never to bind, before anything was run.
    pub free: bool,
}

/// The figures of one draw, as the lane has them.
pub fn drawn(draws: &Draws, draw: usize) -> Parameters<f64> {
    let mut eight = Parameters::<Eight>::central();
    draws.fill(draw / Eight::COUNT * Eight::COUNT, &mut eight);
    let mut one = Parameters::under(eight.law());
    for parameter in Parameter::all() {
        one[parameter] = eight[parameter].get(draw % Eight::COUNT);
    }
    one
}

impl Single {
    pub fn run(scenario: &Scenario, approved: bool, drawn: &Parameters<f64>) -> Self {
        let Scenario { place, parameters: central, ladder, .. } = scenario;
        let refused = Policy { start: u16::MAX, rule: Rule::None, ..scenario.policy.clone() };
        let policy = if approved { &scenario.policy } else { &refused };
        let ladder = &LADDERS[*ladder];
        let reported = match policy.evidence > 0.0 {
            true => evidence::reported(central, ladder),
            false => [None; GROUP_COUNT],
        };
        let setup = Setup::new(place, drawn, central, ladder, &reported);
        let levers = Levers::one(place, policy, drawn, central);
        let terms = Terms { setup: &setup, levers: &levers, parameters: drawn };
        let beside = Beside::new(terms, length(&scenario.policy));
        let (uncapped, ahead) = beside.run(&levers, Rule::None, &[]);
        let (plan, _) = beside.run(&levers, policy.rule, &ahead);
        let free = never_binds(terms, &std::array::from_fn(|group| policy.reaches(group)));
        Self { baseline: beside.baseline(), uncapped, plan, free }
    }

    fn value(&self, series: Series, t: usize) -> f64 {
        let (month, usual) = (&self.plan.months[t], &self.baseline.months[t]);
        match series {
            Series::Stock(Some(group)) => month.groups[group].stock - usual.groups[group].stock,
            Series::Stock(None) | Series::StockChange => month.stock() - usual.stock(),
            Series::Jobs => month.after(JOB),
            Series::Clarified => month.after(CLARIFIED),
            Series::MunicipalNet => net_after(&self.plan.months, t),
            Series::StateNet => t.checked_sub(1).map_or(0.0, |last| self.plan.months[last].state_net),
            Series::PriceOfCap => net_after(&self.uncapped.months, t) - net_after(&self.plan.months, t),
        }
    }

    /// What single precision rounds against: the people there were and those who passed through, or all that was paid.
    fn size(&self, series: Series, t: usize) -> f64 {
        let months = &self.baseline.months[..=t];
        let exits = |month: &Month<f64>| month.groups.iter().flat_map(|group| group.exits).sum::<f64>();
        let gross = |month: &Month<f64>| {
            let purses = &month.purses;
            purses.municipality.iter().chain(&purses.state).map(|paid| paid.abs()).sum::<f64>()
        };
        match series {
            Series::MunicipalNet | Series::StateNet | Series::PriceOfCap => months.iter().map(gross).sum(),
            Series::Stock(_) => months[0].stock(),
            _ => months[0].stock() + months.iter().map(exits).sum::<f64>(),
        }
    }

    /// Whether the cash ran out: on that knife's edge single precision decides otherwise, and where the draws are much
    /// alike in many of them at once.
    fn ran_out(&self) -> bool {
        [self.plan.cash_out, self.uncapped.cash_out].iter().any(|end| *end < NEVER)
    }
}

/// Everything that can be watched, and how far a draw may be from its single run, as a share of the gross.
fn everything() -> Vec<(Series, f64)> {
    let groups = (0..GROUP_COUNT).map(|group| (Series::Stock(Some(group)), 1e-5));
    let rest = [
        (Series::Stock(None), 1e-5),
        (Series::StockChange, 4e-6),
        (Series::Jobs, 4e-6),
        (Series::Clarified, 4e-6),
        (Series::MunicipalNet, 4e-6),
        (Series::StateNet, 4e-6),
        (Series::PriceOfCap, 4e-6),
    ];
    groups.chain(rest).collect()
}

fn samples(scenario: &Scenario, approved: bool, draws: usize, horizon: usize) -> Samples {
    let months = everything().into_iter().map(|(series, _)| series).collect();
    let mut samples = Samples::new(Watch { months, ends: Vec::new(), horizon }, draws);
    uncertain::ensemble(scenario).advance(&scenario.policy, approved, Until::End, &mut samples, draws);
    samples
}

/// Holds one lane of draws of a scenario against single runs; returns how many draws a review decided otherwise.
fn astray(scenario: &Scenario) -> Result<usize, TestCaseError> {
    let approved = uncertain::approved(&scenario.simulate());
    let horizon = usize::from(scenario.policy.horizon);
    let samples = samples(scenario, approved, Eight::COUNT, horizon);
    let draws = Draws::new(&scenario.parameters);
    let mut astray = 0;
    for draw in 0..Eight::COUNT {
        let single = Single::run(scenario, approved, &drawn(&draws, draw));
        if single.ran_out() {
            continue;
        }
        let mut off = false;
        for (i, (series, tolerance)) in everything().into_iter().enumerate() {
            for t in (0..=horizon).step_by(6).chain([horizon]) {
                let (found, exact) = (f64::from(samples.month(i, t)[draw]), single.value(series, t));
                let share = (found - exact).abs() / single.size(series, t).max(1.0);
                // An unreached group stands still in the lane, and to the last bits in the single run.
                let within = share <= tolerance;
                off |= !within;
                prop_assert!(
                    within || scenario.policy.review.is_some(),
                    "draw {draw}, {series:?}, month {t}: {found}, not {exact}: {share:e} of the gross"
                );
            }
        }
        astray += usize::from(off);
    }
    Ok(astray)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_draw_in_a_lane_is_the_same_draw_alone_whatever_the_levers(scenario in levers()) {
        prop_assert!(astray(&scenario)? <= 1, "more than one draw of eight decided otherwise");
    }

    #[test]
    fn a_ceiling_said_never_to_bind_never_binds(mut scenario in levers(), room in 0.0..40.0f64) {
        set(&mut scenario, "rule", "ceiling");
        set(&mut scenario, "room", &format!("{room:.1}"));
        let single = Single::run(&scenario, true, &scenario.parameters);
        let bound = single.plan.months.iter().any(|month| month.allowed < 1.0);
        prop_assert!(!(single.free && bound), "a share of the wish was turned down");
        let differ = single.plan.months.iter().zip(&single.uncapped.months)
            .position(|(plan, uncapped)| plan.municipal_net.to_bits() != uncapped.municipal_net.to_bits());
        prop_assert!(!single.free || differ.is_none(), "month {differ:?} is not the uncapped run's");
    }

    #[test]
    fn and_whatever_the_assumptions(scenario in anything()) {
        prop_assert!(astray(&scenario)? <= 1, "more than one draw of eight decided otherwise");
    }
}

#[test]
fn a_ceiling_is_known_never_to_bind_where_there_is_room() {
    let free = |levers: &[(&str, &str)]| {
        let mut scenario = place("silkeborg");
        set(&mut scenario, "rule", "ceiling");
        levers.iter().for_each(|(key, value)| set(&mut scenario, key, value));
        Single::run(&scenario, true, &scenario.parameters).free
    };
    let target = ("caseload.activity_ready", "60");
    assert!(free(&[target, ("room", "5")]), "two posts more");
    assert!(
        free(&[("caseload.activity_ready", "150"), ("room", "0")]),
        "a plan that saves posts needs no room"
    );
    assert!(!free(&[target, ("room", "0")]), "no room");
    assert!(
        !free(&[target, ("room", "5"), ("staffing", "hold")]),
        "what the stock will ask for is not known"
    );
    assert!(!free(&[target, ("room", "5"), ("response", "overrun")]), "who overruns may pay sanctions");
    assert!(!free(&[target, ("room", "5"), ("rule", "state_grant")]), "a grant is paid");
}

/// What a group saves lets another want more; where a review gives the posts back, nothing pays for the coordinators any
/// more.
#[test]
fn a_ceiling_may_bind_after_a_review() {
    let mut scenario = place("silkeborg");
    let levers = [("caseload.insured", "200"), ("coordinator", "on"), ("rule", "ceiling"), ("room", "0")];
    let review = [("review", "24"), ("review_share", "100")];
    levers.iter().chain(&review).for_each(|(key, value)| set(&mut scenario, key, value));
    let single = Single::run(&scenario, true, &scenario.parameters);
    assert!(single.plan.months.iter().any(|month| month.allowed < 1.0), "the plan is to be such a one");
    assert!(!single.free);
}

/// As `outcome::payback`: the months until the net is back for good.
fn payback(run: &Run<f64>, start: usize) -> f32 {
    let months = &run.months[..start + 120];
    if !months.iter().any(|month| month.municipal_net < -1.0) {
        return NOTHING;
    }
    match months.iter().rposition(|month| month.municipal_net < 0.0) {
        Some(last) if last + 1 < months.len() => ((last + 2).saturating_sub(start)) as f32,
        _ => f32::INFINITY,
    }
}

#[test]
fn paybacks_agree_in_all_but_one_draw_in_a_hundred() {
    let plans: [&[(&str, &str)]; 4] = [
        &[("caseload.insured", "60")],
        &[("caseload.insured", "60"), ("rule", "self_financing"), ("start", "12")],
        &[("caseload.sickness", "50"), ("evidence", "0.2")],
        &[("caseload.job_ready", "100")],
    ];
    for plan in plans {
        let mut scenario = place("typical");
        plan.iter().for_each(|(key, value)| set(&mut scenario, key, value));
        let samples = samples(&scenario, true, 256, 12);
        let draws = Draws::new(&scenario.parameters);
        let start = usize::from(scenario.policy.start);
        let single = |draw| payback(&Single::run(&scenario, true, &drawn(&draws, draw)).plan, start);
        let differ: Vec<_> = samples
            .payback()
            .iter()
            .enumerate()
            .map(|(draw, found)| (draw, *found, single(draw)))
            .filter(|(_, found, exact)| found != exact)
            .collect();
        assert!(differ.len() <= 2, "{plan:?}: {} of 256 differ: {differ:?}", differ.len());
        // A month too early or too late, never another answer.
        assert!(differ.iter().all(|(_, found, exact)| (found - exact).abs() <= 1.0), "{plan:?}: {differ:?}");
    }
}

/// The cost of single precision in kroner where it is largest: the country, with every caseload halved.
#[test]
fn in_every_draw_the_country_is_right_to_a_million_kroner() {
    let mut scenario = place("country");
    for g in 0..GROUP_COUNT {
        scenario.policy.caseload[g] = Some(scenario.place.caseload_today(g, &scenario.parameters) / 2.0);
    }
    // More than any plan loses: the cash rule ends none.
    scenario.policy.reserve = Some(1e7);
    let (samples, draws) = (samples(&scenario, true, 64, 120), Draws::new(&scenario.parameters));
    let mut worst = (0.0, 0, 0, 0.0);
    for draw in 0..64 {
        let single = Single::run(&scenario, true, &drawn(&draws, draw));
        for (i, (series, _)) in everything().into_iter().enumerate() {
            for t in (0..=120).filter(|_| series == Series::MunicipalNet || series == Series::StateNet) {
                let exact = single.value(series, t);
                let apart = (f64::from(samples.month(i, t)[draw]) - exact).abs();
                if apart > worst.0 {
                    worst = (apart, draw, t, exact);
                }
            }
        }
    }
    let (apart, draw, t, net) = worst;
    assert!(apart < 1e6, "draw {draw}, month {t}: {apart} DKK off a net of {net:e} DKK");
    println!("single precision: at most {apart:.0} DKK (draw {draw}, month {t}) of a net of {net:e} DKK");
}

/// What one post more gives is little beside all that is paid: the share of a year's benefits, or of the people, that it is
/// off by in single precision (`ROUNDING` in `questions::rounding`).
#[test]
fn one_post_more_is_right_to_three_millionths() {
    let moved: &[(&str, &str)] = &[("caseload.insured", "60"), ("caseload.sickness", "50")];
    for (name, levers) in [("typical", &[][..]), ("silkeborg", moved), ("country", &[]), ("country", moved)] {
        let mut scenario = place(name);
        levers.iter().for_each(|(key, value)| set(&mut scenario, key, value));
        let Scenario { place, parameters, .. } = &scenario;
        let yearly = |group: usize| 12.0 * place.stock[group] * parameters[BENEFIT[group]];
        let sizes =
            [(Series::MunicipalNet, (0..GROUP_COUNT).map(yearly).sum()), (Series::Jobs, place.total_stock())];
        let draws = Draws::new(parameters);
        let now = samples(&scenario, true, Eight::COUNT, 72);
        for group in 0..GROUP_COUNT {
            let mut policy = scenario.policy.clone();
            let before = policy.caseload[group].unwrap_or_else(|| place.caseload_today(group, parameters));
            policy.caseload[group] = Some(1.0 / (1.0 / before + 1.0 / place.stock[group]));
            let moved = scenario.with_policy(policy);
            let more = samples(&moved, true, Eight::COUNT, 72);
            for draw in 0..Eight::COUNT {
                let single = |of: &Scenario| Single::run(of, true, &drawn(&draws, draw));
                let singles = [&moved, &scenario].map(single);
                for (series, size) in sizes {
                    let at =
                        everything().iter().position(|(watched, _)| *watched == series).expect("watched");
                    let found = f64::from(more.month(at, 72)[draw]) - f64::from(now.month(at, 72)[draw]);
                    let exact = singles[0].value(series, 72) - singles[1].value(series, 72);
                    let off = (found - exact).abs() / size;
                    assert!(off < 3e-6, "{name}, group {group}, {series:?}: {found}, not {exact}: {off:e}");
                }
            }
        }
    }
}
