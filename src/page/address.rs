//! The setting in the address: read at the start and when it changes, written when the levers rest.

use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::state::{Action, State};
use crate::scenario::link;
use crate::words::text::Language;

/// The fragment of the address, without its `#`.
pub fn fragment() -> String {
    // Where the browser keeps the address from us there is nothing to read.
    let hash = window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// The fragment that brings a state back.
fn written(state: &State) -> String {
    let mut fragment = link::write(&state.scenario);
    if state.language != Language::default() {
        fragment.push_str("&lang=");
        fragment.push_str(state.language.code());
    }
    if let Some(shade) = state.shade {
        fragment.push_str("&theme=");
        fragment.push_str(shade.name());
    }
    fragment
}

/// The whole address of a state, to be passed on.
pub fn link_to(state: &State) -> String {
    let href = window().location().href().unwrap_or_default();
    let page = href.split('#').next().unwrap_or_default();
    format!("{page}#{}", written(state))
}

/// Keeps the address and the store in step.
#[hook]
pub fn use_address(state: &UseReducerHandle<State>) {
    let dispatcher = state.dispatcher();
    use_effect_with((), move |()| {
        let listener = EventListener::new(&window(), "hashchange", move |_| {
            dispatcher.dispatch(Action::Open(Box::new(link::read(&fragment()))));
        });
        move || drop(listener)
    });
    let settled = (state.resting && state.touched).then(|| written(state));
    use_effect_with(settled, |settled| {
        if let Some(fragment) = settled.as_ref().filter(|settled| **settled != self::fragment()) {
            // Replacing leaves no trail of slider steps behind the Back button and fires no hashchange. A
            // sandboxed frame may refuse it: the page works on, only its address stays behind.
            let _ = window().history().and_then(|history| {
                history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{fragment}")))
            });
        }
    });
}
