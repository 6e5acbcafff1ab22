//! What must a lever be for the plan to break even by a month, or for any figure to reach a value?
//!
//! The whole range of the lever is scanned in one batch; wherever the answer changes between two neighbours the
//! place is narrowed down with single runs, and wherever the figure turns back near the goal it is followed to its
//! turn, so that the plan may break even in several stretches of the range, in one point, everywhere or nowhere.
//! What rises and falls again between two points of the scan (the usual range in 128 parts) without coming near
//! the goal in either of them is not seen.

use super::edge::{Point, Search};
use super::measure::Measure;
use super::runs;
use super::setting::{Number, Setting, as_today, present};
use crate::scenario::Scenario;
use crate::scenario::keys::Key;
use crate::uncertainty::sort::sort;

/// A figure and the value that it is to reach: at least, or at most where less is better.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Goal {
    /// The figure.
    pub measure: Measure,
    /// The value.
    pub value: f64,
}

impl Goal {
    /// The municipality has not lost anything after so many months.
    pub fn break_even(month: u16) -> Self {
        Self { measure: Measure::Net(month), value: 0.0 }
    }

    /// How far a value of the figure is beyond the goal; negative where the goal is not reached.
    pub fn surplus(&self, value: f64) -> f64 {
        if self.measure.less_is_better() { self.value - value } else { value - self.value }
    }

    /// Whether a value reaches the goal, to rounding.
    pub fn reached(&self, value: f64) -> bool {
        self.surplus(value) >= -self.measure.rounding()
    }
}

/// The answer, with what it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What is moved.
    pub number: Number,
    /// What is to be reached.
    pub goal: Goal,
    /// The figure with everything as it stands.
    pub present: f64,
    /// Where the goal is reached.
    pub found: BreakEven,
}

/// Where in the range of a lever the goal is reached.
#[derive(Clone, Debug, PartialEq)]
pub enum BreakEven {
    /// The lever does not move the figure.
    NoEffect {
        /// What the figure is all the same.
        value: f64,
    },
    /// Everywhere.
    Always {
        /// Where the figure is worst.
        worst: Sample,
    },
    /// Nowhere.
    Never {
        /// Where the figure is best.
        best: Sample,
    },
    /// In these stretches and nowhere else.
    Where(Stretches),
}

/// The figure at one value of the lever.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sample {
    /// Where the lever stands.
    pub at: f64,
    /// The figure.
    pub value: f64,
}

/// Stretches of a lever's range, at least one and not the whole range, from low to high.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretches(Vec<Stretch>);

impl std::ops::Deref for Stretches {
    type Target = [Stretch];
    fn deref(&self) -> &[Stretch] {
        &self.0
    }
}

/// From here to there the goal is reached, the ends included; a mere touch is a stretch of no visible length.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// Lower end.
    pub from: Edge,
    /// Upper end.
    pub to: Edge,
    /// Where the figure is best; a plan that is even here, not better, does nothing in this stretch.
    pub best: Sample,
}

/// One end of a stretch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edge {
    /// The last value of the lever at which the goal is reached.
    pub at: f64,
    /// What happens there.
    pub kind: EdgeKind,
}

/// What ends a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EdgeKind {
    /// The range of the lever.
    Bound,
    /// The figure passes through the goal: this is where the plan just breaks even.
    Crossing,
    /// The figure leaps over the goal: a rule begins or ceases to bite.
    Jump,
    /// The lever has whole values only, and the next one is on the other side.
    Whole,
}

/// Where the goal is reached as one lever or assumption moves over its range, all else as in the scenario; `None`
/// for a key that is not a number.
pub fn break_even(scenario: &Scenario, key: Key, goal: Goal) -> Option<Answer> {
    let number = Number::of(key)?;
    let mut search = Search::new(scenario, number, goal);
    let mut points = search.points(&grid(scenario, &number));
    if !number.whole {
        search.follow_turns(&mut points);
    }
    let found = answer(&mut search, &points);
    Some(Answer { number, goal, present: runs::value(scenario, goal.measure), found })
}

