//! A run as a file: JSON that a person can write.
//!
//! ```
//! use raaderum::present::file;
//!
//! let text = r#"{ "version": 1, "title": "Two questions", "steps": [
//!     { "question": "What does it cost?", "scenario": "v=2&place=silkeborg&caseload.insured=60",
//!       "show": ["setting"], "reveal": ["figure.net", "chart.net"],
//!       "guess": { "figure": "net", "from": -50, "to": 50 }, "minutes": 5 } ] }"#;
//! let run = file::read(text.as_bytes()).expect("a run");
//! assert_eq!(file::read(file::write(&run).as_bytes()), Ok(run));
//!
//! let problems = file::read(text.replace("figure.net", "figure.joy").as_bytes()).unwrap_err();
//! assert_eq!(problems[0].place, "steps[1].reveal[1]");
//! ```
//!
//! A file is taken whole or not at all, and everything that is wrong with it is told, with its place: steps are counted
//! from 1, as people count them.

mod reader;

use serde::Serialize;

use super::run::{Asked, Run, Step};
use crate::scenario::link;
use reader::Reader;

/// The version that files are written in.
pub const VERSION: u32 = 1;
/// No run of ours comes near this many bytes; reading more would only cost time.
pub const LARGEST: usize = 400_000;
/// More problems than this help nobody.
const MOST_PROBLEMS: usize = 20;

/// What is wrong with a file, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct RunProblem {
    /// As `steps[2].guess.from`; empty for the file as a whole.
    pub place: String,
    /// What is wrong there.
    pub fault: Fault,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// The file has more than [`LARGEST`] bytes.
    TooLarge,
    /// It is not text in UTF-8.
    NotText,
    /// It is not JSON.
    NotJson {
        /// Line of the first character that does not fit, from 1.
        line: usize,
        /// Its place in the line, from 1.
        column: usize,
    },
    /// It was written by another version: this one, shortened.
    OtherVersion(String),
    /// It must be there and is not.
    Missing,
    /// There is nothing of this name.
    Unknown,
    /// Something else was to stand there.
    Not(Wanted),
    /// The scenario's link cannot be used.
    Link(Vec<link::Problem>),
}

/// What was to stand there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Keys and values in braces.
    Object,
    /// A list of so many at most, and at least one.
    List(usize),
    /// A text of so many letters at most.
    Text(usize),
    /// A whole number from 1.
    Whole(u16),
    /// A number up to so many, in either direction.
    Number(u32),
    /// A number above the one that stands in `from`.
    Above,
    /// The name of a part.
    Part,
    /// The name of a figure.
    Figure,
}

/// Reads a file; a byte-order mark before the text is passed over.
pub fn read(bytes: &[u8]) -> Result<Run, Vec<RunProblem>> {
    let whole = |fault| vec![RunProblem { place: String::new(), fault }];
    if bytes.len() > LARGEST {
        return Err(whole(Fault::TooLarge));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| whole(Fault::NotText))?;
    let document = serde_json::from_str(text.strip_prefix('\u{feff}').unwrap_or(text));
    let document =
        document.map_err(|error| whole(Fault::NotJson { line: error.line(), column: error.column() }))?;
    let mut reader = Reader::default();
    let run = reader.run(&document);
    let mut problems = reader.problems;
    problems.truncate(MOST_PROBLEMS);
    if problems.is_empty() { Ok(run) } else { Err(problems) }
}

/// Reads a run that is still being made: it may have no steps, and its texts may be missing. `None` where anything else is
/// wrong.
pub fn read_unfinished(bytes: &[u8]) -> Option<Run> {
    let document = serde_json::from_slice(bytes).ok().filter(|_| bytes.len() <= LARGEST)?;
    let mut reader = Reader { unfinished: true, ..Reader::default() };
    let run = reader.run(&document);
    reader.problems.is_empty().then_some(run)
}

/// A run in the shape of its file.
#[derive(Serialize)]
struct File<'a> {
    version: u32,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    about: &'a str,
    steps: Vec<FileStep<'a>>,
}

#[derive(Serialize)]
struct FileStep<'a> {
    question: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    intro: &'a str,
    scenario: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    show: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    reveal: Vec<String>,
    #[serde(skip_serializing_if = "str::is_empty")]
    after: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    notes: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    guess: Option<FileGuess>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes: Option<u16>,
}

#[derive(Serialize)]
struct FileGuess {
    figure: &'static str,
    from: f64,
    to: f64,
}

impl<'a> File<'a> {
    fn of(run: &'a Run) -> Self {
        let steps = run.steps.iter().map(FileStep::of).collect();
        Self { version: VERSION, title: &run.title, about: &run.about, steps }
    }
}

impl<'a> FileStep<'a> {
    fn of(step: &'a Step) -> Self {
        let guess = |Asked { figure, from, to }| FileGuess { figure: figure.name(), from, to };
        Self {
            question: &step.question,
            intro: &step.intro,
            scenario: &step.link,
            show: step.open.iter().map(|part| part.name()).collect(),
            reveal: step.hidden.iter().map(|part| part.name()).collect(),
            after: &step.after,
            notes: &step.notes,
            guess: step.guess.map(guess),
            minutes: step.minutes,
        }
    }
}

/// The file of a run.
pub fn write(run: &Run) -> String {
    // Texts and finite numbers can always be written.
    serde_json::to_string_pretty(&File::of(run)).unwrap_or_default() + "\n"
}

/// The same in one line, to be kept or sent.
pub fn write_line(run: &Run) -> String {
    serde_json::to_string(&File::of(run)).unwrap_or_default()
}
