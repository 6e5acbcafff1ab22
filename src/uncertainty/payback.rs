//! When each draw has paid for itself for good.

use raaderum_model::lane::{Eight, Lane};

/// A draw in which the municipality was never out of pocket.
pub const NOTHING: f32 = -1.0;
/// A draw that does not pay for itself within the run.
pub const NEVER: f32 = f32::INFINITY;

/// Single precision adds up some hundred months of a municipality's benefits to this share of a year's.
const ROUNDING: f64 = 1e-5;

/// What a net of nothing may come to in single precision, DKK, where so much is paid in benefits a year.
pub fn rounding(benefits: f64) -> f64 {
    1.0 + ROUNDING * benefits
}

/// When eight draws have paid for themselves, month by month.
#[derive(Clone, Copy, Debug)]
pub struct Payback {
    /// Below this a net is in the red; anything less is rounding.
    red: Eight,
    ever_red: Eight,
    last_below: Eight,
}

impl Payback {
    /// Nothing has been paid yet; `rounding` is what single precision makes of nothing, DKK.
    pub fn new(rounding: f64) -> Self {
        Self { red: Eight::splat(-rounding), ever_red: Eight::zero(), last_below: Eight::splat(-1.0) }
    }

    /// Looks at the net after month `t`.
    pub fn look(&mut self, t: usize, net: Eight) {
        self.ever_red = Eight::select(net.lt(self.red), Eight::one(), self.ever_red);
        self.last_below = Eight::select(net.lt(Eight::zero()), Eight::splat(t as f64), self.last_below);
    }

    /// The months from `start` to the one after the last that ended below nought.
    pub fn months(&self, start: usize, length: usize) -> Eight {
        let months = (self.last_below + Eight::splat(2.0 - start as f64)).max(Eight::zero());
        let last = Eight::splat(length as f64 - 1.5);
        let months = Eight::select(self.last_below.lt(last), months, Eight::splat(NEVER.into()));
        Eight::select(Eight::zero().lt(self.ever_red), months, Eight::splat(NOTHING.into()))
    }
}
