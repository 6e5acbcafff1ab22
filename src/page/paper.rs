//! Whether the page is going onto paper: what is made for paper alone is made then.

use gloo::events::EventListener;
use gloo::utils::window;
use yew::prelude::*;

/// True from when the browser begins to print until it has done so.
#[hook]
pub fn use_paper() -> bool {
    let printing = use_state_eq(|| false);
    let set = printing.setter();
    use_effect_with((), move |()| {
        let listeners = [("beforeprint", true), ("afterprint", false)].map(|(event, now)| {
            let set = set.clone();
            EventListener::new(&window(), event, move |_| set.set(now))
        });
        move || drop(listeners)
    });
    *printing
}
