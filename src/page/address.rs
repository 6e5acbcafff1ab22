//! The setting in the address: read at the start and when it changes, written when the levers rest.

use std::cell::RefCell;

use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::state::{Action, Page, State};
use super::store;
use crate::scenario::{check, link};
use crate::words::text::Language;

/// The fragment of the address, without its `#`.
pub fn fragment() -> String {
    // Where the browser keeps the address from us there is nothing to read.
    let hash = window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// What a fragment asks for; of the look, what it leaves open is as the visitor has chosen.
pub fn read(fragment: &str) -> link::Read {
    let mut read = link::read(fragment);
    for (key, value) in store::look() {
        if read.page.iter().all(|(known, _)| *known != key) {
            read.page.push((key, value));
        }
    }
    read
}

/// The fragment that brings a state back.
fn written(state: &State) -> String {
    #[cfg(feature = "more")]
    if let Some(team) = state.team.as_deref().filter(|_| state.page == Page::Team) {
        return finished(team.link(&state.scenario), state);
    }
    finished(link::write(&state.scenario), state)
}

/// A link of the scenario with what the page adds.
fn finished(mut fragment: String, state: &State) -> String {
    if state.language != Language::default() {
        fragment.push_str("&lang=");
        fragment.push_str(state.language.code());
    }
    if let Some(shade) = state.shade {
        fragment.push_str("&theme=");
        fragment.push_str(shade.name());
    }
    #[cfg(feature = "more")]
    if state.surroundings {
        fragment.push_str("&surroundings=on");
    }
    on_page(&fragment, state.page)
}

thread_local! {
    /// The state last rendered.
    static NEWEST: RefCell<Option<State>> = const { RefCell::new(None) };
    /// The fragment of the address as it was last heard of, or written here.
    static KNOWN: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Hands the page over to another module: writes the fragment of the state last rendered, whether or not it has come to
/// rest, and gives it with its steps; the state is let go.
pub fn hand_over() -> String {
    let Some(mut state) = NEWEST.take() else { return String::new() };
    let steps = state.steps.write();
    if is_news() {
        // The visitor has gone elsewhere, and nobody will tell this module of it any more.
        let elsewhere = fragment();
        if !is_ours() {
            return elsewhere + &steps;
        }
        state.page = page_of(&elsewhere);
    }
    let newest = written(&state);
    put(&newest);
    newest + &steps
}

/// Whether the address is another than the one last heard of.
fn is_news() -> bool {
    KNOWN.with_borrow(|known| known.as_ref() != Some(&fragment()))
}

/// The same setting on another page; the first page goes without saying.
pub fn on_page(fragment: &str, page: Page) -> String {
    let (setting, _) = parted(fragment);
    match page == Page::default() {
        true => setting.to_owned(),
        false => format!("{setting}{PAGE}{}", page.name()),
    }
}

/// Begins the last part of a fragment of ours.
const PAGE: &str = "&page=";

/// The page that a fragment names.
fn page_of(fragment: &str) -> Page {
    parted(fragment).1.and_then(Page::by_name).unwrap_or_default()
}

/// The setting of a fragment, and the name of its page where it names one. By single letters: what searches for a whole
/// text weighs more than the rest of this file.
fn parted(fragment: &str) -> (&str, Option<&str>) {
    let mut names = fragment.match_indices('&').map(|(at, _)| (at, fragment[at..].strip_prefix(PAGE)));
    match names.find(|(_, name)| name.is_some()) {
        Some((at, name)) => (&fragment[..at], name),
        None => (fragment, None),
    }
}

/// The whole address of a state, to be passed on: with a check value, so that whoever opens it later is told if the
/// figures are others by then.
pub fn link_to(state: &State) -> String {
    let href = window().location().href().unwrap_or_default();
    let page = href.split('#').next().unwrap_or_default();
    format!("{page}#{}", signed(state))
}

/// Its fragment, with the check value.
pub fn signed(state: &State) -> String {
    finished(check::signed(&link::write(&state.scenario), &state.outcome.0), state)
}

/// Keeps the address and the store in step; gives the fragment of the setting that last rested.
///
/// Each page visited is an entry of the browser's history, and all of them carry the setting that is in force:
/// Back moves between pages and takes no lever back.
#[hook]
pub fn use_address(state: &UseReducerHandle<State>) -> AttrValue {
    NEWEST.set(Some((**state).clone()));
    KNOWN.with_borrow_mut(|known| _ = known.get_or_insert_with(fragment));
    let dispatcher = state.dispatcher();
    use_effect_with((), move |()| {
        let hear = move || {
            if is_news() {
                let fragment = fragment();
                dispatcher.dispatch(match is_ours() {
                    true => Action::Visit(page_of(&fragment)),
                    false => Action::Open(Box::new(read(&fragment))),
                });
            }
            keep(false, None);
        };
        // It may have changed since the page was first rendered.
        hear();
        let listener = EventListener::new(&window(), "hashchange", move |_| hear());
        move || drop(listener)
    });
    let rested = use_mut_ref(AttrValue::default);
    if state.resting {
        let written = written(state);
        if *rested.borrow() != written {
            *rested.borrow_mut() = written.into();
        }
    }
    let rested = rested.borrow().clone();
    let settled = (state.resting && state.touched).then(|| rested.clone());
    use_effect_with(settled, |settled| {
        // Where the visitor goes elsewhere at this moment, that comes first.
        if let Some(settled) = settled.as_ref().filter(|_| !is_news()) {
            put(settled);
        }
    });
    rested
}

/// Writes a fragment into the address.
fn put(wanted: &str) {
    let now = fragment();
    if *wanted != now {
        keep(page_of(wanted) != page_of(&now), Some(&format!("#{wanted}")));
    }
}

/// Marks the entry in the browser's history as ours, with an address if it is another; a new entry for a new page,
/// so that slider steps leave no trail behind the Back button. Neither fires a hashchange. A sandboxed frame may
/// refuse it: the page works on, only its address stays behind.
fn keep(new_entry: bool, address: Option<&str>) {
    let ours = JsValue::TRUE;
    let _ = window().history().and_then(|history| match new_entry {
        true => history.push_state_with_url(&ours, "", address),
        false => history.replace_state_with_url(&ours, "", address),
    });
    KNOWN.set(Some(fragment()));
}

/// Whether the entry in the browser's history was made here, and not by following a link.
fn is_ours() -> bool {
    window().history().and_then(|history| history.state()).is_ok_and(|state| state.is_truthy())
}
