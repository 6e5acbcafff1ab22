//! The data of the model as tables, written by the build script from `static/data`.
//!
//! Units: shares are fractions, money is DKK in 2025 prices, times are months unless the unit says otherwise.
//! Names, sentences and sources stand in the floor of words, in the same order.

mod law;
mod lever;
mod municipality;
mod places;

use std::sync::LazyLock;

pub use law::{ExpectedSpec, Figure, Law, LawSpec, Read};
pub use lever::{LeverKind, LeverSpec, Need, Span};
pub use places::{Basis, PlaceSpec, place_by_code, place_by_id};
use places::{Extra, StockColumn};

/// All places: those that are no municipality, then the municipalities in Danish alphabetical order.
pub static PLACES: LazyLock<Vec<PlaceSpec>> = LazyLock::new(places::all);

/// A target group.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GroupSpec {
    /// As in links and keys: `activity_ready`.
    pub id: &'static str,
    /// Whether the state's budget guarantee covers the group's benefits.
    pub guaranteed: bool,
    /// Whether the law gives the group mentors.
    pub may_have_mentor: bool,
    /// Whether the law gives the group a coordinating caseworker.
    pub may_have_coordinator: bool,
    /// The caseworkers' union's guideline, cases per caseworker from and to.
    pub guideline: Option<[f64; 2]>,
    /// The law since which nobody new comes.
    pub closed_since: Option<Law>,
    /// The law since which its members have a duty to work for the benefit.
    pub work_duty_since: Option<Law>,
    /// The law since which it is called what it is.
    pub renamed_since: Option<Law>,
}

/// How sure a figure is, from read in the source to remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// Read in the text or table of the source.
    Text,
    /// Read in an abstract or an official summary.
    Abstract,
    /// From news, a magazine, or a municipality's own account.
    Secondary,
    /// Computed from figures that were read.
    Derived,
    /// A judgement; the source, if any, is what it leans on.
    Judgement,
    /// Remembered, not checked.
    Memory,
}

impl Confidence {
    /// Every one, the surest first.
    pub const ALL: [Self; 6] =
        [Self::Text, Self::Abstract, Self::Secondary, Self::Derived, Self::Judgement, Self::Memory];

    /// How many of the parameters, under the law in force, are as sure as this.
    pub fn count(self) -> usize {
        Parameter::all().filter(|parameter| parameter.figure(Law::NEWEST).confidence == self).count()
    }

    /// Whether nobody has published it.
    pub fn is_doubtful(self) -> bool {
        matches!(self, Self::Judgement | Self::Memory)
    }
}

/// A figure of the model.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ParameterSpec {
    /// As in links: `turnover`, `benefit.insured`.
    pub key: &'static str,
    /// The key without the group.
    pub kind: &'static str,
    /// Index of the group the figure is for.
    pub group: Option<usize>,
    /// Id of the unit.
    pub unit: &'static str,
    /// What the figure may be set to; the model is safe everywhere within.
    pub bounds: [f64; 2],
    /// Parameters with the same latent number are drawn together.
    pub latent: Option<&'static str>,
    /// The figure under the newest law in force; [`Parameter::figure`] is that of any.
    figure: Figure,
    /// What earlier law set, the newest first.
    earlier: &'static [Figure],
}

/// A parameter, by its place in [`PARAMETERS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameter(u16);

impl Parameter {
    /// Place in [`PARAMETERS`].
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// The parameter at a place in [`PARAMETERS`].
    pub fn at(index: usize) -> Option<Self> {
        u16::try_from(index).ok().filter(|_| index < PARAMETER_COUNT).map(Self)
    }

