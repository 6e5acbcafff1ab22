//! Uncertainty: the same model over many draws of what is not known.
//!
//! A figure with a low and a high value is uncertain; low and high are its 5th and 95th percentiles. One latent
//! standard normal number stands behind each, or behind several that share a name. The latent numbers of a draw are
//! a point of a scrambled Sobol sequence ([`sobol`]) put through the normal quantile ([`normal`]).
//!
//! * The draws are the same for every setting: bands do not shimmer, differences are paired.
//! * They are the same on every machine: whole numbers, and libm where there is a logarithm.
//! * [`draws`] makes the figures of a draw, [`ensemble`] runs the model on them, [`quantile`] is the band of a series.
//! * [`drivers`] says what drives a spread, [`paired`] how two scenarios differ on the same draws.
//!
//! # Example
//!
//! ```
//! use raaderum_model::parameters::Parameters;
//! use raaderum_model::tables::parameter::COST;
//! use raaderum_uncertainty::{draws::{Draws, IN_FRAME}, quantile::quantiles};
//!
//! let draws = Draws::new(&Parameters::central());
//! let mut drawn = Parameters::<f64>::central();
//! let mut costs: Vec<f32> = (0..IN_FRAME)
//!     .map(|draw| {
//!         draws.fill(draw, &mut drawn);
//!         drawn[COST] as f32
//!     })
//!     .collect();
//! let [low, high] = COST.figure(drawn.law()).spread.unwrap();
//! let [five, ninety_five] = quantiles(&mut costs, [0.05, 0.95]);
//! assert!((five / low as f32 - 1.0).abs() < 0.01 && (ninety_five / high as f32 - 1.0).abs() < 0.01);
//! ```

pub mod answer;
pub mod bands;
pub mod draws;
pub mod drivers;
pub mod ensemble;
pub mod normal;
pub mod paired;
pub mod payback;
pub mod quantile;
pub mod rank;
pub mod samples;
pub mod series;
pub mod sobol;
pub mod sort;
