//! People, month by month: the flows written out once more in plain numbers, from nothing but the assumptions and the
//! multipliers that the model notes.

#![allow(clippy::disallowed_methods, reason = "a second calculation takes the machine's own functions")]

use super::same;
use crate::common::{anything, levers};
use proptest::prelude::*;
use raaderum::model::levers::Levers;
use raaderum::model::month::Month;
use raaderum::model::setup::closed;
use raaderum::model::tables::{GROUP_COUNT, parameter as p};
use raaderum::scenario::Scenario;

/// Kinds, in the order of the text: bound for a job, for a clarified status, for something else.
const J: usize = 0;
const C: usize = 1;
const R: usize = 2;
/// Where the model has them.
const IN_MODEL: [usize; 3] = [0, 2, 1];
/// Destinations.
const JOB: usize = 0;
const EDUCATION: usize = 1;
const CLARIFIED: usize = 2;
const OTHER: usize = 3;

/// One group at the start of a month.
#[derive(Clone, Default)]
struct Now {
    n: [[f64; 13]; 3],
    /// Leavers at risk, of J and of R (the one of C stays nought).
    x: [f64; 3],
    exits: [f64; 4],
    /// Settled in a job, and the others after the exit.
    z: f64,
    l: [f64; 4],
}

struct Figures {
    w: [f64; 4],
    kind: [f64; 3],
    hazard: [f64; 13],
    inflow: f64,
    rho: f64,
    nu: f64,
    start: Now,
}

impl Figures {
    fn of(scenario: &Scenario, g: usize) -> Self {
        let of = |parameter| scenario.parameters[parameter];
        let raw =
            [p::WEIGHT_JOB[g], p::WEIGHT_EDUCATION[g], p::WEIGHT_CLARIFIED[g], p::WEIGHT_OTHER[g]].map(of);
        let w = raw.map(|share| share / raw.iter().sum::<f64>());
        let kind = [w[JOB], w[CLARIFIED], w[EDUCATION] + w[OTHER]];
        let q = |a| {
            [p::EXIT_EARLY[g], p::EXIT_MIDDLE[g], p::EXIT_LATE[g]][if a < 3 {
                0
            } else if a < 12 {
                1
            } else {
                2
            }]
        };
        let hazard: [f64; 13] = std::array::from_fn(|a| -(1.0 - of(q(a))).ln());
        let mut s = [1.0; 13];
        for a in 1..13 {
            s[a] = s[a - 1] * (-hazard[a - 1]).exp();
        }
        s[12] /= 1.0 - (-hazard[12]).exp();
        let coming = scenario.place.stock[g] / s.iter().sum::<f64>();
        let (rho, nu) = (of(p::REENTRY[g]), of(p::RISK_END));
        let x = [kind[J] * coming / (rho + nu), 0.0, kind[R] * coming / (rho + nu)];
        let n = kind.map(|share| s.map(|persons| share * coming * persons));
        let start = Now { n, x, ..Now::default() };
        let inflow = coming - rho * (x[J] + x[R]);
        // Where the law has closed a group, nobody comes and nobody returns.
        let [inflow, rho] = if closed(g, &scenario.parameters) { [0.0; 2] } else { [inflow, rho] };
        Self { w, kind, hazard, inflow, rho, nu, start }
    }
}

