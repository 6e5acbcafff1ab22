//! The numbers the model counts in: one value, or several side by side.
//!
//! The month is written once, over [`Lane`]. The central run is `f64`; draws run eight at a time ([`Eight`]) through the very
//! same code. Nothing may branch on a value: choose with [`Lane::select`].

mod eight;

pub use eight::Eight;

use std::ops::{Add, AddAssign, BitAnd, BitOr, Div, Mul, Neg, Not, Sub};

/// A number, or a fixed count of numbers side by side.
///
/// `exp` and `ln` must give the same bits on every machine, or a link would not give the same figures.
pub trait Lane:
    Copy
    + Default
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
    + AddAssign
{
    /// The answer to a comparison, one per value.
    type Mask: Copy + BitAnd<Output = Self::Mask> + BitOr<Output = Self::Mask> + Not<Output = Self::Mask>;

    /// How many values stand side by side.
    const COUNT: usize;

    /// Whether a run keeps all that can be said of a month, or only what is watched over many draws.
    const WHOLE: bool;

    /// The same value in every place.
    fn splat(value: f64) -> Self;
    /// A value of its own in each place.
    fn from_fn(value: impl FnMut(usize) -> f64) -> Self;
    /// The value in one place; nought where there is no such place.
    fn get(self, place: usize) -> f64;
    /// eˣ.
    fn exp(self) -> Self;
    /// eˣ − 1, exact also where x is small.
    fn exp_m1(self) -> Self;
    /// 2ˣ.
    fn exp2(self) -> Self;
    /// 2ˣ − 1, exact also where x is small.
    fn exp2_m1(self) -> Self;
    /// Logarithm to base 2; the argument is above 0. With [`Lane::exp2`] it is the cheaper way to a power.
    fn log2(self) -> Self;
    /// Logarithm to base 2 of `self / other`; both are above 0.
    fn log2_over(self, other: Self) -> Self {
        (self / other).log2()
    }
    /// Natural logarithm; the argument is above 0.
    fn ln(self) -> Self;
    /// The smaller.
    fn min(self, other: Self) -> Self;
    /// The larger.
    fn max(self, other: Self) -> Self;
    /// Where `self < other`.
    fn lt(self, other: Self) -> Self::Mask;
    /// The same answer in every place.
    fn mask(answer: bool) -> Self::Mask;
    /// `yes` where the mask holds, `no` elsewhere.
    fn select(mask: Self::Mask, yes: Self, no: Self) -> Self;

    /// 0.
    fn zero() -> Self {
        Self::splat(0.0)
    }
    /// 1.
    fn one() -> Self {
        Self::splat(1.0)
    }
    /// `self` held within `low..=high`.
    fn clamp(self, low: Self, high: Self) -> Self {
        self.max(low).min(high)
    }
    /// `baseᵉ` for a base above 0, from its logarithm to base 2.
    fn power_of_log2(log2_base: Self, exponent: Self) -> Self {
        (exponent * log2_base).exp2()
    }
}

impl Lane for f64 {
    type Mask = bool;
    const COUNT: usize = 1;
    const WHOLE: bool = true;

    fn from_fn(mut value: impl FnMut(usize) -> f64) -> Self {
        value(0)
    }
    fn get(self, place: usize) -> f64 {
        if place == 0 { self } else { 0.0 }
    }
    fn splat(value: f64) -> Self {
        value
    }
    fn exp(self) -> Self {
        libm::exp(self)
    }
    fn exp_m1(self) -> Self {
        libm::expm1(self)
    }
    // By the natural ones: libm's own would be another table to download.
    fn exp2(self) -> Self {
        libm::exp(self * std::f64::consts::LN_2)
    }
    fn exp2_m1(self) -> Self {
        libm::expm1(self * std::f64::consts::LN_2)
    }
    fn log2(self) -> Self {
        libm::log(self) * std::f64::consts::LOG2_E
    }
    fn ln(self) -> Self {
        libm::log(self)
    }
    fn min(self, other: Self) -> Self {
        f64::min(self, other)
    }
    fn max(self, other: Self) -> Self {
        f64::max(self, other)
    }
    fn lt(self, other: Self) -> bool {
        self < other
    }
    fn mask(answer: bool) -> bool {
        answer
    }
    fn select(mask: bool, yes: Self, no: Self) -> Self {
        if mask { yes } else { no }
    }
}

/// The sum of lanes, from left to right.
pub fn sum<L: Lane>(values: impl IntoIterator<Item = L>) -> L {
    values.into_iter().fold(L::zero(), |total, value| total + value)
}
