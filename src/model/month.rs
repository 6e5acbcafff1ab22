//! What one run leaves behind of each month.

use super::lane::{Lane, sum};
use super::plan::Which;
use super::setup::{DESTINATIONS, Setup};
use super::tables::GROUP_COUNT;

/// The items that the purses pay or receive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// Caseworkers' pay and overhead.
    Caseworkers,
    /// What coordinating caseworkers cost on top.
    Coordinators,
    /// Recruiting and training new caseworkers.
    Hiring,
    /// Mentors.
    Mentors,
    /// The one-off cost of the plan.
    OneOff,
    /// Activation.
    Activation,
    /// Benefits, shared by the refusion ladder.
    Benefits,
    /// Benefits of those who left to education, a permanent or another benefit.
    AfterExit,
    /// Taxes on benefits and wages; negative, as an income.
    Taxes,
    /// The budget guarantee: what of a saving the block grant takes back.
    Guarantee,
    /// Sanctions in the block grant.
    Sanctions,
    /// A state grant outside the ceiling; negative for the municipality.
    Grant,
}

/// How many items there are.
pub const ITEMS: usize = 12;

impl Item {
    /// Every item, in the order of the arrays.
    pub const ALL: [Self; ITEMS] = [
        Self::Caseworkers,
        Self::Coordinators,
        Self::Hiring,
        Self::Mentors,
        Self::OneOff,
        Self::Activation,
        Self::Benefits,
        Self::AfterExit,
        Self::Taxes,
        Self::Guarantee,
        Self::Sanctions,
        Self::Grant,
    ];
}

/// What each purse paid in a month, DKK; positive as a cost.
#[derive(Clone, Copy, Debug, Default)]
pub struct Purses<L> {
    /// The municipality, in the order of [`Item::ALL`].
    pub municipality: [L; ITEMS],
    /// The state.
    pub state: [L; ITEMS],
}

impl<L: Lane> Purses<L> {
    /// Books a cost of `amount`, of which the municipality pays `share`.
    pub fn book(&mut self, item: Item, amount: L, share: L) {
        let municipal = amount * share;
        self.municipality[item as usize] += municipal;
        self.state[item as usize] += amount - municipal;
    }

    /// Books a cost that is the municipality's own.
    pub fn pay(&mut self, item: Item, amount: L) {
        self.municipality[item as usize] += amount;
    }

    /// Books a payment from the municipality to the state.
    pub fn transfer(&mut self, item: Item, amount: L) {
        self.municipality[item as usize] += amount;
        self.state[item as usize] += -amount;
    }

    /// All that the municipality paid.
    pub fn municipal_cost(&self) -> L {
        sum(self.municipality)
    }

    /// All that the state paid.
    pub fn state_cost(&self) -> L {
        sum(self.state)
    }

    /// What counts against the ceiling in the test of room: caseworkers and coordinators.
    pub fn staff_cost(&self) -> L {
        self.municipality[Item::Caseworkers as usize] + self.municipality[Item::Coordinators as usize]
    }
}

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
    /// Exits to each destination in the month.
    pub exits: [L; DESTINATIONS],
    /// New from outside.
    pub inflow: L,
    /// Back again.
    pub reentries: L,
    /// Leavers at risk of return at the start of the month.
    pub leavers: L,
    /// Extra persons after the exit, by destination, at the start of the month.
    pub after: [L; DESTINATIONS],
}

/// One month of one run.
#[derive(Clone, Copy, Debug, Default)]
pub struct Month<L> {
    /// The groups by their index; those without a stock stay nought.
    pub groups: [GroupMonth<L>; GROUP_COUNT],
    /// What was paid.
    pub purses: Purses<L>,
    /// Municipal benefits, lasting benefits and activation of the groups under the budget guarantee.
    pub guaranteed: L,
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
    /// Persons on benefits in all groups.
    pub stock: L,
    /// Exits to each destination, by group.
    pub exits: [[L; DESTINATIONS]; GROUP_COUNT],
    /// Municipal benefits, lasting benefits and activation of the groups under the budget guarantee.
    pub guaranteed: L,
    /// Municipal benefits, lasting ones too.
    pub benefits: L,
    /// Activation, the municipality's part.
    pub activation: L,
    /// Caseworkers and coordinators.
    pub staff: L,
    /// All that the municipality paid.
    pub municipal_cost: L,
    /// All that the state paid.
    pub state_cost: L,
}

impl<L: Lane> Usual<L> {
    /// Of a baseline's month.
    pub fn of(month: &Month<L>) -> Self {
        let paid = |item: Item| month.purses.municipality[item as usize];
        Self {
            stock: month.stock(),
            exits: std::array::from_fn(|group| month.groups[group].exits),
            guaranteed: month.guaranteed,
            benefits: paid(Item::Benefits) + paid(Item::AfterExit),
            activation: paid(Item::Activation),
            staff: month.purses.staff_cost(),
            municipal_cost: month.purses.municipal_cost(),
            state_cost: month.purses.state_cost(),
        }
    }
}

/// What later months of a run look back at, and runs after it look ahead at.
#[derive(Clone, Copy, Debug, Default)]
pub struct Trace<L> {
    /// As [`Month::saving`].
    pub saving: L,
    /// As [`Month::frame_saving`].
    pub frame_saving: L,
    /// As [`Month::extra_staff`].
    pub extra_staff: L,
    /// As [`Month::room`].
    pub room: L,
    /// As [`Month::municipal_net`].
    pub municipal_net: L,
    /// As [`Month::state_net`].
    pub state_net: L,
}

impl<L: Lane> Trace<L> {
    /// Of a month.
    pub fn of(month: &Month<L>) -> Self {
        Self {
            saving: month.saving,
            frame_saving: month.frame_saving,
            extra_staff: month.extra_staff,
            room: month.room,
            municipal_net: month.municipal_net,
            state_net: month.state_net,
        }
    }
}

impl<L: Lane> Month<L> {
    /// Before the first month: people and posts of every group, for those that a run leaves as they are.
    pub fn start(setup: &Setup<L>) -> Self {
        let mut month = Self::default();
        for group in &setup.groups {
            let record = &mut month.groups[group.index];
            (record.stock, record.posts, record.staff) = (group.stock, group.posts, group.posts);
        }
        month
    }

    /// Makes it ready to be booked on again.
    pub fn begin(&mut self) {
        self.purses = Purses { municipality: [L::zero(); ITEMS], state: [L::zero(); ITEMS] };
        self.guaranteed = L::zero();
    }

    /// With the groups that `which` leaves out as they are in `rest`, and what they cost added.
    pub fn with(&self, which: &Which, rest: &Self) -> Self {
        let mut both = *self;
        for (group, &own) in which.iter().enumerate() {
            if !own {
                both.groups[group] = rest.groups[group];
            }
        }
        for item in 0..ITEMS {
            both.purses.municipality[item] += rest.purses.municipality[item];
            both.purses.state[item] += rest.purses.state[item];
        }
        both.guaranteed += rest.guaranteed;
        both
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
