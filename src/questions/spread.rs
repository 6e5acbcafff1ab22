//! One figure over many draws: what drives its spread, and two scenarios held against each other.
//!
//! ```
//! use raaderum::model::tables::parameter::COST;
//! use raaderum::questions::measure::Measure;
//! use raaderum::questions::spread::{against, drive};
//! use raaderum::scenario::link;
//!
//! let few = link::read("place=typical&caseload.activity_ready=35").scenario;
//! let found = drive(&few, Measure::Net(72), 256);
//! // Dearer caseworkers, a poorer municipality.
//! assert!(found.iter().any(|driver| driver.parameters == [COST] && driver.correlation < -0.5));
//! let many = link::read("place=typical&caseload.activity_ready=50").scenario;
//! let paired = against(&few, &many, &[Measure::Net(72)], 256);
//! assert!(paired[0].more > 0.9);
//! ```

use super::measure::Measure;
use super::rounding::rounding;
use crate::model::policy::Policy;
use crate::scenario::{Scenario, uncertain};
use crate::uncertainty::bands::{Between, SHARES, between};
use crate::uncertainty::draws::Draws;
use crate::uncertainty::drivers::{Driver, drivers};
use crate::uncertainty::ensemble::{Ensemble, Until};
use crate::uncertainty::paired::Paired;
use crate::uncertainty::quantile::quantiles;
use crate::uncertainty::samples::{Samples, Watch};

/// The figure in each draw from 0, at least so many; in single precision, as [`Measure::of`] counts.
pub fn values(scenario: &Scenario, measure: Measure, draws: usize) -> Vec<f32> {
    all(scenario, &[measure], draws).pop().unwrap_or_default()
}

/// Several figures of the same draws.
pub fn all(scenario: &Scenario, measures: &[Measure], draws: usize) -> Vec<Vec<f32>> {
    let mut work = Spread::begin(scenario, measures, draws);
    while work.ask(draws) {}
    work.values()
}

/// Which assumptions drive the spread of a figure, the strongest first.
pub fn drive(scenario: &Scenario, measure: Measure, draws: usize) -> Vec<Driver> {
    let mut work = Spread::begin(scenario, &[measure], draws);
    while work.ask(draws) {}
    work.drivers()
}

/// Figures over many draws, run in parts.
#[derive(Debug)]
pub struct Spread {
    policy: Policy,
    approved: bool,
    ensemble: Ensemble,
    samples: Samples,
    draws: usize,
    measures: Vec<Measure>,
}

impl Spread {
    /// Nothing is drawn yet; there are to be at least so many draws.
    pub fn begin(scenario: &Scenario, measures: &[Measure], draws: usize) -> Self {
        let ends = measures.iter().filter_map(|measure| measure.series()).collect();
        let month = measures.iter().find_map(|measure| measure.month()).unwrap_or_default();
        let watch = Watch { months: Vec::new(), ends, horizon: usize::from(month) };
        Self {
            policy: scenario.policy.clone(),
            approved: uncertain::approved(&scenario.simulate()),
            ensemble: uncertain::ensemble(scenario),
            samples: Samples::new(watch, draws),
            draws,
            measures: measures.to_vec(),
        }
    }

    /// The same figures of another scenario, from the first draw on; what is drawn around the same ground is kept.
    pub fn turn_to(&mut self, scenario: &Scenario) {
        let ground = uncertain::ground(scenario);
        if ground != *self.ensemble.ground() {
            self.ensemble = Ensemble::new(ground);
        }
        self.policy = scenario.policy.clone();
        self.approved = uncertain::approved(&scenario.simulate());
        self.samples.clear();
    }

    /// Runs some more draws; false when all are there.
    pub fn ask(&mut self, draws: usize) -> bool {
        let next = draws.min(self.draws.saturating_sub(self.samples.draws()));
        self.ensemble.advance(&self.policy, self.approved, Until::End, &mut self.samples, next);
        self.samples.draws() < self.draws
    }

    /// Each figure in each draw so far.
    pub fn values(&self) -> Vec<Vec<f32>> {
        let mut ends = 0..;
        let row = |measure: &Measure| match measure.series().and_then(|_| ends.next()) {
            Some(end) => self.samples.end(end).to_vec(),
            // A plan that costs nothing has paid for itself at once.
            None => self.samples.payback().iter().map(|months| months.max(0.0)).collect(),
        };
        self.measures.iter().map(row).collect()
    }

    /// Where nine of ten outcomes of the first figure lie; `None` where nothing is uncertain.
    pub fn band(&self) -> Between {
        between(&quantiles(self.values().first_mut()?, SHARES))
    }

    /// What drives the first figure, the strongest first.
    pub fn drivers(&self) -> Vec<Driver> {
        let drawn = Draws::new(&self.ensemble.ground().parameters);
        self.values().first().map_or_else(Vec::new, |values| drivers(&drawn, values))
    }
}

/// The second scenario against the first on the same draws, for each figure.
pub fn against(first: &Scenario, second: &Scenario, measures: &[Measure], draws: usize) -> Vec<Paired> {
    held((first, &all(first, measures, draws)), (second, &all(second, measures, draws)), measures)
}

/// The same of draws that are here already, each with its scenario.
pub fn held(
    (first, a): (&Scenario, &[Vec<f32>]),
    (second, b): (&Scenario, &[Vec<f32>]),
    measures: &[Measure],
) -> Vec<Paired> {
    let nothing = |measure| rounding(first, measure).max(rounding(second, measure));
    let both = a.iter().zip(b).zip(measures);
    both.map(|((a, b), measure)| Paired::of(a, b, nothing(*measure))).collect()
}
