//! Figures side by side: a dot for each, with the range in which nine of ten outcomes lie.

use super::brush::{Brush, Failure, Letters, Point};
use super::label::wrap;
use super::layout::{GAP, LEADING, LEAST_SIZE, NAME_TEXT, TICK_LENGTH, stride};
use super::range::{Axis, Extent};
use super::theme::{Pen, Role, Theme};
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;

/// Narrower than so many sizes of the text, names stand above their dots.
const WIDE: f64 = 40.0;
/// In sizes of the text.
const RADIUS: f64 = 0.4;
const CAP: f64 = 0.3;

/// One dot.
#[derive(Clone, Debug)]
pub struct Dot {
    /// Whose it is.
    pub name: String,
    /// Where it stands; what is no number has none.
    pub value: f64,
    /// The range around it.
    pub band: Option<[f64; 2]>,
    /// The value, with its band, as people write it.
    pub written: String,
    /// Whether it is what the others are held against: a ring in grey.
    pub ground: bool,
}

/// Dots under each other on one axis.
pub struct DotChart<'a> {
    /// What they cover; see [`DotChart::extent`] and [`super::range::Held`].
    pub axis: Axis,
    /// Whose colour they have.
    pub role: Role,
    /// From the top; where there is no space for all, the last give way.
    pub dots: &'a [Dot],
    /// A tick as people write it, with so many decimals.
    pub label: &'a dyn Fn(f64, usize) -> String,
    /// The size of the texts, CSS pixels; at least that of other charts.
    pub text: f64,
}

/// How a dot stands to its name and its value.
#[derive(Clone, Copy, PartialEq)]
enum Stand {
    /// Right of both.
    Beside,
    /// Under both, which share a line.
    Under,
    /// Under the value, which stands under the name.
    Stacked,
}

/// Where things stand from left to right, and how large they are.
struct Frame {
    text: f64,
    stand: Stand,
    /// The width of the names.
    names: f64,
    /// Where the written values end.
    written: f64,
    /// Where the axis begins and ends.
    plot: [f64; 2],
    axis: Axis,
}

impl Frame {
    fn new(width: f64, widest: f64, text: f64, axis: Axis) -> Self {
        let room = text * 1.5;
        let names = width * 0.2;
        if width >= text * WIDE && widest <= width * 0.4 {
            let written = names + GAP * 2.0 + widest;
            return Self {
                text,
                stand: Stand::Beside,
                names,
                written,
                plot: [written + room, width - room],
                axis,
            };
        }
        let left = width - widest - GAP * 2.0;
        let (stand, names) = if left < width * 0.3 { (Stand::Stacked, width) } else { (Stand::Under, left) };
        Self { text, stand, names, written: width, plot: [room, width - room], axis }
    }

    fn line(&self) -> f64 {
        self.text * LEADING
    }

    /// What a dot takes of the height, its name being so many lines.
    fn height(&self, lines: usize) -> f64 {
        let beneath = match self.stand {
            Stand::Beside => 0.0,
            Stand::Under => 1.0,
            Stand::Stacked => 2.0,
        };
        GAP + (lines.max(1) as f64 + beneath) * self.line()
    }

    fn x(&self, value: f64) -> f64 {
        let [left, right] = self.plot;
        let span = self.axis.high() - self.axis.low();
        left + (right - left).max(0.0) * (self.axis.clamp(value) - self.axis.low()) / span
    }
}

struct Row<'a> {
    dot: &'a Dot,
    name: Vec<String>,
    top: f64,
    height: f64,
}

