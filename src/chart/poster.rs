//! A chart as it leaves the page: with its title, what it is of, its unit's words, its source and where it came from.

use super::brush::{Brush, Failure, Letters};
use super::label::wrap;
use super::layout::{GAP, LEADING};
use super::theme::Theme;
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::DrawingBackend;

/// Around everything, CSS pixels.
const MARGIN: f64 = 24.0;
const TITLE: f64 = 22.0;
const WORDS: f64 = 15.0;
const SMALL: f64 = 14.0;

/// What goes around a chart.
pub struct Poster<'a> {
    /// CSS pixels.
    pub width: f64,
    /// Of the chart alone, CSS pixels.
    pub height: f64,
    /// Above everything, in large letters.
    pub title: &'a str,
    /// Under the title: what is drawn of which scenario. Each begins a row.
    pub above: &'a [&'a str],
    /// Under the chart: sources, the link.
    pub below: &'a [&'a str],
}

/// One row of text and its height above it.
struct Row {
    text: String,
    size: f64,
    bold: bool,
}

/// A poster with a place for everything.
pub struct Composed {
    above: Vec<Row>,
    below: Vec<Row>,
    /// The chart's height.
    chart: f64,
    /// Width and height in CSS pixels.
    pub size: (f64, f64),
}

impl Poster<'_> {
    /// Finds a place for everything; `ruler` tells how wide a text of a size is, bold or not.
    #[must_use]
    pub fn compose(&self, ruler: &dyn Fn(&str, f64, bool) -> f64) -> Composed {
        let rows = |texts: &[&str], size: f64, bold: bool| -> Vec<Row> {
            let rows =
                texts.iter().flat_map(|text| broken(text, self.width - 2.0 * MARGIN, size, bold, ruler));
            rows.map(|text| Row { text, size, bold }).collect()
        };
        let mut above = rows(&[self.title], TITLE, true);
        above.extend(rows(self.above, WORDS, false));
        let below = rows(self.below, SMALL, false);
        let height = 2.0 * MARGIN + 2.0 * GAP + self.height + tall(&above) + tall(&below);
        Composed { above, below, chart: self.height, size: (self.width, height.ceil()) }
    }
}

/// A text in rows; what has no space to break at, as a link, is broken anywhere.
fn broken(
    text: &str,
    width: f64,
    size: f64,
    bold: bool,
    ruler: &dyn Fn(&str, f64, bool) -> f64,
) -> Vec<String> {
    let mut parts = String::new();
    let mut so_far = String::new();
    for character in text.chars() {
        if character == ' ' {
            so_far.clear();
        } else {
            so_far.push(character);
            if ruler(&so_far, size, bold) > width {
                parts.push(' ');
                so_far = character.to_string();
            }
        }
        parts.push(character);
    }
    let measure = |text: &str| Ok::<_, std::convert::Infallible>(ruler(text, size, bold));
    let Ok(rows) = wrap(&parts, width, measure);
    rows
}

fn tall(rows: &[Row]) -> f64 {
    rows.iter().map(|row| row.size * LEADING).sum()
}

impl Composed {
    /// Draws the texts, and has `chart` draw itself on its part of the area.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn draw<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
        theme: &Theme,
        scale: f64,
        chart: impl FnOnce(DrawingArea<DB, Shift>),
    ) -> Result<(), Failure<DB>> {
        let brush = Brush::new(area, theme, scale);
        brush.fill(theme.paper)?;
        write(&brush, &self.above, MARGIN, theme.ink)?;
        let top = MARGIN + tall(&self.above) + GAP;
        let units = |pixels: f64| (pixels * scale).round().max(0.0) as u32;
        let size = (units(self.size.0 - 2.0 * MARGIN), units(self.chart));
        chart(area.clone().shrink((units(MARGIN), units(top)), size));
        write(&brush, &self.below, top + self.chart + GAP, theme.muted)
    }
}

fn write<DB: DrawingBackend>(
    brush: &Brush<DB>,
    rows: &[Row],
    mut top: f64,
    colour: plotters::style::RGBColor,
) -> Result<(), Failure<DB>> {
    for Row { text, size, bold } in rows {
        let letters = Letters { size: *size, bold: *bold, colour };
        brush.rows(std::slice::from_ref(text), (MARGIN, top), letters)?;
        top += size * LEADING;
    }
    Ok(())
}
