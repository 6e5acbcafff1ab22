//! A button that opens a file of the visitor's, which can be dropped onto it, too.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, File, FileList, HtmlInputElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct FileFieldProps {
    /// What others may find it by.
    pub file: &'static str,
    pub text: &'static str,
    /// The endings of files that are offered.
    pub accept: &'static str,
    /// Told what is in the file.
    pub onbytes: Callback<Vec<u8>>,
}

/// The button.
#[component]
pub fn FileField(props: &FileFieldProps) -> Html {
    let onbytes = props.onbytes.clone();
    let onchange = move |event: Event| {
        let field = event.target_unchecked_into::<HtmlInputElement>();
        take(field.files(), &onbytes);
        // The same file may be chosen again, as it is when something in it has been mended.
        field.set_value("");
    };
    html! {
        // The browser's own button speaks the browser's language: the label is the button.
        <label class="button own-file" ondrop={on_drop(&props.onbytes)} ondragover={may_drop}>
            { props.text }
            <input type="file" class="visually-hidden" accept={props.accept} {onchange} data-file={props.file} />
        </label>
    }
}

/// Takes the file that is dropped onto something, and nothing around it takes it once more.
pub fn on_drop(onbytes: &Callback<Vec<u8>>) -> Callback<DragEvent> {
    let onbytes = onbytes.clone();
    Callback::from(move |event: DragEvent| {
        event.prevent_default();
        event.stop_propagation();
        take(event.data_transfer().and_then(|carried| carried.files()), &onbytes);
    })
}

/// Lets a file be dropped onto something.
pub fn may_drop(event: DragEvent) {
    event.prevent_default();
}

fn take(files: Option<FileList>, onbytes: &Callback<Vec<u8>>) {
    if let Some(file) = files.and_then(|files| files.get(0)) {
        let onbytes = onbytes.clone();
        spawn_local(async move { onbytes.emit(bytes(&file).await) });
    }
}

/// The file's bytes; a file that the browser cannot read is as good as empty, and is answered as such.
async fn bytes(file: &File) -> Vec<u8> {
    match JsFuture::from(file.array_buffer()).await {
        Ok(buffer) => Uint8Array::new(buffer.unchecked_ref()).to_vec(),
        Err(_) => Vec::new(),
    }
}
