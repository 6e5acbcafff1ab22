//! An outcome outside the program: every series of every run, as CSV and as JSON.
//!
//! Both forms are written from one list, [`series`]; the JSON is described by `static/schema/outcome.schema.json`.
//! Numbers are written so that reading them gives the same bits again; what is unlimited is left empty or `null`.

mod csv;
mod dialect;
mod input;
mod json;
pub mod series;
pub mod spread;

pub use csv::csv;
pub use dialect::Dialect;
pub use json::{SCHEMA, json};

use crate::model::country::Country;
use crate::model::month::Month;
use crate::model::outcome::Outcome;
use crate::model::run::Run;
use crate::scenario::{Scenario, uncertain};
use crate::uncertainty::bands::Bands;
use crate::uncertainty::ensemble::Until;
use crate::uncertainty::samples::{Samples, Watch};

/// A scenario with all that was computed of it.
#[derive(Clone, Debug)]
pub struct Computed {
    /// What was asked.
    pub scenario: Scenario,
    /// The three runs.
    pub outcome: Outcome,
    /// The country's view, where one municipality acts.
    pub country: Option<Country>,
    /// What many draws say, where they were asked for.
    pub bands: Option<Bands>,
}

impl Computed {
    /// Runs a scenario, with the country's view.
    pub fn of(scenario: Scenario) -> Self {
        let outcome = scenario.simulate();
        let country = scenario.country(&outcome);
        Self { scenario, outcome, country, bands: None }
    }

    /// With bands from so many draws, in whole lanes of eight, for the months 0 to `last`, at least to the horizon, and
    /// of the headlines at the end; from none no bands.
    pub fn with_bands(self, draws: usize, last: usize) -> Self {
        if draws == 0 {
            return self;
        }
        let horizon = self.outcome.horizon.max(last.min(self.last_month()));
        let watch = Watch { months: spread::watched(), ends: uncertain::HEADLINES.to_vec(), horizon };
        let mut samples = Samples::new(watch, draws);
        let approved = uncertain::approved(&self.outcome);
        uncertain::ensemble(&self.scenario).advance(
            &self.scenario.policy,
            approved,
            Until::End,
            &mut samples,
            draws,
        );
        Self { bands: Some(Bands::of(&samples, &mut Vec::new())), ..self }
    }

    /// The last month that there is.
    pub fn last_month(&self) -> usize {
        self.outcome.baseline.months.len() - 1
    }

    /// The municipality's runs by name, in the order in which they are run.
    fn runs(&self) -> Vec<(&'static str, &Run<f64>)> {
        let outcome = &self.outcome;
        let mut runs = vec![
            ("baseline", &outcome.baseline),
            ("uncapped", &outcome.uncapped),
            ("scenario", &outcome.scenario),
        ];
        runs.extend(outcome.forgone.as_ref().map(|run| ("forgone", run)));
        runs
    }
}

/// The months 0 to `last` of a run, or as many as there are.
fn months(run: &Run<f64>, last: usize) -> &[Month<f64>] {
    &run.months[..run.months.len().min(last + 1)]
}
