//! What a council says in each draw, by how far it looks ahead.

use raaderum_model::lane::{Eight, Lane};
use raaderum_model::outcome::VERDICT_YEARS;

/// The years of [`VERDICT_YEARS`], and then the horizon.
pub const LOOKS: usize = VERDICT_YEARS.len() + 1;

/// One draw.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Answer {
    /// Whether the plan changes anything in it.
    pub changes: bool,
    /// Whether the municipality is out of the red then, by the place in [`LOOKS`]; `None` where the draw was not run so far.
    pub yes: [Option<bool>; LOOKS],
}

impl Answer {
    /// As a number that another thread can take.
    pub(crate) fn number(self) -> f32 {
        let digits = self.yes.iter().map(|yes| yes.map_or(2, u32::from));
        digits.fold(u32::from(self.changes), |number, digit| number * 3 + digit) as f32
    }

    /// The answer that a number stands for.
    pub(crate) fn from_number(number: f32) -> Self {
        let mut rest = number as u32;
        let mut yes = [None; LOOKS];
        for yes in yes.iter_mut().rev() {
            *yes = (rest % 3 < 2).then_some(rest % 3 == 1);
            rest /= 3;
        }
        Self { changes: rest != 0, yes }
    }
}

/// Eight draws, month by month.
#[derive(Clone, Copy, Debug)]
pub struct Answers {
    /// The month whose flow is the last before each look.
    looks: [Option<usize>; LOOKS],
    /// The next of them.
    next: Option<usize>,
    /// Below this a net is in the red; anything less is rounding.
    red: Eight,
    /// The largest net so far, either way and of either purse.
    largest: Eight,
    nets: [Option<Eight>; LOOKS],
}

impl Answers {
    /// Nothing has been paid yet; `rounding` is what single precision makes of nothing, DKK.
    pub fn new(start: usize, horizon: usize, rounding: f64) -> Self {
        let after =
            |place: usize| VERDICT_YEARS.get(place).map_or(horizon, |years| start + 12 * usize::from(*years));
        let looks = std::array::from_fn(|place| after(place).checked_sub(1));
        let next = looks.iter().copied().flatten().min();
        Self { looks, next, red: Eight::splat(-rounding), largest: Eight::zero(), nets: [None; LOOKS] }
    }

    /// Looks at the nets of municipality and state after month `t`.
    pub fn look(&mut self, t: usize, net: Eight, state: Eight) {
        self.largest = self.largest.max(net.max(-net)).max(state.max(-state));
        if self.next != Some(t) {
            return;
        }
        for (look, seen) in self.looks.iter().zip(&mut self.nets) {
            if *look == Some(t) {
                *seen = Some(net);
            }
        }
        self.next = self.looks.iter().copied().flatten().filter(|look| *look > t).min();
    }

    /// What each draw answers.
    pub fn all(&self) -> [Answer; Eight::COUNT] {
        let (red, largest) = (self.red, self.largest);
        std::array::from_fn(|place| Answer {
            changes: largest.get(place) > -red.get(place),
            yes: self.nets.map(|net| net.map(|net| net.get(place) >= red.get(place))),
        })
    }
}
