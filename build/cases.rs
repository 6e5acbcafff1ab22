//! Cases: a place, what it did, and what it published.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Value;

use super::Files;
use super::groups::Group;
use super::levers::Lever;
use super::parameters::Parameter;
use super::places::{Ladder, Place};
use super::problems::{Place as At, Problems};
use super::published::{Published, Told};
use super::read;
use super::texts::{self, Localized, Source};

const FILE: &str = "static/data/cases.toml";

/// Series of the whole place, and series of one group, that a published figure may be of.
const OF_PLACE: [&str; 1] = ["net"];
const OF_GROUP: [&str; 2] = ["stock", "minutes"];

/// Figures of a place that a case may set, within what a visitor may enter.
const PERSONS: [f64; 2] = [0.0, 1e6];
const TODAY: [f64; 2] = [5.0, 500.0];
const INHABITANTS: [f64; 2] = [100.0, 1e7];

/// One case.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub id: String,
    pub place: String,
    /// The month whose law it was under; left out: the law in force.
    pub law: Option<String>,
    /// The one case that the evidence dial is solved from.
    #[serde(default)]
    pub report: bool,
    pub told: Told,
    /// It did something that the model has no lever for: only what was told stands on the page.
    #[serde(default)]
    pub only_told: bool,
    /// An earlier case that is shown with this one.
    pub beside: Option<String>,
    pub source: Source,
    pub name: Localized,
    /// Where it is, as it stands within a sentence; else the name of its place.
    pub subject: Option<Localized>,
    pub summary: Localized,
    /// What in the set-up is judgement.
    pub judgement: Localized,
    /// Where the published figures do not fit, or cannot be told apart from something else.
    pub doubt: Option<Localized>,
    /// What a link would set: levers, parameters, `stock.GROUP` and `today.GROUP`.
    set: BTreeMap<String, Value>,
    #[serde(default)]
    pub published: Vec<Published>,
}

/// What a case may name.
pub struct Known<'a> {
    pub groups: &'a [Group],
    pub parameters: &'a [Parameter],
    pub places: &'a [Place],
    pub levers: &'a [Lever],
    pub ladders: &'a [Ladder],
    pub units: &'a [String],
}

impl Case {
    /// Keys and values as a link has them.
    pub fn settings(&self) -> impl Iterator<Item = (&str, String)> {
        self.set.iter().map(|(key, value)| (key.as_str(), link_value(value)))
    }

    /// The number a key is set to.
    pub fn number(&self, key: &str) -> Option<f64> {
        self.set.get(key).and_then(number)
    }

    /// The word a key is set to.
    pub fn word(&self, key: &str) -> Option<&str> {
        self.set.get(key).and_then(Value::as_str)
    }
}

/// A value as a link has it.
pub fn link_value(value: &Value) -> String {
    match value {
        Value::Boolean(on) => (if *on { "on" } else { "off" }).to_owned(),
        Value::Integer(number) => number.to_string(),
        Value::Float(number) => number.to_string(),
        Value::String(word) => word.clone(),
        other => other.to_string(),
    }
}

fn number(value: &Value) -> Option<f64> {
    value.as_float().or_else(|| value.as_integer().and_then(|n| i32::try_from(n).ok()).map(f64::from))
}

/// Reads the cases.
pub fn read(files: &Files, codes: &[&str], known: &Known, problems: &mut Problems) -> Vec<Case> {
    let mut cases: Vec<Case> = read::entries(files, FILE, "case", "id", problems);
    for case in &mut cases {
        // Another id of a place is the place's own from here on.
        let meant = known.places.iter().find(|place| place.also.contains(&case.place));
        case.place = meant.map_or_else(|| std::mem::take(&mut case.place), |place| place.id.clone());
    }
    problems.check_ids(FILE, cases.iter().map(|c| c.id.as_str()));
    for (index, case) in cases.iter().enumerate() {
        check(case, codes, known, problems);
        let earlier = |id: &String| cases[..index].iter().any(|other| other.id == *id);
        problems.require(
            case.beside.as_ref().is_none_or(earlier),
            At { file: FILE, entry: &case.id },
            || "beside is not an earlier case".into(),
        );
    }
    cases
}

