//! What a run was given, complete: nothing left to "as today".

use serde::Serialize;

use super::json::Named;
use crate::model::month::Month;
use crate::model::outcome::Outcome;
use crate::model::policy::Percent;
use crate::model::setup::Group;
use crate::model::tables::{GROUPS, LADDERS, Law, PLACES, parameter as p};
use crate::scenario::Scenario;
use crate::scenario::file::Members;
use crate::scenario::keys::Key;

/// The resolved input.
#[derive(Serialize)]
pub struct Input {
    law: LawInput,
    place: PlaceInput,
    ladder: LadderInput,
    groups: Named<GroupInput>,
    levers: Members,
    parameters: Members,
}

#[derive(Serialize)]
struct PlaceInput {
    id: &'static str,
    population: f64,
    population_share: f64,
    country: bool,
    cash_per_inhabitant: f64,
    reserve: f64,
    room: f64,
    base: f64,
}

/// The law, and of which groups it says that nobody new comes.
#[derive(Serialize)]
struct LawInput {
    id: &'static str,
    closed: Vec<&'static str>,
}

#[derive(Serialize)]
struct LadderInput {
    id: &'static str,
    steps: Vec<StepInput>,
}

#[derive(Serialize)]
struct StepInput {
    from_week: f64,
    state_share: f64,
}

#[derive(Serialize)]
struct GroupInput {
    stock: f64,
    caseload: f64,
    posts: f64,
    contact_hours: f64,
    inflow: f64,
    reentries: f64,
    reported_elasticity: Option<f64>,
    closed: bool,
}

impl Input {
    /// What this outcome of a scenario was computed from.
    pub fn of(scenario: &Scenario, outcome: &Outcome) -> Self {
        let resolved = resolved(scenario);
        let only =
            |wanted: fn(Key) -> bool| Members::of(Key::all().filter(move |key| wanted(*key)), &resolved);
        Self {
            law: law(scenario.law()),
            place: place(scenario, outcome),
            ladder: ladder(scenario.ladder),
            groups: groups(outcome),
            levers: only(|key| matches!(key, Key::Lever(..))),
            parameters: only(|key| matches!(key, Key::Parameter(_))),
        }
    }
}

/// The scenario with today's figures written out where a lever stands as today.
fn resolved(scenario: &Scenario) -> Scenario {
    let mut resolved = scenario.clone();
    let Scenario { place, parameters, .. } = scenario;
    let policy = &mut resolved.policy;
    for g in 0..GROUPS.len() {
        policy.caseload[g].get_or_insert(place.caseload_today(g, parameters));
        policy.talks[g].get_or_insert(parameters[p::TALKS_LAW[g]]);
    }
    policy.digital.get_or_insert(Percent(100.0 * parameters[p::DIGITAL_TODAY]));
    // What was set stands as it was set, to the last digit.
    policy.room.get_or_insert(place.room);
    policy.reserve.get_or_insert(place.reserve(parameters) / 1e6);
    resolved
}

fn place(scenario: &Scenario, outcome: &Outcome) -> PlaceInput {
    let (place, setup) = (&scenario.place, &outcome.setup);
    PlaceInput {
        id: PLACES[scenario.place_index()].id,
        population: place.population,
        population_share: setup.population_share,
        country: place.country,
        cash_per_inhabitant: place.cash.unwrap_or(scenario.parameters[p::DEFAULT_CASH]),
        reserve: scenario.policy.reserve_at(place, &scenario.parameters),
        room: scenario.policy.room_at(place),
        base: setup.base,
    }
}

fn law(law: Law) -> LawInput {
    let closed = (0..GROUPS.len()).filter(|group| law.closed(*group));
    LawInput { id: law.spec().id, closed: closed.map(|group| GROUPS[group].id).collect() }
}

fn ladder(index: usize) -> LadderInput {
    let ladder = &LADDERS[index];
    let steps = ladder.steps.iter();
    let steps = steps.map(|step| StepInput { from_week: step.from_week, state_share: step.state_share });
    LadderInput { id: ladder.id, steps: steps.collect() }
}

fn groups(outcome: &Outcome) -> Named<GroupInput> {
    let first: &Month<f64> = &outcome.baseline.months[0];
    let group = |group: &Group<f64>| GroupInput {
        stock: group.stock,
        caseload: group.caseload,
        posts: group.posts,
        contact_hours: group.contact,
        inflow: group.inflow,
        reentries: first.groups[group.index].reentries,
        reported_elasticity: group.reported,
        closed: group.closed,
    };
    Named(outcome.setup.groups.iter().map(|of| (GROUPS[of.index].id, group(of))).collect())
}
