//! All that differs from the place as it is today.
//!
//! ```
//! use raaderum::scenario::{differs, link};
//!
//! let scenario = link::read("place=silkeborg&caseload.activity_ready=45&rule=ceiling&cost=700000").scenario;
//! let names: Vec<String> = differs::keys(&scenario).map(|key| key.name()).collect();
//! assert_eq!(names, ["caseload.activity_ready", "rule", "cost"]);
//! ```

use super::Scenario;
use super::keys::Key;

/// The place on which a scenario rests, as it is today.
pub fn today(scenario: &Scenario) -> Scenario {
    Scenario::at_place(scenario.place_index())
}

/// Every key that stands otherwise than [today].
pub fn keys(scenario: &Scenario) -> impl Iterator<Item = Key> {
    scenario.moved(&today(scenario)).into_iter()
}
