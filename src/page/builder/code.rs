//! The code for the article, and how it is copied.

use gloo::utils::window;
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use super::folder;
use crate::frame::{Heights, Script, Snippet};
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

/// Whether the host lets pages of others read its files.
async fn is_readable(address: String) -> Result<bool, JsValue> {
    let answer = JsFuture::from(window().fetch_with_str(&address)).await?;
    let headers = Reflect::get(&answer, &"headers".into())?;
    let get: Function = Reflect::get(&headers, &"get".into())?.dyn_into()?;
    Ok(get.call1(&headers, &"Access-Control-Allow-Origin".into())?.as_string().as_deref() == Some("*"))
}

/// The same, once it is known.
#[hook]
fn use_readable(script: bool) -> bool {
    let readable = use_state_eq(|| false);
    let set = readable.setter();
    use_effect_with(script, move |script| {
        if *script {
            spawn_local(async move { set.set(is_readable(folder() + SCRIPT).await.unwrap_or(false)) });
        }
    });
    *readable
}

/// The code, and what it does.
#[component]
pub fn Code(props: &CodeProps) -> Html {
    let say = |text| props.language.text(text);
    let told = use_state_eq(|| None::<bool>);
    let script = props.script.then(|| folder() + SCRIPT);
    let readable = use_readable(props.script);
    let heights = Heights(props.heights.clone());
    let snippet = Snippet {
        address: &props.address,
        title: &props.title,
        heights: &heights,
        script: script.as_deref().map(|address| Script { address, readable }),
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
