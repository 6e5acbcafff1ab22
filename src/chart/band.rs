//! Where the outcomes of the draws lie around a line.

use super::brush::{Brush, Failure, Letters, Point};
use super::label::wrap;
use super::layout::{Frame, GAP, LEADING, TICK_TEXT};
use super::theme::{Pen, Role};
use plotters::prelude::DrawingBackend;

/// The sample of the two tints beside the words that explain them.
const SWATCH: Point = (26.0, 14.0);

/// Four percentiles of a series, one value each for each month from month 0. Where one of the four is no
/// number, the band is broken.
#[derive(Clone, Copy, Debug)]
pub struct Band<'a> {
    /// What the line in it stands for.
    pub role: Role,
    /// The 5th percentile.
    pub outer_low: &'a [f32],
    /// The 25th percentile.
    pub inner_low: &'a [f32],
    /// The 75th percentile.
    pub inner_high: &'a [f32],
    /// The 95th percentile.
    pub outer_high: &'a [f32],
}

/// The four edges of an unbroken stretch, month by month, in the order of the percentiles.
type Stretch = Vec<[Point; 4]>;

impl Band<'_> {
    fn stretches(&self, frame: &Frame) -> Vec<Stretch> {
        let edges = [self.outer_low, self.inner_low, self.inner_high, self.outer_high];
        let known = edges.iter().map(|edge| edge.len()).min().unwrap_or_default();
        let mut stretches = vec![Stretch::new()];
        for month in 0..known.min(usize::from(frame.months) + 1) {
            let values = edges.map(|edge| f64::from(edge[month]));
            match (values.iter().all(|value| value.is_finite()), stretches.last_mut()) {
                (true, Some(stretch)) => {
                    stretch.push(values.map(|value| (frame.x(month as f64), frame.y(value))));
                }
                _ => stretches.push(Stretch::new()),
            }
        }
        // A band of one month has no width.
        stretches.retain(|stretch| stretch.len() > 1);
        stretches
    }

    /// Draws the outer part and on it the inner one.
    pub(super) fn draw<DB: DrawingBackend>(
        &self,
        brush: &Brush<DB>,
        frame: &Frame,
    ) -> Result<(), Failure<DB>> {
        for stretch in self.stretches(frame) {
            shade(brush, self.role, &stretch)?;
        }
        Ok(())
    }
}

fn shade<DB: DrawingBackend>(
    brush: &Brush<DB>,
    role: Role,
    stretch: &[[Point; 4]],
) -> Result<(), Failure<DB>> {
    let colour = role.pen(brush.theme).colour;
    let parts = [(0, 3, brush.theme.band_outer), (1, 2, brush.theme.band_inner)];
    for (low, high, opacity) in parts {
        let mut upper: Vec<Point> = stretch.iter().map(|edges| edges[high]).collect();
        let lower = stretch.iter().rev().map(|edges| edges[low]);
        if opacity > 0.0 {
            upper.extend(lower);
            brush.tint(&upper, colour, opacity)?;
        } else {
            brush.stroke(&upper, Pen::solid(colour, 1.0))?;
            brush.stroke(&lower.collect::<Vec<_>>(), Pen::solid(colour, 1.0))?;
        }
    }
    if role == Role::Baseline {
        // What stands around today's course is no band of the plan's: its ends are dashed, on paper and without hues.
        for edge in [0, 3] {
            let line: Vec<Point> = stretch.iter().map(|edges| edges[edge]).collect();
            brush.stroke(&line, Pen { dash: Some((3.0, 3.0)), ..Pen::solid(colour, 1.0) })?;
        }
    }
    Ok(())
}

/// The words that explain the bands, once, above the plot: they stand still while the bands move.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Explained {
    role: Role,
    rows: Vec<String>,
    /// The upper left corner of the sample.
    at: Point,
}

impl Explained {
    /// In the row of the unit, which is so wide, or in rows of its own where that has no space; the shorter text
    /// where the longer one has no row for itself.
    pub fn new<DB: DrawingBackend>(
        brush: &Brush<DB>,
        role: Role,
        [long, short]: [&str; 2],
        unit: f64,
    ) -> Result<Self, Failure<DB>> {
        let letters = brush.small();
        let width = brush.size().0 - SWATCH.0 - GAP;
        let left = if unit > 0.0 { unit + GAP * 2.0 } else { 0.0 };
        let top = if unit > 0.0 { TICK_TEXT * LEADING } else { 0.0 };
        let wanted = brush.measure(long, letters)?;
        let at = |text: &str, at| Ok(Self { role, rows: vec![text.to_owned()], at });
        if left + wanted <= width {
            return at(long, (left, 0.0));
        }
        if left + brush.measure(short, letters)? <= width {
            return at(short, (left, 0.0));
        }
        let text = if wanted <= width { long } else { short };
        let rows = wrap(text, width, |text| brush.measure(text, letters))?;
        Ok(Self { role, rows, at: (0.0, top) })
    }

    /// What it takes of the area's height.
    pub fn bottom(&self) -> f64 {
        self.at.1 + self.rows.len() as f64 * TICK_TEXT * LEADING
    }

    pub fn draw<DB: DrawingBackend>(&self, brush: &Brush<DB>) -> Result<(), Failure<DB>> {
        let (left, top) = (self.at.0, self.at.1 + (TICK_TEXT * LEADING - SWATCH.1) / 2.0);
        let heights = [1.0, 0.75, 0.25, 0.0].map(|share| top + SWATCH.1 * share);
        let sample = [left, left + SWATCH.0].map(|x| heights.map(|y| (x, y)));
        shade(brush, self.role, &sample)?;
        let letters = Letters { colour: brush.theme.ink, ..brush.small() };
        brush.rows(&self.rows, (left + SWATCH.0 + GAP, self.at.1), letters)
    }
}
