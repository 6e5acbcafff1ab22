//! When the model runs: at most once a frame, on the newest scenario; nothing queues.
//!
//! The first move after a frame is computed at once, so that its result waits for the next frame and not the other way
//! round; further moves before that frame replace one another and are computed in it.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use yew::prelude::*;

use super::refine::use_refinement;
use super::state::{Action, Drawn, Shown, State};
use crate::scenario::Scenario;
use crate::scenario::uncertain::{self, Also};
use crate::uncertainty::bands::Bands;
use crate::uncertainty::draws::IN_FRAME;
use crate::uncertainty::ensemble::{Ensemble, Until};
use crate::uncertainty::samples::Samples;

/// A lever that has not moved for so long rests, milliseconds.
const REST: u32 = 400;
/// A frame in which the draws take longer is too long on this machine, milliseconds: the next has half of them. Drawing and
/// painting take as long again, and all of it is to fit into three frames of the display.
const TOO_LONG: f64 = 25.0;
/// After one that took so little, twice as many fit.
const SHORT: f64 = 12.0;
/// Fewer draws than this are no band. A page opens with so many, before the browser has compiled the month for speed; a
/// moment later come those of a slider at rest.
const FEWEST: usize = 256;

/// The central run and the draws of one scenario.
pub struct Computed {
    pub scenario: Rc<Scenario>,
    pub outcome: Shown,
    pub bands: Drawn,
}

/// What is kept from one move to the next.
struct Kept {
    ensemble: Option<Ensemble>,
    samples: Option<Samples>,
    scratch: Vec<f32>,
    /// Draws in a frame: fewer where the machine is slow, the same from move to move.
    draws: usize,
    /// What is watched for charts that are open.
    also: Also,
    /// Set while a result waits to be painted.
    waits: Option<AnimationFrame>,
}

/// Runs the model for the page.
#[derive(Clone)]
pub struct Engine(Rc<RefCell<Kept>>);

impl PartialEq for Engine {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Engine {
    /// Nothing has been computed yet.
    pub fn new() -> Self {
        let kept = Kept {
            ensemble: None,
            samples: None,
            scratch: Vec::new(),
            draws: IN_FRAME,
            also: Also::default(),
            waits: None,
        };
        Self(Rc::new(RefCell::new(kept)))
    }

    /// Watches other series besides from now on; gives whether they are others.
    #[cfg(feature = "more")]
    pub fn watch(&self, also: Also) -> bool {
        std::mem::replace(&mut self.0.borrow_mut().also, also) != also
    }

    /// What is watched besides.
    pub fn also(&self) -> Also {
        self.0.borrow().also
    }

    /// Computes, unless an earlier result is still to be painted.
    pub fn at_once(&self, scenario: &Rc<Scenario>) -> Option<Computed> {
        let waits = self.0.borrow().waits.is_some();
        (!waits).then(|| self.compute(scenario))
    }

    /// Computes now.
    pub fn compute(&self, scenario: &Rc<Scenario>) -> Computed {
        let kept = self.0.clone();
        let painted = request_animation_frame(move |_| kept.borrow_mut().waits = None);
        let mut kept = self.0.borrow_mut();
        kept.waits = Some(painted);
        let outcome = scenario.simulate();
        let bands = kept.bands(scenario, uncertain::approved(&outcome));
        Computed {
            scenario: scenario.clone(),
            outcome: Shown(Rc::new(outcome)),
            bands: Drawn(Rc::new(bands)),
        }
    }
}

impl Kept {
    fn bands(&mut self, scenario: &Scenario, approved: bool) -> Bands {
        let begin = now();
        let opens = self.ensemble.is_none();
        let draws = if opens { FEWEST } else { self.draws };
        let (watch, ground) = (uncertain::watch_also(scenario, self.also), uncertain::ground(scenario));
        let ensemble = match self.ensemble.take().filter(|kept| *kept.ground() == ground) {
            Some(kept) => kept,
            None => Ensemble::new(ground),
        };
        let samples = self.samples.take().filter(|kept| *kept.watch() == watch);
        let samples = self.samples.insert(samples.unwrap_or_else(|| Samples::new(watch, IN_FRAME)));
        samples.clear();
        self.ensemble.insert(ensemble).advance(&scenario.policy, approved, Until::Horizon, samples, draws);
        let bands = Bands::of(samples, &mut self.scratch);
        self.draws = match now() - begin {
            _ if opens => self.draws,
            long if long > TOO_LONG => FEWEST.max(self.draws / 2),
            short if short < SHORT => IN_FRAME.min(self.draws * 2),
            _ => self.draws,
        };
        bands
    }
}

/// Milliseconds since the page was opened.
pub fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

/// A scenario that compares by identity: one that has gone and come back within a frame has moved all the same.
struct Held(Rc<Scenario>);

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Computes in the next frame what could not be computed at once, and tells when nothing moves any more.
#[hook]
pub fn use_engine(state: &UseReducerHandle<State>) {
    let frame = use_mut_ref(|| None::<AnimationFrame>);
    let rest = use_mut_ref(|| None::<Timeout>);
    let first = use_mut_ref(|| true);
    use_refinement(state);
    let dispatcher = state.dispatcher();
    let late = !Rc::ptr_eq(&state.scenario, &state.computed);
    use_effect_with(Held(state.scenario.clone()), move |_| {
        // The first scenario was computed when the store was made.
        if std::mem::take(&mut *first.borrow_mut()) {
            return;
        }
        if late {
            let store = dispatcher.clone();
            *frame.borrow_mut() = Some(request_animation_frame(move |_| store.dispatch(Action::Compute)));
        }
        *rest.borrow_mut() = Some(Timeout::new(REST, move || dispatcher.dispatch(Action::Rest)));
    });
}
