//! The web page: Yew components over the model. Only here is a browser known.
//!
//! One slider move: `input` event → [`parts::slider`] makes a value within bounds of it → an action to [`state`] →
//! [`engine`] runs the model and the draws, at once or in the next frame, on the newest scenario → the parts whose
//! inputs changed render, and charts draw themselves → when the slider rests: the address, the spoken sentence and
//! finer bands ([`refine`]).

#![cfg_attr(
    feature = "embed",
    allow(dead_code, reason = "an embed does less than a page, with the same store and the same parts")
)]

#[cfg(feature = "more")]
mod about;
mod action;
mod address;
mod app;
#[cfg(feature = "more")]
mod builder;
mod canvas;
#[cfg(feature = "more")]
mod cases;
mod crew;
#[cfg(feature = "more")]
mod differs;
#[cfg(feature = "embed")]
mod embed;
mod engine;
#[cfg(feature = "more")]
mod evidence;
mod explore;
mod history;
mod kept;
#[cfg(not(feature = "more"))]
mod later;
mod library;
mod made;
#[cfg(feature = "more")]
mod method;
mod navigation;
#[cfg(feature = "more")]
mod out;
#[cfg(feature = "more")]
mod own;
#[cfg(feature = "more")]
mod paper;
mod parts;
#[cfg(feature = "more")]
mod pins;
#[cfg(feature = "more")]
mod present;
#[cfg(feature = "more")]
mod questions;
mod refine;
mod sight;
mod site;
mod size;
mod slices;
mod state;
mod store;
#[cfg(feature = "more")]
mod take;
#[cfg(feature = "more")]
mod team;
#[cfg(feature = "more")]
mod teams;
mod theme;
#[cfg(feature = "more")]
mod why;
mod worker;

#[cfg(not(feature = "embed"))]
use std::cell::RefCell;

#[cfg(not(feature = "embed"))]
use js_sys::Function;
#[cfg(not(feature = "embed"))]
use wasm_bindgen::prelude::*;
#[cfg(not(feature = "embed"))]
use yew::AppHandle;

#[cfg(not(feature = "embed"))]
use crate::words::text::Language;

#[cfg(not(feature = "embed"))]
thread_local! {
    static SHOWN: RefCell<Option<AppHandle<app::App>>> = const { RefCell::new(None) };
}

/// Shows the page in the element that `index.html` keeps for it, or in the body where there is none.
///
/// `texts` is the text file of the visitor's language, and `fetch` gives that of another by its code, as a promise.
/// `more` fetches the module with everything and opens it in this one's place, perhaps with the part that is
/// to be open: its `data-asked`; `before` is what the module before this one left. False where the file is not of this build: then nothing is shown.
#[cfg(not(feature = "embed"))]
#[wasm_bindgen]
pub fn open(
    texts: String,
    fetch: Function,
    more: Function,
    asked: Option<String>,
    before: Option<String>,
) -> bool {
    let Some(language) = Language::learn(texts) else { return false };
    let props = app::AppProps {
        language,
        library: library::Library { fetch, more },
        asked: asked.map(Into::into),
        before: before.map(Into::into),
    };
    let shown = match gloo::utils::document().get_element_by_id("page") {
        Some(root) => yew::Renderer::<app::App>::with_root_and_props(root, props).render(),
        None => yew::Renderer::<app::App>::with_props(props).render(),
    };
    SHOWN.set(Some(shown));
    true
}

/// Takes the page away, so that another module can show itself; the address has all that is set by now. Gives its
/// fragment, and a line for each step that led there.
#[cfg(not(feature = "embed"))]
#[wasm_bindgen]
pub fn close() -> String {
    if let Some(shown) = SHOWN.take() {
        shown.destroy();
    }
    address::hand_over()
}
