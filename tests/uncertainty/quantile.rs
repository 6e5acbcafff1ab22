//! Quantiles: whatever the values, those of a full sort.

use proptest::prelude::*;
use raaderum::uncertainty::normal;
use raaderum::uncertainty::quantile::quantiles;
use raaderum::uncertainty::sobol::unit;

const SHARES: [f64; 7] = [0.05, 0.25, 0.5, 0.75, 0.95, 0.0, 1.0];

/// Type 7 from its definition.
fn by_sorting(values: &[f32], share: f64) -> f32 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f32::total_cmp);
    let place = share * (sorted.len() - 1) as f64;
    let low = sorted[place.floor() as usize];
    let high = sorted[place.ceil() as usize];
    let part = place - place.floor();
    if low == high || part == 0.0 {
        return low;
    }
    (f64::from(low) * (1.0 - part) + f64::from(high) * part) as f32
}

#[track_caller]
fn agree(values: &[f32]) {
    let found = quantiles(&mut values.to_vec(), SHARES);
    for (share, found) in SHARES.into_iter().zip(found) {
        let sorted = by_sorting(values, share);
        let same = found == sorted || found.is_nan() && sorted.is_nan();
        assert!(same, "{share} of {} values: {found}, sorted {sorted}", values.len());
    }
}

fn draws(count: u32, shape: impl Fn(f64) -> f64) -> Vec<f32> {
    (0..count).map(|index| shape(normal::quantile(unit(3, index))) as f32).collect()
}

#[test]
fn what_r_gives() {
    let found = quantiles(&mut [3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0], [0.05, 0.25, 0.5, 0.75, 0.95]);
    assert_eq!(found, [1.0, 1.75, 3.5, 5.25, 7.95]);
}

#[test]
fn shapes_that_results_have() {
    for count in [1024, 16_384] {
        agree(&draws(count, |z| z));
        agree(&draws(count, |z| -4e8 + 3e6 * z));
        // Half of the draws change nothing.
        agree(&draws(count, |z| z.max(0.0)));
        // Payback after whole months, or never.
        agree(&draws(count, |z| if z > 0.5 { f64::INFINITY } else { (30.0 + 10.0 * z).round() }));
    }
}

#[test]
fn shapes_that_are_hard() {
    for count in [33, 1024, 16_384] {
        agree(&draws(count, |z| libm::exp(3.0 * z)));
        agree(&draws(count, |z| libm::exp(30.0 * z)));
        agree(&draws(count, |z| 1.0 / z));
        agree(&draws(count, |z| 1e-40 * z));
        agree(&draws(count, |z| 3e38 * z.clamp(-1.0, 1.0)));
        agree(&draws(count, |z| 1.0 + 1e-7 * z.round()));
        agree(&draws(count, |z| if z > 3.0 { 1e30 } else { z }));
        agree(&draws(count, |z| if z < 0.0 { f64::NEG_INFINITY } else { z }));
        agree(&draws(count, |_| -2.5));
        agree(&draws(count, |z| if z > 1.0 { 0.0 } else { -0.0 }));
        let mut sorted = draws(count, |z| z);
        sorted.sort_by(f32::total_cmp);
        agree(&sorted);
        sorted.reverse();
        agree(&sorted);
    }
}

/// Each value half of the one before: every look into the fullest bin leaves most values in one bin again.
#[test]
fn values_that_crowd_into_one_bin_again_and_again() {
    let halves: Vec<f32> = (0..1024).map(|i| libm::exp2(127.0 - f64::from(i) / 4.0) as f32).collect();
    agree(&halves);
}

#[test]
fn one_value_and_none() {
    assert_eq!(quantiles(&mut [7.0], SHARES), [7.0; 7]);
    assert!(quantiles(&mut [], SHARES).iter().all(|found| found.is_nan()));
}

#[test]
fn shares_in_any_order_and_outside_0_to_1() {
    let values: Vec<f32> = (0..=1000).map(|i| (i * 379 % 1001) as f32).collect();
    let found = quantiles(&mut values.clone(), [0.9, -1.0, 0.1, 2.0, 0.9]);
    assert_eq!(found, [900.0, 0.0, 100.0, 1000.0, 900.0]);
}

/// What is between −∞ and ∞ has no answer, but beside them there is one.
#[test]
fn infinities_do_not_spread() {
    let mut values = vec![f32::NEG_INFINITY, 1.0, 2.0, f32::INFINITY];
    let found = quantiles(&mut values, [0.1, 0.4, 0.5, 0.9]);
    assert_eq!(found[0], f32::NEG_INFINITY);
    assert!((found[1] - 1.2).abs() < 1e-6 && found[2] == 1.5);
    assert_eq!(found[3], f32::INFINITY);
    assert!(quantiles(&mut [f32::NEG_INFINITY, f32::INFINITY], [0.5])[0].is_nan());
}

fn hostile() -> impl Strategy<Value = f32> {
    prop_oneof![
        4 => -1e3..1e3_f32,
        2 => (-3..3_i8).prop_map(f32::from),
        1 => any::<f32>().prop_filter("no NaN goes in", |value| !value.is_nan()),
        1 => Just(f32::INFINITY),
        1 => Just(f32::NEG_INFINITY),
    ]
}

proptest! {
    #[test]
    fn hostile_values(values in prop::collection::vec(hostile(), 1..400)) {
        agree(&values);
    }

    #[test]
    fn values_of_every_size(values in prop::collection::vec(prop::num::f32::NORMAL | prop::num::f32::ZERO, 1..400)) {
        agree(&values);
    }

    #[test]
    fn bits_that_mean_nothing_do_no_harm(values in prop::collection::vec(prop::num::f32::ANY, 0..200)) {
        quantiles(&mut values.clone(), SHARES);
    }
}
