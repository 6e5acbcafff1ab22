//! A scenario as a file: JSON that a person can write, with the keys and values of a link.
//!
//! ```
//! use raaderum::scenario::file;
//!
//! let text = r#"{ "version": 1, "place": "silkeborg", "set": { "caseload.insured": 60, "rule": "ceiling" } }"#;
//! let scenario = file::read(text.as_bytes()).unwrap();
//! assert_eq!(file::read(file::write(&scenario).as_bytes()), Ok(scenario));
//!
//! let problems = file::read(br#"{ "version": 1, "set": { "caseload.insured": "many" } }"#).unwrap_err();
//! assert_eq!(problems.len(), 1);
//! ```
//!
//! A link takes what it can and names the rest; a file is taken whole or not at all. A value is a number, a word
//! in quotes, or `true` and `false` for a switch; a number reaches its key digit for digit as it was written.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};
use serde_json::value::RawValue;

use super::keys::{Expected, GONE, Key, OFF, ON};
use super::link::{LAW, Problem, Reason, short};
use super::name::{self, Name};
use super::places::ids_near;
use super::{Scenario, Start, digits, edition};
use crate::model::tables::{CASES, PACKAGES, PLACES, case_by_id, package_by_id, place_by_id};

/// The version that files are written in.
pub const VERSION: u32 = 1;
/// No file of ours comes near this many bytes; reading more would only cost time.
pub const LARGEST: usize = 200_000;
/// What a file may hold.
const MEMBERS: [&str; 8] = ["version", "program", DATA, "place", "case", "package", name::KEY, "set"];
/// The number of the data files that the figures were of when the file was saved.
const DATA: &str = "data";
/// More problems than this help nobody, and looking for them would only cost time.
const MOST_PROBLEMS: usize = 20;