/// A run, by the multipliers of its months; beside a baseline, or the baseline itself.
fn run(scenario: &Scenario, g: usize, months: &[Month<f64>], delta: f64, usual: Option<&[Now]>) -> Vec<Now> {
    let figures = Figures::of(scenario, g);
    let Figures { w, kind, hazard, inflow, rho, nu, ref start } = figures;
    let of = |parameter| scenario.parameters[parameter];
    let policy = &scenario.policy;
    let mut now = start.clone();
    let mut run = Vec::new();
    for (t, month) in months.iter().enumerate() {
        let month = &month.groups[g];
        let m = month.multiplier;
        let mixed =
            if kind[R] > 0.0 { (w[EDUCATION] * m[EDUCATION] + w[OTHER] * m[OTHER]) / kind[R] } else { 1.0 };
        let pace = [m[JOB] / (1.0 - delta + delta * m[JOB]), m[CLARIFIED], mixed];
        let leave = |k: usize, a: usize| 1.0 - (-hazard[a] * (1.0 + policy.cycle.0 / 100.0) * pace[k]).exp();
        let exits: [[f64; 13]; 3] =
            std::array::from_fn(|k| std::array::from_fn(|a| now.n[k][a] * leave(k, a)));
        let left = exits.map(|of_kind| of_kind.iter().sum::<f64>());
        now.exits = [left[J], 0.0, left[C], 0.0];
        if kind[R] > 0.0 {
            now.exits[EDUCATION] = w[EDUCATION] / kind[R] * left[R];
            now.exits[OTHER] = w[OTHER] / kind[R] * left[R];
        }
        let base = usual.map(|usual| &usual[t]);
        let base_x = base.map_or(now.x, |base| base.x);
        run.push(now.clone());
        let outside = inflow * (1.0 + policy.inflow.0 / 100.0).powf(t as f64 / 12.0);
        let turned = [J, R].map(|k| (kind[C] * rho * base_x[k]).min(kind[k] * outside + rho * now.x[k]));
        let in_j = kind[J] * outside + rho * now.x[J] - turned[0];
        let in_r = kind[R] * outside + rho * now.x[R] - turned[1];
        let in_c = kind[C] * outside + turned[0] + turned[1];
        let alpha = of(p::ADDITIONAL_CLARIFIED);
        let more =
            if kind[R] > 0.0 { (alpha * (month.clarifying - 1.0) * in_c).max(-in_c).min(in_r) } else { 0.0 };
        if let Some(base) = base {
            let extra: [f64; 4] = std::array::from_fn(|d| now.exits[d] - base.exits[d]);
            now.z += nu * (now.x[J] - base.x[J]);
            now.l[CLARIFIED] += extra[CLARIFIED];
            now.l[EDUCATION] = now.l[EDUCATION] * (1.0 - of(p::LEAVE_EDUCATION)) + extra[EDUCATION];
            now.l[OTHER] = now.l[OTHER] * (1.0 - of(p::LEAVE_OTHER)) + of(p::KEEPS_OTHER[g]) * extra[OTHER];
        }
        for k in [J, R] {
            now.x[k] = now.x[k] * (1.0 - rho - nu) + left[k];
        }
        let coming = [in_j, in_c + more, in_r - more];
        for k in [J, C, R] {
            let stay = |a: usize| now.n[k][a] - exits[k][a];
            let mut next = [0.0; 13];
            next[0] = coming[k];
            (0..11).for_each(|a| next[a + 1] = stay(a));
            next[12] = stay(11) + stay(12);
            now.n[k] = next;
        }
    }
    run
}

/// Holds every month of a run to the plain one.
fn held(months: &[Month<f64>], plain: &[Now], usual: Option<&[Now]>, g: usize) -> Result<(), TestCaseError> {
    for (t, (month, now)) in months.iter().zip(plain).enumerate() {
        let (found, stock) = (&month.groups[g], now.n.iter().flatten().sum::<f64>());
        let scale = stock.max(now.x[J] + now.x[R]).max(1.0);
        let mut pairs =
            vec![(found.stock, stock), (found.leavers[0], now.x[J]), (found.leavers[1], now.x[R])];
        pairs.extend([J, C, R].map(|k| (found.kinds[IN_MODEL[k]], now.n[k].iter().sum())));
        pairs.extend([JOB, EDUCATION, CLARIFIED, OTHER].map(|d| (found.exits[d], now.exits[d])));
        if let Some(usual) = usual {
            pairs.push((found.after[JOB], now.x[J] - usual[t].x[J] + now.z));
            pairs.extend([EDUCATION, CLARIFIED, OTHER].map(|d| (found.after[d], now.l[d])));
        }
        for (place, (found, expected)) in pairs.into_iter().enumerate() {
            prop_assert!(
                (found - expected).abs() <= 1e-9 * scale,
                "month {t}, {place}: {found}, not {expected}"
            );
        }
    }
    Ok(())
}

