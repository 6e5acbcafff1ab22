//! Uncertainty: the draws are what they claim to be, their quantiles and rank correlations are exact, and what the
//! model makes of them is what it makes of each alone.

#![allow(clippy::print_stdout, reason = "how exact a figure was found to be is shown by --nocapture")]
#![allow(clippy::excessive_precision, reason = "known values are written as computed")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test says what went wrong by panicking")]
#![allow(clippy::unwrap_used, reason = "clippy's leave for tests does not reach helpers")]

mod bands;
mod chances;
#[path = "../model/common.rs"]
mod common;
mod draws;
mod drivers;
mod known;
mod normal;
mod one_by_one;
mod paired;
mod parts;
mod quantile;
mod rank;
mod sobol;
