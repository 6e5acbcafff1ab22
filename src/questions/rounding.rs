//! What single precision makes of nothing: between draws that differ by no more there is no difference.

use super::measure::Measure;
use crate::model::tables::GROUP_COUNT;
use crate::model::tables::parameter::BENEFIT;
use crate::scenario::Scenario;

/// Single precision moves what one more post gives by less than this share of a year's benefits, or of the people on them
/// (`tests/uncertainty/one_by_one.rs`).
const ROUNDING: f64 = 3e-6;

/// Differences of a figure up to this are rounding: DKK, persons or months.
pub(super) fn rounding(scenario: &Scenario, measure: Measure) -> f32 {
    let Scenario { place, parameters, .. } = scenario;
    let yearly = |group: usize| 12.0 * place.stock[group] * parameters[BENEFIT[group]];
    let whole: f64 = match measure {
        Measure::Payback => 0.0,
        _ if measure.is_money() => (0..GROUP_COUNT).map(yearly).sum(),
        _ => place.total_stock(),
    };
    (ROUNDING * whole).max(measure.rounding()) as f32
}
