//! Eight single-precision numbers side by side, for draws and maps.
//!
//! No fused multiply-add and no reciprocal estimates, so that a draw has the same bits on every machine. `exp` and
//! `ln` are good to about one unit in the last place (10⁻⁷ relative), far finer than any figure shown.

use std::ops::{Add, AddAssign, BitAnd, BitOr, Div, Mul, Neg, Not, Sub};

use bytemuck::cast;
use wide::{f32x8, i32x8};

use super::Lane;

/// Eight numbers.
#[derive(Clone, Copy, Debug)]
pub struct Eight(f32x8);

impl Default for Eight {
    #[inline(always)]
    fn default() -> Self {
        Self(all(0.0))
    }
}

/// Eight answers: in each place all bits, or none.
#[derive(Clone, Copy, Debug)]
pub struct Answers(f32x8);

/// Beyond these eˣ is nought or infinite in single precision.
const LEAST_EXPONENT: f32 = -87.3;
const MOST_EXPONENT: f32 = 88.3;
/// 2ˣ stays a number that is not nought or infinite up to here, and down to here below nought.
const LARGEST_POWER: f32 = 126.0;
/// 1.5 · 2²³: adding it leaves the nearest whole number in a number's last bits.
const ROUNDER: f32 = 12_582_912.0;
/// ln 2 in two parts, the first with so few bits that its product with an exponent is exact.
const LN_2_HIGH: f32 = 0.693_359_4;
const LN_2_LOW: f32 = -2.121_944_4e-4;
/// The bits of 1.
const BITS_OF_ONE: i32 = 0x3f80_0000;
/// The bits of √½: mantissas are taken from there to √2.
const BITS_OF_ROOT_HALF: i32 = 0x3f35_04f3;
/// Half of what one more in the exponent adds to the bits.
const HALF_AN_EXPONENT: i32 = 1 << 22;

#[inline(always)]
fn all(value: f32) -> f32x8 {
    f32x8::splat(value)
}

/// 2ⁿ and eʳ − 1, where x = n ln 2 + r and |r| ≤ ½ ln 2; minimax polynomial, error 8 · 10⁻⁹.
#[inline(always)]
fn split_exp(x: f32x8) -> (f32x8, f32x8) {
    let x = x.fast_max(all(LEAST_EXPONENT)).fast_min(all(MOST_EXPONENT));
    let shifted = x * all(std::f32::consts::LOG2_E) + all(ROUNDER);
    let count = shifted - all(ROUNDER);
    let r = x - count * all(LN_2_HIGH) - count * all(LN_2_LOW);
    let tail = all(0.001_392_618_4) * r + all(0.008_363_179);
    let tail = (tail * r + all(0.041_666_556)) * r + all(0.166_665_77);
    let less_one = (tail * r + all(0.5)) * (r * r) + r;
    let power = (cast::<_, i32x8>(shifted) << 23_i32) + i32x8::splat(BITS_OF_ONE);
    (cast(power), less_one)
}

/// 2ⁿ and 2ʳ − 1, where x = n + r and |r| ≤ ½; the same polynomial, in pairs of terms (Estrin): a month waits for its
/// powers one after the other, and so the chain is shorter.
#[inline(always)]
fn split_exp2(x: f32x8) -> (f32x8, f32x8) {
    let x = x.fast_max(all(-LARGEST_POWER)).fast_min(all(LARGEST_POWER));
    let shifted = x + all(ROUNDER);
    let r = x - (shifted - all(ROUNDER));
    let square = r * r;
    let high = all(0.000_154_448_92) * r + all(0.001_338_131_1);
    let middle = all(0.009_618_103_5) * r + all(0.055_503_81);
    let low = all(0.240_226_5) * r + all(std::f32::consts::LN_2);
    let less_one = ((high * square + middle) * square + low) * r;
    let power = (cast::<_, i32x8>(shifted) << 23_i32) + i32x8::splat(BITS_OF_ONE);
    (cast(power), less_one)
}

/// An exponent e and s = (m − 1)/(m + 1), where x = m 2ᵉ and m is around 1.
#[inline(always)]
fn split_ln(x: f32x8) -> (f32x8, f32x8) {
    let bits: i32x8 = cast(x);
    let exponent = (bits - i32x8::splat(BITS_OF_ROOT_HALF)) >> 23_i32;
    let mantissa: f32x8 = cast(bits - (exponent << 23_i32));
    (f32x8::from_i32x8(exponent), (mantissa - all(1.0)) / (mantissa + all(1.0)))
}

