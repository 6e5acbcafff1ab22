//! The built page in a real browser, used as a visitor uses it. `script/test` builds the site and runs these.

#![allow(clippy::expect_used, clippy::panic, reason = "in a test a panic is the message")]

mod about;
mod accessible;
mod bands;
mod builder;
mod cases;
mod charts;
mod embed;
#[macro_use]
mod everywhere;
mod evidence;
mod explore;
mod faults;
mod harness;
mod hosting;
mod hosts;
mod journey;
mod keep;
mod levers;
mod links;
mod method;
mod offline;
mod own;
mod pages;
mod pictures;
mod pins;
mod places;
mod present;
mod questions;
mod reach;
mod security;
mod single;
mod start;
mod team;
