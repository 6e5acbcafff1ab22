//! Rank correlation: which uncertain number drives a result, whatever the shape of the connection.
//!
//! ```
//! use raaderum_uncertainty::rank::Ranks;
//!
//! let cause = Ranks::of(&[1.0, 2.0, 3.0, 4.0]);
//! let effect = Ranks::of(&[1.0, 10.0, 100.0, 1000.0]);
//! assert_eq!(cause.correlation(&effect), 1.0);
//! ```

use super::sort::sort;

/// The ranks of a list of values, kept so that one list can be held against many.
#[derive(Clone, Debug)]
pub struct Ranks {
    /// From the mean rank.
    deviations: Vec<f64>,
    /// The sum of their squares.
    squares: f64,
}

impl Ranks {
    /// Ranks the values; equal ones share their average rank.
    pub fn of(values: &[f32]) -> Self {
        let mut order: Vec<(f32, u32)> = values.iter().copied().zip(0..).collect();
        sort(&mut order);
        let mut deviations = vec![0.0; values.len()];
        let mut before = 0;
        for tied in order.chunk_by(|a, b| a.0 == b.0) {
            // The mean of the places before .. before + tied.len(), less the mean of all.
            let deviation = (2 * before + tied.len()) as f64 / 2.0 - values.len() as f64 / 2.0;
            tied.iter().for_each(|(_, place)| deviations[*place as usize] = deviation);
            before += tied.len();
        }
        let squares = deviations.iter().map(|d| d * d).sum();
        Self { deviations, squares }
    }

    /// Spearman's rank correlation, from −1 to 1: Pearson's correlation of the ranks.
    ///
    /// The lists are of one length. 0 where all values of a list are equal: it goes with nothing.
    pub fn correlation(&self, other: &Self) -> f64 {
        let together: f64 = self.deviations.iter().zip(&other.deviations).map(|(a, b)| a * b).sum();
        let alone = libm::sqrt(self.squares * other.squares);
        if alone > 0.0 { together / alone } else { 0.0 }
    }
}
