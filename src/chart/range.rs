//! What an axis covers and where its ticks stand.
//!
//! ```
//! use raaderum::chart::range::Axis;
//! let axis = Axis::of([231.0, 323.0], 10.0);
//! assert_eq!((axis.low(), axis.high(), axis.step()), (200.0, 350.0, 50.0));
//! ```
//!
//! An axis is always finite, with `low < high`, and begins and ends on a round tick (1, 2 or 5 times a power
//! of ten), whatever the data: plotters hangs on infinite ranges and panics on NaN, so nothing else may be
//! handed to it.

/// Larger figures than this do not occur (the state's yearly budget is some 10¹² kroner); they are clamped.
const LARGEST: f64 = 1e15;

/// Room between the data and the ends of the axis, as a share of the data's span.
const PADDING: f64 = 0.03;

/// How many steps the padded data is cut into at most; rounding outwards adds up to two.
const STEPS: f64 = 4.0;

/// The finite ends and the tick distance of an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    low: i64,
    high: i64,
    step: f64,
}

impl Axis {
    /// An axis around all finite values, at least `least_span` wide, so that a flat line stays flat and the
    /// last bits of a calculation are not blown up to the height of the chart.
    #[must_use]
    pub fn of(values: impl IntoIterator<Item = f64>, least_span: f64) -> Self {
        Extent::of(values).axis(least_span)
    }

    /// The lower end.
    #[must_use]
    pub fn low(&self) -> f64 {
        self.low as f64 * self.step
    }

    /// The upper end.
    #[must_use]
    pub fn high(&self) -> f64 {
        self.high as f64 * self.step
    }

    /// The distance of the ticks.
    #[must_use]
    pub fn step(&self) -> f64 {
        self.step
    }

    /// The ticks from `low` to `high`; zero is exactly zero.
    pub fn ticks(&self) -> impl Iterator<Item = f64> + use<> {
        let Self { low, high, step } = *self;
        (low..=high).map(move |tick| tick as f64 * step)
    }

    /// The decimals it takes to write the ticks apart.
    #[must_use]
    pub fn decimals(&self) -> usize {
        // The step is 1, 2 or 5 times a power of ten; a little less than one is one, half of one is not.
        (0..12).find(|decimals| self.step * 10_f64.powi(*decimals) > 0.9).unwrap_or(12) as usize
    }

    /// The value, or the nearest end if it lies outside. NaN stays NaN.
    #[must_use]
    pub fn clamp(&self, value: f64) -> f64 {
        value.max(self.low()).min(self.high())
    }
}

/// The least and the greatest finite value seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    least: f64,
    greatest: f64,
}

impl Extent {
    /// Of these values; what is not finite is passed over.
    #[must_use]
    pub fn of(values: impl IntoIterator<Item = f64>) -> Self {
        let nothing = Self { least: f64::INFINITY, greatest: f64::NEG_INFINITY };
        values.into_iter().filter(|value| value.is_finite()).fold(nothing, |seen, value| {
            let value = value.clamp(-LARGEST, LARGEST);
            Self { least: seen.least.min(value), greatest: seen.greatest.max(value) }
        })
    }

    /// Of both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self { least: self.least.min(other.least), greatest: self.greatest.max(other.greatest) }
    }

    /// The axis around it.
    #[must_use]
    pub fn axis(&self, least_span: f64) -> Axis {
        let (least, greatest) =
            if self.least <= self.greatest { (self.least, self.greatest) } else { (0.0, 0.0) };
        let (low, high) = padded(least, greatest, least_span);
        let step = round_step((high - low) / STEPS);
        Axis { low: (low / step).floor() as i64, high: (high / step).ceil() as i64, step }
    }
}

/// Keeps the axis of a chart still while a slider moves: it grows at once when a line would leave it and
/// shrinks when the slider rests, so that what moves on the screen is the result and not the scale.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Held {
    /// Of which group the data are; `None` of all.
    of: Option<usize>,
    extent: Option<Extent>,
}

impl Held {
    /// What is held of the data of one group, or of all: nothing yet, where it was of others. The range of one series says
    /// nothing of another's.
    #[must_use]
    pub fn of(self, group: Option<usize>) -> Self {
        if self.of == group { self } else { Self { of: group, extent: None } }
    }

    /// What to hold now that the data has this extent; `resting` is whether no lever is being moved.
    ///
    /// The data's extents are held and not the axis: rounding a rounded axis again would make it creep.
    #[must_use]
    pub fn update(self, wanted: Extent, resting: bool) -> Self {
        let extent = match self.extent {
            Some(held) if !resting => held.with(wanted),
            _ => wanted,
        };
        Self { extent: Some(extent), ..self }
    }

