//! What a team does on its phone.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::Asked;
use crate::page::explore::{control, copy};
use crate::page::state::{Action, State};
use crate::page::teams::Picture;
use crate::questions::team::Found;
use crate::scenario::code::{self, MOST_TEAMS};
use crate::scenario::{digits, link};
use crate::words::text::{Language, Text, fill};
use crate::words::{sentence, team};

/// A longer code is written smaller.
const SHORT: usize = 16;

#[derive(Properties, PartialEq)]
pub struct PhoneProps {
    pub state: State,
    pub store: UseReducerDispatcher<State>,
    pub asked: Rc<Asked>,
}

/// The levers, what comes of them, and the code.
#[component]
pub fn Phone(props: &PhoneProps) -> Html {
    let PhoneProps { state, store, asked } = props;
    let say = |text| state.language.text(text);
    let code = code::write(&asked.question.base, &state.scenario, asked.number);
    let keys = asked.question.keys(&state.scenario);
    let back = {
        let (store, base) = (store.clone(), asked.question.base.clone());
        move |_| store.dispatch(Action::Take(Box::new(base.clone())))
    };
    let long = (code.len() > SHORT).then_some("");
    let label = fill(say(Text::TeamCodePicture), &[("code", &code)]);
    html! {
        <div class="team team-phone">
            <h1 class="page-title">{ say(Text::TeamYourPlan) }</h1>
            <Number language={state.language} number={asked.number} store={store.clone()} />
            { result(state, asked.question.hidden) }
            <section class="team-levers" aria-labelledby="team-move">
                <h2 id="team-move">{ say(Text::TeamMove) }</h2>
                <div>{ for keys.into_iter().map(|key| control(state, store, key)) }</div>
                <p class="lever-actions">
                    <button type="button" class="button" data-team-back="" onclick={back}>{ say(Text::TeamBack) }</button>
                </p>
            </section>
            <section class="team-bar" aria-labelledby="team-code">
                <h2 id="team-code">{ say(Text::TeamCode) }</h2>
                <p class="team-code" data-team-code="" data-long={long}>{ code.clone() }</p>
            </section>
            <div class="team-give">
                <p>{ say(Text::TeamCodeHelp) }</p>
                <Copy language={state.language} code={code.clone()} />
                <Picture text={code} {label} largest={320} />
                <p><a class="team-whole" href={format!("#{}", link::write(&state.scenario))}>{ say(Text::TeamWhole) }</a></p>
            </div>
        </div>
    }
}

/// The sentence and the headlines, unless the room is to see them first.
fn result(state: &State, hidden: bool) -> Html {
    let State { computed, outcome, bands, language, .. } = state;
    let say = |text| language.text(text);
    if hidden {
        return html! { <p key="hidden" class="team-result" data-team-hidden="">{ say(Text::TeamHidden) }</p> };
    }
    let found = Found::of(&outcome.0, &bands.0);
    let values = [Some(found.jobs.0), Some(found.net.0), found.chance];
    let names = [("jobs", Text::HeadlineJobs), ("net", Text::HeadlineNet), ("chance", Text::TeamChance)];
    let told = team::figures(*language, &found);
    let rows = names.into_iter().zip(told).zip(values).map(|(((figure, name), [told, band]), value)| {
        html! {
            <div key={figure}>
                <dt>{ say(name) }</dt>
                <dd data-figure={figure} data-value={value.map(digits::write)}>
                    { told }<span class="headline-band">{ band }</span>
                </dd>
            </div>
        }
    });
    html! {
        <section key="result" class="team-result" aria-labelledby="team-result">
            <h2 id="team-result">{ say(Text::TeamResult) }</h2>
            <p data-sentence="">{ sentence::sentences(*language, computed, &outcome.0, Some(&bands.0)).join(" ") }</p>
            <p class="chart-note">{ fill(say(Text::TeamAfter), &[("years", &language.years(found.months))]) }</p>
            <dl class="pin-figures">{ for rows }</dl>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct NumberProps {
    language: Language,
    number: Option<u8>,
    store: UseReducerDispatcher<State>,
}

/// Which team it is.
#[component]
fn Number(props: &NumberProps) -> Html {
    let say = |text| props.language.text(text);
    let store = props.store.clone();
    let onchange = move |event: Event| {
        let chosen = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
        let number = u8::try_from(chosen).ok().filter(|number| (1..=MOST_TEAMS).contains(number));
        store.dispatch(Action::Number(number));
    };
    let option = |number: u8| {
        let name = if number == 0 { say(Text::TeamNoNumber).to_owned() } else { number.to_string() };
        html! { <option key={number.to_string()} selected={props.number.unwrap_or(0) == number}>{ name }</option> }
    };
    html! {
        <div class="list team-number">
            <label for="team-number">{ say(Text::TeamNumber) }</label>
            <select id="team-number" {onchange}>{ for (0..=MOST_TEAMS).map(option) }</select>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct CopyProps {
    language: Language,
    code: String,
}

/// Puts the code where it can be pasted.
#[component]
fn Copy(props: &CopyProps) -> Html {
    let told = use_state_eq(|| None::<bool>);
    let onclick = {
        let (code, told) = (props.code.clone(), told.setter());
        move |_| {
            let (code, told) = (code.clone(), told.clone());
            spawn_local(async move { told.set(Some(copy(&code).await)) });
        }
    };
    {
        // A message about another code would mislead.
        let told = told.setter();
        use_effect_with(props.code.clone(), move |_| told.set(None));
    }
    let message = match *told {
        Some(true) => props.language.text(Text::TeamCopied),
        Some(false) => props.language.text(Text::TeamNotCopied),
        None => "",
    };
    html! {
        <p class="team-copy">
            <button type="button" class="button" data-team-copy="" {onclick}>{ props.language.text(Text::TeamCopy) }</button>
            <span role="status">{ message }</span>
        </p>
    }
}
