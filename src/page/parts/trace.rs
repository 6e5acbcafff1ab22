//! From a figure to the assumptions behind it.

use yew::prelude::*;

use crate::model::tables::Parameter;
use crate::page::state::{Action, State};
use crate::scenario::{Scenario, assumed};
use crate::words::text::{Language, Text, fill};

#[derive(Properties, PartialEq)]
pub struct TraceProps {
    pub parameter: Parameter,
    pub name: AttrValue,
    pub store: UseReducerDispatcher<State>,
}

/// A way to the row of an assumption.
#[component]
pub fn Trace(props: &TraceProps) -> Html {
    let key = props.parameter.spec().key;
    let store = props.store.clone();
    let onclick = move |_| store.dispatch(Action::Trace(format!("assumption.{key}").into()));
    html! { <button type="button" class="link" data-trace={key} {onclick}>{ props.name.clone() }</button> }
}

/// That assumptions behind a headline are changed, with the way to the first of them.
pub fn changed(
    figure: &str,
    language: Language,
    scenario: &Scenario,
    store: &UseReducerDispatcher<State>,
) -> Html {
    let changed = assumed::changed_of(figure, scenario);
    let Some(first) = changed.first() else { return html! { <span></span> } };
    let name = match changed.len() {
        1 => language.text(Text::HeadlineChanged).to_owned(),
        more => fill(language.text(Text::HeadlineChangedMany), &[("count", &more.to_string())]),
    };
    html! {
        <span class="mark" data-changed-of={figure.to_owned()}>
            <Trace parameter={*first} {name} store={store.clone()} />
        </span>
    }
}
