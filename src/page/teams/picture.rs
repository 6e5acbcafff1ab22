//! A QR code on the screen: black on white in every theme, every square so many whole pixels.

use gloo::utils::window;
use yew::prelude::*;

use crate::chart::qr::{Qr, square};

#[derive(Properties, PartialEq)]
pub struct PictureProps {
    /// What is read off it.
    pub text: String,
    /// What it is, for those who do not see it.
    pub label: String,
    /// No side is longer than this, CSS pixels.
    #[prop_or(u32::MAX)]
    pub largest: u32,
}

/// The code; an empty element where the text is too long for one.
#[component]
pub fn Picture(props: &PictureProps) -> Html {
    let qr = use_memo(props.text.clone(), |text| Qr::of(text).map(|qr| (qr.side(), qr.version(), qr.path())));
    let Some((side, version, path)) = &*qr else { return html! { <div class="qr"></div> } };
    let pixels = |length: Result<wasm_bindgen::JsValue, _>| length.ok().and_then(|length| length.as_f64());
    let window = window();
    let [width, height] =
        [pixels(window.inner_width()), pixels(window.inner_height())].map(Option::unwrap_or_default);
    let most = f64::from(props.largest);
    let room = [width.min(most), height];
    let pixels = square(*side, room);
    let length = (pixels * *side as u32).to_string();
    html! {
        <div class="qr">
            <svg viewBox={format!("0 0 {side} {side}")} width={length.clone()} height={length} role="img"
                aria-label={props.label.clone()} shape-rendering="crispEdges" data-qr={props.text.clone()}
                data-square={pixels.to_string()} data-version={version.to_string()}>
                <rect class="qr-white" width={side.to_string()} height={side.to_string()} />
                <path class="qr-black" d={path.clone()} />
            </svg>
        </div>
    }
}
