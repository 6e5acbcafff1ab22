//! A lever that is a number, as its data file describes it.

use yew::prelude::*;

use crate::model::tables::{LEVERS, LeverKind};
use crate::page::parts::slider::{Scale, Slider, Told};
use crate::page::state::State;
use crate::questions::setting::{Setting, present, today};
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

/// What is said of a slider beside its figures.
pub struct Look {
    pub name: &'static str,
    /// Its whole name where `name` alone is not enough out of context.
    pub long_name: String,
    pub note: String,
    pub told: Told,
    /// A range that is shaded.
    pub guideline: Option<[f64; 2]>,
}

/// A slider of its own range, with the way back to where it stands while nobody moves it.
pub fn slider(placed: &Placed, look: Look) -> Html {
    let Placed { setting, scenario, language, store, off } = placed;
    let Key::Lever(lever, group) = *setting else { return html! { <div key={setting.name()}></div> } };
    let (Some(range), LeverKind::Number { unit, min, max, default, word, .. }) =
        (reach::range(scenario, lever), LEVERS[lever].kind)
    else {
        return html! { <div key={setting.name()}></div> };
    };
    let scale = Scale {
        min: range.min,
        max: range.max,
        step: range.step,
        bounds: [min, max],
        // Where a word is usual, the switch of that word leads back to it.
        today: match word {
            Some(_) => default,
            None => Some(default.unwrap_or_else(|| today(LEVERS[lever].key, group.unwrap_or(0), scenario))),
        },
        guideline: look.guideline,
    };
    html! {
        <Slider key={setting.name()} setting={*setting} home={home(*setting)} name={look.name}
            long_name={look.long_name} unit={language.unit(unit)} note={look.note} language={*language}
            value={value(*setting, scenario)} {scale} told={look.told} disabled={!off.is_empty()}
            store={(*store).clone()} />
    }
}

/// A lever that its data file describes well enough.
pub fn number_lever(placed: &Placed) -> Html {
    let Placed { setting, language, scenario, .. } = placed;
    let Key::Lever(lever, group) = *setting else { return html! { <div key={setting.name()}></div> } };
    let law = scenario.law();
    let usual = matches!(LEVERS[lever].kind, LeverKind::Number { default: Some(_), .. });
    let kind = language.lever_name(lever);
    let look = Look {
        name: group.map_or(kind, |group| language.group_name_under(group, law)),
        long_name: match group {
            Some(group) => format!("{kind}, {}", language.group_people_under(group, law)),
            None => kind.to_owned(),
        },
        note: note(placed, lever),
        told: Told { unit: true, usual, ..Told::default() },
        guideline: None,
    };
    slider(placed, look)
}

/// Where a lever stands; of one that stands at a word, the number that takes its place.
pub fn value(key: Key, scenario: &Scenario) -> f64 {
    let instead = match key {
        Key::Lever(lever, _) => match LEVERS[lever].kind {
            LeverKind::Number { instead, .. } => instead,
            _ => 0.0,
        },
        _ => 0.0,
    };
    match present(key, scenario) {
        Setting::Number(value) => value,
        Setting::Word(_) => instead,
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
fn note(placed: &Placed, lever: usize) -> String {
    let Placed { setting, language, off, .. } = placed;
    let help = match setting {
        Key::Lever(_, Some(_)) => "",
        _ => language.lever_help(lever),
    };
    let months = match LEVERS[lever].kind {
        LeverKind::Number { unit: "months", .. } => value(*setting, placed.scenario),
        _ => 0.0,
    };
    match () {
        () if !off.is_empty() => off.to_string(),
        () if months >= 12.0 => format!("{} · {help}", language.years(months as usize)),
        () => help.to_owned(),
    }
}
