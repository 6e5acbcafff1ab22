//! Whether a plan does anything that can be judged, and the chance that it has paid by then.
//!
//! Of a plan that changes nothing nobody can say yes or no: it has neither verdicts nor chances nor bands.

use super::precision::{LEAST_KRONER, LEAST_PEOPLE};
use crate::model::outcome::Outcome;
use crate::uncertainty::bands::Bands;

/// Whether the plan changes anything that is told, within the months shown.
pub fn acts(outcome: &Outcome) -> bool {
    let Outcome { scenario, baseline, horizon, .. } = outcome;
    let money = scenario.months.iter().take(*horizon).any(|month| month.municipal_net.abs() >= LEAST_KRONER);
    let people = || {
        let pairs = scenario.months.iter().zip(&baseline.months).take(horizon + 1);
        pairs.into_iter().any(|(plan, today)| (plan.stock() - today.stock()).abs() >= LEAST_PEOPLE)
    };
    money || people()
}

/// The chance of a council's yes that looks so many years ahead, by its place in
/// [`VERDICT_YEARS`](crate::model::outcome::VERDICT_YEARS); `None` where nothing happens, or it is not known yet.
pub fn chance(outcome: &Outcome, bands: &Bands, place: usize) -> Option<f64> {
    bands.chances.after(place).filter(|_| acts(outcome)).map(f64::from)
}

/// The chance that the municipality is out of the red at the horizon; `None` where nothing happens.
pub fn chance_at_horizon(outcome: &Outcome, bands: &Bands) -> Option<f64> {
    let asked = acts(outcome) && bands.payback.costs_nothing < 1.0;
    bands.chances.at_horizon().filter(|_| asked).map(f64::from)
}
