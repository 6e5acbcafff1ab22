//! The other threads: the same module in a few workers, which get a scenario as a link, share out its draws, and answer
//! with bands.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::{document, window};
use js_sys::{Array, Float32Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlLinkElement, MessageChannel, MessageEvent, Worker, WorkerOptions, WorkerType};

use crate::scenario::uncertain::{self, Also};
use crate::scenario::{Scenario, link};
use crate::uncertainty::bands::Bands;

/// The element that names the workers' script.
const SCRIPT: &str = "worker-script";
/// The element that names the script of this very module.
const MODULE: &str = match (cfg!(feature = "more"), cfg!(feature = "embed")) {
    (true, _) => "more-script",
    (_, true) => "embed-script",
    _ => "page-script",
};
/// More hands than this are no quicker: each has to begin, and to hand over. An article may have ten embeds.
const MOST_WORKERS: usize = if cfg!(feature = "embed") { 1 } else { 4 };

/// An errand: what to run, what to do with the bands, and what to do where there is nobody.
struct Errand {
    ticket: f64,
    scenario: Rc<Scenario>,
    also: Also,
    take: Box<dyn Fn(Bands)>,
    alone: Box<dyn FnOnce()>,
}

/// Where the workers are.
#[derive(Default)]
enum Post {
    /// Not sent for yet: most of a visit's first seconds need none.
    #[default]
    Nobody,
    /// There, or on their way.
    Hired(Hired),
    /// There can be none: in a sandboxed frame, or where the script did not come.
    Vacant,
}

/// Dropping it sends them away.
#[derive(Default)]
struct Hired {
    /// The first one puts together what the others have done.
    workers: Vec<Worker>,
    ready: usize,
    listeners: Vec<EventListener>,
}

impl Drop for Hired {
    fn drop(&mut self) {
        self.workers.iter().for_each(Worker::terminate);
    }
}

#[derive(Default)]
struct Desk {
    post: Post,
    tickets: f64,
    errand: Option<Errand>,
}

/// Somebody to send on errands; the newest one counts.
#[derive(Clone, Default)]
pub struct Crew(Rc<RefCell<Desk>>);

impl Crew {
    /// Sends for the finer bands of a scenario; an earlier errand is forgotten.
    pub fn ask(
        &mut self,
        scenario: &Rc<Scenario>,
        also: Also,
        take: impl Fn(Bands) + 'static,
        alone: impl FnOnce() + 'static,
    ) {
        let mut desk = self.0.borrow_mut();
        if matches!(desk.post, Post::Nobody) {
            desk.post = self.hire().map_or(Post::Vacant, Post::Hired);
        }
        desk.tickets += 1.0;
        let ticket = desk.tickets;
        let scenario = scenario.clone();
        desk.errand = Some(Errand { ticket, scenario, also, take: Box::new(take), alone: Box::new(alone) });
        let alone = desk.send();
        drop(desk);
        if let Some(alone) = alone {
            alone();
        }
    }

    /// Sends the workers away.
    pub fn dismiss(&self) {
        self.0.borrow_mut().post = Post::Vacant;
    }

    /// As many as the machine has processors, with a way from the first to each other; `None` where one cannot be had.
    fn hire(&self) -> Option<Hired> {
        let (page, script) = (address(MODULE)?, address(SCRIPT)?);
        let count = (window().navigator().hardware_concurrency() as usize).clamp(1, MOST_WORKERS);
        let to_first = Array::new();
        let mut hired = Hired::default();
        // The first one last: it gets a port of each other.
        for part in (0..count).rev() {
            let ports = if part == 0 { to_first.clone() } else { Array::of1(&way_to_first(&to_first)?) };
            hired.add(part, [&page, &script], &ports, self)?;
        }
        hired.workers.reverse();
        Some(hired)
    }

    /// What a worker said.
    fn hear(&self, data: &JsValue) {
        match data.dyn_ref::<Float32Array>() {
            Some(numbers) => self.answered(&numbers.to_vec()),
            None => {
                let mut desk = self.0.borrow_mut();
                if let Post::Hired(hired) = &mut desk.post {
                    hired.ready += 1;
                }
                // With workers there is nothing to be done instead.
                let _ = desk.send();
            }
        }
    }

    fn answered(&self, numbers: &[f32]) {
        let Some((ticket, numbers)) = numbers.split_first() else { return };
        let errand = self.0.borrow_mut().errand.take_if(|errand| errand.ticket as f32 == *ticket);
        let Some(errand) = errand else { return };
        // The next errand of an embed may never come: until then its worker only takes room.
        #[cfg(feature = "embed")]
        {
            self.0.borrow_mut().post = Post::Nobody;
        }
        if let Some(bands) = Bands::read(uncertain::watch_also(&errand.scenario, errand.also), numbers) {
            (errand.take)(bands);
        }
    }

    /// One did not come: what they were to do is done without them.
    fn fail(&self) {
        let alone = {
            let mut desk = self.0.borrow_mut();
            desk.post = Post::Vacant;
            desk.send()
        };
        if let Some(alone) = alone {
            alone();
        }
    }
}

/// The address of the file that an element names.
fn address(element: &str) -> Option<String> {
    Some(document().get_element_by_id(element)?.dyn_into::<HtmlLinkElement>().ok()?.href())
}

/// One end of a new channel, the other goes to the first worker.
fn way_to_first(to_first: &Array) -> Option<JsValue> {
    let channel = MessageChannel::new().ok()?;
    to_first.push(&channel.port1());
    Some(channel.port2().into())
}

impl Hired {
    fn add(&mut self, part: usize, [page, script]: [&str; 2], ports: &Array, crew: &Crew) -> Option<()> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(script, &options).ok()?;
        // The compiled module goes along: the worker fetches and compiles nothing.
        let message = Array::of3(&page.into(), &wasm_bindgen::module(), &(part as f64).into());
        worker.post_message_with_transfer(&message, ports).ok()?;
        let (hears, fails) = (crew.clone(), crew.clone());
        self.listeners.push(EventListener::new(&worker, "message", move |event| {
            if let Some(event) = event.dyn_ref::<MessageEvent>() {
                hears.hear(&event.data());
            }
        }));
        self.listeners.push(EventListener::new(&worker, "error", move |_| fails.fail()));
        self.workers.push(worker);
        Some(())
    }
}

impl Desk {
    /// Gives the newest errand to the workers if all are ready; gives back what to do instead where there are none.
    fn send(&mut self) -> Option<Box<dyn FnOnce()>> {
        match &self.post {
            Post::Hired(hired) if hired.ready == hired.workers.len() => {
                if let Some(errand) = &self.errand {
                    let link = link::write(&errand.scenario);
                    let parts = hired.workers.len() as f64;
                    let also = errand.also.number();
                    let message =
                        Array::of4(&errand.ticket.into(), &link.into(), &parts.into(), &also.into());
                    for worker in &hired.workers {
                        // A worker that takes no message gives no answer: the bands stay as fine as they are.
                        let _ = worker.post_message(&message);
                    }
                }
                None
            }
            Post::Vacant => self.errand.take().map(|errand| errand.alone),
            Post::Nobody | Post::Hired(_) => None,
        }
    }
}
