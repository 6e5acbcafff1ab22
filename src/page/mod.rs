//! The web page: Yew components over the model. Only here is a browser known.
//!
//! One slider move: `input` event → [`parts::slider`] makes a value within bounds of it → an action to
//! [`state`] → one animation frame → [`engine`] runs the model on the newest scenario → the parts whose
//! inputs changed render, and charts draw themselves → when the slider rests: the address and the spoken
//! sentence.

mod address;
mod app;
mod canvas;
mod engine;
mod errand;
mod explore;
mod library;
mod parts;
mod refine;
mod size;
mod state;
mod theme;

use js_sys::Function;
use wasm_bindgen::prelude::*;

use crate::words::text::Language;

/// Shows the page in the element that `index.html` keeps for it, or in the body where there is none.
///
/// `texts` is the text file of the visitor's language, and `fetch` gives that of another by its code, as a promise.
/// False where the file is not of this build: then nothing is shown.
#[wasm_bindgen]
pub fn open(texts: String, fetch: Function) -> bool {
    let Some(language) = Language::learn(texts) else { return false };
    let props = app::AppProps { language, library: library::Library(fetch) };
    match gloo::utils::document().get_element_by_id("page") {
        Some(root) => yew::Renderer::<app::App>::with_root_and_props(root, props).render(),
        None => yew::Renderer::<app::App>::with_props(props).render(),
    };
    true
}
