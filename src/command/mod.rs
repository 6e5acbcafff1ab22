//! The command line: the same model and the same keys as the page, for files and scripts.
//!
//! ```sh
//! raaderum simulate --place silkeborg --set caseload.insured=60 --set rule=ceiling
//! raaderum simulate --scenario plan.json --format json > outcome.json
//! raaderum link --scenario plan.json
//! ```
//!
//! Nothing here computes; it reads what is given, calls the floors below and writes what they say. It answers with
//! [`DONE`], [`REFUSED`] or [`MISUSED`].

mod arguments;
mod given;
mod history;
mod lists;
mod questions;
mod sheet;
mod simulate;

use std::ffi::OsString;
use std::io::{self, ErrorKind, Read, Write};

use clap::Parser;

use crate::model::tables::Law;
use crate::scenario::{file, link, own};
use crate::words::method::method;
use crate::words::notice;
use crate::words::text::Language;
use arguments::{Arguments, Command, LinkArguments, OwnArguments};

/// All was done.
pub const DONE: u8 = 0;
/// A file, a link or a value was refused, or could not be read or written.
pub const REFUSED: u8 = 1;
/// The command itself was not understood.
pub const MISUSED: u8 = 2;

/// Where a command reads and writes.
pub struct Streams<'a> {
    /// What `--scenario -` reads.
    pub input: &'a mut dyn Read,
    /// Results.
    pub output: &'a mut dyn Write,
    /// Why something was refused.
    pub errors: &'a mut dyn Write,
}

/// Why a command came to nothing.
pub enum Failure {
    /// What was given was refused: one line for each reason.
    Refused(Vec<String>),
    /// The results could not be written.
    Output(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// Runs a command line, its first word the program; returns the exit code.
pub fn run(words: impl IntoIterator<Item = OsString>, mut streams: Streams) -> u8 {
    let arguments = match Arguments::try_parse_from(words) {
        Ok(arguments) => arguments,
        Err(told) => return tell(&told, &mut streams),
    };
    let result = execute(&arguments, &mut streams).and_then(|()| Ok(streams.output.flush()?));
    let lines = match result {
        Ok(()) => return DONE,
        // Whoever reads the results has read enough, as `head` does.
        Err(Failure::Output(error)) if error.kind() == ErrorKind::BrokenPipe => return DONE,
        Err(Failure::Output(error)) => vec![error.to_string()],
        Err(Failure::Refused(lines)) => lines,
    };
    for line in lines {
        // There is nowhere left to say that this cannot be said.
        let _ = writeln!(streams.errors, "raaderum: {line}");
    }
    REFUSED
}

/// Help and version were asked for; anything else was not understood.
fn tell(told: &clap::Error, streams: &mut Streams) -> u8 {
    let (stream, code) = match told.use_stderr() {
        true => (&mut *streams.errors, MISUSED),
        false => (&mut *streams.output, DONE),
    };
    let _ = write!(stream, "{told}").and_then(|()| stream.flush());
    code
}

fn execute(arguments: &Arguments, streams: &mut Streams) -> Result<(), Failure> {
    let language = arguments.language;
    let sheet = match &arguments.command {
        Command::Simulate(simulate) => return simulate::simulate(simulate, language, streams),
        Command::BreakEven(asked) => return questions::solve(asked, language, streams),
        Command::NextPost(asked) => return questions::next_post(asked, language, streams),
        Command::Map(asked) => return questions::map(asked, language, streams),
        Command::Reform(asked) => return questions::reform(asked, language, streams),
        Command::Why(asked) => return questions::explain(asked, language, streams),
        Command::Dial(asked) => return questions::dial(asked, language, streams),
        Command::Drivers(asked) => return questions::drivers(asked, language, streams),
        Command::Compare(asked) => return questions::compare(asked, language, streams),
        Command::Link(link) => return write_link(link, language, streams),
        Command::Own(own) => return write_own(own, language, streams),
        Command::History(asked) => return history::history(asked, language, streams),
        Command::Method => return Ok(streams.output.write_all(method(language).as_bytes())?),
        Command::Parameters(list) => {
            (lists::parameters(language, list.law.unwrap_or(Law::NEWEST)), list.format)
        }
        Command::Laws(list) => (lists::laws(language), list.format),
        Command::Levers(list) => (lists::levers(language), list.format),
        Command::Places(list) => (lists::places(language), list.format),
        Command::Cases(list) => (lists::cases(language), list.format),
    };
    let (sheet, format) = sheet;
    Ok(sheet.write(format, language, streams.output)?)
}

/// The scenario file of a place in a CSV; what a reader must know about it goes where errors go.
fn write_own(arguments: &OwnArguments, language: Language, streams: &mut Streams) -> Result<(), Failure> {
    let bytes = given::bytes(&arguments.file, own::LARGEST, language, streams.input)?;
    let read = own::read(&bytes, arguments.area.as_deref(), arguments.quarter.as_deref());
    let own = read.map_err(|problem| Failure::Refused(vec![notice::own_problem(language, &problem)]))?;
    streams.output.write_all(file::write(&own.scenario()).as_bytes())?;
    for note in &own.notes {
        writeln!(streams.errors, "raaderum: {}", notice::own_note(language, note))?;
    }
    Ok(())
}

/// The link of a scenario, or the file of a link.
fn write_link(arguments: &LinkArguments, language: Language, streams: &mut Streams) -> Result<(), Failure> {
    let text = match &arguments.read {
        Some(text) => file::write(&given::from_link(text, language, streams)?),
        None => link::write(&given::scenario(&arguments.given, language, streams)?) + "\n",
    };
    Ok(streams.output.write_all(text.as_bytes())?)
}
