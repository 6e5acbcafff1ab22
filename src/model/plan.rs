//! What a run goes by, what it is to do, and what it leaves behind.

use std::ops::Deref;
use std::rc::Rc;

use super::levers::Levers;
use super::month::{Month, Trace, Usual};
use super::parameters::Parameters;
use super::policy::Rule;
use super::setup::Setup;
use super::tables::GROUP_COUNT;

/// Where nothing has come to an end.
pub const NEVER: f64 = f64::INFINITY;
/// Below this a purse is in the red, DKK; anything less is rounding.
pub const IN_THE_RED: f64 = -1.0;

/// What a run goes by.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'a, L> {
    /// Where it starts.
    pub setup: &'a Setup<L>,
    /// Where the levers stand.
    pub levers: &'a Levers<'a, L>,
    /// The assumptions.
    pub parameters: &'a Parameters<L>,
}

/// Which groups a run is about, by their place in the data file. The others stay as they are in the baseline.
pub type Which = [bool; GROUP_COUNT];

/// One run: its months, and what ended in it.
#[derive(Clone, Debug)]
pub struct Run<L> {
    /// The months from 0.
    pub months: Months<L>,
    /// The month in which the cash rule ended the plan, or [`NEVER`].
    pub cash_out: L,
    /// The month in which the review stopped the plan, or [`NEVER`].
    pub review_stop: L,
}

/// The months of a run, hundreds of kilobytes: a copy of it shares them.
#[derive(Clone, Debug)]
pub struct Months<L>(Rc<Vec<Month<L>>>);

impl<L> From<Vec<Month<L>>> for Months<L> {
    fn from(months: Vec<Month<L>>) -> Self {
        Self(Rc::new(months))
    }
}

impl<L> Deref for Months<L> {
    type Target = [Month<L>];
    fn deref(&self) -> &[Month<L>] {
        &self.0
    }
}

impl<'a, L> IntoIterator for &'a Months<L> {
    type Item = &'a Month<L>;
    type IntoIter = std::slice::Iter<'a, Month<L>>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// What came to an end in a run.
#[derive(Clone, Copy, Debug)]
pub struct Ends<L> {
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
        /// The baseline of the same groups; its last month lasts.
        usual: &'a [Usual<L>],
        /// The rule in force.
        rule: Rule,
        /// The uncapped run, where the rule may look for what comes back; else empty.
        ahead: &'a [Trace<L>],
    },
    /// What another run decided and what its contact came to: posts, staff, the share allowed, the end, and the effect on
    /// the exits. Only who leaves, and what it costs, is this run's own.
    Follow {
        /// The baseline of the same groups; its last month lasts. Empty where the other run is a baseline too.
        usual: &'a [Usual<L>],
        /// The rule under which the other run came about.
        rule: Rule,
        /// The other run.
        led: &'a Run<L>,
    },
}

impl<'a, L> Plan<'a, L> {
    /// Whether it is one in which nothing changes.
    pub fn is_baseline(&self) -> bool {
        match self {
            Self::Baseline => true,
            Self::Levers { .. } => false,
            Self::Follow { usual, .. } => usual.is_empty(),
        }
    }

    /// What the run is beside in month `t`, and its rule; nothing for a baseline.
    pub fn beside(&self, t: usize) -> Option<(&'a Usual<L>, Rule)> {
        match *self {
            Self::Baseline => None,
            Self::Levers { usual, rule, .. } | Self::Follow { usual, rule, .. } => {
                Some((usual.get(t).or(usual.last())?, rule))
            }
        }
    }
}
