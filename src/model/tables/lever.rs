//! The rows of the table of levers.

/// Something a visitor can move.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LeverSpec {
    /// As in links, without the group: `caseload`.
    pub key: &'static str,
    /// Whether each group has its own: `caseload.activity_ready`.
    pub per_group: bool,
    /// Where on the page it stands: place in [`super::LEVER_GROUPS`].
    pub group: usize,
    /// Whether it is always in sight there.
    pub main: bool,
    /// All that must hold for it to change anything.
    pub needs: &'static [Need],
    /// What it may be set to.
    pub kind: LeverKind,
}

/// One thing without which a lever changes nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Need {
    /// Another lever stands at one of these words.
    Is(&'static str, &'static [&'static str]),
    /// Another lever stands at none of these words; of a lever that each group has, that of some group.
    Not(&'static str, &'static [&'static str]),
    /// The law gives the group a mentor.
    Mentor,
    /// The law gives some group a coordinating caseworker.
    Coordinator,
    /// The place is not the whole country.
    Municipality,
}

/// What of a place a slider's range is a share of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// What today's caseworkers cost a year.
    Caseworkers,
    /// The reserves that may be used.
    Reserve,
}

/// What a lever may be set to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LeverKind {
    /// A number, perhaps also one word.
    Number {
        /// Id of the unit.
        unit: &'static str,
        /// Smallest value.
        min: f64,
        /// Largest value.
        max: f64,
        /// Values are `min` and whole steps above it.
        step: f64,
        /// What a slider shows, at most `min` to `max`.
        usual: [f64; 2],
        /// What a slider shows where that depends on the place: so large a share of it, from nought.
        span: Option<(Span, f64)>,
        /// None is the word, or without one the place's or the law's own figure.
        default: Option<f64>,
        /// A word that stands for no number: `never`, `off`.
        word: Option<&'static str>,
        /// The number that takes the word's place when that is switched off.
        instead: f64,
    },
    /// One of a few words.
    Choice {
        /// The words, as in links.
        options: &'static [&'static str],
        /// One of them.
        default: &'static str,
    },
    /// On or off.
    Switch {
        /// Whether it is on when nothing is moved.
        default: bool,
    },
}