/// Parts of the usual range.
const FINE: usize = 128;
/// Parts of what lies beside it.
const COARSE: usize = 32;

/// Where to look: evenly, and at the points where something is known to turn.
fn grid(scenario: &Scenario, number: &Number) -> Vec<f64> {
    let mut grid = evenly(number, [FINE, COARSE]);
    grid.extend(known(scenario, number).into_iter().flatten());
    sort(&mut grid);
    grid.dedup();
    grid
}

/// The whole range from low to high: every whole value, or the usual part of it in so many parts, and what lies beside
/// that in so many.
pub(super) fn evenly(number: &Number, [fine, coarse]: [usize; 2]) -> Vec<f64> {
    let [low, high] = number.bounds;
    if number.whole {
        return (low as u32..=high as u32).map(f64::from).collect();
    }
    let even = |[from, to]: [f64; 2], parts: usize| {
        (0..=parts).map(move |part| from + (to - from) * (part as f64 / parts as f64))
    };
    let [from, to] = number.usual;
    let mut grid: Vec<f64> = even(number.usual, fine).collect();
    for beside in [[low, from], [to, high]] {
        if beside[0] < beside[1] {
            grid.extend(even(beside, coarse));
        }
    }
    sort(&mut grid);
    grid.dedup();
    grid
}

/// Where a lever stands now, and where it stands as today; `None` where that is no number of its range.
pub(super) fn known(scenario: &Scenario, number: &Number) -> [Option<f64>; 2] {
    let [low, high] = number.bounds;
    [scenario, &as_today(scenario)].map(|known| match present(number.key, known) {
        Setting::Number(value) if (low..=high).contains(&value) => Some(value),
        _ => None,
    })
}

fn answer(search: &mut Search, points: &[Point]) -> BreakEven {
    let by_over = |a: &&Point, b: &&Point| a.over.total_cmp(&b.over);
    let (worst, best) = (points.iter().min_by(by_over), points.iter().max_by(by_over));
    let (Some(worst), Some(best)) = (worst, best) else { return BreakEven::NoEffect { value: f64::NAN } };
    // Where both are infinite the difference is no number, and the figure is the same everywhere.
    let moves = best.over - worst.over > search.goal.measure.rounding();
    match (moves, worst.reached(), best.reached()) {
        (false, ..) => BreakEven::NoEffect { value: best.value },
        (true, true, _) => BreakEven::Always { worst: worst.sample() },
        (true, _, false) => BreakEven::Never { best: best.sample() },
        (true, false, true) => BreakEven::Where(Stretches(stretches(search, points))),
    }
}

/// The stretches between the places where the answer changes.
fn stretches(search: &mut Search, points: &[Point]) -> Vec<Stretch> {
    let steepest = steepest(points);
    let mut found = Vec::new();
    let mut open: Option<Stretch> = None;
    for (index, point) in points.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| points[before]);
        let turned = before.filter(|before| before.reached() != point.reached());
        let edge = turned.map(|before| search.edge(before, *point, steepest));
        if let (Some(edge), Some(mut stretch)) = (edge, open)
            && !point.reached()
        {
            stretch.to = edge;
            found.push(stretch);
            open = None;
        }
        if !point.reached() {
            continue;
        }
        let here = Edge { at: point.at, kind: EdgeKind::Bound };
        let stretch =
            open.get_or_insert(Stretch { from: edge.unwrap_or(here), to: here, best: point.sample() });
        stretch.to = here;
        if search.goal.surplus(point.value) > search.goal.surplus(stretch.best.value) {
            stretch.best = point.sample();
        }
    }
    found.extend(open);
    found
}

/// The steepest slope between neighbours, per unit of the lever.
fn steepest(points: &[Point]) -> f64 {
    let slope = |pair: &[Point]| ((pair[1].over - pair[0].over) / (pair[1].at - pair[0].at)).abs();
    points.windows(2).map(slope).filter(|slope| slope.is_finite()).fold(0.0, f64::max)
}
