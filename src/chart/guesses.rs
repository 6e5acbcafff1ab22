//! What a room has guessed, on one axis, and the answer beside it: dots with names, a line in its band, a ring.

use super::brush::{Brush, Failure, Letters};
use super::layout::{GAP, LEADING, LEAST_SIZE, NAME_TEXT, TICK_LENGTH, TICK_TEXT, stride};
use super::range::{Axis, Extent};
use super::theme::{Pen, Role, Theme};
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;

const RADIUS: f64 = 6.0;
/// From one row of names to the next.
const LANE: f64 = 22.0;
/// One line of text above the dots.
const LINE: f64 = (NAME_TEXT + 2.0) * LEADING;
/// Below the axis: ticks and their texts.
const FOOT: f64 = TICK_LENGTH + GAP / 2.0 + TICK_TEXT * LEADING + 2.0;
/// Rows that are there even where nobody has guessed.
const LEAST_LANES: usize = 2;

/// One guess.
#[derive(Clone, Debug, PartialEq)]
pub struct Dot {
    /// Its place on the axis.
    pub value: f64,
    /// What stands beside it.
    pub label: String,
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// Its place on the axis; where it is not finite, only its words are shown.
    pub value: f64,
    /// Its name and the figure.
    pub label: String,
    /// Where nine of ten outcomes lie.
    pub between: Option<[f64; 2]>,
}

/// The axis with all that is on it.
pub struct GuessChart<'a> {
    /// What the axis covers; see [`GuessChart::axis`].
    pub axis: Axis,
    /// The unit, at the right end above the axis.
    pub unit: &'a str,
    /// How a value on the axis is written, given the decimals its ticks need.
    pub label: &'a dyn Fn(f64, usize) -> String,
    /// The guesses.
    pub dots: &'a [Dot],
    /// The answer, once it may be seen.
    pub answer: Option<&'a Answer>,
    /// What was published, as a ring.
    pub published: Option<&'a Dot>,
}

/// A dot with its text: both ends on the axis, and the row it stands in.
struct Placed {
    at: f64,
    text: f64,
    /// Where the text begins and ends.
    words: [f64; 2],
    anchor: HPos,
    lane: usize,
}

