//! Which of the things that are not known drive the spread of a result.
//!
//! ```
//! use raaderum_model::parameters::Parameters;
//! use raaderum_model::tables::parameter::COST;
//! use raaderum_uncertainty::{draws::Draws, drivers::drivers};
//!
//! let draws = Draws::new(&Parameters::central());
//! let mut drawn = Parameters::<f64>::central();
//! let bills: Vec<f32> = (0..256)
//!     .map(|draw| {
//!         draws.fill(draw, &mut drawn);
//!         -12.5 * drawn[COST] as f32
//!     })
//!     .collect();
//! let found = drivers(&draws, &bills);
//! assert_eq!(found[0].parameters, [COST]);
//! assert!(found[0].correlation < -0.999 && found[0].share > 0.999);
//! ```

use raaderum_model::tables::Parameter;

use crate::draws::Draws;
use crate::rank::Ranks;
use crate::sort::sort;

/// A latent number and how a result goes with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Driver {
    /// The latent number, as in [`Draws::score`].
    pub latent: usize,
    /// The figures that it moves.
    pub parameters: Vec<Parameter>,
    /// Spearman's rank correlation with the result, −1 to 1: above nought the result grows with the figures.
    pub correlation: f64,
    /// Its square: about the share of the spread, in ranks, that goes with this alone. The shares of all add up to
    /// about 1 where each works for itself, to less where they work through each other.
    pub share: f64,
}

/// What drives `values`, one for each draw from 0, the strongest first; what is held moves nothing and is left out.
///
/// Of n draws a correlation is known to about 1/√n, so those below twice that may be chance.
pub fn drivers(draws: &Draws, values: &[f32]) -> Vec<Driver> {
    let result = Ranks::of(values);
    let mut scores = Vec::with_capacity(values.len());
    let mut order = Vec::new();
    let mut correlations = vec![0.0; draws.latents()];
    for (latent, correlation) in correlations.iter_mut().enumerate() {
        if draws.moved_by(latent).next().is_none() {
            continue;
        }
        scores.clear();
        scores.extend((0..values.len()).map(|draw| draws.score(latent, draw) as f32));
        *correlation = Ranks::of(&scores).correlation(&result);
        order.push((-correlation.abs() as f32, latent as u32));
    }
    sort(&mut order);
    let driver = |latent: usize| Driver {
        latent,
        parameters: draws.moved_by(latent).collect(),
        correlation: correlations[latent],
        share: correlations[latent] * correlations[latent],
    };
    order.into_iter().map(|(_, latent)| driver(latent as usize)).collect()
}
