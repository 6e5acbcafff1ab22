//! Draws or policies side by side: the runs of a plan in lanes, of which nothing is kept but what is looked at.

use super::ceiling::never_binds;
use super::lane::Eight;
use super::month::{Month, Trace, Usual};
use super::policy::{Displacement, Policy, Rule, Who};
use super::run::{Plan, Terms, Which, run};
use super::tables::GROUP_COUNT;

/// The memory of such runs, used again and again.
#[derive(Debug, Default)]
pub struct Abreast {
    /// A baseline that stands still: one month, for whoever runs next.
    still: Vec<Usual<Eight>>,
    uncapped: Vec<Trace<Eight>>,
    past: Vec<Trace<Eight>>,
}

/// A month of a plan, beside what it is compared with.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// The plan under its rule. Groups that the levers do not reach have people and posts, and nothing else.
    pub month: &'a Month<Eight>,
    /// Persons on the benefit of each group where nothing changes; in groups that the levers do not reach those of the start,
    /// as in the month.
    pub usual_stock: &'a [Eight; GROUP_COUNT],
    /// The municipal net without the cap, as [`Month::municipal_net`].
    pub uncapped_net: Eight,
}

/// What moves a baseline, besides the place and the assumptions: baselines of one motion are the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Motion {
    /// The groups that are run.
    which: Which,
    cycle: f64,
    inflow: f64,
    evidence: f64,
    displacement: Displacement,
    who: Who,
}

impl Motion {
    /// Of a policy.
    pub fn of(policy: &Policy) -> Self {
        let Policy { cycle, inflow, evidence, displacement, who, .. } = *policy;
        let still = policy.surroundings_stand_still();
        let which = std::array::from_fn(|group| !still || policy.reaches(group));
        Self { which, cycle: cycle.0, inflow: inflow.0, evidence, displacement, who }
    }
}

impl Abreast {
    /// Runs the first `length` months of the plan under its rule and shows each to `observe`; `whole` months are what
    /// the plan goes on for, which a rule that looks ahead must know.
    ///
    /// Groups that the levers do not reach stay as they are at the start, also those that the law has closed, whose baseline
    /// falls: what is looked at is the difference from it. With a trend or a cycle all are run.
    ///
    /// `usual` takes a baseline that moves, for the next run of the same [`Motion`]; given that of an earlier one, it is
    /// not run again. One that stands still takes less time to run than memory to keep.
    pub fn run(
        &mut self,
        terms: Terms<'_, Eight>,
        [length, whole]: [usize; 2],
        usual: &mut Vec<Usual<Eight>>,
        observe: &mut dyn FnMut(Seen<'_>),
    ) {
        let policy = terms.levers.policy;
        let which = Motion::of(policy).which;
        let moving = terms.setup.moving(policy);
        let still = !terms.setup.any(&std::array::from_fn(|group| which[group] && moving[group]));
        let Self { still: own, uncapped, past } = self;
        let looked_at = whole.min(length + usize::from(policy.looks_ahead()));
        let (usual, lasts) = if still { (own, 1) } else { (usual, looked_at) };
        if still || usual.len() < lasts {
            usual.clear();
            run(terms, &which, Plan::Baseline, lasts, past, |month| usual.push(Usual::of(month)));
        }
        let usual = &*usual;
        let go = |rule,
                  length,
                  ahead: &[Trace<Eight>],
                  past: &mut Vec<Trace<Eight>>,
                  look: &mut dyn FnMut(usize, &Month<Eight>)| {
            let mut t = 0;
            run(terms, &which, Plan::Levers { usual, rule, ahead }, length, past, |month| {
                look(t, month);
                t += 1;
            });
        };
        let nobody = [Eight::default(); GROUP_COUNT];
        let stock = |t: usize| usual.get(t).or(usual.last()).map_or(&nobody, |usual| &usual.stock);
        if policy.rule == Rule::None || never_binds(terms, &which) {
            go(policy.rule, length, &[], past, &mut |t, month| {
                observe(Seen { month, usual_stock: stock(t), uncapped_net: month.municipal_net });
            });
            return;
        }
        go(Rule::None, looked_at, &[], uncapped, &mut |_, _| ());
        go(policy.rule, length, uncapped, past, &mut |t, month| {
            observe(Seen { month, usual_stock: stock(t), uncapped_net: uncapped[t].municipal_net });
        });
    }
}