    /// The axis to draw.
    #[must_use]
    pub fn axis(&self, least_span: f64) -> Axis {
        self.extent.unwrap_or(Extent::of([])).axis(least_span)
    }
}

/// The ends with room around them and at least `least_span` apart. Room does not cross zero: persons and
/// kroner that cannot be negative get no negative axis.
fn padded(least: f64, greatest: f64, least_span: f64) -> (f64, f64) {
    let largest = least.abs().max(greatest.abs());
    let wanted = if least_span.is_finite() { least_span.abs().min(LARGEST) } else { 0.0 };
    // Below a billionth of the value itself ticks could not be told apart.
    let span = (greatest - least).max(wanted).max(largest * 1e-9).max(1e-9);
    let room = (span - (greatest - least)) / 2.0 + span * PADDING;
    let low = if least >= 0.0 { (least - room).max(0.0) } else { least - room };
    let high = if greatest <= 0.0 && least < 0.0 { (greatest + room).min(0.0) } else { greatest + room };
    (low, high.max(low + span))
}

/// The least of 1, 2 and 5 times a power of ten that is not below `step`.
fn round_step(step: f64) -> f64 {
    let power =
        (-12..=16).map(|exponent| 10_f64.powi(exponent)).find(|power| power * 10.0 > step).unwrap_or(1e16);
    [1.0, 2.0, 5.0]
        .into_iter()
        .map(|factor| factor * power)
        .find(|round| *round >= step)
        .unwrap_or(power * 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ends(values: &[f64], least_span: f64) -> (f64, f64) {
        let axis = Axis::of(values.iter().copied(), least_span);
        (axis.low(), axis.high())
    }

    #[test]
    fn ends_are_round_and_leave_room() {
        assert_eq!(ends(&[231.0, 323.0], 10.0), (200.0, 350.0));
        assert_eq!(ends(&[-14e6, 1e6], 1e6), (-15e6, 5e6));
        assert_eq!(ends(&[0.0, 100.0], 10.0), (0.0, 150.0));
    }

    #[test]
    fn nothing_and_nonsense_still_make_an_axis() {
        for values in [&[][..], &[f64::NAN], &[f64::INFINITY, f64::NEG_INFINITY], &[0.0], &[323.0, 323.0]] {
            let (low, high) = ends(values, 10.0);
            assert!(low < high, "{values:?}");
        }
        assert_eq!(ends(&[323.0], 10.0), (315.0, 330.0));
    }

    #[test]
    fn ticks_carry_the_decimals_they_need() {
        assert_eq!(Axis::of([0.0, 0.35], 0.0).decimals(), 1);
        assert_eq!(Axis::of([231.0, 323.0], 0.0).decimals(), 0);
        assert_eq!(Axis::of([0.0, 0.04], 0.0).decimals(), 2);
        assert_eq!(Axis::of([0.0], 1.0).decimals(), 1);
    }

    #[test]
    fn a_held_axis_grows_at_once_and_shrinks_at_rest() {
        let narrow = Extent::of([200.0, 300.0]);
        let wide = Extent::of([100.0, 300.0]);
        let held = Held::default().update(narrow, false).update(wide, false);
        assert_eq!(held.axis(10.0), wide.axis(10.0));
        let back = held.update(narrow, false);
        assert_eq!(back.axis(10.0), wide.axis(10.0));
        assert_eq!(back.update(narrow, true).axis(10.0), narrow.axis(10.0));
    }

    #[test]
    fn another_series_has_a_range_of_its_own_at_once() {
        let (all, one) = (Extent::of([0.0, 2_500.0]), Extent::of([630.0, 660.0]));
        let held = Held::default().of(None).update(all, true);
        assert_eq!(held.of(None).update(one, false).axis(10.0), all.with(one).axis(10.0));
        let moved = held.of(Some(2)).update(one, false);
        assert_eq!(moved.axis(10.0), one.axis(10.0), "while the lever still moves");
        assert_eq!(moved.of(Some(2)).update(all, false).axis(10.0), all.with(one).axis(10.0));
    }

    proptest! {
        #[test]
        fn every_axis_is_finite_wide_and_quick(values in proptest::collection::vec(any::<f64>(), 0..9), least in any::<f64>()) {
            let axis = Axis::of(values.iter().copied(), least);
            prop_assert!(axis.low().is_finite() && axis.high().is_finite() && axis.low() < axis.high());
            let ticks: Vec<f64> = axis.ticks().collect();
            prop_assert!((3..=9).contains(&ticks.len()), "{ticks:?}");
            prop_assert!(ticks.windows(2).all(|pair| pair[0] < pair[1]));
            for value in values.iter().filter(|value| value.abs() <= LARGEST) {
                prop_assert_eq!(axis.clamp(*value), *value);
            }
        }
    }
}
