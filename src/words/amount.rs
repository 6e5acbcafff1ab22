//! Gains and losses in words: the word carries the sign, and the number has none.
//!
//! ```
//! use raaderum::words::amount::Amount;
//! use raaderum::words::text::Language;
//!
//! let danish = Language::default();
//! let told = Amount::People.with_band(danish, -156.0, Some([-494.0, 355.0]));
//! assert_eq!(told, "156 færre (mellem 494 færre og 355 flere)");
//! assert_eq!(Amount::More.with_band(danish, 12.0, Some([3.0, 40.0])), "12 (3 til 40)");
//! ```

use super::text::{Language, Text, fill};
use crate::scenario::precision::LEAST_KRONER;
use crate::uncertainty::bands::Between;

/// What a figure is of, and so which words its sign has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// Persons more or fewer.
    People,
    /// The same under a name that says "more".
    More,
    /// What a purse has gained or lost, DKK.
    Net,
    /// What something costs or saves, under a name that says "price", DKK.
    Price,
}

impl Amount {
    /// The figure, as it is printed: nought, or on which side of it.
    fn side(self, value: f64) -> i8 {
        let size = match self {
            Self::People | Self::More => value.abs().round(),
            Self::Net | Self::Price if value.abs() < LEAST_KRONER => 0.0,
            Self::Net | Self::Price => value.abs(),
        };
        match value {
            _ if size == 0.0 => 0,
            less if less < 0.0 => -1,
            _ => 1,
        }
    }

    /// Two sizes, the unit with the second alone where it is the same.
    fn sizes(self, language: Language, values: [f64; 2]) -> [String; 2] {
        let sizes = values.map(f64::abs);
        match self {
            Self::People | Self::More => sizes.map(|size| language.persons(size)),
            Self::Net | Self::Price => language.money_ends(sizes),
        }
    }

    fn number(self, language: Language, value: f64) -> String {
        let [_, number] = self.sizes(language, [0.0, value]);
        number
    }

    /// With a word for its sign.
    fn worded(self, language: Language, value: f64) -> String {
        self.word(language, value, &self.number(language, value))
    }

    /// A number that is printed for a value, with the word for its sign.
    fn word(self, language: Language, value: f64, number: &str) -> String {
        let text = match (self, self.side(value)) {
            (Self::People | Self::More, 0) => return language.text(Text::AmountNone).to_owned(),
            (_, 0) => return number.to_owned(),
            (Self::People | Self::More, -1) => Text::AmountFewer,
            (Self::People | Self::More, _) => Text::AmountMore,
            (Self::Price, -1) => Text::AmountSaved,
            (Self::Net, 1) => Text::AmountGained,
            (Self::Net | Self::Price, _) => Text::AmountLost,
        };
        fill(language.text(text), &[("value", number)])
    }

    /// The figure; without a word where the name beside it has it.
    pub fn told(self, language: Language, value: f64) -> String {
        match (self, self.side(value)) {
            (Self::More | Self::Price, 1) => self.number(language, value),
            _ => self.worded(language, value),
        }
    }

    /// Where nine of ten outcomes lie: bare numbers where all of it is on the side of the value, else each end with its
    /// word. Nothing where nothing is uncertain.
    pub fn between(self, language: Language, value: f64, ends: Between) -> String {
        let Some([low, high]) = ends else { return String::new() };
        let side = self.side(value);
        if side != 0 && [low, high].iter().all(|end| [0, side].contains(&self.side(*end))) {
            let sizes = if side < 0 { [-high, -low] } else { [low, high] }.map(|end| end.max(0.0));
            return match self {
                Self::People | Self::More => language.persons_between(Some(sizes)),
                Self::Net | Self::Price => language.money_between(Some(sizes)),
            };
        }
        let [first, second] = self.sizes(language, [low, high]);
        let [low, high] = [(low, first), (high, second)].map(|(end, size)| self.word(language, end, &size));
        match low == high {
            true => String::new(),
            false => fill(language.text(Text::AmountBetween), &[("low", &low), ("high", &high)]),
        }
    }

    /// The figure and in brackets its band.
    pub fn with_band(self, language: Language, value: f64, ends: Between) -> String {
        bracketed(self.told(language, value), &self.between(language, value, ends))
    }

    /// The same, always with a word.
    pub fn worded_with_band(self, language: Language, value: f64, ends: Between) -> String {
        bracketed(self.worded(language, value), &self.between(language, value, ends))
    }
}

/// Something, and in brackets what belongs to it where there is any.
pub fn bracketed(told: String, more: &str) -> String {
    if more.is_empty() { told } else { format!("{told} ({more})") }
}
