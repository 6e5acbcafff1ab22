//! What teams are asked: a base, the levers they may move and whether they see what comes of it, as a link for a phone.
//!
//! ```
//! use raaderum::scenario::{code, link, team::Question};
//!
//! let link = "v=2&place=silkeborg&team-levers=caseload.activity_ready,rule";
//! let (question, given) = Question::read(&link::read(link)).expect("it asks something");
//! assert_eq!((question.levers.len(), question.hidden, given), (2, false, None));
//! assert_eq!(question.link(), link);
//! ```

pub mod room;

use super::code::{self, Sent};
use super::keys::Key;
use super::link::{self, Problem, Reason};
use super::{Scenario, reach};
use crate::model::tables::LEVERS;

/// The levers that may be moved, in a link; it makes a link one for a team.
pub const LEVERS_KEY: &str = "team-levers";
/// That the result is not to be seen, in a link.
pub const HIDDEN_KEY: &str = "team-hide";
/// What a phone has moved, as a code, in its own address.
pub const CODE_KEY: &str = "team-code";
/// Stands for the levers that are always in sight.
const MAIN: &str = "main";
const YES: &str = "1";

/// What teams are asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// What all begin with.
    pub base: Scenario,
    /// The levers that were chosen; none: those that are always in sight.
    pub levers: Vec<Key>,
    /// Whether a team does not see what comes of it.
    pub hidden: bool,
}

impl Question {
    /// The levers of a scenario that are always in sight, results shown.
    pub fn of(base: Scenario) -> Self {
        Self { base, levers: Vec::new(), hidden: false }
    }

    /// What a link asks, and what was moved by the phone whose address it is; `None` where it asks no team.
    pub fn read(read: &link::Read) -> Option<(Self, Option<Sent>)> {
        let value = |key: &str| read.page.iter().find(|(known, _)| known == key).map(|(_, value)| &**value);
        let levers = value(LEVERS_KEY)?.split(',').filter_map(lever).collect();
        let hidden = value(HIDDEN_KEY) == Some(YES);
        let given = value(CODE_KEY).and_then(|given| code::read(&read.scenario, given).ok());
        Some((Self { base: read.scenario.clone(), levers, hidden }, given))
    }

    /// The parts of a link that could not be used.
    pub fn problems(read: &link::Read) -> Vec<Problem> {
        let value = |wanted: &str| read.page.iter().find(|(key, _)| key == wanted).map(|(_, value)| &**value);
        let unknown = |name: &str| Problem {
            key: LEVERS_KEY.to_owned(),
            value: link::short(name),
            reason: Reason::UnknownKey,
        };
        let names = value(LEVERS_KEY).unwrap_or(MAIN).split(',');
        let mut problems: Vec<Problem> =
            names.filter(|name| *name != MAIN && lever(name).is_none()).map(unknown).collect();
        let given = value(CODE_KEY).filter(|given| code::read(&read.scenario, given).is_err());
        problems.extend(given.map(|given| Problem { key: CODE_KEY.to_owned(), ..unknown(given) }));
        problems
    }

    /// The link for a phone, without what the page adds.
    pub fn link(&self) -> String {
        let names: Vec<String> = self.levers.iter().map(|key| key.name()).collect();
        let names = if names.is_empty() { MAIN.to_owned() } else { names.join(",") };
        let mut link = format!("{}&{LEVERS_KEY}={names}", link::write(&self.base));
        if self.hidden {
            link.push_str(&format!("&{HIDDEN_KEY}={YES}"));
        }
        link
    }

    /// The same with what a phone has moved: its own address.
    pub fn link_with(&self, scenario: &Scenario, team: Option<u8>) -> String {
        match team.is_none() && *scenario == self.base {
            true => self.link(),
            false => format!("{}&{CODE_KEY}={}", self.link(), code::write(&self.base, scenario, team)),
        }
    }

    /// The levers that a team may move in a scenario of the question: those chosen, or those in sight that can act there.
    pub fn keys(&self, scenario: &Scenario) -> Vec<Key> {
        if !self.levers.is_empty() {
            return self.levers.clone();
        }
        in_sight(scenario)
    }
}

/// The levers that are always in sight, where they can act.
pub fn in_sight(scenario: &Scenario) -> Vec<Key> {
    let main = (0..LEVERS.len()).filter(|lever| LEVERS[*lever].main);
    let keys = main.flat_map(|lever| reach::keys_of(scenario, lever));
    keys.filter(|key| reach::missing(scenario, *key).is_none()).collect()
}

/// Every lever of a place, in the order of links.
pub fn all(scenario: &Scenario) -> Vec<Key> {
    (0..LEVERS.len()).flat_map(|lever| reach::keys_of(scenario, lever)).collect()
}

fn lever(name: &str) -> Option<Key> {
    Key::parse(name).filter(|key| matches!(key, Key::Lever(..)))
}
