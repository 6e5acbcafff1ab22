//! Why did this number change? What each moved lever, and each changed assumption, adds to it.

use super::measure::Measure;
use super::runs;
use super::setting::{Setting, as_today, copy_lever, copy_world, moved, present};
use super::shapley::{Coalition, shares};
use crate::model::policy::Policy;
use crate::scenario::Scenario;
use crate::scenario::keys::Key;

/// From where changes are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// The scenario as it began; a case has its own levers set from the beginning, and they are not counted.
    Began,
    /// The place as it began with no lever moved, so that the levers of a case are counted too and everything
    /// together is the whole effect of the plan.
    Nothing,
}

/// What the figure was and is, and what each change adds.
#[derive(Clone, Debug, PartialEq)]
pub struct Why {
    /// Before anything was moved, and now.
    pub value: [f64; 2],
    /// Each change, in the order of [`Key::all`]; together they add up to the difference.
    pub parts: Vec<Part>,
}

/// What one change adds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// What was moved.
    pub key: Key,
    /// Where it stood.
    pub from: Setting,
    /// Where it stands.
    pub to: Setting,
    /// What it adds to the figure: on average over every order in which the changes could have been made.
    pub adds: f64,
    /// Standard error, where there are too many changes to count every order.
    pub error: Option<f64>,
}

/// What each change adds to a figure; `None` where the figure is not a number that can be shared, as a payback that
/// never comes.
pub fn why(scenario: &Scenario, since: Since, measure: Measure) -> Option<Why> {
    let mut work = Work::begin(scenario, since, measure);
    work.ask(usize::MAX);
    work.told()
}

/// The same, asked for in parts.
pub struct Work {
    game: Game,
    wanted: Vec<Coalition>,
    /// What the first of them come to.
    values: Vec<f64>,
}

impl Work {
    /// Nothing has been run yet.
    pub fn begin(scenario: &Scenario, since: Since, measure: Measure) -> Self {
        let mut before = scenario.unmoved();
        if since == Since::Nothing {
            before = as_today(&before);
        }
        let moved = moved(scenario, &before);
        let mut wanted = Vec::new();
        // Which sets of changes are asked about does not depend on what they come to.
        shares(moved.len(), |coalitions| {
            wanted = coalitions.to_vec();
            vec![0.0; coalitions.len()]
        });
        Self { game: Game { before, now: scenario.clone(), moved, measure }, wanted, values: Vec::new() }
    }

    /// Makes up to `count` runs; gives whether there are more to make.
    pub fn ask(&mut self, count: usize) -> bool {
        let from = self.values.len();
        let to = from.saturating_add(count).min(self.wanted.len());
        self.values.extend(self.game.values(&self.wanted[from..to]));
        to < self.wanted.len()
    }

    /// What each change adds, when all runs have been made.
    pub fn told(&self) -> Option<Why> {
        let Game { before, now, moved, measure } = &self.game;
        if self.values.len() < self.wanted.len() || self.values.iter().any(|value| !value.is_finite()) {
            return None;
        }
        let mut shares = shares(moved.len(), |_| self.values.clone());
        shares.settle([before, now].map(|end| runs::value(end, *measure)));
        let part = |(index, key): (usize, &Key)| Part {
            key: *key,
            from: present(*key, before),
            to: present(*key, now),
            adds: shares.share[index],
            error: shares.error.as_ref().map(|error| error[index]),
        };
        let parts = moved.iter().enumerate().map(part).collect();
        Some(Why { value: shares.value, parts })
    }
}

/// What a set of changes comes to.
struct Game {
    before: Scenario,
    now: Scenario,
    moved: Vec<Key>,
    measure: Measure,
}

impl Game {
    /// One batch for all coalitions in which the place and the assumptions are the same.
    fn values(&mut self, coalitions: &[Coalition]) -> Vec<f64> {
        let mut values = vec![f64::NAN; coalitions.len()];
        let mut waiting: Vec<usize> = (0..coalitions.len()).collect();
        while let Some(first) = waiting.first().map(|first| &coalitions[*first]) {
            let (batch, rest) =
                waiting.iter().partition(|other| self.same_world(first, &coalitions[**other]));
            waiting = rest;
            let batch: Vec<usize> = batch;
            let base = self.world(first);
            let policies: Vec<Policy> = batch.iter().map(|one| self.policy(&coalitions[*one])).collect();
            for (one, value) in batch.into_iter().zip(runs::values(&base, &policies, self.measure)) {
                values[one] = value;
            }
        }
        values
    }

    fn same_world(&self, a: &Coalition, b: &Coalition) -> bool {
        let differs = |index: usize| a[index] != b[index];
        let is_lever = |index: usize| matches!(self.moved[index], Key::Lever(..));
        (0..self.moved.len()).all(|index| is_lever(index) || !differs(index))
    }

    /// The place and the assumptions of a coalition.
    fn world(&self, members: &Coalition) -> Scenario {
        let mut scenario = self.before.clone();
        for (key, _) in self.moved.iter().zip(members).filter(|(_, member)| **member) {
            copy_world(&self.now, &mut scenario, *key);
        }
        scenario
    }

    fn policy(&mut self, members: &Coalition) -> Policy {
        let mut policy = self.before.policy.clone();
        for (key, _) in self.moved.iter().zip(members).filter(|(_, member)| **member) {
            if let Key::Lever(lever, group) = *key {
                copy_lever(&mut self.now.policy, &mut policy, lever, group);
            }
        }
        policy
    }
}
