//! Uncertainty: the draws are what they claim to be, and their quantiles and rank correlations are exact.

#![allow(clippy::excessive_precision, reason = "known values are written as computed")]
#![allow(clippy::unwrap_used, reason = "clippy's leave for tests does not reach helpers")]

mod draws;
mod normal;
mod quantile;
mod rank;
mod sobol;
