//! All that is changed from the place as it is today, each with a way back.

use std::rc::Rc;

use yew::prelude::*;

use super::pins::opened;
use super::state::{Action, State};
use crate::questions::setting::moved;
use crate::scenario::Scenario;
use crate::scenario::keys::Key;
use crate::words::pins::at;
use crate::words::question;
use crate::words::text::{Language, Text, fill};

#[derive(Properties, PartialEq)]
pub struct DiffersProps {
    pub language: Language,
    pub scenario: Rc<Scenario>,
    /// What it differs from.
    pub baseline: Rc<Scenario>,
    pub store: UseReducerDispatcher<State>,
}

/// The list, made only while it is open.
#[component]
pub fn Differs(props: &DiffersProps) -> Html {
    let language = props.language;
    let say = |text| language.text(text);
    let open = use_state_eq(|| false);
    let ontoggle = {
        let open = open.setter();
        move |event: Event| open.set(opened(&event))
    };
    let keys = if *open { moved(&props.scenario, &props.baseline) } else { Vec::new() };
    let nothing = if *open && keys.is_empty() { say(Text::DiffersNone) } else { "" };
    html! {
        <details class="differs" {ontoggle}>
            <summary data-differs="">{ say(Text::DiffersTitle) }</summary>
            <p>{ nothing }</p>
            <div class="table" hidden={keys.is_empty()} tabindex="0" role="group" aria-label={say(Text::DiffersTitle)}>
                <table>
                    <thead><tr>
                        <th scope="col">{ say(Text::DiffersWhat) }</th>
                        <th scope="col">{ say(Text::DiffersToday) }</th>
                        <th scope="col">{ say(Text::DiffersSet) }</th>
                        <td></td>
                    </tr></thead>
                    <tbody>{ for keys.into_iter().map(|key| row(props, key)) }</tbody>
                </table>
            </div>
        </details>
    }
}

fn row(props: &DiffersProps, key: Key) -> Html {
    let language = props.language;
    let (name, today) = (question::name(language, key), at(language, key, &props.baseline));
    let onclick = {
        let (store, back) = (props.store.clone(), key.text(&props.baseline));
        move |_| store.dispatch(Action::Set(key, back.clone()))
    };
    let label = fill(language.text(Text::DiffersBackOf), &[("name", &name), ("value", &today)]);
    html! {
        <tr key={key.name()} data-differs={key.name()}>
            <th scope="row">{ name }</th>
            <td>{ today }</td>
            <td>{ at(language, key, &props.scenario) }</td>
            <td><button type="button" class="button" aria-label={label} {onclick}>{ language.text(Text::DiffersBack) }</button></td>
        </tr>
    }
}
