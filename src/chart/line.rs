//! Lines over years: the description and its drawing.

use super::band::{Band, Explained};
use super::brush::{Brush, Failure, Letters, Point};
use super::ground::{Event, Ground};
use super::label::{apart, wrap};
use super::layout::{Frame, GAP, LEADING, LEAST_SIZE, NAME_TEXT};
use super::mark::{Mark, Placed};
use super::range::{Axis, Extent};
use super::theme::{Role, Theme};
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::DrawingBackend;

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
    /// What a band is, in a sentence, and in a few words for where that has no space; written once, where there
    /// is a band.
    pub band_label: [&'a str; 2],
    /// Names get at least so many CSS pixels: what the last drawing gave them, so that the plot stands still
    /// while a figure in a name grows and shrinks; nought for as many as they need.
    pub least_names: f64,
    /// Published figures.
    pub marks: Vec<Mark>,
    /// What happens in a month: the plan begins, is looked at, ends.
    pub events: Vec<Event>,
}

/// A chart with a place for everything, not drawn yet.
pub struct Laid {
    /// What stands still while the lines move.
    pub ground: Ground,
    /// The width that the names at the lines' ends got.
    pub room: f64,
    names: Vec<Vec<String>>,
}

impl Laid {
    /// The plot inside the area: left, top, right and bottom in CSS pixels.
    #[must_use]
    pub fn plot(&self) -> [f64; 4] {
        let plot = self.ground.frame.plot;
        [plot.left, plot.top, plot.right(), plot.bottom()]
    }
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

    /// Draws the chart; `scale` is how many units of the area make one CSS pixel. Gives where things stand;
    /// nothing where the area is too small for any text.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn draw<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
        theme: &Theme,
        scale: f64,
    ) -> Result<Option<Laid>, Failure<DB>> {
        let laid = self.lay(area, theme, scale)?;
        self.draw_ground(laid.as_ref(), area, theme, scale)?;
        if let Some(laid) = &laid {
            self.draw_figures(laid, area, theme, scale)?;
        }
        Ok(laid)
    }

    /// Finds a place for everything.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn lay<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
        theme: &Theme,
        scale: f64,
    ) -> Result<Option<Laid>, Failure<DB>> {
        let brush = Brush::new(area, theme, scale);
        let (width, height) = brush.size();
        if width < LEAST_SIZE || height < LEAST_SIZE {
            return Ok(None);
        }
        let room = self.room(&brush, width)?;
        let wrapped = |line: &Line| {
            wrap(&line.label, room, |text| brush.measure(text, self.letters(line, brush.theme)))
        };
        let names = self.lines.iter().map(wrapped).collect::<Result<Vec<_>, _>>()?;
        let ground = self.ground(&brush, room, self.explained(&brush)?)?;
        Ok(Some(Laid { ground, room, names }))
    }

    /// Draws what moves: bands, lines, their names and the published figures, on the [ground](Self::draw_ground).
    ///
    /// # Errors
    /// What the backend reports.
    pub fn draw_figures<DB: DrawingBackend>(
        &self,
        laid: &Laid,
        area: &DrawingArea<DB, Shift>,
        theme: &Theme,
        scale: f64,
    ) -> Result<(), Failure<DB>> {
        let brush = Brush::new(area, theme, scale);
        let frame = &laid.ground.frame;
        let paths: Vec<Vec<Vec<Point>>> =
            self.lines.iter().map(|line| frame.stretches(line.points)).collect();
        let marks = Placed::new(&self.marks, &brush, frame, &paths)?;
        marks.clear(&brush)?;
        self.draw_lines(&brush, frame, &paths)?;
        self.draw_names(&brush, frame, &laid.names, &paths)?;
        marks.draw(&brush)
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
