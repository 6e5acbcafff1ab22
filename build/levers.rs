//! Levers: everything a visitor can move that is not a figure of the world.

use serde::Deserialize;

use super::Files;
use super::parameters::{Parameter, check_unit};
use super::problems::{Place, Problems};
use super::read;
use super::texts::{self, Localized};

const FILE: &str = "static/data/levers.toml";

/// Levers that stand together on the page.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeverGroup {
    pub id: String,
    pub name: Localized,
}

/// One lever.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lever {
    pub key: String,
    pub group: String,
    /// Whether it is always in sight.
    #[serde(default)]
    pub main: bool,
    #[serde(default)]
    pub needs: Vec<Need>,
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
    /// What a slider shows where that depends on the place.
    pub span: Option<Span>,
    /// Left out: the word, or the place's or the law's own figure.
    pub default: Option<f64>,
    pub word: Option<NumberWord>,
}

/// How far a slider goes, as a share of something of the place.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Span {
    pub of: SpanOf,
    pub share: f64,
}

/// What a slider's range is a share of.
#[derive(Deserialize, Clone, Copy, Debug)]
#[serde(rename_all = "snake_case")]
pub enum SpanOf {
    Caseworkers,
    Reserve,
}

/// One thing without which a lever changes nothing.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, untagged)]
pub enum Need {
    Is { lever: String, is: Vec<String> },
    Not { lever: String, not: Vec<String> },
    Right { group: Right },
    Place { place: PlaceKind },
}

/// What the law must give a group.
#[derive(Deserialize, Clone, Copy, Debug)]
#[serde(rename_all = "snake_case")]
pub enum Right {
    Mentor,
    Coordinator,
}

/// What the place must be.
#[derive(Deserialize, Clone, Copy, Debug)]
#[serde(rename_all = "snake_case")]
pub enum PlaceKind {
    Municipality,
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

/// A word that stands for no number.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NumberWord {
    pub id: String,
    pub name: Localized,
    /// The number that takes its place when it is switched off.
    pub instead: f64,
}

impl Lever {
    /// Whether it may stand at a word, as links have it.
    fn takes(&self, word: &str) -> bool {
        let option = self.choice.as_ref().is_some_and(|c| c.options.iter().any(|o| o.id == word));
        let number = self.number.as_ref().is_some_and(|number| {
            number.word.as_ref().is_some_and(|known| known.id == word)
                || word.parse().is_ok_and(|value| number.refuses(value).is_none())
        });
        option || number
    }
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

/// Reads the groups of levers, each with at least one.
pub fn read_groups(
    files: &Files,
    codes: &[&str],
    levers: &[Lever],
    problems: &mut Problems,
) -> Vec<LeverGroup> {
    let groups: Vec<LeverGroup> = read::entries_of(files, FILE, "group", "id", &LISTS, problems);
    problems.check_ids(FILE, groups.iter().map(|group| group.id.as_str()));
    for group in &groups {
        let at = Place { file: FILE, entry: &group.id };
        texts::check(at, "name", &group.name, codes, &[], problems);
        let used = levers.iter().any(|lever| lever.group == group.id);
        problems.require(used, at, || "no lever is in this group".into());
    }
    for lever in levers {
        let known = groups.iter().any(|group| group.id == lever.group);
        problems.require(known, Place { file: FILE, entry: &lever.key }, || {
            format!("group {}: there is no such [[group]]", lever.group)
        });
    }
    groups
}

const LISTS: [&str; 2] = ["group", "lever"];

/// Reads the levers.
pub fn read(files: &Files, codes: &[&str], units: &[String], problems: &mut Problems) -> Vec<Lever> {
    let levers: Vec<Lever> = read::entries_of(files, FILE, "lever", "key", &LISTS, problems);
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
        for need in &lever.needs {
            check_need(at, need, &levers, problems);
        }
    }
    levers
}

/// A lever that another needs is there, and knows the words.
fn check_need(at: Place, need: &Need, levers: &[Lever], problems: &mut Problems) {
    let (Need::Is { lever: key, is: words } | Need::Not { lever: key, not: words }) = need else { return };
    let Some(needed) = levers.iter().find(|lever| lever.key == *key) else {
        problems.add(at, format!("needs {key}: there is no such lever"));
        return;
    };
    problems.require(!words.is_empty(), at, || format!("needs {key}: no word is named"));
    for word in words {
        problems.require(needed.takes(word), at, || format!("needs {key} = {word}: it is never that"));
    }
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
        texts::check(at, &format!("{}.name", word.id), &word.name, codes, &[], problems);
        if let Some(reason) = number.refuses(word.instead) {
            problems.add(at, format!("instead {reason}"));
        }
    }
    if let Some(span) = &number.span {
        problems.require(span.share > 0.0, at, || format!("span share {} is not above 0", span.share));
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
