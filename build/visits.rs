//! When a text is needed, by the section it stands in: each module of the page fetches no more than it says.

/// Sections of texts that a first visit has no use for: the module with everything fetches them with its own file.
const NOT_OF_FIRST_VISIT: [&str; 22] = [
    "about.",
    "ask.",
    "builder.",
    "cases.",
    "confidence.",
    "differs.",
    "evidence.",
    "file.",
    "law.",
    "lever.",
    "memo.",
    "method.",
    "out.",
    "own.",
    "pins.",
    "plot.",
    "present.",
    "question.",
    "surroundings.",
    "take.",
    "team.",
    "why.",
];
/// What an embed says besides what a first visit does: a section of its own, and how a chart is read off.
const OF_EMBEDS: [&str; 3] = ["embed.", "plot.read", "plot.months"];
/// Sections of texts that only an embed says.
const OF_EMBEDS_ALONE: [&str; 1] = ["embed."];
/// Sections of texts that only the command line says: they weigh nothing in the page.
const NOT_OF_THE_PAGE: [&str; 1] = ["command."];

/// When a page needs a text.
#[derive(PartialEq)]
pub enum Visit {
    /// At once.
    First,
    /// With the module that has everything.
    More,
    /// It is said elsewhere.
    Never,
}

impl Visit {
    /// When the text with this key is needed.
    pub fn of(key: &str) -> Self {
        let among = |sections: &[&str]| is_among(key, sections);
        match () {
            () if among(&NOT_OF_THE_PAGE) || among(&OF_EMBEDS_ALONE) => Self::Never,
            () if among(&NOT_OF_FIRST_VISIT) => Self::More,
            () => Self::First,
        }
    }
}

/// Whether an embed says it besides what a first visit does.
pub fn is_of_embeds(key: &str) -> bool {
    is_among(key, &OF_EMBEDS)
}

fn is_among(key: &str, sections: &[&str]) -> bool {
    sections.iter().any(|section| key.starts_with(section))
}
