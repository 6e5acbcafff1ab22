//! What could not be used, told in plain words: what it was, where, and what would have been accepted.

#[cfg(all(feature = "embed", target_arch = "wasm32"))]
mod embed;
#[cfg(feature = "more")]
mod file;
#[cfg(feature = "more")]
mod own;
#[cfg(feature = "more")]
mod run;

#[cfg(all(feature = "embed", target_arch = "wasm32"))]
pub use embed::fault;
#[cfg(feature = "more")]
pub use file::{file_problem, refused};
#[cfg(feature = "more")]
pub use own::{own_note, own_problem};
#[cfg(feature = "more")]
pub use run::run_problem;

use super::text::{Language, Text, fill};
use crate::scenario::keys::Expected;
use crate::scenario::link::{Problem, Reason};

/// More options than this are not told: of the places, those nearest to what was given come first.
const MOST_OPTIONS: usize = 24;

/// One line for each part of a link that was left out.
pub fn problem(language: Language, problem: &Problem) -> String {
    let told = |text, expected: &str| {
        let values = [("key", &*problem.key), ("value", &*problem.value), ("expected", expected)];
        fill(language.text(text), &values)
    };
    match &problem.reason {
        Reason::UnknownKey => told(Text::MessageUnknownKey, ""),
        Reason::GoneKey => told(Text::MessageGoneKey, ""),
        Reason::NotAccepted(accepted) => told(Text::MessageBadValue, &expected(language, accepted)),
        Reason::GivenTwice => told(Text::MessageTwice, ""),
        Reason::OtherVersion => told(Text::MessageVersion, ""),
        Reason::NotAName => told(Text::MessageBadName, ""),
        Reason::Damaged => told(Text::MessageDamaged, ""),
        Reason::TooLong => told(Text::MessageTooLong, ""),
    }
}

/// What a key accepts.
pub fn expected(language: Language, accepted: &Expected) -> String {
    match accepted {
        Expected::OneOf(words) => {
            let more = if words.len() > MOST_OPTIONS { ", …" } else { "" };
            let options = words[..words.len().min(MOST_OPTIONS)].join(", ") + more;
            fill(language.text(Text::MessageExpectedChoice), &[("options", &options)])
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
