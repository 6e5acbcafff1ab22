//! The module's other life, in a worker: a part of the draws of a scenario; the first worker puts the parts together.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Array, Float32Array};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent, MessagePort};

use super::refine::Refinement;
use crate::model::lane::{Eight, Lane};
use crate::scenario::link;
use crate::scenario::uncertain::{self, Also};
use crate::uncertainty::bands::Bands;
use crate::uncertainty::draws::MOST;

/// What a worker is at.
struct Duty {
    scope: DedicatedWorkerGlobalScope,
    /// Which part is this one's.
    part: usize,
    /// To the first worker, or of the first to each other one.
    ports: Vec<MessagePort>,
    work: Option<Work>,
    /// A word to oneself, heard after those that are waiting. A timer would wait four milliseconds each time.
    again: MessagePort,
    /// Whether that word is on its way.
    coming: bool,
    /// What the others have done, each behind its ticket.
    arrived: Vec<Vec<f32>>,
}

/// One errand.
struct Work {
    ticket: f32,
    refinement: Refinement,
    stage: Stage,
}

/// How far an errand is.
#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Running,
    /// This part is done.
    Done,
    /// The bands are on their way to the page.
    Sent,
}

type Shared = Rc<RefCell<Duty>>;

/// Does errands; `ports` are as [`Duty`] has them.
///
/// # Errors
/// What the browser says where it gives no way for messages.
#[wasm_bindgen]
pub fn serve(part: usize, ports: Array) -> Result<(), JsValue> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let ports: Vec<MessagePort> = ports.iter().filter_map(|port| port.dyn_into().ok()).collect();
    let to_oneself = MessageChannel::new()?;
    let duty = Duty {
        scope: scope.clone(),
        part,
        ports: ports.clone(),
        work: None,
        again: to_oneself.port1(),
        coming: false,
        arrived: Vec::new(),
    };
    let duty = Rc::new(RefCell::new(duty));
    let next = duty.clone();
    hear(&to_oneself.port2(), move |_| go_on(&next));
    to_oneself.port2().start();
    let errands = duty.clone();
    hear(&scope, move |data| {
        let message: Array = data.unchecked_into();
        let [ticket, parts, also] = [0, 2, 3].map(|place| message.get(place).as_f64());
        let also = Also::from_number(also.unwrap_or_default() as u32);
        if let (Some(ticket), Some(link), Some(parts)) = (ticket, message.get(1).as_string(), parts) {
            let mut duty = errands.borrow_mut();
            duty.begin(ticket as f32, &link, also, parts as usize);
            duty.come_back();
        }
    });
    for port in ports {
        let duty = duty.clone();
        hear(&port, move |data| {
            if let Some(numbers) = data.dyn_ref::<Float32Array>() {
                let mut duty = duty.borrow_mut();
                duty.arrived.push(numbers.to_vec());
                duty.put_together();
            }
        });
        port.start();
    }
    scope.post_message(&JsValue::NULL)
}

/// Hears messages for as long as the worker lives.
fn hear(from: &web_sys::EventTarget, mut take: impl FnMut(JsValue) + 'static) {
    let listener = EventListener::new(from, "message", move |event| {
        if let Some(event) = event.dyn_ref::<MessageEvent>() {
            take(event.data());
        }
    });
    listener.forget();
}

/// The draws of one part of so many, in whole lanes.
fn share(part: usize, parts: usize) -> Range<usize> {
    let each = MOST.div_ceil(Eight::COUNT).div_ceil(parts.max(1)) * Eight::COUNT;
    MOST.min(part * each)..MOST.min((part + 1) * each)
}

/// One step, and then a look at whether another errand has come.
fn go_on(duty: &Shared) {
    let mut duty = duty.borrow_mut();
    duty.coming = false;
    let Some(work) = duty.work.as_mut().filter(|work| work.stage == Stage::Running) else { return };
    if work.refinement.step() {
        duty.come_back();
    } else {
        work.stage = Stage::Done;
        duty.hand_over();
    }
}

impl Duty {
    /// Begins an errand; what was at hand is left.
    fn begin(&mut self, ticket: f32, link: &str, also: Also, parts: usize) {
        let scenario = Rc::new(link::read(link).scenario);
        let approved = scenario.policy.approve.is_none() || uncertain::approved(&scenario.simulate());
        let before = self.work.take().map(|work| work.refinement);
        let refinement = Refinement::new(scenario, also, approved, share(self.part, parts), before);
        self.work = Some(Work { ticket, refinement, stage: Stage::Running });
        self.arrived.retain(|numbers| numbers.first() == Some(&ticket));
    }

    /// Goes on with the work after whatever has come in by now.
    fn come_back(&mut self) {
        if !std::mem::replace(&mut self.coming, true) {
            // What carries nothing is always taken.
            let _ = self.again.post_message(&JsValue::NULL);
        }
    }

    /// The first worker looks whether the others are done too; they send it what they have.
    fn hand_over(&mut self) {
        match (self.part, &mut self.work) {
            (0, _) => self.put_together(),
            (_, Some(work)) => {
                let mut numbers = vec![work.ticket];
                work.refinement.samples().write(&mut numbers);
                let numbers = Float32Array::from(numbers.as_slice());
                for port in &self.ports {
                    let _ = port.post_message_with_transferable(&numbers, &Array::of1(&numbers.buffer()));
                }
            }
            (_, None) => {}
        }
    }

    /// The bands, once all parts are here.
    fn put_together(&mut self) {
        let Some(work) = &mut self.work else { return };
        let ticket = work.ticket;
        let here = self.arrived.iter().filter(|numbers| numbers.first() == Some(&ticket)).count();
        if work.stage != Stage::Done || here < self.ports.len() {
            return;
        }
        let samples = work.refinement.samples();
        for numbers in std::mem::take(&mut self.arrived) {
            if let Some((of, numbers)) = numbers.split_first()
                && *of == ticket
            {
                samples.take_in(numbers);
            }
        }
        let mut numbers = vec![ticket];
        Bands::of(samples, &mut Vec::new()).write(&mut numbers);
        let _ = self.scope.post_message(&Float32Array::from(numbers.as_slice()));
        work.stage = Stage::Sent;
    }
}
