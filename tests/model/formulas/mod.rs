//! The formulas one by one, each held to the same arithmetic written out in plain numbers: the cap, caseworkers, contact,
//! effect, and what each purse pays. The assumptions are other than usual, so that none of them happens to be 1 or 0.

mod cap;
mod month;
mod people;
mod purses;
mod start;
mod work;

use crate::common::place;
use raaderum::model::levers::Levers;
use raaderum::model::parameters::Parameters;
use raaderum::model::plan::Terms;
use raaderum::model::policy::Policy;
use raaderum::model::setup::{Group, Setup};
use raaderum::model::tables::{GROUP_COUNT, LADDERS};

fn with<R>(
    policy: &Policy,
    change: impl FnOnce(&mut Parameters<f64>),
    look: impl FnOnce(Terms<'_, f64>) -> R,
) -> R {
    let mut parameters = Parameters::central();
    change(&mut parameters);
    let place = place("typical").place;
    let setup = Setup::new(&place, &parameters, &parameters, &LADDERS[0], &[Some(0.3); GROUP_COUNT]);
    let levers = Levers::one(&place, policy, &parameters, &parameters);
    look(Terms { setup: &setup, levers: &levers, parameters: &parameters })
}

#[track_caller]
fn same(found: f64, expected: f64) {
    assert!((found - expected).abs() <= 1e-9 * expected.abs().max(1e-3), "{found} for {expected}");
}

/// Where a group starts.
fn start(terms: Terms<'_, f64>, index: usize) -> Group<f64> {
    terms.setup.groups.iter().find(|group| group.index == index).copied().unwrap_or_default()
}
