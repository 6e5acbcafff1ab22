//! The figures of each draw.
//!
//! Every uncertain figure follows a two-piece normal distribution: central is its median, low and high its 5th and
//! 95th percentiles, and what lies beyond its bounds is put on them. Figures of one latent name rise and fall
//! together.
//!
//! A figure that a visitor has set is known to them: it has that value in every draw. So has one without a band.
//!
//! # What changes when the data change
//!
//! A draw depends on the draw's number and the latent number's place in `static/data/latents.toml`, on nothing else.
//! A new uncertain figure goes to the end of that list, so the draws of all others stay as they are, to the bit; so
//! they do when a figure is no longer uncertain and leaves its place free. Other centres and bands move the figure
//! but not its latent number. Only another order of the list gives other draws.

use std::sync::OnceLock;

use super::normal;
use super::sobol::Axis;
use raaderum_model::lane::Lane;
use raaderum_model::parameters::Parameters;
use raaderum_model::tables::{Figure, Law, PARAMETER_COUNT, Parameter};

include!(concat!(env!("OUT_DIR"), "/latent_data.rs"));

/// Draws that are made anew in every frame.
pub const IN_FRAME: usize = 1024;
/// Draws when the slider rests; from here on they begin anew.
pub const MOST: usize = 16_384;

/// The 95th percentile of the standard normal distribution.
const AT_95: f64 = 1.644_853_626_951_472_7;

/// The draws of one scenario.
#[derive(Clone, Debug)]
pub struct Draws {
    given: Parameters<f64>,
    drawn: Vec<Spread>,
}

/// How one figure follows its latent number.
#[derive(Clone, Debug)]
struct Spread {
    parameter: Parameter,
    latent: usize,
    central: f64,
    bounds: [f64; 2],
    /// By how much the figure falls short of its centre per unit of a latent number below nought.
    below: f64,
    /// By how much it exceeds it per unit above.
    above: f64,
}

impl Draws {
    /// The draws around the figures of a scenario.
    pub fn new(given: &Parameters<f64>) -> Self {
        let as_law_has_it = Parameter::all().filter(|parameter| !given.is_changed(*parameter));
        let drawn = as_law_has_it.filter_map(|parameter| Spread::of(parameter, given.law())).collect();
        Self { given: given.clone(), drawn }
    }

    /// Fills in every figure of the draws `first .. first + L::COUNT`, one draw in each place of the lane.
    pub fn fill<L: Lane>(&self, first: usize, into: &mut Parameters<L>) {
        *into = Parameters::splat(&self.given);
        let block = block(first);
        for spread in &self.drawn {
            let here = at(spread.latent, first);
            let beside = &block[here..here + BESIDE - first % BESIDE];
            let scores = L::from_fn(|place| match beside.get(place) {
                Some(score) => f64::from(*score),
                None => self.score(spread.latent, first + place),
            });
            into[spread.parameter] = spread.value(scores);
        }
    }

    /// How many latent numbers a draw has.
    pub fn latents(&self) -> usize {
        LATENT_COUNT
    }

    /// The latent number of one draw, standard normal: how far out the figures behind it are, the same for every
    /// scenario.
    pub fn score(&self, latent: usize, draw: usize) -> f64 {
        f64::from(block(draw)[at(latent, draw)])
    }

    /// The figures that a latent number moves here: none if all are held, several if they share it.
    pub fn moved_by(&self, latent: usize) -> impl Iterator<Item = Parameter> {
        self.drawn.iter().filter(move |spread| spread.latent == latent).map(|spread| spread.parameter)
    }
}

impl Spread {
    fn of(parameter: Parameter, law: Law) -> Option<Self> {
        let Figure { central, spread, .. } = *parameter.figure(law);
        let [low, high] = spread?;
        let latent = usize::from(LATENT_OF[parameter.index()]?);
        let (below, above) = ((central - low) / AT_95, (high - central) / AT_95);
        Some(Self { parameter, latent, central, bounds: parameter.spec().bounds, below, above })
    }

    fn value<L: Lane>(&self, scores: L) -> L {
        let [least, most] = self.bounds.map(L::splat);
        // Both sides are added, one of them nought: a branch on chance would be mistaken half the time.
        let (up, down) = (scores.max(L::zero()), scores.min(L::zero()));
        let drawn = L::splat(self.central) + up * L::splat(self.above) + down * L::splat(self.below);
        drawn.clamp(least, most)
    }
}

/// Draws whose latent numbers are computed at a time, when the first of them is asked for: as many as a page opens with.
const BLOCK: usize = 256;
/// Draws that stand side by side in a block, so that a lane reads its numbers in one go.
const BESIDE: usize = 8;

/// Where a latent number of a draw stands in its block.
fn at(latent: usize, draw: usize) -> usize {
    let in_block = draw % BLOCK;
    (in_block / BESIDE * LATENT_COUNT + latent) * BESIDE + in_block % BESIDE
}

/// The latent numbers of the block that a draw is in. They depend on nothing that anyone sets, so one copy serves
/// every scenario: 0.1 MB a block, single precision.
fn block(draw: usize) -> &'static [f32] {
    static BLOCKS: [OnceLock<Vec<f32>>; MOST / BLOCK] = [const { OnceLock::new() }; MOST / BLOCK];
    let number = draw / BLOCK % BLOCKS.len();
    BLOCKS[number].get_or_init(|| {
        let mut scores = vec![0.0; BLOCK * LATENT_COUNT];
        for latent in 0..LATENT_COUNT {
            let axis = Axis::new(latent);
            for draw in number * BLOCK..(number + 1) * BLOCK {
                scores[at(latent, draw)] = normal::quantile(axis.unit(draw as u32)) as f32;
            }
        }
        scores
    })
}
