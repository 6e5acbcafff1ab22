//! What a visitor can move: every lever of the data file, in its groups.

mod caseload;
mod choice;
mod dial;
mod number;
#[cfg(feature = "more")]
mod posts;
#[cfg(feature = "more")]
mod required;
#[cfg(feature = "more")]
mod rest;

use yew::prelude::*;

use super::begin::Begin;
use crate::model::tables::{LEVER_GROUPS, LEVERS, LeverKind};
#[cfg(not(feature = "more"))]
use crate::page::later::Closed;
#[cfg(feature = "more")]
use crate::page::own::Own;
use crate::page::state::{Action, State};
use crate::questions::setting::as_today;
use crate::scenario::keys::Key;
use crate::scenario::{Scenario, reach};
use crate::words::text::{Text, fill};
use caseload::caseload;
use choice::choice_lever;
use dial::dial;
use number::{Placed, number_lever};
#[cfg(feature = "more")]
use rest::Rest;

#[derive(Properties, PartialEq)]
pub struct LeversProps {
    pub state: State,
    pub store: UseReducerDispatcher<State>,
}

/// All levers of the page.
#[component]
pub fn Levers(props: &LeversProps) -> Html {
    let language = props.state.language;
    let store = props.store.clone();
    let reset = move |_| store.dispatch(Action::Reset);
    html! {
        <div class="lever-groups">
            <div class="lever-group">
                <Begin state={props.state.clone()} store={props.store.clone()} />
                { own(props) }
            </div>
            { for (0..LEVER_GROUPS.len()).map(|group| lever_group(props, group)) }
            <p class="lever-actions">
                <button type="button" class="button" onclick={reset}>{ language.text(Text::ExploreReset) }</button>
            </p>
        </div>
    }
}

/// One group: its main levers, and the others a step away.
fn lever_group(props: &LeversProps, group: usize) -> Html {
    let State { scenario, language, .. } = &props.state;
    let id = LEVER_GROUPS[group];
    let main = (0..LEVERS.len()).filter(|&lever| LEVERS[lever].group == group && LEVERS[lever].main);
    // What cannot act is not in the way here; among the others it says why.
    let keys = main.flat_map(|lever| reach::keys_of(scenario, lever));
    let keys = keys.filter(|key| reach::missing(scenario, *key).is_none());
    let note = if id == LEVER_GROUPS[0] { language.text(Text::ExploreMarks) } else { "" };
    html! {
        <section key={id} class="lever-group" data-lever-group={id}>
            <h2>{ language.lever_group_name(group) }</h2>
            <p class="lever-note" hidden={note.is_empty()}>{ note }</p>
            <div class="lever-main">{ for keys.map(|key| main_lever(props, key)) }</div>
            { rest(props, group) }
        </section>
    }
}

/// A lever that is always in sight.
fn main_lever(props: &LeversProps, key: Key) -> Html {
    let State { scenario, language, outcome, .. } = &props.state;
    let Key::Lever(lever, group) = key else { return html! { <div key={key.name()}></div> } };
    let off = AttrValue::default();
    let placed = Placed { setting: key, scenario, language: *language, store: &props.store, off };
    match (LEVERS[lever].key, LEVERS[lever].kind, group) {
        (CASELOAD, _, Some(group)) => caseload(&placed, group, &outcome.0),
        (EVIDENCE, ..) => dial(&placed, &props.state),
        (_, LeverKind::Number { .. }, _) => number_lever(&placed),
        _ => choice_lever(&placed),
    }
}

/// The levers that have a part of their own on the page.
const CASELOAD: &str = "caseload";
const EVIDENCE: &str = "evidence";

/// Whether a group has levers that are not always in sight.
fn has_rest(group: usize) -> bool {
    LEVERS.iter().any(|lever| lever.group == group && !lever.main)
}

/// The name of the part with the other levers of a group, and how many of them are not as today.
fn rest_summary(props: &LeversProps, group: usize) -> Html {
    let State { scenario, language, .. } = &props.state;
    let count = moved(scenario, group);
    let changed = fill(language.text(Text::ExploreLeversChanged), &[("count", &count.to_string())]);
    html! {
        <>
            { language.text(Text::ExploreMoreLevers) }
            <span class="visually-hidden">{ format!(" ({})", language.lever_group_name(group)) }</span>
            { " " }
            <em class="mark" hidden={count == 0}>{ changed }</em>
        </>
    }
}

/// How many of a group's other levers are not as today.
fn moved(scenario: &Scenario, group: usize) -> usize {
    let today = as_today(scenario);
    let others = (0..LEVERS.len()).filter(|&lever| LEVERS[lever].group == group && !LEVERS[lever].main);
    let is_moved =
        |&lever: &usize| reach::keys_of(scenario, lever).any(|key| key.text(scenario) != key.text(&today));
    others.filter(is_moved).count()
}

#[cfg(feature = "more")]
fn rest(props: &LeversProps, group: usize) -> Html {
    if !has_rest(group) {
        return html! { <div></div> };
    }
    html! {
        <Rest {group} summary={rest_summary(props, group)} scenario={props.state.scenario.clone()}
            language={props.state.language} asked={props.state.asked.clone()} store={props.store.clone()} />
    }
}

#[cfg(not(feature = "more"))]
fn rest(props: &LeversProps, group: usize) -> Html {
    if !has_rest(group) {
        return html! { <div></div> };
    }
    html! {
        <div class="lever-rest">
            <Closed asked={format!("levers.{}", LEVER_GROUPS[group])} summary={rest_summary(props, group)}
                language={props.state.language} store={props.store.clone()} />
        </div>
    }
}

/// The place's own figures.
#[cfg(feature = "more")]
fn own(props: &LeversProps) -> Html {
    let State { scenario, language, asked, .. } = &props.state;
    let today = std::array::from_fn(|group| scenario.place.caseload_today(group, &scenario.parameters));
    html! {
        <Own language={*language} place={scenario.place.clone()} {today} store={props.store.clone()}
            open={asked.as_deref() == Some("own")} />
    }
}

#[cfg(not(feature = "more"))]
fn own(props: &LeversProps) -> Html {
    let language = props.state.language;
    let summary = html! { language.text(Text::ExploreOwn) };
    html! { <Closed asked="own" {summary} {language} store={props.store.clone()} /> }
}
