//! Pins and this browser's store in step, in however many tabs.

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::StorageEvent;
use yew::prelude::*;

use crate::page::made::links;
use crate::page::state::{Action, State};
use crate::page::store::{self, PINS, Unkept};
use crate::scenario::stored::{self, Kept};

/// What is kept.
pub fn kept() -> Result<Vec<Kept>, Unkept> {
    let Some(text) = store::find(PINS)? else { return Ok(Vec::new()) };
    Ok(stored::read_pins(&text)?)
}

/// A page that comes back whole by Back has heard nothing meanwhile: whoever follows the store looks anew.
fn look_again() -> EventListener {
    EventListener::new(&window(), "pageshow", |_| {
        // Without a name it speaks of everything.
        if let Ok(event) = StorageEvent::new("storage") {
            let _ = window().dispatch_event(&event);
        }
    })
}

/// Keeps every change of the pins, together with what another tab has changed meanwhile, and follows the other tab.
#[hook]
pub fn use_pins(state: &UseReducerHandle<State>) {
    let ours = links(&state.pins);
    // What the store and this tab last had in common.
    let common = use_mut_ref(|| Rc::<[Kept]>::from(kept().unwrap_or_default()));
    let store = state.dispatcher();
    {
        let (common, store) = (common.clone(), store.clone());
        use_effect_with((), move |()| {
            let listener = EventListener::new(&window(), "storage", move |event| {
                let name = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
                // Without a name all has been forgotten.
                if name.is_none_or(|name| name == PINS)
                    && let Ok(theirs) = kept()
                {
                    *common.borrow_mut() = theirs.clone().into();
                    store.dispatch(Action::PinnedElsewhere(theirs));
                }
            });
            let shown = look_again();
            move || drop((listener, shown))
        });
    }
    use_effect_with(ours, move |ours| {
        let before = common.borrow().clone();
        if *ours == before {
            return;
        }
        // What cannot be read is nothing of ours, or keeps itself from being written over.
        let theirs = kept().unwrap_or_default();
        let merged = stored::merge(&before, ours, &theirs);
        let text = (!merged.is_empty()).then(|| stored::write_pins(&merged));
        if let Err(why) = store::keep(PINS, text.as_deref()) {
            // They stay for this visit.
            *common.borrow_mut() = ours.clone();
            store.dispatch(Action::Unkept(why));
            return;
        }
        *common.borrow_mut() = merged.clone().into();
        if merged[..] != ours[..] {
            store.dispatch(Action::PinnedElsewhere(merged));
        }
    });
}
