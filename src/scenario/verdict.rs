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

/// In what share of the draws the plan has paid for itself so many months after its start; `None` where there is
/// nothing to pay back.
pub fn chance(outcome: &Outcome, bands: &Bands, months: usize) -> Option<f64> {
    let asked = acts(outcome) && bands.payback.costs_nothing < 1.0;
    asked.then(|| f64::from(bands.payback.after(months)))
}

/// The same at the horizon.
pub fn chance_at_horizon(outcome: &Outcome, bands: &Bands) -> Option<f64> {
    chance(outcome, bands, outcome.horizon.saturating_sub(outcome.start))
}
