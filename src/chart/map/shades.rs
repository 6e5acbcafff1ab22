//! Values as colours: two hues away from nought, in steps that the key can name.

use super::super::range::Axis;
use super::super::theme::{Theme, between};
use plotters::style::RGBColor;

/// How far from the paper towards its hue the faintest step lies: its side must be seen.
const FAINTEST: f64 = 0.25;
/// Values nearer to nought than this share of a step have no side: where the plan changes nothing, there is
/// neither gain nor loss.
const NOTHING: f64 = 1e-6;

/// The colours of a map.
pub(super) struct Shades<'a> {
    pub axis: Axis,
    theme: &'a Theme,
}

impl<'a> Shades<'a> {
    pub fn new(axis: Axis, theme: &'a Theme) -> Self {
        Self { axis, theme }
    }

    /// What one colour covers: half of what lies between two numbers of the key.
    pub fn step(&self) -> f64 {
        self.axis.step() / 2.0
    }

    /// Which step above (1, 2 …) or below (−1, −2 …) nought a value belongs to; nought for nought itself, and
    /// `None` for what is no number.
    pub fn class(&self, value: f64) -> Option<i32> {
        let steps = self.axis.clamp(value) / self.step();
        match () {
            () if !value.is_finite() => None,
            () if steps.abs() < NOTHING => Some(0),
            () => Some(steps.abs().ceil().copysign(steps) as i32),
        }
    }

    /// The colour of a step: the paper's at nought, the full hue at the end of the axis that is farther away.
    pub fn colour(&self, class: i32) -> RGBColor {
        let farthest = self.axis.low().abs().max(self.axis.high().abs()) / self.step();
        let share = (f64::from(class).abs() - 0.5) / (farthest - 0.5).max(1.0);
        let theme = self.theme;
        let hue = if class < 0 { theme.below } else { theme.above };
        match class {
            0 => theme.paper,
            _ => between(theme.paper, hue, FAINTEST + (1.0 - FAINTEST) * share.clamp(0.0, 1.0)),
        }
    }
}
