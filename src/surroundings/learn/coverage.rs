//! How often the bands have held what came: learned from the years before, tried on those that followed.

use super::figures::Figures;
use super::spread::{Learned, ratios};

/// What share of later outcomes lay inside.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    /// The last period learned from, and the first from which an outcome is looked at.
    pub until: String,
    /// The horizon, years.
    pub years: usize,
    /// How many outcomes there were: windows of all municipalities, which overlap.
    pub windows: usize,
    /// The share of them in the bands of half and of nine in ten.
    pub inside: [f64; 2],
}

/// For each horizon with later outcomes; none where there is no such period.
#[must_use]
pub fn coverage(figures: &Figures, until: &str, years: &[usize], below: &[f64]) -> Vec<Coverage> {
    let Some(cut) = figures.periods.iter().position(|period| period == until) else { return Vec::new() };
    let learned = Learned::of(figures, cut, years, below);
    let of_horizon = |(at, years): (usize, &usize)| {
        let (mut windows, mut inside) = (0, [0; 2]);
        for (row, (code, _, widths)) in figures.rows.iter().zip(&learned.places) {
            let last = figures.periods.len() - 1;
            let outcomes = ratios(row, years * figures.pace.in_year(), cut, last).filter(|_| *code != 0);
            for ratio in outcomes {
                windows += 1;
                for (count, width) in inside.iter_mut().zip(widths[at]) {
                    *count += usize::from(ratio.abs() <= width);
                }
            }
        }
        let share = |count: usize| count as f64 / windows as f64;
        (windows > 0).then(|| Coverage {
            until: until.to_owned(),
            years: *years,
            windows,
            inside: inside.map(share),
        })
    };
    learned.years.iter().enumerate().filter_map(of_horizon).collect()
}
