//! How an area is divided: margins, ticks, and where a month and a value lie.

use super::brush::Point;
use super::label::Block;
use super::range::Axis;

/// Sizes in CSS pixels. No text is smaller than 14.
pub(super) const TICK_TEXT: f64 = 14.0;
pub(super) const NAME_TEXT: f64 = 15.0;
/// From one line of text to the next, in sizes of the text.
pub(super) const LEADING: f64 = 1.2;
pub(super) const TICK_LENGTH: f64 = 5.0;
/// Between a line's end and its name, and between an axis and its texts.
pub(super) const GAP: f64 = 8.0;
/// Smaller areas show nothing: no text would fit.
pub(super) const LEAST_SIZE: f64 = 48.0;

/// The plot inside its area, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Frame {
    pub plot: Block,
    pub months: u16,
    pub axis: Axis,
}

impl Frame {
    /// The place of a month.
    pub fn x(&self, month: f64) -> f64 {
        self.plot.left + self.plot.width * month / f64::from(self.months.max(1))
    }

    /// The place of a value; values outside the axis lie on its nearest end.
    pub fn y(&self, value: f64) -> f64 {
        let share = (self.axis.clamp(value) - self.axis.low()) / (self.axis.high() - self.axis.low());
        self.plot.bottom() - self.plot.height * share
    }

    /// The stretches of a series between the points that are no numbers.
    pub fn stretches(&self, points: &[f64]) -> Vec<Vec<Point>> {
        let seen = &points[..points.len().min(usize::from(self.months) + 1)];
        let mut stretches = vec![Vec::new()];
        for (month, value) in seen.iter().enumerate() {
            match (value.is_finite(), stretches.last_mut()) {
                (true, Some(stretch)) => stretch.push((self.x(month as f64), self.y(*value))),
                _ => stretches.push(Vec::new()),
            }
        }
        stretches.retain(|stretch| !stretch.is_empty());
        stretches
    }
}

/// Every how many ticks one is shown so that they stand at least `least` apart, `spacing` being the distance
/// of neighbours: 1, 2, 5, 10 …
pub(super) fn stride(spacing: f64, least: f64) -> u32 {
    [1, 2, 5, 10, 20, 50, 100].into_iter().find(|every| spacing * f64::from(*every) >= least).unwrap_or(1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame() -> Frame {
        let plot = Block { left: 50.0, top: 20.0, width: 120.0, height: 100.0 };
        Frame { plot, months: 12, axis: Axis::of([0.0, 95.0], 0.0) }
    }

    #[test]
    fn corners_lie_in_the_corners() {
        let frame = frame();
        assert_eq!((frame.axis.low(), frame.axis.high()), (0.0, 100.0));
        assert_eq!((frame.x(0.0), frame.y(0.0)), (50.0, 120.0));
        assert_eq!((frame.x(12.0), frame.y(100.0)), (170.0, 20.0));
        assert_eq!(frame.y(1e300), 20.0);
    }

    #[test]
    fn a_series_is_split_where_it_has_no_number_and_cut_at_the_horizon() {
        let points = [f64::NAN, 1.0, 2.0, f64::INFINITY, 3.0];
        let lengths: Vec<usize> = frame().stretches(&points).iter().map(Vec::len).collect();
        assert_eq!(lengths, [2, 1]);
        assert_eq!(frame().stretches(&[1.0; 40])[0].len(), 13);
        assert!(frame().stretches(&[]).is_empty());
    }

    #[test]
    fn ticks_thin_out_where_they_would_touch() {
        assert_eq!(stride(30.0, 22.0), 1);
        assert_eq!(stride(12.0, 22.0), 2);
        assert_eq!(stride(0.0, 22.0), 1000);
    }
}
