//! What the two sides of the line mean, written into them.

use super::super::brush::{Brush, Failure, Letters, Point};
use super::super::layout::{GAP, LEADING, NAME_TEXT};
use super::Grid;
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;

/// Writes a text where it stands on cells of its part alone, as near as possible to the part's middle;
/// nowhere, if it fits nowhere. `belongs` tells by column and row.
pub(super) fn name<DB: DrawingBackend>(
    brush: &Brush<DB>,
    grid: &Grid,
    text: &str,
    belongs: impl Fn(usize, usize) -> bool,
) -> Result<(), Failure<DB>> {
    let letters = Letters { size: NAME_TEXT, bold: true, colour: brush.theme.ink };
    let cell = grid.cell();
    let size = (brush.measure(text, letters)? + GAP, NAME_TEXT * LEADING + GAP);
    let window = ((size.0 / cell.0).ceil() as usize, (size.1 / cell.1).ceil() as usize);
    match window_in(grid, window, belongs) {
        Some(middle) => brush.text(text, grid.point(middle), HPos::Center, letters),
        None => Ok(()),
    }
}

/// The middle of the window of so many cells that lies in the part and nearest to the part's middle.
fn window_in(
    grid: &Grid,
    (width, height): (usize, usize),
    belongs: impl Fn(usize, usize) -> bool,
) -> Option<Point> {
    // The cells at the edges are only half as large.
    if width == 0 || height == 0 || width + 2 > grid.columns || height + 2 > grid.rows {
        return None;
    }
    // How many cells of the part lie to the left of and under each corner: a window's count is then four sums.
    let across = grid.columns + 1;
    let mut under = vec![0_usize; across * (grid.rows + 1)];
    let (mut count, mut middle) = (0.0, (0.0, 0.0));
    for row in 0..grid.rows {
        let mut in_row = 0;
        for column in 0..grid.columns {
            if belongs(column, row) {
                in_row += 1;
                count += 1.0;
                middle = (middle.0 + column as f64, middle.1 + row as f64);
            }
            under[(row + 1) * across + column + 1] = under[row * across + column + 1] + in_row;
        }
    }
    let (x, y) = (middle.0 / count, middle.1 / count);
    let inside = |column: usize, row: usize| {
        let corner = |column: usize, row: usize| under[row * across + column];
        let both = corner(column + width, row + height) + corner(column, row);
        both - corner(column, row + height) - corner(column + width, row) == width * height
    };
    let centre = |from: usize, length: usize| from as f64 + (length - 1) as f64 / 2.0;
    let windows =
        (1..grid.rows - height).flat_map(|row| (1..grid.columns - width).map(move |column| (column, row)));
    let centres = windows
        .filter(|(column, row)| inside(*column, *row))
        .map(|(column, row)| (centre(column, width), centre(row, height)));
    centres.min_by(|a, b| (a.0 - x).hypot(a.1 - y).total_cmp(&(b.0 - x).hypot(b.1 - y)))
}
