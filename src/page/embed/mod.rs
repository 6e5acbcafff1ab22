//! An embed: one chart or headline in an article's frame, with a lever or two, and the way to the whole explorer.

mod tell;
mod view;

use wasm_bindgen::prelude::*;

use crate::words::text::Language;

/// Shows the embed that the address asks for, in the element that `embed.html` keeps for it.
///
/// `texts` is the text file of the embed's language. False where it is not of this build: then nothing is shown.
#[wasm_bindgen]
pub fn open(texts: String) -> bool {
    let (Some(language), Some(root)) =
        (Language::learn(texts), gloo::utils::document().get_element_by_id("page"))
    else {
        return false;
    };
    yew::Renderer::<view::Embed>::with_root_and_props(root, view::EmbedProps { language }).render();
    true
}
