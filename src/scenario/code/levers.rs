//! Where a lever stands, as small numbers: its step, its word, or, where somebody has typed a value between two steps,
//! that value in full.

use super::number::Digit;
use crate::model::tables::{LEVERS, LeverKind};
use crate::scenario::digits as decimal;
use crate::scenario::keys::{Expected, Key, OFF, ON};

/// Between two steps so many places can be told without writing the value in full.
const PARTS: u32 = 100;
/// A value in full: its 64 bits in three pieces.
const PIECE: u32 = 22;
/// After the steps: a word, a place between two steps, a value in full.
const BESIDES: u32 = 3;

/// All levers, in the order of links.
pub fn keys() -> Vec<Key> {
    Key::all().filter(|key| matches!(key, Key::Lever(..))).collect()
}

/// The levers and what they take, as bytes: pages that differ in this do not understand each other's codes.
pub fn described() -> Vec<u8> {
    let mut bytes = Vec::new();
    for key in keys() {
        bytes.extend(key.name().into_bytes());
        bytes.extend(steps(key).to_le_bytes());
    }
    bytes
}

/// How many steps of its own a lever has, or how many words.
fn steps(key: Key) -> u32 {
    match kind(key) {
        Some(LeverKind::Number { min, max, step, .. }) => ((max - min) / step).round() as u32 + 1,
        Some(LeverKind::Choice { options, .. }) => options.len() as u32,
        _ => SWITCH.len() as u32,
    }
}

const SWITCH: [&str; 2] = [OFF, ON];

fn kind(key: Key) -> Option<LeverKind> {
    match key {
        Key::Lever(lever, _) => LEVERS.get(lever).map(|spec| spec.kind),
        _ => None,
    }
}

/// The digits of a lever that stands there; `text` as a link has it.
pub fn digits(key: Key, text: &str) -> Vec<Digit> {
    let of = steps(key);
    let word = |words: &[&str]| {
        let value = words.iter().position(|word| *word == text).unwrap_or(0) as u32;
        vec![Digit { value, of }]
    };
    match kind(key) {
        Some(LeverKind::Number { min, step, .. }) => match decimal::read(text) {
            Some(value) => of_number(value, [min, step], of),
            None => vec![Digit { value: of, of: of + BESIDES }],
        },
        Some(LeverKind::Choice { options, .. }) => word(options),
        _ => word(&SWITCH),
    }
}

fn of_number(value: f64, [min, step]: [f64; 2], of: u32) -> Vec<Digit> {
    let near = |parts: u32| {
        let place = ((value - min) / step * f64::from(parts)).round();
        (place >= 0.0 && place <= f64::from((of - 1) * parts))
            .then_some(place as u32)
            .filter(|place| at([min, step], *place, parts).to_bits() == value.to_bits())
    };
    if let Some(value) = near(1) {
        return vec![Digit { value, of: of + BESIDES }];
    }
    if let Some(value) = near(PARTS) {
        return vec![Digit { value: of + 1, of: of + BESIDES }, Digit { value, of: (of - 1) * PARTS + 1 }];
    }
    let piece = |number: u32| (value.to_bits() >> (number * PIECE)) as u32 & ((1 << PIECE) - 1);
    let pieces = (0..3).map(|number| Digit { value: piece(number), of: 1 << PIECE });
    std::iter::once(Digit { value: of + 2, of: of + BESIDES }).chain(pieces).collect()
}

/// The value at a place, as its decimals are written: a tenth three times is three tenths.
fn at([min, step]: [f64; 2], place: u32, parts: u32) -> f64 {
    const DECIMALS: f64 = 1e6;
    ((min + f64::from(place) * step / f64::from(parts)) * DECIMALS).round() / DECIMALS + 0.0
}

/// Where digits put a lever, as a link has it; `pull` gives the next digit of so many values. `None` for nothing of ours.
pub fn text(key: Key, pull: &mut dyn FnMut(u32) -> u32) -> Option<String> {
    let of = steps(key);
    let mut word = |words: &[&'static str]| words.get(pull(of) as usize).map(|word| (*word).to_owned());
    match kind(key)? {
        LeverKind::Number { min, step, .. } => number_text(key, [min, step], of, pull),
        LeverKind::Choice { options, .. } => word(options),
        LeverKind::Switch { .. } => word(&SWITCH),
    }
}

fn number_text(key: Key, scale: [f64; 2], of: u32, pull: &mut dyn FnMut(u32) -> u32) -> Option<String> {
    let value = match pull(of + BESIDES) {
        word if word == of => {
            let Expected::Number { word, .. } = key.expected() else { return None };
            return word.map(str::to_owned);
        }
        between if between == of + 1 => at(scale, pull((of - 1) * PARTS + 1), PARTS),
        full if full == of + 2 => {
            let bits = (0..3).fold(0, |bits, number| bits | u64::from(pull(1 << PIECE)) << (number * PIECE));
            Some(f64::from_bits(bits)).filter(|value| value.is_finite())?
        }
        step => at(scale, step, 1),
    };
    Some(decimal::write(value))
}
