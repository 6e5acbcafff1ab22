//! One scenario: a place, a policy and the assumptions, and the keys by which each part can be set.
//!
//! ```
//! use raaderum::scenario::{Scenario, link};
//!
//! let read = link::read("#case=silkeborg_jobrehabilitering&caseload.activity_ready=60");
//! assert!(read.problems.is_empty());
//! assert_eq!(link::write(&read.scenario), "v=2&case=silkeborg_jobrehabilitering&caseload.activity_ready=60");
//! ```

pub mod assumed;
pub mod check;
#[cfg(feature = "more")]
pub mod code;
pub mod combobox;
pub mod differs;
pub mod digits;
pub mod edition;
pub mod embed;
pub mod export;
pub mod fields;
pub mod file;
pub mod history;
pub mod keys;
pub mod link;
pub mod name;
pub mod own;
pub mod places;
pub mod precision;
pub mod published;
pub mod reach;
pub mod stored;
#[cfg(feature = "more")]
pub mod team;
pub mod uncertain;
pub mod verdict;

use crate::model::country::{Country, country};
use crate::model::outcome::{Outcome, simulate_with};
use crate::model::parameters::Parameters;
use crate::model::place::Place;
use crate::model::policy::Policy;
use crate::model::tables::{CASES, CaseSpec, GROUP_COUNT, LADDERS, Law, PACKAGES, PLACES};
use keys::Key;
use name::Name;

/// Where a scenario begins: a shipped place, perhaps with a package, or one of the cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// A place of the data file, as today.
    Place(usize),
    /// A case of the data file, with its own figures and levers.
    Case(usize),
    /// A place with the levers of a package that sets some.
    Package(usize, usize),
}

/// Everything that a run needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    start: Start,
    /// The people and the caseloads.
    pub place: Place,
    /// The levers.
    pub policy: Policy,
    /// The assumptions, and the law they are under.
    pub parameters: Parameters<f64>,
    /// The refusion ladder, by its place in the data file.
    pub ladder: usize,
    /// What the visitor calls the place, if anything.
    pub name: Option<Name>,
}

/// A smaller group is less than the cases of one caseworker under the lowest guideline there is (25): a lower caseload is then
/// a part of one post, and a single citizen more or less moves its figures by more than the plan may.
const FEW: f64 = 20.0;

impl Scenario {
    /// A shipped place with nothing moved.
    pub fn at_place(index: usize) -> Self {
        Self {
            start: Start::Place(index),
            place: Place::of(&PLACES[index]),
            policy: Policy { who: PLACES[index].acts(), ..Policy::default() },
            parameters: Parameters::central(),
            ladder: Law::NEWEST.spec().ladder,
            name: None,
        }
    }

    /// A case: its place under the law of its time, with the case's own figures and levers.
    pub fn of_case(index: usize) -> Self {
        let case = &CASES[index];
        let place = Self::at_place(place_of(case)).under(case.law);
        Self { start: Start::Case(index), ..place.set_to(case.set) }
    }

    /// A place with a package's levers; the package that sets none is the place as today.
    pub fn of_package(place: usize, package: usize) -> Self {
        let (scenario, set) = (Self::at_place(place), PACKAGES[package].set);
        match set {
            [] => scenario,
            _ => Self { start: Start::Package(place, package), ..scenario.set_to(set) },
        }
    }

    fn set_to(mut self, set: &[(&str, &str)]) -> Self {
        for (name, value) in set {
            // The build has checked every key and value; a test holds it to that.
            if let Some(key) = Key::parse(name) {
                let _ = key.set(&mut self, value);
            }
        }
        self
    }

    /// The scenario that begins there, with nothing moved.
    pub fn begin(start: Start) -> Self {
        match start {
            Start::Place(index) => Self::at_place(index),
            Start::Case(index) => Self::of_case(index),
            Start::Package(place, package) => Self::of_package(place, package),
        }
    }

    /// Where the scenario began.
    pub fn start(&self) -> Start {
        self.start
    }

