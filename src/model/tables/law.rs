//! The law by date, and the figures that hang on it.

use super::{Confidence, GROUPS, LAW_COUNT, LAWS};

/// A version of the law in force, by its place in [`LAWS`]: a later one is greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Law(pub(super) u8);

/// What a version of the law is known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LawSpec {
    /// The month from which it holds, as in links: `2026-07`.
    pub id: &'static str,
    /// Place in `LADDERS` of the reimbursement that a scenario begins with.
    pub ladder: usize,
    /// How each of its acts was read.
    pub acts: &'static [Read],
}

/// What is expected, or could not be read as passed: it is in force in no scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExpectedSpec {
    /// As in the data file.
    pub id: &'static str,
    /// The month from which it is expected.
    pub from: &'static str,
    /// Keys and values, as a link has them, by which it can be tried; none where the model has no such thing.
    pub set: &'static [(&'static str, &'static str)],
    /// How each of its acts was read.
    pub acts: &'static [Read],
}

/// How an act was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Read {
    /// The act itself.
    Text,
    /// An official summary.
    Abstract,
    /// What others wrote of it.
    Secondary,
    /// A part of a page.
    Excerpt,
    /// Remembered, not found again.
    Memory,
}

/// What a parameter is while a law holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// The law from which it holds; of a figure that no law sets, the oldest.
    pub since: Law,
    /// The central value.
    pub central: f64,
    /// The 5th and 95th percentiles; none for a figure taken as certain.
    pub spread: Option<[f64; 2]>,
    /// How sure the figure is.
    pub confidence: Confidence,
    /// The year the figure is of.
    pub year: u16,
}

impl Law {
    /// The newest in force.
    pub const NEWEST: Self = Self((LAW_COUNT - 1) as u8);

    /// Place in [`LAWS`].
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// Its row in the table.
    pub fn spec(self) -> &'static LawSpec {
        &LAWS[self.index()]
    }

    /// Every version, the oldest first.
    pub fn all() -> impl DoubleEndedIterator<Item = Self> {
        (0..=Self::NEWEST.0).map(Self)
    }

    /// The version with this id.
    pub fn by_id(id: &str) -> Option<Self> {
        Self::all().find(|law| law.spec().id == id)
    }

    /// The version before this one.
    pub fn before(self) -> Option<Self> {
        self.0.checked_sub(1).map(Self)
    }

    /// Whether nobody new comes to a group.
    pub fn closed(self, group: usize) -> bool {
        GROUPS[group].closed_since.is_some_and(|since| since <= self)
    }

    /// Whether a group has a duty to work for its benefit.
    pub fn work_duty(self, group: usize) -> bool {
        GROUPS[group].work_duty_since.is_some_and(|since| since <= self)
    }

    /// Whether a group had another name.
    pub fn former_name(self, group: usize) -> bool {
        GROUPS[group].renamed_since.is_some_and(|since| self < since)
    }
}
