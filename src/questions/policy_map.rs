//! What does the whole policy space look like? One figure over every pair of settings of two levers.

use super::measure::Measure;
use super::runs;
use super::setting::{Number, Setting, present, put};
use crate::model::policy::Policy;
use crate::model::tables::{LEVERS, LeverKind};
use crate::scenario::Scenario;
use crate::scenario::keys::{Expected, Key};

/// Settings along an axis, at most.
pub const SIDE: usize = 64;
/// Parts of a unit: finer settings would only make long links.
const FINEST: f64 = 1e3;

/// One lever of a map.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// The lever.
    pub key: Key,
    /// Its settings, from first to last.
    pub settings: Vec<Setting>,
    /// Where the scenario stands among them, in settings from the first one; `None` outside the map.
    pub present: Option<f64>,
}

/// One figure over two levers.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// From left to right.
    pub x: Axis,
    /// From row to row.
    pub y: Axis,
    /// What is shown.
    pub measure: Measure,
    /// The figure, row by row: `values[row * x.settings.len() + column]`; the rows that have been asked for.
    pub values: Vec<f64>,
    /// The figure of the scenario as it stands.
    pub present: f64,
}

impl Map {
    /// The map of two levers without a row yet, all else as in the scenario; `None` where one of them is no lever,
    /// or both are the same.
    pub fn begin(scenario: &Scenario, x: Key, y: Key, measure: Measure) -> Option<Self> {
        if x == y {
            return None;
        }
        let (x, y) = (axis(x, scenario)?, axis(y, scenario)?);
        let values = Vec::with_capacity(x.settings.len() * y.settings.len());
        Some(Self { x, y, measure, values, present: runs::value(scenario, measure) })
    }

    /// The scenario of a cell; `None` where there is no such cell.
    pub fn scenario(&self, scenario: &Scenario, [column, row]: [usize; 2]) -> Option<Scenario> {
        let settings = [*self.x.settings.get(column)?, *self.y.settings.get(row)?];
        Some(scenario.with_policy(self.policy(scenario, settings)))
    }

    fn policy(&self, scenario: &Scenario, [across, up]: [Setting; 2]) -> Policy {
        let mut policy = scenario.policy.clone();
        set(&mut policy, &self.x, across);
        set(&mut policy, &self.y, up);
        policy
    }

    /// Asks for the next `count` rows of the same scenario; gives whether there are more.
    pub fn ask(&mut self, scenario: &Scenario, count: usize) -> bool {
        let columns = self.x.settings.len();
        let from = self.values.len() / columns;
        let mut policies = Vec::with_capacity(columns * count);
        for below in self.y.settings.iter().skip(from).take(count) {
            for across in &self.x.settings {
                policies.push(self.policy(scenario, [*across, *below]));
            }
        }
        self.values.extend(runs::values(scenario, &policies, self.measure));
        self.values.len() < columns * self.y.settings.len()
    }

    /// The figure at a setting of each lever.
    pub fn at(&self, column: usize, row: usize) -> Option<f64> {
        let in_row = (column < self.x.settings.len()).then_some(row * self.x.settings.len() + column);
        in_row.and_then(|at| self.values.get(at).copied())
    }
}

/// The whole map of two levers; see [`Map::begin`].
pub fn policy_map(scenario: &Scenario, x: Key, y: Key, measure: Measure) -> Option<Map> {
    let mut map = Map::begin(scenario, x, y, measure)?;
    map.ask(scenario, map.y.settings.len());
    Some(map)
}

fn set(policy: &mut Policy, axis: &Axis, to: Setting) {
    if let Key::Lever(lever, group) = axis.key {
        put(policy, lever, group, to);
    }
}

fn axis(key: Key, scenario: &Scenario) -> Option<Axis> {
    let Key::Lever(lever, _) = key else { return None };
    let settings = match key.expected() {
        Expected::OneOf(words) => words.into_iter().map(Setting::Word).collect(),
        Expected::Number { whole, .. } => numbers(lever, &Number::of(key)?, whole),
    };
    let present = place(&settings, present(key, scenario));
    Some(Axis { key, settings, present })
}

/// Values evenly over the usual range, whole ones of a lever that has only those; a word that stands for no number
/// comes last.
fn numbers(lever: usize, number: &Number, whole: bool) -> Vec<Setting> {
    let [from, to] = number.usual;
    let LeverKind::Number { step, word, .. } = LEVERS[lever].kind else { return Vec::new() };
    let most = SIDE - usize::from(word.is_some());
    let parts = match whole {
        true => (((to - from) / step) as usize + 1).min(most) - 1,
        false => most - 1,
    };
    let value = |part: usize| {
        let value = from + (to - from) * (part as f64 / parts as f64);
        Setting::Number(if whole { value.round() } else { (value * FINEST).round() / FINEST })
    };
    (0..=parts).map(value).chain(word.map(Setting::Word)).collect()
}

/// Where a setting lies among others, between two of them in proportion.
fn place(settings: &[Setting], present: Setting) -> Option<f64> {
    if let Some(same) = settings.iter().position(|setting| *setting == present) {
        return Some(same as f64);
    }
    let between = |pair: &[Setting]| match (pair[0], pair[1], present) {
        (Setting::Number(low), Setting::Number(high), Setting::Number(value))
            if low <= value && value <= high =>
        {
            Some((value - low) / (high - low))
        }
        _ => None,
    };
    settings.windows(2).enumerate().find_map(|(index, pair)| Some(index as f64 + between(pair)?))
}
