//! The keys of the stage and of the facilitator's window.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, document_element, window};
use js_sys::{Date, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use super::room::{Deed, Room};
use crate::present::keys::{Focus, Pressed, pressed};
use crate::present::show::Command;

/// Listens while this is on the screen.
#[hook]
pub fn use_keys(room: &UseReducerHandle<Room>, stage: bool) {
    let room = room.dispatcher();
    use_effect_with(stage, move |stage| {
        let stage = *stage;
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&window(), "keydown", options, move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            if event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            let Some(pressed) = pressed(&event.key(), focus(event)) else { return };
            if !stage && matches!(pressed, Pressed::Leave | Pressed::Full) {
                return;
            }
            event.prevent_default();
            // A key that is held down is pressed once.
            if event.repeat() {
                return;
            }
            match pressed {
                Pressed::Do(command) => room.dispatch(Deed::Do(command)),
                Pressed::Time => room.dispatch(Deed::Do(Command::Time(Date::now()))),
                Pressed::Full => turn_full(),
                Pressed::Leave => {
                    leave_full();
                    room.dispatch(Deed::List);
                }
            }
        });
        move || drop(listener)
    });
}

fn focus(event: &KeyboardEvent) -> Focus {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    match target.map(|target| target.tag_name()).as_deref() {
        Some("INPUT" | "TEXTAREA" | "SELECT") => Focus::Field,
        Some("BUTTON" | "A" | "SUMMARY") => Focus::Button,
        _ => Focus::Stage,
    }
}

/// Whether the page fills the screen.
fn is_full() -> bool {
    Reflect::get(&document(), &"fullscreenElement".into()).is_ok_and(|element| element.is_truthy())
}

/// Calls a method that gives a promise, whose refusal nobody needs to hear of: the stage fills the window in any case.
fn call(on: &JsValue, method: &str) {
    let method = Reflect::get(on, &method.into()).and_then(|method| method.dyn_into::<Function>());
    let answer = method.and_then(|method| method.call0(on));
    if let Ok(promise) = answer.and_then(|answer| answer.dyn_into::<Promise>()) {
        wasm_bindgen_futures::spawn_local(async move {
            let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
        });
    }
}

/// Fills the screen, where the browser lets us.
pub fn go_full() {
    if !is_full() {
        call(&document_element(), "requestFullscreen");
    }
}

/// Gives the screen back.
pub fn leave_full() {
    if is_full() {
        call(&document(), "exitFullscreen");
    }
}

/// The one or the other.
pub fn turn_full() {
    if is_full() { leave_full() } else { go_full() }
}
