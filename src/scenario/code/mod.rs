//! A short code for what a team in a room has moved, to be read aloud and typed: the room knows where all began.
//!
//! ```
//! use raaderum::scenario::{code, link};
//!
//! let base = link::read("place=silkeborg").scenario;
//! let moved = link::read("place=silkeborg&caseload.activity_ready=45").scenario;
//! let written = code::write(&base, &moved, Some(3));
//! assert_eq!(code::read(&base, &written.to_lowercase()), Ok(code::Sent { team: Some(3), scenario: moved }));
//! assert_eq!(code::read(&link::read("place=typical").scenario, &written), Err(code::Problem::OtherBase));
//! ```
//!
//! The letters and digits are Crockford's base 32: no I, L, O and U. The first says which team it is, three say what was
//! moved from, then comes what was moved, as one long number, and every 29 of these are followed by two that check them
//! ([`check`]).

pub mod check;
mod levers;
mod number;

use super::keys::Key;
use super::{Scenario, link};
use check::Guess;

/// So many teams have a number.
pub const MOST_TEAMS: u8 = 12;
/// Symbols between two dashes.
const GROUP: usize = 4;
/// Symbols that say what was moved from.
const OF_BASE: usize = 3;
/// More symbols than it takes to move every lever are nothing of ours.
const LONGEST: usize = 32 * check::BLOCK;
const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// What a code says.
#[derive(Clone, Debug, PartialEq)]
pub struct Sent {
    /// The team's number, if it gave one.
    pub team: Option<u8>,
    /// What the team has made of the base.
    pub scenario: Scenario,
}

/// Why a code cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing was typed.
    Empty,
    /// A sign that is in no code, and where it stands among the letters and digits, from 1.
    NotASymbol(char, usize),
    /// Some of it is missing.
    TooShort,
    /// It is longer than any of ours.
    TooLong,
    /// The check digits do not fit; where one slip explains it, that one.
    Mistyped(Option<Guess>),
    /// It was made from another scenario, or by a page with other levers.
    OtherBase,
    /// A later version of the page has made it.
    Later,
    /// It moves a lever, or moves it to a value, that is not known here.
    UnknownLever,
}

/// The code of what differs between two scenarios that differ in levers alone.
pub fn write(base: &Scenario, scenario: &Scenario, team: Option<u8>) -> String {
    let mut symbols = vec![team.filter(|team| *team <= MOST_TEAMS).unwrap_or(0)];
    symbols.extend(of_base(base));
    symbols.extend(moves(base, scenario));
    let checked = check::with_checks(&symbols);
    let letters: Vec<char> = checked.iter().map(|symbol| letter(*symbol)).collect();
    let groups: Vec<String> = letters.chunks(GROUP).map(|group| group.iter().collect()).collect();
    groups.join("-")
}

/// What a code means to who knows the base.
pub fn read(base: &Scenario, typed: &str) -> Result<Sent, Problem> {
    let symbols = symbols(typed)?;
    let Some(bare) = check::without_checks(&symbols) else {
        return Err(if symbols.len() <= 1 + OF_BASE { Problem::TooShort } else { mistyped(base, &symbols) });
    };
    meant(base, &bare)
}

/// Spaces, dashes and small letters do not matter, nor an O for a nought and an I or L for a one.
fn symbols(typed: &str) -> Result<Vec<u8>, Problem> {
    let mut symbols = Vec::new();
    for letter in typed.chars().filter(counts) {
        if symbols.len() == LONGEST {
            return Err(Problem::TooLong);
        }
        symbols.push(symbol(letter).ok_or(Problem::NotASymbol(letter, symbols.len() + 1))?);
    }
    if symbols.is_empty() { Err(Problem::Empty) } else { Ok(symbols) }
}

/// The sign of this number, from 1, of those that count.
pub fn nth(typed: &str, place: usize) -> Option<char> {
    typed.chars().filter(counts).nth(place.checked_sub(1)?)
}

fn counts(letter: &char) -> bool {
    !letter.is_ascii_whitespace() && !"-–—‐‑−_.\u{a0}".contains(*letter)
}

fn symbol(letter: char) -> Option<u8> {
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    SYMBOLS.iter().position(|known| char::from(*known) == letter).map(|place| place as u8)
}

/// How a symbol is written.
pub fn letter(symbol: u8) -> char {
    char::from(SYMBOLS[usize::from(symbol) % SYMBOLS.len()])
}

/// What checked symbols mean.
fn meant(base: &Scenario, symbols: &[u8]) -> Result<Sent, Problem> {
    let Some(([team, of], moved)) = symbols.split_first().and_then(|(team, rest)| {
        let (of, moved) = rest.split_at_checked(OF_BASE)?;
        Some(([std::slice::from_ref(team), of], moved))
    }) else {
        return Err(Problem::TooShort);
    };
    let team = team.first().copied().unwrap_or(0);
    if team > MOST_TEAMS {
        return Err(Problem::Later);
    }
    if of != of_base(base) {
        return Err(Problem::OtherBase);
    }
    let scenario = moved_to(base, moved).ok_or(Problem::UnknownLever)?;
    Ok(Sent { team: (team > 0).then_some(team), scenario })
}

/// The one slip after whose repair the code means something, if there is exactly one.
fn mistyped(base: &Scenario, symbols: &[u8]) -> Problem {
    let mut guesses = check::guesses(symbols).into_iter().filter(|guess| {
        let mended = check::mend(symbols, *guess);
        check::without_checks(&mended).is_some_and(|bare| meant(base, &bare).is_ok())
    });
    let first = guesses.next();
    Problem::Mistyped(first.filter(|_| guesses.next().is_none()))
}

/// Fifteen bits that tell this base, and the levers that there are, from others (FNV-1a, 64 bits).
fn of_base(base: &Scenario) -> [u8; OF_BASE] {
    let bytes = link::write(base).into_bytes().into_iter().chain(levers::described());
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let mixed = hash ^ (hash >> 32);
    std::array::from_fn(|place| (mixed >> (5 * place)) as u8 & 31)
}

/// What was moved as one number, the largest symbol first: of each lever how many keys lie between it and the one before,
/// and where it stands. A number that has come to nought says that nothing follows.
fn moves(base: &Scenario, scenario: &Scenario) -> Vec<u8> {
    let keys = levers::keys();
    let (mut digits, mut next) = (Vec::new(), 0);
    for (place, key) in keys.iter().enumerate() {
        let text = key.text(scenario);
        if text != key.text(base) {
            digits
                .push(number::Digit { value: (place - next + 1) as u32, of: (keys.len() - next + 1) as u32 });
            digits.extend(levers::digits(*key, &text));
            next = place + 1;
        }
    }
    number::write(&digits)
}

/// The base with what was moved; `None` where a lever or its value is unknown.
fn moved_to(base: &Scenario, symbols: &[u8]) -> Option<Scenario> {
    let keys = levers::keys();
    let mut number = number::Number::read(symbols)?;
    let (mut scenario, mut next) = (base.clone(), 0);
    while !number.is_nought() {
        let step = number.pull((keys.len() - next + 1) as u32) as usize;
        let place = next + step.checked_sub(1)?;
        let key: &Key = keys.get(place)?;
        let text = levers::text(*key, &mut |of| number.pull(of))?;
        key.set(&mut scenario, &text).ok()?;
        next = place + 1;
    }
    Some(scenario)
}
