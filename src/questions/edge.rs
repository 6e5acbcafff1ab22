//! Narrowing down: where a figure passes its goal, where it leaps over it, and how near it comes where it turns.

use super::break_even::{Edge, EdgeKind, Goal, Sample};
use super::runs;
use super::setting::Number;
use crate::scenario::Scenario;
use crate::scenario::keys::Key;

/// The figure at one value of the lever.
#[derive(Clone, Copy, Debug)]
pub struct Point {
    /// Where the lever stands.
    pub at: f64,
    /// The figure.
    pub value: f64,
    /// How far the figure is beyond the goal, with rounding to its favour; negative where it is not reached.
    pub over: f64,
}

impl Point {
    /// Whether the goal is reached.
    pub fn reached(&self) -> bool {
        self.over >= 0.0
    }

    /// The figure.
    pub fn sample(&self) -> Sample {
        Sample { at: self.at, value: self.value }
    }
}

/// A place is found to this part of the lever's usual range.
const EXACT: f64 = 1e-9;
/// More steps than this change nothing: the golden section has by then shortened a stretch to a billionth.
const MOST_TURNS: usize = 44;
/// Nearer to the goal than this part of the greatest distance from it, or so many times rounding, a figure is
/// computed exactly.
const NEAR: f64 = 1e-3;
const MARGIN: f64 = 1e3;
/// The golden section.
const GOLDEN: f64 = 0.618_033_988_749_894_9;

/// One lever of one scenario, ready to be moved.
pub struct Search {
    scenario: Scenario,
    number: Number,
    /// What is to be reached.
    pub goal: Goal,
}

impl Search {
    /// Everything but the lever stays as in the scenario.
    pub fn new(scenario: &Scenario, number: Number, goal: Goal) -> Self {
        Self { scenario: scenario.clone(), number, goal }
    }

    /// The figure at many values of the lever: one batch, where the lever is one of the policy.
    pub fn points(&mut self, at: &[f64]) -> Vec<Point> {
        if !matches!(self.number.key, Key::Lever(..)) {
            return at.iter().map(|at| self.point(*at)).collect();
        }
        let policies: Vec<_> = at
            .iter()
            .map(|at| {
                self.number.put(&mut self.scenario, *at);
                self.scenario.policy.clone()
            })
            .collect();
        let values = runs::values(&self.scenario, &policies, self.goal.measure);
        let mut points: Vec<Point> = at.iter().zip(values).map(|(at, value)| self.of(*at, value)).collect();
        let size =
            points.iter().map(|point| point.over.abs()).filter(|over| over.is_finite()).fold(0.0, f64::max);
        // So near the goal a batch cannot tell on which side of it a policy ends.
        let near = NEAR * size + MARGIN * self.goal.measure.rounding();
        for point in points.iter_mut().filter(|point| point.over.abs() <= near) {
            *point = self.point(point.at);
        }
        points
    }

    /// The figure at one value of the lever.
    fn point(&mut self, at: f64) -> Point {
        self.number.put(&mut self.scenario, at);
        let value = runs::value(&self.scenario, self.goal.measure);
        self.of(at, value)
    }

    fn of(&self, at: f64, value: f64) -> Point {
        Point { at, value, over: self.goal.surplus(value) + self.goal.measure.rounding() }
    }

    /// The end of a stretch between two neighbours of which one reaches the goal.
    ///
    /// A leap is told from a crossing by what is left of the difference when the neighbours have come together.
    pub fn edge(&mut self, low: Point, high: Point, steepest: f64) -> Edge {
        const STEEPER: f64 = 1e3;
        let inside = |low: &Point, high: &Point| if low.reached() { low.at } else { high.at };
        if self.number.whole {
            return Edge { at: inside(&low, &high), kind: EdgeKind::Whole };
        }
        let (low, high) = self.narrow(low, high);
        let rounding = 4.0 * self.goal.measure.rounding();
        let continuous = (high.over - low.over).abs() <= STEEPER * steepest * (high.at - low.at) + rounding;
        let kind = if continuous { EdgeKind::Crossing } else { EdgeKind::Jump };
        Edge { at: inside(&low, &high), kind }
    }

    /// Brings two neighbours on either side of the goal together: the ITP method (Oliveira & Takahashi 2020), which
    /// is as quick as the chord where the figure is smooth and never slower than halving where it leaps.
    fn narrow(&mut self, mut low: Point, mut high: Point) -> (Point, Point) {
        let exact = EXACT * (self.number.usual[1] - self.number.usual[0]);
        let first_width = high.at - low.at;
        // Twice the width that halving would have reached by now.
        let mut allowed = exact;
        while allowed < first_width {
            allowed *= 2.0;
        }
        let rounding = self.goal.measure.rounding();
        while high.at - low.at > exact && low.over.abs().max(high.over.abs()) > rounding {
            let width = high.at - low.at;
            let middle = low.at + width / 2.0;
            let chord = (low.at * high.over - high.at * low.over) / (high.over - low.over);
            let away = middle - chord;
            let nudge = 0.2 * width * width / first_width;
            let at = match chord.is_finite() && nudge <= away.abs() {
                true => chord + nudge.copysign(away),
                false => middle,
            };
            let reach = (allowed - width / 2.0).max(0.0);
            let at = at.max(middle - reach).min(middle + reach);
            allowed /= 2.0;
            if at <= low.at || at >= high.at {
                break;
            }
            let point = self.point(at);
            if point.reached() == low.reached() { low = point } else { high = point }
        }
        (low, high)
    }

    /// Follows the figure to where it turns back near the goal, and keeps the point if it is on the other side.
    pub fn follow_turns(&mut self, points: &mut Vec<Point>) {
        let mut turns = Vec::new();
        for (index, here) in points.iter().enumerate() {
            let before = points[index.saturating_sub(1)];
            let after = points[(index + 1).min(points.len() - 1)];
            let same = before.reached() == here.reached() && after.reached() == here.reached();
            if same && nearest(&before, here, &after) && could_reach(&before, here, &after) {
                turns.extend(self.turn(before, *here, after));
            }
        }
        points.extend(turns);
        points.sort_unstable_by(|a, b| a.at.total_cmp(&b.at));
    }

    /// Golden section from the nearest of three points on the same side towards the goal; the first point on the
    /// other side, if there is one.
    fn turn(&mut self, mut before: Point, mut here: Point, mut after: Point) -> Option<Point> {
        for _ in 0..MOST_TURNS {
            let (left, right) = (here.at - before.at, after.at - here.at);
            let at = match left > right {
                true => here.at - (1.0 - GOLDEN) * left,
                false => here.at + (1.0 - GOLDEN) * right,
            };
            let point = self.point(at);
            if point.reached() != here.reached() {
                return Some(point);
            }
            match (point.over.abs() < here.over.abs(), at < here.at) {
                (true, true) => (here, after) = (point, here),
                (true, false) => (before, here) = (here, point),
                (false, true) => before = point,
                (false, false) => after = point,
            }
            if !could_reach(&before, &here, &after) {
                return None;
            }
        }
        None
    }
}

fn nearest(before: &Point, here: &Point, after: &Point) -> bool {
    here.over.abs() <= before.over.abs() && here.over.abs() <= after.over.abs()
}

/// Whether a figure that goes on as it does between these neighbours could reach the goal from here.
fn could_reach(before: &Point, here: &Point, after: &Point) -> bool {
    let most = (before.over - here.over).abs().max((after.over - here.over).abs());
    here.over.abs() <= 2.0 * most
}
