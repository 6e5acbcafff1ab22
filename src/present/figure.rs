//! The one figure that a step asks for, and the model's answer.

use crate::model::month::GroupMonth;
use crate::model::outcome::Outcome;
use crate::model::tables::GROUPS;
use crate::scenario::precision::posts_change;
use crate::scenario::uncertain::{self, Also, HEADLINES};
use crate::scenario::{Scenario, verdict};
use crate::uncertainty::bands::{self, Bands, Between, Spread};
use crate::uncertainty::series::Series;

/// A figure that a room can guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// More caseworkers, full-time posts.
    Posts,
    /// Minutes of a talk at the end.
    Minutes,
    /// People on the benefit at the end.
    People,
    /// Extra people in jobs at the end.
    Jobs,
    /// Extra people on a permanent benefit at the end.
    Clarified,
    /// What the municipality has gained by then.
    Net,
    /// What the state has gained by then.
    StateNet,
    /// What the cap costs the municipality.
    CapPrice,
    /// The chance that the plan has paid for itself by then.
    Chance,
    /// Months until it has.
    Payback,
}

/// What a figure is counted in, on the axis and when it is guessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Full-time posts.
    Posts,
    /// Minutes.
    Minutes,
    /// People.
    Persons,
    /// Millions of kroner.
    Millions,
    /// Parts of a hundred.
    Percent,
    /// Months.
    Months,
}

/// What the model says, in the figure's [`Unit`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Answer {
    /// The central run; infinite where it never comes, no number where there is none.
    pub value: f64,
    /// Where nine of ten outcomes lie; `None` where nothing is uncertain.
    pub between: Between,
    /// What the case published for that time.
    pub published: Option<f64>,
}

const KRONER: f64 = 1e6;

impl Figure {
    /// All of them, with their names in files.
    pub const ALL: [(Self, &'static str); 10] = [
        (Self::Posts, "posts"),
        (Self::Minutes, "minutes"),
        (Self::People, "people"),
        (Self::Jobs, "jobs"),
        (Self::Clarified, "clarified"),
        (Self::Net, "net"),
        (Self::StateNet, "state_net"),
        (Self::CapPrice, "cap_price"),
        (Self::Chance, "chance"),
        (Self::Payback, "payback"),
    ];

    /// As in files.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// The figure with this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(figure, _)| *figure)
    }

    /// What it is counted in.
    pub fn unit(self) -> Unit {
        match self {
            Self::Posts => Unit::Posts,
            Self::Minutes => Unit::Minutes,
            Self::People | Self::Jobs | Self::Clarified => Unit::Persons,
            Self::Net | Self::StateNet | Self::CapPrice => Unit::Millions,
            Self::Chance => Unit::Percent,
            Self::Payback => Unit::Months,
        }
    }

    /// The series that have to be watched, so that every figure has its band.
    pub fn watched() -> Also {
        Also::of([Series::Jobs, Series::Clarified, Series::StateNet])
    }

    /// What the model says.
    pub fn answer(self, scenario: &Scenario, outcome: &Outcome, bands: &Bands) -> Answer {
        let between = match self {
            // Of what does nothing there is no band.
            _ if !verdict::acts(outcome) => None,
            Self::People => self.people_band(scenario, outcome, bands),
            Self::Clarified => self.month_band(Series::Clarified, outcome, bands, 1.0),
            Self::StateNet => self.month_band(Series::StateNet, outcome, bands, KRONER),
            Self::Jobs => end_band(Series::Jobs, bands, 1.0),
            Self::Net => end_band(Series::MunicipalNet, bands, KRONER),
            Self::CapPrice => end_band(Series::PriceOfCap, bands, KRONER),
            Self::Posts | Self::Minutes | Self::Chance | Self::Payback => None,
        };
        let value = self.central(scenario, outcome, bands);
        Answer { value, between, published: self.published(scenario, outcome.horizon) }
    }

    fn central(self, scenario: &Scenario, outcome: &Outcome, bands: &Bands) -> f64 {
        let end = outcome.horizon;
        let month = &outcome.scenario.months[end.min(outcome.scenario.months.len().saturating_sub(1))];
        match self {
            Self::Posts => {
                let month = outcome.start;
                let [today, plan] =
                    [&outcome.baseline, &outcome.scenario].map(|run| &run.months[month].groups);
                let changed = || (0..plan.len()).filter(|group| plan[*group].posts != today[*group].posts);
                let sum =
                    |groups: &[GroupMonth<f64>]| changed().map(|group| groups[group].posts).sum::<f64>();
                posts_change(sum(today), sum(plan))
            }
            Self::Minutes => {
                let group = scenario.focus().or_else(|| scenario.moved_groups().next());
                group.map_or(f64::NAN, |group| month.groups[group].minutes_per_talk)
            }
            Self::People => scenario.focus().map_or_else(|| month.stock(), |group| month.groups[group].stock),
            Self::Jobs => outcome.extra_jobs(end),
            Self::Clarified => outcome.extra_clarified(end),
            Self::Net => outcome.municipal_net(end) / KRONER,
            Self::StateNet => {
                end.checked_sub(1).map_or(0.0, |last| outcome.scenario.months[last].state_net / KRONER)
            }
            Self::CapPrice => outcome.price_of_cap(end) / KRONER,
            Self::Chance => {
                verdict::chance_at_horizon(outcome, bands).map_or(f64::NAN, |chance| 100.0 * chance)
            }
            Self::Payback => outcome.payback_months(),
        }
    }

    fn month_band(self, series: Series, outcome: &Outcome, bands: &Bands, unit: f64) -> Option<[f64; 2]> {
        let watched = uncertain::place(bands, series)?;
        between(&uncertain::spread(bands, watched, outcome.horizon, outcome)?, unit)
    }

    /// The band of the plan's effect around the people of today's course.
    fn people_band(self, scenario: &Scenario, outcome: &Outcome, bands: &Bands) -> Between {
        let month = outcome.baseline.months.get(outcome.horizon)?;
        let today = scenario.focus().map_or_else(|| month.stock(), |group| month.groups[group].stock);
        Some(self.month_band(Series::StockChange, outcome, bands, 1.0)?.map(|end| today + end))
    }

    /// What the scenario's case told of this very figure after this very time.
    fn published(self, scenario: &Scenario, horizon: usize) -> Option<f64> {
        let of_group = |kind: &str| Some([kind, ".", GROUPS[scenario.focus()?].id].concat());
        let (name, unit) = match self {
            Self::People => (of_group("stock")?, 1.0),
            Self::Minutes => (of_group("minutes")?, 1.0),
            Self::Net => ("net".to_owned(), KRONER),
            _ => return None,
        };
        let told = scenario.case()?.published.iter().filter_map(|published| published.series);
        let mut fits = told.filter(|told| told.name == name && usize::from(told.month) == horizon);
        fits.next().map(|told| told.value / unit)
    }
}

fn end_band(series: Series, bands: &Bands, unit: f64) -> Between {
    let place = HEADLINES.iter().position(|known| *known == series)?;
    between(bands.ends.get(place)?, unit)
}

fn between(spread: &Spread, unit: f64) -> Between {
    Some(bands::between(spread)?.map(|end| end / unit))
}
