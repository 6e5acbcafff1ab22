//! The texts of other languages: fetched when a visitor asks for one.

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use super::state::{Action, State};
use crate::words::text::Language;

/// Gives the text file of a language: a function of a code that answers with a promise of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Library(pub Function);

impl Library {
    /// Whether the texts of a language are here now.
    async fn fetch(self, language: Language) -> bool {
        let answer = self.0.call1(&JsValue::NULL, &language.code().into());
        let Some(promise) = answer.ok().and_then(|answer| answer.dyn_into::<Promise>().ok()) else {
            return false;
        };
        let text = JsFuture::from(promise).await.ok().and_then(|text| text.as_string());
        text.and_then(Language::learn) == Some(language)
    }
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
