//! Quantiles of many values, fast: the bands of a chart are some hundred of them in every frame.
//!
//! ```
//! use raaderum_uncertainty::quantile::quantiles;
//!
//! assert_eq!(quantiles(&mut [4.0, 1.0, 3.0, 2.0], [0.0, 0.5, 0.75]), [1.0, 2.5, 3.25]);
//! ```
//!
//! Only a few order statistics are wanted. The values are counted in bins of equal width; the bins that hold a wanted
//! one are looked into, again in the same way as long as they are full, and the others never. Whatever the values,
//! the answer is that of a full sort; values that are far out, infinite or equal cost some time.

use super::sort::sort;

/// The value below which each share of the values lies, between order statistics on a straight line (Hyndman and
/// Fan 1996, type 7).
///
/// Shares are held within 0 and 1. The values are left in no particular state. NaN without values, and between −∞
/// and ∞; of no meaning where a value is NaN.
pub fn quantiles<const N: usize>(values: &mut [f32], shares: [f64; N]) -> [f32; N] {
    let Some(last) = values.len().checked_sub(1) else { return [f32::NAN; N] };
    let places = shares.map(|share| share.clamp(0.0, 1.0) * last as f64);
    // Those below and above each quantile.
    let mut wanted = places.map(|place| {
        let rank = place as usize;
        [rank, last.min(rank + 1)].map(|rank| Statistic { rank, value: 0.0 })
    });
    find(values, 0, wanted.as_flattened_mut());
    std::array::from_fn(|n| {
        let [low, high] = wanted[n].map(|statistic| f64::from(statistic.value));
        let share = places[n].fract();
        if share == 0.0 || low == high { low as f32 } else { (low * (1.0 - share) + high * share) as f32 }
    })
}

/// The value that has so many values before it.
#[derive(Clone, Copy)]
struct Statistic {
    rank: usize,
    value: f32,
}

/// So few are sorted at once.
const FEW: usize = 32;
/// Bins: with 1,024 values of a bell shape some twenty fall into the fullest.
const BINS: usize = 256;

/// Finds the wanted statistics whose ranks are `first` and up, of which these are the values.
fn find(values: &mut [f32], first: usize, wanted: &mut [Statistic]) {
    let bins = if values.len() > FEW { bins(values) } else { None };
    let Some(bins) = bins else {
        sort(values);
        for statistic in wanted {
            let place = statistic.rank.checked_sub(first);
            statistic.value = *place.and_then(|place| values.get(place)).unwrap_or(&statistic.value);
        }
        return;
    };
    let ends = ends(&bins);
    let mut holds = [false; BINS];
    for place in wanted.iter().filter_map(|statistic| statistic.rank.checked_sub(first)) {
        if let Some(holds) = holds.get_mut(ends.partition_point(|end| *end as usize <= place)) {
            *holds = true;
        }
    }
    let mut held = held(values, &bins, &ends, &holds);
    let mut rest = held.as_mut_slice();
    let mut start = 0;
    for (end, holds) in ends.into_iter().zip(holds) {
        if holds {
            let (bin, others) = rest.split_at_mut((end - start) as usize);
            find(bin, first + start as usize, wanted);
            rest = others;
        }
        start = end;
    }
}

/// The bin of each value: bins of equal width from the least value to the greatest, so that a greater value is never
/// in a lower bin. None where the width is nought or not finite.
fn bins(values: &[f32]) -> Option<Vec<u8>> {
    let [least, most] = range(values);
    let per_width = (BINS - 1) as f32 / (most - least);
    // Between 2²³ and 2²⁴ the last bits of a number are its whole part: quicker than a conversion, which would have
    // to mind numbers that do not fit.
    let bin = |value: &f32| ((value - least) * per_width + 8_388_608.0).to_bits() as u8;
    (per_width > 0.0 && per_width.is_finite()).then(|| values.iter().map(bin).collect())
}

/// The least value and the greatest.
fn range(values: &[f32]) -> [f32; 2] {
    let (mut least, mut most) = ([f32::INFINITY; BESIDE], [f32::NEG_INFINITY; BESIDE]);
    let (chunks, rest) = values.as_chunks::<BESIDE>();
    for chunk in chunks {
        for i in 0..BESIDE {
            least[i] = smaller(least[i], chunk[i]);
            most[i] = larger(most[i], chunk[i]);
        }
    }
    [
        least.iter().chain(rest).copied().fold(f32::INFINITY, smaller),
        most.iter().chain(rest).copied().fold(f32::NEG_INFINITY, larger),
    ]
}

/// How many values lie in each bin and those before it.
fn ends(bins: &[u8]) -> [u32; BINS] {
    let mut ends = [0; BINS];
    for bin in bins {
        ends[usize::from(*bin)] += 1;
    }
    let mut end = 0;
    for bin in &mut ends {
        end += *bin;
        *bin = end;
    }
    ends
}

/// The values of the bins that hold something wanted, bin by bin, and one more.
fn held(values: &[f32], bins: &[u8], ends: &[u32; BINS], holds: &[bool; BINS]) -> Vec<f32> {
    let mut count = 0;
    let mut start = 0;
    let mut next = [0; BINS];
    for bin in 0..BINS {
        next[bin] = count;
        count += if holds[bin] { ends[bin] - start } else { 0 };
        start = ends[bin];
    }
    // Where the next value of each bin goes; all that nobody wants goes to the same place, the last: a branch would be
    // mistaken too often.
    for bin in 0..BINS {
        next[bin] = if holds[bin] { next[bin] } else { count };
    }
    let mut held = vec![0.0; count as usize + 1];
    for (value, bin) in values.iter().zip(bins) {
        let bin = usize::from(*bin);
        held[next[bin] as usize] = *value;
        next[bin] += u32::from(holds[bin]);
    }
    held
}

/// Values looked at side by side.
const BESIDE: usize = 8;

// `f32::min` and `max` mind NaN, which costs more than the rest of the loop.
fn smaller(a: f32, b: f32) -> f32 {
    if b < a { b } else { a }
}

fn larger(a: f32, b: f32) -> f32 {
    if b > a { b } else { a }
}
