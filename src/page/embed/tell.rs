//! Telling the page around how high this frame wants to be, and which setting it shows.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::window;
use js_sys::{Array, JSON};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, IntersectionObserver, IntersectionObserverEntry, MessageEvent, ResizeObserver, Window,
};
use yew::prelude::*;

use crate::frame::{Message, Teller, changed};

/// The page around this frame; `None` where there is none.
fn around() -> Option<Window> {
    let window = window();
    window.parent().ok().flatten().filter(|parent| *parent != window)
}

fn post(to: &Window, message: &Message) {
    let value = match message {
        Message::Text(text) => JsValue::from_str(text),
        Message::Object(json) => JSON::parse(json).unwrap_or(JsValue::UNDEFINED),
    };
    // To whatever page this frame is in: a height and a setting are no secrets.
    let _ = to.post_message(&value, "*");
}

/// What one frame needs to tell its height.
struct Desk {
    around: Window,
    element: Element,
    teller: RefCell<Teller>,
    /// Whether a lever is being moved.
    moving: Rc<RefCell<bool>>,
}

impl Desk {
    fn tell(&self) {
        let area = self.element.get_bounding_client_rect();
        let messages = self.teller.borrow_mut().resized([area.height(), area.width()], *self.moving.borrow());
        messages.iter().for_each(|message| post(&self.around, message));
    }

    fn tell_again(&self) {
        self.teller.borrow_mut().forget();
        self.tell();
    }

    fn hear(&self, event: &MessageEvent) {
        let from_around =
            event.source().is_some_and(|source| source == *AsRef::<js_sys::Object>::as_ref(&self.around));
        let Some(text) = event.data().as_string().filter(|_| from_around) else { return };
        if self.teller.borrow_mut().hear(&text).is_some() {
            self.tell();
        }
    }
}

/// Follows the height of an element from now on; nothing where this is not in a frame. `resting` is while no lever moves.
#[hook]
pub fn use_height(node: &NodeRef, resting: bool) {
    let moving = use_mut_ref(|| false);
    *moving.borrow_mut() = !resting;
    let desk = use_mut_ref(|| None::<Rc<Desk>>);
    {
        let desk = desk.clone();
        use_effect_with(node.clone(), move |node| {
            let begun = around().zip(node.cast::<Element>()).map(|(around, element)| {
                let at = window().location();
                let href = at.href().unwrap_or_default();
                let address = href.split(['?', '#']).next().unwrap_or_default();
                let teller = Teller::new(&at.search().unwrap_or_default(), address);
                let begun = Rc::new(Desk { around, element, teller: RefCell::new(teller), moving });
                *desk.borrow_mut() = Some(begun.clone());
                follow(&begun)
            });
            move || drop(begun)
        });
    }
    // What has become lower in the meantime.
    use_effect_with(resting, move |_| {
        if let Some(desk) = &*desk.borrow() {
            desk.tell();
        }
    });
}

/// Whatever changes the height, and whoever asks for it.
fn follow(desk: &Rc<Desk>) -> Option<impl Sized + use<>> {
    let (hears, sized, seen) = (desk.clone(), desk.clone(), desk.clone());
    let listener = EventListener::new(&window(), "message", move |event| {
        if let Some(event) = event.dyn_ref::<MessageEvent>() {
            hears.hear(event);
        }
    });
    post(&desk.around, &desk.teller.borrow().begin());
    let sized = Closure::<dyn FnMut()>::new(move || sized.tell());
    let sizes = ResizeObserver::new(sized.as_ref().unchecked_ref()).ok()?;
    sizes.observe(&desk.element);
    // A page that opens a tab may not have listened, or not have been able to use what it heard.
    let seen = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
        let last = entries.pop().dyn_into::<IntersectionObserverEntry>();
        if last.is_ok_and(|entry| entry.is_intersecting()) {
            seen.tell_again();
        }
    });
    let sight = IntersectionObserver::new(seen.as_ref().unchecked_ref()).ok()?;
    sight.observe(&desk.element);
    Some((listener, (sizes, sized), (sight, seen)))
}

/// Tells of the setting whenever it has come to rest as another.
#[hook]
pub fn use_change(link: Option<AttrValue>) {
    use_effect_with(link, |link| {
        if let (Some(link), Some(around)) = (link, around()) {
            post(&around, &changed(link));
        }
    });
}
