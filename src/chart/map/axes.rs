//! The two axes of a map: their names, their ticks, and the plot that they leave.

use super::super::brush::{Brush, Failure, Letters};
use super::super::label::Block;
use super::super::layout::{GAP, LEADING, TICK_LENGTH, TICK_TEXT, stride};
use super::super::range::Axis;
use super::super::theme::Pen;
use super::{Grid, MapAxis, MapChart, wrapped};
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;

/// Ticks of the y axis stand at least this far apart.
const LEAST_STEP: f64 = 26.0;

/// A tick: where it stands among the places of its axis, and its text.
type Tick = (f64, String);

/// The texts around a map.
pub(super) struct Axes {
    x_name: Vec<String>,
    y_name: Vec<String>,
    x_ticks: Vec<Tick>,
    y_ticks: Vec<Tick>,
    pub plot: Block,
}

impl Axes {
    /// Shares out what lies under `top`.
    pub fn new<DB: DrawingBackend>(
        chart: &MapChart,
        brush: &Brush<DB>,
        top: f64,
        rows: usize,
    ) -> Result<Self, Failure<DB>> {
        let (width, height) = brush.size();
        let (x_ticks, y_ticks) = (ticks(&chart.x, chart.columns), ticks(&chart.y, rows));
        let row = TICK_TEXT * LEADING;
        let left = (widest(brush, &y_ticks)? + GAP).min(width * 0.35).ceil();
        let right = (widest(brush, &x_ticks)? / 2.0).min(width * 0.2).ceil();
        // The name across ends where the plot ends, and the other one begins at the edge.
        let x_name = wrapped(brush, chart.x.name, width - right)?;
        let y_name = wrapped(brush, chart.y.name, width)?;
        let top = (top + y_name.len() as f64 * row + GAP).ceil();
        let bottom = TICK_LENGTH + row * (1.0 + x_name.len() as f64);
        let plot = Block {
            left,
            top,
            width: (width - left - right).max(1.0).floor(),
            height: (height - top - bottom).max(1.0).floor(),
        };
        Ok(Self { x_name, y_name, x_ticks, y_ticks, plot })
    }

    pub fn draw<DB: DrawingBackend>(&self, brush: &Brush<DB>, grid: &Grid) -> Result<(), Failure<DB>> {
        let (plot, letters, pen) = (self.plot, brush.small(), Pen::solid(brush.theme.muted, 1.0));
        let ink = Letters { colour: brush.theme.ink, ..letters };
        let row = TICK_TEXT * LEADING;
        let (left, bottom) = (plot.left, plot.bottom());
        let x = |tick: &Tick| grid.point((tick.0, 0.0)).0;
        for tick in spaced(&self.x_ticks, x, widest(brush, &self.x_ticks)? + GAP * 2.0) {
            brush.stroke(&[(x(tick), bottom), (x(tick), bottom + TICK_LENGTH)], pen)?;
            brush.text(&tick.1, (x(tick), bottom + TICK_LENGTH + row / 2.0), HPos::Center, letters)?;
        }
        let y = |tick: &Tick| grid.point((0.0, tick.0)).1;
        for tick in spaced(&self.y_ticks, y, LEAST_STEP) {
            brush.stroke(&[(left - TICK_LENGTH, y(tick)), (left, y(tick))], pen)?;
            brush.text(&tick.1, (left - GAP, y(tick)), HPos::Right, letters)?;
        }
        brush.rows(&self.y_name, (0.0, plot.top - GAP - row * self.y_name.len() as f64), ink)?;
        for (number, text) in self.x_name.iter().enumerate() {
            let y = bottom + TICK_LENGTH + row * (number as f64 + 1.5);
            brush.text(text, (plot.right(), y), HPos::Right, ink)?;
        }
        Ok(())
    }
}

/// The round values between the ends.
fn ticks(axis: &MapAxis, places: usize) -> Vec<Tick> {
    let round = Axis::of(axis.ends, 0.0);
    let tick = |value| Some((axis.place(places, value)?, (axis.label)(value, round.decimals())));
    round.ticks().filter_map(tick).collect()
}

fn widest<DB: DrawingBackend>(brush: &Brush<DB>, ticks: &[Tick]) -> Result<f64, Failure<DB>> {
    brush.widest(ticks.iter().map(|(_, text)| text), brush.small())
}

/// Those that stand at least so far apart.
fn spaced(ticks: &[Tick], at: impl Fn(&Tick) -> f64, least: f64) -> impl Iterator<Item = &Tick> {
    let spacing = match ticks {
        [first, second, ..] => (at(second) - at(first)).abs(),
        _ => least,
    };
    ticks.iter().step_by(stride(spacing, least) as usize)
}
