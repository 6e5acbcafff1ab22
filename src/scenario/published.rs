//! What the cases published, beside what the model gives.
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

use super::Scenario;
use crate::model::outcome::Outcome;
use crate::model::tables::{CASES, Series, group_by_id};

/// What differs by less than this part of the published figure agrees: the dial was itself solved from one of them.
const AGREES: f64 = 1e-9;

/// One published figure and the model's.
#[derive(Clone, Copy, Debug)]
pub struct Comparison {
    /// What was published.
    pub published: &'static Series,
    /// What the model gives with research evidence.
    pub research: f64,
    /// What it gives with the municipalities' own evidence.
    pub reported: f64,
    /// Where the evidence dial would have to stand for the two to agree, if it can.
    pub agrees_at: Option<f64>,
}

/// What a case published, in its order, beside the model's figures; `None` where there are only words.
pub fn compare(case: usize) -> Vec<Option<Comparison>> {
    let published = CASES[case].published.iter();
    published.map(|published| comparison(case, published.series.as_ref()?)).collect()
}

fn comparison(case: usize, published: &'static Series) -> Option<Comparison> {
    let at = |evidence: f64| {
        let mut scenario = Scenario::of_case(case);
        scenario.policy.evidence = evidence;
        modelled(&scenario.simulate(), published)
    };
    let (research, reported) = (at(0.0)?, at(1.0)?);
    let miss = |evidence| {
        let miss = at(evidence).unwrap_or(f64::NAN) - published.value;
        if miss.abs() > AGREES * published.value.abs() { miss } else { miss * 0.0 }
    };
    Some(Comparison { published, research, reported, agrees_at: crossing(miss) })
}

/// The model's value of a published series in the same month; `None` beyond the run.
pub fn modelled(outcome: &Outcome, series: &Series) -> Option<f64> {
    let month = outcome.start + usize::from(series.month);
    let (name, group) = series.name.split_once('.').unwrap_or((series.name, ""));
    let in_month = outcome.scenario.months.get(month)?;
    match name {
        "net" => Some(outcome.municipal_net(month)),
        "stock" => Some(in_month.groups[group_by_id(group)?].stock),
        "minutes" => Some(in_month.groups[group_by_id(group)?].minutes_per_talk),
        _ => None,
    }
}

/// Where between 0 and 1 a function changes sign, by halving.
fn crossing(f: impl Fn(f64) -> f64) -> Option<f64> {
    let (at_low, at_high) = (f(0.0), f(1.0));
    if at_low == 0.0 || at_high == 0.0 {
        return Some(if at_low == 0.0 { 0.0 } else { 1.0 });
    }
    let changes = at_low * at_high < 0.0;
    if !changes {
        return None;
    }
    let (mut low, mut high) = (0.0, 1.0);
    // 20 halvings are a millionth of the dial, far below what anybody can know.
    for _ in 0..20 {
        let middle = (low + high) / 2.0;
        if f(middle) * at_low > 0.0 { low = middle } else { high = middle }
    }
    Some((low + high) / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_published_figure_has_a_modelled_one() {
        for (case, spec) in CASES.iter().enumerate() {
            let compared = compare(case);
            assert_eq!(compared.len(), spec.published.len(), "{}", spec.id);
            for (compared, published) in compared.iter().zip(spec.published) {
                assert_eq!(compared.is_some(), published.series.is_some(), "{}", spec.id);
                assert!(
                    compared.iter().all(|c| c.research.is_finite() && c.reported.is_finite()),
                    "{}",
                    spec.id
                );
            }
        }
    }

    #[test]
    fn a_crossing_is_found_where_there_is_one() {
        assert!((crossing(|x| 0.3 - x).expect("a crossing") - 0.3).abs() < 1e-6);
        assert!((crossing(|x| x * x - 0.25).expect("a crossing") - 0.5).abs() < 1e-6);
        assert_eq!(crossing(|x| x + 0.1), None);
        assert_eq!(crossing(|_| 0.0), Some(0.0));
        assert_eq!(crossing(|_| f64::NAN), None);
    }
}
