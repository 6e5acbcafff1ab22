//! Spearman's rank correlation against closed forms.

use proptest::prelude::*;
use raaderum::uncertainty::normal;
use raaderum::uncertainty::rank::Ranks;
use raaderum::uncertainty::sobol::unit;

fn spearman(a: &[f32], b: &[f32]) -> f64 {
    Ranks::of(a).correlation(&Ranks::of(b))
}

#[track_caller]
fn close(found: f64, expected: f64, within: f64) {
    assert!((found - expected).abs() < within, "{found}, not {expected}");
}

/// Without ties it is 1 − 6 Σd² / n(n² − 1).
#[test]
fn the_formula_of_the_textbooks() {
    // Iq and hours of television of ten people, Σd² = 194.
    let iq = [106.0, 100.0, 86.0, 101.0, 99.0, 103.0, 97.0, 113.0, 112.0, 110.0];
    let hours = [7.0, 27.0, 2.0, 50.0, 28.0, 29.0, 20.0, 12.0, 6.0, 17.0];
    close(spearman(&iq, &hours), 1.0 - 6.0 * 194.0 / 990.0, 1e-15);
}

/// Ranks 1, 2½, 2½, 4 against 1, 3, 2, 4: 4.5 / √(4.5 · 5).
#[test]
fn equal_values_share_their_average_rank() {
    close(spearman(&[10.0, 20.0, 20.0, 30.0], &[1.0, 3.0, 2.0, 4.0]), 4.5 / 22.5_f64.sqrt(), 1e-15);
    assert_eq!(spearman(&[0.0, -0.0, 1.0], &[1.0, 1.0, 2.0]), 1.0, "the two noughts are equal");
}

#[test]
fn what_does_not_vary_goes_with_nothing() {
    assert_eq!(spearman(&[1.0, 1.0, 1.0], &[1.0, 2.0, 3.0]), 0.0);
    assert_eq!(spearman(&[], &[]), 0.0);
}

/// Of two normal numbers with correlation r it is 6/π · asin(r/2).
#[test]
fn correlated_normal_numbers() {
    let score = |dimension, index| normal::quantile(unit(dimension, index));
    for r in [-0.9, -0.3, 0.0, 0.5, 0.95] {
        let a: Vec<f32> = (0..16_384).map(|i| score(0, i) as f32).collect();
        let b: Vec<f32> =
            (0..16_384).map(|i| (r * score(0, i) + (1.0_f64 - r * r).sqrt() * score(1, i)) as f32).collect();
        close(spearman(&a, &b), 6.0 / std::f64::consts::PI * (r / 2.0).asin(), 1e-3);
    }
}

/// Pearson's correlation of ranks counted one by one.
fn by_definition(a: &[f32], b: &[f32]) -> f64 {
    let rank = |values: &[f32], value: f32| {
        let below = values.iter().filter(|other| **other < value).count() as f64;
        let equal = values.iter().filter(|other| **other == value).count() as f64;
        below + (equal + 1.0) / 2.0
    };
    let mean = (a.len() + 1) as f64 / 2.0;
    let deviations =
        |values: &[f32]| values.iter().map(|value| rank(values, *value) - mean).collect::<Vec<f64>>();
    let (a, b) = (deviations(a), deviations(b));
    let product = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let alone = (product(&a, &a) * product(&b, &b)).sqrt();
    if alone > 0.0 { product(&a, &b) / alone } else { 0.0 }
}

proptest! {
    #[test]
    fn is_that_of_the_definition(pairs in prop::collection::vec((-4..4_i8, -1e3..1e3_f32), 0..60)) {
        let (a, b): (Vec<f32>, Vec<f32>) = pairs.into_iter().map(|(a, b)| (f32::from(a), b)).unzip();
        let found = spearman(&a, &b);
        prop_assert!((found - by_definition(&a, &b)).abs() < 1e-12);
        prop_assert!((found - spearman(&b, &a)).abs() < 1e-15);
    }

    /// Only the order counts.
    #[test]
    fn no_rising_change_of_scale_changes_it(values in prop::collection::vec(-20.0..20.0_f32, 2..60)) {
        let other: Vec<f32> = (0..values.len() as u32).map(|i| unit(7, i) as f32).collect();
        let scaled: Vec<f32> = values.iter().map(|value| value * 1024.0).collect();
        prop_assert_eq!(spearman(&values, &other), spearman(&scaled, &other));
        let turned: Vec<f32> = values.iter().map(|value| -value).collect();
        prop_assert!((spearman(&values, &other) + spearman(&turned, &other)).abs() < 1e-12);
    }
}
