//! The levers that are a step away.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::CASELOAD;
use super::choice::choice_lever;
use super::number::{Placed, number_lever};
use super::posts::posts;
use crate::model::tables::{LEVER_GROUPS, LEVERS, LeverKind, Need};
use crate::page::parts::choice::Switch;
use crate::page::state::{Action, State};
use crate::questions::setting::as_today;
use crate::scenario::keys::{Key, OFF, ON};
use crate::scenario::{Scenario, digits, reach};
use crate::words::text::{Language, Text, fill};
use crate::words::why_not;

#[derive(Properties, PartialEq)]
pub struct RestProps {
    /// Place in [`LEVER_GROUPS`].
    pub group: usize,
    pub scenario: Rc<Scenario>,
    pub language: Language,
    /// The part that was asked for when the page was opened.
    pub asked: Option<AttrValue>,
    pub store: UseReducerDispatcher<State>,
}

/// A group's levers that are not always in sight: made when they are opened.
#[component]
pub fn Rest(props: &RestProps) -> Html {
    let name = format!("levers.{}", LEVER_GROUPS[props.group]);
    let asked_for = props.asked.as_deref() == Some(&*name);
    let (open, ontoggle) = use_open(asked_for);
    let here = |&lever: &usize| LEVERS[lever].group == props.group;
    let others = (0..LEVERS.len()).filter(here).filter(|&lever| !LEVERS[lever].main);
    let caseload = (0..LEVERS.len()).filter(here).find(|&lever| LEVERS[lever].key == CASELOAD);
    let posts = |lever| posts(lever, &props.scenario, props.language, &props.store);
    html! {
        <details class="lever-rest" data-opens="" open={asked_for} {ontoggle}>
            <summary data-asked={name}>{ summary(props) }</summary>
            <div>
                { for caseload.into_iter().filter(|_| open).map(posts) }
                { for others.filter(|_| open).map(|lever| self::lever(props, lever)) }
            </div>
        </details>
    }
}

/// The name of the part, and how many of its levers are not as today.
fn summary(props: &RestProps) -> Html {
    let RestProps { scenario, language, group, .. } = props;
    let today = as_today(scenario);
    let others = (0..LEVERS.len()).filter(|&lever| LEVERS[lever].group == *group && !LEVERS[lever].main);
    let is_moved = |key: &Key| key.text(scenario) != key.text(&today);
    let count = others.filter(|&lever| reach::keys_of(scenario, lever).iter().any(is_moved)).count();
    let changed = fill(language.text(Text::LeverChanged), &[("count", &count.to_string())]);
    html! {
        <>
            { language.text(Text::ExploreMoreLevers) }
            <span class="visually-hidden">{ language.lever_group_name(*group) }</span>
            <em class="mark" hidden={count == 0}>{ changed }</em>
        </>
    }
}

/// Whether a part is open, and what keeps count of it.
#[hook]
pub fn use_open(at_first: bool) -> (bool, Callback<Event>) {
    let open = use_state_eq(|| at_first);
    let set = open.setter();
    let ontoggle = Callback::from(move |event: Event| {
        let toggled = event.target_unchecked_into::<Element>();
        // What opens inside it is none of its business.
        if toggled.has_attribute("data-opens") {
            set.set(toggled.has_attribute("open"));
        }
    });
    (*open, ontoggle)
}

/// One lever; of a lever that each group has, one of each group that may have it.
fn lever(props: &RestProps, lever: usize) -> Html {
    let RestProps { scenario, language, .. } = props;
    let spec = &LEVERS[lever];
    if !spec.per_group {
        return control(props, Key::Lever(lever, None));
    }
    let may = |key: &Key| !matches!(reach::missing(scenario, *key), Some(Need::Mentor | Need::Coordinator));
    let mut keys = reach::keys_of(scenario, lever).into_iter().filter(may).peekable();
    let note = match keys.peek() {
        Some(_) => language.lever_help(lever).to_owned(),
        None => spec.needs.first().map(|need| why_not::reason(*language, need)).unwrap_or_default(),
    };
    html! {
        <fieldset key={spec.key} class="lever-kind" data-lever-kind={spec.key}>
            <legend>{ language.lever_name(lever) }</legend>
            <p class="lever-note">{ note }</p>
            <div>{ for keys.map(|key| control(props, key)) }</div>
        </fieldset>
    }
}

/// The control of its kind: a slider, one with a switch for its word, radio buttons, or a switch.
pub fn control(props: &RestProps, setting: Key) -> Html {
    let RestProps { scenario, language, store, .. } = props;
    let Key::Lever(lever, _) = setting else { return html! { <div key={setting.name()}></div> } };
    let off = match reach::missing(scenario, setting) {
        Some(need) => why_not::reason(*language, need).into(),
        None => AttrValue::default(),
    };
    let placed = Placed { setting, scenario, language: *language, store, off };
    match LEVERS[lever].kind {
        LeverKind::Number { word: Some(word), instead, .. } => worded(placed, lever, word, instead),
        LeverKind::Number { .. } => number_lever(&placed),
        LeverKind::Choice { .. } => choice_lever(&placed),
        LeverKind::Switch { .. } => switch(props, setting, &placed.off),
    }
}

/// A number, or a word that a switch stands for.
fn worded(placed: Placed, lever: usize, word: &'static str, instead: f64) -> Html {
    let Placed { setting, language, .. } = placed;
    let (name, disabled) = (setting.name(), !placed.off.is_empty());
    let said = language.option_names(lever).first().copied().unwrap_or_default();
    let on = setting.text(placed.scenario) == word;
    let store = placed.store.clone();
    let onchange = move |on: bool| {
        let value = if on { word.to_owned() } else { digits::write(instead) };
        store.dispatch(Action::Set(setting, value));
    };
    let off = match (disabled, on) {
        (false, true) => fill(language.text(Text::LeverIsWord), &[("word", said)]).into(),
        _ => placed.off.clone(),
    };
    html! {
        <div key={name.clone()} class="lever-worded">
            { number_lever(&Placed { off, ..placed }) }
            <Switch lever={format!("{name}.{word}")} name={format!("{}: {said}", language.lever_name(lever))} {on}
                {disabled} {onchange} />
        </div>
    }
}

fn switch(props: &RestProps, setting: Key, off: &str) -> Html {
    let RestProps { scenario, language, .. } = props;
    let Key::Lever(lever, _) = setting else { return html! { <div></div> } };
    let store = props.store.clone();
    let onchange = move |on: bool| {
        store.dispatch(Action::Set(setting, if on { ON } else { OFF }.to_owned()));
    };
    let note = if off.is_empty() { language.lever_help(lever) } else { off };
    html! {
        <div key={setting.name()} class="lever">
            <Switch lever={setting.name()} name={language.lever_name(lever)} on={setting.text(scenario) == ON}
                disabled={!off.is_empty()} {onchange} />
            <p class="lever-note">{ note.to_owned() }</p>
        </div>
    }
}
