//! Cases: a place, what it did, and what it published.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Value;

use super::Files;
use super::groups::Group;
use super::levers::Lever;
use super::parameters::Parameter;
use super::places::Place;
use super::problems::{Place as At, Problems};
use super::read;
use super::texts::{self, Localized, Source};

const FILE: &str = "static/data/cases.toml";

/// Series of the whole place, and series of one group, that a published figure may be of.
const OF_PLACE: [&str; 1] = ["net"];
const OF_GROUP: [&str; 2] = ["stock", "minutes"];

/// One case.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub id: String,
    pub place: String,
    pub source: Source,
    pub name: Localized,
    pub summary: Localized,
    /// What a link would set: levers, parameters, `stock.GROUP` and `today.GROUP`.
    set: BTreeMap<String, Value>,
    #[serde(default)]
    pub published: Vec<Published>,
}

/// A figure the place published.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    pub series: String,
    pub month: u16,
    pub value: f64,
    pub note: Localized,
}

/// What a case may name.
pub struct Known<'a> {
    pub groups: &'a [Group],
    pub parameters: &'a [Parameter],
    pub places: &'a [Place],
    pub levers: &'a [Lever],
}

impl Case {
    /// Keys and values as a link has them.
    pub fn settings(&self) -> impl Iterator<Item = (&str, String)> {
        self.set.iter().map(|(key, value)| (key.as_str(), link_value(value)))
    }
}

fn link_value(value: &Value) -> String {
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
    let cases: Vec<Case> = read::entries(files, FILE, "case", "id", problems);
    problems.check_ids(FILE, cases.iter().map(|c| c.id.as_str()));
    for case in &cases {
        let at = At { file: FILE, entry: &case.id };
        texts::check(at, "name", &case.name, codes, &[], problems);
        texts::check(at, "summary", &case.summary, codes, &[], problems);
        texts::check_source(at, &case.source, codes, problems);
        let found = known.places.iter().any(|p| p.id == case.place);
        problems.require(found, at, || format!("place {} is unknown", case.place));
        for (key, value) in &case.set {
            if let Err(reason) = known.accepts(key, value) {
                problems.add(at, format!("{key} = {value}: {reason}"));
            }
        }
        for published in &case.published {
            texts::check(at, "published note", &published.note, codes, &[], problems);
            let named = known.is_series(&published.series);
            problems.require(named, at, || format!("published series {} is unknown", published.series));
        }
    }
    cases
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
    fn accepts(&self, key: &str, value: &Value) -> Result<(), String> {
        let (name, group) = key.split_once('.').map_or((key, None), |(name, group)| (name, Some(group)));
        if group.is_some_and(|id| !self.is_group(id)) {
            return Err("no such group".into());
        }
        if group.is_some() && ["stock", "today"].contains(&name) {
            let least = if name == "today" { f64::MIN_POSITIVE } else { 0.0 };
            let good = number(value).is_some_and(|v| v >= least);
            return good.then_some(()).ok_or_else(|| "must be a number of people or cases".into());
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
        let [least, most] = self.bounds;
        let within = number(value).is_some_and(|v| (least..=most).contains(&v));
        within.then_some(()).ok_or_else(|| format!("must be a number from {least} to {most}"))
    }
}

impl Lever {
    fn accepts(&self, value: &Value) -> Result<(), String> {
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
