//! A figure of the data files as people read it: with unit, and with its band.

use crate::model::tables::{Law, Parameter};
use crate::words::text::{Language, Text, fill};

/// Decimals beyond this are never known.
const MOST_DECIMALS: usize = 4;
/// Whole kroner above this are told in millions.
const MANY_KRONER: f64 = 1e6;

/// The central value under a law with its unit.
pub fn central(language: Language, parameter: Parameter, law: Law) -> String {
    at(language, parameter, parameter.figure(law).central)
}

/// A value of a parameter with its unit.
pub fn at(language: Language, parameter: Parameter, value: f64) -> String {
    let unit = parameter.spec().unit;
    with_unit(language, unit, &number(language, unit, value), value)
}

/// A value that it is set to with its unit, and the band where there is one.
pub fn set_to(language: Language, parameter: Parameter, value: f64, law: Law) -> String {
    with(at(language, parameter, value), band(language, parameter, law))
}

/// The central value and the band without the words of the unit, for a table: `22 % (15,4–30,8 %)`.
pub fn short(language: Language, parameter: Parameter, law: Law) -> String {
    let unit = parameter.spec().unit;
    let central = sign(language, unit, &number(language, unit, parameter.figure(law).central));
    with(central, band(language, parameter, law))
}

/// The central value with its unit, and the band where there is one: `25 % om året (15–33 %)`.
pub fn with_band(language: Language, parameter: Parameter, law: Law) -> String {
    set_to(language, parameter, parameter.figure(law).central, law)
}

fn with(central: String, band: Option<String>) -> String {
    match band {
        Some(band) => format!("{central} ({band})"),
        None => central,
    }
}

/// The 5th and 95th percentiles, without the words of the unit.
fn band(language: Language, parameter: Parameter, law: Law) -> Option<String> {
    let unit = parameter.spec().unit;
    let [low, high] = parameter.figure(law).spread?;
    let (low, high) = (number(language, unit, low), number(language, unit, high));
    Some(sign(language, unit, &format!("{low}–{high}")))
}

/// The 5th and 95th percentiles, without the words of the unit; empty for a figure taken as certain.
pub fn spread(language: Language, parameter: Parameter, law: Law) -> String {
    band(language, parameter, law).unwrap_or_default()
}

/// How many of what a field for it shows make one of the data file: shares are told in hundredths.
pub fn scale(unit: &str) -> f64 {
    if is_share(unit) { 100.0 } else { 1.0 }
}

/// A value as a field for it shows it: its number without the unit.
pub fn bare(language: Language, parameter: Parameter, value: f64) -> String {
    number(language, parameter.spec().unit, value)
}

/// The unit of what a field for it shows.
pub fn field_unit(language: Language, unit: &str) -> String {
    let percent = fill(language.spec().percent, &[("value", "")]).trim().to_owned();
    match unit {
        "share" => percent,
        "per_month" => fill(language.text(Text::NumberPerMonth), &[("value", &percent)]),
        "per_year" => fill(language.text(Text::NumberPerYear), &[("value", &percent)]),
        _ => language.unit(unit).to_owned(),
    }
}

/// From one value to another with the unit.
pub fn range(language: Language, unit: &str, [low, high]: [f64; 2]) -> String {
    let both = format!("{}–{}", number(language, unit, low), number(language, unit, high));
    with_unit(language, unit, &both, 0.0)
}

/// The bare number: hundredths for shares, as many decimals as it has.
fn number(language: Language, unit: &str, value: f64) -> String {
    let value = scale(unit) * value;
    let near = |decimals: usize| {
        let scale = [1.0, 1e1, 1e2, 1e3][decimals];
        ((value * scale).round() / scale - value).abs() <= 5e-4 * value.abs()
    };
    let decimals = (0..MOST_DECIMALS).find(|decimals| near(*decimals)).unwrap_or(MOST_DECIMALS);
    language.style().fixed(value, decimals)
}

fn with_unit(language: Language, unit: &str, number: &str, value: f64) -> String {
    if unit == "dkk" && value >= MANY_KRONER {
        return language.money(value);
    }
    let number = sign(language, unit, number);
    match unit {
        "share" | "percent" => number,
        "per_month" => fill(language.text(Text::NumberPerMonth), &[("value", &number)]),
        "per_year" | "percent_per_year" => fill(language.text(Text::NumberPerYear), &[("value", &number)]),
        _ => format!("{number}\u{a0}{}", language.unit(unit)),
    }
}

fn sign(language: Language, unit: &str, number: &str) -> String {
    match is_share(unit) || unit.starts_with("percent") {
        true => fill(language.spec().percent, &[("value", number)]).replace(' ', "\u{a0}"),
        false => number.to_owned(),
    }
}

fn is_share(unit: &str) -> bool {
    ["share", "per_month", "per_year"].contains(&unit)
}
