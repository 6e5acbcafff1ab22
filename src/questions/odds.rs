//! In how many of the draws is a goal reached, as one lever or assumption moves?
//!
//! Where [`break_even`](super::break_even) looks at the central run alone, this looks at every draw: the range is scanned
//! coarsely, and wherever the goal begins or ceases to be reached in nearly all draws the place is narrowed down. What rises
//! and falls again between two points of the scan is not seen.
//!
//! ```
//! use raaderum::questions::break_even::Goal;
//! use raaderum::questions::odds::odds;
//! use raaderum::scenario::{keys::Key, link};
//!
//! let scenario = link::read("place=typical&caseload.job_ready=40").scenario;
//! let dial = Key::parse("evidence").unwrap();
//! let found = odds(&scenario, dial, Goal::break_even(72), 256).unwrap();
//! // The stronger the effect, the likelier it pays.
//! assert!(found.scan.windows(2).all(|pair| pair[0].share <= pair[1].share));
//! assert!(found.present < found.scan[found.scan.len() - 1].share);
//! ```

use super::break_even::{Goal, evenly, known};
use super::rounding::rounding;
use super::setting::Number;
use super::spread::Spread;
use crate::scenario::Scenario;
use crate::scenario::keys::Key;
use crate::uncertainty::sort::sort;

/// Reached in so many of the draws, a goal is as good as sure.
pub const SURE: f64 = 0.95;

/// In what share of the draws the goal is reached where the lever stands so; one comes before another where it stands lower.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Chance {
    /// Where the lever stands.
    pub at: f64,
    /// The share, 0 to 1.
    pub share: f64,
}

impl Chance {
    /// Whether the goal is as good as sure.
    pub fn sure(&self) -> bool {
        self.share >= SURE
    }
}

/// The answer, with what it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Odds {
    /// What is moved.
    pub number: Number,
    /// Where a lever stands as today; `None` where that is no number of its range.
    pub today: Option<f64>,
    /// In what share of the draws the goal is reached with everything as it stands.
    pub present: f64,
    /// Evenly over the range, from low to high.
    pub scan: Vec<Chance>,
    /// From where to where the goal is as good as sure, both ends included, from low to high.
    pub sure: Vec<[Chance; 2]>,
    /// Where it is reached in most of the draws, the first of equals.
    pub most: Option<Chance>,
}

impl Odds {
    /// The range in pieces, each with the share in it: they meet halfway between the places that were looked at, or where the
    /// lever stands as today, for there a plan turns into its opposite.
    pub fn pieces(&self) -> Vec<([f64; 2], f64)> {
        let meet = |pair: &[Chance]| {
            let [one, next] = [pair[0].at, pair[1].at];
            self.today.filter(|today| (one..=next).contains(today)).unwrap_or(f64::midpoint(one, next))
        };
        let first = self.scan.first().map(|chance| chance.at);
        let last = self.scan.last().map(|chance| chance.at);
        let meetings: Vec<f64> =
            first.into_iter().chain(self.scan.windows(2).map(meet)).chain(last).collect();
        meetings.windows(2).zip(&self.scan).map(|(ends, chance)| ([ends[0], ends[1]], chance.share)).collect()
    }
}

/// In what share of at least so many draws the goal is reached as one lever or assumption moves over its range, all else as
/// in the scenario; `None` for a key that is not a number.
pub fn odds(scenario: &Scenario, key: Key, goal: Goal, draws: usize) -> Option<Odds> {
    let mut work = Work::begin(scenario, key, goal, draws)?;
    while work.ask(draws) {}
    Some(work.told())
}

/// Parts of the usual range, and of what lies beside it.
const PARTS: [usize; 2] = [16, 4];
/// A place is found to this part of the usual range.
const EXACT: f64 = 1.0 / 1024.0;

