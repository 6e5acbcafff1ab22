//! Teams and their codes in words.

use super::amount::{Amount, bracketed};
use super::text::{Language, Text, fill};
use crate::questions::setting::{Setting, present};
use crate::questions::team::{Found, Stands};
use crate::scenario::Scenario;
use crate::scenario::code::check::Guess;
use crate::scenario::code::{self, Problem};
use crate::scenario::keys::{Expected, Key, OFF, ON};
use crate::scenario::team::room::{Entry, meaning};
use crate::uncertainty::bands::Between;
use crate::words::{question, sentence};

/// Why a code cannot be used; `typed` is what was typed.
pub fn problem(language: Language, problem: &Problem, typed: &str) -> String {
    let say = |text, values: &[(&str, &str)]| fill(language.text(text), values);
    let at = |place: usize| code::nth(typed, place).map(String::from).unwrap_or_default();
    match *problem {
        Problem::Empty => say(Text::TeamEmpty, &[]),
        Problem::NotASymbol(symbol, place) => {
            let values = [("place", &*place.to_string()), ("symbol", &symbol.to_string())];
            say(Text::TeamNotASymbol, &values)
        }
        Problem::TooShort => say(Text::TeamTooShort, &[]),
        Problem::TooLong => say(Text::TeamLonger, &[]),
        Problem::Mistyped(None) => say(Text::TeamMistyped, &[]),
        Problem::Mistyped(Some(Guess::Symbol(place, should))) => {
            let (symbol, should) = (at(place), code::letter(should).to_string());
            let values = [("place", &*place.to_string()), ("symbol", &symbol), ("should", &should)];
            say(Text::TeamMistypedAt, &values)
        }
        Problem::Mistyped(Some(Guess::Swapped(place))) => {
            let values = [("place", &*place.to_string()), ("next", &(place + 1).to_string())];
            say(Text::TeamMistypedSwap, &values)
        }
        Problem::OtherBase => say(Text::TeamOtherBase, &[]),
        Problem::Later => say(Text::TeamLater, &[]),
        Problem::UnknownLever => say(Text::TeamUnknown, &[]),
    }
}

/// What a team is called: as the room calls it, or by its number.
pub fn name(language: Language, base: &Scenario, entry: &Entry) -> String {
    if !entry.name.is_empty() {
        return entry.name.clone();
    }
    match meaning(base, entry).and_then(|sent| sent.team) {
        Some(number) => fill(language.text(Text::TeamByNumber), &[("number", &number.to_string())]),
        None => language.text(Text::TeamUnnumbered).to_owned(),
    }
}

/// A figure, and apart from it its band in brackets.
fn with_band(language: Language, amount: Amount, (value, band): (f64, Between)) -> [String; 2] {
    [amount.told(language, value), bracketed(String::new(), &amount.between(language, value, band))]
}

/// People in jobs, the municipality's net and the chance of payback, each with its band where there is one.
pub fn figures(language: Language, found: &Found) -> [[String; 2]; 3] {
    let chance = match found.chance {
        Some(chance) => language.chance(chance),
        None => sentence::payback(language, found.payback),
    };
    [
        with_band(language, Amount::More, found.jobs),
        with_band(language, Amount::Net, found.net),
        [chance, String::new()],
    ]
}

/// The lowest, the middle and the highest place of a lever; or how many stand at which word.
pub fn stands(language: Language, key: Key, stands: &Stands) -> Result<[String; 3], String> {
    match stands {
        Stands::Numbers(numbers) => {
            Ok(numbers.map(|number| question::setting(language, key, Setting::Number(number))))
        }
        Stands::Words(words) => {
            let told = words.iter().map(|(word, count)| {
                let said = said(language, key, word);
                let values = [("word", &*said), ("count", &count.to_string())];
                fill(language.text(Text::TeamTimes), &values)
            });
            Err(told.collect::<Vec<_>>().join(" · "))
        }
    }
}

/// Where a lever stands in a scenario.
pub fn at(language: Language, key: Key, scenario: &Scenario) -> String {
    match present(key, scenario) {
        Setting::Word(word) => said(language, key, word),
        number => question::setting(language, key, number),
    }
}

/// A word that a lever stands at; a switch has none of its own.
fn said(language: Language, key: Key, word: &str) -> String {
    match word {
        ON => language.text(Text::TeamOn).to_owned(),
        OFF if key.expected() == (Expected::OneOf(vec![ON, OFF])) => language.text(Text::TeamOff).to_owned(),
        word => question::said(language, key, word),
    }
}
