//! How strong must the effect be? For each group with a plan of its own: where the evidence dial would have to
//! stand for that plan alone to break even, beside what research and the municipalities' own reports say.

use super::break_even::{BreakEven, Goal, break_even};
use super::setting::{as_today, present};
use crate::model::evidence;
use crate::model::setup::ELASTICITIES;
use crate::model::tables::{GROUP_COUNT, LADDERS, lever_by_key, parameter as p};
use crate::scenario::Scenario;
use crate::scenario::keys::Key;

/// The break-even dial of one group.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupDial {
    /// The group, by its place in the data file.
    pub group: usize,
    /// Cases per caseworker today and in the plan.
    pub caseload: [f64; 2],
    /// What research says: the elasticity in contact of exits to jobs, to education and to a clarified status.
    pub research: [f64; ELASTICITIES],
    /// The other end of the dial and the answer; `None` where no elasticity gives what was reported, so that the
    /// dial is off.
    pub reported: Option<Reported>,
}

/// What the municipalities' own reports say, and how far towards it one would have to go.
#[derive(Clone, Debug, PartialEq)]
pub struct Reported {
    /// The elasticity of every exit with which a reported result comes true.
    pub elasticity: f64,
    /// Where on the dial, 0 to 1, the plan breaks even.
    pub dial: BreakEven,
}

impl GroupDial {
    /// The elasticity of exits to jobs that a place on the dial comes to: the multipliers of research and report
    /// are mixed as powers, so the elasticities are mixed in proportion (before lags and bounds).
    pub fn elasticity(&self, dial: f64) -> Option<f64> {
        let reported = self.reported.as_ref()?.elasticity;
        Some((1.0 - dial) * self.research[0] + dial * reported)
    }
}

/// The levers that each group has.
const OWN: [&str; 3] = ["caseload", "talks", "mentor"];

/// The break-even dial of every group with a lever of its own moved, at the goal.
pub fn dials(scenario: &Scenario, goal: Goal) -> Vec<GroupDial> {
    planned(scenario).into_iter().filter_map(|group| dial(scenario, group, goal)).collect()
}

/// The groups with people in them and a lever of their own moved.
pub fn planned(scenario: &Scenario) -> Vec<usize> {
    (0..GROUP_COUNT).filter(|group| has_plan(scenario, *group)).collect()
}

/// The groups of the plan; where there is none yet, all with people in them.
fn concerned(scenario: &Scenario) -> Vec<usize> {
    match planned(scenario) {
        none if none.is_empty() => {
            (0..GROUP_COUNT).filter(|&group| scenario.place.stock[group] > 0.0).collect()
        }
        planned => planned,
    }
}

/// The groups that the dial cannot move, because no effect gives what was reported.
pub fn off(scenario: &Scenario) -> Vec<usize> {
    let reported = evidence::reported(&scenario.parameters, &LADDERS[scenario.ladder]);
    concerned(scenario).into_iter().filter(|&group| reported[group].is_none()).collect()
}

/// How far on the dial research itself reaches: where the effect on exits to jobs is at the upper end of its band, in
/// the group where that comes first. Its lower end lies before the dial's beginning.
pub fn research_reaches(scenario: &Scenario) -> Option<f64> {
    let reported = evidence::reported(&scenario.parameters, &LADDERS[scenario.ladder]);
    let reach = |group: usize| {
        let parameter = p::ELASTICITY_JOB[group];
        let (central, [_, high]) = (scenario.parameters[parameter], parameter.figure(scenario.law()).spread?);
        let span = reported[group]? - central;
        (span > 0.0).then(|| ((high - central) / span).clamp(0.0, 1.0))
    };
    concerned(scenario).into_iter().filter_map(reach).reduce(f64::min)
}

/// The break-even dial of one group.
///
/// The plan of a group alone: the municipality has no other groups. Levers that act on all groups stay as they are;
/// so do room and cash, and the ceiling grows with the posts of this group only.
pub fn dial(scenario: &Scenario, group: usize, goal: Goal) -> Option<GroupDial> {
    let lever = lever_by_key("evidence")?;
    let parameters = &scenario.parameters;
    let reported = evidence::reported(parameters, &LADDERS[scenario.ladder]);
    let answer = |elasticity| {
        let answer = break_even(&alone(scenario, group), Key::Lever(lever, None), goal)?;
        Some(Reported { elasticity, dial: answer.found })
    };
    let today = scenario.place.caseload_today(group, parameters);
    Some(GroupDial {
        group,
        caseload: [today, scenario.policy.caseload[group].unwrap_or(today)],
        research: [p::ELASTICITY_JOB, p::ELASTICITY_EDUCATION, p::ELASTICITY_CLARIFIED]
            .map(|elasticity| parameters[elasticity[group]]),
        reported: reported[group].and_then(answer),
    })
}

/// Whether there are people in the group and a lever of its own stands elsewhere than today.
fn has_plan(scenario: &Scenario, group: usize) -> bool {
    let today = as_today(scenario);
    let moved = |name: &&str| {
        let lever = lever_by_key(name).map(|lever| Key::Lever(lever, Some(group)));
        let at = |scenario: &Scenario| lever.map(|key| present(key, scenario));
        at(scenario) != at(&today)
    };
    scenario.place.stock[group] > 0.0 && OWN.iter().any(moved)
}

/// The same scenario with this group only.
fn alone(scenario: &Scenario, group: usize) -> Scenario {
    let mut alone = scenario.clone();
    for (other, stock) in alone.place.stock.iter_mut().enumerate() {
        if other != group {
            *stock = 0.0;
        }
    }
    alone
}