/// The same, found in parts.
#[derive(Debug)]
pub struct Work {
    scenario: Scenario,
    number: Number,
    goal: Goal,
    /// Short of the goal by no more than this is rounding.
    rounding: f64,
    today: Option<f64>,
    /// With everything as it stands.
    present: Option<f64>,
    /// Evenly over the range.
    scan: Vec<f64>,
    /// Where to look first, from high to low.
    ahead: Vec<f64>,
    /// What was looked at, from low to high.
    seen: Vec<Chance>,
    /// Where the lever was put, and the draws with it there; as it stands in the scenario before it is put anywhere.
    at: f64,
    spread: Spread,
}

impl Work {
    /// Nothing is drawn yet, and there are to be at least so many draws; `None` for a key that is not a number.
    pub fn begin(scenario: &Scenario, key: Key, goal: Goal, draws: usize) -> Option<Self> {
        let number = Number::of(key)?;
        let scan = scan(&number);
        let known = known(scenario, &number);
        let mut ahead: Vec<f64> = scan.iter().copied().chain(known.into_iter().flatten()).collect();
        sort(&mut ahead);
        ahead.dedup();
        ahead.reverse();
        Some(Self {
            scenario: scenario.clone(),
            number,
            goal,
            rounding: rounding(scenario, goal.measure).into(),
            today: known[1].filter(|_| matches!(key, Key::Lever(..))),
            present: None,
            scan,
            ahead,
            seen: Vec::new(),
            at: f64::NAN,
            spread: Spread::begin(scenario, &[goal.measure], draws),
        })
    }

    /// Runs some more draws; false when all is found.
    pub fn ask(&mut self, draws: usize) -> bool {
        if self.spread.ask(draws) {
            return true;
        }
        let share = self.share();
        match self.present {
            None => self.present = Some(share),
            Some(_) => {
                self.seen.push(Chance { at: self.at, share });
                sort(&mut self.seen);
            }
        }
        let Some(next) = self.next() else { return false };
        self.at = next;
        self.number.put(&mut self.scenario, next);
        self.spread.turn_to(&self.scenario);
        true
    }

    /// What was found; shares that were not asked for yet are no numbers.
    pub fn told(&self) -> Odds {
        let even = |chance: &&Chance| self.scan.contains(&chance.at);
        let alike = self.seen.chunk_by(|one, next| one.sure() == next.sure());
        let ends = |alike: &[Chance]| Some([*alike.first()?, *alike.last()?]).filter(|[one, _]| one.sure());
        Odds {
            number: self.number,
            today: self.today,
            present: self.present.unwrap_or(f64::NAN),
            scan: self.seen.iter().filter(even).copied().collect(),
            sure: alike.filter_map(ends).collect(),
            most: self
                .seen
                .iter()
                .copied()
                .reduce(|most, next| if next.share > most.share { next } else { most }),
        }
    }

    /// In what share of the draws that were run the goal is reached.
    fn share(&self) -> f64 {
        let values = self.spread.values().pop().unwrap_or_default();
        let reached = |value: &&f32| self.goal.surplus(f64::from(**value)) >= -self.rounding;
        values.iter().filter(reached).count() as f64 / values.len() as f64
    }

    /// Where to look next: over the whole range, then halfway between neighbours of which only one is as good as sure.
    fn next(&mut self) -> Option<f64> {
        let Number { whole, usual, .. } = self.number;
        let exact = if whole { 1.0 } else { EXACT * (usual[1] - usual[0]) };
        let apart = |pair: &&[Chance]| pair[0].sure() != pair[1].sure() && pair[1].at - pair[0].at > exact;
        self.ahead.pop().or_else(|| {
            let pair = self.seen.windows(2).find(apart)?;
            let half = f64::midpoint(pair[0].at, pair[1].at);
            Some(if whole { half.floor() } else { half })
        })
    }
}

/// Evenly over the range; of whole values not more than there are parts, the last one always among them.
fn scan(number: &Number) -> Vec<f64> {
    let scan = evenly(number, PARTS);
    if !number.whole {
        return scan;
    }
    let last = scan.last().copied();
    let step = scan.len().div_ceil(PARTS[0]);
    let mut scan: Vec<f64> = scan.into_iter().step_by(step).chain(last).collect();
    scan.dedup();
    scan
}
