//! Points that fill a cube of many dimensions more evenly than chance would: Sobol's sequence, scrambled.
//!
//! ```
//! use raaderum_uncertainty::sobol::unit;
//!
//! // Of the first 1,024 points exactly one lies in each 1,024th of each dimension.
//! let mut hit = [0; 1024];
//! (0..1024).for_each(|index| hit[(unit(5, index) * 1024.0) as usize] += 1);
//! assert_eq!(hit, [1; 1024]);
//! ```
//!
//! The direction numbers are those of Joe and Kuo 2008 (`static/data/sobol.toml`). The points are scrambled as
//! Owen 1995 does, which keeps what makes them even and takes away their pattern: each bit is turned over or not by a
//! hash of the bits above it. The hash is of the kind of Laine and Karras 2011, used as in Burley 2020, Practical
//! Hash-based Owen Scrambling, with the constants of Vegdahl 2021, Building a Better LK Hash. The seed is fixed, so
//! that a link shows the same bands on every machine, for good.
//!
//! Only whole numbers are computed with until the last step, which is exact. No point is 0 or 1.

include!(concat!(env!("OUT_DIR"), "/sobol_data.rs"));

/// Bits of an index; those above are ignored.
const INDEX_BITS: usize = 16;
/// Of 1 to 20 the one with which 1,024 draws of the latent numbers are least correlated with one another. Picked once:
/// another would move every band a little.
const SEED: u32 = 9;

/// One coordinate of one point, above 0 and below 1.
///
/// `dimension` is below [`DIMENSIONS`]; `index` counts from 0 and begins anew after 2¹⁶ points.
pub fn unit(dimension: usize, index: u32) -> f64 {
    Axis::new(dimension).unit(index)
}

/// One dimension, ready for many points.
pub(super) struct Axis {
    /// What each bit of the index turns over in the coordinate, lowest bit first.
    directions: [u32; INDEX_BITS],
    seed: u32,
}

impl Axis {
    pub(super) fn new(dimension: usize) -> Self {
        Self { directions: directions(DIRECTIONS[dimension]), seed: hash(SEED ^ hash(dimension as u32)) }
    }

    /// As [`unit()`].
    pub(super) fn unit(&self, index: u32) -> f64 {
        let mut bits = 0;
        for (place, direction) in self.directions.iter().enumerate() {
            // All ones where the index has the bit; a branch would be mistaken half the time.
            bits ^= direction & (index >> place & 1).wrapping_neg();
        }
        let bits = scramble(bits, self.seed).reverse_bits();
        (f64::from(bits) + 0.5) / 4_294_967_296.0
    }
}

/// The directions of a row of the table, the highest bit of a coordinate written lowest.
fn directions(row: u64) -> [u32; INDEX_BITS] {
    let polynomial = row as u16;
    let degree = polynomial.ilog2() as usize;
    let mut rest = row >> 16;
    let mut numbers = [1; INDEX_BITS];
    for i in 0..INDEX_BITS {
        if i < degree {
            numbers[i] = 2 * (rest as u32 & ((1 << i) - 1)) + 1;
            rest >>= i;
        } else if degree > 0 {
            numbers[i] = (1..=degree)
                .filter(|back| polynomial >> (degree - back) & 1 == 1)
                .fold(numbers[i - degree], |number, back| number ^ numbers[i - back] << back);
        }
    }
    std::array::from_fn(|i| (numbers[i] << (31 - i)).reverse_bits())
}

/// Owen's scrambling of a coordinate whose highest bit is written lowest: multiplying by an even number and adding
/// carry from low to high alone, so that every bit depends on those before it only.
fn scramble(mut bits: u32, seed: u32) -> u32 {
    bits ^= bits.wrapping_mul(0x3d20_adea);
    bits = bits.wrapping_add(seed);
    bits = bits.wrapping_mul(seed >> 16 | 1);
    bits ^= bits.wrapping_mul(0x0552_6c56);
    bits ^ bits.wrapping_mul(0x53a2_2864)
}

/// A number without any likeness to the one given (the finish of MurmurHash3).
fn hash(mut number: u32) -> u32 {
    number ^= number >> 16;
    number = number.wrapping_mul(0x85eb_ca6b);
    number ^= number >> 13;
    number = number.wrapping_mul(0xc2b2_ae35);
    number ^ number >> 16
}
