//! A field for a number, typed as the visitor's language writes it.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::scenario::keys::Expected;
use crate::words::notice;
use crate::words::text::{Language, Text, fill};

/// A longer number needs a wider field.
const SHORT: usize = 5;

#[derive(Properties, PartialEq)]
pub struct NumberFieldProps {
    pub id: AttrValue,
    pub label: AttrValue,
    pub language: Language,
    pub value: f64,
    pub min: f64,
    pub max: f64,
    /// The value as it is shown; empty: to two decimals.
    #[prop_or_default]
    pub shown: AttrValue,
    /// Whether it cannot be changed as things stand.
    #[prop_or_default]
    pub disabled: bool,
    pub onchange: Callback<f64>,
}

/// Shows the value; keeps what is being typed until it is left or Enter is pressed, and says what is accepted
/// where it is no number within bounds.
#[component]
pub fn NumberField(props: &NumberFieldProps) -> Html {
    let draft = use_state(|| None::<String>);
    let refused = use_state(|| None::<String>);
    let oninput = {
        let draft = draft.setter();
        move |event: InputEvent| draft.set(Some(typed(&event)))
    };
    let commit = {
        let (draft, refused) = (draft.clone(), refused.setter());
        let (language, min, max) = (props.language, props.min, props.max);
        let onchange = props.onchange.clone();
        Callback::from(move |()| {
            let Some(text) = (*draft).clone() else { return };
            draft.set(None);
            match language.style().parse(&text).filter(|value| (min..=max).contains(value)) {
                Some(value) => {
                    refused.set(None);
                    onchange.emit(value);
                }
                None => {
                    let accepted = Expected::Number { min, max, whole: false, word: None };
                    let expected = notice::expected(language, &accepted);
                    let values = [("value", &*text), ("expected", &*expected)];
                    refused.set(Some(fill(language.text(Text::MessageBadNumber), &values)));
                }
            }
        })
    };
    let onkeydown = {
        let (commit, draft, refused) = (commit.clone(), draft.setter(), refused.setter());
        move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" => commit.emit(()),
            "Escape" => {
                draft.set(None);
                refused.set(None);
            }
            _ => {}
        }
    };
    let shown = (*draft).clone().unwrap_or_else(|| match &*props.shown {
        "" => props.language.plain(props.value),
        shown => shown.to_owned(),
    });
    let long = shown.len() > SHORT;
    // A telephone's keys for decimals have no minus.
    let keys = if props.min < 0.0 { "text" } else { "decimal" };
    let problem_id = format!("{}-problem", props.id);
    html! {
        <span class="number-field">
            <input type="text" inputmode={keys} autocomplete="off" class="lever-number" data-long={long.then_some("")} id={props.id.clone()}
                aria-label={props.label.clone()} aria-describedby={problem_id.clone()}
                aria-invalid={refused.is_some().to_string()}
                value={shown} disabled={props.disabled} {oninput} onblur={commit.reform(|_| ())} {onkeydown} />
            <span class="lever-problem" id={problem_id} role="alert">{ (*refused).clone().unwrap_or_default() }</span>
        </span>
    }
}

fn typed(event: &InputEvent) -> String {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    field.map(|field| field.value()).unwrap_or_default()
}
