//! Levers: everything a visitor can move that is not a figure of the world.

use serde::Deserialize;

use super::Files;
use super::parameters::{Parameter, check_unit};
use super::problems::{Place, Problems};
use super::read;
use super::texts::{self, Localized};

const FILE: &str = "static/data/levers.toml";

/// One lever.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lever {
    pub key: String,
    #[serde(default)]
    pub per_group: bool,
    pub number: Option<Number>,
    pub choice: Option<Choice>,
    pub switch: Option<Switch>,
    pub name: Localized,
    pub help: Localized,
}

/// A lever that is a number, or a word such as "never".
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Number {
    pub unit: String,
    pub min: f64,
    pub max: f64,
    pub step: f64,
    /// The part of min to max that a slider shows, where that is less.
    pub usual: Option<[f64; 2]>,
    /// Left out: the word, or the place's or the law's own figure.
    pub default: Option<f64>,
    pub word: Option<Word>,
}

/// One of a few named answers.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub default: String,
    pub options: Vec<Word>,
}

/// On or off.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Switch {
    pub default: bool,
}

/// A word as a link has it and as people read it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Word {
    pub id: String,
    pub name: Localized,
}

impl Number {
    /// What a slider shows.
    pub fn usual(&self) -> [f64; 2] {
        self.usual.unwrap_or([self.min, self.max])
    }

    /// Why a value cannot be set, if it cannot.
    pub fn refuses(&self, value: f64) -> Option<String> {
        let Self { min, max, step, .. } = *self;
        if !(min..=max).contains(&value) {
            return Some(format!("{value} is outside {min} to {max}"));
        }
        let steps = (value - min) / step;
        ((steps - steps.round()).abs() > 1e-6)
            .then(|| format!("{value} is not on a step of {step} from {min}"))
    }
}

/// Reads the levers.
pub fn read(files: &Files, codes: &[&str], units: &[String], problems: &mut Problems) -> Vec<Lever> {
    let levers: Vec<Lever> = read::entries(files, FILE, "lever", "key", problems);
    problems.check_ids(FILE, levers.iter().map(|l| l.key.as_str()));
    for lever in &levers {
        let at = Place { file: FILE, entry: &lever.key };
        texts::check(at, "name", &lever.name, codes, &[], problems);
        texts::check(at, "help", &lever.help, codes, &[], problems);
        let kinds = [lever.number.is_some(), lever.choice.is_some(), lever.switch.is_some()];
        problems.require(kinds.into_iter().filter(|k| *k).count() == 1, at, || {
            "needs exactly one of [lever.number], [lever.choice] and [lever.switch]".into()
        });
        if let Some(number) = &lever.number {
            check_number(at, number, codes, units, problems);
        }
        if let Some(choice) = &lever.choice {
            check_choice(at, choice, codes, problems);
        }
    }
    levers
}

/// A link sets levers and parameters by the same kind of key, so none may be both.
pub fn check_keys(levers: &[Lever], parameters: &[Parameter], problems: &mut Problems) {
    for lever in levers {
        let shared = parameters.iter().any(|p| p.kind == lever.key && p.group.is_some() == lever.per_group);
        problems.require(!shared, Place { file: FILE, entry: &lever.key }, || {
            "a parameter has this key too, and a link could not tell them apart".into()
        });
    }
}

fn check_number(at: Place, number: &Number, codes: &[&str], units: &[String], problems: &mut Problems) {
    check_unit(at, &number.unit, units, problems);
    let Number { min, max, step, .. } = *number;
    problems.require(min < max && step > 0.0, at, || format!("{min} to {max} by {step} is no range"));
    let [from, to] = number.usual();
    problems.require(min <= from && from < to && to <= max, at, || {
        format!("usual {from} to {to} is not within {min} to {max}")
    });
    if let Some(reason) = number.default.and_then(|value| number.refuses(value)) {
        problems.add(at, format!("default {reason}"));
    }
    if let Some(word) = &number.word {
        check_word(at, word, codes, problems);
    }
}

fn check_choice(at: Place, choice: &Choice, codes: &[&str], problems: &mut Problems) {
    let known = choice.options.iter().any(|o| o.id == choice.default);
    problems.require(known, at, || format!("default {} is none of the options", choice.default));
    problems.check_ids(FILE, choice.options.iter().map(|o| o.id.as_str()));
    for option in &choice.options {
        check_word(at, option, codes, problems);
    }
}

fn check_word(at: Place, word: &Word, codes: &[&str], problems: &mut Problems) {
    texts::check(at, &format!("{}.name", word.id), &word.name, codes, &[], problems);
}
