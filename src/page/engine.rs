//! When the model runs: once a frame, on the newest scenario; nothing queues.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::state::{Action, Shown, State};
use crate::scenario::Scenario;

/// A lever that has not moved for so long rests, milliseconds.
const REST: u32 = 400;

/// What waits for the next frame.
#[derive(Default)]
struct Pending {
    newest: Option<Rc<Scenario>>,
    frame: Option<AnimationFrame>,
}

/// Runs the model in the next frame after each change of the scenario.
#[hook]
pub fn use_engine(state: &UseReducerHandle<State>) {
    let pending = use_mut_ref(Pending::default);
    let rest = use_mut_ref(|| None::<Timeout>);
    let first = use_mut_ref(|| true);
    let dispatcher = state.dispatcher();
    use_effect_with(state.scenario.clone(), move |scenario| {
        // The first scenario was computed when the store was made.
        if !std::mem::take(&mut *first.borrow_mut()) {
            request(&pending, scenario, dispatcher.clone());
            let timeout = Timeout::new(REST, move || dispatcher.dispatch(Action::Rest));
            *rest.borrow_mut() = Some(timeout);
        }
    });
}

fn request(pending: &Rc<RefCell<Pending>>, scenario: &Rc<Scenario>, store: UseReducerDispatcher<State>) {
    let mut waiting = pending.borrow_mut();
    let requested = waiting.newest.replace(scenario.clone()).is_some();
    if requested {
        return;
    }
    let pending = pending.clone();
    waiting.frame = Some(request_animation_frame(move |_| {
        let newest = pending.borrow_mut().newest.take();
        if let Some(scenario) = newest {
            let outcome = Shown(Rc::new(scenario.simulate()));
            store.dispatch(Action::Computed(scenario, outcome));
        }
    }));
}
