//! From a figure to the assumptions behind it.

use yew::prelude::*;

use crate::model::tables::Parameter;
use crate::page::state::{Action, State};
use crate::scenario::{Scenario, assumed};
use crate::words::text::{Language, Text, fill};

/// A way to the row of an assumption.
pub fn trace(parameter: Parameter, name: String, store: &UseReducerDispatcher<State>) -> Html {
    let key = parameter.spec().key;
    let store = store.clone();
    let onclick = move |_| store.dispatch(Action::Trace(format!("assumption.{key}").into()));
    html! { <button type="button" class="link" data-trace={key} {onclick}>{ name }</button> }
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
            { trace(*first, name, store) }
        </span>
    }
}
