//! What a case comes to in the model, with bands, found in parts.
//!
//! ```
//! use raaderum::questions::case::Work;
//!
//! let mut work = Work::begin(0);
//! while work.step() {}
//! let found = work.found().expect("all of it");
//! let stock = found.figures[0].expect("a figure was published");
//! assert!(stock.band[0] < stock.comparison.research && stock.comparison.research < stock.band[4]);
//! assert!(stock.comparison.published.value < stock.band[0], "far outside nine of ten outcomes");
//! ```

use super::measure::Measure;
use crate::model::outcome::Outcome;
use crate::model::parameters::Parameters;
use crate::model::tables::{CASES, Series as Told, group_by_id};
use crate::scenario::published::{self, Comparison, Search};
use crate::scenario::{Scenario, uncertain};
use crate::uncertainty::bands::{Bands, Between, SHARES, between};
use crate::uncertainty::draws::Draws;
use crate::uncertainty::ensemble::{Ensemble, Until};
use crate::uncertainty::quantile::quantiles;
use crate::uncertainty::samples::{Samples, Watch};
use crate::uncertainty::series::Series;

/// Draws behind a band.
pub const DRAWS: usize = 2048;
/// Draws of a figure that the draws side by side do not have.
const ALONE: usize = 256;
/// Draws of one part: a few milliseconds.
const DRAWS_A_PART: usize = 64;
/// Single runs of one part.
const RUNS_A_PART: usize = 4;

/// One published figure, the model's, and its band.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// Both figures, and where they agree.
    pub comparison: Comparison,
    /// What the figure is as today, in the same month.
    pub today: f64,
    /// 5, 25, 50, 75 and 95 % of the outcomes lie below these.
    pub band: [f64; SHARES.len()],
}

/// What the plan of a case comes to at the end of its time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Headline {
    /// Which figure.
    pub measure: Measure,
    /// The central run.
    pub value: f64,
    /// Where nine of ten outcomes lie; `None` where nothing is uncertain.
    pub between: Between,
}

/// What a case comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// Months until the end of its time.
    pub horizon: usize,
    /// More caseworkers, FTE.
    pub posts: f64,
    /// The figures of its plan.
    pub headlines: Vec<Headline>,
    /// For each thing that was published the figure, where there is one.
    pub figures: Vec<Option<Figure>>,
}

/// The work of finding it.
pub struct Work {
    case: usize,
    scenario: Scenario,
    outcome: Option<Outcome>,
    ensemble: Ensemble,
    samples: Samples,
    searches: Vec<Search>,
    alone: Vec<Alone>,
}

/// A figure whose draws are run one by one.
struct Alone {
    told: &'static Told,
    values: Vec<f32>,
}

impl Work {
    /// Nothing has been run yet.
    pub fn begin(case: usize) -> Self {
        let scenario = Scenario::of_case(case);
        let horizon = usize::from(scenario.policy.horizon);
        let told = || CASES[case].published.iter().filter_map(|published| published.series.as_ref());
        let months = told().filter_map(watched).collect();
        let ends = measures(scenario.policy.horizon).iter().filter_map(|measure| measure.series()).collect();
        let alone = told().filter(|told| watched(told).is_none());
        Self {
            case,
            ensemble: uncertain::ensemble(&scenario),
            samples: Samples::new(Watch { months, ends, horizon }, DRAWS),
            searches: told().map(|told| Search::new(case, told)).collect(),
            alone: alone.map(|told| Alone { told, values: Vec::new() }).collect(),
            outcome: None,
            scenario,
        }
    }

    /// Does a part of it; gives whether there is more to do.
    pub fn step(&mut self) -> bool {
        let Some(outcome) = &self.outcome else {
            self.outcome = Some(self.scenario.simulate());
            return true;
        };
        if self.samples.draws() < DRAWS {
            let approved = uncertain::approved(outcome);
            let policy = &self.scenario.policy;
            self.ensemble.advance(policy, approved, Until::Horizon, &mut self.samples, DRAWS_A_PART);
            return true;
        }
        if let Some(alone) = self.alone.iter_mut().find(|alone| alone.values.len() < ALONE) {
            alone.run(&self.scenario);
            return true;
        }
        match self.searches.iter_mut().find(|search| !search.is_done()) {
            Some(search) => {
                for _ in 0..RUNS_A_PART {
                    search.step();
                }
                true
            }
            None => false,
        }
    }

    /// What was found, once all parts are done.
    pub fn found(&self) -> Option<Found> {
        let outcome = self.outcome.as_ref().filter(|_| self.searches.iter().all(Search::is_done))?;
        let bands = Bands::of(&self.samples, &mut Vec::new());
        let headline = |(index, measure): (usize, Measure)| {
            let between = bands.ends.get(index).and_then(between);
            Headline { measure, value: measure.of(outcome), between }
        };
        let mut searches = self.searches.iter();
        let figure = |told: &Told| {
            let comparison = searches.next()?.found()?;
            let band = self.band(told, &bands, outcome)?;
            Some(Figure { comparison, today: published::today(outcome, told)?, band })
        };
        Some(Found {
            horizon: outcome.horizon,
            posts: outcome.staff_change(),
            headlines: measures(self.scenario.policy.horizon).into_iter().enumerate().map(headline).collect(),
            figures: with_gaps(self.case, figure),
        })
    }

    fn band(&self, told: &Told, bands: &Bands, outcome: &Outcome) -> Option<[f64; SHARES.len()]> {
        let spread = match watched(told) {
            Some(series) => {
                let row = uncertain::place(bands, series)?;
                uncertain::spread(bands, row, outcome.start + usize::from(told.month), outcome)?
            }
            None => {
                let alone = self.alone.iter().find(|alone| alone.told == told)?;
                quantiles(&mut alone.values.clone(), SHARES)
            }
        };
        Some(spread.map(f64::from))
    }
}

impl Alone {
    fn run(&mut self, scenario: &Scenario) {
        let draws = Draws::new(&scenario.parameters);
        let mut drawn = scenario.clone();
        for _ in 0..RUNS_A_PART {
            let mut parameters = Parameters::central();
            draws.fill(self.values.len(), &mut parameters);
            drawn.parameters = parameters;
            let value = published::modelled(&drawn.simulate(), self.told).unwrap_or(f64::NAN);
            self.values.push(value as f32);
        }
    }
}

/// For each thing that was published a figure, where it has one.
fn with_gaps(case: usize, mut figure: impl FnMut(&'static Told) -> Option<Figure>) -> Vec<Option<Figure>> {
    CASES[case].published.iter().map(|published| figure(published.series.as_ref()?)).collect()
}

/// What is told of the plan itself.
fn measures(horizon: u16) -> [Measure; 5] {
    [
        Measure::Stock(horizon),
        Measure::Jobs(horizon),
        Measure::Clarified(horizon),
        Measure::Net(horizon),
        Measure::StateNet(horizon),
    ]
}

/// The series that draws side by side have of a published figure.
fn watched(told: &Told) -> Option<Series> {
    match told.name.split_once('.') {
        None if told.name == "net" => Some(Series::MunicipalNet),
        Some(("stock", group)) => Some(Series::Stock(Some(group_by_id(group)?))),
        _ => None,
    }
}
