//! What is out of sight need not follow every move.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};
use yew::prelude::*;

/// The newest value while the element is in sight or nothing moves; else the last one that was shown.
#[hook]
pub fn use_in_sight<T: Clone + 'static>(node: &NodeRef, resting: bool, newest: T) -> T {
    let seen = use_mut_ref(|| true);
    let shown = use_mut_ref(|| newest.clone());
    {
        let seen = seen.clone();
        use_effect_with(node.clone(), move |node| {
            let told = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
                let last = entries.pop().dyn_into::<IntersectionObserverEntry>();
                *seen.borrow_mut() = last.is_ok_and(|entry| entry.is_intersecting());
            });
            // A browser that cannot tell draws everything.
            let observer = IntersectionObserver::new(told.as_ref().unchecked_ref()).ok();
            if let (Some(observer), Some(element)) = (&observer, node.cast::<Element>()) {
                observer.observe(&element);
            }
            move || {
                observer.into_iter().for_each(|observer| observer.disconnect());
                drop(told);
            }
        });
    }
    if resting || *seen.borrow() {
        *shown.borrow_mut() = newest;
    }
    shown.borrow().clone()
}
