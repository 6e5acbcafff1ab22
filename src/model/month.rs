//! What one run leaves behind of each month.

use super::flows::{KINDS, RETURNING};
pub use super::items::{Bill, ITEMS, Item, Purses};
use super::lane::{Lane, sum};
use super::plan::Which;
use super::setup::{DESTINATIONS, Setup};
use super::tables::GROUP_COUNT;

/// One group in one month.
#[derive(Clone, Copy, Debug, Default)]
pub struct GroupMonth<L> {
    /// Persons on the benefit at the start of the month.
    pub stock: L,
    /// Posts allowed, FTE.
    pub posts: L,
    /// Posts filled at the start of the month, FTE.
    pub staff: L,
    /// Of them in training.
    pub in_training: L,
    /// Full caseworkers' worth of work, after training and extra absence.
    pub effective: L,
    /// Cases per caseworker.
    pub caseload: L,
    /// Contact, hours per citizen and year.
    pub contact: L,
    /// Minutes that staff has for each statutory talk.
    pub minutes_per_talk: L,
    /// Share of the statutory talks that cannot be held.
    pub talks_not_held: L,
    /// Sick days a year per caseworker.
    pub sick_days: L,
    /// Share of the caseworkers who leave in a year.
    pub turnover: L,
    /// Probability in a year that a citizen's caseworker changes.
    pub change: L,
    /// Caseworkers hired in the month, FTE.
    pub hires: L,
    /// Multiplier of the exits to each destination.
    pub multiplier: [L; DESTINATIONS],
    /// Multiplier of the exits to a clarified status by research alone.
    pub clarifying: L,
    /// Persons on the benefit at the start of the month by what they are bound for: a job, something else, a clarified
    /// status.
    pub kinds: [L; KINDS],
    /// Exits to each destination in the month.
    pub exits: [L; DESTINATIONS],
    /// New from outside.
    pub inflow: L,
    /// Back again.
    pub reentries: L,
    /// Leavers at risk of return at the start of the month, those who were bound for a job and those who were for
    /// something else.
    pub leavers: [L; RETURNING],
    /// Extra persons after the exit, by destination, at the start of the month.
    pub after: [L; DESTINATIONS],
}

/// One month of one run.
#[derive(Clone, Copy, Debug, Default)]
pub struct Month<L> {
    /// The groups by their index; those without a stock stay nought.
    pub groups: [GroupMonth<L>; GROUP_COUNT],
    /// What was paid, by item; only where a run keeps [all of a month](Lane::WHOLE).
    pub purses: Purses<L>,
    /// What it came to.
    pub bill: Bill<L>,
    /// Fall in municipal benefits less lasting benefits, before the guarantee.
    pub saving: L,
    /// The same with activation.
    pub frame_saving: L,
    /// Extra cost of caseworkers and coordinators.
    pub extra_staff: L,
    /// Room under the rule, DKK a year.
    pub room: L,
    /// What the plan wants to spend on more caseworkers, DKK a year.
    pub wanted: L,
    /// The share of it that is allowed.
    pub allowed: L,
    /// Net of the municipality since month 0, after this month, DKK.
    pub municipal_net: L,
    /// Net of the state since month 0, after this month, DKK.
    pub state_net: L,
    /// Cash after this month, DKK.
    pub cash: L,
}

/// What other runs compare themselves with: the part of a baseline's month that costs and effects are counted from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Usual<L> {
    /// Persons on the benefit of each group.
    pub stock: [L; GROUP_COUNT],
    /// The flows of each group.
    pub flows: [UsualFlows<L>; GROUP_COUNT],
    /// What it all came to.
    pub bill: Bill<L>,
}

/// What the flows of other runs are counted from.
#[derive(Clone, Copy, Debug, Default)]
pub struct UsualFlows<L> {
    /// Exits to each destination.
    pub exits: [L; DESTINATIONS],
    /// Leavers at risk of return, by kind.
    pub leavers: [L; RETURNING],
}

