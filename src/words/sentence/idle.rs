//! Why a plan does nothing, and what would let it do something.

use super::{Language, Text, fill};
use crate::model::outcome::Outcome;
use crate::model::policy::Rule;
use crate::model::tables::lever_by_key;
use crate::scenario::Scenario;
use crate::scenario::keys::Key;
use crate::words::amount::Amount;
use crate::words::summary::{self, Idle};

/// Why nothing happens, and what would let something happen; of a place with nothing set its opening says it.
pub fn nothing(language: Language, scenario: &Scenario, idle: Idle) -> Option<String> {
    let say = |text, values: &[(&str, &str)]| Some(fill(language.text(text), values));
    match idle {
        Idle::Untouched => None,
        Idle::NotApproved { years, net } => {
            let years = language.years(12 * usize::from(years));
            let net = Amount::Net.told(language, net);
            say(Text::SentenceNotApproved, &[("years", &years), ("net", &net)])
        }
        Idle::NotBegun => {
            say(Text::SentenceNotBegun, &[("time", &language.time(usize::from(scenario.policy.start)))])
        }
        Idle::NoRoom => {
            let lever =
                lever_by_key(giver(scenario.policy.rule)).map_or("", |lever| language.lever_name(lever));
            say(Text::SentenceNoRoom, &[("lever", lever)])
        }
        Idle::Nothing => say(Text::SentenceNothing, &[]),
    }
}

/// The lever that gives a plan room under a rule.
pub fn giver(rule: Rule) -> &'static str {
    if rule == Rule::StateGrant { "grant" } else { "room" }
}

/// One line where there is nothing to judge: why, and the way out; `None` where there is.
pub fn way_out(language: Language, scenario: &Scenario, outcome: &Outcome) -> Option<String> {
    let idle = summary::idle(scenario, outcome)?;
    let told = nothing(language, scenario, idle);
    Some(told.unwrap_or_else(|| language.text(Text::SentenceNothingToJudge).to_owned()))
}

/// What would give a plan without room all that it wants when it begins: a lever, and how many millions a year; `None` where
/// room is not what is missing.
pub fn room_wanted(scenario: &Scenario, outcome: &Outcome) -> Option<(Key, f64)> {
    if summary::idle(scenario, outcome)? != Idle::NoRoom {
        return None;
    }
    let lever = lever_by_key(giver(scenario.policy.rule))?;
    let wanted = outcome.scenario.months[outcome.start].wanted;
    Some((Key::Lever(lever, None), (wanted / TENTH).ceil() / 10.0))
}

/// The step of such a lever, DKK.
const TENTH: f64 = 1e5;
