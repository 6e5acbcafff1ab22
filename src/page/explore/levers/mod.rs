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
#[cfg(feature = "more")]
use crate::model::tables::Law;
use crate::model::tables::{LEVER_GROUPS, LEVERS, LeverKind, PLACES};
#[cfg(not(feature = "more"))]
use crate::page::later::Closed;
#[cfg(feature = "more")]
use crate::page::own::Own;
#[cfg(feature = "more")]
use crate::page::parts::choice::{List, Option as Listed};
use crate::page::state::{Action, State};
use crate::scenario::keys::Key;
use crate::scenario::reach;
use crate::words::text::{Text, fill};
use caseload::caseload;
use choice::choice_lever;
use dial::dial;
use number::{Placed, number_lever};
#[cfg(feature = "more")]
use required::Required;
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
                { law(props) }
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
    let mut main = Vec::new();
    for lever in (0..LEVERS.len()).filter(|&lever| LEVERS[lever].group == group && LEVERS[lever].main) {
        for key in reach::keys_of(scenario, lever) {
            // What cannot act is not in the way here; among the others it says why.
            if reach::missing(scenario, key).is_none() {
                main.push(one(key, &props.state, &props.store, AttrValue::default()));
            }
        }
    }
    let note = if id == LEVER_GROUPS[0] { language.text(Text::ExploreMarks) } else { "" };
    html! {
        <section key={id} class="lever-group" data-lever-group={id}>
            <h2>{ language.lever_group_name(group) }</h2>
            <p class="lever-note" hidden={note.is_empty()}>{ note }</p>
            <div class="lever-main">{ main }</div>
            { rest(props, group) }
        </section>
    }
}

/// The control of any lever, where another page wants one.
#[cfg(feature = "more")]
pub fn control(state: &State, store: &UseReducerDispatcher<State>, key: Key) -> Html {
    match key {
        Key::Lever(lever, _) if LEVERS[lever].main => one(key, state, store, AttrValue::default()),
        _ => rest::control(
            &rest::RestProps {
                group: 0,
                scenario: state.scenario.clone(),
                language: state.language,
                asked: None,
                store: store.clone(),
            },
            key,
        ),
    }
}

/// A lever that is always in sight; `off` says why it cannot be moved, if it cannot.
pub fn one(key: Key, state: &State, store: &UseReducerDispatcher<State>, off: AttrValue) -> Html {
    let State { scenario, language, outcome, .. } = state;
    let Key::Lever(lever, group) = key else { return html! { <div key={key.name()}></div> } };
    let placed = Placed { setting: key, scenario, language: *language, store, off };
    match (LEVERS[lever].key, LEVERS[lever].kind, group) {
        (CASELOAD, _, Some(group)) => caseload(&placed, group, &outcome.0),
        (EVIDENCE, ..) => dial(&placed),
        (_, LeverKind::Number { .. }, _) => number_lever(&placed),
        _ => choice_lever(&placed),
    }
}

/// The levers that have a part of their own on the page.
const CASELOAD: &str = "caseload";
const EVIDENCE: &str = "evidence";
/// What opens the part under the dial: its `data-asked`.
const DIAL: &str = "dial";

/// What of a group is a step away: its other levers, or where the dial would have to stand.
#[cfg(feature = "more")]
fn rest(props: &LeversProps, group: usize) -> Html {
    let State { scenario, language, asked, .. } = &props.state;
    let (scenario, store) = (scenario.clone(), props.store.clone());
    match LEVER_GROUPS[group] {
        EVIDENCE => html! {
            <Required {scenario} language={*language} {store} open={asked.as_deref() == Some(DIAL)} />
        },
        _ => html! { <Rest {group} {scenario} language={*language} asked={asked.clone()} {store} /> },
    }
}

#[cfg(not(feature = "more"))]
fn rest(props: &LeversProps, group: usize) -> Html {
    let language = props.state.language;
    let (asked, text) = match LEVER_GROUPS[group] {
        EVIDENCE => (DIAL.into(), Text::DialRequired),
        id => (format!("levers.{id}"), Text::ExploreMoreLevers),
    };
    let summary = html! {
        <>
            { language.text(text) }
            <span class="visually-hidden">{ language.lever_group_name(group) }</span>
        </>
    };
    html! {
        <div class="lever-rest"><Closed {asked} {summary} {language} store={props.store.clone()} /></div>
    }
}

/// The law that is computed with, and from when the people are.
fn law(props: &LeversProps) -> Html {
    let State { scenario, language, .. } = &props.state;
    let law = scenario.law();
    let year = PLACES[scenario.place_index()].year.to_string();
    let values = [("law", language.law_name(law)), ("year", &*year)];
    html! {
        <div class="law">
            <p class="lever-note" data-law={law.spec().id}>{ fill(language.text(Text::ExploreLawLine), &values) }</p>
            { laws(props) }
        </div>
    }
}

/// Another law to compute with.
#[cfg(feature = "more")]
fn laws(props: &LeversProps) -> Html {
    let State { scenario, language, .. } = &props.state;
    let option = |law: Law| Listed { word: law.spec().id.into(), name: language.law_name(law).into() };
    let store = props.store.clone();
    let onchange = move |word: String| store.dispatch(Action::Set(Key::Law, word));
    html! {
        <List lever="law" name={language.text(Text::ExploreLaw)} value={scenario.law().spec().id}
            options={Law::all().rev().map(option).collect::<Vec<_>>()} {onchange} />
    }
}

#[cfg(not(feature = "more"))]
fn laws(_: &LeversProps) -> Html {
    Html::default()
}

/// The place's own figures.
#[cfg(feature = "more")]
fn own(props: &LeversProps) -> Html {
    let State { scenario, language, asked, .. } = &props.state;
    let today = std::array::from_fn(|group| scenario.place.caseload_today(group, &scenario.parameters));
    let name: AttrValue = scenario.name.as_ref().map_or("", |name| name.text()).to_owned().into();
    html! {
        <Own language={*language} place={scenario.place.clone()} {today} {name} store={props.store.clone()}
            open={asked.as_deref() == Some("own")} />
    }
}

#[cfg(not(feature = "more"))]
fn own(props: &LeversProps) -> Html {
    let language = props.state.language;
    let summary = html! { language.text(Text::ExploreOwn) };
    html! { <Closed asked="own" {summary} {language} store={props.store.clone()} /> }
}
