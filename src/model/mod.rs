//! The monthly cohort model: caseload → contact → outcome → budget.
//!
//! # Conventions
//!
//! * Persons, full-time equivalents, months, hours; money in DKK of one price year (2025).
//! * A cost is positive as a cost. A *net* is positive when the purse is better off than in the baseline.
//! * "Extra" and Δ always mean: this run minus the baseline, same month.
//! * Month `t` of a series of *stocks* is the start of the month; "after N months" is index `N`.
//! * Everything is generic over the number [`lane::Lane`]: one `f64` for the central run, eight `f32` for draws.
//! * No clock, no randomness, no language, no browser, no I/O.
//!
//! # Order within a month
//!
//! stock at the start → [`ceiling`]: room, wanted posts, allowed posts → [`staff`]: caseload, turnover,
//! absence → [`contact`] → [`effect`]: multipliers updated → [`flows`]: exits with the new multipliers →
//! [`purses`]: money on start-of-month stocks and staff → step. [`run`] puts them in that order, once.
//!
//! # Example
//!
//! ```
//! use raaderum_model::{lane::Lane, outcome, parameters::Parameters, place::Place, policy::Policy, tables};
//!
//! let place = Place::of(&tables::PLACES[tables::place_by_id("silkeborg").unwrap()]);
//! let mut policy = Policy::default();
//! policy.caseload[tables::group_by_id("insured").unwrap()] = Some(60.0);
//! let outcome = outcome::simulate(&place, &policy, &Parameters::central());
//! assert!(outcome.stock_change(12) < 0.0);
//! ```

pub mod abreast;
pub mod beside;
pub mod ceiling;
pub mod contact;
pub mod country;
pub mod effect;
pub mod evidence;
pub mod flows;
mod items;
pub mod lane;
pub mod levers;
pub mod month;
pub mod outcome;
pub mod parameters;
pub mod place;
pub mod plan;
pub mod policy;
pub mod purses;
pub mod rates;
pub mod run;
pub mod setup;
pub mod staff;
pub mod sweep;
pub mod tables;
mod work;