fn check(case: &Case, codes: &[&str], known: &Known, problems: &mut Problems) {
    let at = At { file: FILE, entry: &case.id };
    texts::check(at, "name", &case.name, codes, &[], problems);
    texts::check(at, "summary", &case.summary, codes, &[], problems);
    texts::check(at, "judgement", &case.judgement, codes, &[], problems);
    texts::check_source(at, &case.source, codes, problems);
    if let Some(subject) = &case.subject {
        texts::check(at, "subject", subject, codes, &[], problems);
    }
    if let Some(doubt) = &case.doubt {
        texts::check(at, "doubt", doubt, codes, &[], problems);
    }
    problems.require(case.law.as_deref().is_none_or(super::laws::is_month), at, || {
        "law is no month, as 2017-01".into()
    });
    let found = known.places.iter().any(|p| p.id == case.place);
    problems.require(found, at, || format!("place {} is unknown", case.place));
    for (key, value) in &case.set {
        if let Err(reason) = known.accepts(key, value) {
            problems.add(at, format!("{key} = {value}: {reason}"));
        }
    }
    check_groups(at, case, known.groups, problems);
    check_plan(at, case, problems);
    for published in &case.published {
        texts::check(at, "published note", &published.note, codes, &[], problems);
        problems.require(published.is_whole(), at, || {
            "a published figure has series, month and value, or value and unit, or none of them and only a note"
                .into()
        });
        if let Some(source) = &published.source {
            texts::check_source(at, source, codes, problems);
        }
        let known_unit = published.unit.as_ref().is_none_or(|unit| known.units.contains(unit));
        problems.require(known_unit, at, || "the unit of a published figure is unknown".into());
        if let Some(series) = &published.series {
            problems.require(known.is_series(series), at, || format!("published series {series} is unknown"));
        }
    }
}

/// A case that is only told moves nothing in the model and is held against nothing; any other moves something.
fn check_plan(at: At, case: &Case, problems: &mut Problems) {
    let is_of_place =
        |key: &String| key.starts_with("stock.") || key.starts_with("today.") || key == "population";
    let moved = case.set.keys().find(|key| !is_of_place(key));
    match (case.only_told, moved) {
        (true, Some(key)) => problems.add(at, format!("is only told, but sets {key}")),
        (false, None) => problems.add(at, "moves nothing: is only_told = true meant?"),
        _ => {}
    }
    let held = case.published.iter().any(|published| published.series.is_some());
    problems.require(!(case.only_told && held), at, || {
        "is only told, but holds a series against the model".into()
    });
}

/// A case of some groups alone says of every group whether it is one of them: a new group would be in it unseen.
fn check_groups(at: At, case: &Case, groups: &[Group], problems: &mut Problems) {
    let is_left_out = |key: &String| key.starts_with("stock.") && case.number(key) == Some(0.0);
    if !case.set.keys().any(is_left_out) {
        return;
    }
    let is_named =
        |id: &str| case.set.keys().any(|key| key.split_once('.').is_some_and(|(_, group)| group == id));
    for Group { id, .. } in groups.iter().filter(|group| !is_named(&group.id)) {
        problems
            .add(at, format!("leaves some groups out and says nothing of {id}: is stock.{id} = 0 meant?"));
    }
}

impl Known<'_> {
    fn is_group(&self, id: &str) -> bool {
        self.groups.iter().any(|g| g.id == id)
    }

    fn is_series(&self, series: &str) -> bool {
        match series.split_once('.') {
            None => OF_PLACE.contains(&series),
            Some((name, group)) => OF_GROUP.contains(&name) && self.is_group(group),
        }
    }

    /// Whether a link could set `key` to `value`; if not, why.
    pub fn accepts(&self, key: &str, value: &Value) -> Result<(), String> {
        let (name, group) = key.split_once('.').map_or((key, None), |(name, group)| (name, Some(group)));
        if group.is_some_and(|id| !self.is_group(id)) {
            return Err("no such group".into());
        }
        match (name, group.is_some()) {
            ("stock", true) => return within(value, PERSONS),
            ("today", true) => return within(value, TODAY),
            ("population", false) => return within(value, INHABITANTS),
            ("ladder", false) => {
                let found = self.ladders.iter().any(|ladder| Some(ladder.id.as_str()) == value.as_str());
                return found.then_some(()).ok_or_else(|| "no such ladder".into());
            }
            _ => {}
        }
        let lever = self.levers.iter().find(|l| l.key == name && l.per_group == group.is_some());
        let parameter = self.parameters.iter().find(|p| p.key == key);
        match (lever, parameter) {
            (Some(lever), _) => lever.accepts(value),
            (None, Some(parameter)) => parameter.accepts(value),
            (None, None) => Err("no such lever, parameter or figure of a place".into()),
        }
    }
}

impl Parameter {
    fn accepts(&self, value: &Value) -> Result<(), String> {
        within(value, self.bounds)
    }
}

fn within(value: &Value, [least, most]: [f64; 2]) -> Result<(), String> {
    let good = number(value).is_some_and(|v| (least..=most).contains(&v));
    good.then_some(()).ok_or_else(|| format!("must be a number from {least} to {most}"))
}

impl Lever {
    /// Whether a link could set it to `value`; if not, why.
    pub fn accepts(&self, value: &Value) -> Result<(), String> {
        let word = value.as_str();
        if let Some(lever) = &self.number {
            if word.is_some() && word == lever.word.as_ref().map(|w| w.id.as_str()) {
                return Ok(());
            }
            let value = number(value).ok_or("must be a number")?;
            return lever.refuses(value).map_or(Ok(()), Err);
        }
        let good = match &self.choice {
            Some(choice) => choice.options.iter().any(|o| Some(o.id.as_str()) == word),
            None => value.as_bool().is_some(),
        };
        good.then_some(()).ok_or_else(|| "is none of the options".into())
    }
}
