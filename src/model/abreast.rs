//! Draws or policies side by side: the runs of a plan in lanes, of which nothing is kept but what is looked at.

use super::lane::Eight;
use super::month::{Month, Trace, Usual};
use super::policy::Rule;
use super::run::{Plan, Terms, Which, run};

/// The memory of such runs, used again and again.
#[derive(Debug, Default)]
pub struct Abreast {
    usual: Vec<Usual<Eight>>,
    uncapped: Vec<Trace<Eight>>,
    past: Vec<Trace<Eight>>,
}

impl Abreast {
    /// Runs the plan under its rule for `length` months; `observe` sees each month, and the municipal net that there
    /// would be without the cap.
    ///
    /// Groups that the levers do not reach stay as they are at the start. Where the baseline moves, all are run.
    pub fn run(
        &mut self,
        terms: Terms<'_, Eight>,
        length: usize,
        observe: &mut dyn FnMut(&Month<Eight>, Eight),
    ) {
        let policy = terms.levers.policy;
        let still = policy.baseline_stands_still();
        let which: Which = std::array::from_fn(|group| !still || policy.reaches(group));
        let Self { usual, uncapped, past } = self;
        usual.clear();
        let lasts = if still { 1 } else { length };
        run(terms, &which, Plan::Baseline, lasts, past, |month| usual.push(Usual::of(month)));
        let plan = |rule, ahead| Plan::Levers { usual, rule, ahead };
        if policy.rule == Rule::None {
            run(terms, &which, plan(Rule::None, &[]), length, past, |month| {
                observe(month, month.municipal_net)
            });
            return;
        }
        run(terms, &which, plan(Rule::None, &[]), length, uncapped, |_| ());
        let mut nets = uncapped.iter().map(|month| month.municipal_net);
        let beside = |month: &Month<Eight>| observe(month, nets.next().unwrap_or_default());
        run(terms, &which, plan(policy.rule, uncapped), length, past, beside);
    }
}
