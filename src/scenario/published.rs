//! What the model makes of a figure that a place published.
//!
//! ```
//! use raaderum::model::tables::CASES;
//! use raaderum::scenario::{Scenario, published};
//!
//! let silkeborg = CASES[0].published[0].series.expect("a figure");
//! let outcome = Scenario::of_case(0).simulate();
//! let ours = published::modelled(&outcome, &silkeborg).expect("a series of the model");
//! assert_eq!((silkeborg.value, ours.round()), (231.0, 322.0));
//! ```

use crate::model::outcome::Outcome;
use crate::model::tables::{Series, group_by_id};

/// The model's value of a published series in the same month; `None` beyond the run.
pub fn modelled(outcome: &Outcome, series: &Series) -> Option<f64> {
    let month = usize::from(series.month);
    let (name, group) = series.name.split_once('.').unwrap_or((series.name, ""));
    let in_month = outcome.scenario.months.get(month)?;
    match name {
        "net" => Some(outcome.municipal_net(month)),
        "stock" => Some(in_month.groups[group_by_id(group)?].stock),
        "minutes" => Some(in_month.groups[group_by_id(group)?].minutes_per_talk),
        _ => None,
    }
}
