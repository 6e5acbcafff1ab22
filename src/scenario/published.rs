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
use crate::model::outcome::{Outcome, net_after};
use crate::model::run::Run;
use crate::model::tables::{CASES, Series, group_by_id};

include!(concat!(env!("OUT_DIR"), "/telling_data.rs"));

/// What came of a case, as it was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// A gain.
    Gain,
    /// None, or a loss.
    NoGain,
    /// No outcome in figures.
    Open,
}

/// How sure something published is, by those who published it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sure {
    /// Found in a randomised trial.
    Trial,
    /// Compared with others.
    Compared,
    /// Counted, without anything to compare with.
    Counted,
    /// Partly expected when it was published.
    PartlyExpected,
    /// Expected when it was published.
    Expected,
    /// Said, not measured.
    Words,
    /// Told again and again, and in no source that could be found.
    Unfound,
}

/// How a case was told.
#[derive(Debug)]
pub struct CaseTold {
    /// What came of it.
    pub told: Told,
    /// An earlier case that is shown with it.
    pub beside: Option<usize>,
    /// Of each thing that was published, in the order of the case.
    pub published: &'static [Telling],
}

/// How one thing was published.
#[derive(Debug)]
pub struct Telling {
    /// How sure it is.
    pub sure: Sure,
    /// The years it is of; empty where they were not told.
    pub years: &'static str,
    /// A figure with its unit that the model has no series of.
    pub other: Option<(f64, &'static str)>,
}

/// How a case was told.
pub fn told(case: usize) -> &'static CaseTold {
    &CASES_TOLD[case]
}

/// What differs by less than this part of the published figure agrees: the dial was itself solved from one of them.
const AGREES: f64 = 1e-9;
/// The dial is first looked at in so many steps: where the figure turns back within one of them and does not pass the
/// published one in its ends, that is not seen.
const STEPS: usize = 16;
/// 20 halvings of a step are far below what anybody can know.
const HALVINGS: usize = 20;

/// One published figure and the model's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Comparison {
    /// What was published.
    pub published: &'static Series,
    /// What the model gives with research evidence.
    pub research: f64,
    /// What it gives with the municipalities' own evidence.
    pub reported: f64,
    /// The first place on the evidence dial at which the two agree, if there is one.
    pub agrees_at: Option<f64>,
    /// Whether the dial moves the figure at all.
    pub moves: bool,
}

/// What a case published, in its order, beside the model's figures; `None` where there are only words.
pub fn compare(case: usize) -> Vec<Option<Comparison>> {
    let published = CASES[case].published.iter();
    published.map(|published| comparison(case, published.series.as_ref()?)).collect()
}

fn comparison(case: usize, published: &'static Series) -> Option<Comparison> {
    let mut search = Search::new(case, published);
    while search.step() {}
    search.found()
}

/// The search for the place on the evidence dial at which a published figure and the model agree, a run at a time.
pub struct Search {
    case: usize,
    published: &'static Series,
    /// The model's figure at each step of the dial.
    seen: Vec<f64>,
    /// Where the figures pass each other: low, high, and how far the model misses at the low end.
    between: Option<[f64; 3]>,
    halvings: usize,
}

impl Search {
    /// Nothing has been run yet.
    pub fn new(case: usize, published: &'static Series) -> Self {
        Self { case, published, seen: Vec::new(), between: None, halvings: 0 }
    }

    /// Makes a run; gives whether there are more to make.
    pub fn step(&mut self) -> bool {
        if self.seen.len() <= STEPS {
            let value = self.at(self.seen.len() as f64 / STEPS as f64);
            self.seen.push(value);
            return self.seen.len() <= STEPS || self.passes();
        }
        let Some([low, high, miss]) = self.between.filter(|_| self.halvings < HALVINGS) else { return false };
        let middle = (low + high) / 2.0;
        let in_middle = self.miss(self.at(middle));
        self.between =
            Some(if in_middle * miss > 0.0 { [middle, high, in_middle] } else { [low, middle, miss] });
        self.halvings += 1;
        self.halvings < HALVINGS
    }

