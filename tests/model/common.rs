//! Scenarios for the properties: every lever, every figure of a place and every assumption within its bounds.

#![allow(dead_code, reason = "every test file uses its part of this")]

use proptest::prelude::*;
use raaderum::model::setup::closed;
use raaderum::model::tables::{PLACES, group_by_id, parameter as p, place_by_id};
use raaderum::scenario::Scenario;
use raaderum::scenario::keys::{Expected, Key};

/// The index of a group by its name.
pub fn group(id: &str) -> usize {
    group_by_id(id).expect("a group of the data files")
}

/// A shipped place with nothing moved.
pub fn place(id: &str) -> Scenario {
    Scenario::at_place(place_by_id(id).expect("a place of the data files"))
}

/// Sets a key that the test knows to be right.
pub fn set(scenario: &mut Scenario, key: &str, value: &str) {
    let found = Key::parse(key).unwrap_or_else(|| panic!("no key {key}"));
    found.set(scenario, value).unwrap_or_else(|expected| panic!("{key}={value}: {expected:?}"));
}

/// The share of the leavers of a group who return or are no longer at risk in a month; nobody returns to one that the law
/// has closed.
pub fn no_longer_leavers(scenario: &Scenario, g: usize) -> f64 {
    let parameters = &scenario.parameters;
    let back = if closed(g, parameters) { 0.0 } else { parameters[p::REENTRY[g]] };
    back + parameters[p::RISK_END]
}

/// A scenario with some levers moved anywhere within their ranges.
pub fn levers() -> impl Strategy<Value = Scenario> {
    scenarios(|key| matches!(key, Key::Lever(..)))
}

/// A scenario with some levers, figures and assumptions anywhere within their ranges.
pub fn anything() -> impl Strategy<Value = Scenario> {
    scenarios(|_| true)
}

fn scenarios(kind: fn(Key) -> bool) -> impl Strategy<Value = Scenario> {
    let keys: Vec<Key> = Key::all().filter(|key| kind(*key)).collect();
    let moves = prop::collection::vec((0..keys.len(), edge_or_between()), 0..24);
    (0..PLACES.len(), moves).prop_map(move |(place, moves)| {
        let mut scenario = Scenario::at_place(place);
        for (index, at) in moves {
            let text = value(&keys[index].expected_in(&scenario), at);
            keys[index]
                .set(&mut scenario, &text)
                .unwrap_or_else(|expected| panic!("{}={text}: {expected:?}", keys[index].name()));
        }
        scenario
    })
}

/// How far along its range a value lies; the ends are where things break.
fn edge_or_between() -> impl Strategy<Value = f64> {
    prop_oneof![Just(0.0), Just(1.0), 0.0..=1.0f64]
}

fn value(expected: &Expected, at: f64) -> String {
    match expected {
        Expected::OneOf(words) => words[((words.len() - 1) as f64 * at).round() as usize].to_owned(),
        Expected::Number { word: Some(word), .. } if at == 0.5 => (*word).to_owned(),
        Expected::Number { min, max, whole, .. } => {
            let value = (min + (max - min) * at).clamp(*min, *max);
            if *whole { value.round().to_string() } else { value.to_string() }
        }
    }
}
