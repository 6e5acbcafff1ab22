//! Every key of a scenario: levers, the place's figures and the assumptions, the same in links, files and on
//! the command line.

use super::Scenario;
use super::digits;
use super::fields::{Field, field};
use crate::model::policy::{Percent, Policy};
use crate::model::tables::{
    GROUP_COUNT, GROUPS, LADDERS, LAWS, LEVERS, Law, LeverKind, LeverSpec, PARAMETERS, Parameter,
    group_by_id, parameter_by_key,
};

/// One settable part of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The law in force.
    Law,
    /// A lever, of one group where each has its own.
    Lever(usize, Option<usize>),
    /// Persons on a group's benefit today.
    Stock(usize),
    /// Cases per caseworker today.
    Today(usize),
    /// Inhabitants.
    Population,
    /// Liquid reserves, DKK an inhabitant.
    Cash,
    /// The refusion ladder.
    Ladder,
    /// An assumption.
    Parameter(Parameter),
}

/// What a key accepts, to be told to whoever gave something else.
#[derive(Clone, Debug, PartialEq)]
pub enum Expected {
    /// A number within bounds, or a word.
    Number {
        /// Smallest.
        min: f64,
        /// Largest.
        max: f64,
        /// Only whole numbers.
        whole: bool,
        /// A word that is accepted as well.
        word: Option<&'static str>,
    },
    /// One of these words.
    OneOf(Vec<&'static str>),
}

/// Bounds of the figures of a place that a visitor may enter.
const PERSONS: (f64, f64) = (0.0, 1e6);
const CASES: (f64, f64) = (5.0, 500.0);
const INHABITANTS: (f64, f64) = (100.0, 1e7);
const CASH: (f64, f64) = (-50_000.0, 200_000.0);
/// Fewer people than this on a benefit are nobody.
const SOMEBODY: f64 = 1e-3;
/// Keys that there once were. What they say is passed over, and told.
pub const GONE: [&str; 2] = ["settled_leave", "leave_clarified"];
/// The word for a lever that stands as today, and for a figure that is not known of this place.
pub const TODAY: &str = "today";

impl Key {
    /// The key of a name, as in `caseload.activity_ready`.
    pub fn parse(name: &str) -> Option<Self> {
        let (head, group) = match name.split_once('.') {
            Some((head, group)) => (head, Some(group_by_id(group)?)),
            None => (name, None),
        };
        let lever = LEVERS.iter().position(|lever| lever.key == head && lever.per_group == group.is_some());
        match (lever, head, group) {
            (Some(lever), ..) => Some(Self::Lever(lever, group)),
            (None, "stock", Some(group)) => Some(Self::Stock(group)),
            (None, "today", Some(group)) => Some(Self::Today(group)),
            (None, "law", None) => Some(Self::Law),
            (None, "population", None) => Some(Self::Population),
            (None, "cash", None) => Some(Self::Cash),
            (None, "ladder", None) => Some(Self::Ladder),
            _ => parameter_by_key(name).map(Self::Parameter),
        }
    }

    /// Every key there is, in the order in which a link names them: first the law, which moves what it sets.
    pub fn all() -> impl Iterator<Item = Self> {
        let groups = |key: fn(usize) -> Self| (0..GROUP_COUNT).map(key);
        let levers = LEVERS.iter().enumerate().flat_map(|(i, lever)| {
            let count = if lever.per_group { GROUP_COUNT } else { 1 };
            (0..count).map(move |group| Self::Lever(i, LEVERS[i].per_group.then_some(group)))
        });
        [Self::Law, Self::Population, Self::Cash, Self::Ladder]
            .into_iter()
            .chain(groups(Self::Stock))
            .chain(groups(Self::Today))
            .chain(levers)
            .chain(Parameter::all().map(Self::Parameter))
    }

