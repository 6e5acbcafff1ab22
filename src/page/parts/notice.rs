//! What a link said that could not be used.

use std::rc::Rc;

use yew::prelude::*;

use crate::page::state::{Action, State};
use crate::scenario::link::Problem;
use crate::words::notice;
use crate::words::text::{Language, Text};

#[derive(Properties, PartialEq)]
pub struct NoticeProps {
    pub language: Language,
    pub problems: Rc<[Problem]>,
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
    html! {
        <div class="message" role="status" hidden={props.problems.is_empty()}>
            <div class="message-text" data-message="">
                <p>{ if props.problems.is_empty() { "" } else { say(Text::MessageIgnored) } }</p>
                <ul>{ for props.problems.iter().enumerate().map(line) }</ul>
            </div>
            <button type="button" class="button" onclick={close}>{ say(Text::SiteClose) }</button>
        </div>
    }
}
