//! Lines over years: the description and its drawing.

use super::brush::{Brush, Failure, Letters, Point};
use super::label::{Block, apart, beside, wrap};
use super::layout::{Frame, ascending, stride};
use super::range::{Axis, Extent};
use super::theme::{Pen, Role, Theme};
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;

/// Sizes in CSS pixels. No text is smaller than 14.
const TICK_TEXT: f64 = 14.0;
const NAME_TEXT: f64 = 15.0;
const LEADING: f64 = 1.2;
const TICK_LENGTH: f64 = 5.0;
const RING_RADIUS: f64 = 5.0;
/// Between a line's end and its name, and between an axis and its texts.
const GAP: f64 = 8.0;
/// Horizontal grid lines stand at least this far apart.
const LEAST_STEP: f64 = 26.0;
/// Smaller areas show nothing: no text would fit.
const LEAST_SIZE: f64 = 48.0;

/// One line.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    /// What it stands for.
    pub role: Role,
    /// Its name, written at its right end.
    pub label: String,
    /// Its values, one for each month from month 0; where there is no number, the line is broken.
    pub points: &'a [f64],
}

/// A published figure, drawn as a ring.
#[derive(Clone, Debug)]
pub struct Mark {
    /// Months from the start.
    pub month: f64,
    /// Its value on the y axis.
    pub value: f64,
    /// What stands beside the ring.
    pub label: String,
}

/// Lines over months, with years on the axis.
pub struct LineChart<'a> {
    /// The last month shown.
    pub months: u16,
    /// What the y axis covers; see [`LineChart::extent`] and [`super::range::Held`].
    pub axis: Axis,
    /// The unit, at the top of the y axis.
    pub y_unit: &'a str,
    /// How a value on the y axis is written, given the decimals its ticks need.
    pub y_label: &'a dyn Fn(f64, usize) -> String,
    /// How a year is written; the second argument says whether it is the last one written.
    pub x_label: &'a dyn Fn(u16, bool) -> String,
    /// The lines, the most important first: where there is no space for all names, the first keep theirs.
    pub lines: Vec<Line<'a>>,
    /// Published figures.
    pub marks: Vec<Mark>,
}

