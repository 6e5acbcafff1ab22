//! What the surroundings tend to do: how far the number of people on a benefit has moved before, whatever the
//! municipality did. No part of the model and no forecast: it stands around today's course, beside the band of the
//! plan's effect, which is another thing.
//!
//! ```
//! use raaderum::scenario::link;
//! use raaderum::surroundings::Surroundings;
//!
//! let scenario = link::read("place=silkeborg&caseload.insured=60").scenario;
//! let Some(usual) = scenario.focus().and_then(|group| Surroundings::of(&scenario, group)) else { panic!() };
//! let Some([low, _, middle, _, high]) = usual.ratios(24) else { panic!() };
//! assert!(middle == 1.0 && (low * high - 1.0).abs() < 1e-12, "as far down as up, on the scale of ratios");
//! assert!(usual.ratios(600).is_none(), "no further than the series goes");
//! ```

#[cfg(not(target_arch = "wasm32"))]
pub mod learn;

use std::io::{self, Write};

use crate::model::outcome::Outcome;
use crate::model::tables::{GROUPS, PLACES};
use crate::scenario::Scenario;
use crate::scenario::export::spread::PERCENTILES;
use crate::words::text::Language;

/// One public series and what it taught.
#[derive(Debug)]
pub struct TableSpec {
    /// The group that it counts.
    pub group: usize,
    /// What it counts and where it stands, by language.
    pub sources: &'static [&'static str],
    /// Its first period.
    pub first: &'static str,
    /// Its last period.
    pub last: &'static str,
    /// The horizons, years.
    pub years: &'static [u16],
    /// The upper ends of all size classes but the last, persons.
    pub below: &'static [f64],
    /// Widths of each size class, by horizon.
    pub classes: &'static [Widths],
    /// Municipalities and the country.
    pub places: &'static [PlaceSpec],
    /// How often the bands held what came.
    pub coverage: &'static [CoverageSpec],
}

/// For each horizon the half-widths of the bands that hold half and nine in ten of the changes, in thousandths of the
/// natural logarithm of the ratio.
pub type Widths = &'static [[u16; 2]];

/// One place of a series.
#[derive(Debug)]
pub struct PlaceSpec {
    /// As in links.
    pub id: &'static str,
    /// Its official number; 0 is the country.
    pub code: u16,
    /// Its size class; the country has none.
    pub class: Option<usize>,
    /// Its widths.
    pub widths: Widths,
}

/// The share of later outcomes that lay inside the bands.
#[derive(Debug)]
pub struct CoverageSpec {
    /// The last period learned from.
    pub until: &'static str,
    /// The horizon, years.
    pub years: u16,
    /// How many outcomes: windows of all municipalities, which overlap.
    pub windows: u32,
    /// The share inside the bands of half and of nine in ten.
    pub inside: [f64; 2],
}

include!(concat!(env!("OUT_DIR"), "/history_data.rs"));

/// Whose figures a band rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rests {
    /// The municipality's own, drawn towards those of its size.
    Own,
    /// Those of all municipalities of its size.
    Alike,
    /// The country's.
    Country,
}

/// What the surroundings of one group of a place tend to do.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings {
    /// The series.
    pub table: &'static TableSpec,
    /// Whose figures it rests on.
    pub rests: Rests,
    widths: Widths,
}

impl Surroundings {
    /// Of a group of a scenario's place; `None` where no series counts that group. A place without figures of its own,
    /// or with a visitor's own, is one of its size.
    #[must_use]
    pub fn of(scenario: &Scenario, group: usize) -> Option<Self> {
        let table = TABLES.iter().find(|table| table.group == group)?;
        let spec = &PLACES[scenario.place_index()];
        let shipped = scenario.place.population == spec.population;
        let own = table.places.iter().find(|place| place.id == spec.id).filter(|_| shipped);
        let stock = scenario.place.stock[group];
        let class = || table.below.iter().position(|end| stock < *end).unwrap_or(table.below.len());
        let (rests, widths) = match own {
            Some(PlaceSpec { class: None, widths, .. }) => (Rests::Country, *widths),
            Some(PlaceSpec { class: Some(class), widths, .. }) if *widths != table.classes[*class] => {
                (Rests::Own, *widths)
            }
            Some(PlaceSpec { widths, .. }) => (Rests::Alike, *widths),
            None => (Rests::Alike, *table.classes.get(class())?),
        };
        Some(Self { table, rests, widths })
    }

    /// The 5th, 25th, 50th, 75th and 95th percentile of the figure after so many months over today's; `None` after the
    /// last horizon of the series.
    #[must_use]
    pub fn ratios(&self, month: usize) -> Option<[f64; 5]> {
        let years = month as f64 / 12.0;
        let ends = || self.table.years.iter().map(|years| f64::from(*years)).zip(self.widths);
        // From nought at the start, in a straight line between horizons.
        let ((from, low), (to, high)) =
            std::iter::once((0.0, &[0; 2])).chain(ends()).zip(ends()).find(|(_, (to, _))| years <= *to)?;
        let share = (years - from) / (to - from);
        let width = |at: usize| {
            let [low, high] = [low, high].map(|widths| f64::from(widths[at]));
            libm::exp(1e-3 * (low + (high - low) * share))
        };
        let [half, nine] = [width(0), width(1)];
        Some([1.0 / nine, 1.0 / half, 1.0, half, nine])
    }

    /// How often the bands have held what came, over the longest horizon up to so many years, learned from the fewest
    /// years.
    #[must_use]
    pub fn coverage(&self, years: usize) -> Option<&'static CoverageSpec> {
        let first = self.table.coverage.first()?.until;
        let rows = self.table.coverage.iter().filter(|row| row.until == first);
        rows.filter(|row| usize::from(row.years) <= years.max(1)).max_by_key(|row| row.years)
    }
}

/// Writes the percentiles around today's course as lines of the long form (`run,month,series,group,value`), for every
/// group with a series and people, from month 0 to `last`.
pub fn csv(scenario: &Scenario, outcome: &Outcome, last: usize, out: &mut dyn Write) -> io::Result<()> {
    for table in &TABLES {
        let group = table.group;
        let Some(usual) = Surroundings::of(scenario, group).filter(|_| scenario.place.stock[group] > 0.0)
        else {
            continue;
        };
        for (month, today) in outcome.baseline.months.iter().take(last + 1).enumerate() {
            for (percentile, ratio) in PERCENTILES.iter().zip(usual.ratios(month).into_iter().flatten()) {
                let value = today.groups[group].stock * ratio;
                writeln!(out, "surroundings_{percentile},{month},stock,{},{value}", GROUPS[group].id)?;
            }
        }
    }
    Ok(())
}

impl TableSpec {
    /// What it counts and where it stands.
    #[must_use]
    pub fn source(&self, language: Language) -> &'static str {
        let at = Language::all().position(|known| known == language);
        at.and_then(|at| self.sources.get(at)).copied().unwrap_or_default()
    }
}
