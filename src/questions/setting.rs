//! Where a lever or an assumption stands, and how to move it without writing and reading texts.

use crate::model::policy::{Percent, Policy};
use crate::model::tables::{LADDERS, LEVERS, Law, LeverKind, PLACES, parameter as p};
use crate::scenario::Scenario;
use crate::scenario::fields::{Field, field};
use crate::scenario::keys::{Expected, Key, OFF, ON};

/// Where something stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Setting {
    /// A number, in the key's own unit; of a lever that is as today, today's.
    Number(f64),
    /// A word, as in links.
    Word(&'static str),
}

/// Where a key stands in a scenario.
pub fn present(key: Key, scenario: &Scenario) -> Setting {
    let place = &scenario.place;
    Setting::Number(match key {
        Key::Lever(lever, group) => return lever_present(lever, group.unwrap_or(0), scenario),
        Key::Law => return Setting::Word(scenario.law().spec().id),
        Key::Ladder => return Setting::Word(LADDERS[scenario.ladder].id),
        Key::Stock(group) => place.stock[group],
        Key::Today(group) => place.caseload_today(group, &scenario.parameters),
        Key::Population => place.population,
        Key::Cash => place.cash.unwrap_or(scenario.parameters[p::DEFAULT_CASH]),
        Key::Parameter(parameter) => scenario.parameters[parameter],
    })
}

fn lever_present(lever: usize, group: usize, scenario: &Scenario) -> Setting {
    let mut policy = scenario.policy.clone();
    let today = || Setting::Number(today(LEVERS[lever].key, group, scenario));
    match field(&mut policy, LEVERS[lever].key, group) {
        Some(Field::Number(value)) => Setting::Number(*value),
        Some(Field::Optional(value)) => value.map_or_else(today, Setting::Number),
        Some(Field::OptionalPercent(value)) => value.map_or_else(today, |value| Setting::Number(value.0)),
        Some(Field::Whole(value)) => Setting::Number(f64::from(*value)),
        Some(Field::OptionalWhole(value)) => {
            value.map_or(Setting::Word(word(lever)), |value| Setting::Number(f64::from(value)))
        }
        Some(Field::Switch(value)) => Setting::Word(if *value { ON } else { OFF }),
        Some(Field::Choice(value)) => Setting::Word(value.word()),
        None => Setting::Word(""),
    }
}

/// The same place and assumptions with no lever moved.
pub fn as_today(scenario: &Scenario) -> Scenario {
    let mut today = scenario.clone();
    today.policy = Policy { who: PLACES[scenario.place_index()].acts(), ..Policy::default() };
    today
}

/// The keys that stand otherwise than in another scenario, where that makes a difference: a caseload set to what it is
/// today makes none, nor does what the law alone has moved.
pub fn moved(scenario: &Scenario, before: &Scenario) -> Vec<Key> {
    let under = before.clone().under(scenario.law());
    let matters = |key: &Key| *key == Key::Law || present(*key, scenario) != present(*key, &under);
    scenario.moved(before).into_iter().filter(matters).collect()
}

/// The figure of a lever that stands as today.
pub fn today(lever: &str, group: usize, scenario: &Scenario) -> f64 {
    let Scenario { place, parameters, .. } = scenario;
    match lever {
        "caseload" => place.caseload_today(group, parameters),
        "talks" => parameters[p::TALKS_LAW[group]],
        "digital" => 100.0 * parameters[p::DIGITAL_TODAY],
        "reserve" => place.reserve(parameters) / 1e6,
        _ => place.room,
    }
}

/// The word of a lever that need not be a number.
fn word(lever: usize) -> &'static str {
    match LEVERS[lever].kind {
        LeverKind::Number { word, .. } => word.unwrap_or_default(),
        _ => "",
    }
}

