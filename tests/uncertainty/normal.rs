//! The normal quantile against figures computed with 50 digits.

use proptest::prelude::*;
use raaderum::uncertainty::normal::quantile;

/// Φ⁻¹ of exactly the double that is written, in all three pieces of the algorithm and on both sides of their ends.
const KNOWN: [(f64, f64); 26] = [
    (1e-300, -37.047096299361199237),
    (1e-100, -21.273453560965324294),
    (1e-30, -11.46402468844361572),
    (1e-15, -7.9413453261709967713),
    (1e-10, -6.3613409024040561991),
    (1e-6, -4.7534243088228989573),
    (1e-3, -3.0902323061678135354),
    (0.01, -2.3263478740408410931),
    (0.05, -1.644853626951472688),
    (0.074, -1.4466320671589785099),
    (0.0751, -1.4388253927525399824),
    (0.1, -1.2815515655446004353),
    (0.25, -0.6744897501960817432),
    (0.4, -0.25334710313579974132),
    (0.49, -0.025068908258711058033),
    (0.5001, 0.00025066283008800749239),
    (0.6, 0.25334710313579974132),
    (0.75, 0.6744897501960817432),
    (0.9, 1.2815515655446005935),
    (0.925, 1.4395314709384562291),
    (0.9251, 1.4402382675279638594),
    (0.95, 1.6448536269514722843),
    (0.975, 1.9599639845400538556),
    (0.99, 2.3263478740408407676),
    (0.999, 3.0902323061678132778),
    (0.999999, 4.7534243088170877657),
];

#[test]
fn known_values() {
    for (p, known) in KNOWN {
        let found = quantile(p);
        assert!((found / known - 1.0).abs() < 1e-14, "quantile({p}) is {found}, not {known}");
    }
}

#[test]
fn ends_and_what_lies_outside() {
    assert_eq!(quantile(0.5), 0.0);
    assert_eq!([quantile(0.0), quantile(-1.0)], [f64::NEG_INFINITY; 2]);
    assert_eq!([quantile(1.0), quantile(2.0)], [f64::INFINITY; 2]);
    assert!(quantile(f64::NAN).is_nan());
    assert!(quantile(f64::MIN_POSITIVE).is_finite() && quantile(1.0 - f64::EPSILON).is_finite());
}

proptest! {
    #[test]
    fn rises_and_is_odd(p in 1e-9..0.5_f64, step in 1e-6..0.1_f64) {
        prop_assert!(quantile(p) < quantile(p + step));
        // 1 − p is rounded; nearer to nought that rounding is all one would see.
        if p > 1e-3 {
            prop_assert!((quantile(p) + quantile(1.0 - p)).abs() < 1e-12);
        }
    }

    #[test]
    fn undoes_the_distribution(x in -6.0..6.0_f64) {
        let p = libm::erfc(-x / std::f64::consts::SQRT_2) / 2.0;
        // Above 0 the distance of p from 1 carries the rounding.
        let rounding = if x > 0.0 { 2e-16 / libm::exp(-x * x / 2.0) * 2.51 } else { 0.0 };
        prop_assert!((quantile(p) - x).abs() < 1e-13 * (1.0 + x * x) + rounding);
    }
}
