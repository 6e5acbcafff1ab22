//! The questions: what is answered is true of the model, complete, and does not depend on how it was asked.

#![allow(clippy::expect_used, clippy::panic, reason = "a test says what went wrong by panicking")]

mod break_even;
#[path = "../model/common.rs"]
mod common;
mod dial;
mod next_post;
mod policy_map;
mod why;
mod words;

/// Whether two figures are the same to what a batch in single precision can tell: 10⁻⁴, or 500 DKK.
fn near(a: f64, b: f64) -> bool {
    a == b || (a - b).abs() <= 1e-4 * b.abs() + 500.0
}
