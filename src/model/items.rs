//! What the purses pay, by item and in all.

use super::lane::{Lane, sum};

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
    /// Notes what each purse paid for an item.
    pub fn note(&mut self, item: Item, municipal: L, state: L) {
        self.municipality[item as usize] += municipal;
        self.state[item as usize] += state;
    }

    /// All that the municipality paid.
    pub fn municipal_cost(&self) -> L {
        sum(self.municipality)
    }

    /// All that the state paid.
    pub fn state_cost(&self) -> L {
        sum(self.state)
    }
}

/// What the rules and the nets go by: the sums of a month's costs that runs are compared in, DKK.
#[derive(Clone, Copy, Debug, Default)]
pub struct Bill<L> {
    /// Municipal benefits, lasting benefits and activation of the groups under the budget guarantee.
    pub guaranteed: L,
    /// Municipal benefits, lasting ones too.
    pub benefits: L,
    /// Activation, the municipality's part.
    pub activation: L,
    /// What counts against the ceiling in the test of room: caseworkers and coordinators.
    pub staff: L,
    /// All that the municipality paid.
    pub municipal: L,
    /// All that the state paid.
    pub state: L,
}

impl<L: Lane> Bill<L> {
    /// Adds what another bill comes to.
    pub fn add(&mut self, other: &Self) {
        self.guaranteed += other.guaranteed;
        self.benefits += other.benefits;
        self.activation += other.activation;
        self.staff += other.staff;
        self.municipal += other.municipal;
        self.state += other.state;
    }
}
