//! Central runs beside a baseline: only the groups that the levers reach are run again, for in the others nothing
//! differs from the baseline.

use super::levers::Levers;
use super::month::{Month, Trace, Usual};
use super::policy::Rule;
use super::run::{Plan, Run, Terms, Which, run};

/// A baseline, and what is needed to run a plan beside it.
pub struct Beside<'a> {
    terms: Terms<'a, f64>,
    length: usize,
    /// The groups that the levers reach.
    reached: Which,
    /// Their baseline.
    own: Vec<Month<f64>>,
    /// The others, in which nothing differs from the baseline.
    rest: Vec<Rest>,
    usual: Vec<Usual<f64>>,
}

/// Groups that the levers do not reach.
struct Rest {
    which: Which,
    /// Their baseline; the last month lasts.
    months: Vec<Month<f64>>,
}

impl<'a> Beside<'a> {
    /// Runs the baseline.
    pub fn new(terms: Terms<'a, f64>, length: usize) -> Self {
        Self::of(terms, Plan::Baseline, length)
    }

    /// Runs the baseline of these levers with the work and the effect of another baseline.
    pub fn following(terms: Terms<'a, f64>, led: &Run<f64>) -> Self {
        Self::of(terms, Plan::Follow { usual: &[], rule: Rule::None, led }, led.months.len())
    }

    fn of(terms: Terms<'a, f64>, baseline: Plan<'_, f64>, length: usize) -> Self {
        let months = |which: &Which, length: usize| {
            let mut months = Vec::with_capacity(length);
            run(terms, which, baseline, length, &mut Vec::new(), |month| months.push(*month));
            months
        };
        let policy = terms.levers.policy;
        let reached: Which = std::array::from_fn(|group| policy.reaches(group));
        let moves = terms.setup.moving(policy);
        let mut rest = Vec::new();
        for moving in [false, true] {
            let which = std::array::from_fn(|group| !reached[group] && moves[group] == moving);
            if terms.setup.any(&which) {
                rest.push(Rest { which, months: months(&which, if moving { length } else { 1 }) });
            }
        }
        // Even where it stands still: a plan that changes nothing then differs from it by nothing, to the last bit.
        let own = months(&reached, length);
        let usual = own.iter().map(Usual::of).collect();
        Self { terms, length, reached, own, rest, usual }
    }

    /// All months of the baseline, once no plan is to run beside it any more.
    pub fn baseline(mut self) -> Run<f64> {
        let never = f64::INFINITY;
        let mut months = std::mem::take(&mut self.own);
        months.iter_mut().enumerate().for_each(|(t, month)| self.complete(t, month));
        Run { months: months.into(), cash_out: never, review_stop: never }
    }

    /// Runs a plan under a rule.
    pub fn run(&self, levers: &Levers<f64>, rule: Rule, ahead: &[Trace<f64>]) -> (Run<f64>, Vec<Trace<f64>>) {
        let mut trace = Vec::with_capacity(self.length);
        let run = self.go(levers, Plan::Levers { usual: &self.usual, rule, ahead }, &mut trace);
        (run, trace)
    }

    /// Runs what another run decided, beside this baseline.
    pub fn follow(&self, levers: &Levers<f64>, rule: Rule, led: &Run<f64>) -> Run<f64> {
        self.go(levers, Plan::Follow { usual: &self.usual, rule, led }, &mut Vec::new())
    }

    fn go(&self, levers: &Levers<f64>, plan: Plan<f64>, trace: &mut Vec<Trace<f64>>) -> Run<f64> {
        let mut months = Vec::with_capacity(self.length);
        let terms = Terms { levers, ..self.terms };
        let keep = |month: &Month<f64>| {
            let t = months.len();
            months.push(*month);
            months[t..].iter_mut().for_each(|month| self.complete(t, month));
        };
        let ends = run(terms, &self.reached, plan, self.length, trace, keep);
        Run { months: months.into(), cash_out: ends.cash_out, review_stop: ends.review_stop }
    }

    /// Makes a month of the groups in reach one of all: the others are as they always are.
    fn complete(&self, t: usize, month: &mut Month<f64>) {
        for Rest { which, months } in &self.rest {
            if let Some(rest) = months.get(t).or(months.last()) {
                month.take_in(which, rest);
            }
        }
    }
}
