//! Check symbols: a Reed–Solomon code over the field of 32 elements, two for every 29 or fewer.
//!
//! The elements are polynomials over two elements modulo x⁵ + x² + 1, α is x. Of a block of n ≤ 31 symbols c₀ … cₙ₋₁ both
//! Σ cᵢ and Σ cᵢ αⁱ are nought. All αⁱ of a block differ, so any two blocks differ in three places or more: every one or two
//! wrong symbols of a block are caught, and so is every swap of two of them. Of all other mistakes one in 1,024 passes.
//! Neighbours in two blocks are swapped as one wrong symbol in each.

/// Symbols of a whole block, checks included: as many as α has different powers.
pub const BLOCK: usize = 31;
const CHECKS: usize = 2;

/// One slip that explains why the checks do not fit. Places are counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guess {
    /// The symbol at this place should be another.
    Symbol(usize, u8),
    /// The symbols at this place and the next are swapped.
    Swapped(usize),
}

/// α to a power.
fn power(exponent: usize) -> u8 {
    (0..exponent % BLOCK).fold(1, |element, _| double(element))
}

/// α times an element.
fn double(element: u8) -> u8 {
    let shifted = element << 1;
    if shifted & 32 == 0 { shifted } else { shifted ^ 0b10_0101 }
}

fn times(one: u8, other: u8) -> u8 {
    let (mut sum, mut shifted) = (0, one);
    for bit in 0..5 {
        if other >> bit & 1 == 1 {
            sum ^= shifted;
        }
        shifted = double(shifted);
    }
    sum
}

/// The element that an element is to be multiplied by to become one: its 30th power. Nought stays nought.
fn inverse(element: u8) -> u8 {
    (0..BLOCK - 1).fold(1, |product, _| times(product, element))
}

/// Σ cᵢ and Σ cᵢ αⁱ.
fn sums(block: &[u8]) -> [u8; 2] {
    block.iter().enumerate().fold([0, 0], |[plain, weighed], (place, symbol)| {
        [plain ^ symbol, weighed ^ times(*symbol, power(place))]
    })
}

/// Symbols with those that check them.
pub fn with_checks(symbols: &[u8]) -> Vec<u8> {
    let checked = symbols.chunks(BLOCK - CHECKS).flat_map(|data| {
        let [plain, weighed] = sums(data);
        let [first, second] = [power(data.len()), power(data.len() + 1)];
        let last = times(weighed ^ times(first, plain), inverse(first ^ second));
        data.iter().copied().chain([plain ^ last, last])
    });
    checked.collect()
}

/// The symbols without those that check them; `None` where these do not fit.
pub fn without_checks(symbols: &[u8]) -> Option<Vec<u8>> {
    let mut bare = Vec::new();
    for block in symbols.chunks(BLOCK) {
        let data = block.len().checked_sub(CHECKS).filter(|data| *data > 0)?;
        if sums(block) != [0, 0] {
            return None;
        }
        bare.extend(&block[..data]);
    }
    Some(bare)
}

/// Every single slip after whose repair all checks fit.
pub fn guesses(symbols: &[u8]) -> Vec<Guess> {
    let single = symbols.chunks(BLOCK).enumerate().filter_map(|(number, block)| {
        let [plain, weighed] = sums(block);
        let locator = times(weighed, inverse(plain));
        let place = (0..block.len()).find(|place| plain != 0 && power(*place) == locator)?;
        Some(Guess::Symbol(number * BLOCK + place + 1, block[place] ^ plain))
    });
    let swaps = (1..symbols.len()).filter(|place| symbols[place - 1] != symbols[*place]).map(Guess::Swapped);
    let fits = |guess: &Guess| without_checks(&mend(symbols, *guess)).is_some();
    single.chain(swaps).filter(fits).collect()
}

/// The symbols with a slip repaired.
pub fn mend(symbols: &[u8], guess: Guess) -> Vec<u8> {
    let mut mended = symbols.to_vec();
    match guess {
        Guess::Symbol(place, symbol) => {
            if let Some(wrong) = place.checked_sub(1).and_then(|place| mended.get_mut(place)) {
                *wrong = symbol;
            }
        }
        Guess::Swapped(place) if place > 0 && place < mended.len() => mended.swap(place - 1, place),
        Guess::Swapped(_) => {}
    }
    mended
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alpha_has_thirty_one_different_powers_and_every_element_its_inverse() {
        let powers: std::collections::BTreeSet<u8> = (0..BLOCK).map(power).collect();
        assert_eq!(powers, (1..32).collect());
        assert!((1..32).all(|element| times(element, inverse(element)) == 1));
    }
}