impl DotChart<'_> {
    /// What these dots and their ranges cover; nought is always part of it.
    #[must_use]
    pub fn extent(dots: &[Dot]) -> Extent {
        Extent::of(dots.iter().flat_map(|dot| dot.band.into_iter().flatten().chain([dot.value])).chain([0.0]))
    }

    /// Draws the chart; `scale` is how many units of the area make one CSS pixel. Gives the height in CSS pixels that
    /// all dots take at this width.
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
        let text = if self.text.is_finite() { self.text.max(NAME_TEXT).min(width / 8.0) } else { NAME_TEXT };
        let letters = Letters { size: text, bold: false, colour: theme.ink };
        let written = brush.widest(self.dots.iter().map(|dot| &dot.written), letters)?;
        let frame = Frame::new(width, written, text, self.axis);
        let foot = TICK_LENGTH + frame.line() + GAP;
        let (mut rows, mut needed) = (Vec::new(), 0.0);
        for dot in self.dots {
            let name = wrap(&dot.name, frame.names, |text| brush.measure(text, letters))?;
            let taken = frame.height(name.len());
            if needed + taken + foot <= height {
                rows.push(Row { dot, name, top: needed, height: taken });
            }
            needed += taken;
        }
        let bottom = rows.last().map_or(0.0, |row| row.top + row.height);
        self.draw_axis(&brush, &frame, bottom)?;
        for row in &rows {
            self.draw_row(&brush, &frame, row, letters)?;
        }
        Ok((needed + foot).ceil().max(LEAST_SIZE))
    }

    fn draw_axis<DB: DrawingBackend>(
        &self,
        brush: &Brush<DB>,
        frame: &Frame,
        bottom: f64,
    ) -> Result<(), Failure<DB>> {
        let (grid, muted) = (Pen::solid(brush.theme.grid, 1.0), Pen::solid(brush.theme.muted, 1.0));
        let letters = Letters { size: frame.text, bold: false, colour: brush.theme.muted };
        let decimals = self.axis.decimals();
        let ticks: Vec<(f64, String)> =
            self.axis.ticks().map(|tick| (frame.x(tick), (self.label)(tick, decimals))).collect();
        let widest = brush.widest(ticks.iter().map(|(_, text)| text), letters)?;
        let spacing = match &ticks[..] {
            [first, second, ..] => second.0 - first.0,
            _ => widest,
        };
        for (x, text) in ticks.iter().step_by(stride(spacing, widest + GAP) as usize) {
            brush.stroke(&[(*x, 0.0), (*x, bottom)], grid)?;
            brush.stroke(&[(*x, bottom), (*x, bottom + TICK_LENGTH)], muted)?;
            // At the ends a text keeps within the area.
            let half = brush.measure(text, letters)? / 2.0;
            let at = x.max(half).min(brush.size().0 - half);
            brush.text(text, (at, bottom + TICK_LENGTH + frame.line() / 2.0), HPos::Center, letters)?;
        }
        let nought = frame.x(0.0);
        brush.stroke(&[(nought, 0.0), (nought, bottom)], Pen::solid(brush.theme.ink, 1.0))
    }

    fn draw_row<DB: DrawingBackend>(
        &self,
        brush: &Brush<DB>,
        frame: &Frame,
        row: &Row,
        letters: Letters,
    ) -> Result<(), Failure<DB>> {
        let top = row.top + GAP / 2.0;
        if frame.stand != Stand::Beside {
            // The axis' lines stand behind the dots, not behind the texts.
            let bottom = row.top + row.height - GAP / 2.0 - frame.line();
            brush.cover((0.0, row.top), (brush.size().0, bottom), brush.theme.paper)?;
        }
        brush.rows(&row.name, (0.0, top), letters)?;
        let last = row.top + row.height - GAP / 2.0 - frame.line() / 2.0;
        let (written, y) = match frame.stand {
            Stand::Beside => (top + frame.line() / 2.0, row.top + row.height / 2.0),
            Stand::Under => (top + frame.line() / 2.0, last),
            Stand::Stacked => (last - frame.line(), last),
        };
        brush.text(&row.dot.written, (frame.written, written), HPos::Right, letters)?;
        self.mark(brush, frame, row.dot, y)
    }

    fn mark<DB: DrawingBackend>(
        &self,
        brush: &Brush<DB>,
        frame: &Frame,
        dot: &Dot,
        y: f64,
    ) -> Result<(), Failure<DB>> {
        let colour = if dot.ground { brush.theme.muted } else { self.role.pen(brush.theme).colour };
        let pen = Pen::solid(colour, frame.text / 7.0);
        if let Some(band) = dot.band.filter(|band| band.iter().all(|end| end.is_finite())) {
            let cap = frame.text * CAP;
            let [low, high] = band.map(|end| frame.x(end));
            brush.stroke(&[(low, y), (high, y)], pen)?;
            for end in [low, high] {
                let ends: [Point; 2] = [(end, y - cap), (end, y + cap)];
                brush.stroke(&ends, pen)?;
            }
        }
        if !dot.value.is_finite() {
            return Ok(());
        }
        let (at, radius) = ((frame.x(dot.value), y), frame.text * RADIUS);
        if dot.ground { brush.ring(at, radius, pen) } else { brush.disc(at, radius, colour) }
    }
}
