//! The scenario that a command line gives.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::arguments::Given;
use super::{Failure, Streams};
use crate::model::tables::{CASES, case_by_id, place_by_id};
use crate::scenario::Scenario;
use crate::scenario::file;
use crate::scenario::keys::{Expected, Key};
use crate::scenario::link::{self, LAW, Problem, Reason};
use crate::scenario::name::{self, Name};
use crate::scenario::places::ids_near;
use crate::words::notice;
use crate::words::text::{Language, Text, fill};

/// The scenario, with its settings made, or every reason why not.
pub fn scenario(given: &Given, language: Language, streams: &mut Streams) -> Result<Scenario, Failure> {
    let mut scenario = begin(given, language, streams)?;
    let mut refused = Vec::new();
    if let Some(text) = &given.name {
        scenario.name = Name::read(text);
        refused.extend(scenario.name.is_none().then(|| line(language, name::KEY, text, Reason::NotAName)));
    }
    // The law before all else: it moves whatever is not set.
    let (laws, others): (Vec<_>, Vec<_>) = given.set.iter().partition(|(name, _)| name == LAW);
    for (name, value) in laws.into_iter().chain(others) {
        let reason = match Key::parse(name) {
            None => Some(Reason::of_unknown(name)),
            Some(key) => key.set(&mut scenario, value).err().map(Reason::NotAccepted),
        };
        refused.extend(reason.map(|reason| line(language, name, value, reason)));
    }
    if refused.is_empty() { Ok(scenario) } else { Err(Failure::Refused(refused)) }
}

fn begin(given: &Given, language: Language, streams: &mut Streams) -> Result<Scenario, Failure> {
    if let Some(path) = &given.scenario {
        return from_file(path, language, streams);
    }
    if let Some(id) = &given.case {
        let ids = || CASES.iter().map(|case| case.id).collect();
        return case_by_id(id).map(Scenario::of_case).ok_or_else(|| unknown(language, "case", id, ids()));
    }
    if let Some(id) = &given.place {
        let found = place_by_id(id).map(Scenario::at_place);
        return found.ok_or_else(|| unknown(language, "place", id, ids_near(id)));
    }
    Ok(Scenario::default())
}

fn from_file(path: &Path, language: Language, streams: &mut Streams) -> Result<Scenario, Failure> {
    let bytes = bytes(path, file::LARGEST, language, streams.input)?;
    let scenario = file::read(&bytes).map_err(|problems| {
        let line = |problem| format!("{}: {}", path.display(), notice::file_problem(language, problem));
        Failure::Refused(problems.iter().map(line).collect())
    })?;
    if file::is_of_other_data(&bytes) {
        writeln!(streams.errors, "raaderum: {}: {}", path.display(), language.text(Text::TakeOtherData))?;
    }
    Ok(scenario)
}

/// A file, or standard input for `-`; no more of it than it takes to see that there is too much.
pub fn bytes(
    path: &Path,
    largest: usize,
    language: Language,
    input: &mut dyn Read,
) -> Result<Vec<u8>, Failure> {
    let read = |from: &mut dyn Read| {
        let mut bytes = Vec::new();
        from.take(largest as u64 + 1).read_to_end(&mut bytes).map(|_| bytes)
    };
    let bytes = match path.as_os_str() == "-" {
        true => read(input),
        false => File::open(path).and_then(|mut file| read(&mut file)),
    };
    bytes.map_err(|error| {
        let values = [("file", &*path.display().to_string()), ("reason", &*error.to_string())];
        Failure::Refused(vec![fill(language.text(Text::CommandCannotRead), &values)])
    })
}

/// The scenario of a file, or of a link where there is no such file.
pub fn file_or_link(text: &str, language: Language, streams: &mut Streams) -> Result<Scenario, Failure> {
    let path = Path::new(text);
    match text.contains('=') && !path.exists() {
        true => from_link(text, language, streams),
        false => from_file(path, language, streams),
    }
}

/// The scenario of a link; unlike the page, which uses what it can, a command takes it whole or not at all. As there, it is
/// said where the figures were others when the link was made.
pub fn from_link(text: &str, language: Language, streams: &mut Streams) -> Result<Scenario, Failure> {
    let fragment = text.split_once('#').map_or(text, |(_, fragment)| fragment);
    let read = link::read(fragment.trim());
    if !read.problems.is_empty() {
        return Err(Failure::Refused(read.problems.iter().map(|p| notice::refused(language, p)).collect()));
    }
    let other = || read.sum.is_some_and(|sum| sum.tells_of_other_figures(&read.scenario.simulate()));
    if read.is_earlier || other() {
        writeln!(streams.errors, "raaderum: {}", language.text(Text::MessageChanged))?;
    }
    Ok(read.scenario)
}

fn unknown(language: Language, key: &str, value: &str, ids: Vec<&'static str>) -> Failure {
    Failure::Refused(vec![line(language, key, value, Reason::NotAccepted(Expected::OneOf(ids)))])
}

fn line(language: Language, key: &str, value: &str, reason: Reason) -> String {
    notice::refused(language, &Problem { key: link::short(key), value: link::short(value), reason })
}
