//! Contact: how many hours a citizen gets with a caseworker in a year.

use super::lane::Lane;
use super::parameters::Parameters;
use super::plan::Terms;
use super::setup::Group;
use super::tables::{GROUPS, parameter as p};

/// The way of working in one month, where a lever changes it; the change is nought outside the plan.
#[derive(Clone, Copy, Debug)]
pub struct Ways<L> {
    /// How time is shared out, if a lever is at it.
    pub time: Option<Time<L>>,
    /// Mentor hours per citizen and month, if there are any.
    pub mentor: Option<L>,
}

impl<L: Lane> Ways<L> {
    /// Where the levers stand for one group, `on` of them at work.
    pub fn of(Terms { levers, parameters, .. }: Terms<'_, L>, group: &Group<L>, on: L) -> Self {
        let policy = levers.policy;
        let towards = |today: L, lever: Option<L>| match lever {
            Some(value) => today + (value - today) * on,
            None => today,
        };
        let (digital, talks) = (levers.digital, levers.talks[group.index]);
        let changed = policy.rules_cut.0 != 0.0 || digital.is_some() || talks.is_some();
        let time = || Time {
            rules_cut: levers.rules_cut * on,
            digital: towards(parameters[p::DIGITAL_TODAY], digital),
            talks: towards(parameters[p::TALKS_LAW[group.index]], talks),
        };
        let mentored = GROUPS[group.index].may_have_mentor && policy.mentor[group.index] != 0.0;
        Self { time: changed.then(time), mentor: mentored.then(|| levers.mentor[group.index] * on) }
    }

    /// Share of talks held digitally, if a lever is at it.
    pub fn digital(&self) -> Option<L> {
        self.time.map(|time| time.digital)
    }
}

/// How caseworkers share out their time.
#[derive(Clone, Copy, Debug)]
pub struct Time<L> {
    /// Share of process time removed.
    pub rules_cut: L,
    /// Share of talks held digitally.
    pub digital: L,
    /// Statutory talks a year.
    pub talks: L,
}

/// Contact over contact at the start: `k/k₀` of `k = A · hours · share / S + 12 · mentor hours · weight`.
pub fn contact<L: Lane>(
    terms: Terms<'_, L>,
    group: &Group<L>,
    effective: L,
    stock: L,
    caseload: impl FnOnce() -> L,
    ways: &Ways<L>,
) -> L {
    let parameters = terms.parameters;
    let mut ratio = effective * group.people / (stock * group.effective);
    if let Some(time) = &ways.time {
        let share = direct_share(group, caseload(), time, parameters);
        ratio = ratio * (share / parameters[p::DIRECT_SHARE]);
    }
    if let Some(hours) = ways.mentor {
        ratio += L::splat(12.0) * hours * terms.levers.mentor_weight / group.contact;
    }
    ratio
}

/// Minutes that staff has for each statutory talk, and the share of the talks that cannot be held, where contact
/// is `ratio` times that of the start; an hour with a mentor is no talk.
pub fn talks<L: Lane>(
    Terms { parameters, levers, .. }: Terms<'_, L>,
    group: &Group<L>,
    ratio: L,
    ways: &Ways<L>,
) -> (L, L) {
    let mentors = ways.mentor.map_or(L::zero(), |hours| L::splat(12.0) * hours * levers.mentor_weight);
    let minutes = L::splat(60.0) * (ratio * group.contact - mentors);
    let talks = ways.time.map_or(parameters[p::TALKS_LAW[group.index]], |time| time.talks);
    let some = L::zero().lt(talks);
    let each = minutes / L::select(some, talks, L::one());
    let missing = (L::one() - each / parameters[p::TALK_MINUTES]).max(L::zero());
    (L::select(some, each, L::zero()), L::select(some, missing, L::zero()))
}

/// The share of a caseworker's hour spent with citizens.
///
/// Freed process time, shorter preparation and digital talks raise it by `pass_through`; talks no longer
/// required lower it by `talk_loss`.
fn direct_share<L: Lane>(group: &Group<L>, caseload: L, time: &Time<L>, parameters: &Parameters<L>) -> L {
    let per_minute = caseload / (L::splat(60.0) * parameters.hours(group.index));
    let fewer_talks = parameters[p::TALKS_LAW[group.index]] - time.talks;
    let more_digital = (time.digital - parameters[p::DIGITAL_TODAY]) * time.talks;
    let freed = time.rules_cut * parameters[p::PROCESS_SHARE]
        + fewer_talks * parameters[p::PREPARATION_MINUTES] * per_minute
        + more_digital * parameters[p::DIGITAL_MINUTES] * per_minute;
    let lost = parameters[p::TALK_LOSS] * fewer_talks * parameters[p::TALK_MINUTES] * per_minute;
    (parameters[p::DIRECT_SHARE] + parameters[p::PASS_THROUGH] * freed - lost)
        .clamp(parameters[p::DIRECT_SHARE_MIN], parameters[p::DIRECT_SHARE_MAX])
}
