//! A scenario as the fragment of an address: readable keys, only what differs from where it began.
//!
//! `#v=2&case=silkeborg_jobrehabilitering&caseload.activity_ready=60&rule=ceiling`. The fragment never leaves
//! the browser. Whatever cannot be read is named, and the rest works.

mod mended;

use super::check::{self, Sum};
use super::keys::{Expected, GONE, Key};
use super::name::{self, Name};
use super::places::ids_near;
use super::{Scenario, Start};
use crate::model::tables::{CASES, PACKAGES, PLACES, case_by_id, package_by_id, place_by_id};

/// The version that links are written in.
pub const VERSION: u32 = 2;
/// The versions before it: their links open with today's law and today's figures.
const EARLIER: [&str; 1] = ["1"];
/// A longer fragment is not one of ours; reading it would only cost time.
const LONGEST: usize = 20_000;
/// More problems than this help nobody.
const MOST_PROBLEMS: usize = 20;

/// One part of a link that was left out, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The key as it was given, shortened if it is long.
    pub key: String,
    /// The value as it was given, shortened if it is long.
    pub value: String,
    /// What is wrong with it.
    pub reason: Reason,
}

/// Why a part of a link was left out.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// There is no such key.
    UnknownKey,
    /// There is no such key any more.
    GoneKey,
    /// The value is not one that the key accepts.
    NotAccepted(Expected),
    /// The same key stood earlier in the link; that one counts.
    GivenTwice,
    /// The link was written by another version of the explorer.
    OtherVersion,
    /// It is empty, too long or has letters that no name may have.
    NotAName,
    /// The check value is not as any was written: the link was cut short, or changed on its way.
    Damaged,
    /// The whole fragment is longer than any link of ours.
    TooLong,
}

impl Reason {
    /// Of a key that there is not.
    pub fn of_unknown(key: &str) -> Self {
        if GONE.contains(&key) { Self::GoneKey } else { Self::UnknownKey }
    }
}

/// What came out of a link.
#[derive(Clone, Debug)]
pub struct Read {
    /// The scenario, complete.
    pub scenario: Scenario,
    /// Keys that are not the scenario's but the page's, such as `lang`, in their order.
    pub page: Vec<(String, String)>,
    /// What the figures were when the link was made, if it says so.
    pub sum: Option<Sum>,
    /// Whether it was made by an earlier version: law and figures have changed since.
    pub is_earlier: bool,
    /// What was left out.
    pub problems: Vec<Problem>,
}

/// The key of the law.
pub const LAW: &str = "law";

/// Keys that belong to the page that shows the scenario.
pub const PAGE_KEYS: [&str; 11] = [
    "lang",
    "theme",
    "surroundings",
    "page",
    "view",
    "show",
    "levers",
    "lock",
    "team-levers",
    "team-hide",
    "team-code",
];

/// Reads a fragment, with or without its `#`.
pub fn read(fragment: &str) -> Read {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let mut problems = Vec::new();
    let pairs = match fragment.len() {
        0..=LONGEST => pairs(fragment, &mut problems),
        _ => {
            problems.push(Problem { key: short(fragment), value: String::new(), reason: Reason::TooLong });
            Vec::new()
        }
    };
    let mut scenario = start(&pairs, &mut problems);
    let is_earlier = pairs.iter().any(|(key, value)| key == "v" && EARLIER.contains(&&**value));
    // The law before all else: it moves whatever is not set.
    if let Some((_, law)) = pairs.iter().find(|(key, _)| key == LAW) {
        let refused = apply(&mut scenario, LAW, law);
        problems.extend(refused.map(|reason| Problem { key: LAW.to_owned(), value: short(law), reason }));
    }
    let sum = sum(&pairs);
    let mut page = Vec::new();
    for (key, value) in pairs {
        let refused = match key.as_str() {
            "place" | "case" | "package" | LAW => None,
            check::KEY => (!check::is_whole(&value)).then_some(Reason::Damaged),
            name::KEY => {
                scenario.name = Name::read(&value);
                scenario.name.is_none().then_some(Reason::NotAName)
            }
            "v" => (!is_earlier && value != VERSION.to_string()).then_some(Reason::OtherVersion),
            _ if PAGE_KEYS.contains(&key.as_str()) => {
                page.push((key, value));
                continue;
            }
            _ => apply(&mut scenario, &key, &value),
        };
        if let Some(reason) = refused {
            problems.push(Problem { key: short(&key), value: short(&value), reason });
        }
    }
    problems.truncate(MOST_PROBLEMS);
    Read { scenario, page, sum, is_earlier, problems }
}

