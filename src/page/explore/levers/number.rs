//! A lever that is a number, as its data file describes it.

use std::rc::Rc;

use yew::prelude::*;

use crate::model::tables::{LEVERS, LeverKind};
use crate::page::parts::slider::{Scale, Slider, Told};
use crate::page::state::{Action, State};
use crate::questions::setting::{Setting, as_today, present};
use crate::scenario::keys::{Key, TODAY};
use crate::scenario::{Scenario, digits, reach};
use crate::words::text::Language;

#[derive(Properties, PartialEq)]
pub struct NumberLeverProps {
    pub setting: Key,
    pub scenario: Rc<Scenario>,
    pub language: Language,
    pub store: UseReducerDispatcher<State>,
    /// Why it cannot be moved as things stand; empty where it can.
    #[prop_or_default]
    pub off: AttrValue,
}

/// A slider of its own range, with the way back to where it stands while nobody moves it.
#[component]
pub fn NumberLever(props: &NumberLeverProps) -> Html {
    let NumberLeverProps { setting, scenario, language, off, .. } = props;
    let Key::Lever(lever, group) = *setting else { return html! { <div></div> } };
    let (onchange, onreset) = use_moves(*setting, &props.store);
    let (Some(range), LeverKind::Number { unit, min, max, default, word, instead, .. }) =
        (reach::range(scenario, lever), LEVERS[lever].kind)
    else {
        return html! { <div></div> };
    };
    let number = |scenario: &Scenario| match present(*setting, scenario) {
        Setting::Number(value) => Some(value),
        Setting::Word(_) => None,
    };
    let value = number(scenario).unwrap_or(instead);
    let scale = Scale {
        min: range.min,
        max: range.max,
        step: range.step,
        bounds: [min, max],
        // Where a word is usual, the switch of that word leads back to it.
        today: if word.is_none() { number(&as_today(scenario)) } else { None },
        guideline: None,
    };
    let kind = language.lever_name(lever);
    let name = group.map_or(kind, |group| language.group_name(group));
    let long_name = match group {
        Some(group) => format!("{kind}, {}", language.group_people(group)),
        None => kind.to_owned(),
    };
    let told = Told { unit: true, usual: default.is_some(), ..Told::default() };
    html! {
        <Slider lever={setting.name()} {name} {long_name} unit={language.unit(unit)}
            note={note(props, lever, unit, value)} language={*language} {value} {scale} {told}
            disabled={!off.is_empty()} {onchange} {onreset} />
    }
}

/// What moves a lever to a number, and back to as it is today.
#[hook]
pub fn use_moves(key: Key, store: &UseReducerDispatcher<State>) -> (Callback<f64>, Callback<()>) {
    // The same callbacks at every move: a slider whose figures stay is not rendered again.
    let asked = (store.clone(), key);
    let onchange = use_callback(asked.clone(), |value: f64, (store, key)| {
        store.dispatch(Action::Set(*key, digits::write(value)));
    });
    let onreset = use_callback(asked, |(), (store, key)| store.dispatch(Action::Set(*key, usual(*key))));
    (onchange, onreset)
}

/// Where a lever stands while nobody moves it, as links have it.
fn usual(key: Key) -> String {
    let kind = match key {
        Key::Lever(lever, _) => Some(LEVERS[lever].kind),
        _ => None,
    };
    match kind {
        Some(LeverKind::Number { default: Some(value), .. }) => digits::write(value),
        _ => TODAY.to_owned(),
    }
}

/// Why it cannot be moved, or what it does; of a group's own lever the heading says that for all.
fn note(props: &NumberLeverProps, lever: usize, unit: &str, value: f64) -> String {
    let NumberLeverProps { setting, language, off, .. } = props;
    let help = match setting {
        Key::Lever(_, Some(_)) => "",
        _ => language.lever_help(lever),
    };
    match unit {
        _ if !off.is_empty() => off.to_string(),
        "months" if value >= 12.0 => format!("{} · {help}", language.years(value as usize)),
        _ => help.to_owned(),
    }
}