impl<L: Lane> Usual<L> {
    /// Of a baseline's month.
    pub fn of(month: &Month<L>) -> Self {
        let groups = &month.groups;
        let flows = |group: usize| UsualFlows { exits: groups[group].exits, leavers: groups[group].leavers };
        Self { stock: groups.map(|group| group.stock), flows: std::array::from_fn(flows), bill: month.bill }
    }
}

/// What later months of a run look back at, and runs after it look ahead at: sums since month 0, so that a look at
/// twelve months or sixty costs the same.
#[derive(Clone, Copy, Debug, Default)]
pub struct Trace<L> {
    /// Of [`Month::saving`].
    pub saving: L,
    /// Of [`Month::frame_saving`].
    pub frame_saving: L,
    /// Of [`Month::extra_staff`].
    pub extra_staff: L,
    /// Of [`Month::room`].
    pub room: L,
    /// Of [`Month::municipal_net`].
    pub nets: L,
    /// As [`Month::municipal_net`], which is such a sum itself.
    pub municipal_net: L,
    /// As [`Month::state_net`].
    pub state_net: L,
}

impl<L: Lane> Trace<L> {
    /// Adds the month that follows.
    pub fn add(&mut self, month: &Month<L>) {
        self.saving += month.saving;
        self.frame_saving += month.frame_saving;
        self.extra_staff += month.extra_staff;
        self.room += month.room;
        self.nets += month.municipal_net;
        (self.municipal_net, self.state_net) = (month.municipal_net, month.state_net);
    }

    /// What the months `from..to` of a run add up to; `sum` is one of the sums.
    pub fn between(run: &[Self], from: usize, to: usize, sum: impl Fn(&Self) -> L) -> L {
        let until =
            |month: usize| month.checked_sub(1).and_then(|last| run.get(last)).map_or(L::zero(), &sum);
        until(to) - until(from)
    }
}

impl<L: Lane> Month<L> {
    /// Before the first month: people and posts of every group, for those that a run leaves as they are.
    pub fn start(&mut self, setup: &Setup<L>) {
        for group in &setup.groups {
            let record = &mut self.groups[group.index];
            (record.stock, record.posts, record.staff) = (group.stock, group.posts, group.posts);
        }
    }

    /// Makes it ready to be booked on again.
    pub fn begin(&mut self) {
        if L::WHOLE {
            self.purses = Purses { municipality: [L::zero(); ITEMS], state: [L::zero(); ITEMS] };
        }
        self.bill = Bill::default();
    }

    /// Books what each purse paid for an item.
    pub fn book(&mut self, item: Item, municipal: L, state: L) {
        self.bill.municipal += municipal;
        self.bill.state += state;
        if L::WHOLE {
            self.purses.note(item, municipal, state);
        }
    }

    /// Books a payment from the municipality to the state.
    pub fn transfer(&mut self, item: Item, amount: L) {
        self.book(item, amount, -amount);
    }

    /// Takes the groups in `which` from another run's month, and adds what they cost.
    pub fn take_in(&mut self, which: &Which, rest: &Self) {
        for (group, _) in which.iter().enumerate().filter(|(_, theirs)| **theirs) {
            self.groups[group] = rest.groups[group];
        }
        for item in 0..ITEMS {
            self.purses.municipality[item] += rest.purses.municipality[item];
            self.purses.state[item] += rest.purses.state[item];
        }
        self.bill.add(&rest.bill);
    }

    /// Persons on benefits in all groups.
    pub fn stock(&self) -> L {
        sum(self.groups.iter().map(|group| group.stock))
    }

    /// Extra persons at a destination, all groups together.
    pub fn after(&self, destination: usize) -> L {
        sum(self.groups.iter().map(|group| group.after[destination]))
    }

    /// Posts filled, FTE.
    pub fn staff(&self) -> L {
        sum(self.groups.iter().map(|group| group.staff))
    }
}