    /// The scenario as it was before anything was moved.
    pub fn unmoved(&self) -> Self {
        Self::begin(self.start)
    }

    /// The law it is under.
    pub fn law(&self) -> Law {
        self.parameters.law()
    }

    /// The same under another law: what was as the law had it goes along, what was set by hand stays.
    pub fn under(mut self, law: Law) -> Self {
        if self.ladder == self.law().spec().ladder {
            self.ladder = law.spec().ladder;
        }
        self.parameters.move_to(law);
        self
    }

    /// The keys that were moved since another scenario: of what the law sets, only what stands otherwise than that would
    /// under this one's law.
    pub fn moved(&self, before: &Self) -> Vec<Key> {
        let under = before.clone().under(self.law());
        let is_moved = |key: &Key| key.text(self) != key.text(if *key == Key::Law { before } else { &under });
        Key::all().filter(is_moved).collect()
    }

    /// The place of the data file on which the scenario rests.
    pub fn place_index(&self) -> usize {
        match self.start {
            Start::Place(index) | Start::Package(index, _) => index,
            Start::Case(index) => place_of(&CASES[index]),
        }
    }

    /// The case of the data file, if the scenario began with one.
    pub fn case_index(&self) -> Option<usize> {
        match self.start {
            Start::Place(_) | Start::Package(..) => None,
            Start::Case(index) => Some(index),
        }
    }

    /// The package of the data file that the scenario began with; the first is the place as today.
    pub fn package_index(&self) -> Option<usize> {
        match self.start {
            Start::Place(_) => Some(0),
            Start::Case(_) => None,
            Start::Package(_, package) => Some(package),
        }
    }

    /// What the data file says of the case.
    pub fn case(&self) -> Option<&'static CaseSpec> {
        self.case_index().map(|index| &CASES[index])
    }

    /// The groups with people in them that have another caseload than today.
    pub fn moved_groups(&self) -> impl Iterator<Item = usize> {
        let Self { place, policy, parameters, .. } = self;
        let moved = |&group: &usize| {
            let today = place.caseload_today(group, parameters);
            place.stock[group] > 0.0 && policy.caseload[group].is_some_and(|target| target != today)
        };
        (0..GROUP_COUNT).filter(moved)
    }

    /// Whether the people, the caseloads or the cash are others than those of where the scenario began.
    pub fn has_own_figures(&self) -> bool {
        self.place != self.unmoved().place
    }

    /// Whether a group has so few people here that a plan for it alone says nothing.
    pub fn has_few(&self, group: usize) -> bool {
        (f64::MIN_POSITIVE..FEW).contains(&self.place.stock[group])
    }

    /// The one group that is at stake: the only one with people, or the only one moved; `None`: all are.
    pub fn focus(&self) -> Option<usize> {
        let alone = |groups: &mut dyn Iterator<Item = usize>| {
            let first = groups.next();
            first.filter(|_| groups.next().is_none())
        };
        let present = &mut (0..GROUP_COUNT).filter(|&group| self.place.stock[group] > 0.0);
        alone(present).or_else(|| alone(&mut self.moved_groups()))
    }

    /// The same with another policy.
    pub fn with_policy(&self, policy: Policy) -> Self {
        Self { policy, ..self.clone() }
    }

    /// Runs the model.
    pub fn simulate(&self) -> Outcome {
        simulate_with(&self.place, &self.policy, &self.parameters, &LADDERS[self.ladder])
    }

    /// The country's view of the scenario's own outcome; `None` where everybody acts.
    pub fn country(&self, outcome: &Outcome) -> Option<Country> {
        country(outcome, &self.place, &self.policy, &self.parameters)
    }
}

impl Default for Scenario {
    /// The first case of the data file: the page opens with a real one.
    fn default() -> Self {
        Self::of_case(0)
    }
}

fn place_of(case: &CaseSpec) -> usize {
    PLACES.iter().position(|place| place.id == case.place).unwrap_or(0)
}
