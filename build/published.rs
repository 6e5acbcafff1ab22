//! What came of a case, and what was published of it.

use serde::Deserialize;

use super::texts::{Localized, Source};

/// What came of it, as it was told.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    Gain,
    NoGain,
    Open,
}

/// How sure a published figure is, by those who published it.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sure {
    Trial,
    Compared,
    Counted,
    PartlyExpected,
    Expected,
    Words,
    /// No source of it could be found.
    Unfound,
}

/// What the place published: a figure that the model has a series of, another figure, or only words.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    pub series: Option<String>,
    month: Option<u16>,
    value: Option<f64>,
    /// Of a value that the model has no series of.
    pub unit: Option<String>,
    pub sure: Sure,
    /// The years it is of.
    pub years: Option<String>,
    /// Where it stands, if not where the case does.
    pub source: Option<Source>,
    pub note: Localized,
}

impl Published {
    /// Series, month and value, where there is a figure to hold against.
    pub fn figure(&self) -> Option<(&str, u16, f64)> {
        Some((self.series.as_deref()?, self.month?, self.value?))
    }

    /// Value and unit, where there is a figure and the model has no series of it.
    pub fn other(&self) -> Option<(f64, &str)> {
        Some((self.value?, self.unit.as_deref()?))
    }

    /// Whether what belongs together stands together.
    pub fn is_whole(&self) -> bool {
        let parts = [self.series.is_some(), self.month.is_some(), self.value.is_some(), self.unit.is_some()];
        [[true, true, true, false], [false, false, true, true], [false; 4]].contains(&parts)
    }
}