    /// Whether all runs have been made.
    pub fn is_done(&self) -> bool {
        self.seen.len() > STEPS && (self.between.is_none() || self.halvings >= HALVINGS)
    }

    /// What was found, once all runs have been made.
    pub fn found(&self) -> Option<Comparison> {
        let (research, reported) = (*self.seen.first()?, *self.seen.get(STEPS)?);
        if !(research.is_finite() && reported.is_finite()) {
            return None;
        }
        let meets = self.seen.iter().position(|value| self.miss(*value) == 0.0);
        let meets = meets.map(|step| step as f64 / STEPS as f64);
        let passes = self.between.map(|[low, high, _]| (low + high) / 2.0);
        let agrees_at = match (meets, passes) {
            (Some(meets), Some(passes)) => Some(meets.min(passes)),
            (meets, passes) => meets.or(passes),
        };
        let moves = self.seen.iter().any(|value| (value - research).abs() > AGREES * research.abs());
        Some(Comparison { published: self.published, research, reported, agrees_at, moves })
    }

    /// The first step in which the figures pass each other.
    fn passes(&mut self) -> bool {
        let miss = |step: usize| self.seen.get(step).map_or(f64::NAN, |value| self.miss(*value));
        let step = (0..STEPS).find(|step| miss(*step) * miss(step + 1) < 0.0);
        let ends = |step: usize| [step, step + 1].map(|end| end as f64 / STEPS as f64);
        self.between = step.map(|step| {
            let [low, high] = ends(step);
            [low, high, miss(step)]
        });
        step.is_some()
    }

    /// How far a figure of the model is above the published one; nought where the two agree.
    fn miss(&self, value: f64) -> f64 {
        let miss = value - self.published.value;
        if miss.abs() > AGREES * self.published.value.abs() { miss } else { 0.0 }
    }

    fn at(&self, evidence: f64) -> f64 {
        let mut scenario = Scenario::of_case(self.case);
        scenario.policy.evidence = evidence;
        modelled(&scenario.simulate(), self.published).unwrap_or(f64::NAN)
    }
}

/// The model's value of a published series in the same month; `None` beyond the run.
pub fn modelled(outcome: &Outcome, series: &Series) -> Option<f64> {
    in_run(&outcome.scenario, outcome.start, series)
}

/// The same with everything as today.
pub fn today(outcome: &Outcome, series: &Series) -> Option<f64> {
    in_run(&outcome.baseline, outcome.start, series)
}

fn in_run(run: &Run<f64>, start: usize, series: &Series) -> Option<f64> {
    let month = start + usize::from(series.month);
    let (name, group) = series.name.split_once('.').unwrap_or((series.name, ""));
    let in_month = run.months.get(month)?;
    match name {
        "net" => Some(net_after(&run.months, month)),
        "stock" => Some(in_month.groups[group_by_id(group)?].stock),
        "minutes" => Some(in_month.groups[group_by_id(group)?].minutes_per_talk),
        _ => None,
    }
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
    fn where_they_agree_the_model_gives_what_was_published() {
        let all = (0..CASES.len()).flat_map(|case| compare(case).into_iter().map(move |found| (case, found)));
        let mut agreed = 0;
        for (case, found) in all.filter_map(|(case, found)| Some((case, found?))) {
            let Some(dial) = found.agrees_at else { continue };
            let search = Search::new(case, found.published);
            let ours = search.at(dial);
            assert!((ours / found.published.value - 1.0).abs() < 1e-4, "{}: {ours}", CASES[case].id);
            agreed += 1;
        }
        assert!(agreed > 0);
        let silkeborg = compare(0)[0].expect("a figure");
        assert_eq!(silkeborg.agrees_at, Some(1.0), "the dial was solved from it");
    }

    #[test]
    fn what_the_dial_does_not_move_is_told() {
        let minutes = CASES.iter().position(|case| case.id == "laerkevej").expect("the case");
        let found = compare(minutes)[0].expect("a figure");
        assert!(!found.moves && found.agrees_at.is_none());
    }
}
