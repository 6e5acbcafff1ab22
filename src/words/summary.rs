//! What is said of a plan, as facts: each figure with the month it is of, before it is put into words.
//!
//! What changes over the years is taken at two months, when the plan begins and where the horizon or the plan ends, so
//! that no sentence is true of the first month alone.

use crate::model::month::{Item, Month};
use crate::model::outcome::{Outcome, net_after};
use crate::model::policy::Policy;
use crate::model::run::NEVER;
use crate::model::tables::{GROUP_COUNT, LEVER_GROUPS, LEVERS};
use crate::scenario::keys::Key;
use crate::scenario::verdict::acts;
use crate::scenario::{Scenario, differs};

/// More of the plan than this is all of it.
pub const NEARLY_ALL: f64 = 0.995;

/// Why a plan does nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Idle {
    /// No caseload and no way of working is set otherwise than today.
    Untouched,
    /// The council said no: it had to be paid back within so many years, and its net was then this, DKK.
    NotApproved {
        /// Years.
        years: u16,
        /// DKK.
        net: f64,
    },
    /// It begins after the months shown.
    NotBegun,
    /// The rule has no room for it.
    NoRoom,
    /// It is set, and changes nothing that is told.
    Nothing,
}

/// Why a plan stops before the horizon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// It was to end then.
    End,
    /// It had not saved enough at the review.
    Review,
    /// The cash was gone.
    Cash,
}

/// What the plan has in one month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Staffing {
    /// Months from now.
    pub month: usize,
    /// Posts without the plan in the groups whose posts it changes, FTE.
    pub today: f64,
    /// Posts of the plan there, FTE.
    pub posts: f64,
    /// What the difference and coordinators cost, DKK a year; negative where it saves.
    pub cost: f64,
    /// The share of the plan that the rule allows.
    pub allowed: f64,
}

/// All that is said of what a plan does.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// Why nothing happens; `None` where something does.
    pub idle: Option<Idle>,
    /// First month of the plan.
    pub begins: usize,
    /// Month from which it is over, where that is within the horizon.
    pub stops: Option<(usize, Stop)>,
    /// When it begins.
    pub first: Staffing,
    /// At the horizon, or in the plan's last month before.
    pub last: Staffing,
    /// Month from which all of it is allowed to the end, where that is not so from the beginning.
    pub whole_from: Option<usize>,
    /// Months shown; what follows is after so many.
    pub horizon: usize,
    /// More people on benefits than without the plan; negative where there are fewer.
    pub stock: f64,
    /// More people in jobs.
    pub jobs: f64,
    /// The same in the country as a whole; `None` where all act.
    pub country_jobs: Option<f64>,
    /// More people on a permanent benefit.
    pub clarified: f64,
    /// What the municipality has gained since month 0, DKK; negative where it has lost.
    pub net: f64,
}

impl Summary {
    /// Of a scenario and its outcome.
    pub fn of(scenario: &Scenario, outcome: &Outcome) -> Self {
        let horizon = outcome.horizon;
        let idle = idle(scenario, outcome);
        let begins = outcome.start.min(horizon);
        let stops = stops(&scenario.policy, outcome);
        let end = stops.map_or(horizon, |(month, _)| month.saturating_sub(1)).max(begins);
        let staffing = |month| staffing(scenario, outcome, [begins, end], month);
        let country = if idle.is_none() { scenario.country(outcome) } else { None };
        Self {
            idle,
            begins,
            stops,
            first: staffing(begins),
            last: staffing(end),
            whole_from: whole_from(&outcome.scenario.months, begins, end),
            horizon,
            stock: outcome.stock_change(horizon),
            jobs: outcome.extra_jobs(horizon),
            country_jobs: country.map(|country| country.extra_jobs(horizon)),
            clarified: outcome.extra_clarified(horizon),
            net: outcome.municipal_net(horizon),
        }
    }
}

/// Why nothing happens.
pub fn idle(scenario: &Scenario, outcome: &Outcome) -> Option<Idle> {
    if let (Some(tried), Some(years)) = (&outcome.forgone, scenario.policy.approve) {
        let net = net_after(&tried.months, outcome.start + 12 * usize::from(years));
        return Some(Idle::NotApproved { years, net });
    }
    if acts(outcome) {
        return None;
    }
    let first = &outcome.scenario.months[outcome.start];
    Some(match () {
        () if scenario.moved_groups().next().is_none() && ways(scenario).is_empty() => Idle::Untouched,
        () if outcome.start >= outcome.horizon => Idle::NotBegun,
        () if first.allowed < NEARLY_ALL => Idle::NoRoom,
        () => Idle::Nothing,
    })
}

/// The ways of working that are set otherwise than today, where somebody is there whom they reach.
pub fn ways(scenario: &Scenario) -> Vec<Key> {
    let today = differs::today(scenario);
    let is_way = |key: &Key| match *key {
        Key::Lever(lever, group) => {
            LEVER_GROUPS[LEVERS[lever].group] == "work"
                && group.is_none_or(|group| scenario.place.stock[group] > 0.0)
        }
        _ => false,
    };
    Key::all().filter(|key| is_way(key) && key.text(scenario) != key.text(&today)).collect()
}

/// When and why the plan is over within the horizon.
fn stops(policy: &Policy, outcome: &Outcome) -> Option<(usize, Stop)> {
    let run = &outcome.scenario;
    let month = |month: f64| if month < NEVER { Some(month as usize) } else { None };
    let all = [
        (policy.end.map(usize::from), Stop::End),
        (month(run.cash_out), Stop::Cash),
        (month(run.review_stop), Stop::Review),
    ];
    let known = all.into_iter().filter_map(|(month, stop)| Some((month?, stop)));
    known.filter(|(month, _)| *month <= outcome.horizon).min_by_key(|(month, _)| *month)
}

/// What the plan has in a month; of the groups whose posts it changes in one of two months.
fn staffing(scenario: &Scenario, outcome: &Outcome, of: [usize; 2], month: usize) -> Staffing {
    let (plan, today) = (&outcome.scenario.months, &outcome.baseline.months);
    let changed = |group: &usize| {
        of.iter().any(|&month| plan[month].groups[*group].posts != today[month].groups[*group].posts)
    };
    let posts = |run: &[Month<f64>]| -> f64 {
        (0..GROUP_COUNT).filter(changed).map(|group| run[month].groups[group].posts).sum()
    };
    let (posts, today) = (posts(plan), posts(today));
    let coordinators = 12.0 * plan[month].purses.municipality[Item::Coordinators as usize];
    let cost = (posts - today) * scenario.parameters.post() + coordinators;
    Staffing { month, today, posts, cost, allowed: plan[month].allowed }
}

/// The month from which all of the plan is allowed to its end; `None` where it is from the beginning, or never.
fn whole_from(months: &[Month<f64>], begins: usize, end: usize) -> Option<usize> {
    let part = |month: &usize| months[*month].allowed < NEARLY_ALL;
    let last_part = (begins..=end).rev().find(part)?;
    (last_part < end).then_some(last_part + 1)
}
