//! Finer bands when nothing moves: sixteen times the draws, in other threads where there are any, else in parts
//! between frames.

use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use super::crew::Crew;
use super::slices::{self, Job};
use super::state::{Action, Drawn, State};
use crate::scenario::Scenario;
use crate::scenario::uncertain::{self, Also};
use crate::uncertainty::bands::Bands;
use crate::uncertainty::draws::MOST;
use crate::uncertainty::ensemble::{Ensemble, Until};
use crate::uncertainty::samples::Samples;

/// Draws between two looks at whether something else is wanted by now.
const STEP: usize = 512;

/// The finer draws of one scenario, on their way: all of them, or a part.
pub struct Refinement {
    scenario: Rc<Scenario>,
    approved: bool,
    ensemble: Ensemble,
    samples: Samples,
    /// How many there are to be.
    draws: usize,
}

impl Refinement {
    /// Begins with the first of `draws`; `before` is a finished one whose work can be used again.
    pub fn new(
        scenario: Rc<Scenario>,
        also: Also,
        approved: bool,
        draws: Range<usize>,
        before: Option<Self>,
    ) -> Self {
        let ground = uncertain::ground(&scenario);
        let kept = before.map(|before| before.ensemble).filter(|kept| *kept.ground() == ground);
        let samples = Samples::from(uncertain::watch_also(&scenario, also), draws.start, draws.len());
        let ensemble = kept.unwrap_or_else(|| Ensemble::new(ground));
        Self { scenario, approved, ensemble, samples, draws: draws.len() }
    }

    /// Runs some more draws; false when all are there.
    pub fn step(&mut self) -> bool {
        let next = STEP.min(self.draws - self.samples.draws());
        let Self { scenario, approved, ensemble, samples, .. } = self;
        ensemble.advance(&scenario.policy, *approved, Until::End, samples, next);
        self.samples.draws() < self.draws
    }

    /// The draws so far.
    pub fn samples(&mut self) -> &mut Samples {
        &mut self.samples
    }
}

/// All draws there are to be.
pub const ALL: Range<usize> = 0..MOST;

/// Asks for finer bands whenever the scenario rests, and takes them if it still does when they come.
#[hook]
pub fn use_refinement(state: &UseReducerHandle<State>) {
    let crew = use_mut_ref(Crew::default);
    let here = use_mut_ref(|| None::<Job>);
    {
        let crew = crew.clone();
        use_effect_with((), move |()| move || crew.borrow().dismiss());
    }
    let store = state.dispatcher();
    let wanted = state.resting && state.bands.0.draws < MOST && Rc::ptr_eq(&state.scenario, &state.computed);
    let approved = uncertain::approved(&state.outcome.0);
    let watched = (wanted, state.computed.clone(), state.engine.also());
    use_effect_with(watched, move |(wanted, scenario, also)| {
        // What is under way is for another scenario.
        *here.borrow_mut() = None;
        if !*wanted {
            return;
        }
        let (scenario, also) = (scenario.clone(), *also);
        let take = {
            let (store, scenario) = (store.clone(), scenario.clone());
            move |bands| store.dispatch(Action::Refined(scenario.clone(), Drawn(Rc::new(bands))))
        };
        let alone = {
            let (scenario, take) = (scenario.clone(), take.clone());
            move || {
                let mut refinement = Refinement::new(scenario, also, approved, ALL, None);
                let part = move || {
                    let more = refinement.step();
                    if !more {
                        take(Bands::of(refinement.samples(), &mut Vec::new()));
                    }
                    more
                };
                *here.borrow_mut() = Some(slices::ask(Box::new(part)));
            }
        };
        crew.borrow_mut().ask(&scenario, also, take, alone);
    });
}
