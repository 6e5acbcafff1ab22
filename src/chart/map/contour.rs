//! The line along which a grid of values is nought: marching squares, joined into as few lines as possible.

use super::super::brush::Point;

/// No edge.
const NONE: usize = usize::MAX;

/// The sides of the squares between neighbouring places, each with the sides that the line goes on to.
struct Sides<'a> {
    values: &'a [f64],
    columns: usize,
    onward: Vec<[usize; 2]>,
}

/// The lines between what is below nought and what is not, over whole rows of `columns` values. In units of
/// the grid: `(2.5, 0.0)` lies half way from the third to the fourth place of the first row. Squares with a
/// corner that is no number have no line.
pub(super) fn nought(values: &[f64], columns: usize) -> Vec<Vec<Point>> {
    let rows = values.len().checked_div(columns).unwrap_or(0);
    let onward = vec![[NONE; 2]; columns * rows * 2];
    let mut sides = Sides { values, columns, onward };
    for row in 1..rows {
        for column in 1..columns {
            sides.cross((row - 1) * columns + column - 1);
        }
    }
    let open = |sides: &Sides, side: usize| sides.onward[side].iter().filter(|next| **next != NONE).count();
    let mut lines = Vec::new();
    // Lines that end at the rim or at a missing value begin there; what is then left are rings.
    for ends in [1, 2] {
        for side in 0..sides.onward.len() {
            if open(&sides, side) == ends {
                lines.push(sides.follow(side));
            }
        }
    }
    lines
}

impl Sides<'_> {
    /// Joins the sides of one square, given by its first corner, through which the line goes.
    fn cross(&mut self, first: usize) {
        let corners = [first, first + 1, first + self.columns + 1, first + self.columns];
        let values = corners.map(|place| self.values[place]);
        if !values.iter().all(|value| value.is_finite()) {
            return;
        }
        let over = values.map(|value| value >= 0.0);
        // From each corner to the next: a row's side is numbered 2 n, a column's 2 n + 1.
        let sides = [2 * corners[0], 2 * corners[1] + 1, 2 * corners[3], 2 * corners[0] + 1];
        let crossed = [0, 1, 2, 3].map(|side| over[side] != over[(side + 1) % 4]);
        if crossed == [true; 4] {
            // The middle decides which of the opposite corners are joined. Shares, because sums overflow.
            let middle = values.iter().map(|value| value / 4.0).sum::<f64>() >= 0.0;
            let pairs = if middle == over[0] { [(0, 1), (2, 3)] } else { [(3, 0), (1, 2)] };
            for (one, other) in pairs {
                self.join(sides[one], sides[other]);
            }
            return;
        }
        let mut through = (0..4).filter(|side| crossed[*side]).map(|side| sides[side]);
        if let (Some(one), Some(other)) = (through.next(), through.next()) {
            self.join(one, other);
        }
    }

    fn join(&mut self, one: usize, other: usize) {
        for (side, next) in [(one, other), (other, one)] {
            if let Some(free) = self.onward[side].iter_mut().find(|next| **next == NONE) {
                *free = next;
            }
        }
    }

    /// Takes a line out, from one of its sides to its end.
    fn follow(&mut self, from: usize) -> Vec<Point> {
        let mut line = vec![self.point(from)];
        let mut at = from;
        while let Some(next) = self.onward[at].iter().copied().find(|next| *next != NONE) {
            for (side, gone) in [(at, next), (next, at)] {
                if let Some(used) = self.onward[side].iter_mut().find(|side| **side == gone) {
                    *used = NONE;
                }
            }
            line.push(self.point(next));
            at = next;
        }
        line
    }

    /// Where on a side the value is nought.
    fn point(&self, side: usize) -> Point {
        let (place, upward) = (side / 2, side % 2 == 1);
        let (column, row) = ((place % self.columns) as f64, (place / self.columns) as f64);
        let next = place + if upward { self.columns } else { 1 };
        let (from, to) = (self.values[place], self.values[next]);
        let share = from / (from - to);
        if upward { (column, row + share) } else { (column + share, row) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_slope_has_one_line_at_its_nought() {
        let slope: Vec<f64> = (0..12).map(|place| f64::from(place % 4) - 1.5).collect();
        assert_eq!(nought(&slope, 4), [[(1.5, 0.0), (1.5, 1.0), (1.5, 2.0)]]);
    }

    #[test]
    fn a_hill_has_a_ring_around_it() {
        let hill = [-1.0, -1.0, -1.0, -1.0, 1.0, -1.0, -1.0, -1.0, -1.0];
        let lines = nought(&hill, 3);
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].len(), 5);
        assert_eq!(lines[0].first(), lines[0].last());
    }

    #[test]
    fn a_saddle_keeps_its_lines_apart() {
        assert_eq!(nought(&[3.0, -1.0, -1.0, 3.0], 2).len(), 2);
        let joined = nought(&[1.0, -3.0, -3.0, 1.0], 2);
        assert!(joined.iter().all(|line| line.len() == 2));
    }

    #[test]
    fn what_is_flat_or_missing_has_no_line() {
        assert_eq!(nought(&[0.0; 9], 3), Vec::<Vec<Point>>::new());
        assert_eq!(nought(&[f64::NAN, -1.0, 1.0, 1.0], 2), Vec::<Vec<Point>>::new());
        assert_eq!(nought(&[], 0), Vec::<Vec<Point>>::new());
    }

    proptest! {
        #[test]
        fn lines_stay_in_the_grid_and_cross_every_change(
            values in proptest::collection::vec(prop_oneof![-1.0..1.0, any::<f64>(), Just(0.0)], 0..60),
            columns in 1_usize..8,
        ) {
            let rows = values.len() / columns;
            let lines = nought(&values, columns);
            for (x, y) in lines.iter().flatten() {
                prop_assert!((0.0..=(columns - 1) as f64).contains(x), "{x}");
                prop_assert!((0.0..=rows as f64).contains(y), "{y}");
            }
            if values.iter().all(|value| value.is_finite()) && rows > 1 && columns > 1 {
                let along = |row: usize| values[row * columns..][..columns].windows(2);
                let changes = along(0).filter(|pair| (pair[0] < 0.0) != (pair[1] < 0.0)).count();
                let crossings = lines.iter().flatten().filter(|(x, y)| *y == 0.0 && x.fract() != 0.0).count();
                prop_assert!(crossings <= changes);
            }
        }
    }
}
