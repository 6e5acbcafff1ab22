//! Colours and strokes: who has which line.

use plotters::style::{Color, RGBAColor, RGBColor};

/// Plotters counts the size of a text in units of this many CSS pixels less: its SVG backend divides by it.
/// Sizes are multiplied by it here and every backend of ours divides again, so that 14 px are 14 px.
pub const TEXT_UNIT: f64 = 1.24;

/// The colours of the page and its font, as values: a drawing cannot read a style sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// What is drawn on.
    pub paper: RGBColor,
    /// Text, the zero line, published figures.
    pub ink: RGBColor,
    /// Axis texts and today's situation; readable as text on paper.
    pub muted: RGBColor,
    /// Grid lines.
    pub grid: RGBColor,
    /// The plan.
    pub plan: RGBColor,
    /// The municipality's purse.
    pub municipality: RGBColor,
    /// The state's purse.
    pub state: RGBColor,
    /// The far end of what lies above nought on a map; ink can be read on it.
    pub above: RGBColor,
    /// The far end of what lies below nought on a map; ink can be read on it.
    pub below: RGBColor,
    /// How much of a role's colour the outer part of its band takes, from 0 to 1. Nought: the band is drawn
    /// as edges instead, for visitors whose own colours leave no tints.
    pub band_outer: f64,
    /// How much the inner part takes in addition.
    pub band_inner: f64,
    /// The CSS font family.
    pub font: String,
}

/// What a line stands for; decides its colour, its width and its dashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The plan in hand.
    Plan,
    /// As today.
    Baseline,
    /// The plan without the budget cap.
    Uncapped,
    /// The municipality's purse.
    Municipality,
    /// The state's purse.
    State,
    /// A plan put aside, the first of up to four.
    PinnedFirst,
    /// The second.
    PinnedSecond,
    /// The third.
    PinnedThird,
    /// The fourth.
    PinnedFourth,
}

/// How a line is drawn; lengths in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pen {
    pub colour: RGBColor,
    pub width: f64,
    /// Lengths of dash and gap.
    pub dash: Option<(f64, f64)>,
}

impl Pen {
    pub const fn solid(colour: RGBColor, width: f64) -> Self {
        Self { colour, width, dash: None }
    }
}

impl Role {
    /// Plans put aside, in their order.
    pub const PINNED: [Self; 4] =
        [Self::PinnedFirst, Self::PinnedSecond, Self::PinnedThird, Self::PinnedFourth];

    /// The order in which lines are drawn: what matters most lies on top.
    pub(super) const UPWARD: [Self; 9] = [
        Self::Baseline,
        Self::PinnedFourth,
        Self::PinnedThird,
        Self::PinnedSecond,
        Self::PinnedFirst,
        Self::Uncapped,
        Self::State,
        Self::Municipality,
        Self::Plan,
    ];

    /// Lines differ by width and dash as well as by colour, for black-and-white print and for readers who
    /// do not see the difference in hue.
    pub(super) fn pen(self, theme: &Theme) -> Pen {
        let (colour, width, dash) = match self {
            Self::Plan => (theme.plan, 3.0, None),
            Self::Baseline => (theme.muted, 1.5, None),
            Self::Uncapped => (theme.plan, 2.0, Some((5.0, 4.0))),
            Self::Municipality => (theme.municipality, 3.0, None),
            Self::State => (theme.state, 2.5, Some((12.0, 4.0))),
            // Told apart by their dashes and by their names at the ends: hues are taken.
            Self::PinnedFirst => (theme.ink, 1.5, Some((10.0, 3.0))),
            Self::PinnedSecond => (theme.ink, 1.5, Some((6.0, 3.0))),
            Self::PinnedThird => (theme.ink, 1.5, Some((3.0, 3.0))),
            Self::PinnedFourth => (theme.ink, 1.5, Some((1.5, 3.0))),
        };
        Pen { colour, width, dash }
    }
}

/// A colour as plotters' elements take it.
pub(super) fn opaque(colour: RGBColor) -> RGBAColor {
    colour.to_rgba()
}

/// The colour that lies this share of the way from one to another.
pub(super) fn between(from: RGBColor, to: RGBColor, share: f64) -> RGBColor {
    let part = |from: u8, to: u8| (f64::from(from) + (f64::from(to) - f64::from(from)) * share).round() as u8;
    RGBColor(part(from.0, to.0), part(from.1, to.1), part(from.2, to.2))
}
