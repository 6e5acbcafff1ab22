//! What could not be used, told in plain words: what it was, where, and what would have been accepted.

mod own;

pub use own::{own_note, own_problem};

use super::text::{Language, Text, fill};
use crate::scenario::file::{self, FileProblem};
use crate::scenario::keys::Expected;
use crate::scenario::link::{Problem, Reason};

/// One line for each part of a link that was left out.
pub fn problem(language: Language, problem: &Problem) -> String {
    let told = |text, expected: &str| {
        let values = [("key", &*problem.key), ("value", &*problem.value), ("expected", expected)];
        fill(language.text(text), &values)
    };
    match &problem.reason {
        Reason::UnknownKey => told(Text::MessageUnknownKey, ""),
        Reason::NotAccepted(accepted) => told(Text::MessageBadValue, &expected(language, accepted)),
        Reason::GivenTwice => told(Text::MessageTwice, ""),
        Reason::OtherVersion => told(Text::MessageVersion, ""),
        Reason::TooLong => told(Text::MessageTooLong, ""),
    }
}

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
        Reason::UnknownKey => told(Text::FileUnknownKey, ""),
        Reason::NotAccepted(accepted) => told(Text::FileBadValue, &expected(language, accepted)),
        Reason::GivenTwice => told(Text::FileTwice, ""),
        Reason::OtherVersion => told(Text::FileVersion, &file::VERSION.to_string()),
        Reason::TooLong => told(Text::MessageTooLong, ""),
    }
}

/// What a key accepts.
pub fn expected(language: Language, accepted: &Expected) -> String {
    match accepted {
        Expected::OneOf(words) => {
            fill(language.text(Text::MessageExpectedChoice), &[("options", &words.join(", "))])
        }
        Expected::Number { min, max, whole, word } => {
            let (min, max) = (language.exact(*min), language.exact(*max));
            let text = if *whole { Text::MessageExpectedWhole } else { Text::MessageExpectedNumber };
            let number = fill(language.text(text), &[("min", &min), ("max", &max)]);
            match word {
                Some(word) => {
                    fill(language.text(Text::MessageExpectedWord), &[("expected", &number), ("word", word)])
                }
                None => number,
            }
        }
    }
}
