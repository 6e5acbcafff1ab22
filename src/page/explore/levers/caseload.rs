//! The caseload of one group.

use yew::prelude::*;

use super::number::{Look, Placed, slider};
use crate::model::outcome::Outcome;
use crate::model::tables::{GROUPS, parameter as p};
use crate::page::parts::slider::Told;
use crate::words::sentence::posts_beside;
use crate::words::text::{Text, fill};

/// The caseload of one group, with what it means for citizens and caseworkers.
pub fn caseload(placed: &Placed, group: usize, outcome: &Outcome) -> Html {
    let language = placed.language;
    let people = language.group_people_under(group, placed.scenario.law());
    let look = Look {
        name: language.group_name_under(group, placed.scenario.law()),
        long_name: fill(language.text(Text::ExploreCaseloadOf), &[("group", people)]),
        note: note(placed, group, outcome),
        told: Told::default(),
        guideline: GROUPS[group].guideline,
    };
    slider(placed, look)
}

/// How many citizens and caseworkers that is, and how many hours of a caseworker's time a citizen gets.
fn note(placed: &Placed, group: usize, outcome: &Outcome) -> String {
    let language = placed.language;
    let say = |text, values: &[(&str, &str)]| fill(language.text(text), values);
    let after_a_year = (outcome.start + 12).min(outcome.scenario.months.len() - 1);
    let before = &outcome.baseline.months[0].groups[group];
    let first = &outcome.scenario.months[outcome.start].groups[group];
    let then = &outcome.scenario.months[after_a_year].groups[group];
    let stock = say(Text::ExploreStockOf, &[("value", &language.persons(before.stock))]);
    let [from, to] = posts_beside(language, [before.staff, first.posts]);
    let posts = match from == to {
        true => say(Text::ExploreCaseworkersSame, &[("from", &from)]),
        false => say(Text::ExploreCaseworkers, &[("from", &from), ("to", &to)]),
    };
    // Not minutes for each statutory talk: where the law asks for one talk a year, that would be hours.
    let hours = say(Text::ExploreHours, &[("hours", &language.posts(then.contact))]);
    let studied = [p::STUDIED_LOW, p::STUDIED_HIGH].map(|end| placed.scenario.parameters[end]);
    let [low, high] = studied.map(|end| language.plain(end));
    let warning = match (studied[0]..=studied[1]).contains(&then.caseload) {
        true => String::new(),
        false => format!(" · {}", say(Text::ExploreStudied, &[("low", &low), ("high", &high)])),
    };
    let few = match placed.scenario.has_few(group) {
        true => format!(" · {}", language.text(Text::ExploreFew)),
        false => String::new(),
    };
    format!("{stock} · {posts} · {hours}{warning}{few}")
}
