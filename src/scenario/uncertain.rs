//! A scenario over many draws: what they are around, and what is watched.
//!
//! ```
//! use raaderum::scenario::{link, uncertain};
//! use raaderum::uncertainty::{bands::Bands, ensemble::Until, samples::Samples};
//!
//! let scenario = link::read("place=typical&caseload.insured=60&horizon=12").scenario;
//! let outcome = scenario.simulate();
//! let mut samples = Samples::new(uncertain::watch(&scenario), 64);
//! let approved = uncertain::approved(&outcome);
//! uncertain::ensemble(&scenario).advance(&scenario.policy, approved, Until::End, &mut samples, 64);
//! let bands = Bands::of(&samples, &mut Vec::new());
//! let [low, .., high] = bands.ends[0];
//! assert!(low < outcome.extra_jobs(12) as f32 && (outcome.extra_jobs(12) as f32) < high);
//! ```

use super::Scenario;
use crate::model::evidence;
use crate::model::outcome::Outcome;
use crate::model::tables::{GROUP_COUNT, LADDERS};
use crate::uncertainty::bands::{Bands, Spread};
use crate::uncertainty::ensemble::{Ensemble, Ground};
use crate::uncertainty::samples::Watch;
use crate::uncertainty::series::Series;

/// The headline figures, in the order of [`Watch::ends`] in [`watch`].
pub const HEADLINES: [Series; 4] =
    [Series::Jobs, Series::MunicipalNet, Series::PriceOfCap, Series::StockChange];

/// What the draws are around; while it stays the same, an ensemble can be kept.
///
/// The effect that the municipalities report is solved only where the evidence dial asks for it.
pub fn ground(scenario: &Scenario) -> Ground {
    let Scenario { place, policy, parameters, ladder, .. } = scenario;
    let reported = match policy.evidence > 0.0 {
        true => evidence::reported(parameters, &LADDERS[*ladder]),
        false => [None; GROUP_COUNT],
    };
    Ground { place: place.clone(), parameters: parameters.clone(), ladder: *ladder, reported }
}

/// What a watched series is counted from in a month: for people on a benefit those of the central baseline, else nothing.
///
/// Draws hold differences from their own baseline, so that a band is that of the plan's effect and not of what else may
/// happen to a group. Whoever shows how many there are adds this.
pub fn level(series: Series, outcome: &Outcome, month: usize) -> f32 {
    let months = &outcome.baseline.months;
    let Some(usual) = months.get(month).or(months.last()) else { return 0.0 };
    match series {
        Series::Stock(Some(group)) => usual.groups[group].stock as f32,
        Series::Stock(None) => usual.stock() as f32,
        _ => 0.0,
    }
}

/// The spread of a watched series in a month as people read it, from its place in [`Watch::months`]; `None` where it is not
/// known.
pub fn spread(bands: &Bands, place: usize, month: usize, outcome: &Outcome) -> Option<Spread> {
    let series = *bands.watch.months.get(place)?;
    let level = level(series, outcome, month);
    Some(bands.months.get(place)?.get(month)?.map(|value| value + level))
}

/// The place of a series in [`Watch::months`].
pub fn place(bands: &Bands, series: Series) -> Option<usize> {
    bands.watch.months.iter().position(|watched| *watched == series)
}

/// The draws around a scenario, none of them run yet.
pub fn ensemble(scenario: &Scenario) -> Ensemble {
    Ensemble::new(ground(scenario))
}

/// The council's answer to the central run, which stands in every draw.
pub fn approved(outcome: &Outcome) -> bool {
    outcome.forgone.is_none()
}

/// What is watched besides, for charts that are open: a set of `BESIDES`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Also(u32);

/// The series that can be watched besides, all groups' stocks after them.
const BESIDES: [Series; 3] = [Series::Jobs, Series::Clarified, Series::StateNet];

impl Also {
    /// These series; others are left out.
    pub fn of(series: impl IntoIterator<Item = Series>) -> Self {
        let bit = |series| (0..BESIDES.len() + GROUP_COUNT).find(|bit| Self::at(*bit) == series);
        Self(series.into_iter().filter_map(bit).fold(0, |bits, bit| bits | 1 << bit))
    }

    /// As a number, for a message to another thread.
    pub fn number(self) -> u32 {
        self.0
    }

    /// The set that a number stands for.
    pub fn from_number(number: u32) -> Self {
        Self(number)
    }

    fn at(bit: usize) -> Series {
        BESIDES.get(bit).copied().unwrap_or(Series::Stock(bit.checked_sub(BESIDES.len())))
    }

    fn series(self) -> impl Iterator<Item = Series> {
        (0..BESIDES.len() + GROUP_COUNT).filter(move |bit| self.0 & (1 << bit) != 0).map(Self::at)
    }
}

/// What the page shows, and what is watched besides after it.
pub fn watch_also(scenario: &Scenario, also: Also) -> Watch {
    let mut watch = watch(scenario);
    for series in also.series() {
        if !watch.months.contains(&series) {
            watch.months.push(series);
        }
    }
    watch
}

/// What the page shows: month by month how many more people are on benefits than today and the municipality's economy, at
/// the horizon the [`HEADLINES`].
pub fn watch(scenario: &Scenario) -> Watch {
    let months = vec![Series::StockChange, Series::MunicipalNet];
    Watch { months, ends: HEADLINES.to_vec(), horizon: usize::from(scenario.policy.horizon) }
}
