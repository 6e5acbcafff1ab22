//! The other thread: the same module in a worker, which gets a scenario as a link and answers with bands.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Float32Array};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, HtmlLinkElement, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::refine::Refinement;
use crate::scenario::{Scenario, link, uncertain};
use crate::uncertainty::bands::Bands;

/// The worker's script; it stands beside the page.
const SCRIPT: &str = "worker.js";
/// The element that names the script of this very module.
const MODULE: &str = if cfg!(feature = "more") { "more-script" } else { "page-script" };

/// An errand: what to run, what to do with the bands, and what to do where there is no worker.
struct Errand {
    ticket: f64,
    scenario: Rc<Scenario>,
    take: Box<dyn Fn(Bands)>,
    alone: Box<dyn FnOnce()>,
}

/// Where the worker is.
#[derive(Default)]
enum Post {
    /// Not sent for yet: most of a visit's first seconds need none.
    #[default]
    Nobody,
    /// There, or on its way.
    Hired { worker: Worker, ready: bool, _listeners: [EventListener; 2] },
    /// There can be none: in a sandboxed frame, or where the script did not come.
    Vacant,
}

#[derive(Default)]
struct Desk {
    post: Post,
    tickets: f64,
    errand: Option<Errand>,
}

/// Somebody to send on errands; the newest one counts.
#[derive(Clone, Default)]
pub struct Helper(Rc<RefCell<Desk>>);

impl Helper {
    /// Sends for the finer bands of a scenario; an earlier errand is forgotten.
    pub fn ask(
        &mut self,
        scenario: &Rc<Scenario>,
        take: impl Fn(Bands) + 'static,
        alone: impl FnOnce() + 'static,
    ) {
        let mut desk = self.0.borrow_mut();
        if matches!(desk.post, Post::Nobody) {
            desk.post = self.hire();
        }
        desk.tickets += 1.0;
        let ticket = desk.tickets;
        let scenario = scenario.clone();
        desk.errand = Some(Errand { ticket, scenario, take: Box::new(take), alone: Box::new(alone) });
        let alone = desk.send();
        drop(desk);
        if let Some(alone) = alone {
            alone();
        }
    }

    /// Sends the worker away.
    pub fn dismiss(&self) {
        if let Post::Hired { worker, .. } = std::mem::replace(&mut self.0.borrow_mut().post, Post::Vacant) {
            worker.terminate();
        }
    }

    fn hire(&self) -> Post {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let Ok(worker) = Worker::new_with_options(SCRIPT, &options) else { return Post::Vacant };
        let page = gloo::utils::document().get_element_by_id(MODULE);
        let Some(page) = page.and_then(|link| link.dyn_into::<HtmlLinkElement>().ok()) else {
            return Post::Vacant;
        };
        // The compiled module goes along: the worker fetches and compiles nothing.
        if worker.post_message(&Array::of2(&page.href().into(), &wasm_bindgen::module())).is_err() {
            return Post::Vacant;
        }
        let (desk, failed) = (self.0.clone(), self.0.clone());
        let listeners = [
            EventListener::new(&worker, "message", move |event| {
                if let Some(event) = event.dyn_ref::<MessageEvent>() {
                    answered(&desk, &event.data());
                }
            }),
            EventListener::new(&worker, "error", move |_| {
                let alone = {
                    let mut desk = failed.borrow_mut();
                    desk.post = Post::Vacant;
                    desk.send()
                };
                if let Some(alone) = alone {
                    alone();
                }
            }),
        ];
        Post::Hired { worker, ready: false, _listeners: listeners }
    }
}

impl Desk {
    /// Gives the newest errand to the worker if it is ready; gives back what to do instead where there is none.
    fn send(&mut self) -> Option<Box<dyn FnOnce()>> {
        match &self.post {
            Post::Hired { worker, ready: true, .. } => {
                if let Some(errand) = &self.errand {
                    let link = link::write(&errand.scenario);
                    // A worker that takes no message gives no answer: the bands stay as fine as they are.
                    let _ = worker.post_message(&Array::of2(&errand.ticket.into(), &link.into()));
                }
                None
            }
            Post::Vacant => self.errand.take().map(|errand| errand.alone),
            Post::Nobody | Post::Hired { .. } => None,
        }
    }
}

/// The worker says that it is there, or what came of an errand.
fn answered(desk: &RefCell<Desk>, data: &JsValue) {
    let Some(numbers) = data.dyn_ref::<Float32Array>().map(Float32Array::to_vec) else {
        let mut desk = desk.borrow_mut();
        if let Post::Hired { ready, .. } = &mut desk.post {
            *ready = true;
        }
        // With a worker there is nothing to be done instead.
        let _ = desk.send();
        return;
    };
    let Some((ticket, numbers)) = numbers.split_first() else { return };
    let errand = {
        let mut desk = desk.borrow_mut();
        desk.errand.take_if(|errand| errand.ticket as f32 == *ticket)
    };
    let Some(errand) = errand else { return };
    if let Some(bands) = Bands::read(uncertain::watch(&errand.scenario), numbers) {
        (errand.take)(bands);
    }
}

/// What the worker is at.
#[derive(Default)]
struct Duty {
    work: Option<(f64, Refinement)>,
    again: Option<Timeout>,
}

/// Does errands: the module's other life, in a worker.
#[wasm_bindgen]
pub fn serve() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let duty = Rc::new(RefCell::new(Duty::default()));
    let listener = EventListener::new(&scope, "message", {
        let scope = scope.clone();
        move |event| {
            let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
            let message: Array = event.data().unchecked_into();
            let (Some(ticket), Some(link)) = (message.get(0).as_f64(), message.get(1).as_string()) else {
                return;
            };
            let scenario = Rc::new(link::read(&link).scenario);
            let approved = scenario.policy.approve.is_none() || uncertain::approved(&scenario.simulate());
            let before = duty.borrow_mut().work.take().map(|(_, before)| before);
            duty.borrow_mut().work = Some((ticket, Refinement::new(scenario, approved, before)));
            go_on(&duty, &scope);
        }
    });
    // For as long as the worker lives.
    listener.forget();
    let _ = scope.post_message(&JsValue::NULL);
}

/// One step, and then a look at whether another errand has come.
fn go_on(duty: &Rc<RefCell<Duty>>, scope: &DedicatedWorkerGlobalScope) {
    let mut now = duty.borrow_mut();
    let Some((ticket, refinement)) = &mut now.work else { return };
    if let Some(bands) = refinement.step() {
        let mut numbers = vec![*ticket as f32];
        bands.write(&mut numbers);
        let _ = scope.post_message(&Float32Array::from(numbers.as_slice()));
        now.again = None;
    } else {
        let (duty, scope) = (duty.clone(), scope.clone());
        now.again = Some(Timeout::new(0, move || go_on(&duty, &scope)));
    }
}