/// Why a file was refused.
#[derive(Clone, Debug, PartialEq)]
pub enum FileProblem {
    /// It has more than [`LARGEST`] bytes.
    TooLarge,
    /// It is not text in UTF-8.
    NotText,
    /// It is not JSON with an object around everything.
    NotJson {
        /// Line of the first character that does not fit, from 1.
        line: usize,
        /// Its place in the line, from 1; 0 at the end of the line before.
        column: usize,
    },
    /// A key that must be there is not.
    Missing(&'static str),
    /// The value of this key is not an object.
    NotAnObject(&'static str),
    /// One key, as in a link.
    Part(Problem),
}

/// Reads a file; a byte-order mark before the text is passed over.
pub fn read(bytes: &[u8]) -> Result<Scenario, Vec<FileProblem>> {
    if bytes.len() > LARGEST {
        return Err(vec![FileProblem::TooLarge]);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| vec![FileProblem::NotText])?;
    let document = serde_json::from_str(text.strip_prefix('\u{feff}').unwrap_or(text));
    let members: Members = document
        .map_err(|error| vec![FileProblem::NotJson { line: error.line(), column: error.column() }])?;
    let mut problems = Vec::new();
    let scenario = scenario(&members, &mut problems);
    if problems.is_empty() { Ok(scenario) } else { Err(problems) }
}

fn scenario(members: &Members, problems: &mut Vec<FileProblem>) -> Scenario {
    for (index, (name, raw)) in members.0.iter().enumerate() {
        if problems.len() >= MOST_PROBLEMS {
            break;
        }
        if members.0[..index].iter().any(|(earlier, _)| earlier == name) {
            problems.push(part(name, raw.get(), Reason::GivenTwice));
        } else if !MEMBERS.contains(&name.as_str()) {
            problems.push(part(name, raw.get(), Reason::UnknownKey));
        }
    }
    check_version(members, problems);
    let mut scenario = begin(members, problems);
    if let Some(raw) = members.get(name::KEY) {
        scenario.name = word(raw).and_then(|text| Name::read(&text));
        let refused = scenario.name.is_none().then(|| part(name::KEY, raw.get(), Reason::NotAName));
        problems.extend(refused);
    }
    let Some(raw) = members.get("set") else { return scenario };
    match serde_json::from_str::<Members>(raw.get()) {
        Ok(settings) => set(&mut scenario, &settings, problems),
        Err(_) => problems.push(FileProblem::NotAnObject("set")),
    }
    scenario
}

fn check_version(members: &Members, problems: &mut Vec<FileProblem>) {
    match members.get("version") {
        None => problems.push(FileProblem::Missing("version")),
        Some(raw) if raw.get() == VERSION.to_string() => (),
        Some(raw) => problems.push(part("version", raw.get(), Reason::OtherVersion)),
    }
}

/// The scenario from which the settings move; of a case, the place is the case's own.
fn begin(members: &Members, problems: &mut Vec<FileProblem>) -> Scenario {
    type Ids = fn(&str) -> Vec<&'static str>;
    let mut find = |key: &'static str, by_id: fn(&str) -> Option<usize>, ids: Ids| {
        let raw = members.get(key)?;
        let given = word(raw);
        let found = given.as_deref().and_then(by_id);
        if found.is_none() {
            let ids = ids(&given.unwrap_or_default());
            problems.push(part(key, raw.get(), Reason::NotAccepted(Expected::OneOf(ids))));
        }
        found
    };
    let case = find("case", case_by_id, |_| CASES.iter().map(|case| case.id).collect());
    let place = find("place", place_by_id, ids_near);
    let package = find("package", package_by_id, |_| PACKAGES.iter().map(|package| package.id).collect());
    let Some(case) = case else {
        return match package {
            Some(package) => {
                Scenario::of_package(place.unwrap_or_else(|| Scenario::default().place_index()), package)
            }
            None => place.map_or_else(Scenario::default, Scenario::at_place),
        };
    };
    if let (Some(_), Some(raw)) = (package, members.get("package")) {
        // A case brings levers of its own.
        problems.push(part("package", raw.get(), Reason::UnknownKey));
    }
    let own = CASES[case].place;
    if let Some(place) = place.filter(|&place| PLACES[place].id != own) {
        problems.push(part("place", PLACES[place].id, Reason::NotAccepted(Expected::OneOf(vec![own]))));
    }
    Scenario::of_case(case)
}

fn set(scenario: &mut Scenario, settings: &Members, problems: &mut Vec<FileProblem>) {
    // The law before all else: it moves whatever is not set.
    let settings: Vec<&(String, Box<RawValue>)> = settings.laws().chain(settings.others()).collect();
    for (index, (name, raw)) in settings.iter().enumerate() {
        if problems.len() >= MOST_PROBLEMS {
            break;
        }
        let refused = match Key::parse(name) {
            _ if settings[..index].iter().any(|(earlier, _)| earlier == name) => Some(Reason::GivenTwice),
            // What a file of an older edition says of what is no longer asked changes nothing.
            None if GONE.contains(&name.as_str()) => None,
            None => Some(Reason::UnknownKey),
            Some(key) => {
                let expected = key.expected_in(scenario);
                let set = value(raw, &expected).map(|text| key.set(scenario, &text));
                set.unwrap_or(Err(expected)).err().map(Reason::NotAccepted)
            }
        };
        problems.extend(refused.map(|reason| part(name, raw.get(), reason)));
    }
}

/// A value as a link would write it; `None` for what is no value of the key, whatever it says.
fn value(raw: &RawValue, expected: &Expected) -> Option<String> {
    let switch = matches!(expected, Expected::OneOf(words) if words.contains(&ON));
    match raw.get().as_bytes().first()? {
        b'"' => word(raw),
        b't' if switch => Some(ON.to_owned()),
        b'f' if switch => Some(OFF.to_owned()),
        b'-' | b'0'..=b'9' => Some(raw.get().to_owned()),
        _ => None,
    }
}

fn word(raw: &RawValue) -> Option<String> {
    serde_json::from_str(raw.get()).ok()
}

fn part(key: &str, value: &str, reason: Reason) -> FileProblem {
    FileProblem::Part(Problem { key: short(key), value: short(value), reason })
}

/// The file of a scenario: where it begins, only what differs from there, and which edition saved it.
pub fn write(scenario: &Scenario) -> String {
    let file = File { program: Some(edition::VERSION), data: Some(edition::data()), ..File::of(scenario) };
    // Nothing in it can fail to be written: keys are texts, values are JSON already.
    serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
}

/// Whether a file says that it was saved with other data than these: its figures may have been others.
pub fn is_of_other_data(bytes: &[u8]) -> bool {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    let members: Members = serde_json::from_str(text.trim_start_matches('\u{feff}')).unwrap_or_default();
    members.get(DATA).and_then(word).is_some_and(|data| data != edition::data())
}

/// A scenario in the shape of its file.
#[derive(Debug, serde::Serialize)]
pub struct File {
    version: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    program: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    case: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    package: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    set: Members,
}

impl File {
    /// Only what differs from where the scenario begins.
    pub fn of(scenario: &Scenario) -> Self {
        let (place, case, package) = match scenario.start() {
            Start::Place(place) => (Some(PLACES[place].id), None, None),
            Start::Case(case) => (None, Some(CASES[case].id), None),
            Start::Package(place, package) => (Some(PLACES[place].id), None, Some(PACKAGES[package].id)),
        };
        let moved = scenario.moved(&scenario.unmoved());
        Self {
            version: VERSION,
            program: None,
            data: None,
            place,
            case,
            package,
            name: scenario.name.as_ref().map(|name| name.text().to_owned()),
            set: Members::of(moved.into_iter(), scenario),
        }
    }
}

/// The members of a JSON object in their order, with values as they were written.
#[derive(Debug, Default)]
pub struct Members(Vec<(String, Box<RawValue>)>);

impl Members {
    /// The values of these keys in a scenario: numbers as numbers, switches as `true` and `false`.
    pub fn of(keys: impl Iterator<Item = Key>, scenario: &Scenario) -> Self {
        let member = |key: Key| Some((key.name(), written(key, &key.text(scenario))?));
        Self(keys.filter_map(member).collect())
    }

    fn laws(&self) -> impl Iterator<Item = &(String, Box<RawValue>)> {
        self.0.iter().filter(|(name, _)| name == LAW)
    }

    fn others(&self) -> impl Iterator<Item = &(String, Box<RawValue>)> {
        self.0.iter().filter(|(name, _)| name != LAW)
    }

    fn get(&self, key: &str) -> Option<&RawValue> {
        self.0.iter().find(|(name, _)| name == key).map(|(_, value)| &**value)
    }
}

fn written(key: Key, text: &str) -> Option<Box<RawValue>> {
    let json = match key.expected() {
        Expected::Number { .. } if digits::read(text).is_some() => text.to_owned(),
        Expected::OneOf(words) if words.contains(&ON) => (text == ON).to_string(),
        _ => serde_json::to_string(text).ok()?,
    };
    RawValue::from_string(json).ok()
}

impl Serialize for Members {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Collect)
    }
}

/// Keeps every member, where a map would keep only the last of a key given twice.
struct Collect;

impl<'de> Visitor<'de> for Collect {
    type Value = Members;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
        let mut members = Members::default();
        while let Some(member) = map.next_entry()? {
            members.0.push(member);
        }
        Ok(members)
    }
}