    /// Its row in the table.
    pub fn spec(self) -> &'static ParameterSpec {
        &PARAMETERS[self.index()]
    }

    /// What it is under a law; before the oldest figure, that one.
    pub fn figure(self, law: Law) -> &'static Figure {
        let spec = self.spec();
        let version = self.version(law).checked_sub(1);
        version.and_then(|earlier| spec.earlier.get(earlier)).unwrap_or(&spec.figure)
    }

    /// Which of its figures holds under a law, the newest first.
    pub fn version(self, law: Law) -> usize {
        let ParameterSpec { figure, earlier, .. } = self.spec();
        let in_force = |of: &Figure| of.since <= law;
        if in_force(figure) {
            return 0;
        }
        earlier.iter().position(in_force).map_or(earlier.len(), |place| place + 1)
    }

    /// How many figures it has had.
    pub fn versions(self) -> usize {
        1 + self.spec().earlier.len()
    }

    /// Every parameter, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..PARAMETER_COUNT).filter_map(Self::at)
    }
}

/// A ladder of state reimbursement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LadderSpec {
    /// As in links: `from_2016`.
    pub id: &'static str,
    /// Steps in order of weeks; the last one lasts.
    pub steps: &'static [LadderStep],
}

/// From this many weeks into a spell the state pays this share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LadderStep {
    /// Weeks since the spell began.
    pub from_week: f64,
    /// The state's share of the benefit.
    pub state_share: f64,
}

/// A published case: a place, what it did and what it told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CaseSpec {
    /// As in links.
    pub id: &'static str,
    /// Id of the place.
    pub place: &'static str,
    /// The law it was under; the oldest there are figures of, where it is older still.
    pub law: Law,
    /// The month whose law that is, `2017-01`; `None`: the law in force.
    pub month: Option<&'static str>,
    /// Whether it tells against lower caseloads.
    pub against: bool,
    /// Whether it did what the model has no lever for: nothing is moved, and there is nothing to compute.
    pub only_told: bool,
    /// Keys and values as a link has them; `stock.GROUP` and `today.GROUP` change the place.
    pub set: &'static [(&'static str, &'static str)],
    /// What was published.
    pub published: &'static [Published],
}

/// Levers that any place can begin with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PackageSpec {
    /// As in links.
    pub id: &'static str,
    /// Levers and values as a link has them; of the first none.
    pub set: &'static [(&'static str, &'static str)],
}

/// Something a place published.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Published {
    /// The figure, where the model has a series that it can be held against; else there are only words.
    pub series: Option<Series>,
}

/// A published figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Series {
    /// `stock.GROUP` (people), `minutes.GROUP` (per talk) or `net` (municipal, cumulative, DKK).
    pub name: &'static str,
    /// After so many months of the plan.
    pub month: u16,
    /// The figure.
    pub value: f64,
}

/// What one case reported of one group, from which the evidence dial is solved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReportSpec {
    /// Place of the case in [`CASES`].
    pub case: usize,
    /// Persons before.
    pub stock_before: f64,
    /// Persons after.
    pub stock_after: f64,
    /// Cases per caseworker before.
    pub caseload_before: f64,
    /// Cases per caseworker after.
    pub caseload_after: f64,
    /// Months between.
    pub months: u16,
}

/// The parameter with this key.
pub fn parameter_by_key(key: &str) -> Option<Parameter> {
    PARAMETERS.iter().position(|p| p.key == key).and_then(Parameter::at)
}

/// Place in [`GROUPS`] of the group with this id.
pub fn group_by_id(id: &str) -> Option<usize> {
    GROUPS.iter().position(|g| g.id == id)
}

/// Place in [`LADDERS`] of the ladder with this id.
pub fn ladder_by_id(id: &str) -> Option<usize> {
    LADDERS.iter().position(|l| l.id == id)
}

/// Place in [`LEVERS`] of the lever with this key (without a group).
pub fn lever_by_key(key: &str) -> Option<usize> {
    LEVERS.iter().position(|l| l.key == key)
}

/// Place in [`CASES`] of the case with this id.
pub fn case_by_id(id: &str) -> Option<usize> {
    CASES.iter().position(|c| c.id == id)
}

/// Place in [`PACKAGES`] of the package with this id.
pub fn package_by_id(id: &str) -> Option<usize> {
    PACKAGES.iter().position(|p| p.id == id)
}

include!(concat!(env!("OUT_DIR"), "/model_data.rs"));