/// Moves a lever; a setting that is not one of the lever's own changes nothing.
pub fn put(policy: &mut Policy, lever: usize, group: Option<usize>, to: Setting) {
    match (field(policy, LEVERS[lever].key, group.unwrap_or(0)), to) {
        (Some(Field::Number(field)), Setting::Number(value)) => *field = value,
        (Some(Field::Optional(field)), Setting::Number(value)) => *field = Some(value),
        (Some(Field::OptionalPercent(field)), Setting::Number(value)) => *field = Some(Percent(value)),
        (Some(Field::Whole(field)), Setting::Number(value)) => *field = value as u16,
        (Some(Field::OptionalWhole(field)), Setting::Number(value)) => *field = Some(value as u16),
        (Some(Field::OptionalWhole(field)), Setting::Word(_)) => *field = None,
        (Some(Field::Switch(field)), Setting::Word(word)) => *field = word == ON,
        (Some(Field::Choice(field)), Setting::Word(word)) => {
            field.take(word);
        }
        _ => {}
    }
}

/// Gives `to` a lever as it stands in `from`, "as today" included.
pub fn copy_lever(from: &mut Policy, to: &mut Policy, lever: usize, group: Option<usize>) {
    let (name, group) = (LEVERS[lever].key, group.unwrap_or(0));
    match (field(from, name, group), field(to, name, group)) {
        (Some(Field::Number(from)), Some(Field::Number(to))) => *to = *from,
        (Some(Field::Optional(from)), Some(Field::Optional(to))) => *to = *from,
        (Some(Field::OptionalPercent(from)), Some(Field::OptionalPercent(to))) => *to = *from,
        (Some(Field::Whole(from)), Some(Field::Whole(to))) => *to = *from,
        (Some(Field::OptionalWhole(from)), Some(Field::OptionalWhole(to))) => *to = *from,
        (Some(Field::Switch(from)), Some(Field::Switch(to))) => *to = *from,
        (Some(Field::Choice(from)), Some(Field::Choice(to))) => {
            to.take(from.word());
        }
        _ => {}
    }
}

/// Gives `to` a figure of the place or an assumption as it stands in `from`.
pub fn copy_world(from: &Scenario, to: &mut Scenario, key: Key) {
    match key {
        Key::Lever(..) => {}
        Key::Law => *to = to.clone().under(from.law()),
        Key::Stock(group) => to.place.stock[group] = from.place.stock[group],
        Key::Today(group) => to.place.today[group] = from.place.today[group],
        Key::Population => to.place.population = from.place.population,
        Key::Cash => to.place.cash = from.place.cash,
        Key::Ladder => to.ladder = from.ladder,
        Key::Parameter(parameter) => to.parameters[parameter] = from.parameters[parameter],
    }
}

/// A lever or an assumption that is a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// Its key.
    pub key: Key,
    /// Smallest and largest value.
    pub bounds: [f64; 2],
    /// The part of the range that matters most: what a slider shows, or the band of an assumption.
    pub usual: [f64; 2],
    /// Whether only whole values are accepted.
    pub whole: bool,
}

impl Number {
    /// The lever or assumption of a key; `None` for a choice, a switch and a figure of the place.
    pub fn of(key: Key) -> Option<Self> {
        let Expected::Number { min, max, whole, .. } = key.expected() else { return None };
        let usual = match key {
            Key::Lever(lever, _) => match LEVERS[lever].kind {
                LeverKind::Number { usual, .. } => usual,
                _ => return None,
            },
            Key::Parameter(parameter) => {
                let spread = parameter.figure(Law::NEWEST).spread;
                spread.filter(|[low, high]| low < high).unwrap_or([min, max])
            }
            _ => return None,
        };
        Some(Self { key, bounds: [min, max], usual, whole })
    }

    /// Moves it.
    pub fn put(&self, scenario: &mut Scenario, value: f64) {
        match self.key {
            Key::Parameter(parameter) => scenario.parameters[parameter] = value,
            Key::Lever(lever, group) => put(&mut scenario.policy, lever, group, Setting::Number(value)),
            _ => {}
        }
    }
}
