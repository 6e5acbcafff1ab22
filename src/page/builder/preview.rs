//! How the embed looks at three widths: the embed itself, which tells how high it is.

use gloo::events::EventListener;
use gloo::utils::window;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, MessageEvent};
use yew::prelude::*;

use super::{USUAL_HEIGHTS, WIDTHS};
use crate::words::text::{Language, Text, fill};

/// Less and more than this no embed is high.
const HEIGHTS: [f64; 2] = [100.0, 4000.0];

#[derive(Properties, PartialEq)]
pub struct PreviewsProps {
    pub language: Language,
    pub address: AttrValue,
    pub title: String,
    pub onmeasure: Callback<[u32; 3]>,
}

/// Three frames.
#[component]
pub fn Previews(props: &PreviewsProps) -> Html {
    let frames = [use_node_ref(), use_node_ref(), use_node_ref()];
    {
        let (frames, onmeasure) = (frames.clone(), props.onmeasure.clone());
        use_effect_with((), move |()| {
            let mut heights = USUAL_HEIGHTS;
            let listener = EventListener::new(&window(), "message", move |event| {
                let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
                if let Some((place, height)) = told(event, &frames) {
                    heights[place] = height;
                    onmeasure.emit(heights);
                }
            });
            move || drop(listener)
        });
    }
    let frame = |(place, width): (usize, u32)| {
        let name = fill(props.language.text(Text::BuilderPreviewAt), &[("width", &width.to_string())]);
        // Another address is another frame: to lead the old one there would be a step of the browser's history.
        let key = format!("{width} {}", props.address);
        html! {
            <div key={key} class="builder-preview">
                <h3>{ name.clone() }</h3>
                <div class="builder-scroll" tabindex="0" role="region" aria-label={name.clone()}>
                    <iframe ref={frames[place].clone()} data-preview={width.to_string()} src={props.address.clone()}
                        title={format!("{}, {name}", props.title)} width={width.to_string()}
                        height={USUAL_HEIGHTS[place].to_string()} loading="lazy"></iframe>
                </div>
            </div>
        }
    };
    html! {
        <section class="builder-previews">
            <h2>{ props.language.text(Text::BuilderPreview) }</h2>
            <div>{ for WIDTHS.into_iter().enumerate().map(frame) }</div>
        </section>
    }
}

/// Which frame has told which height; the frame gets it at once.
fn told(event: &MessageEvent, frames: &[NodeRef; 3]) -> Option<(usize, u32)> {
    let (data, source) = (event.data(), event.source()?);
    let part = |name: &str| Reflect::get(&data, &name.into()).ok();
    if !data.is_object() || part("type")?.as_string()? != "raaderum:height" {
        return None;
    }
    let [least, most] = HEIGHTS;
    let height = part("height")?.as_f64().filter(|height| (least..=most).contains(height))?.ceil() as u32;
    let source = JsValue::from(source);
    let (place, frame) = frames.iter().enumerate().find_map(|(place, frame)| {
        let frame = frame.cast::<HtmlElement>()?;
        let window = Reflect::get(&frame, &"contentWindow".into()).ok()?;
        (window == source).then_some((place, frame))
    })?;
    let _ = frame.style().set_property("height", &format!("{height}px"));
    Some((place, height))
}
