//! Published figures, as rings with their text beside them.

use super::brush::{Brush, Failure, Letters, Point};
use super::label::{Block, beside, wrap};
use super::layout::{Frame, GAP, LEADING, TICK_TEXT};
use super::theme::Pen;
use plotters::prelude::DrawingBackend;

const RADIUS: f64 = 5.0;

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

impl Mark {
    pub(super) fn lies_within(&self, months: u16) -> bool {
        self.value.is_finite() && (0.0..=f64::from(months)).contains(&self.month)
    }
}

/// The rings in their places, and a place for each of their texts.
pub(super) struct Placed {
    rings: Vec<Point>,
    texts: Vec<(Vec<String>, Block)>,
}

impl Placed {
    /// Of the marks that lie within the frame, their texts off these lines.
    pub fn new<DB: DrawingBackend>(
        marks: &[Mark],
        brush: &Brush<DB>,
        frame: &Frame,
        lines: &[Vec<Vec<Point>>],
    ) -> Result<Self, Failure<DB>> {
        let lines = if marks.is_empty() { Vec::new() } else { lines.concat() };
        let marks: Vec<&Mark> = marks.iter().filter(|mark| mark.lies_within(frame.months)).collect();
        let rings: Vec<Point> = marks.iter().map(|mark| (frame.x(mark.month), frame.y(mark.value))).collect();
        let around = |(x, y): &Point| Block {
            left: x - RADIUS,
            top: y - RADIUS,
            width: RADIUS * 2.0,
            height: RADIUS * 2.0,
        };
        let mut taken: Vec<Block> = rings.iter().map(around).collect();
        let mut texts = Vec::new();
        for (mark, ring) in marks.iter().zip(&rings) {
            let most = (frame.plot.width * 0.8).min(240.0);
            let rows = wrap(&mark.label, most, |text| brush.measure(text, brush.small()))?;
            let mut width: f64 = 0.0;
            for text in &rows {
                width = width.max(brush.measure(text, brush.small())?);
            }
            let size = (width, rows.len() as f64 * TICK_TEXT * LEADING);
            let block = beside(*ring, size, RADIUS + GAP / 2.0, frame.plot, &lines, &taken);
            taken.push(block);
            texts.push((rows, block));
        }
        Ok(Self { rings, texts })
    }

    /// Ends the grid lines at the texts: drawn before the bands and lines, which go on under them.
    pub fn clear<DB: DrawingBackend>(&self, brush: &Brush<DB>) -> Result<(), Failure<DB>> {
        for (_, block) in &self.texts {
            brush.cover((block.left, block.top), (block.right(), block.bottom()), brush.theme.paper)?;
        }
        Ok(())
    }

    pub fn draw<DB: DrawingBackend>(&self, brush: &Brush<DB>) -> Result<(), Failure<DB>> {
        let letters = Letters { colour: brush.theme.ink, ..brush.small() };
        for ring in &self.rings {
            brush.ring(*ring, RADIUS, Pen::solid(brush.theme.ink, 2.0))?;
        }
        for (rows, block) in &self.texts {
            brush.rows(rows, (block.left, block.top), letters)?;
        }
        Ok(())
    }
}
