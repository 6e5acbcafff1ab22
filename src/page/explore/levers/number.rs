//! A lever that is a number, as its data file describes it.

use yew::prelude::*;

use crate::model::tables::{LEVERS, LeverKind};
use crate::page::parts::slider::{Scale, Slider, Told};
use crate::page::state::State;
use crate::questions::setting::{Setting, as_today, present};
use crate::scenario::keys::{Key, TODAY};
use crate::scenario::{Scenario, digits, reach};
use crate::words::text::Language;

/// A lever, and what it stands in.
#[derive(Clone)]
pub struct Placed<'a> {
    pub setting: Key,
    pub scenario: &'a Scenario,
    pub language: Language,
    pub store: &'a UseReducerDispatcher<State>,
    /// Why it cannot be moved as things stand; empty where it can.
    pub off: AttrValue,
}

/// A slider of its own range, with the way back to where it stands while nobody moves it.
pub fn number_lever(placed: &Placed) -> Html {
    let Placed { setting, scenario, language, store, off } = placed;
    let Key::Lever(lever, group) = *setting else { return html! { <div key={setting.name()}></div> } };
    let (Some(range), LeverKind::Number { unit, min, max, default, word, instead, .. }) =
        (reach::range(scenario, lever), LEVERS[lever].kind)
    else {
        return html! { <div key={setting.name()}></div> };
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
        <Slider key={setting.name()} setting={*setting} home={home(*setting)} {name} {long_name} unit={language.unit(unit)}
            note={note(placed, lever, unit, value)} language={*language} {value} {scale} {told}
            disabled={!off.is_empty()} store={(*store).clone()} />
    }
}

/// Where a lever stands while nobody moves it, as links have it.
pub fn home(key: Key) -> String {
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
fn note(placed: &Placed, lever: usize, unit: &str, value: f64) -> String {
    let Placed { setting, language, off, .. } = placed;
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
