//! The built page in a real browser, used as a visitor uses it. `script/test` builds the site and runs these.

#![allow(clippy::expect_used, clippy::panic, reason = "in a test a panic is the message")]

mod bands;
mod charts;
mod explore;
mod harness;
mod links;
mod own;
mod pictures;
mod questions;
mod start;