impl GuessChart<'_> {
    /// An axis between the ends that were asked for; farther where something would lie outside.
    #[must_use]
    pub fn axis(ends: [f64; 2], more: impl IntoIterator<Item = f64>) -> Axis {
        let asked = Extent::of(ends);
        let beyond = Extent::of(more);
        let [low, high] = ends;
        // Asked for as they are, the ends need no room around them.
        let inner = [low, high].map(|end| end + (low + high - 2.0 * end) * 0.03);
        match asked.with(beyond) == asked {
            true => Axis::of(inner, 0.0),
            false => asked.with(beyond).axis(0.0),
        }
    }

    /// Draws it; `scale` is how many units of the area make one CSS pixel. Gives the height in CSS pixels that it takes
    /// at this width.
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
        let (width, _) = brush.size();
        brush.fill(theme.paper)?;
        if width < LEAST_SIZE {
            return Ok(LEAST_SIZE);
        }
        let ends = self.ends(&brush, width)?;
        let placed = self.place(&brush, ends, width)?;
        let lanes = placed.iter().map(|dot| dot.lane + 1).max().unwrap_or(0).max(LEAST_LANES);
        let words = [self.answer.is_some(), self.published.is_some(), true];
        let head = words.into_iter().filter(|there| *there).count() as f64 * LINE + GAP / 2.0;
        let foot = head + lanes as f64 * LANE + GAP;
        self.draw_answer(&brush, ends, width, foot)?;
        self.draw_axis(&brush, ends, width, foot)?;
        self.draw_published(&brush, ends, width, foot)?;
        let letters = Letters { size: NAME_TEXT, bold: false, colour: theme.ink };
        let height = |place: &Placed| foot - GAP - LANE * (place.lane as f64 + 0.5);
        for place in &placed {
            let stem = [(place.at, height(place)), (place.at, foot)];
            brush.stroke(&stem, Pen::solid(theme.ink, 1.0))?;
        }
        for (dot, place) in self.dots.iter().zip(&placed) {
            let y = height(place);
            // Lines end at a name.
            let half = NAME_TEXT * LEADING / 2.0;
            brush.cover((place.words[0], y - half), (place.words[1], y + half), theme.paper)?;
            brush.ring((place.at, y), RADIUS, Pen::solid(theme.ink, RADIUS))?;
            brush.text(&dot.label, (place.text, y), place.anchor, letters)?;
        }
        Ok((foot + FOOT).ceil())
    }

    /// Where the axis begins and ends.
    fn ends<DB: DrawingBackend>(&self, brush: &Brush<DB>, width: f64) -> Result<[f64; 2], Failure<DB>> {
        let label = |tick| (self.label)(tick, self.axis.decimals());
        let widest = brush.widest([self.axis.low(), self.axis.high()].map(label), brush.small())?;
        let margin = (widest / 2.0 + 2.0).max(RADIUS * 2.0).min(width / 4.0);
        Ok([margin, width - margin])
    }

    fn x(&self, [left, right]: [f64; 2], value: f64) -> f64 {
        let (low, high) = (self.axis.low(), self.axis.high());
        let value = if value.is_finite() { self.axis.clamp(value) } else { low };
        left + (right - left) * (value - low) / (high - low)
    }

    /// Each dot in the lowest row in which neither it nor its text touches another.
    fn place<DB: DrawingBackend>(
        &self,
        brush: &Brush<DB>,
        ends: [f64; 2],
        width: f64,
    ) -> Result<Vec<Placed>, Failure<DB>> {
        let letters = Letters { size: NAME_TEXT, bold: false, colour: brush.theme.ink };
        let mut taken: Vec<Vec<[f64; 2]>> = Vec::new();
        let mut placed = Vec::new();
        for dot in self.dots {
            let at = self.x(ends, dot.value);
            let long = brush.measure(&dot.label, letters)?;
            let right = at + RADIUS * 2.0;
            let (text, anchor, words) = match right + long <= width {
                true => (right, HPos::Left, [right, right + long]),
                false => {
                    let left = at - RADIUS * 2.0;
                    (left, HPos::Right, [left - long, left])
                }
            };
            let span = [words[0].min(at - RADIUS), words[1].max(at + RADIUS)];
            let free = |row: &Vec<[f64; 2]>| {
                row.iter().all(|[from, to]| span[1] + GAP <= *from || *to + GAP <= span[0])
            };
            let lane = taken.iter().position(free).unwrap_or(taken.len());
            if lane == taken.len() {
                taken.push(Vec::new());
            }
            taken[lane].push(span);
            placed.push(Placed { at, text, words, anchor, lane });
        }
        Ok(placed)
    }

    fn draw_axis<DB: DrawingBackend>(
        &self,
        brush: &Brush<DB>,
        ends: [f64; 2],
        width: f64,
        y: f64,
    ) -> Result<(), Failure<DB>> {
        let ink = Pen::solid(brush.theme.ink, 1.5);
        brush.stroke(&[(ends[0], y), (ends[1], y)], ink)?;
        let decimals = self.axis.decimals();
        let widest =
            brush.widest(self.axis.ticks().map(|tick| (self.label)(tick, decimals)), brush.small())?;
        let count = self.axis.ticks().count().max(2) as f64 - 1.0;
        let every = stride((ends[1] - ends[0]) / count, widest + GAP * 2.0) as usize;
        let text = y + TICK_LENGTH + GAP / 2.0 + TICK_TEXT * LEADING / 2.0;
        for tick in self.axis.ticks().step_by(every) {
            let x = self.x(ends, tick);
            brush.stroke(&[(x, y), (x, y + TICK_LENGTH)], ink)?;
            brush.text(&(self.label)(tick, decimals), (x, text), HPos::Center, brush.small())?;
        }
        brush.text(self.unit, (width, LINE / 2.0), HPos::Right, brush.small())
    }

    fn draw_answer<DB: DrawingBackend>(
        &self,
        brush: &Brush<DB>,
        ends: [f64; 2],
        width: f64,
        foot: f64,
    ) -> Result<(), Failure<DB>> {
        let Some(answer) = self.answer else { return Ok(()) };
        let pen = Role::Plan.pen(brush.theme);
        let top = LINE * 2.0;
        if let Some(between) = answer.between {
            let [left, right] = between.map(|end| self.x(ends, end));
            let right = right.max(left + 2.0);
            let outline = [(left, top), (right, top), (right, foot), (left, foot)];
            match brush.theme.band_outer {
                0.0 => {
                    brush.stroke(&[outline, [outline[0]; 4]].concat()[..5], Pen::solid(pen.colour, 1.0))?
                }
                outer => brush.tint(&outline, pen.colour, outer)?,
            }
        }
        let at = self.x(ends, answer.value);
        if answer.value.is_finite() {
            brush.stroke(&[(at, top), (at, foot)], Pen { width: 4.0, ..pen })?;
        }
        let letters = Letters { size: NAME_TEXT + 2.0, bold: true, colour: pen.colour };
        let x = self.words(brush, &answer.label, letters, at, width)?;
        brush.text(&answer.label, (x, LINE * 1.5), HPos::Left, letters)
    }

    fn draw_published<DB: DrawingBackend>(
        &self,
        brush: &Brush<DB>,
        ends: [f64; 2],
        width: f64,
        foot: f64,
    ) -> Result<(), Failure<DB>> {
        let Some(published) = self.published else { return Ok(()) };
        let letters = Letters { size: NAME_TEXT, bold: false, colour: brush.theme.ink };
        let at = self.x(ends, published.value);
        let x = self.words(brush, &published.label, letters, at, width)?;
        brush.stroke(&[(at, LINE * 3.0), (at, foot)], Pen::solid(brush.theme.ink, 1.0))?;
        brush.ring((at, foot), RADIUS + 1.0, Pen::solid(brush.theme.ink, 2.5))?;
        brush.text(&published.label, (x, LINE * 2.5), HPos::Left, letters)
    }

    /// Where a text begins that is centred on a place and stays inside.
    fn words<DB: DrawingBackend>(
        &self,
        brush: &Brush<DB>,
        text: &str,
        letters: Letters,
        at: f64,
        width: f64,
    ) -> Result<f64, Failure<DB>> {
        let long = brush.measure(text, letters)?;
        Ok((at - long / 2.0).min(width - long).max(0.0))
    }
}
