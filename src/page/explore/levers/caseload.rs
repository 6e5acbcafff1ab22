//! The caseload of one group, and the same from the other side: its caseworkers.

use yew::prelude::*;

use super::number::Placed;
use crate::model::outcome::Outcome;
use crate::model::tables::{GROUPS, LEVERS, LeverKind, parameter as p};
use crate::page::parts::number_field::NumberField;
use crate::page::parts::slider::{Scale, Slider};
use crate::page::state::Action;
use crate::scenario::digits;
use crate::scenario::keys::{Key, TODAY};
use crate::words::text::{Text, fill};

/// The caseload of one group, with its caseworkers.
pub fn caseload(placed: &Placed, group: usize, outcome: &Outcome) -> Html {
    let Placed { setting, scenario, language, store, .. } = placed;
    let kind = match *setting {
        Key::Lever(lever, _) => LEVERS[lever].kind,
        _ => return html! { <div key={group}></div> },
    };
    let LeverKind::Number { unit, min, max, step, usual, .. } = kind else {
        return html! { <div key={group}></div> };
    };
    let today = scenario.place.caseload_today(group, &scenario.parameters);
    let value = scenario.policy.caseload[group].unwrap_or(today);
    let scale = Scale {
        min: usual[0],
        max: usual[1],
        step,
        bounds: [min, max],
        today: Some(today),
        guideline: GROUPS[group].guideline,
    };
    let long_name = fill(language.text(Text::ExploreCaseloadOf), &[("group", language.group_people(group))]);
    html! {
        <div key={GROUPS[group].id} class="caseload">
            <Slider setting={*setting} home={TODAY} name={language.group_name(group)} {long_name}
                unit={language.unit(unit)} note={note(placed, group, outcome)} language={*language} {value} {scale}
                store={(*store).clone()} />
            { posts(placed, group, value, [min, max]) }
        </div>
    }
}

/// The caseworkers that a caseload asks for: so many posts are that caseload.
fn posts(placed: &Placed, group: usize, caseload: f64, [least, most]: [f64; 2]) -> Html {
    let (language, stock) = (placed.language, placed.scenario.place.stock[group]);
    let id = format!("posts-{}", GROUPS[group].id);
    let label = fill(language.text(Text::ExplorePostsOf), &[("group", language.group_people(group))]);
    let posts = stock / caseload;
    let (key, store) = (placed.setting, placed.store.clone());
    let onchange = move |posts: f64| {
        // Hundredths of a case: finer than anybody plans, and a link stays short.
        let caseload = ((100.0 * stock / posts).round() / 100.0).max(least).min(most);
        store.dispatch(Action::Set(key, digits::write(caseload)));
    };
    let fewest = (10.0 * stock / most).ceil() / 10.0;
    let highest = ((10.0 * stock / least).floor() / 10.0).max(fewest);
    html! {
        <div class="lever-posts">
            <label for={id.clone()}>{ language.text(Text::ExplorePosts) }</label>
            <NumberField {id} {label} {language} value={posts} shown={language.posts(posts)} min={fewest}
                max={highest} {onchange} />
        </div>
    }
}

/// How many citizens and caseworkers that is, and how long each statutory talk can be.
fn note(placed: &Placed, group: usize, outcome: &Outcome) -> String {
    let language = placed.language;
    let say = |text, values: &[(&str, &str)]| fill(language.text(text), values);
    let after_a_year = (outcome.start + 12).min(outcome.scenario.months.len() - 1);
    let before = &outcome.baseline.months[0].groups[group];
    let first = &outcome.scenario.months[outcome.start].groups[group];
    let then = &outcome.scenario.months[after_a_year].groups[group];
    let stock = say(Text::ExploreStockOf, &[("value", &language.persons(before.stock))]);
    let (from, to) = (language.posts(before.staff), language.posts(first.posts));
    let posts = match from == to {
        true => say(Text::ExploreCaseworkersSame, &[("from", &from)]),
        false => say(Text::ExploreCaseworkers, &[("from", &from), ("to", &to)]),
    };
    let minutes = language.persons(then.minutes_per_talk);
    let minutes = say(Text::ExploreMinutes, &[("minutes", &minutes)]);
    let studied = [p::STUDIED_LOW, p::STUDIED_HIGH].map(|end| placed.scenario.parameters[end]);
    let [low, high] = studied.map(|end| language.plain(end));
    let warning = match (studied[0]..=studied[1]).contains(&then.caseload) {
        true => String::new(),
        false => format!(" · {}", say(Text::ExploreStudied, &[("low", &low), ("high", &high)])),
    };
    format!("{stock} · {posts} · {minutes}{warning}")
}
