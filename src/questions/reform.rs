//! What did the reform change? The same plan under an earlier law and under its own, and what each thing that differs adds.
//!
//! ```
//! use raaderum::model::tables::Law;
//! use raaderum::questions::{measure::Measure, reform::reform};
//! use raaderum::scenario::link;
//!
//! let scenario = link::read("place=typical&caseload.job_ready=40").scenario;
//! let before = Law::by_id("2024-01").unwrap();
//! let found = reform(&scenario, before, Measure::Net(72)).unwrap();
//! let added: f64 = found.parts.iter().map(|part| part.adds).sum();
//! assert!((found.value[0] + added - found.value[1]).abs() < 1.0);
//! ```

use super::measure::Measure;
use super::runs;
use super::shapley::{Coalition, shares};
use crate::model::tables::{GROUP_COUNT, Law, Parameter, parameter as p};
use crate::scenario::Scenario;

/// What an outcome is under two laws, and what made the difference.
#[derive(Clone, Debug, PartialEq)]
pub struct Reform {
    /// The earlier law, and the scenario's own.
    pub law: [Law; 2],
    /// What the figure is under each.
    pub value: [f64; 2],
    /// Each thing that differs; together they add up to the difference.
    pub parts: Vec<Part>,
}

/// What one thing adds.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What differs.
    pub change: Change,
    /// What it adds to the figure, on average over every order in which the changes could have come.
    pub adds: f64,
}

/// Something that differs between two laws for the people of a place.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Figures of one kind, of one group or of several.
    Figures(Vec<Parameter>),
    /// The state's reimbursement.
    Ladder,
    /// Who may come: groups that are closed under one of them, and duties.
    Groups(Vec<usize>),
}

/// The law to look back at where nobody chooses: the last one before the year before the newest.
pub fn usual() -> Law {
    let year = |law: &Law| law.spec().id.get(..4).and_then(|year| year.parse::<u16>().ok()).unwrap_or(0);
    let last = year(&Law::NEWEST);
    Law::all().rfind(|law| year(law) + 1 < last).unwrap_or(Law::NEWEST)
}

/// The difference that the law makes; `None` where the figure is not a number that can be shared.
pub fn reform(scenario: &Scenario, before: Law, measure: Measure) -> Option<Reform> {
    let mut work = Work::begin(scenario, before, measure);
    while work.ask(usize::MAX) {}
    work.told()
}

/// The same, asked for in parts.
pub struct Work {
    ends: [Scenario; 2],
    changes: Vec<Change>,
    measure: Measure,
    wanted: Vec<Coalition>,
    values: Vec<f64>,
}

impl Work {
    /// Nothing has been run yet.
    pub fn begin(scenario: &Scenario, before: Law, measure: Measure) -> Self {
        let ends = [scenario.clone().under(before), scenario.clone()];
        let changes = changes(&ends);
        let mut wanted = Vec::new();
        shares(changes.len(), |coalitions| {
            wanted = coalitions.to_vec();
            vec![0.0; coalitions.len()]
        });
        Self { ends, changes, measure, wanted, values: Vec::new() }
    }

    /// Makes up to `count` runs; gives whether there are more to make.
    pub fn ask(&mut self, count: usize) -> bool {
        let from = self.values.len();
        let to = from.saturating_add(count).min(self.wanted.len());
        let found: Vec<f64> = self.wanted[from..to]
            .iter()
            .map(|members| runs::value(&self.between(members), self.measure))
            .collect();
        self.values.extend(found);
        to < self.wanted.len()
    }

    /// What each change adds, when all runs have been made.
    pub fn told(&self) -> Option<Reform> {
        if self.values.len() < self.wanted.len() || self.values.iter().any(|value| !value.is_finite()) {
            return None;
        }
        let [before, now] = &self.ends;
        let ends = [runs::value(before, self.measure), runs::value(now, self.measure)];
        let mut shares = shares(self.changes.len(), |_| self.values.clone());
        shares.settle(ends);
        let part = |(change, adds): (&Change, &f64)| Part { change: change.clone(), adds: *adds };
        let parts = self.changes.iter().zip(&shares.share).map(part).collect();
        Some(Reform { law: [before.law(), now.law()], value: ends, parts })
    }

    /// The scenario under the earlier law, but for some of the changes.
    fn between(&self, members: &Coalition) -> Scenario {
        let [before, now] = &self.ends;
        let mut mixed = before.clone();
        for (change, _) in self.changes.iter().zip(members).filter(|(_, member)| **member) {
            match change {
                Change::Figures(parameters) => {
                    for parameter in parameters {
                        mixed.parameters[*parameter] = now.parameters[*parameter];
                    }
                }
                Change::Ladder => mixed.ladder = now.ladder,
                Change::Groups(_) => mixed.parameters = mixed.parameters.governed_by(now.law()),
            }
        }
        mixed
    }
}

/// What differs between two scenarios that differ in law alone, for the groups that have people in them.
fn changes([before, now]: &[Scenario; 2]) -> Vec<Change> {
    let here = |group: usize| now.place.stock[group] > 0.0;
    let differs = |parameter: &Parameter| {
        parameter.spec().group.is_none_or(here) && before.parameters[*parameter] != now.parameters[*parameter]
    };
    let figures: Vec<Parameter> = Parameter::all().filter(differs).collect();
    let kinds = figures.chunk_by(|a, b| a.spec().kind == b.spec().kind);
    let mut changes: Vec<Change> = kinds.map(|kind| Change::Figures(kind.to_vec())).collect();
    if before.ladder != now.ladder {
        changes.push(Change::Ladder);
    }
    let duty = now.parameters[p::WORK_DUTY_TIME] != 0.0;
    let other = |group: &usize| {
        let [a, b] = [before.law(), now.law()];
        here(*group)
            && (a.closed(*group) != b.closed(*group) || duty && a.work_duty(*group) != b.work_duty(*group))
    };
    let groups: Vec<usize> = (0..GROUP_COUNT).filter(other).collect();
    if !groups.is_empty() {
        changes.push(Change::Groups(groups));
    }
    changes
}