/// The logarithm to base 2 of (1 + s)/(1 − s), for |s| ≤ 0.2: 2 artanh s / ln 2, in pairs of terms; error 10⁻⁷.
#[inline(always)]
fn log2_around_one(s: f32x8) -> f32x8 {
    let w = s * s;
    let high = all(0.426_751_46) * w + all(0.576_916_1);
    let low = all(0.961_796_94) * w + all(2.0 * std::f32::consts::LOG2_E);
    (high * (w * w) + low) * s
}

impl Lane for Eight {
    type Mask = Answers;
    const COUNT: usize = 8;
    const WHOLE: bool = false;

    #[inline(always)]
    fn splat(value: f64) -> Self {
        Self(all(value as f32))
    }
    fn from_fn(mut value: impl FnMut(usize) -> f64) -> Self {
        Self(f32x8::new(std::array::from_fn(|place| value(place) as f32)))
    }
    fn get(self, place: usize) -> f64 {
        self.values().get(place).copied().map_or(0.0, f64::from)
    }
    #[inline(always)]
    fn exp(self) -> Self {
        let (power, less_one) = split_exp(self.0);
        Self(power * less_one + power)
    }
    #[inline(always)]
    fn exp_m1(self) -> Self {
        let (power, less_one) = split_exp(self.0);
        Self(power * less_one + (power - all(1.0)))
    }
    /// ln x = e ln 2 + 2 artanh((m − 1)/(m + 1)), with x = m 2ᵉ and m around 1; error 3 · 10⁻⁹.
    #[inline(always)]
    fn ln(self) -> Self {
        let (exponent, s) = split_ln(self.0);
        let w = s * s;
        let tail = (all(0.295_801_57) * w + all(0.399_887_76)) * w + all(0.666_666_85);
        let of_mantissa = (s + s) + tail * (w * s);
        Self(exponent * all(LN_2_HIGH) + (exponent * all(LN_2_LOW) + of_mantissa))
    }
    #[inline(always)]
    fn exp2(self) -> Self {
        let (power, less_one) = split_exp2(self.0);
        Self(power * less_one + power)
    }
    #[inline(always)]
    fn exp2_m1(self) -> Self {
        let (power, less_one) = split_exp2(self.0);
        Self(power * less_one + (power - all(1.0)))
    }
    #[inline(always)]
    fn log2(self) -> Self {
        let (exponent, s) = split_ln(self.0);
        Self(log2_around_one(s) + exponent)
    }
    /// With one division: `other` times a power of two is near `self`, 2ⁿ with n from the bits of both, which are a
    /// logarithm good to 0.09.
    #[inline(always)]
    fn log2_over(self, other: Self) -> Self {
        let [bits, of]: [i32x8; 2] = [cast(self.0), cast(other.0)];
        let exponent = (bits - of + i32x8::splat(HALF_AN_EXPONENT)) >> 23_i32;
        let near: f32x8 = cast(of + (exponent << 23_i32));
        let s = (self.0 - near) / (self.0 + near);
        Self(log2_around_one(s) + f32x8::from_i32x8(exponent))
    }
    #[inline(always)]
    fn min(self, other: Self) -> Self {
        Self(self.0.fast_min(other.0))
    }
    #[inline(always)]
    fn max(self, other: Self) -> Self {
        Self(self.0.fast_max(other.0))
    }
    #[inline(always)]
    fn lt(self, other: Self) -> Answers {
        Answers(self.0.simd_lt(other.0))
    }
    #[inline(always)]
    fn mask(answer: bool) -> Answers {
        let bits = i32x8::splat(if answer { -1 } else { 0 });
        Answers(cast(bits))
    }
    #[inline(always)]
    fn select(mask: Answers, yes: Self, no: Self) -> Self {
        Self(mask.0.bitselect(yes.0, no.0))
    }
}

impl Eight {
    /// The numbers.
    #[inline(always)]
    pub fn values(self) -> [f32; 8] {
        self.0.to_array()
    }
}

/// The operators of eight numbers are those of each.
macro_rules! operators {
    ($($operator:ident $name:ident $sign:tt),*) => {
        $(impl $operator for Eight {
            type Output = Self;
            #[inline(always)]
            fn $name(self, other: Self) -> Self {
                Self(self.0 $sign other.0)
            }
        })*
    };
}

operators!(Add add +, Sub sub -, Mul mul *, Div div /);

impl AddAssign for Eight {
    #[inline(always)]
    fn add_assign(&mut self, other: Self) {
        self.0 = self.0 + other.0;
    }
}

impl Neg for Eight {
    type Output = Self;
    #[inline(always)]
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl BitAnd for Answers {
    type Output = Self;
    #[inline(always)]
    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

impl BitOr for Answers {
    type Output = Self;
    #[inline(always)]
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl Not for Answers {
    type Output = Self;
    #[inline(always)]
    fn not(self) -> Self {
        Self(!self.0)
    }
}