    /// Its name.
    pub fn name(self) -> String {
        let with = |head: &str, group: usize| format!("{head}.{}", GROUPS[group].id);
        match self {
            Self::Lever(lever, Some(group)) => with(LEVERS[lever].key, group),
            Self::Lever(lever, None) => LEVERS[lever].key.to_owned(),
            Self::Stock(group) => with("stock", group),
            Self::Today(group) => with("today", group),
            Self::Law => "law".to_owned(),
            Self::Population => "population".to_owned(),
            Self::Cash => "cash".to_owned(),
            Self::Ladder => "ladder".to_owned(),
            Self::Parameter(parameter) => PARAMETERS[parameter.index()].key.to_owned(),
        }
    }

    /// What it accepts.
    pub fn expected(self) -> Expected {
        let number = |(min, max), word| Expected::Number { min, max, whole: false, word };
        match self {
            Self::Lever(lever, _) => of_lever(&LEVERS[lever]),
            Self::Stock(_) => number(PERSONS, None),
            Self::Today(_) => number(CASES, Some(TODAY)),
            Self::Law => Expected::OneOf(LAWS.iter().rev().map(|law| law.id).collect()),
            Self::Population => number(INHABITANTS, None),
            Self::Cash => number(CASH, Some(TODAY)),
            Self::Ladder => Expected::OneOf(LADDERS.iter().map(|ladder| ladder.id).collect()),
            Self::Parameter(parameter) => {
                let [low, high] = PARAMETERS[parameter.index()].bounds;
                number((low, high), None)
            }
        }
    }

    /// What it accepts in a scenario: where the place is the whole country, everybody acts, and there are as many as there are.
    pub fn expected_in(self, scenario: &Scenario) -> Expected {
        let number = |only: f64| Expected::Number { min: only, max: only, whole: false, word: None };
        match self {
            Self::Lever(lever, _) if scenario.place.country && LEVERS[lever].key == WHO => {
                Expected::OneOf(vec![EVERYBODY])
            }
            Self::Population if scenario.place.country => number(scenario.place.population),
            _ => self.expected(),
        }
    }

    /// Its value in a scenario, as a link writes it.
    pub fn text(self, scenario: &Scenario) -> String {
        let optional = |value: Option<f64>| value.map_or(TODAY.to_owned(), digits::write);
        match self {
            Self::Lever(lever, group) => lever_text(scenario, &LEVERS[lever], group.unwrap_or(0)),
            Self::Stock(group) => digits::write(scenario.place.stock[group]),
            Self::Today(group) => optional(scenario.place.today[group]),
            Self::Law => scenario.law().spec().id.to_owned(),
            Self::Population => digits::write(scenario.place.population),
            Self::Cash => optional(scenario.place.cash),
            Self::Ladder => LADDERS[scenario.ladder].id.to_owned(),
            Self::Parameter(parameter) => digits::write(scenario.parameters[parameter]),
        }
    }

    /// Sets it from a text, or says what would have been accepted.
    pub fn set(self, scenario: &mut Scenario, text: &str) -> Result<(), Expected> {
        let expected = self.expected_in(scenario);
        let number = || expected.number(text).ok_or_else(|| expected.clone());
        let optional = || match text {
            TODAY => Ok(None),
            _ => number().map(Some),
        };
        match self {
            Self::Lever(lever, group) => {
                return set_lever(scenario, &LEVERS[lever], group.unwrap_or(0), text, expected);
            }
            Self::Stock(group) => {
                let persons = number()?;
                scenario.place.stock[group] = if persons < SOMEBODY { 0.0 } else { persons };
            }
            Self::Today(group) => scenario.place.today[group] = optional()?,
            Self::Law => *scenario = scenario.clone().under(Law::by_id(text).ok_or(expected)?),
            Self::Population => scenario.place.population = number()?,
            Self::Cash => scenario.place.cash = optional()?,
            Self::Ladder => {
                let found = LADDERS.iter().position(|ladder| ladder.id == text);
                scenario.ladder = found.ok_or(expected)?;
            }
            Self::Parameter(parameter) => scenario.parameters[parameter] = number()?,
        }
        Ok(())
    }
}

/// A number with a decimal comma, as a Dane types it; not one that may as well be thousands.
fn with_point(text: &str) -> Option<String> {
    let (ones, part) = text.split_once(',')?;
    let thousands = part.len() == 3 && ones.trim_start_matches(['-', '+']) != "0";
    (!thousands && !ones.is_empty() && !part.is_empty()).then(|| [ones, ".", part].concat())
}

impl Expected {
    /// The number that a text means, if it is one that is accepted.
    fn number(&self, text: &str) -> Option<f64> {
        let Self::Number { min, max, whole, .. } = self else { return None };
        let value = digits::read(text).or_else(|| digits::read(&with_point(text)?))?;
        let fits = value >= *min && value <= *max && (!whole || value.fract() == 0.0);
        // A negative nought would come back from a link as another text.
        fits.then_some(value + 0.0)
    }

