//! The law by date: versions in force and what is expected, and the figures that an earlier law set.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Deserialize;
use toml::Value;

use super::cases::{Known, link_value};
use super::model_tables::{line, open};
use super::parameters::{Confidence, Figure, Parameter};
use super::places::Ladder;
use super::problems::{Place as At, Problems};
use super::texts::{self, Localized, Source};
use super::{Files, groups::Group, read};

const FILE: &str = "static/data/laws.toml";
const EARLIER: &str = "static/data/earlier.toml";
const LISTS: [&str; 2] = ["law", "expected"];

/// A version of the law, in force from the month of its id on.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Law {
    pub id: String,
    ladder: String,
    pub name: Localized,
    pub sentence: Localized,
    pub acts: Vec<Act>,
}

/// What is expected, or could not be read as passed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    id: String,
    from: String,
    pub name: Localized,
    pub sentence: Localized,
    pub acts: Vec<Act>,
    /// Keys and values by which it can be tried.
    #[serde(default)]
    set: BTreeMap<String, Value>,
}

/// An act or what was read of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Act {
    pub title: Localized,
    read: Read,
}

/// How an act was read.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Read {
    Text,
    Abstract,
    Secondary,
    Excerpt,
    Memory,
}

/// The versions in force, oldest first, and what is expected.
#[derive(Default)]
pub struct Laws {
    pub in_force: Vec<Law>,
    pub expected: Vec<Expected>,
}

/// A figure that an earlier law set, as the file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Earlier {
    key: String,
    since: String,
    central: f64,
    low: Option<f64>,
    high: Option<f64>,
    confidence: Confidence,
    year: u16,
    source: Option<Source>,
}

/// Reads the versions of the law.
pub fn read(files: &Files, codes: &[&str], problems: &mut Problems) -> Laws {
    let in_force: Vec<Law> = read::entries_of(files, FILE, "law", "id", &LISTS, problems);
    let expected: Vec<Expected> = read::entries_of(files, FILE, "expected", "id", &LISTS, problems);
    for law in &in_force {
        let at = At { file: FILE, entry: &law.id };
        problems.require(is_month(&law.id), at, || "an id is a month, as 2026-07".into());
        check_words(at, (&law.name, &law.sentence, &law.acts), codes, problems);
    }
    for pair in in_force.windows(2) {
        problems.require(pair[0].id < pair[1].id, At { file: FILE, entry: &pair[1].id }, || {
            format!("does not come after {}: the oldest stands first", pair[0].id)
        });
    }
    let most = usize::from(u8::MAX);
    problems.require((1..most).contains(&in_force.len()), At { file: FILE, entry: "law" }, || {
        format!("there must be 1 to {most} versions in force")
    });
    problems.check_ids(FILE, expected.iter().map(|one| one.id.as_str()));
    for one in &expected {
        let at = At { file: FILE, entry: &one.id };
        problems.require(is_month(&one.from), at, || format!("from {} is no month, as 2027-01", one.from));
        check_words(at, (&one.name, &one.sentence, &one.acts), codes, problems);
    }
    Laws { in_force, expected }
}

/// `2026-07`.
pub fn is_month(text: &str) -> bool {
    let Some((year, month)) = text.split_once('-') else { return false };
    let digits = |text: &str, count: usize| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
    digits(year, 4) && digits(month, 2) && ("01"..="12").contains(&month)
}

fn check_words(
    at: At,
    (name, sentence, acts): (&Localized, &Localized, &[Act]),
    codes: &[&str],
    problems: &mut Problems,
) {
    texts::check(at, "name", name, codes, &[], problems);
    texts::check(at, "sentence", sentence, codes, &[], problems);
    problems.require(!acts.is_empty(), at, || "names no act, or what was read of one".into());
    for act in acts {
        texts::check(at, "act title", &act.title, codes, &[], problems);
    }
}

impl Laws {
    /// The place of the version with this id.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.in_force.iter().position(|law| law.id == id)
    }

    /// The version in force in a month; of months before the oldest, the oldest.
    pub fn in_month(&self, month: &str) -> usize {
        self.in_force.iter().rposition(|law| *law.id <= *month).unwrap_or(0)
    }

    /// A `since` names a version; `what` says where it stands.
    pub fn check(&self, at: At, what: &str, since: Option<&String>, problems: &mut Problems) {
        let known = since.is_none_or(|id| self.place(id).is_some());
        problems.require(known, at, || {
            format!("{what} {} is no law in force of laws.toml", since.map_or("", String::as_str))
        });
    }

    /// Checks what names a version, or is named by one, elsewhere.
    pub fn check_all(&self, ladders: &[Ladder], known: &Known, problems: &mut Problems) {
        for law in &self.in_force {
            let found = ladders.iter().any(|ladder| ladder.id == law.ladder);
            problems.require(found, At { file: FILE, entry: &law.id }, || {
                format!("ladder {} is not in refusion.toml", law.ladder)
            });
        }
        for one in &self.expected {
            for (key, value) in &one.set {
                if let Err(reason) = known.accepts(key, value) {
                    problems.add(At { file: FILE, entry: &one.id }, format!("{key} = {value}: {reason}"));
                }
            }
        }
        for group in known.groups {
            let at = At { file: super::groups::FILE, entry: &group.id };
            self.check(at, "closed_since", group.closed_since.as_ref(), problems);
            self.check(at, "work_duty_since", group.work_duty_since.as_ref(), problems);
            self.check(at, "former until", group.former.as_ref().map(|former| &former.until), problems);
        }
    }
}

