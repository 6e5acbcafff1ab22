//! To what figures are told: less than this is nought, and differences are those of the numbers as they are printed.

/// Amounts below this are told as nought, DKK.
pub const LEAST_KRONER: f64 = 1e3;
/// Fewer people than this are none.
pub const LEAST_PEOPLE: f64 = 0.5;
/// Posts are told in tenths where there are fewer, or where the difference is smaller.
const FEW_POSTS: f64 = 9.95;

/// Decimals of two numbers of posts that are read beside one another.
pub fn post_decimals(from: f64, to: f64) -> usize {
    usize::from(from.min(to) < FEW_POSTS || (to - from).abs() < FEW_POSTS)
}

/// How many posts more, as it is read where both numbers are printed: 20 and 86 are 66 apart, also where the model has
/// 19.6 and 86.3.
pub fn posts_change(from: f64, to: f64) -> f64 {
    let scale = if post_decimals(from, to) == 0 { 1.0 } else { 10.0 };
    ((to * scale).round() - (from * scale).round()) / scale
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_is_that_of_the_printed_numbers() {
        for (from, to, change, decimals) in [
            (19.6, 86.3, 66.0, 0),
            (7.88, 10.48, 2.6, 1),
            (20.04, 22.26, 2.3, 1),
            (47.4, 47.4, 0.0, 1),
            (9.0, 3.26, -5.7, 1),
        ] {
            assert!((posts_change(from, to) - change).abs() < 1e-9, "{from} to {to}");
            assert_eq!(post_decimals(from, to), decimals, "{from} to {to}");
        }
    }
}
