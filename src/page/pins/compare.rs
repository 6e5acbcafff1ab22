//! Pins held against the plan in hand, on the same draws, in parts between frames.

use std::rc::Rc;

use yew::prelude::*;

use crate::page::made::Pin;
use crate::page::slices;
use crate::page::state::State;
use crate::questions::measure::Measure;
use crate::questions::spread::{all, held};
use crate::scenario::Scenario;
use crate::uncertainty::draws::IN_FRAME;
use crate::uncertainty::paired::Paired;

/// A pin against the plan: the figures, and how the two differ.
pub type Held = Rc<Vec<(Measure, Paired)>>;

/// The figures that are held against each other.
fn measures(month: u16) -> [Measure; 2] {
    [Measure::Net(month), Measure::Jobs(month)]
}

/// How each pin differs from the plan, when nothing moves; `None` until it is known.
#[hook]
pub fn use_comparison(state: &State) -> Vec<Option<Held>> {
    let found = use_state(Vec::<(Rc<Scenario>, Rc<Scenario>, Held)>::new);
    let pins: Vec<Rc<Scenario>> = state.pins.iter().map(|pin| pin.scenario.clone()).collect();
    let wanted = state.resting.then(|| (state.scenario.clone(), pins));
    let set = found.setter();
    use_effect_with(wanted, move |wanted| {
        let job = wanted.clone().filter(|(_, pins)| !pins.is_empty()).map(|(plan, pins)| {
            let mut work = work(plan, pins);
            slices::ask(Box::new(move || match work() {
                None => true,
                Some(done) => {
                    set.set(done);
                    false
                }
            }))
        });
        move || drop(job)
    });
    let of = |pin: &Pin| {
        let known = found.iter().find(|(plan, pinned, _)| *plan == state.scenario && *pinned == pin.scenario);
        known.map(|(.., held)| held.clone())
    };
    state.pins.iter().map(of).collect()
}

/// The plan, the pin, and how they differ.
type Found = Vec<(Rc<Scenario>, Rc<Scenario>, Held)>;

/// First the plan's draws, and then at each call those of a pin.
fn work(plan: Rc<Scenario>, pins: Vec<Rc<Scenario>>) -> impl FnMut() -> Option<Found> {
    let measures = measures(plan.policy.horizon);
    let mut ours: Option<Vec<Vec<f32>>> = None;
    let mut found = Vec::new();
    move || {
        let Some(ours) = &ours else {
            ours = Some(all(&plan, &measures, IN_FRAME));
            return None;
        };
        let pin = pins.get(found.len())?.clone();
        let theirs = all(&pin, &measures, IN_FRAME);
        let paired = held((&plan, ours), (&pin, &theirs), &measures);
        found.push((plan.clone(), pin, Rc::new(measures.into_iter().zip(paired).collect())));
        (found.len() == pins.len()).then(|| std::mem::take(&mut found))
    }
}
