//! Hands a file to the visitor: saved, or into the clipboard.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};
use yew::Callback;

use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};

use crate::words::text::Text;

/// The address of a file is kept for so long, milliseconds: some browsers fetch it late.
const KEPT: u32 = 60_000;

/// Saves a text.
pub fn save_text(text: &str, name: &str) -> Option<Text> {
    let kind = BlobPropertyBag::new();
    kind.set_type("image/svg+xml");
    match Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind) {
        Ok(blob) => save(&blob, name),
        Err(_) => Some(Text::OutNotMade),
    }
}

/// Saves a file; tells where that cannot be.
pub fn save(blob: &Blob, name: &str) -> Option<Text> {
    let saved = || -> Result<(), JsValue> {
        let address = Url::create_object_url_with_blob(blob)?;
        let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
        link.set_href(&address);
        link.set_download(name);
        link.click();
        Timeout::new(KEPT, move || drop(Url::revoke_object_url(&address))).forget();
        Ok(())
    };
    saved().is_err().then_some(Text::OutNotMade)
}

/// Puts a picture into the clipboard, where there is one that takes it.
pub fn copy(blob: &Blob, tell: Callback<Option<Text>>) {
    let asked = ask(blob);
    spawn_local(async move {
        let copied = match asked {
            Ok(promise) => JsFuture::from(promise).await.is_ok(),
            Err(_) => false,
        };
        tell.emit(Some(if copied { Text::OutCopied } else { Text::OutNotCopied }));
    });
}

fn ask(blob: &Blob) -> Result<Promise, JsValue> {
    let item: Function = Reflect::get(&window(), &"ClipboardItem".into())?.dyn_into()?;
    let kinds = Object::new();
    Reflect::set(&kinds, &blob.type_().into(), blob)?;
    let item = Reflect::construct(&item, &Array::of1(&kinds))?;
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into())?;
    let write: Function = Reflect::get(&clipboard, &"write".into())?.dyn_into()?;
    write.call1(&clipboard, &Array::of1(&item))?.dyn_into()
}
