//! Why a scenario file was refused.

use super::expected;
use crate::scenario::file::{self, FileProblem};
use crate::scenario::link::{self, Problem, Reason};
use crate::words::text::{Language, Text, fill};

/// Why a scenario file was refused, one line for each problem.
pub fn file_problem(language: Language, problem: &FileProblem) -> String {
    let told = |text, values: &[(&str, &str)]| fill(language.text(text), values);
    match problem {
        FileProblem::TooLarge => told(Text::FileTooLarge, &[("size", &(file::LARGEST / 1000).to_string())]),
        FileProblem::NotText => told(Text::FileNotText, &[]),
        FileProblem::NotJson { line, column } => {
            told(Text::FileNotJson, &[("line", &line.to_string()), ("column", &column.to_string())])
        }
        FileProblem::Missing(key) => told(Text::FileMissing, &[("key", key)]),
        FileProblem::NotAnObject(key) => told(Text::FileNotObject, &[("key", key)]),
        FileProblem::Part(problem) => refused(language, problem),
    }
}

/// Why one key and its value were refused, where nothing goes on without it.
pub fn refused(language: Language, problem: &Problem) -> String {
    let told = |text, expected: &str| {
        let values = [("key", &*problem.key), ("value", &*problem.value), ("expected", expected)];
        fill(language.text(text), &values)
    };
    match &problem.reason {
        Reason::GoneKey => told(Text::MessageGoneKey, ""),
        Reason::UnknownKey => told(Text::FileUnknownKey, ""),
        Reason::NotAccepted(accepted) => told(Text::FileBadValue, &expected(language, accepted)),
        Reason::GivenTwice => told(Text::FileTwice, ""),
        Reason::OtherVersion => {
            // A link's key of it is another one than a file's.
            let ours = if problem.key == "v" { link::VERSION } else { file::VERSION };
            told(Text::FileVersion, &ours.to_string())
        }
        Reason::NotAName => told(Text::MessageBadName, ""),
        Reason::Damaged => told(Text::MessageDamaged, ""),
        Reason::TooLong => told(Text::MessageTooLong, ""),
    }
}
