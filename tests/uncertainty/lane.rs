//! Four numbers side by side in single precision: the plainest lane that is not `f64`.

use std::ops::{Add, AddAssign, BitAnd, BitOr, Div, Mul, Neg, Not, Sub};

use raaderum::model::lane::Lane;

#[derive(Clone, Copy, Default, Debug, PartialEq)]
pub struct Four([f32; 4]);

#[derive(Clone, Copy)]
pub struct Answers([bool; 4]);

impl Four {
    fn map(self, f: impl Fn(f32) -> f32) -> Self {
        Self(self.0.map(f))
    }
    fn with(self, other: Self, f: impl Fn(f32, f32) -> f32) -> Self {
        Self(std::array::from_fn(|i| f(self.0[i], other.0[i])))
    }
}

impl Add for Four {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        self.with(other, |a, b| a + b)
    }
}
impl Sub for Four {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self.with(other, |a, b| a - b)
    }
}
impl Mul for Four {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        self.with(other, |a, b| a * b)
    }
}
impl Div for Four {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        self.with(other, |a, b| a / b)
    }
}
impl Neg for Four {
    type Output = Self;
    fn neg(self) -> Self {
        self.map(|a| -a)
    }
}
impl AddAssign for Four {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Answers {
    fn with(self, other: Self, f: impl Fn(bool, bool) -> bool) -> Self {
        Self(std::array::from_fn(|i| f(self.0[i], other.0[i])))
    }
}

impl BitAnd for Answers {
    type Output = Self;
    fn bitand(self, other: Self) -> Self {
        self.with(other, |a, b| a && b)
    }
}
impl BitOr for Answers {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        self.with(other, |a, b| a || b)
    }
}
impl Not for Answers {
    type Output = Self;
    fn not(self) -> Self {
        self.with(self, |a, _| !a)
    }
}

impl Lane for Four {
    type Mask = Answers;
    const COUNT: usize = 4;

    fn splat(value: f64) -> Self {
        Self([value as f32; 4])
    }
    fn from_fn(mut value: impl FnMut(usize) -> f64) -> Self {
        Self(std::array::from_fn(|place| value(place) as f32))
    }
    fn get(self, place: usize) -> f64 {
        self.0.get(place).map_or(0.0, |value| f64::from(*value))
    }
    fn exp(self) -> Self {
        self.map(libm::expf)
    }
    fn ln(self) -> Self {
        self.map(libm::logf)
    }
    fn min(self, other: Self) -> Self {
        self.with(other, f32::min)
    }
    fn max(self, other: Self) -> Self {
        self.with(other, f32::max)
    }
    fn lt(self, other: Self) -> Answers {
        Answers(std::array::from_fn(|i| self.0[i] < other.0[i]))
    }
    fn mask(answer: bool) -> Answers {
        Answers([answer; 4])
    }
    fn select(mask: Answers, yes: Self, no: Self) -> Self {
        Self(std::array::from_fn(|i| if mask.0[i] { yes.0[i] } else { no.0[i] }))
    }
}
