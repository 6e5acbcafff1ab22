//! Two scenarios on the same draws: in each draw the world is the same, and only what is done differs.
//!
//! ```
//! use raaderum_uncertainty::paired::Paired;
//!
//! // Both hang on the same unknown; the second is always one better.
//! let one: Vec<f32> = (0..101).map(|draw| 100.0 * draw as f32).collect();
//! let other: Vec<f32> = one.iter().map(|value| value + 1.0).collect();
//! let paired = Paired::of(&one, &other, 0.5);
//! assert_eq!((paired.less, paired.more), (0.0, 1.0));
//! assert_eq!(paired.spread, [1.0; 5]);
//! ```

use crate::bands::{SHARES, Spread};
use crate::quantile::quantiles;

/// How the second of two results differs from the first, draw by draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paired {
    /// How many draws both have.
    pub draws: usize,
    /// In what share of the draws the second is smaller by more than rounding.
    pub less: f32,
    /// In what share of the draws it is larger by more than rounding.
    pub more: f32,
    /// The spread of second less first.
    pub spread: Spread,
}

impl Paired {
    /// Of two results with a value for each draw from 0, compared as far as both go; differences up to `rounding`,
    /// in the results' unit, count as none. Values without an end on both sides differ by nothing.
    pub fn of(first: &[f32], second: &[f32], rounding: f32) -> Self {
        let apart = |(a, b): (&f32, &f32)| if a == b { 0.0 } else { b - a };
        let mut differences: Vec<f32> = first.iter().zip(second).map(apart).collect();
        let draws = differences.len();
        let share = |is: fn(f32, f32) -> bool| {
            let count = differences.iter().filter(|difference| is(**difference, rounding)).count();
            count as f32 / draws.max(1) as f32
        };
        let (less, more) =
            (share(|apart, rounding| apart < -rounding), share(|apart, rounding| apart > rounding));
        Self { draws, less, more, spread: quantiles(&mut differences, SHARES) }
    }
}
