//! Many small numbers as one large one, and that in symbols of five bits.

/// One of the small numbers, and how many values it may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digit {
    pub value: u32,
    pub of: u32,
}

/// The large number, its symbols from the smallest.
#[derive(Clone, Debug)]
pub struct Number(Vec<u8>);

const BITS: u32 = 5;

impl Number {
    /// From its symbols, the largest first; the shortest way alone is ours.
    pub fn read(symbols: &[u8]) -> Option<Self> {
        let shortest = symbols.first() != Some(&0);
        shortest.then(|| Self(symbols.iter().rev().copied().collect()))
    }

    pub fn is_nought(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes the digit that was put in last.
    pub fn pull(&mut self, of: u32) -> u32 {
        let mut rest = 0;
        for symbol in self.0.iter_mut().rev() {
            let value = rest << BITS | u64::from(*symbol);
            *symbol = (value / u64::from(of.max(1))) as u8;
            rest = value % u64::from(of.max(1));
        }
        self.trim();
        rest as u32
    }

    fn put(&mut self, digit: Digit) {
        let mut carry = u64::from(digit.value);
        for symbol in &mut self.0 {
            let value = u64::from(*symbol) * u64::from(digit.of) + carry;
            *symbol = (value & 31) as u8;
            carry = value >> BITS;
        }
        while carry > 0 {
            self.0.push((carry & 31) as u8);
            carry >>= BITS;
        }
    }

    fn trim(&mut self) {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }
}

/// All digits, the first to be pulled first; the symbols with the largest first.
pub fn write(digits: &[Digit]) -> Vec<u8> {
    let mut number = Number(Vec::new());
    for digit in digits.iter().rev() {
        number.put(*digit);
    }
    number.0.iter().rev().copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_put_in_comes_out(pairs in proptest::collection::vec((1..5_000_000_u32, any::<u32>()), 0..60)) {
            let digits: Vec<Digit> = pairs.iter().map(|(of, value)| Digit { value: value % of, of: *of }).collect();
            let Some(mut number) = Number::read(&write(&digits)) else { panic!("the shortest way") };
            for digit in &digits {
                prop_assert_eq!(number.pull(digit.of), digit.value);
            }
            prop_assert!(number.is_nought());
        }
    }
}