/// The check value, with the setting that it is to be held against.
fn sum(pairs: &[(String, String)]) -> Option<Sum> {
    let (_, given) = pairs.iter().find(|(key, _)| key == check::KEY)?;
    let of_setting = pairs.iter().filter(|(key, _)| key != check::KEY && !PAGE_KEYS.contains(&&**key));
    let part = |(key, value): &(String, String)| match Name::read(value).filter(|_| key == name::KEY) {
        Some(name) => [key, "=", &name.in_link()].concat(),
        None => [&**key, "=", value].concat(),
    };
    let parts: Vec<String> = of_setting.map(part).collect();
    Some(Sum { given: given.clone(), setting: parts.join("&") })
}

fn apply(scenario: &mut Scenario, key: &str, value: &str) -> Option<Reason> {
    match Key::parse(key) {
        Some(key) => key.set(scenario, value).err().map(Reason::NotAccepted),
        None => Some(Reason::of_unknown(key)),
    }
}

/// Keys and values of the fragment, the first of each key.
fn pairs(fragment: &str, problems: &mut Vec<Problem>) -> Vec<(String, String)> {
    let mut pairs: Vec<(String, String)> = Vec::new();
    for (key, value) in mended::pairs(fragment) {
        if pairs.iter().any(|(known, _)| *known == key) {
            problems.push(Problem { key: short(&key), value: short(&value), reason: Reason::GivenTwice });
        } else {
            pairs.push((key, value));
        }
    }
    pairs
}

/// The scenario from which a link's levers are moved; a case says more than a place.
fn start(pairs: &[(String, String)], problems: &mut Vec<Problem>) -> Scenario {
    let mut find = |key: &str, by_id: fn(&str) -> Option<usize>, ids: fn(&str) -> Vec<&'static str>| {
        let (_, value) = pairs.iter().find(|(known, _)| known == key)?;
        let found = by_id(value);
        if found.is_none() {
            let reason = Reason::NotAccepted(Expected::OneOf(ids(value)));
            problems.push(Problem { key: key.to_owned(), value: short(value), reason });
        }
        found
    };
    let case = find("case", case_by_id, |_| CASES.iter().map(|case| case.id).collect());
    let place = find("place", place_by_id, ids_near);
    let package = find("package", package_by_id, |_| PACKAGES.iter().map(|package| package.id).collect());
    match (case, place, package) {
        (Some(case), ..) => Scenario::of_case(case),
        (None, Some(place), None) => Scenario::at_place(place),
        (None, None, None) => Scenario::default(),
        (None, place, Some(package)) => {
            Scenario::of_package(place.unwrap_or_else(|| Scenario::default().place_index()), package)
        }
    }
}

/// The link of a scenario, without its `#`.
pub fn write(scenario: &Scenario) -> String {
    let start = match scenario.start() {
        Start::Place(index) => format!("place={}", PLACES[index].id),
        Start::Case(index) => format!("case={}", CASES[index].id),
        Start::Package(place, package) => {
            format!("place={}&package={}", PLACES[place].id, PACKAGES[package].id)
        }
    };
    let mut link = format!("v={VERSION}&{start}");
    if let Some(name) = &scenario.name {
        link.push_str(&format!("&{}={}", name::KEY, name.in_link()));
    }
    for key in scenario.moved(&scenario.unmoved()) {
        link.push_str(&format!("&{}={}", key.name(), key.text(scenario)));
    }
    link
}

/// A text short enough for a message.
pub fn short(text: &str) -> String {
    const LONGEST_SHOWN: usize = 40;
    match text.char_indices().nth(LONGEST_SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
