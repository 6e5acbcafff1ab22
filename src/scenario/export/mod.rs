//! An outcome outside the program: every series of every run, as CSV and as JSON.
//!
//! Both forms are written from one list, [`series`]; the JSON is described by `static/schema/outcome.schema.json`.
//! Numbers are written so that reading them gives the same bits again; what is unlimited is left empty or `null`.

mod csv;
mod input;
mod json;
pub mod series;

pub use csv::csv;
pub use json::{SCHEMA, json};

use crate::model::country::Country;
use crate::model::month::Month;
use crate::model::outcome::Outcome;
use crate::model::run::Run;
use crate::scenario::Scenario;

/// A scenario with all that was computed of it.
#[derive(Clone, Debug)]
pub struct Computed {
    /// What was asked.
    pub scenario: Scenario,
    /// The three runs.
    pub outcome: Outcome,
    /// The country's view, where one municipality acts.
    pub country: Option<Country>,
}

impl Computed {
    /// Runs a scenario, with the country's view.
    pub fn of(scenario: Scenario) -> Self {
        let outcome = scenario.simulate();
        let country = scenario.country(&outcome);
        Self { scenario, outcome, country }
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
