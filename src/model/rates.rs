//! Parameters as the month needs them: by the month, and as a share of what they are counted by.
//!
//! What divides here, once, need not divide in every month of every run.

use super::lane::Lane;
use super::parameters::Parameters;
use super::tables::parameter as p;

/// log₂ 1.1: the slope of sick days is per 10 % more cases.
const LOG2_1_1: f64 = 0.137_503_523_749_934_9;
/// Not everybody can leave in a year, however many the cases (a guard, not a finding).
const MOST_LEAVE: f64 = 0.9;

/// What a month goes by in every group, whatever the levers.
#[derive(Clone, Copy, Debug)]
pub struct Rates<L> {
    /// Share of the caseworkers who leave in a month at today's caseload.
    pub leave: L,
    /// How many times more can leave at most.
    pub most_leave: L,
    /// Share of those in training who have learnt it after a month.
    pub trained: L,
    /// Share of the missing posts that are filled in a month.
    pub hiring: L,
    /// Share of the posts too many that are closed in a month.
    pub layoff: L,
    /// Sick days a year more for each doubling of the caseload.
    pub sick_days: L,
    /// Share of the working time that one sick day a year takes.
    pub absence: L,
    /// How many times more go to a job for each unit that changes of caseworker fall, `χ/(1 − χ v₀)`.
    pub continuity: L,
    /// A post, DKK a month.
    pub post: L,
    /// Recruiting and training one caseworker, DKK.
    pub hire: L,
    /// Taxes of one more person in a job, DKK a month.
    pub job_tax: L,
    /// Share of those in education who stay there a month.
    pub stays_in_education: L,
    /// Share of those who went elsewhere who stay there a month.
    pub stays_elsewhere: L,
}

impl<L: Lane> Rates<L> {
    /// From the parameters.
    pub fn new(parameters: &Parameters<L>) -> Self {
        let (one, twelfth) = (L::one(), L::splat(1.0 / 12.0));
        let share_of = |months| one / parameters[months];
        let loss = parameters[p::CONTINUITY_LOSS];
        let stays = |leave| one - parameters[leave];
        Self {
            leave: parameters[p::TURNOVER] * twelfth,
            most_leave: L::splat(MOST_LEAVE) / parameters[p::TURNOVER],
            trained: share_of(p::TRAINING_MONTHS),
            hiring: share_of(p::HIRING_MONTHS),
            layoff: share_of(p::LAYOFF_MONTHS),
            sick_days: parameters[p::SICK_DAYS_SLOPE] * L::splat(1.0 / LOG2_1_1),
            absence: share_of(p::WORK_DAYS),
            continuity: loss / (one - loss * parameters[p::CASEWORKER_CHANGE]),
            post: parameters.post() * twelfth,
            hire: parameters[p::HIRING_COST] * parameters.post(),
            job_tax: parameters[p::JOB_TAX] * twelfth,
            stays_in_education: stays(p::LEAVE_EDUCATION),
            stays_elsewhere: stays(p::LEAVE_OTHER),
        }
    }
}
