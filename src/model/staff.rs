//! Caseworkers: experienced and in training, turnover, absence, and what of their time is left.

use super::lane::Lane;
use super::plan::Terms;
use super::rates::Rates;
use super::setup::Group;
use super::tables::parameter as p;

/// The caseworkers of one group at the start of a month.
#[derive(Clone, Copy, Debug, Default)]
pub struct Staff<L> {
    /// Experienced, FTE.
    pub experienced: L,
    /// In training, FTE.
    pub in_training: L,
}

/// The working environment that a caseload gives.
#[derive(Clone, Copy, Debug, Default)]
pub struct Environment<L> {
    /// Sick days a year per caseworker.
    pub sick_days: L,
    /// Of them more than today; fewer are negative.
    pub more_sick_days: L,
    /// How many times as many caseworkers leave as today.
    pub leaving: L,
    /// Probability in a year that a citizen's caseworker changes.
    pub change: L,
}

impl<L: Lane> Staff<L> {
    /// The stationary start.
    pub fn start(group: &Group<L>) -> Self {
        Self { experienced: group.experienced, in_training: group.in_training }
    }

    /// All posts filled, FTE.
    pub fn total(&self) -> L {
        self.experienced + self.in_training
    }

    /// Full caseworkers' worth of work, after training and extra absence:
    /// `A = (E + p R) (1 − (b − b₀)/227)`.
    pub fn effective(&self, more_sick_days: L, terms: Terms<'_, L>) -> L {
        let present = (L::one() - more_sick_days * terms.setup.rates.absence).max(L::zero());
        let productivity = terms.parameters[p::TRAINING_PRODUCTIVITY];
        (self.experienced + productivity * self.in_training) * present
    }

    /// Moves one month towards `posts`, with `leaving` times the turnover of today; returns how many were hired.
    ///
    /// `net = (P − F)/T`, `hires = max(0, leavers + net)`, `layoffs = max(0, −net − leavers)`; those laid off
    /// are experienced and in training in proportion, those hired begin in training.
    pub fn step(&mut self, posts: L, leaving: L, rates: &Rates<L>) -> L {
        let total = self.total();
        let monthly = rates.leave * leaving;
        let leavers = monthly * total;
        let gap = posts - total;
        let rate = L::select(L::zero().lt(gap), rates.hiring, rates.layoff);
        let wanted = leavers + gap * rate;
        let hires = wanted.max(L::zero());
        let leaving = monthly + (hires - wanted) / total;
        let trained = self.in_training * rates.trained;
        self.in_training = self.in_training - leaving * self.in_training + hires - trained;
        self.experienced = self.experienced - leaving * self.experienced + trained;
        hires
    }
}

/// Sick days, turnover and changes of caseworker at `cases / of` times the cases per post of today.
///
/// `b = max(0, b₀ + slope · ln(c/c₀)/ln 1.1)`, `u = min(0.9, u₀ (c/c₀)^ε)`, `v = min(0.95, v₀ u/u₀)`, of which
/// a coordinating caseworker (a share `coordinated` of them at work, if there are any) takes away half.
pub fn environment<L: Lane>(
    Terms { setup, parameters, .. }: Terms<'_, L>,
    [cases, of]: [L; 2],
    coordinated: Option<L>,
) -> Environment<L> {
    let log2_ratio = cases.log2_over(of);
    let usual = parameters[p::SICK_DAYS];
    let more_sick_days = (setup.rates.sick_days * log2_ratio).max(-usual);
    let factor = L::power_of_log2(log2_ratio, parameters[p::TURNOVER_ELASTICITY]);
    let leaving = factor.min(setup.rates.most_leave);
    let change = (parameters[p::CASEWORKER_CHANGE] * leaving).min(L::splat(MOST_CHANGE));
    let change = match coordinated {
        Some(share) => change * (L::one() - parameters[p::COORDINATOR_CONTINUITY] * share),
        None => change,
    };
    Environment { sick_days: usual + more_sick_days, more_sick_days, leaving, change }
}

/// A change of caseworker stays short of certain (a guard, not a finding).
const MOST_CHANGE: f64 = 0.95;
