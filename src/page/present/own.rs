//! The visitor's own runs, each under a name of its own in this browser: what goes wrong with one leaves the others alone.

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::StorageEvent;
use yew::prelude::*;

use crate::page::state::{Action, State};
use crate::page::store::{self, Unkept};
use crate::present::kept;
use crate::present::run::Run;

/// Begins the names; a number follows.
const NAME: &str = "raaderum.run.";

/// One of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Own {
    /// What it is kept under.
    pub id: u32,
    pub run: Rc<Run>,
}

/// All of them.
#[derive(Clone, PartialEq)]
pub struct Owns {
    /// Those that can be read, the oldest first.
    pub list: Vec<Own>,
    /// How many there are that cannot: they are left where they are.
    pub unread: usize,
    /// The next free number.
    next: u32,
    set: Callback<Owns>,
    store: UseReducerDispatcher<State>,
}

/// What is in the store now, and what this visit holds that the store has refused.
fn all(before: &[Own]) -> (Vec<Own>, usize, u32) {
    let Ok(names) = store::names(NAME) else {
        let next = before.iter().map(|own| own.id + 1).max().unwrap_or(1);
        return (before.to_vec(), 0, next);
    };
    let mut list: Vec<Own> = Vec::new();
    let (mut unread, mut next) = (0, 1);
    for name in names {
        let Some(id) = name.strip_prefix(NAME).and_then(|number| number.parse::<u32>().ok()) else {
            continue;
        };
        next = next.max(id.saturating_add(1));
        let run = store::find(&name).ok().flatten().map(|text| kept::read(&text));
        match run {
            Some(Ok(run)) => {
                let place = list.iter().take_while(|other| other.id < id).count();
                list.insert(place, Own { id, run: Rc::new(run) });
            }
            Some(Err(_)) => unread += 1,
            None => {}
        }
    }
    (list, unread, next)
}

/// The visitor's own runs, in step with other tabs.
#[hook]
pub fn use_own(store: &UseReducerDispatcher<State>) -> Owns {
    let state = use_state(|| all(&[]));
    let set = {
        let state = state.setter();
        Callback::from(move |owns: Owns| state.set((owns.list, owns.unread, owns.next)))
    };
    {
        let set = state.setter();
        use_effect_with((), move |()| {
            let listener = EventListener::new(&window(), "storage", move |event| {
                let name = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
                if name.is_none_or(|name| name.starts_with(NAME)) {
                    set.set(all(&[]));
                }
            });
            move || drop(listener)
        });
    }
    let (list, unread, next) = (*state).clone();
    Owns { list, unread, next, set, store: store.clone() }
}

impl Owns {
    /// Keeps a run under its number; where it cannot be kept it stays for this visit, and that is told.
    pub fn keep(&self, id: u32, run: Run) {
        let kept = store::keep(&name(id), Some(&kept::write(&run)));
        let mut owns = self.clone();
        match owns.list.iter_mut().find(|own| own.id == id) {
            Some(own) => own.run = Rc::new(run),
            None => owns.list.push(Own { id, run: Rc::new(run) }),
        }
        owns.next = owns.next.max(id + 1);
        self.take(owns, kept);
    }

    /// Keeps one more, and gives its number.
    pub fn add(&self, run: Run) -> u32 {
        self.keep(self.next, run);
        self.next
    }

    /// Forgets one.
    pub fn forget(&self, id: u32) {
        let kept = store::keep(&name(id), None);
        let mut owns = self.clone();
        owns.list.retain(|own| own.id != id);
        self.take(owns, kept);
    }

    fn take(&self, owns: Self, kept: Result<(), Unkept>) {
        if let Err(why) = kept {
            self.store.dispatch(Action::Unkept(why));
        }
        self.set.emit(owns);
    }
}

fn name(id: u32) -> String {
    [NAME, &id.to_string()].concat()
}
