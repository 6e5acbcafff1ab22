//! Mutations that are the same in every run and need no tool: what `cargo test` tries beside the corpus.

/// Longer inputs cost time and say nothing new.
const LONGEST: usize = 4_000;
/// Changes to one input at most.
const CHANGES: u64 = 4;

/// Numbers that look like chance and are the same in every run (SplitMix64).
pub struct Dice(u64);

impl Dice {
    /// From a seed.
    pub fn of(seed: u64) -> Self {
        Self(seed)
    }

    /// One of so many.
    pub fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % count.max(1) as u64) as usize
    }
}

/// An input with a few changes; `others` are what it can be crossed with, `words` what can be put in.
pub fn changed(input: &[u8], others: &[Vec<u8>], words: &[String], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = input.to_vec();
    for _ in 0..=dice.below(CHANGES as usize) {
        change(&mut bytes, others, words, dice);
    }
    bytes.truncate(LONGEST);
    bytes
}

fn change(bytes: &mut Vec<u8>, others: &[Vec<u8>], words: &[String], dice: &mut Dice) {
    let at = dice.below(bytes.len() + 1);
    let to = at + dice.below((bytes.len() - at).min(32) + 1);
    let word = || words.get(dice_of(words.len(), at, to)).map_or(&b""[..], |word| word.as_bytes());
    match dice.below(8) {
        0 => drop(bytes.splice(at..at, word().iter().copied())),
        1 => drop(bytes.splice(at..to, word().iter().copied())),
        2 => drop(bytes.drain(at..to)),
        3 => {
            let part = bytes[at..to].to_vec();
            drop(bytes.splice(at..at, part));
        }
        4 => bytes.insert(at, dice.below(256) as u8),
        5 => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << dice.below(8);
            }
        }
        6 => bytes.truncate(at),
        _ => {
            if let Some(other) = others.get(dice.below(others.len())) {
                let from = dice.below(other.len() + 1);
                drop(bytes.splice(at.., other[from..].iter().copied()));
            }
        }
    }
}

/// Which word: by where it goes, so that the choice needs no dice of its own.
fn dice_of(count: usize, at: usize, to: usize) -> usize {
    Dice::of((at as u64) << 32 | to as u64).below(count)
}
