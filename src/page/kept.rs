//! The scenario in hand is kept for the next visit, and offered then.

use std::rc::Rc;

use yew::prelude::*;

use super::state::{Action, State};
use super::store::{self, LAST, Unkept};
use crate::scenario::{Scenario, check, link, stored};
use crate::words::text::{Language, Text};

/// With what was last in hand on offer, where the address asks for nothing.
pub fn with_offer(state: State, fragment: &str) -> State {
    if !fragment.is_empty() {
        return state;
    }
    let last = store::find(LAST).map(|text| text.map(|text| stored::read_last(&text).map(str::to_owned)));
    match last {
        Ok(Some(Ok(last))) if link::read(&last).scenario != Scenario::default() => {
            State { offer: Some(last.into()), ..state }
        }
        Ok(Some(Err(why))) => State { unkept: Some(why.into()), ..state },
        // Where nothing can be kept, that is told when something is to be.
        _ => state,
    }
}

/// Keeps the scenario whenever it rests, once the visitor has changed something.
#[hook]
pub fn use_kept(state: &UseReducerHandle<State>) {
    let store = state.dispatcher();
    let settled = state.resting
        && state.steps.are_there().contains(&true)
        && Rc::ptr_eq(&state.scenario, &state.computed);
    let outcome = state.outcome.clone();
    // What this tab has kept, by the module before this one too; what is on offer is for it to take up or to write over.
    let own = use_mut_ref(|| match cfg!(feature = "more") && state.steps.are_there().contains(&true) {
        true => check::signed(&link::write(&state.scenario), &state.outcome.0),
        false => state.offer.as_deref().unwrap_or_default().to_owned(),
    });
    use_effect_with(settled.then(|| state.scenario.clone()), move |settled| {
        let Some(scenario) = settled else { return };
        let link = check::signed(&link::write(scenario), &outcome.0);
        let before = store::find(LAST).ok().flatten().unwrap_or_default();
        let text = [&*stored::write([&*link]), "\n", stored::read_other(&before, &own.borrow())].concat();
        if let Err(why) = store::keep(LAST, Some(&text)) {
            store.dispatch(Action::Unkept(why));
        }
        own.replace(link);
    });
}

#[derive(Properties, PartialEq)]
pub struct OfferProps {
    pub language: Language,
    pub offered: bool,
    pub store: UseReducerDispatcher<State>,
}

/// A quiet line: go on where you stopped, or forget it.
#[component]
pub fn Offer(props: &OfferProps) -> Html {
    let say = |text| props.language.text(text);
    let answer = |resume: bool| {
        let store = props.store.clone();
        move |_| {
            if !resume {
                // What another tab had in hand is offered next time. Where it cannot be forgotten it could not have been kept.
                let before = store::find(LAST).ok().flatten().unwrap_or_default();
                let other = before.splitn(3, '\n').nth(2).filter(|other| !other.is_empty());
                let _ = store::keep(LAST, other.map(|other| stored::write([other])).as_deref());
            }
            store.dispatch(Action::Resume(resume));
        }
    };
    html! {
        <p class="offer" hidden={!props.offered}>
            <button type="button" class="button" data-offer="resume" onclick={answer(true)}>{ say(Text::KeptResume) }</button>
            <button type="button" class="button" data-offer="forget" onclick={answer(false)}>{ say(Text::KeptForget) }</button>
        </p>
    }
}

/// Why this browser keeps nothing.
pub fn unkept(language: Language, why: Option<Unkept>) -> &'static str {
    match why {
        Some(Unkept::Refused) => language.text(Text::KeptRefused),
        Some(Unkept::Newer) => language.text(Text::KeptNewer),
        Some(Unkept::Broken) => language.text(Text::KeptBroken),
        None => "",
    }
}
