//! What a link said that could not be used, and what could not be fetched.

use std::rc::Rc;

use yew::prelude::*;

use crate::page::state::{Action, State};
use crate::scenario::link::Problem;
use crate::words::notice;
use crate::words::text::{Language, Text, fill};

#[derive(Properties, PartialEq)]
pub struct NoticeProps {
    pub language: Language,
    pub problems: Rc<[Problem]>,
    pub missing: Option<Language>,
    pub lost: bool,
    /// Whether the figures were others when the link was made.
    pub changed: bool,
    pub store: UseReducerDispatcher<State>,
}

/// One line for each part that was left out, until the visitor closes it.
#[component]
pub fn Notice(props: &NoticeProps) -> Html {
    let say = |text| props.language.text(text);
    let store = props.store.clone();
    let close = move |_| store.dispatch(Action::Dismiss);
    let line = |(i, problem): (usize, &Problem)| {
        html! { <li key={i}>{ notice::problem(props.language, problem) }</li> }
    };
    let missing =
        props.missing.map(|language| fill(say(Text::MessageNotLoaded), &[("language", language.name())]));
    let missing = missing.or_else(|| props.lost.then(|| say(Text::MessageLost).to_owned()));
    let changed = props.changed.then(|| say(Text::MessageChanged));
    let nothing = props.problems.is_empty();
    html! {
        <div class="message" role="status" hidden={nothing && missing.is_none() && changed.is_none()}>
            <div class="message-text" data-message="">
                <p>{ changed.unwrap_or_default() }</p>
                <p>{ missing.unwrap_or_else(|| if nothing { "" } else { say(Text::MessageIgnored) }.to_owned()) }</p>
                <ul>{ for props.problems.iter().enumerate().map(line) }</ul>
            </div>
            <button type="button" class="button" onclick={close}>{ say(Text::SiteClose) }</button>
        </div>
    }
}
