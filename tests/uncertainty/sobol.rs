//! The points: even where chance is not, and in pairs of dimensions no worse than chance.

use raaderum::uncertainty::draws::IN_FRAME;
use raaderum::uncertainty::rank::Ranks;
use raaderum::uncertainty::sobol::{DIMENSIONS, unit};

fn points(dimension: usize, indices: std::ops::Range<u32>) -> Vec<f64> {
    indices.map(|index| unit(dimension, index)).collect()
}

#[test]
fn no_point_is_0_or_1() {
    for dimension in 0..DIMENSIONS {
        assert!((0..4096).all(|index| (1e-10..1.0 - 1e-10).contains(&unit(dimension, index))), "{dimension}");
    }
}

#[test]
fn every_dimension_hits_every_interval_once() {
    for dimension in 0..DIMENSIONS {
        for size in [16, 1024, 1 << 14] {
            // Every block of so many points, not the first alone.
            for first in [0, size, 3 * size] {
                let mut hits = vec![0; size as usize];
                for point in points(dimension, first..first + size) {
                    hits[(point * f64::from(size)) as usize] += 1;
                }
                assert!(hits.iter().all(|hit| *hit == 1), "dimension {dimension}, {size} from {first}");
            }
        }
    }
}

/// The first two dimensions are a (0, m, 2)-net in base 2: of 2ᵐ points each rectangle of 1/2ᵃ by 1/2ᵐ⁻ᵃ has one.
#[test]
fn the_first_two_dimensions_are_a_net() {
    for m in [6, 10, 14] {
        let count = 1_u32 << m;
        let (x, y) = (points(0, 0..count), points(1, 0..count));
        for a in 0..=m {
            let (wide, high) = (1_usize << a, 1_usize << (m - a));
            let mut hits = vec![0; wide * high];
            for (x, y) in x.iter().zip(&y) {
                hits[(x * wide as f64) as usize * high + (y * high as f64) as usize] += 1;
            }
            assert!(hits.iter().all(|hit| *hit == 1), "2^{m} points in {wide} × {high} rectangles");
        }
    }
}

/// Direction numbers that were mistaken, or used twice, would show as dimensions that move together.
#[test]
fn dimensions_go_together_far_less_than_chance_would_have_it() {
    let ranks: Vec<Ranks> = (0..DIMENSIONS)
        .map(|d| Ranks::of(&points(d, 0..IN_FRAME as u32).iter().map(|x| *x as f32).collect::<Vec<_>>()))
        .collect();
    // The greatest correlation allowed, and the root of the mean square in units of that of chance, 1/√1023. Few pairs
    // of late dimensions are worse than chance; with 16,384 points they are not.
    for (dimensions, greatest, mean) in [(20, 0.03, 0.1), (89, 0.1, 0.25), (DIMENSIONS, 0.2, 0.35)] {
        let (mut squares, mut pairs) = (0.0, 0.0);
        for (i, one) in ranks[..dimensions].iter().enumerate() {
            for (j, other) in ranks[..i].iter().enumerate() {
                let correlation = one.correlation(other);
                assert!(correlation.abs() < greatest, "dimensions {j} and {i}: {correlation}");
                squares += correlation * correlation;
                pairs += 1.0;
            }
        }
        let found = (squares / pairs * 1023.0_f64).sqrt();
        assert!(found < mean, "{dimensions} dimensions: {found} of chance");
    }
}

#[test]
fn means_are_far_closer_than_chance() {
    let count = IN_FRAME as u32;
    for dimension in 0..DIMENSIONS {
        let mean = points(dimension, 0..count).iter().sum::<f64>() / f64::from(count);
        // One point in each 1,024th; plain Monte Carlo would be out by 9 thousandths.
        assert!((mean - 0.5).abs() < 1e-4, "dimension {dimension}: {mean}");
    }
}

/// ∏ (1 + cᵢ (xᵢ − ½)), whose integral is 1, with weights that fall as influence does: the error against the standard
/// error of plain Monte Carlo, from the closed form of the variance ∏ (1 + cᵢ²/12) − 1.
fn error_against_chance(dimensions: usize, count: u32) -> f64 {
    let weight = |dimension: usize| 2.0 / (1.0 + dimension as f64);
    let mut products = vec![1.0; count as usize];
    for dimension in 0..dimensions {
        for (product, x) in products.iter_mut().zip(points(dimension, 0..count)) {
            *product *= 1.0 + weight(dimension) * (x - 0.5);
        }
    }
    let mean = products.iter().sum::<f64>() / f64::from(count);
    let variance = (0..dimensions).map(|d| 1.0 + weight(d).powi(2) / 12.0).product::<f64>() - 1.0;
    (mean - 1.0).abs() / (variance / f64::from(count)).sqrt()
}

#[test]
fn integrals_are_far_closer_than_chance() {
    for (dimensions, count, most) in
        [(2, 1024, 0.02), (5, 1024, 0.1), (89, 1024, 0.25), (5, 16_384, 0.03), (89, 16_384, 0.25)]
    {
        let error = error_against_chance(dimensions, count);
        assert!(error < most, "{dimensions} dimensions, {count} points: {error} standard errors");
    }
}

/// The star discrepancy in two dimensions, over the corners of a grid.
fn discrepancy(points: &[(f64, f64)]) -> f64 {
    let corner = |k: i32| f64::from(k) / 32.0;
    let mut worst = 0.0_f64;
    for (i, j) in (1..=32).flat_map(|i| (1..=32).map(move |j| (i, j))) {
        let inside = points.iter().filter(|(x, y)| *x < corner(i) && *y < corner(j)).count();
        worst = worst.max((inside as f64 / points.len() as f64 - corner(i) * corner(j)).abs());
    }
    worst
}

#[test]
fn discrepancy_is_far_below_that_of_chance() {
    let pair = |i, j| -> Vec<(f64, f64)> { points(i, 0..1000).into_iter().zip(points(j, 0..1000)).collect() };
    // 1,000 points of chance have about 0.03 to 0.05.
    for (i, j) in [(0, 1), (0, 2), (1, 2), (3, 4), (0, 9)] {
        let found = discrepancy(&pair(i, j));
        assert!(found < 0.012, "dimensions {i} and {j}: {found}");
    }
}

/// Another seed or hash would move every band that was ever shared.
#[test]
fn the_points_never_change() {
    let found = [unit(0, 0), unit(0, 1), unit(1, 1), unit(88, 1023), unit(127, 65_535)];
    assert_eq!(
        found.map(|x| (x * 4_294_967_296.0) as u32),
        [2_473_355_684, 1_394_079_265, 1_685_769_643, 4_008_275_946, 415_695_820]
    );
    assert_eq!(unit(5, 1 << 16), unit(5, 0), "after 2^16 points they begin anew");
}
