//! What a visitor has changed, and the way back from it.

use std::rc::Rc;

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::said;
use crate::model::parameters::Parameters;
use crate::model::tables::Parameter;
use crate::page::state::{Action, State};
use crate::scenario::keys::Key;
use crate::scenario::{Scenario, assumed, digits};
use crate::words::figure;
use crate::words::text::{Language, Text, fill};

#[derive(Properties, PartialEq)]
pub struct ChangedProps {
    pub scenario: Rc<Scenario>,
    pub language: Language,
    pub store: UseReducerDispatcher<State>,
    /// A row is to be seen, whatever is searched for.
    pub onshow: Callback<()>,
}

/// The list; where nothing is changed there is nothing to see.
#[component]
pub fn Changed(props: &ChangedProps) -> Html {
    let ChangedProps { scenario, language, store, .. } = props;
    let changed: Vec<Parameter> = assumed::changed(scenario).collect();
    let all_back = {
        let (store, scenario) = (store.clone(), scenario.clone());
        move |_| {
            // At once, and not one after the other: each would be computed.
            let mut before = (*scenario).clone();
            before.parameters = Parameters::under(before.law());
            store.dispatch(Action::Adopt(Box::new(before)));
        }
    };
    html! {
        <section class="changed-list" data-changed={changed.len().to_string()} hidden={changed.is_empty()}
            aria-labelledby="changed-title">
            <h2 id="changed-title">{ language.text(Text::EvidenceChangedTitle) }</h2>
            <ul>{ for changed.iter().map(|parameter| line(props, *parameter)) }</ul>
            <button type="button" class="button" data-back-all="" onclick={all_back}>
                { language.text(Text::EvidenceBackAll) }
            </button>
        </section>
    }
}

fn line(props: &ChangedProps, parameter: Parameter) -> Html {
    let (language, key) = (props.language, parameter.spec().key);
    let law = props.scenario.law();
    let value = figure::at(language, parameter, props.scenario.parameters[parameter]);
    let central = figure::central(language, parameter, law);
    let name = language.parameter_name(parameter);
    let values = [("name", &*name), ("value", &*value), ("central", &*central)];
    let onshow = {
        let onshow = props.onshow.clone();
        move |_| {
            onshow.emit(());
            show_row(key);
        }
    };
    let onback = {
        let store = props.store.clone();
        move |_| {
            let central = digits::write(parameter.figure(law).central);
            store.dispatch(Action::Set(Key::Parameter(parameter), central));
        }
    };
    html! {
        <li {key}>
            <button type="button" class="link" onclick={onshow}>
                { fill(language.text(Text::EvidenceChangedRow), &values) }
            </button>
            <button type="button" class="button" aria-label={said(language, Text::EvidenceBackTo, &name, &central)}
                onclick={onback}>
                { said(language, Text::EvidenceBack, &name, &central) }
            </button>
        </li>
    }
}

/// Brings a row into sight, with the focus on its field: that is seen even where the search is only just taken back.
fn show_row(key: &str) {
    let field = document().get_element_by_id(&format!("value-{key}"));
    let Some(field) = field.and_then(|found| found.dyn_into::<HtmlElement>().ok()) else { return };
    if let Ok(Some(row)) = field.closest("tr") {
        let _ = row.remove_attribute("hidden");
        row.scroll_into_view();
    }
    let _ = field.focus();
}
