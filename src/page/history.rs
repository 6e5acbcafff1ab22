//! Undo and redo: two buttons, and the keys that everybody knows.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use super::state::{Action, State};
use crate::words::text::{Language, Text};

/// Fields where the browser itself takes back what was typed.
const TYPED: &str = "input[type=text],input[type=number],input[type=search],textarea";

/// Ctrl or Cmd with Z takes back; with Shift as well, or with Y, does again.
#[hook]
pub fn use_undo_keys(state: &UseReducerHandle<State>) {
    let store = state.dispatcher();
    use_effect_with((), move |()| {
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&window(), "keydown", options, move |event| {
            if let Some(action) = event.dyn_ref::<KeyboardEvent>().and_then(asked) {
                event.prevent_default();
                store.dispatch(action);
            }
        });
        move || drop(listener)
    });
}

fn asked(event: &KeyboardEvent) -> Option<Action> {
    let typed = |target: web_sys::EventTarget| {
        target.dyn_ref::<Element>().is_some_and(|element| element.matches(TYPED).unwrap_or(false))
    };
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || event.target().is_some_and(typed) {
        return None;
    }
    match (event.key().as_str(), event.shift_key()) {
        ("z", false) => Some(Action::Undo),
        ("z" | "Z", true) | ("y", false) => Some(Action::Redo),
        _ => None,
    }
}

#[derive(Properties, PartialEq)]
pub struct StepsProps {
    pub language: Language,
    /// Whether a step can be taken back, and whether one can be done again.
    pub are_there: [bool; 2],
    pub store: UseReducerDispatcher<State>,
}

/// The two buttons. They stay where the focus is when there is nothing left to do.
#[component]
pub fn StepButtons(props: &StepsProps) -> Html {
    let button = |back: bool| {
        let store = props.store.clone();
        let onclick = move |_| store.dispatch(if back { Action::Undo } else { Action::Redo });
        let (name, text, keys) = match back {
            true => ("undo", Text::KeptUndo, "Control+Z Meta+Z"),
            false => ("redo", Text::KeptRedo, "Control+Shift+Z Meta+Shift+Z Control+Y"),
        };
        let label = props.language.text(text);
        let nothing = !props.are_there[usize::from(!back)];
        // The arrow forward is the arrow back in a mirror.
        let turned = (!back).then_some("matrix(-1 0 0 1 24 0)");
        html! {
            <button key={name} type="button" class="button step" data-step={name} aria-label={label} title={label}
                aria-keyshortcuts={keys} aria-disabled={nothing.to_string()} {onclick}>
                <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
                    <path transform={turned} d="M9 5L4 10l5 5M4 10h10a5 5 0 0 1 0 10h-3" fill="none"
                        stroke="currentColor" stroke-width="2" />
                </svg>
            </button>
        }
    };
    html! { <div class="steps">{ button(true) }{ button(false) }</div> }
}
