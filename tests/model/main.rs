//! The model, held to its laws, to known figures, and to its links.

#![allow(clippy::expect_used, clippy::panic, reason = "a test says what went wrong by panicking")]

mod common;
mod known;
mod laws;
mod links;
