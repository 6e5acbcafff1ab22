//! The levers that are a step away, and what the evidence dial would have to stand at.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::choice::choice_lever;
use super::number::{Placed, number_lever};
use crate::model::tables::{LEVER_GROUPS, LEVERS, LeverKind, Need};
use crate::page::parts::choice::Switch;
use crate::page::questions::answers::Answered;
use crate::page::questions::asked::{Answer, Question, Told, use_answer};
use crate::page::state::{Action, State};
use crate::scenario::keys::{Key, OFF, ON};
use crate::scenario::{Scenario, digits, published, reach};
use crate::words::text::{Language, Text, fill};
use crate::words::why_not;

#[derive(Properties, PartialEq)]
pub struct RestProps {
    /// Place in [`LEVER_GROUPS`].
    pub group: usize,
    pub summary: Html,
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
    let others = (0..LEVERS.len()).filter(|&lever| LEVERS[lever].group == props.group && !LEVERS[lever].main);
    html! {
        <details class="lever-rest" data-opens="" open={asked_for} {ontoggle}>
            <summary data-asked={name}>{ props.summary.clone() }</summary>
            <div>{ for others.filter(|_| open).map(|lever| self::lever(props, lever)) }</div>
        </details>
    }
}

/// Whether a part is open, and what keeps count of it.
#[hook]
fn use_open(at_first: bool) -> (bool, Callback<Event>) {
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
    let mut keys = reach::keys_of(scenario, lever).filter(may).peekable();
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
fn control(props: &RestProps, setting: Key) -> Html {
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

#[derive(Properties, PartialEq)]
pub struct RequiredProps {
    pub scenario: Rc<Scenario>,
    pub language: Language,
    pub store: UseReducerDispatcher<State>,
    /// Whether it was asked for when the page was opened.
    pub open: bool,
}

/// Where the dial would have to stand: for each group's plan to break even, and for a case to come true.
#[component]
pub fn Required(props: &RequiredProps) -> Html {
    let RequiredProps { scenario, language, store, .. } = props;
    let (open, ontoggle) = use_open(props.open);
    let asked = use_answer(scenario, open.then_some(Question::Dial(scenario.policy.horizon)));
    // What a case would take depends on the case alone.
    let case = use_memo((open, scenario.case_index(), *language), |&(open, case, language)| {
        case.filter(|_| open).map(|case| case_lines(language, case)).unwrap_or_default()
    });
    let answer = |told: &Told| match &told.answer {
        Answer::Dial(dials) => Answered { language: *language, told, store }.dials(dials),
        _ => html! { <div></div> },
    };
    html! {
        <details class="lever-rest" data-opens="" open={props.open} {ontoggle}>
            <summary data-asked="dial">{ language.text(Text::DialRequired) }</summary>
            <div class="answer" aria-busy={asked.busy.to_string()}>
                <p class="lever-note">{ language.text(Text::AskDialHelp) }</p>
                { for case.iter().enumerate().map(|(place, line)| html! { <p key={place}>{ line }</p> }) }
                <div>{ asked.told.as_deref().filter(|_| open).map(answer).unwrap_or_default() }</div>
            </div>
        </details>
    }
}

/// What the dial would have to be for the published figures of a case.
fn case_lines(language: Language, case: usize) -> Vec<String> {
    let notes = language.published_notes(case).iter();
    let line = |(compared, note): (Option<published::Comparison>, &&str)| {
        let compared = compared?;
        let percent = compared.agrees_at.map(|at| language.percent(at)).unwrap_or_default();
        let text = if compared.agrees_at.is_some() { Text::LeverCaseAt } else { Text::LeverCaseNowhere };
        Some(fill(language.text(text), &[("note", note.trim_end_matches('.')), ("percent", &percent)]))
    };
    published::compare(case).into_iter().zip(notes).filter_map(line).collect()
}
