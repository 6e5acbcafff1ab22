//! The room's codes: what can be taken back, and what this browser keeps of them.

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::StorageEvent;
use yew::prelude::*;

use crate::page::state::{Action, State};
use crate::page::store::{self, TEAMS, Unkept};
use crate::scenario::team::Question;
use crate::scenario::team::room::{Entry, Room};

/// The room, and what it was before.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    pub room: Rc<Room>,
    before: Vec<Rc<Room>>,
    /// Whether the store has it.
    written: bool,
}

/// What happens to it.
pub enum Change {
    /// Of this question there are these codes now.
    Entries(Rc<Question>, Vec<Entry>),
    /// The last change is taken back.
    Undo,
    /// Another window has changed it.
    Elsewhere(Room),
}

impl Kept {
    /// Whether there is something to take back.
    pub fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }
}

impl Reducible for Kept {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut next = (*self).clone();
        match change {
            Change::Entries(question, entries) => {
                next.before.push(next.room.clone());
                next.room = Rc::new(next.room.with(&question, &entries));
                next.written = false;
            }
            Change::Undo => {
                let Some(room) = next.before.pop() else { return self };
                (next.room, next.written) = (room, false);
            }
            Change::Elsewhere(room) => (next.room, next.written) = (Rc::new(room), true),
        }
        Rc::new(next)
    }
}

/// What is kept in this browser.
fn stored() -> Result<Room, Unkept> {
    let Some(text) = store::find(TEAMS)? else { return Ok(Room::default()) };
    Ok(Room::read(&text)?)
}

/// The room as this browser keeps it, in step with other windows; where it keeps nothing, that is said at the foot.
#[hook]
pub fn use_kept_room(store: &UseReducerDispatcher<State>) -> UseReducerHandle<Kept> {
    let kept = use_reducer(|| Kept {
        room: Rc::new(stored().unwrap_or_default()),
        before: Vec::new(),
        written: true,
    });
    let (dispatcher, told) = (kept.dispatcher(), store.clone());
    use_effect_with((), move |()| {
        // Without a store nothing has been lost yet: that is told when something is to be kept.
        if let Some(why) = stored().err().filter(|why| *why != Unkept::Refused) {
            told.dispatch(Action::Unkept(why));
        }
        let listener = EventListener::new(&window(), "storage", move |event| {
            let name = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
            if name.is_none_or(|name| name == TEAMS)
                && let Ok(room) = stored()
            {
                dispatcher.dispatch(Change::Elsewhere(room));
            }
        });
        move || drop(listener)
    });
    let store = store.clone();
    use_effect_with((kept.room.clone(), kept.written), move |(room, written)| {
        let text = (!room.0.is_empty()).then(|| room.write());
        if !written && let Err(why) = store::keep(TEAMS, text.as_deref()) {
            store.dispatch(Action::Unkept(why));
        }
    });
    kept
}
