//! The questions: what is answered is true of the model, complete, and does not depend on how it was asked.

#![allow(clippy::expect_used, clippy::panic, reason = "a test says what went wrong by panicking")]

mod break_even;
#[path = "../model/common.rs"]
mod common;
mod dial;
mod next_post;
mod odds;
mod policy_map;
mod reform;
mod why;
mod words;

use common::set;
use raaderum::model::tables::{Law, Parameter};
use raaderum::scenario::Scenario;

/// Whether two figures are the same to what a batch in single precision can tell: 10⁻⁴, or 500 DKK.
fn near(a: f64, b: f64) -> bool {
    a == b || (a - b).abs() <= 1e-4 * b.abs() + 500.0
}

/// Every unknown of the scenario set by hand, next to what it is in the middle: what is set there counts as not set.
fn known(scenario: &Scenario) -> Scenario {
    let mut known = scenario.clone();
    for parameter in Parameter::all() {
        if let Some([low, high]) = parameter.figure(Law::NEWEST).spread {
            let beside = scenario.parameters[parameter] + 1e-9 * (high - low);
            set(&mut known, parameter.spec().key, &beside.to_string());
        }
    }
    known
}
