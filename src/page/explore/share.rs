//! The link of the setting, to be passed on.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use crate::page::address::link_to;
use crate::page::state::State;
use crate::words::text::{Language, Text};

#[derive(Properties, PartialEq)]
pub struct ShareProps {
    pub state: State,
}

/// Puts the link of the setting where it can be pasted.
#[component]
pub fn Share(props: &ShareProps) -> Html {
    let told = use_state_eq(|| None::<bool>);
    let language: Language = props.state.language;
    let onclick = {
        let (link, told) = (link_to(&props.state), told.setter());
        move |_| {
            let (link, told) = (link.clone(), told.clone());
            spawn_local(async move { told.set(Some(copy(&link).await)) });
        }
    };
    // A message about an older setting would mislead.
    {
        let told = told.setter();
        use_effect_with(props.state.scenario.clone(), move |_| told.set(None));
    }
    let message = match *told {
        Some(true) => language.text(Text::ExploreShared),
        Some(false) => language.text(Text::ExploreNotShared),
        None => "",
    };
    html! {
        <div class="share">
            <button type="button" class="button" {onclick}>{ language.text(Text::ExploreShare) }</button>
            <span class="share-message" role="status">{ message }</span>
        </div>
    }
}

/// Whether the clipboard took it; outside a secure context there is none.
pub async fn copy(text: &str) -> bool {
    let navigator = gloo::utils::window().navigator();
    let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into()).ok();
    let Some(clipboard) = clipboard.and_then(|found| found.dyn_into::<web_sys::Clipboard>().ok()) else {
        return false;
    };
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
