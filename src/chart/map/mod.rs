//! A value over two axes, as coloured cells: what the whole space of two levers looks like.

mod axes;
mod contour;
mod key;
mod parts;
mod shades;

use super::brush::{Brush, Failure, Point};
use super::label::{Block, wrap};
use super::layout::GAP;
use super::range::{Axis, Extent};
use super::theme::{Pen, Theme};
use axes::Axes;
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::DrawingBackend;
use shades::Shades;

const RING_RADIUS: f64 = 6.0;
/// A title or name has at most so many lines.
const MOST_ROWS: usize = 3;
/// Smaller areas show nothing: between its texts a map would have no space.
const LEAST: Point = (160.0, 270.0);

/// One of the two levers of a map.
#[derive(Clone, Copy)]
pub struct MapAxis<'a> {
    /// Its name, with its unit.
    pub name: &'a str,
    /// The values at the first and the last place; those between are evenly spaced.
    pub ends: [f64; 2],
    /// How a value is written, given the decimals its ticks need.
    pub label: &'a dyn Fn(f64, usize) -> String,
}

/// Values over a grid, with the line where they are nought and the point where one stands.
pub struct MapChart<'a> {
    /// What the values are, with their unit: stands above the key.
    pub title: &'a str,
    /// At least two whole rows of `columns` values, from the lower left; what is no number is hatched.
    pub values: &'a [f64],
    /// How many values a row has, at least two.
    pub columns: usize,
    /// What the colours cover; see [`MapChart::extent`] and [`super::range::Held`].
    pub colours: Axis,
    /// How a value is written, given the decimals the key needs.
    pub label: &'a dyn Fn(f64, usize) -> String,
    /// Along the rows.
    pub x: MapAxis<'a>,
    /// From row to row.
    pub y: MapAxis<'a>,
    /// Where the setting in hand lies, as values on the axes.
    pub present: Option<[f64; 2]>,
    /// A setting that is being read, as values on the axes.
    pub picked: Option<[f64; 2]>,
    /// What it is to lie below nought, and above it: written into the two parts where they have space, for
    /// print in black and white and for readers who do not tell the hues apart.
    pub parts: [&'a str; 2],
    /// What hatching means; written beside the key where there is any.
    pub missing: &'a str,
}

/// The cells of the plot.
struct Grid {
    plot: Block,
    columns: usize,
    rows: usize,
}

impl Grid {
    /// The place of a point given in columns and rows. The outermost values lie on the plot's edges.
    fn point(&self, (column, row): Point) -> Point {
        let (width, height) = self.cell();
        let (last_column, last_row) = ((self.columns - 1) as f64, (self.rows - 1) as f64);
        let (column, row) = (column.max(0.0).min(last_column), row.max(0.0).min(last_row));
        (self.plot.left + width * column, self.plot.bottom() - height * row)
    }

    /// A cell's size; those at the edges are cut in half.
    fn cell(&self) -> Point {
        (self.plot.width / (self.columns - 1) as f64, self.plot.height / (self.rows - 1) as f64)
    }
}

impl MapAxis<'_> {
    /// Where a value lies among so many evenly spaced places; `None` outside.
    fn place(&self, places: usize, value: f64) -> Option<f64> {
        let [first, last] = self.ends;
        let share = (value - first) / (last - first);
        (0.0..=1.0).contains(&share).then_some(share * (places - 1) as f64)
    }
}

