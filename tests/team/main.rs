//! Teams without a server: short codes, the room that keeps them, what they come to, and QR codes.

#![allow(clippy::expect_used, clippy::panic, reason = "a test says what went wrong by panicking")]

mod codes;
#[path = "../model/common.rs"]
mod common;
mod qr;
mod room;
