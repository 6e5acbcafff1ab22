//! Pins made as sure as the plan in hand at rest, one after the other between frames: the same plan tells the same figures.

use std::rc::Rc;

use yew::prelude::*;

use crate::page::refine::{ALL, Refinement};
use crate::page::slices;
use crate::page::state::{Action, Drawn, State};
use crate::scenario::uncertain::{self, Also};
use crate::uncertainty::bands::Bands;
use crate::uncertainty::draws::MOST;

/// Runs all draws of the first pin that has fewer, when nothing moves.
#[hook]
pub fn use_finer(state: &State, store: &UseReducerDispatcher<State>) {
    let coarse = state.pins.iter().find(|pin| pin.bands.0.draws < MOST).filter(|_| state.resting);
    let wanted = coarse.map(|pin| (pin.scenario.clone(), uncertain::approved(&pin.outcome.0)));
    let store = store.clone();
    use_effect_with(wanted, move |wanted| {
        let job = wanted.clone().map(|(scenario, approved)| {
            let mut refinement = Refinement::new(scenario.clone(), Also::default(), approved, ALL, None);
            slices::ask_further(Box::new(move || {
                let more = refinement.step();
                if !more {
                    let bands = Bands::of(refinement.samples(), &mut Vec::new());
                    store.dispatch(Action::PinRefined(scenario.clone(), Drawn(Rc::new(bands))));
                }
                more
            }))
        });
        move || drop(job)
    });
}
