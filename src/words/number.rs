//! Numbers as people of a language write and type them.
//!
//! A language gives its two separators; units come in as text, so nothing here knows a language:
//!
//! ```
//! use raaderum::words::number::{Money, NumberStyle, Unit};
//! let danish = NumberStyle { decimal: ',', thousands: '.' };
//! assert_eq!(danish.fixed(1_234_567.84, 1), "1.234.567,8");
//! assert_eq!(danish.parse("1.234,5"), Some(1234.5));
//! let money = Money { one: Unit::after(" kr."), million: Unit::after(" mio. kr."), billion: Unit::after(" mia. kr.") };
//! assert_eq!(danish.money(-14.2e6, &money), "−14\u{a0}mio.\u{a0}kr.");
//! ```
//!
//! Everywhere: minus is U+2212, halves round away from zero, a rounded zero has no sign, spaces in units
//! become non-breaking, and what is no number (NaN, infinity) is printed as [`NO_NUMBER`].

use crate::scenario::digits;

/// What stands where there is no number.
pub const NO_NUMBER: &str = "–";

const MINUS: char = '\u{2212}';
const NO_BREAK_SPACE: char = '\u{a0}';

/// Longer input is not a number that a person typed.
const LONGEST_INPUT: usize = 40;

/// The separators of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberStyle {
    /// Between ones and tenths.
    pub decimal: char,
    /// Between groups of three digits.
    pub thousands: char,
}

/// What stands before and after a number: `("", " kr.")` in Danish, `("DKK ", "m")` in English.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unit<'a> {
    /// Between the sign and the digits.
    pub before: &'a str,
    /// After the last digit.
    pub after: &'a str,
}

impl<'a> Unit<'a> {
    /// A unit that follows its number; a leading space belongs to it (`" kr."`, `"%"`).
    #[must_use]
    pub const fn after(after: &'a str) -> Self {
        Self { before: "", after }
    }
}

/// The units of an amount of kroner by its size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Money<'a> {
    /// Kroner.
    pub one: Unit<'a>,
    /// Millions of kroner.
    pub million: Unit<'a>,
    /// Thousands of millions of kroner.
    pub billion: Unit<'a>,
}

impl NumberStyle {
    /// A whole number: `1.234`.
    #[must_use]
    pub fn whole(&self, value: f64) -> String {
        self.fixed(value, 0)
    }

    /// A number with this many decimals: `1.234,5`.
    #[must_use]
    pub fn fixed(&self, value: f64, decimals: usize) -> String {
        self.with_unit(value, decimals, Unit::default())
    }

    /// A number with a unit; the sign stands first: `−DKK 14m`.
    #[must_use]
    pub fn with_unit(&self, value: f64, decimals: usize, unit: Unit) -> String {
        if !value.is_finite() {
            return NO_NUMBER.into();
        }
        let digits = self.digits(value, decimals);
        let zero = !digits.contains(|c: char| c.is_ascii_digit() && c != '0');
        let sign = if value < 0.0 && !zero { MINUS.to_string() } else { String::new() };
        format!("{sign}{}{digits}{}", unit.before, unit.after).replace(' ', &NO_BREAK_SPACE.to_string())
    }

    /// A share of one in hundredths: `0.123` is `12 %`.
    #[must_use]
    pub fn percent(&self, share: f64, decimals: usize, unit: Unit) -> String {
        self.with_unit(share * 100.0, decimals, unit)
    }

    /// As many figures as an effect is known to: with two, `0,35`, `3,5`, `35`, `350`.
    #[must_use]
    pub fn significant(&self, value: f64, figures: usize) -> String {
        let (value, decimals) = to_figures(value, figures);
        self.fixed(value, decimals)
    }

    /// An amount of kroner to what is known of it: tenths of a million up to ten millions, whole millions
    /// up to a thousand, tenths of a billion above; under 100,000 kroner two significant figures.
    #[must_use]
    pub fn money(&self, kroner: f64, units: &Money) -> String {
        // The borders lie where rounding crosses them, so that 999.6 m is 1.0 bn and not 1,000 m.
        match kroner.abs() {
            size if size >= 999.5e6 => self.with_unit(kroner / 1e9, 1, units.billion),
            size if size >= 9.95e6 => self.with_unit(kroner / 1e6, 0, units.million),
            size if size >= 99_500.0 => self.with_unit(kroner / 1e6, 1, units.million),
            _ => {
                let (rounded, _) = to_figures(kroner, 2);
                self.with_unit(rounded, 0, units.one)
            }
        }
    }

