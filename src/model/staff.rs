//! Caseworkers: experienced and in training, turnover, absence, and what of their time is left.

use super::lane::Lane;
use super::parameters::Parameters;
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
    /// Share of the caseworkers who leave in a year.
    pub turnover: L,
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
    pub fn effective(&self, sick_days: L, parameters: &Parameters<L>) -> L {
        let extra_absence = (sick_days - parameters[p::SICK_DAYS]) / parameters[p::WORK_DAYS];
        let present = (L::one() - extra_absence).max(L::zero());
        (self.experienced + parameters[p::TRAINING_PRODUCTIVITY] * self.in_training) * present
    }

    /// Moves one month towards `posts`, with `turnover` a year; returns how many were hired.
    ///
    /// `net = (P − F)/T`, `hires = max(0, leavers + net)`, `layoffs = max(0, −net − leavers)`; those laid off
    /// are experienced and in training in proportion, those hired begin in training.
    pub fn step(&mut self, posts: L, turnover: L, parameters: &Parameters<L>) -> L {
        let total = self.total();
        let monthly = turnover / L::splat(12.0);
        let leavers = monthly * total;
        let gap = posts - total;
        let months = L::select(L::zero().lt(gap), parameters[p::HIRING_MONTHS], parameters[p::LAYOFF_MONTHS]);
        let wanted = leavers + gap / months;
        let hires = wanted.max(L::zero());
        let leaving = monthly + (-wanted).max(L::zero()) / total;
        let trained = self.in_training / parameters[p::TRAINING_MONTHS];
        self.in_training = self.in_training - leaving * self.in_training + hires - trained;
        self.experienced = self.experienced - leaving * self.experienced + trained;
        hires
    }
}

/// Sick days, turnover and changes of caseworker at `caseload` cases per post.
///
/// `b = max(0, b₀ + slope · ln(c/c₀)/ln 1.1)`, `u = min(0.9, u₀ (c/c₀)^ε)`, `v = min(0.95, v₀ u/u₀)`, of which
/// a coordinating caseworker (a share `coordinated` of them at work) takes away half.
pub fn environment<L: Lane>(
    group: &Group<L>,
    caseload: L,
    coordinated: L,
    parameters: &Parameters<L>,
) -> Environment<L> {
    let ln_ratio = (caseload / group.caseload).ln();
    let per_tenth = ln_ratio / L::splat(LN_1_1);
    let sick_days = parameters[p::SICK_DAYS] + parameters[p::SICK_DAYS_SLOPE] * per_tenth;
    let factor = L::power_of_ln(ln_ratio, parameters[p::TURNOVER_ELASTICITY]);
    let turnover = (parameters[p::TURNOVER] * factor).min(L::splat(MOST_LEAVE));
    let change = parameters[p::CASEWORKER_CHANGE] * turnover / parameters[p::TURNOVER];
    let kept = L::one() - parameters[p::COORDINATOR_CONTINUITY] * coordinated;
    Environment {
        sick_days: sick_days.max(L::zero()),
        turnover,
        change: change.min(L::splat(MOST_CHANGE)) * kept,
    }
}

/// ln 1.1: the slope of sick days is per 10 % more cases.
const LN_1_1: f64 = 0.095_310_179_804_324_87;
/// Not everybody can leave in a year, however many the cases (a guard, not a finding).
const MOST_LEAVE: f64 = 0.9;
/// A change of caseworker stays short of certain (a guard, not a finding).
const MOST_CHANGE: f64 = 0.95;
