//! The Method document: fetched when the page is opened, and filled in between frames.

use std::rc::Rc;

use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlLinkElement, Response};
use yew::prelude::*;

use crate::page::slices;
use crate::words::document::{Block, read};
use crate::words::method::Filling;
use crate::words::text::Language;

/// The document, as far as it is here.
#[derive(Clone, PartialEq)]
pub enum Fetched {
    /// On its way.
    Coming,
    /// Here.
    Here(Rc<Vec<Block>>),
    /// It did not come, or it is of another build.
    Lost,
}

/// Fetches the document in a language; each new `attempt` tries anew.
#[hook]
pub fn use_document(language: Language, attempt: u32) -> Fetched {
    let fetched = use_state_eq(|| (language, Fetched::Coming));
    // The template that has come, and the language it is in.
    let template = use_state_eq(|| None::<(Language, Rc<str>)>);
    {
        let (fetched, template) = (fetched.setter(), template.setter());
        use_effect_with((language, attempt), move |&(language, _)| {
            fetched.set((language, Fetched::Coming));
            spawn_local(async move {
                match text_of(language).await {
                    Some(text) => template.set(Some((language, text.into()))),
                    None => fetched.set((language, Fetched::Lost)),
                }
            });
        });
    }
    {
        let set = fetched.setter();
        let due = (*template).clone().filter(|(ours, _)| *ours == language);
        use_effect_with((due, attempt), move |(due, _)| {
            let job = due.clone().map(|(language, template)| {
                let mut filling = Filling::new(language, &template);
                slices::ask(Box::new(move || {
                    let more = filling.step();
                    if !more {
                        set.set((language, Fetched::Here(Rc::new(read(&filling.filled)))));
                    }
                    more
                }))
            });
            move || drop(job)
        });
    }
    match &*fetched {
        (ours, fetched) if *ours == language => fetched.clone(),
        // What came for a language that is no longer asked for.
        _ => Fetched::Coming,
    }
}

/// The file of a language; `None` where it does not come, or is not of this very build.
async fn text_of(language: Language) -> Option<String> {
    let selector = format!("link[rel=method][hreflang={}]", language.code());
    let link = document().query_selector(&selector).ok()??.dyn_into::<HtmlLinkElement>().ok()?;
    let answer = JsFuture::from(window().fetch_with_str(&link.href())).await.ok()?;
    let answer = answer.dyn_into::<Response>().ok().filter(Response::ok)?;
    let text = JsFuture::from(answer.text().ok()?).await.ok()?.as_string()?;
    (Language::of_method(&text) == Some(language)).then_some(text)
}