    /// What a person typed, or `None` if it is no number.
    ///
    /// Both separators are understood in every language: a lone separator is read as the language writes
    /// it where that makes a number (`1.234` is 1234 in Danish), else as the decimal (`1234.5`, `0.250`).
    #[must_use]
    pub fn parse(&self, text: &str) -> Option<f64> {
        let text = text.trim();
        let unsigned = text.strip_prefix(['-', MINUS, '+']);
        let negative = unsigned.is_some() && !text.starts_with('+');
        let body: String =
            unsigned.unwrap_or(text).chars().filter(|c| !c.is_whitespace() && *c != '\'').collect();
        let plain = |c: char| c.is_ascii_digit() || self.separates(c);
        if body.len() > LONGEST_INPUT
            || !body.contains(|c: char| c.is_ascii_digit())
            || !body.chars().all(plain)
        {
            return None;
        }
        let value = match self.decimal_at(&body)? {
            Some(at) => {
                let (ones, tenths) = body.split_at(at);
                let tenths: String = tenths.chars().skip(1).collect();
                digits::read(&format!("0{}.{tenths}0", self.ungrouped(ones)?))?
            }
            None => digits::read(&self.ungrouped(&body)?)?,
        };
        value.is_finite().then_some(if negative && value != 0.0 { -value } else { value })
    }

    /// The digits without sign, in groups of three.
    fn digits(&self, value: f64, decimals: usize) -> String {
        let text = rounded(nudged(value.abs()), decimals);
        let (ones, tenths) = text.split_at(text.len() - decimals);
        let mut out = String::with_capacity(text.len() + ones.len() / 3);
        for (place, digit) in ones.chars().enumerate() {
            if place > 0 && (ones.len() - place).is_multiple_of(3) {
                out.push(self.thousands);
            }
            out.push(digit);
        }
        if !tenths.is_empty() {
            out.push(self.decimal);
            out.push_str(tenths);
        }
        out
    }

    fn separates(&self, c: char) -> bool {
        c == '.' || c == ',' || c == self.decimal || c == self.thousands
    }

    /// Where the decimal separator stands: `None` if this is no number, `Some(None)` if it is a whole one.
    fn decimal_at(&self, body: &str) -> Option<Option<usize>> {
        let Some(last) = body.rfind(|c| self.separates(c)) else { return Some(None) };
        let separator = body[last..].chars().next()?;
        let alone = body.chars().filter(|c| self.separates(*c)).all(|c| c == separator);
        let once = body.matches(separator).count() == 1;
        let grouped = alone && self.ungrouped(body).is_some();
        match (alone, once) {
            (true, true) if separator == self.thousands && grouped => Some(None),
            (_, true) => Some(Some(last)),
            (true, false) if grouped => Some(None),
            _ => None,
        }
    }

    /// The digits without the separators between groups of three, or `None` if the groups are not such.
    fn ungrouped(&self, ones: &str) -> Option<String> {
        let mut groups = ones.split(|c| self.separates(c));
        let first = groups.next()?;
        let rest: Vec<&str> = groups.collect();
        let opens = (1..=3).contains(&first.len()) && !first.starts_with('0');
        let fits = rest.is_empty() || (opens && rest.iter().all(|group| group.len() == 3));
        fits.then(|| rest.iter().fold(first.to_string(), |all, group| all + group))
    }
}

/// Lifts a positive number by a few last bits, so that what was meant as a half (0.145 × 100 is
/// 14.499999999999998) rounds away from zero. Above a million million the lift would reach whole numbers.
fn nudged(size: f64) -> f64 {
    if size < 1e12 { size + size * 4.0 * f64::EPSILON } else { size }
}

/// The digits of a positive number with this many decimals, without the point between: 12.34 with one is `123`.
fn rounded(size: f64, decimals: usize) -> String {
    let last = (size * ten_to(decimals)).round();
    // What has more digits than a whole number can hold has no decimals that anybody knows.
    let all = if last < MOST_DIGITS {
        (last as u64).to_string()
    } else {
        digits::write(size.trunc()) + &"0".repeat(decimals)
    };
    let missing = (decimals + 1).saturating_sub(all.len());
    "0".repeat(missing) + &all
}

/// Above this not every whole number is one of the computer's, and a number is written by its leading digits.
const MOST_DIGITS: f64 = 1e18;

/// The most decimals that are ever written.
const MOST_DECIMALS: i32 = 20;

fn ten_to(power: usize) -> f64 {
    (0..power).fold(1.0, |all, _| all * 10.0)
}

/// The number rounded to this many significant figures, and the decimals it takes to write it.
fn to_figures(value: f64, figures: usize) -> (f64, usize) {
    // A zero has no significant figure; it is written as a whole number.
    if value == 0.0 || !value.is_finite() {
        return (value, 0);
    }
    let (size, figures) = (nudged(value.abs()), figures.max(1) as i32);
    let scaled = |places: i32| {
        let scale = ten_to(places.unsigned_abs() as usize);
        if places < 0 { size / scale } else { size * scale }
    };
    let most = ten_to(figures as usize);
    // The decimals that leave so many digits before the point.
    let mut decimals = MOST_DECIMALS;
    while scaled(decimals).round() >= most {
        decimals -= 1;
    }
    let (last, scale) = (scaled(decimals).round(), ten_to(decimals.unsigned_abs() as usize));
    let rounded = if decimals < 0 { last * scale } else { last / scale };
    (rounded.copysign(value), decimals.max(0) as usize)
}

#[cfg(test)]
mod tests;
