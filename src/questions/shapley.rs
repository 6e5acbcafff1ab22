//! Shares of what several did together that add up exactly and do not depend on any order: Shapley's.
//!
//! Each one's share is what it adds on average over every order in which they can come.

/// Who takes part: one answer for each.
pub type Coalition = Vec<bool>;

/// The share of each.
#[derive(Clone, Debug, PartialEq)]
pub struct Shares {
    /// What nobody, and what all together, come to.
    pub value: [f64; 2],
    /// What each adds; together the difference of the two.
    pub share: Vec<f64>,
    /// Standard error of each share, where not every order was counted.
    pub error: Option<Vec<f64>>,
}

impl Shares {
    /// Takes what nobody and all together come to from an exact calculation; what that is off by falls on each by the
    /// size of its share, so that none falls on who does nothing.
    pub fn settle(&mut self, exact: [f64; 2]) {
        let off = (exact[1] - exact[0]) - self.share.iter().sum::<f64>();
        let size: f64 = self.share.iter().map(|share| share.abs()).sum();
        if size > 0.0 {
            self.share.iter_mut().for_each(|share| *share += off * share.abs() / size);
        }
        self.value = exact;
    }
}

/// So many can be counted in every order: 1,024 coalitions.
pub const MOST_EXACT: usize = 10;
/// Beyond that, about so many coalitions are tried.
const SAMPLE: usize = 2048;
/// Pairs of an order and its reverse: at most, and at least.
const PAIRS: [usize; 2] = [16, 64];

/// The shares of `count` participants in a game that says what coalitions come to, many at a time.
pub fn shares(count: usize, mut game: impl FnMut(&[Coalition]) -> Vec<f64>) -> Shares {
    if count <= MOST_EXACT { exact(count, &mut game) } else { sampled(count, &mut game) }
}

/// Every coalition, each with the share of the orders in which it is the one before.
fn exact(count: usize, game: &mut dyn FnMut(&[Coalition]) -> Vec<f64>) -> Shares {
    let coalition = |members: usize| (0..count).map(|one| members >> one & 1 == 1).collect();
    let all: Vec<Coalition> = (0..1 << count).map(coalition).collect();
    let value = game(&all);
    let mut weight = vec![1.0 / count as f64; count];
    for size in 1..count {
        weight[size] = weight[size - 1] * size as f64 / (count - size) as f64;
    }
    let share = |one: usize| {
        let without = (0..1_usize << count).filter(|members| members >> one & 1 == 0);
        let adds = |members: usize| {
            weight[members.count_ones() as usize] * (value[members | 1 << one] - value[members])
        };
        without.map(adds).sum()
    };
    Shares { value: [value[0], value[value.len() - 1]], share: (0..count).map(share).collect(), error: None }
}

/// Some orders, each with its reverse, in which early and late are exchanged: what is uneven in one is made up for
/// in the other.
fn sampled(count: usize, game: &mut dyn FnMut(&[Coalition]) -> Vec<f64>) -> Shares {
    let pairs = (SAMPLE / (2 * count)).clamp(PAIRS[0], PAIRS[1]);
    let orders = orders(count, pairs);
    let mut all: Vec<Coalition> = vec![vec![false; count], vec![true; count]];
    for order in &orders {
        let mut coalition = vec![false; count];
        for one in &order[..count - 1] {
            coalition[*one] = true;
            all.push(coalition.clone());
        }
    }
    let value = game(&all);
    let mut mean = vec![0.0; count];
    let mut square = vec![0.0; count];
    for pair in 0..pairs {
        let mut adds = vec![0.0; count];
        for order in [2 * pair, 2 * pair + 1] {
            let mut before = value[0];
            for (place, one) in orders[order].iter().enumerate() {
                let after = match place + 1 < count {
                    true => value[2 + order * (count - 1) + place],
                    false => value[1],
                };
                adds[*one] += (after - before) / 2.0;
                before = after;
            }
        }
        for one in 0..count {
            mean[one] += adds[one] / pairs as f64;
            square[one] += adds[one] * adds[one] / pairs as f64;
        }
    }
    let error =
        |(mean, square): (&f64, f64)| libm::sqrt((square - mean * mean).max(0.0) / (pairs - 1) as f64);
    let error = Some(mean.iter().zip(square).map(error).collect());
    Shares { value: [value[0], value[1]], share: mean, error }
}

/// Orders, each followed by its reverse; the same ones every time.
fn orders(count: usize, pairs: usize) -> Vec<Vec<usize>> {
    let mut state = 0_u64;
    let mut below = |limit: usize| {
        // SplitMix64 (Steele, Lea & Flood 2014).
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % limit as u64) as usize
    };
    let mut orders = Vec::with_capacity(2 * pairs);
    for _ in 0..pairs {
        let mut order: Vec<usize> = (0..count).collect();
        for last in (1..count).rev() {
            order.swap(last, below(last + 1));
        }
        orders.push(order.clone());
        order.reverse();
        orders.push(order);
    }
    orders
}
