//! The code for the article, and how it is copied.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::folder;
use crate::frame::{Heights, Snippet};
use crate::page::explore::copy;
use crate::words::text::{Language, Text};

/// The script that follows the height, beside the page.
const SCRIPT: &str = "raaderum-embed.js";

#[derive(Properties, PartialEq)]
pub struct CodeProps {
    pub language: Language,
    pub address: AttrValue,
    pub title: String,
    pub script: bool,
    /// Width and height of the previews.
    pub heights: Vec<[u32; 2]>,
}

/// The code, and what it does.
#[component]
pub fn Code(props: &CodeProps) -> Html {
    let say = |text| props.language.text(text);
    let told = use_state_eq(|| None::<bool>);
    let script = props.script.then(|| folder() + SCRIPT);
    let heights = Heights(props.heights.clone());
    let snippet = Snippet {
        address: &props.address,
        title: &props.title,
        heights: &heights,
        script: script.as_deref(),
    };
    let html = snippet.html();
    {
        let told = told.setter();
        use_effect_with(html.clone(), move |_| told.set(None));
    }
    let onclick = {
        let (html, told) = (html.clone(), told.setter());
        move |_| {
            let (html, told) = (html.clone(), told.clone());
            spawn_local(async move { told.set(Some(copy(&html).await)) });
        }
    };
    let message = match *told {
        Some(true) => say(Text::BuilderCopied),
        Some(false) => say(Text::BuilderNotCopied),
        None => "",
    };
    let note = if props.script { Text::BuilderWithScript } else { Text::BuilderWithoutScript };
    html! {
        <section class="builder-code">
            <h2><label for="builder-code">{ say(Text::BuilderCode) }</label></h2>
            <textarea id="builder-code" data-code="" readonly=true rows="7" spellcheck="false" aria-describedby="builder-code-note"
                value={html} />
            <p class="builder-note" id="builder-code-note">{ say(note) }</p>
            <p class="share">
                <button type="button" class="button" data-copy="" {onclick}>{ say(Text::BuilderCopy) }</button>
                <span class="share-message" role="status">{ message }</span>
            </p>
        </section>
    }
}