impl MapChart<'_> {
    /// What these values cover; nought is always part of it.
    #[must_use]
    pub fn extent(values: &[f64]) -> Extent {
        Extent::of(values.iter().copied().chain([0.0]))
    }

    /// Draws the map; `scale` is how many units of the area make one CSS pixel. Gives where the outermost
    /// values lie: left, top, right and bottom in CSS pixels; `None` where there is no space for a map.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn draw<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
        theme: &Theme,
        scale: f64,
    ) -> Result<Option<[f64; 4]>, Failure<DB>> {
        let brush = Brush::new(area, theme, scale);
        let (width, height) = brush.size();
        brush.fill(theme.paper)?;
        let rows = self.values.len().checked_div(self.columns).unwrap_or(0);
        if width < LEAST.0 || height < LEAST.1 || rows < 2 || self.columns < 2 {
            return Ok(None);
        }
        let shades = Shades::new(self.colours, theme);
        let top = key::draw(self, &brush, &shades)?;
        let axes = Axes::new(self, &brush, top, rows)?;
        let grid = Grid { plot: axes.plot, columns: self.columns, rows };
        self.draw_cells(&brush, &grid, &shades)?;
        for line in contour::nought(self.values, self.columns) {
            let line: Vec<Point> = line.into_iter().map(|point| grid.point(point)).collect();
            brush.stroke(&line, Pen::solid(theme.ink, 2.0))?;
        }
        outline(&brush, (axes.plot.left, axes.plot.top), (axes.plot.right(), axes.plot.bottom()))?;
        axes.draw(&brush, &grid)?;
        let present = self.place_of(self.present, rows);
        self.draw_parts(&brush, &grid, &shades, present)?;
        let plot = axes.plot;
        if let Some(at) = self.place_of(self.picked, rows) {
            let (x, y) = grid.point(at);
            for line in [[(plot.left, y), (plot.right(), y)], [(x, plot.top), (x, plot.bottom())]] {
                brush.stroke(&line, Pen::solid(theme.ink, 1.5))?;
            }
        }
        if let Some(at) = present {
            brush.ring(grid.point(at), RING_RADIUS, Pen::solid(theme.ink, 2.5))?;
        }
        Ok(Some([plot.left, plot.top, plot.right(), plot.bottom()]))
    }

    fn place_of(&self, setting: Option<[f64; 2]>, rows: usize) -> Option<Point> {
        let [x, y] = setting?;
        Some((self.x.place(self.columns, x)?, self.y.place(rows, y)?))
    }

    /// Neighbours of one colour are drawn as one box.
    fn draw_cells<DB: DrawingBackend>(
        &self,
        brush: &Brush<DB>,
        grid: &Grid,
        shades: &Shades,
    ) -> Result<(), Failure<DB>> {
        for (row, values) in self.values.chunks_exact(self.columns).enumerate() {
            let mut from = 0;
            let runs = values.chunk_by(|one, next| shades.class(*one) == shades.class(*next));
            for run in runs {
                let to = from + run.len();
                let (left, top) = grid.point((from as f64 - 0.5, row as f64 + 0.5));
                let (right, bottom) = grid.point((to as f64 - 0.5, row as f64 - 0.5));
                match shades.class(run[0]) {
                    Some(class) => brush.cover((left, top), (right, bottom), shades.colour(class))?,
                    None if row % 2 == 0 => hatch(brush, (left, (top + bottom) / 2.0), right)?,
                    None => {}
                }
                from = to;
            }
        }
        Ok(())
    }

    fn draw_parts<DB: DrawingBackend>(
        &self,
        brush: &Brush<DB>,
        grid: &Grid,
        shades: &Shades,
        present: Option<Point>,
    ) -> Result<(), Failure<DB>> {
        let cell = grid.cell();
        let free = |column: usize, row: usize| {
            present.is_none_or(|(x, y)| {
                let off = ((column as f64 - x) * cell.0).hypot((row as f64 - y) * cell.1);
                off > RING_RADIUS + GAP
            })
        };
        for (text, side) in self.parts.iter().zip([-1, 1]) {
            let belongs = |column: usize, row: usize| {
                let class = shades.class(self.values[row * grid.columns + column]);
                class.is_some_and(|class| class.signum() == side) && free(column, row)
            };
            parts::name(brush, grid, text, belongs)?;
        }
        Ok(())
    }
}

/// A text in lines that fit the width.
fn wrapped<DB: DrawingBackend>(
    brush: &Brush<DB>,
    text: &str,
    width: f64,
) -> Result<Vec<String>, Failure<DB>> {
    let mut rows = wrap(text, width, |text| brush.measure(text, brush.small()))?;
    rows.truncate(MOST_ROWS);
    Ok(rows)
}

/// A box of hairlines around colours that may be the paper's.
fn outline<DB: DrawingBackend>(brush: &Brush<DB>, from: Point, to: Point) -> Result<(), Failure<DB>> {
    let corners = [from, (to.0, from.1), to, (from.0, to.1), from];
    let pen = Pen::solid(brush.theme.grid, 1.0);
    corners.windows(2).try_for_each(|side| brush.stroke(side, pen))
}

/// One line of the hatching that stands for values that are missing.
fn hatch<DB: DrawingBackend>(brush: &Brush<DB>, from: Point, right: f64) -> Result<(), Failure<DB>> {
    brush.stroke(&[from, (right, from.1)], Pen::solid(brush.theme.muted, 1.0))
}
