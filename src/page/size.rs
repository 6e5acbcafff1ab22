//! The size of an element as it is laid out, and how many device pixels make a CSS pixel.

use gloo::utils::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

/// Width and height in CSS pixels, and the device pixel ratio.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// CSS pixels.
    pub width: f64,
    /// CSS pixels.
    pub height: f64,
    /// Device pixels per CSS pixel.
    pub ratio: f64,
}

/// Follows an element's size; nought until it is laid out.
#[hook]
pub fn use_size(node: &NodeRef) -> Size {
    let size = use_state_eq(Size::default);
    let set = size.setter();
    use_effect_with(node.clone(), move |node| {
        let observed = node.cast::<Element>().and_then(|element| observe(element, set));
        move || {
            if let Some((observer, closure)) = observed {
                observer.disconnect();
                drop(closure);
            }
        }
    });
    *size
}

type Observed = (ResizeObserver, Closure<dyn FnMut()>);

fn observe(element: Element, set: UseStateSetter<Size>) -> Option<Observed> {
    set.set(measure(&element));
    let observed = element.clone();
    let closure = Closure::<dyn FnMut()>::new(move || set.set(measure(&observed)));
    let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok()?;
    observer.observe(&element);
    Some((observer, closure))
}

fn measure(element: &Element) -> Size {
    let area = element.get_bounding_client_rect();
    Size { width: area.width(), height: area.height(), ratio: window().device_pixel_ratio() }
}
