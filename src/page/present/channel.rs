//! The room's window and the facilitator's: which of the two this is, and what they tell each other.
//!
//! They speak by `postMessage`, which works from a file too. Each message carries a key that only the two know: the room's
//! window makes it up and gives it to the facilitator's in its name, which survives a reload.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Interval;
use gloo::utils::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Window};
use yew::prelude::*;

use super::room::{Deed, Room};
use crate::page::store;
use crate::present::message::{self, Message};
use crate::present::show::Show;

/// Begins the name of a facilitator's window; the key follows.
const NAME: &str = "raaderum-notes-";
/// Where the room's window keeps its key.
const KEY: &str = "raaderum.room";
/// So often each window looks whether the other is there, milliseconds.
const LOOK: u32 = 1000;
const WINDOW: &str = "popup,width=1100,height=760";

/// Which window this is.
#[derive(Clone, PartialEq)]
pub enum Role {
    /// The one that the room sees.
    Room { key: String, other: Other },
    /// The facilitator's.
    Facilitator { key: String, other: Other },
}

/// The window at the other end, once it is known.
#[derive(Clone, Default)]
pub struct Other(Rc<RefCell<Option<Window>>>);

impl PartialEq for Other {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Other {
    fn is_there(&self) -> bool {
        self.0.borrow().as_ref().is_some_and(|other| other.closed().is_ok_and(|closed| !closed))
    }

    fn tell(&self, message: &Message, key: &str) {
        let origin = origin();
        if let Some(other) = &*self.0.borrow() {
            let _ =
                other.post_message(&message::write(message, key).into(), origin.as_deref().unwrap_or("*"));
        }
    }
}

/// Where both windows are from; `None` for a file, which has no origin that could be named.
fn origin() -> Option<String> {
    let origin = window().location().origin().unwrap_or_default();
    (origin != "null" && !origin.starts_with("file")).then_some(origin)
}

impl Role {
    /// Which window this is.
    pub fn found() -> Self {
        let opener = window().opener().ok().filter(|opener| !opener.is_null() && !opener.is_undefined());
        let name = window().name().unwrap_or_default();
        match (name.strip_prefix(NAME), opener) {
            (Some(key), opener) => {
                // A window of another origin, as every file is one, is no `Window` of ours by its class.
                let opener = opener.map(|opener| opener.unchecked_into::<Window>());
                Self::Facilitator { key: key.to_owned(), other: Other(Rc::new(RefCell::new(opener))) }
            }
            (None, _) => Self::Room { key: own_key(), other: Other::default() },
        }
    }

    fn parts(&self) -> (&str, &Other) {
        match self {
            Self::Room { key, other } | Self::Facilitator { key, other } => (key, other),
        }
    }

    /// Opens the facilitator's window, or brings it to the front; false where the browser does not.
    pub fn open_facilitator(&self, fragment: &str) -> bool {
        let (key, other) = self.parts();
        if other.is_there() {
            let there = other.0.borrow().clone();
            return there.is_some_and(|there| there.focus().is_ok());
        }
        let here = window().location().href().unwrap_or_default();
        let page = here.split('#').next().unwrap_or_default();
        let (address, name) = (format!("{page}#{fragment}"), [NAME, key].concat());
        let opened = window().open_with_url_and_target_and_features(&address, &name, WINDOW);
        *other.0.borrow_mut() = opened.ok().flatten();
        other.is_there()
    }
}

fn own_key() -> String {
    store::of_window(KEY).unwrap_or_else(|| {
        let number = || ((js_sys::Math::random() * 1e9) as u32).to_string();
        let key = [number(), number()].concat();
        store::keep_in_window(KEY, Some(&key));
        key
    })
}

/// Tells the other window of every change here, and follows what it tells; gives whether it is there.
#[hook]
pub fn use_channel(room: &UseReducerHandle<Room>, role: &Rc<Role>) -> bool {
    let linked = use_state_eq(|| role.parts().1.is_there());
    let newest = use_mut_ref(|| None::<Rc<Show>>);
    newest.borrow_mut().clone_from(&room.show);
    {
        let (role, dispatcher, set, newest) =
            (role.clone(), room.dispatcher(), linked.setter(), newest.clone());
        use_effect_with((), move |()| {
            let listener = {
                let role = role.clone();
                let set = set.clone();
                EventListener::new(&window(), "message", move |event| {
                    let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
                    let Some(message) = heard(event, &role) else { return };
                    set.set(true);
                    match message {
                        Message::Now(show) => dispatcher.dispatch(Deed::Heard(show)),
                        Message::Hello => {
                            if let Some(show) = newest.borrow().clone() {
                                let (key, other) = role.parts();
                                other.tell(&Message::Now(Box::new((*show).clone())), key);
                            }
                        }
                    }
                })
            };
            let look = {
                let role = role.clone();
                move || {
                    let (key, other) = role.parts();
                    set.set(other.is_there());
                    // After a reload the room's window knows of no other until it hears from it.
                    if matches!(*role, Role::Facilitator { .. }) && other.is_there() {
                        other.tell(&Message::Hello, key);
                    }
                }
            };
            look();
            let ticks = Interval::new(LOOK, look);
            move || drop((listener, ticks))
        });
    }
    let role = role.clone();
    let told = room.show.clone().filter(|_| !room.heard);
    use_effect_with(told, move |told| {
        if let Some(show) = told {
            let (key, other) = role.parts();
            other.tell(&Message::Now(Box::new((**show).clone())), key);
        }
    });
    *linked
}

/// What was said, if it was said by the other window.
fn heard(event: &MessageEvent, role: &Role) -> Option<Message> {
    let (key, other) = role.parts();
    if origin().is_some_and(|ours| ours != event.origin()) {
        return None;
    }
    let source: JsValue = event.source()?.into();
    let known = other.0.borrow().as_ref().is_some_and(|known| *AsRef::<JsValue>::as_ref(known) == source);
    // A facilitator's window has one opener; the room's may have been loaded again, and knows the other by the key.
    if !known && matches!(role, Role::Facilitator { .. }) {
        return None;
    }
    let message = message::read(&event.data().as_string()?, key)?;
    if !known {
        *other.0.borrow_mut() = Some(source.unchecked_into());
    }
    Some(message)
}
