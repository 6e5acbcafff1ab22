//! "In the country as a whole": what a municipality's plan comes to when the jobs that its citizens get are
//! counted against those that others elsewhere do not get.
//!
//! The same municipality, the same posts, the same end, the same effect of contact; only displacement is the country's.
//! Those displaced live elsewhere and do not share the place's caseworkers, and nobody decides anything anew: a council
//! does not see what happens in other municipalities.

use super::beside::Beside;
use super::levers::{Levers, displacement};
use super::outcome::Outcome;
use super::parameters::Parameters;
use super::place::Place;
use super::policy::{Policy, Rule, Who};
use super::run::{Run, Terms};
use super::setup::JOB;

/// A second baseline and scenario, with the country's displacement.
///
/// The people and the public purse as a whole are the country's; how municipality and state share it is still
/// that of one municipality.
#[derive(Clone, Debug)]
pub struct Country {
    /// Nothing changes.
    pub baseline: Run<f64>,
    /// The plan, with the posts, the share allowed and the end of the municipality's own.
    pub scenario: Run<f64>,
    /// The share of additional jobs that others in the country would have had.
    pub displacement: f64,
}

/// The country's view of an outcome; `None` where everybody acts, for then the outcome is the country's.
pub fn country(
    outcome: &Outcome,
    place: &Place,
    policy: &Policy,
    parameters: &Parameters<f64>,
) -> Option<Country> {
    if policy.who == Who::All {
        return None;
    }
    let displacement = displacement(policy.displacement, Who::All, parameters);
    let (policy, rule) = match outcome.forgone {
        // A plan that was not approved begins nowhere.
        Some(_) => (Policy { start: u16::MAX, ..policy.clone() }, Rule::None),
        None => (policy.clone(), policy.rule),
    };
    let levers = Levers { displacement, ..Levers::one(place, &policy, parameters, parameters) };
    let terms = Terms { setup: &outcome.setup, levers: &levers, parameters };
    let beside = Beside::following(terms, &outcome.baseline);
    let scenario = beside.follow(&levers, rule, &outcome.scenario);
    let baseline = beside.baseline();
    Some(Country { baseline, scenario, displacement })
}

impl Country {
    /// Extra people in jobs after `months` months.
    pub fn extra_jobs(&self, months: usize) -> f64 {
        self.scenario.months[months].after(JOB)
    }

    /// Extra persons on benefits after `months` months; negative where there are fewer.
    pub fn stock_change(&self, months: usize) -> f64 {
        self.scenario.months[months].stock() - self.baseline.months[months].stock()
    }

    /// Cumulative net of municipality and state together, after `months` months, DKK.
    pub fn public_net(&self, months: usize) -> f64 {
        let last = months.checked_sub(1).and_then(|last| self.scenario.months.get(last));
        last.map_or(0.0, |month| month.municipal_net + month.state_net)
    }
}