impl LineChart<'_> {
    /// What these lines and marks cover up to a month.
    #[must_use]
    pub fn extent(months: u16, lines: &[Line], marks: &[Mark]) -> Extent {
        let shown = lines.iter().flat_map(|line| line.points.iter().take(usize::from(months) + 1).copied());
        let marked = marks.iter().filter(|mark| mark.lies_within(months)).map(|mark| mark.value);
        Extent::of(shown.chain(marked))
    }

    /// Draws the chart; `scale` is how many units of the area make one CSS pixel.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn draw<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
        theme: &Theme,
        scale: f64,
    ) -> Result<(), Failure<DB>> {
        let brush = Brush::new(area, theme, scale);
        let (width, height) = brush.size();
        brush.fill(theme.paper)?;
        if width < LEAST_SIZE || height < LEAST_SIZE {
            return Ok(());
        }
        let names = self.names(&brush, width)?;
        let frame = self.frame(&brush, &names)?;
        self.draw_grid(&brush, &frame)?;
        self.draw_years(&brush, &frame)?;
        let paths: Vec<Vec<Vec<Point>>> =
            self.lines.iter().map(|line| frame.stretches(line.points)).collect();
        self.draw_lines(&brush, &paths)?;
        self.draw_names(&brush, &frame, &names, &paths)?;
        self.draw_marks(&brush, &frame, &paths.concat())
    }

    /// The wrapped names of the lines: beside the plot, in at most about a third of the width, or in nearly
    /// half of it where a word would have to be cut.
    fn names<DB: DrawingBackend>(
        &self,
        brush: &Brush<DB>,
        width: f64,
    ) -> Result<Vec<Vec<String>>, Failure<DB>> {
        let mut widest: f64 = 0.0;
        for line in &self.lines {
            for word in line.label.split(' ') {
                widest = widest.max(brush.measure(word, self.letters(line, brush.theme))?);
            }
        }
        let most = (width * 0.3).min(190.0).max(widest.min(width * 0.45));
        let wrapped = |line: &Line| {
            wrap(&line.label, most, |text| brush.measure(text, self.letters(line, brush.theme)))
        };
        self.lines.iter().map(wrapped).collect()
    }

    fn letters(&self, line: &Line, theme: &Theme) -> Letters {
        Letters { size: NAME_TEXT, bold: line.role == Role::Plan, colour: line.role.pen(theme).colour }
    }

    /// The plot: what the texts around it leave.
    fn frame<DB: DrawingBackend>(
        &self,
        brush: &Brush<DB>,
        names: &[Vec<String>],
    ) -> Result<Frame, Failure<DB>> {
        let (width, height) = brush.size();
        let letters = Letters { size: TICK_TEXT, bold: false, colour: brush.theme.muted };
        let mut left: f64 = 0.0;
        for (_, text) in self.ticks(1) {
            left = left.max(brush.measure(&text, letters)? + GAP);
        }
        let mut right = TICK_TEXT;
        for (line, name) in self.lines.iter().zip(names) {
            for text in name {
                right = right.max(brush.measure(text, self.letters(line, brush.theme))? + GAP);
            }
        }
        let left = left.min(width * 0.35).ceil();
        let top = if self.y_unit.is_empty() { TICK_TEXT } else { TICK_TEXT * 2.0 };
        let bottom = TICK_LENGTH + TICK_TEXT * 1.5;
        let plot = Block {
            left,
            top,
            width: (width - left - right).max(1.0).floor(),
            height: (height - top - bottom).max(1.0).floor(),
        };
        Ok(Frame { plot, months: self.months, axis: self.axis })
    }

    /// Every so many-th tick of the y axis with its text; zero is always among them.
    fn ticks(&self, every: u32) -> Vec<(f64, String)> {
        let chosen = |value: &f64| ((value / self.axis.step()).round() as i64) % i64::from(every) == 0;
        let decimals = self.axis.decimals();
        self.axis.ticks().filter(chosen).map(|value| (value, (self.y_label)(value, decimals))).collect()
    }

    fn draw_grid<DB: DrawingBackend>(&self, brush: &Brush<DB>, frame: &Frame) -> Result<(), Failure<DB>> {
        let letters = Letters { size: TICK_TEXT, bold: false, colour: brush.theme.muted };
        let plot = frame.plot;
        // The years hang on a line, also where the lowest tick is one that is left out.
        let ground = [(plot.left, plot.bottom()), (plot.right(), plot.bottom())];
        brush.stroke(&ground, Pen::solid(brush.theme.grid, 1.0))?;
        let spacing = (frame.y(frame.axis.low()) - frame.y(frame.axis.low() + frame.axis.step())).abs();
        for (value, text) in self.ticks(stride(spacing, LEAST_STEP)) {
            let y = frame.y(value);
            // The one line in ink is zero: an axis that starts elsewhere must not look as if it stood on ground.
            let pen = if value == 0.0 {
                Pen::solid(brush.theme.ink, 1.0)
            } else {
                Pen::solid(brush.theme.grid, 1.0)
            };
            brush.stroke(&[(plot.left, y), (plot.right(), y)], pen)?;
            brush.text(&text, (plot.left - GAP, y), HPos::Right, letters)?;
        }
        brush.text(self.y_unit, (0.0, TICK_TEXT * 0.6), HPos::Left, letters)
    }

    fn draw_years<DB: DrawingBackend>(&self, brush: &Brush<DB>, frame: &Frame) -> Result<(), Failure<DB>> {
        let letters = Letters { size: TICK_TEXT, bold: false, colour: brush.theme.muted };
        let pen = Pen::solid(brush.theme.muted, 1.0);
        let years = self.months / 12;
        let widest = brush.measure(&(self.x_label)(years, false), letters)?;
        let every = stride(frame.x(12.0) - frame.x(0.0), widest + GAP * 2.0);
        let shown: Vec<u16> = (0..=years).step_by(every as usize).collect();
        let bottom = frame.plot.bottom();
        for year in &shown {
            let x = frame.x(f64::from(*year) * 12.0);
            brush.stroke(&[(x, bottom), (x, bottom + TICK_LENGTH)], pen)?;
            let text = (self.x_label)(*year, shown.last() == Some(year));
            brush.text(&text, (x, bottom + TICK_LENGTH + TICK_TEXT * 0.8), HPos::Center, letters)?;
        }
        Ok(())
    }

    fn draw_lines<DB: DrawingBackend>(
        &self,
        brush: &Brush<DB>,
        paths: &[Vec<Vec<Point>>],
    ) -> Result<(), Failure<DB>> {
        for index in ascending(0..self.lines.len(), |index| f64::from(self.lines[*index].role.height())) {
            let pen = self.lines[index].role.pen(brush.theme);
            for stretch in &paths[index] {
                brush.stroke(stretch, pen)?;
            }
        }
        Ok(())
    }

    /// The names at the right ends, pushed apart.
    fn draw_names<DB: DrawingBackend>(
        &self,
        brush: &Brush<DB>,
        frame: &Frame,
        names: &[Vec<String>],
        paths: &[Vec<Vec<Point>>],
    ) -> Result<(), Failure<DB>> {
        let row = NAME_TEXT * LEADING;
        let ends: Vec<Option<Point>> = paths.iter().map(|path| path.last()?.last().copied()).collect();
        let height = |name: &Vec<String>| name.len() as f64 * row + GAP / 2.0;
        let wanted: Vec<(f64, f64)> = ends
            .iter()
            .zip(names)
            .map(|(end, name)| (end.map_or(f64::NAN, |end| end.1), height(name)))
            .collect();
        let (_, bottom) = brush.size();
        let tops = apart(&wanted, 0.0, bottom);
        for (index, top) in tops.iter().enumerate() {
            let Some(top) = top else { continue };
            let letters = self.letters(&self.lines[index], brush.theme);
            for (line, text) in names[index].iter().enumerate() {
                let y = top + GAP / 4.0 + row * (line as f64 + 0.5);
                brush.text(text, (frame.plot.right() + GAP, y), HPos::Left, letters)?;
            }
        }
        Ok(())
    }

    fn draw_marks<DB: DrawingBackend>(
        &self,
        brush: &Brush<DB>,
        frame: &Frame,
        lines: &[Vec<Point>],
    ) -> Result<(), Failure<DB>> {
        let letters = Letters { size: TICK_TEXT, bold: false, colour: brush.theme.ink };
        let marks: Vec<&Mark> = self.marks.iter().filter(|mark| mark.lies_within(self.months)).collect();
        let place = |mark: &Mark| (frame.x(mark.month), frame.y(mark.value));
        let ring = |mark: &&Mark| Block {
            left: place(mark).0 - RING_RADIUS,
            top: place(mark).1 - RING_RADIUS,
            width: RING_RADIUS * 2.0,
            height: RING_RADIUS * 2.0,
        };
        let mut taken: Vec<Block> = marks.iter().map(ring).collect();
        for mark in &marks {
            brush.ring(place(mark), RING_RADIUS, Pen::solid(brush.theme.ink, 2.0))?;
        }
        for mark in &marks {
            let rows =
                wrap(&mark.label, (frame.plot.width * 0.8).min(240.0), |text| brush.measure(text, letters))?;
            let mut width: f64 = 0.0;
            for text in &rows {
                width = width.max(brush.measure(text, letters)?);
            }
            let size = (width, rows.len() as f64 * TICK_TEXT * LEADING);
            let block = beside(place(mark), size, RING_RADIUS + GAP / 2.0, frame.plot, lines, &taken);
            // Grid lines stop at the text; other lines it was placed off where there was a way.
            brush.cover((block.left, block.top), (block.right(), block.bottom()), brush.theme.paper)?;
            for (line, text) in rows.iter().enumerate() {
                let y = block.top + TICK_TEXT * LEADING * (line as f64 + 0.5);
                brush.text(text, (block.left, y), HPos::Left, letters)?;
            }
            taken.push(block);
        }
        Ok(())
    }
}

impl Mark {
    fn lies_within(&self, months: u16) -> bool {
        self.value.is_finite() && (0.0..=f64::from(months)).contains(&self.month)
    }
}
