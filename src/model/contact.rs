//! Contact: how many hours a citizen gets with a caseworker in a year.

use super::lane::Lane;
use super::parameters::Parameters;
use super::plan::Terms;
use super::setup::Group;
use super::tables::parameter as p;

/// The way of working in one month; the effect of a lever is nought outside the plan.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ways<L> {
    /// Share of process time removed.
    pub rules_cut: L,
    /// Share of talks held digitally.
    pub digital: L,
    /// Statutory talks a year.
    pub talks: L,
    /// Mentor hours per citizen and month.
    pub mentor: L,
}

/// What the citizens of one group get.
#[derive(Clone, Copy, Debug, Default)]
pub struct Contact<L> {
    /// Hours per citizen and year, mentors' weighted hours included.
    pub hours: L,
    /// Minutes that staff has for each statutory talk.
    pub minutes_per_talk: L,
    /// Share of the statutory talks that cannot be held.
    pub talks_not_held: L,
}

/// `k = A · hours · share / S + 12 · mentor hours · weight`.
pub fn contact<L: Lane>(
    terms: Terms<'_, L>,
    group: &Group<L>,
    effective: L,
    stock: L,
    caseload: L,
    ways: &Ways<L>,
) -> Contact<L> {
    let parameters = terms.parameters;
    let policy = terms.levers.policy;
    let changed =
        policy.rules_cut.0 != 0.0 || policy.digital.is_some() || policy.talks[group.index].is_some();
    let share =
        if changed { direct_share(group, caseload, ways, parameters) } else { parameters[p::DIRECT_SHARE] };
    let staff = effective * parameters[p::HOURS] * share / stock;
    let minutes = L::splat(60.0) * staff;
    let some = L::zero().lt(ways.talks);
    let talks = L::select(some, ways.talks, L::one());
    let held = minutes / (parameters[p::TALK_MINUTES] * talks);
    Contact {
        hours: staff + L::splat(12.0) * ways.mentor * terms.levers.mentor_weight,
        minutes_per_talk: L::select(some, minutes / talks, L::zero()),
        talks_not_held: L::select(some, (L::one() - held).max(L::zero()), L::zero()),
    }
}

/// The share of a caseworker's hour spent with citizens.
///
/// Freed process time, shorter preparation and digital talks raise it by `pass_through`; talks no longer
/// required lower it by `talk_loss`.
fn direct_share<L: Lane>(group: &Group<L>, caseload: L, ways: &Ways<L>, parameters: &Parameters<L>) -> L {
    let per_minute = caseload / (L::splat(60.0) * parameters[p::HOURS]);
    let fewer_talks = parameters[p::TALKS_LAW[group.index]] - ways.talks;
    let more_digital = (ways.digital - parameters[p::DIGITAL_TODAY]) * ways.talks;
    let freed = ways.rules_cut * parameters[p::PROCESS_SHARE]
        + fewer_talks * parameters[p::PREPARATION_MINUTES] * per_minute
        + more_digital * parameters[p::DIGITAL_MINUTES] * per_minute;
    let lost = parameters[p::TALK_LOSS] * fewer_talks * parameters[p::TALK_MINUTES] * per_minute;
    (parameters[p::DIRECT_SHARE] + parameters[p::PASS_THROUGH] * freed - lost)
        .clamp(parameters[p::DIRECT_SHARE_MIN], parameters[p::DIRECT_SHARE_MAX])
}
