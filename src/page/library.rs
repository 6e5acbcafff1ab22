//! What is fetched when a visitor asks for it: the texts of another language, and the pages a first visit leaves out.

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use super::state::{Action, Page, State};
use crate::words::text::Language;

/// Fetches, each with a promise.
#[derive(Clone, Debug, PartialEq)]
pub struct Library {
    /// The text file of a language, by its code.
    pub fetch: Function,
    /// The module with everything, which then takes this one's place; of a part that was asked for.
    pub more: Function,
}

impl Library {
    /// Whether the texts of a language are here now.
    async fn fetch(self, language: Language) -> bool {
        let answer = self.fetch.call1(&JsValue::NULL, &language.code().into());
        let text = kept(answer).await.and_then(|text| text.as_string());
        text.and_then(Language::learn) == Some(language)
    }
}

/// What a promise gives, if it keeps it.
async fn kept(answer: Result<JsValue, JsValue>) -> Option<JsValue> {
    JsFuture::from(answer.ok()?.dyn_into::<Promise>().ok()?).await.ok()
}

/// Fetches the module with everything when a visitor asks for what this one has not.
#[hook]
pub fn use_more(state: &UseReducerHandle<State>, library: &Library) {
    let (store, more) = (state.dispatcher(), library.more.clone());
    let asks = !cfg!(feature = "more") && (state.page != Page::Explore || state.asked.is_some());
    let asked = state.asked.clone();
    use_effect_with(asks, move |&asks| {
        if asks {
            let asked = asked.as_deref().map_or(JsValue::UNDEFINED, JsValue::from);
            let answer = more.call1(&JsValue::NULL, &asked);
            spawn_local(async move {
                if kept(answer).await.is_none() {
                    store.dispatch(Action::Stay);
                }
            });
        }
    });
}

/// Fetches the texts of a language that is asked for and not here.
#[hook]
pub fn use_library(state: &UseReducerHandle<State>, library: &Library) {
    let (store, library) = (state.dispatcher(), library.clone());
    use_effect_with((state.language, state.wanted), move |&(language, wanted)| {
        if language != wanted {
            spawn_local(async move { store.dispatch(Action::Learned(wanted, library.fetch(wanted).await)) });
        }
    });
}
