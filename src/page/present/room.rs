//! What this window shows, and the show that goes on.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Date;
use yew::Reducible;

use crate::page::store;
use crate::present::message::{read_show, write_show};
use crate::present::run::Run;
use crate::present::show::{Command, Show};

/// Where this window keeps the show, so that it survives a reload.
const SHOW: &str = "raaderum.show";
/// Whether it was on the stage.
const STAGE: &str = "raaderum.stage";

thread_local! {
    /// The same for a window that may keep nothing, while the visitor is on another page.
    static LAST: RefCell<Option<Rc<Show>>> = const { RefCell::new(None) };
}

/// What is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// All runs.
    List,
    /// One of the visitor's own, to be changed.
    Edit(u32),
    /// The show.
    Stage,
}

/// The room.
#[derive(Clone, PartialEq)]
pub struct Room {
    pub view: View,
    /// The show that goes on, on the stage or not.
    pub show: Option<Rc<Show>>,
    /// Whether the other window has just changed it.
    pub heard: bool,
    /// Whether the browser has refused to open the facilitator's window.
    pub blocked: bool,
    /// The run that goes onto paper.
    pub printed: Option<Rc<Run>>,
}

/// What can happen.
pub enum Deed {
    /// A run begins.
    Begin(Run),
    /// Something in the show.
    Do(Command),
    /// The other window says what the show is now.
    Heard(Box<Show>),
    /// The facilitator's window was opened, or not.
    Opened(bool),
    /// Back to the stage.
    Resume,
    /// The show is given up.
    Forget,
    /// Back to all runs.
    List,
    /// A run of the visitor's own is opened.
    Edit(u32),
    /// A run is to go onto paper.
    Print(Run),
}

impl Room {
    /// As it was before the page was loaded again.
    pub fn open() -> Self {
        let kept = store::of_window(SHOW).and_then(|text| read_show(&text)).map(Rc::new);
        let show = kept.or_else(|| LAST.with_borrow(Clone::clone));
        let on = show.is_some() && store::of_window(STAGE).is_some();
        Self {
            view: if on { View::Stage } else { View::List },
            show,
            heard: false,
            blocked: false,
            printed: None,
        }
    }

    fn change(&mut self, change: impl FnOnce(&mut Show)) {
        if let Some(show) = &mut self.show {
            change(Rc::make_mut(show));
            self.heard = false;
        }
    }
}

/// Keeps the show for a reload.
pub fn keep(show: Option<&Show>, on: bool) {
    store::keep_in_window(SHOW, show.map(write_show).as_deref());
    store::keep_in_window(STAGE, on.then_some("1"));
    LAST.set(show.cloned().map(Rc::new));
}

impl Reducible for Room {
    type Action = Deed;

    fn reduce(self: Rc<Self>, deed: Deed) -> Rc<Self> {
        let mut next = (*self).clone();
        match deed {
            Deed::Begin(run) => {
                let Some(mut show) = Show::begin(run) else { return self };
                // A show that begins later is newer, whichever window asks.
                show.turn = (Date::now() / 1000.0) as u32;
                next.show = Some(Rc::new(show));
                (next.view, next.heard) = (View::Stage, false);
            }
            Deed::Do(command) => next.change(|show| show.apply(command)),
            Deed::Heard(show) => {
                let newer = |ours: &Rc<Show>| show.turn > ours.turn;
                if !next.show.as_ref().is_none_or(newer) {
                    return self;
                }
                (next.show, next.heard) = (Some(Rc::new(*show)), true);
            }
            Deed::Opened(opened) => next.blocked = !opened,
            Deed::Resume if next.show.is_some() => next.view = View::Stage,
            Deed::Resume => {}
            Deed::Forget => (next.show, next.view) = (None, View::List),
            Deed::List => next.view = View::List,
            Deed::Edit(id) => next.view = View::Edit(id),
            Deed::Print(run) => next.printed = Some(Rc::new(run)),
        }
        Rc::new(next)
    }
}
