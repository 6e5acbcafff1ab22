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
mod explore;
mod navigation;
mod parts;
mod questions;
mod size;
mod slices;
mod state;
mod theme;
mod why;

/// Shows the page in the element that `index.html` keeps for it, or in the body where there is none.
pub fn start() {
    match gloo::utils::document().get_element_by_id("page") {
        Some(root) => yew::Renderer::<app::App>::with_root(root).render(),
        None => yew::Renderer::<app::App>::new().render(),
    };
}
