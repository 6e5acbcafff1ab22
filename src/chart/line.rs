//! Lines over years: the description and its drawing.

use super::band::{Band, Explained};
use super::brush::{Brush, Failure, Letters, Point};
use super::label::{Block, apart, wrap};
use super::layout::{Frame, GAP, LEADING, LEAST_SIZE, NAME_TEXT, TICK_LENGTH, TICK_TEXT, stride};
use super::mark::{Mark, Placed};
use super::range::{Axis, Extent};
use super::theme::{Pen, Role, Theme};
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;

/// Horizontal grid lines stand at least this far apart.
const LEAST_STEP: f64 = 26.0;
/// Names that need more than their share of the width get it in steps of so much: else the plot would be
/// another one with every figure in a name, and everything in it would move.
const NAME_STEP: f64 = 32.0;

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
    /// How sure the lines are.
    pub bands: Vec<Band<'a>>,
    /// What a band is, in a few words; written once, where there is a band.
    pub band_label: &'a str,
    /// Names get at least so many CSS pixels: what the last drawing gave them, so that the plot stands still
    /// while a figure in a name grows and shrinks; nought for as many as they need.
    pub least_names: f64,
    /// Published figures.
    pub marks: Vec<Mark>,
}

impl LineChart<'_> {
    /// What these lines, bands and marks cover up to a month.
    #[must_use]
    pub fn extent(months: u16, lines: &[Line], bands: &[Band], marks: &[Mark]) -> Extent {
        let shown = usize::from(months) + 1;
        let marked = marks.iter().filter(|mark| mark.lies_within(months)).map(|mark| mark.value);
        let mut extent = Extent::of(marked);
        for line in lines {
            extent = extent.with(Extent::of(line.points.iter().take(shown).copied()));
        }
        for end in bands.iter().flat_map(|band| [band.outer_low, band.outer_high]) {
            extent = extent.with(Extent::of(end.iter().take(shown).map(|value| f64::from(*value))));
        }
        extent
    }

    /// Draws the chart; `scale` is how many units of the area make one CSS pixel. Gives the width that the
    /// names got.
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
            return Ok(0.0);
        }
        let room = self.room(&brush, width)?;
        let wrapped = |line: &Line| {
            wrap(&line.label, room, |text| brush.measure(text, self.letters(line, brush.theme)))
        };
        let names = self.lines.iter().map(wrapped).collect::<Result<Vec<_>, _>>()?;
        let explained = self.explained(&brush)?;
        let frame = self.frame(&brush, room, explained.as_ref())?;
        let paths: Vec<Vec<Vec<Point>>> =
            self.lines.iter().map(|line| frame.stretches(line.points)).collect();
        let marks = Placed::new(&self.marks, &brush, &frame, &paths.concat())?;
        self.draw_grid(&brush, &frame)?;
        marks.clear(&brush)?;
        self.draw_years(&brush, &frame)?;
        if let Some(explained) = explained {
            explained.draw(&brush)?;
        }
        self.draw_lines(&brush, &frame, &paths)?;
        self.draw_names(&brush, &frame, &names, &paths)?;
        marks.draw(&brush)?;
        Ok(room)
    }

    /// The width for the names, beside the plot: a share of the whole, or up to nearly half of it where a
    /// word would have to be cut.
    fn room<DB: DrawingBackend>(&self, brush: &Brush<DB>, width: f64) -> Result<f64, Failure<DB>> {
        let mut widest: f64 = 0.0;
        for line in &self.lines {
            for word in line.label.split(' ') {
                widest = widest.max(brush.measure(word, self.letters(line, brush.theme))?);
            }
        }
        if widest == 0.0 {
            return Ok(0.0);
        }
        let share = (width * 0.2).clamp(96.0, 160.0);
        let stepped = (widest / NAME_STEP).ceil() * NAME_STEP;
        Ok(share.max(stepped).max(self.least_names).min(width * 0.45))
    }

    /// The words about the bands, and where they go.
    fn explained<DB: DrawingBackend>(&self, brush: &Brush<DB>) -> Result<Option<Explained>, Failure<DB>> {
        let banded = |role: &&Role| self.bands.iter().any(|band| band.role == **role);
        let Some(role) = Role::UPWARD.iter().rev().find(banded) else { return Ok(None) };
        let unit = brush.measure(self.y_unit, brush.small())?;
        Explained::new(brush, *role, self.band_label, unit).map(Some)
    }

    fn letters(&self, line: &Line, theme: &Theme) -> Letters {
        Letters { size: NAME_TEXT, bold: line.role == Role::Plan, colour: line.role.pen(theme).colour }
    }

    /// The plot: what the texts around it leave.
    fn frame<DB: DrawingBackend>(
        &self,
        brush: &Brush<DB>,
        room: f64,
        explained: Option<&Explained>,
    ) -> Result<Frame, Failure<DB>> {
        let (width, height) = brush.size();
        let letters = brush.small();
        let mut left: f64 = 0.0;
        for (_, text) in self.ticks(1) {
            left = left.max(brush.measure(&text, letters)? + GAP);
        }
        let right = if room > 0.0 { room + GAP } else { TICK_TEXT };
        let left = left.min(width * 0.35).ceil();
        let top = if self.y_unit.is_empty() { TICK_TEXT } else { TICK_TEXT * 2.0 };
        let top = explained.map_or(top, |explained| top.max(explained.bottom() + TICK_TEXT * 0.6));
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
        let letters = brush.small();
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
        let letters = brush.small();
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
        frame: &Frame,
        paths: &[Vec<Vec<Point>>],
    ) -> Result<(), Failure<DB>> {
        for role in Role::UPWARD {
            for band in self.bands.iter().filter(|band| band.role == role) {
                band.draw(brush, frame)?;
            }
        }
        for role in Role::UPWARD {
            for (line, path) in self.lines.iter().zip(paths).filter(|(line, _)| line.role == role) {
                for stretch in path {
                    brush.stroke(stretch, line.role.pen(brush.theme))?;
                }
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
            brush.rows(&names[index], (frame.plot.right() + GAP, top + GAP / 4.0), letters)?;
        }
        Ok(())
    }
}
