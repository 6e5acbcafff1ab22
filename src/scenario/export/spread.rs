//! The spread of the series over many draws.

use serde::Serialize;

use super::json::Named;
use crate::model::outcome::{Outcome, VERDICT_YEARS};
use crate::model::tables::{GROUP_COUNT, GROUPS};
use crate::scenario::uncertain;
use crate::uncertainty::bands::{Bands, SHARES, Spread};
use crate::uncertainty::series::Series;

/// What has bands for the municipality as a whole, as in the exported files.
pub const WHOLE: [(&str, Series); 7] = [
    ("stock", Series::Stock(None)),
    ("stock_change", Series::StockChange),
    ("extra_jobs", Series::Jobs),
    ("extra_clarified", Series::Clarified),
    ("municipal_net", Series::MunicipalNet),
    ("state_net", Series::StateNet),
    ("price_of_cap", Series::PriceOfCap),
];

/// The names of the percentiles, in the order of [`SHARES`].
pub const PERCENTILES: [&str; SHARES.len()] = ["p5", "p25", "p50", "p75", "p95"];

/// All that is watched: the whole, and then the stock of each group.
pub fn watched() -> Vec<Series> {
    let groups = (0..GROUP_COUNT).map(|group| Series::Stock(Some(group)));
    WHOLE.iter().map(|(_, series)| *series).chain(groups).collect()
}

/// The bands of one series at the start of the months 0 to `last`; none of a series that was not watched.
pub fn months_of(bands: &Bands, outcome: &Outcome, series: Series, last: usize) -> Vec<Spread> {
    let place = uncertain::place(bands, series);
    let spread = |month| uncertain::spread(bands, place?, month, outcome);
    (0..=last.min(bands.watch.horizon)).filter_map(spread).collect()
}

/// The same, each of the month of a run whose figure it is the band of: a sum has that of what it was after the month, and
/// none of the last month that was watched.
pub fn of_run(bands: &Bands, outcome: &Outcome, series: Series, last: usize) -> Vec<Spread> {
    let after = usize::from(series.adds_up());
    months_of(bands, outcome, series, last + after).into_iter().skip(after).collect()
}

/// The chance of each of [`VERDICT_YEARS`] years; of years that there is none of, `None`.
pub fn chance_of_years(bands: &Bands) -> impl Iterator<Item = (u16, Option<f32>)> {
    VERDICT_YEARS.into_iter().enumerate().map(|(place, years)| (years, bands.chances.after(place)))
}

/// The chance that the plan has cost nothing or has paid for itself, by months since its start.
pub fn chances(bands: &Bands) -> impl Iterator<Item = f32> {
    (0..bands.payback.by_month.len()).map(|months| bands.payback.after(months))
}

/// As `static/schema/outcome.schema.json` describes it.
#[derive(Serialize)]
pub struct Uncertainty {
    draws: usize,
    costs_nothing: f32,
    paid_back: Vec<f32>,
    changes: f32,
    chances: Vec<Chance>,
    chance_at_horizon: Option<f32>,
    series: Named<Named<Vec<f32>>>,
    stock_of: Named<Named<Vec<f32>>>,
}

/// In what share of the draws a council that looks so far ahead says yes.
#[derive(Serialize)]
struct Chance {
    years: u16,
    chance: Option<f32>,
}

impl Uncertainty {
    /// Of the groups with people in them, in the months 0 to `last`.
    pub fn of(bands: &Bands, outcome: &Outcome, groups: impl Iterator<Item = usize>, last: usize) -> Self {
        let columns = |series| {
            let months = of_run(bands, outcome, series, last);
            let column = |at: usize| months.iter().map(|spread| spread[at]).collect();
            Named(PERCENTILES.into_iter().enumerate().map(|(at, name)| (name, column(at))).collect())
        };
        Self {
            draws: bands.draws,
            costs_nothing: bands.payback.costs_nothing,
            paid_back: chances(bands).collect(),
            changes: bands.chances.changes,
            chances: chance_of_years(bands).map(|(years, chance)| Chance { years, chance }).collect(),
            chance_at_horizon: bands.chances.at_horizon(),
            series: Named(WHOLE.map(|(name, series)| (name, columns(series))).into()),
            stock_of: Named(groups.map(|g| (GROUPS[g].id, columns(Series::Stock(Some(g))))).collect()),
        }
    }
}
