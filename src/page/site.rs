//! The pages there are, and light or dark.

use crate::words::text::Text;

/// Light or dark, where the visitor has chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shade {
    /// Dark ink on light paper.
    Light,
    /// The other way round.
    Dark,
}

/// One page of the site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// Levers beside results.
    #[default]
    Explore,
    /// What the articles told, beside what the model gives.
    Cases,
    /// Every assumption.
    Evidence,
    /// What takes many runs of the model.
    Questions,
    /// How it is computed.
    Method,
    /// Makes an embed for an article.
    Embed,
    /// Runs for a room with a projector.
    Present,
    /// What a team in the room does on its phone.
    Team,
    /// What this is, and by whom it may be used.
    About,
}

impl Page {
    /// One row per page in the order of the header: as in links and in `data-page`, and its name.
    pub const ALL: [(Self, &'static str, Text); 9] = [
        (Self::Explore, "explore", Text::PageExplore),
        (Self::Cases, "cases", Text::PageCases),
        (Self::Evidence, "evidence", Text::PageEvidence),
        (Self::Questions, "questions", Text::PageQuestions),
        (Self::Method, "method", Text::PageMethod),
        (Self::Embed, "embed", Text::PageEmbed),
        (Self::Present, "present", Text::PagePresent),
        (Self::Team, "team", Text::PageTeam),
        (Self::About, "about", Text::PageAbout),
    ];

    /// The page that a link names.
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known, _)| *known == name).map(|(page, ..)| *page)
    }

    /// As in links and in `data-page`.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// As people read it.
    pub fn title(self) -> Text {
        Self::ALL[self as usize].2
    }
}

impl Shade {
    /// The shade that a link names.
    pub fn by_name(name: &str) -> Option<Self> {
        [Self::Light, Self::Dark].into_iter().find(|shade| shade.name() == name)
    }

    /// As in links and in the document's `data-theme`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}
