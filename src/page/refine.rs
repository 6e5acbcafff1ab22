//! Finer bands when nothing moves: sixteen times the draws, in another thread where there is one, else in parts
//! between frames.

use std::rc::Rc;

use yew::prelude::*;

use super::slices::{self, Job};
use super::state::{Action, Drawn, State};
use super::worker::Helper;
use crate::scenario::{Scenario, uncertain};
use crate::uncertainty::bands::Bands;
use crate::uncertainty::draws::MOST;
use crate::uncertainty::ensemble::Ensemble;
use crate::uncertainty::samples::Samples;

/// Draws between two looks at whether something else is wanted by now.
const STEP: usize = 512;

/// The finer bands of one scenario, on their way.
pub struct Refinement {
    scenario: Rc<Scenario>,
    approved: bool,
    ensemble: Ensemble,
    samples: Samples,
}

impl Refinement {
    /// Begins; `before` is a finished one whose memory can be used again.
    pub fn new(scenario: Rc<Scenario>, approved: bool, before: Option<Self>) -> Self {
        let (watch, ground) = (uncertain::watch(&scenario), uncertain::ground(&scenario));
        let (ensemble, samples) = before.map(|before| (before.ensemble, before.samples)).unzip();
        let ensemble: Option<Ensemble> = ensemble.filter(|kept: &Ensemble| *kept.ground() == ground);
        let samples = samples.filter(|kept: &Samples| *kept.watch() == watch);
        let mut samples = samples.unwrap_or_else(|| Samples::new(watch, MOST));
        samples.clear();
        Self { scenario, approved, ensemble: ensemble.unwrap_or_else(|| Ensemble::new(ground)), samples }
    }

    /// Runs some more draws; the bands when all are there.
    pub fn step(&mut self) -> Option<Bands> {
        self.ensemble.advance(&self.scenario.policy, self.approved, &mut self.samples, STEP);
        (self.samples.draws() >= MOST).then(|| Bands::of(&self.samples, &mut Vec::new()))
    }
}

/// Asks for finer bands whenever the scenario rests, and takes them if it still does when they come.
#[hook]
pub fn use_refinement(state: &UseReducerHandle<State>) {
    let helper = use_mut_ref(Helper::default);
    let here = use_mut_ref(|| None::<Job>);
    {
        let helper = helper.clone();
        use_effect_with((), move |()| move || helper.borrow().dismiss());
    }
    let store = state.dispatcher();
    let wanted = state.resting && state.bands.0.draws < MOST && Rc::ptr_eq(&state.scenario, &state.computed);
    let approved = uncertain::approved(&state.outcome.0);
    use_effect_with((wanted, state.computed.clone()), move |(wanted, scenario)| {
        // What is under way is for another scenario.
        *here.borrow_mut() = None;
        if !*wanted {
            return;
        }
        let scenario = scenario.clone();
        let take = {
            let (store, scenario) = (store.clone(), scenario.clone());
            move |bands| store.dispatch(Action::Refined(scenario.clone(), Drawn(Rc::new(bands))))
        };
        let alone = {
            let (scenario, take) = (scenario.clone(), take.clone());
            move || {
                let mut refinement = Refinement::new(scenario, approved, None);
                let part = move || refinement.step().map(&take).is_none();
                *here.borrow_mut() = Some(slices::ask(Box::new(part)));
            }
        };
        helper.borrow_mut().ask(&scenario, take, alone);
    });
}
