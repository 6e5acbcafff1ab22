//! What a visitor can move: caseloads, the budget cap, how far ahead.

use std::rc::Rc;

use yew::prelude::*;

use super::begin::Begin;
use crate::model::policy::Rule;
use crate::model::tables::{GROUP_COUNT, GROUPS, LEVERS, LeverKind, parameter as p};
#[cfg(not(feature = "more"))]
use crate::page::later::Closed;
#[cfg(feature = "more")]
use crate::page::own::Own;
use crate::page::parts::choice::{Choice, Option as Listed};
use crate::page::parts::slider::{Scale, Slider};
use crate::page::state::{Action, Shown, State};
use crate::scenario::keys::Key;
use crate::scenario::{Scenario, digits};
use crate::words::text::{Language, Text, fill};

#[derive(Properties, PartialEq)]
pub struct LeversProps {
    pub state: State,
    pub store: UseReducerDispatcher<State>,
}

/// All levers of the page.
#[component]
pub fn Levers(props: &LeversProps) -> Html {
    let State { scenario, language, outcome, .. } = &props.state;
    let say = |text| language.text(text);
    let store = props.store.clone();
    let reset = move |_| store.dispatch(Action::Reset);
    let caseload = |group: usize| {
        html! { <Caseload key={GROUPS[group].id} {group} scenario={scenario.clone()} language={*language}
        outcome={outcome.clone()} store={props.store.clone()} /> }
    };
    html! {
        <div class="lever-groups">
            <div class="lever-group">
                <Begin state={props.state.clone()} store={props.store.clone()} />
                { own(props) }
            </div>
            <div class="lever-group">
                <h2>{ say(Text::LeverGroupStaff) }</h2>
                <p class="lever-note">{ say(Text::ExploreMarks) }</p>
                { for (0..GROUP_COUNT).filter(|&group| scenario.place.stock[group] > 0.0).map(caseload) }
            </div>
            <div class="lever-group">
                <h2>{ say(Text::LeverGroupBudget) }</h2>
                { rule(props) }
                <div class="lever-more">
                    { for rule_levers(scenario.policy.rule).iter().map(|key| number(props, key)) }
                </div>
            </div>
            <div class="lever-group">
                <h2>{ say(Text::LeverGroupTime) }</h2>
                { number(props, "horizon") }
            </div>
            <p class="lever-actions">
                <button type="button" class="button" onclick={reset}>{ say(Text::ExploreReset) }</button>
            </p>
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

/// The levers that a rule asks for.
fn rule_levers(rule: Rule) -> &'static [&'static str] {
    match rule {
        Rule::None => &[],
        Rule::Ceiling => &["room"],
        Rule::SelfFinancing => &["room", "reinvest", "ahead"],
        Rule::OneFrame => &["room", "ahead"],
        Rule::StateGrant => &["room", "grant"],
    }
}

fn rule(props: &LeversProps) -> Html {
    let State { scenario, language, .. } = &props.state;
    let Some((key, index)) = lever("rule") else { return Html::default() };
    let LeverKind::Choice { options, .. } = LEVERS[index].kind else { return Html::default() };
    let names = language.option_names(index);
    let options =
        options.iter().zip(names).map(|(word, name)| Listed { word: (*word).into(), name: (*name).into() });
    let store = props.store.clone();
    let onchange = move |word| store.dispatch(Action::Set(key, word));
    html! {
        <Choice lever="rule" name={language.lever_name(index)} options={options.collect::<Vec<_>>()}
            value={key.text(scenario)} {onchange} />
    }
}

fn lever(name: &str) -> std::option::Option<(Key, usize)> {
    match Key::parse(name)? {
        key @ Key::Lever(index, _) => Some((key, index)),
        _ => None,
    }
}

/// A lever that is a plain number, as its data file describes it.
fn number(props: &LeversProps, name: &'static str) -> Html {
    let State { scenario, language, .. } = &props.state;
    let Some((key, index)) = lever(name) else { return Html::default() };
    let LeverKind::Number { unit, min, max, step, usual, .. } = LEVERS[index].kind else {
        return Html::default();
    };
    let set = setter(&props.store, key);
    let reset = {
        let (store, before) = (props.store.clone(), key.text(&scenario.unmoved()));
        move |()| store.dispatch(Action::Set(key, before.clone()))
    };
    let scale =
        Scale { min: usual[0], max: usual[1], step, bounds: [min, max], today: None, guideline: None };
    // A lever that stands as today stands at the place's own figure.
    let value = digits::read(&key.text(scenario)).unwrap_or(scenario.place.room);
    let name_text = language.lever_name(index);
    let note = match unit {
        "months" => language.years(value as usize),
        _ => language.lever_help(index).to_owned(),
    };
    html! {
        <Slider key={name} lever={name} name={name_text} long_name={name_text} unit={language.unit(unit)}
            {note} language={*language} {value} {scale} onchange={set}
            onreset={reset} />
    }
}

fn setter(store: &UseReducerDispatcher<State>, key: Key) -> Callback<f64> {
    let store = store.clone();
    Callback::from(move |value: f64| store.dispatch(Action::Set(key, digits::write(value))))
}

#[derive(Properties, PartialEq)]
struct CaseloadProps {
    group: usize,
    scenario: Rc<Scenario>,
    language: Language,
    outcome: Shown,
    store: UseReducerDispatcher<State>,
}

/// The caseload of one group, with its caseworkers.
#[component]
fn Caseload(props: &CaseloadProps) -> Html {
    let CaseloadProps { group, scenario, language, .. } = props;
    // The same callbacks at every move: a slider whose figures stay is not rendered again.
    let asked = (props.store.clone(), *group);
    let onchange = use_callback(asked.clone(), |value: f64, (store, group)| {
        set_caseload(store, *group, digits::write(value));
    });
    let onreset = use_callback(asked, |(), (store, group)| set_caseload(store, *group, AS_TODAY.to_owned()));
    let Some((key, index)) = lever(&format!("caseload.{}", GROUPS[*group].id)) else {
        return html! { <div></div> };
    };
    let LeverKind::Number { unit, min, max, step, usual, .. } = LEVERS[index].kind else {
        return html! { <div></div> };
    };
    let today = scenario.place.caseload_today(*group, &scenario.parameters);
    let value = scenario.policy.caseload[*group].unwrap_or(today);
    let scale = Scale {
        min: usual[0],
        max: usual[1],
        step,
        bounds: [min, max],
        today: Some(today),
        guideline: GROUPS[*group].guideline,
    };
    let long_name = fill(language.text(Text::ExploreCaseloadOf), &[("group", language.group_people(*group))]);
    html! {
        <Slider lever={key.name()} name={language.group_name(*group)} {long_name} unit={language.unit(unit)}
            note={note(props)} language={*language} {value} {scale} {onchange} {onreset} />
    }
}

fn set_caseload(store: &UseReducerDispatcher<State>, group: usize, value: String) {
    if let Some((key, _)) = lever(&format!("caseload.{}", GROUPS[group].id)) {
        store.dispatch(Action::Set(key, value));
    }
}

/// The word of a caseload lever that stands as today.
const AS_TODAY: &str = "today";

/// How many citizens and caseworkers that is, and how long each statutory talk can be.
fn note(props: &CaseloadProps) -> String {
    let (language, outcome) = (props.language, &props.outcome.0);
    let say = |text, values: &[(&str, &str)]| fill(language.text(text), values);
    let after_a_year = (outcome.start + 12).min(outcome.scenario.months.len() - 1);
    let before = &outcome.baseline.months[0].groups[props.group];
    let first = &outcome.scenario.months[outcome.start].groups[props.group];
    let then = &outcome.scenario.months[after_a_year].groups[props.group];
    let stock = say(Text::ExploreStockOf, &[("value", &language.persons(before.stock))]);
    let (from, to) = (language.posts(before.staff), language.posts(first.posts));
    let posts = match from == to {
        true => say(Text::ExploreCaseworkersSame, &[("from", &from)]),
        false => say(Text::ExploreCaseworkers, &[("from", &from), ("to", &to)]),
    };
    let minutes = language.persons(then.minutes_per_talk);
    let minutes = say(Text::ExploreMinutes, &[("minutes", &minutes)]);
    let studied = [p::STUDIED_LOW, p::STUDIED_HIGH].map(|end| props.scenario.parameters[end]);
    let [low, high] = studied.map(|end| language.plain(end));
    let warning = match (studied[0]..=studied[1]).contains(&then.caseload) {
        true => String::new(),
        false => format!(" · {}", say(Text::ExploreStudied, &[("low", &low), ("high", &high)])),
    };
    format!("{stock} · {posts} · {minutes}{warning}")
}