/// Puts the figures that an earlier law set with their parameters.
pub fn read_earlier(
    files: &Files,
    laws: &Laws,
    parameters: &mut [Parameter],
    codes: &[&str],
    problems: &mut Problems,
) {
    let rows: Vec<Earlier> = read::entries(files, EARLIER, "figure", "key", problems);
    for row in rows {
        let at = At { file: EARLIER, entry: &row.key };
        let Some(parameter) = parameters.iter_mut().find(|parameter| parameter.key == row.key) else {
            problems.add(at, "there is no such parameter");
            continue;
        };
        laws.check(at, "since", Some(&row.since), problems);
        let figure = row.figure();
        super::parameters::check_figure(at, &figure, parameter.bounds, codes, problems);
        parameter.earlier.push(figure);
    }
    for parameter in parameters.iter() {
        let at = At { file: parameter.file, entry: &parameter.key };
        laws.check(at, "since", parameter.figure.since.as_ref(), problems);
        let dated = parameter.earlier.is_empty() || parameter.figure.since.is_some();
        problems.require(dated, at, || "has earlier figures in earlier.toml, but no since of its own".into());
        let all = std::iter::once(&parameter.figure).chain(&parameter.earlier);
        let all: Vec<_> = all.map(|figure| figure.since.as_deref().unwrap_or_default()).collect();
        problems.require(all.is_sorted_by(|newer, older| newer > older), at, || {
            format!("its figures hold from {}: they must go from the newest to the oldest", all.join(", "))
        });
    }
}

impl Earlier {
    fn figure(&self) -> Figure {
        Figure {
            central: self.central,
            low: self.low,
            high: self.high,
            confidence: self.confidence,
            year: self.year,
            since: Some(self.since.clone()),
            source: self.source.clone(),
            // It is past: nobody will look for another.
            would_replace: None,
        }
    }
}

/// `LAWS` and `EXPECTED`.
pub fn write(laws: &Laws, ladders: &[Ladder], out: &mut String) {
    let reads = |acts: &[Act]| {
        let reads: Vec<String> = acts.iter().map(|act| format!("Read::{:?}", act.read)).collect();
        reads.join(", ")
    };
    open(out, "LAWS", "LAW", "LawSpec", laws.in_force.len(), "versions of the law");
    for law in &laws.in_force {
        let ladder = ladders.iter().position(|ladder| ladder.id == law.ladder).unwrap_or_default();
        let (id, reads) = (&law.id, reads(&law.acts));
        line(out, &format!("LawSpec {{ id: {id:?}, ladder: {ladder}, acts: &[{reads}] }},"));
    }
    line(out, "];");
    open(out, "EXPECTED", "EXPECTED", "ExpectedSpec", laws.expected.len(), "changes that are expected");
    for one in &laws.expected {
        let set: Vec<(&str, String)> =
            one.set.iter().map(|(key, value)| (key.as_str(), link_value(value))).collect();
        let (id, from, reads) = (&one.id, &one.from, reads(&one.acts));
        line(
            out,
            &format!("ExpectedSpec {{ id: {id:?}, from: {from:?}, set: &{set:?}, acts: &[{reads}] }},"),
        );
    }
    line(out, "];");
}

/// `Figure { … }`, as the model has it.
pub fn figure(figure: &Figure, laws: &Laws) -> String {
    let mut out = String::new();
    let since = figure.since.as_ref().and_then(|id| laws.place(id)).unwrap_or(0);
    let _ = write!(
        out,
        "Figure {{ since: Law({since}), central: {:?}, spread: {:?}, confidence: Confidence::{:?}, year: {} }}",
        figure.central,
        figure.low.zip(figure.high).map(|(low, high)| [low, high]),
        figure.confidence,
        figure.year
    );
    out
}

/// `Some(Law(…))` where there is a date.
pub fn since(id: Option<&String>, laws: &Laws) -> String {
    id.and_then(|id| laws.place(id)).map_or("None".into(), |place| format!("Some(Law({place}))"))
}

/// The groups' dates as the model has them.
pub fn group_dates(group: &Group, laws: &Laws) -> String {
    format!(
        "closed_since: {}, work_duty_since: {}, renamed_since: {}",
        since(group.closed_since.as_ref(), laws),
        since(group.work_duty_since.as_ref(), laws),
        since(group.former.as_ref().map(|former| &former.until), laws)
    )
}
