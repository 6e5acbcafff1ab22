//! What a scenario is about, and what is set in it.

use super::{Language, Text, fill};
use crate::model::outcome::Outcome;
use crate::model::tables::{Basis, GROUP_COUNT, LEVERS, LeverKind, PLACES};
use crate::scenario::keys::{Key, ON};
use crate::scenario::{Scenario, digits};
use crate::words::amount::bracketed;
use crate::words::summary::{Idle, ways};

/// More things than this are counted and not named.
const NAMED: usize = 2;

/// The first sentence.
pub fn opening(language: Language, scenario: &Scenario, outcome: &Outcome, idle: Option<Idle>) -> String {
    let text = |text, values: &[(&str, &str)]| fill(language.text(text), values);
    let place = ("place", place_name(language, scenario));
    let moved: Vec<usize> = scenario.moved_groups().collect();
    let ways = set(language, scenario);
    let first = match *moved {
        [] if idle == Some(Idle::Untouched) => {
            let today = &outcome.baseline.months[0];
            let stock = bracketed(language.persons(today.stock()), estimated(language, scenario));
            let posts = language.posts(today.staff());
            return text(Text::SentenceUnmoved, &[place, ("stock", &stock), ("posts", &posts)]);
        }
        [] => return text(Text::SentenceOtherWays, &[place, ("ways", &ways)]),
        [group] => {
            let [from, to] = caseload(language, scenario, group);
            let people = language.group_people_under(group, scenario.law());
            text(Text::SentenceMovedOne, &[place, ("group", people), ("from", &from), ("to", &to)])
        }
        ref groups => {
            text(Text::SentenceMovedMany, &[place, ("groups", &named_groups(language, scenario, groups))])
        }
    };
    match ways.is_empty() {
        true => first,
        false => [&*first, " ", &text(Text::SentenceAlso, &[("ways", &ways)])].concat(),
    }
}

/// Today's caseload of a group and the plan's.
fn caseload(language: Language, scenario: &Scenario, group: usize) -> [String; 2] {
    let today = scenario.place.caseload_today(group, &scenario.parameters);
    [today, scenario.policy.caseload[group].unwrap_or(today)].map(|cases| language.plain(cases))
}

/// The groups whose caseload is moved: from what to what, or how many they are.
fn named_groups(language: Language, scenario: &Scenario, groups: &[usize]) -> String {
    if groups.len() > NAMED {
        return fill(language.text(Text::SentenceGroups), &[("count", &groups.len().to_string())]);
    }
    let one = |&group: &usize| {
        let [from, to] = caseload(language, scenario, group);
        let values =
            [("group", language.group_people_under(group, scenario.law())), ("from", &*from), ("to", &*to)];
        fill(language.text(Text::SentenceGroup), &values)
    };
    groups.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// What of the ways of working is set, each with where it stands, or how many they are.
fn set(language: Language, scenario: &Scenario) -> String {
    let ways = ways(scenario);
    if ways.len() > NAMED {
        return fill(language.text(Text::SentenceSettings), &[("count", &ways.len().to_string())]);
    }
    ways.into_iter().map(|key| setting(language, scenario, key)).collect::<Vec<_>>().join("; ")
}

/// A lever and where it stands, with its unit.
fn setting(language: Language, scenario: &Scenario, key: Key) -> String {
    let Key::Lever(lever, group) = key else { return String::new() };
    let name = match group {
        Some(group) => format!("{} ({})", language.lever_name(lever), language.group_people(group)),
        None => language.lever_name(lever).to_owned(),
    };
    let text = key.text(scenario);
    let at = match LEVERS[lever].kind {
        LeverKind::Number { unit, .. } => {
            digits::read(&text).map(|value| format!("{}\u{a0}{}", language.plain(value), language.unit(unit)))
        }
        LeverKind::Choice { options, .. } => {
            let place = options.iter().position(|option| *option == text);
            place.and_then(|place| language.option_names(lever).get(place)).map(|name| (*name).to_owned())
        }
        LeverKind::Switch { .. } if text == ON => return name,
        LeverKind::Switch { .. } => None,
    };
    fill(language.text(Text::SentenceSetting), &[("name", &name), ("at", &at.unwrap_or(text))])
}

/// That some of the numbers of citizens are no counts, where that is so.
fn estimated(language: Language, scenario: &Scenario) -> &'static str {
    let basis = PLACES[scenario.place_index()].stock_basis;
    let shipped = Scenario::at_place(scenario.place_index()).place.stock;
    let stock = scenario.place.stock;
    let is_estimate = |group: usize| {
        let is_shipped = stock[group] > 0.0 && stock[group] == shipped[group];
        is_shipped && matches!(basis[group], Basis::Estimate | Basis::Scaled)
    };
    let here = (0..GROUP_COUNT).filter(|group| stock[*group] > 0.0).count();
    match (0..GROUP_COUNT).filter(|group| is_estimate(*group)).count() {
        0 => "",
        all if all == here => language.text(Text::SentenceEstimated),
        _ => language.text(Text::SentencePartlyEstimated),
    }
}

/// What a scenario is about: as the visitor calls it, the case, the place, or that its figures are the visitor's own.
pub fn place_name(language: Language, scenario: &Scenario) -> &str {
    match (&scenario.name, scenario.case_index()) {
        (Some(name), _) => name.text(),
        _ if scenario.has_own_figures() => language.text(Text::ExploreOwn),
        (None, Some(case)) => language.case_name(case),
        (None, None) => language.place_name(scenario.place_index()),
    }
}
