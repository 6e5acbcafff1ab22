//! What adds up to a figure: bars from nought, each with its name and its value in words.

use super::brush::{Brush, Failure, Letters};
use super::label::wrap;
use super::layout::{GAP, LEADING, LEAST_SIZE, NAME_TEXT};
use super::range::{Axis, Extent};
use super::theme::{Pen, Role, Theme};
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::DrawingBackend;
use plotters::style::RGBColor;
use plotters::style::text_anchor::HPos;

/// Below this width names stand above their bars.
const WIDE: f64 = 560.0;
const BAR: f64 = 18.0;
/// One line of text.
const LINE: f64 = NAME_TEXT * LEADING;

/// One bar.
#[derive(Clone, Debug)]
pub struct Bar {
    /// What it stands for.
    pub name: String,
    /// Its length, to the left where it is below nought.
    pub value: f64,
    /// The value as people write it.
    pub written: String,
}

/// Bars under each other, and their total.
pub struct BarChart<'a> {
    /// What the bars cover; see [`BarChart::extent`] and [`super::range::Held`].
    pub axis: Axis,
    /// Whose colour the bars have.
    pub role: Role,
    /// In the order in which they are drawn; where there is no space for all, the last give way.
    pub bars: &'a [Bar],
    /// What they add up to, in ink under a line.
    pub total: Option<&'a Bar>,
}

/// Where things stand from left to right.
struct Columns {
    /// Whether bars stand under their names and not beside them.
    under: bool,
    /// The width of the names.
    names: f64,
    /// Where the written values end.
    written: f64,
    /// Where the bars begin and end.
    bars: [f64; 2],
}

impl Columns {
    /// In a width, with written values at most so wide.
    fn new(width: f64, written: f64) -> Self {
        if width < WIDE {
            let names = (width - written - GAP * 2.0).max(width * 0.3);
            return Self { under: true, names, written: width, bars: [0.0, width] };
        }
        let names = (width * 0.4).min(320.0);
        let written = names + GAP * 2.0 + written.min(width * 0.3);
        Self { under: false, names, written, bars: [written + GAP * 2.0, width] }
    }

    /// What a bar takes of the height, its name being so many lines.
    fn height(&self, lines: usize) -> f64 {
        let name = lines as f64 * LINE;
        GAP + if self.under { name + GAP / 2.0 + BAR } else { name.max(BAR) }
    }
}

/// How names and values look.
fn letters<DB: DrawingBackend>(brush: &Brush<DB>, total: bool) -> Letters {
    Letters { size: NAME_TEXT, bold: total, colour: brush.theme.ink }
}

/// A bar as it is drawn.
struct Row<'a> {
    bar: &'a Bar,
    name: Vec<String>,
    letters: Letters,
    colour: RGBColor,
}

impl BarChart<'_> {
    /// What these bars and their total cover; nought is always part of it.
    #[must_use]
    pub fn extent(bars: &[Bar], total: Option<&Bar>) -> Extent {
        Extent::of(bars.iter().chain(total).map(|bar| bar.value).chain([0.0]))
    }

    /// Draws the chart; `scale` is how many units of the area make one CSS pixel. Gives the height in CSS
    /// pixels that all bars take at this width: an area that is not as high shows the first and the total.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn draw<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
        theme: &Theme,
        scale: f64,
    ) -> Result<f64, Failure<DB>> {
        let brush = Brush::new(area, theme, scale);
        let (width, height) = brush.size();
        brush.fill(theme.paper)?;
        if width < LEAST_SIZE || height < LEAST_SIZE {
            return Ok(LEAST_SIZE);
        }
        let written = self.bars.iter().chain(self.total).map(|bar| &bar.written);
        let columns = Columns::new(width, brush.widest(written, letters(&brush, true))?);
        let total = self.total.map(|bar| self.row(&brush, &columns, bar, true)).transpose()?;
        let rest = total.as_ref().map_or(0.0, |total| columns.height(total.name.len()) + GAP);
        let (mut top, mut needed) = (0.0, rest);
        for bar in self.bars {
            let row = self.row(&brush, &columns, bar, false)?;
            let height_of_row = columns.height(row.name.len());
            needed += height_of_row;
            if needed <= height {
                self.draw_row(&brush, &columns, &row, top)?;
                top += height_of_row;
            }
        }
        if let Some(total) = total.filter(|_| rest <= height) {
            brush.stroke(&[(0.0, top + GAP / 2.0), (width, top + GAP / 2.0)], Pen::solid(theme.ink, 1.0))?;
            self.draw_row(&brush, &columns, &total, top + GAP)?;
        }
        Ok(needed.ceil().max(LEAST_SIZE))
    }

    fn row<'b, DB: DrawingBackend>(
        &self,
        brush: &Brush<DB>,
        columns: &Columns,
        bar: &'b Bar,
        total: bool,
    ) -> Result<Row<'b>, Failure<DB>> {
        let letters = letters(brush, total);
        let name = wrap(&bar.name, columns.names, |text| brush.measure(text, letters))?;
        let colour = if total { brush.theme.ink } else { self.role.pen(brush.theme).colour };
        Ok(Row { bar, name, letters, colour })
    }

    fn draw_row<DB: DrawingBackend>(
        &self,
        brush: &Brush<DB>,
        columns: &Columns,
        row: &Row,
        from: f64,
    ) -> Result<(), Failure<DB>> {
        let top = from + GAP / 2.0;
        brush.rows(&row.name, (0.0, top), row.letters)?;
        brush.text(&row.bar.written, (columns.written, top + LINE / 2.0), HPos::Right, row.letters)?;
        let below = if columns.under { row.name.len() as f64 * LINE + GAP / 2.0 } else { 0.0 };
        let (upper, lower) = (top + below, top + below + BAR);
        let (nought, value) = (self.x(columns, 0.0), self.x(columns, row.bar.value));
        brush.cover((nought.min(value), upper), (nought.max(value), lower), row.colour)?;
        // Beside the names the pieces join into one line.
        let ends = match columns.under {
            true => [upper - GAP / 4.0, lower + GAP / 4.0],
            false => [from, from + columns.height(row.name.len())],
        };
        brush.stroke(&ends.map(|y| (nought, y)), Pen::solid(brush.theme.ink, 1.0))
    }

    fn x(&self, columns: &Columns, value: f64) -> f64 {
        let [left, right] = columns.bars;
        let value = if value.is_finite() { self.axis.clamp(value) } else { self.axis.clamp(0.0) };
        left + (right - left) * (value - self.axis.low()) / (self.axis.high() - self.axis.low())
    }
}