    /// Whether a word is one that is accepted.
    fn takes(&self, text: &str) -> bool {
        matches!(self, Self::OneOf(words) if words.contains(&text))
    }

    fn word(&self) -> Option<&'static str> {
        match self {
            Self::Number { word, .. } => *word,
            Self::OneOf(_) => None,
        }
    }
}

fn of_lever(lever: &LeverSpec) -> Expected {
    match lever.kind {
        LeverKind::Number { min, max, word, .. } => {
            let mut policy = Policy::default();
            let (whole, word) = match field(&mut policy, lever.key, 0) {
                Some(Field::Whole(_) | Field::OptionalWhole(_)) => (true, word),
                Some(Field::Optional(_) | Field::OptionalPercent(_)) => (false, word.or(Some(TODAY))),
                _ => (false, word),
            };
            Expected::Number { min, max, whole, word }
        }
        LeverKind::Choice { options, .. } => Expected::OneOf(options.to_vec()),
        LeverKind::Switch { .. } => Expected::OneOf(vec![ON, OFF]),
    }
}

/// The lever of who acts.
const WHO: &str = "who";
/// The only answer to it where the place is the whole country.
const EVERYBODY: &str = "all";
/// A switch that is on.
pub const ON: &str = "on";
/// A switch that is off.
pub const OFF: &str = "off";

fn lever_text(scenario: &Scenario, lever: &LeverSpec, group: usize) -> String {
    let mut policy = scenario.policy.clone();
    let word = || of_lever(lever).word().unwrap_or(TODAY).to_owned();
    match field(&mut policy, lever.key, group) {
        Some(Field::Number(value)) => digits::write(*value),
        Some(Field::Optional(value)) => value.map_or_else(word, digits::write),
        Some(Field::OptionalPercent(value)) => value.map_or_else(word, |value| digits::write(value.0)),
        Some(Field::Whole(value)) => value.to_string(),
        Some(Field::OptionalWhole(value)) => value.map_or_else(word, |value| value.to_string()),
        Some(Field::Switch(value)) => if *value { ON } else { OFF }.to_owned(),
        Some(Field::Choice(value)) => value.word().to_owned(),
        None => String::new(),
    }
}

fn set_lever(
    scenario: &mut Scenario,
    lever: &LeverSpec,
    group: usize,
    text: &str,
    expected: Expected,
) -> Result<(), Expected> {
    let word = expected.word() == Some(text);
    let number = expected.number(text);
    let whole = number.map(|value| value as u16);
    match (field(&mut scenario.policy, lever.key, group), number, whole) {
        (Some(Field::Number(field)), Some(value), _) => *field = value,
        (Some(Field::Optional(field)), value, _) if word || value.is_some() => *field = value,
        (Some(Field::OptionalPercent(field)), value, _) if word || value.is_some() => {
            *field = value.map(Percent);
        }
        (Some(Field::Whole(field)), _, Some(value)) => *field = value,
        (Some(Field::OptionalWhole(field)), _, value) if word || value.is_some() => *field = value,
        (Some(Field::Switch(field)), ..) if [ON, OFF].contains(&text) => *field = text == ON,
        (Some(Field::Choice(_)), ..) if !expected.takes(text) => return Err(expected),
        (Some(Field::Choice(field)), ..) => return field.take(text).then_some(()).ok_or(expected),
        _ => return Err(expected),
    }
    Ok(())
}
