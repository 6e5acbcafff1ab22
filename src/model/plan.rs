//! What a run is to do, and what it leaves behind.

use super::month::Month;
use super::policy::Rule;

/// Where nothing has come to an end.
pub const NEVER: f64 = f64::INFINITY;
/// Below this a purse is in the red, DKK; anything less is rounding.
pub const IN_THE_RED: f64 = -1.0;

/// One run: its months, and what ended in it.
#[derive(Clone, Debug)]
pub struct Run<L> {
    /// The months from 0.
    pub months: Vec<Month<L>>,
    /// The month in which the cash rule ended the plan, or [`NEVER`].
    pub cash_out: L,
    /// The month in which the review stopped the plan, or [`NEVER`].
    pub review_stop: L,
}

/// Which of the three runs.
#[derive(Clone, Copy, Debug)]
pub enum Plan<'a, L> {
    /// Nothing changes.
    Baseline,
    /// The levers under a rule, beside the baseline.
    Levers {
        /// The run in which nothing changes.
        baseline: &'a [Month<L>],
        /// The rule in force.
        rule: Rule,
        /// The uncapped run, where the rule may look for what comes back; else empty.
        ahead: &'a [Month<L>],
    },
    /// The posts, the share allowed and the end of another run, beside a baseline of its own.
    Follow {
        /// The run in which nothing changes.
        baseline: &'a [Month<L>],
        /// The rule under which the other run came about.
        rule: Rule,
        /// The other run.
        led: &'a Run<L>,
    },
}

impl<'a, L> Plan<'a, L> {
    /// What the run is beside: its baseline and its rule; nothing for a baseline.
    pub fn beside(&self) -> Option<(&'a [Month<L>], Rule)> {
        match *self {
            Self::Baseline => None,
            Self::Levers { baseline, rule, .. } | Self::Follow { baseline, rule, .. } => {
                Some((baseline, rule))
            }
        }
    }
}
