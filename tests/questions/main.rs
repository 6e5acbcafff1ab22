//! The questions: what is answered is true of the model, complete, and does not depend on how it was asked.

#![allow(clippy::expect_used, clippy::panic, reason = "a test says what went wrong by panicking")]

mod break_even;
#[path = "../model/common.rs"]
mod common;
mod dial;
mod next_post;
mod policy_map;
mod why;
