//! Finer bands when nothing moves: sixteen times the draws, in another thread where there is one, else a little in
//! every frame.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::render::{AnimationFrame, request_animation_frame};
use yew::prelude::*;

use super::errand::Helper;
use super::state::{Action, Drawn, State};
use crate::scenario::{Scenario, uncertain};
use crate::uncertainty::bands::Bands;
use crate::uncertainty::draws::MOST;
use crate::uncertainty::ensemble::Ensemble;
use crate::uncertainty::samples::Samples;

/// Draws between two looks at whether something else is wanted by now.
pub const STEP: usize = 512;

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
    let here = use_mut_ref(|| None::<Slices>);
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
            move || *here.borrow_mut() = Some(Slices::begin(scenario, approved, take))
        };
        helper.borrow_mut().ask(&scenario, take, alone);
    });
}

/// A refinement without another thread: one step in every frame.
struct Slices {
    _frame: Rc<RefCell<Option<AnimationFrame>>>,
}

impl Slices {
    fn begin(scenario: Rc<Scenario>, approved: bool, take: impl Fn(Bands) + 'static) -> Self {
        let frame = Rc::new(RefCell::new(None));
        next(Rc::downgrade(&frame), Refinement::new(scenario, approved, None), take);
        Self { _frame: frame }
    }
}

/// Asks for the next frame, as long as somebody holds on to the refinement.
fn next(
    frame: std::rc::Weak<RefCell<Option<AnimationFrame>>>,
    mut refinement: Refinement,
    take: impl Fn(Bands) + 'static,
) {
    let Some(held) = frame.upgrade() else { return };
    let again = frame.clone();
    *held.borrow_mut() = Some(request_animation_frame(move |_| match refinement.step() {
        Some(bands) => take(bands),
        None => next(again, refinement, take),
    }));
}
