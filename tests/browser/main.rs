//! The built page in a real browser, used as a visitor uses it. `script/test` builds the site and runs these.

#![allow(clippy::expect_used, clippy::panic, reason = "in a test a panic is the message")]

mod accessible;
mod bands;
mod everywhere;
mod explore;
mod harness;
mod links;
mod own;
mod pages;
mod pictures;
mod questions;
mod reach;
mod start;