fn all(scenario: &Scenario) -> Result<(), TestCaseError> {
    let outcome = scenario.simulate();
    let delta = Levers::one(&scenario.place, &scenario.policy, &scenario.parameters, &scenario.parameters)
        .displacement;
    for g in (0..GROUP_COUNT).filter(|g| scenario.place.stock[*g] > 0.0) {
        let usual = run(scenario, g, &outcome.baseline.months, delta, None);
        held(&outcome.baseline.months, &usual, None, g)?;
        for months in [&outcome.uncapped.months, &outcome.scenario.months] {
            held(months, &run(scenario, g, months, delta, Some(&usual)), Some(&usual), g)?;
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn people_move_as_the_plain_arithmetic_says_whatever_the_levers(scenario in levers()) {
        all(&scenario)?;
    }

    #[test]
    fn and_whatever_the_assumptions_about_people(scenario in anything()) {
        all(&scenario)?;
    }
}

/// One stock in which exits to all destinations compete, drawn anew at each return: how many are on the benefit, and at risk.
fn one_stock(scenario: &Scenario, g: usize, months: &[Month<f64>]) -> Vec<f64> {
    let Figures { w, hazard, inflow, rho, nu, start, .. } = Figures::of(scenario, g);
    let mut n: [f64; 13] = std::array::from_fn(|a| start.n.iter().map(|kind| kind[a]).sum());
    let mut x = start.x[J] + start.x[R];
    let mut stocks = Vec::new();
    for (t, month) in months.iter().enumerate() {
        let m = month.groups[g].multiplier;
        let z: f64 = (0..4).map(|d| w[d] * m[d]).sum();
        let policy = &scenario.policy;
        let leave = |a: usize| 1.0 - (-hazard[a] * (1.0 + policy.cycle.0 / 100.0) * z).exp();
        let exits: [f64; 13] = std::array::from_fn(|a| n[a] * leave(a));
        let left = exits.iter().sum::<f64>();
        stocks.push(n.iter().sum());
        let coming = inflow * (1.0 + policy.inflow.0 / 100.0).powf(t as f64 / 12.0) + rho * x;
        x = x * (1.0 - rho - nu) + left * (1.0 - w[CLARIFIED] * m[CLARIFIED] / z);
        let mut next = [0.0; 13];
        next[0] = coming;
        (0..11).for_each(|a| next[a + 1] = n[a] - exits[a]);
        next[12] = n[11] - exits[11] + n[12] - exits[12];
        n = next;
    }
    stocks
}

fn as_one_stock(scenario: &Scenario, g: usize, months: &[Month<f64>]) {
    for (month, stock) in months.iter().zip(one_stock(scenario, g, months)) {
        same(month.groups[g].stock, stock);
    }
}

#[test]
fn a_baseline_is_that_of_one_stock_with_competing_exits() {
    for (cycle, inflow) in [("0", "0"), ("-20", "0"), ("15", "3"), ("0", "-5")] {
        let mut scenario = crate::common::place("typical");
        crate::common::set(&mut scenario, "cycle", cycle);
        crate::common::set(&mut scenario, "inflow", inflow);
        for g in 0..GROUP_COUNT {
            for kind in [p::ELASTICITY_JOB, p::ELASTICITY_EDUCATION, p::ELASTICITY_CLARIFIED] {
                scenario.parameters[kind[g]] = 0.0;
            }
        }
        scenario.parameters[p::CONTINUITY_LOSS] = 0.0;
        let outcome = scenario.simulate();
        (0..GROUP_COUNT).for_each(|g| as_one_stock(&scenario, g, &outcome.baseline.months));
    }
}

#[test]
fn with_equal_effects_no_displacement_and_nobody_clarified_a_plan_is_that_of_one_stock() {
    for g in 0..GROUP_COUNT {
        let mut scenario = crate::common::place("typical");
        for kind in [p::ELASTICITY_JOB, p::ELASTICITY_EDUCATION, p::ELASTICITY_CLARIFIED] {
            scenario.parameters[kind[g]] = 0.2;
        }
        (scenario.parameters[p::CONTINUITY_LOSS], scenario.parameters[p::DISPLACEMENT_US]) = (0.0, 0.0);
        scenario.parameters[p::WEIGHT_CLARIFIED[g]] = 0.0;
        scenario.policy.caseload[g] = Some(30.0);
        let months = scenario.simulate().scenario.months;
        assert!((months[60].groups[g].multiplier[JOB] - 1.0).abs() > 0.01);
        as_one_stock(&scenario, g, &months);
    }
}
