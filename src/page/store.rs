//! What this browser keeps between two visits. It may refuse: the page works on without.

use gloo::utils::window;
use web_sys::Storage;

use crate::scenario::stored::{self, Unread};

/// The setting last in hand.
pub const LAST: &str = "raaderum.last";
/// What is put aside; where there is any, start.js opens the module that can show it.
#[cfg(feature = "more")]
pub const PINS: &str = "raaderum.pins";
/// The codes of teams.
#[cfg(feature = "more")]
pub const TEAMS: &str = "raaderum.teams";
/// The places chosen last.
const PLACES: &str = "raaderum.places";
/// Language and light or dark; start.js reads the language.
const LOOK: &str = "raaderum.look";

/// Why nothing is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unkept {
    /// There is no store, as in a sandboxed frame, or it is full.
    Refused,
    /// A later version of the page has written there; that stays.
    Newer,
    /// What was there is nothing of ours.
    Broken,
}

impl From<Unread> for Unkept {
    fn from(why: Unread) -> Self {
        match why {
            Unread::Newer => Self::Newer,
            Unread::Broken => Self::Broken,
        }
    }
}

fn storage() -> Result<Storage, Unkept> {
    window().local_storage().ok().flatten().ok_or(Unkept::Refused)
}

/// What is kept under a name.
pub fn find(name: &str) -> Result<Option<String>, Unkept> {
    storage()?.get_item(name).map_err(|_| Unkept::Refused)
}

/// Keeps a text, or forgets what was kept; what a later version has written stays.
pub fn keep(name: &str, text: Option<&str>) -> Result<(), Unkept> {
    let newer = |there: String| matches!(stored::read(&there), Err(Unread::Newer));
    if find(name)?.is_some_and(newer) {
        return Err(Unkept::Newer);
    }
    let store = storage()?;
    match text {
        Some(text) => store.set_item(name, text),
        None => store.remove_item(name),
    }
    .map_err(|_| Unkept::Refused)
}

/// The names under which something is kept that begin so.
#[cfg(feature = "more")]
pub fn names(beginning: &str) -> Result<Vec<String>, Unkept> {
    let store = storage()?;
    let count = store.length().map_err(|_| Unkept::Refused)?;
    let names = (0..count).filter_map(|place| store.key(place).ok().flatten());
    Ok(names.filter(|name| name.starts_with(beginning)).collect())
}

/// What this window alone keeps, as long as it is open; nothing where it may not.
#[cfg(feature = "more")]
pub fn of_window(name: &str) -> Option<String> {
    window().session_storage().ok().flatten()?.get_item(name).ok().flatten()
}

/// Has this window keep a text, or forget it; where it may not, the page works on without.
#[cfg(feature = "more")]
pub fn keep_in_window(name: &str, text: Option<&str>) {
    if let Some(store) = window().session_storage().ok().flatten() {
        let _ = match text {
            Some(text) => store.set_item(name, text),
            None => store.remove_item(name),
        };
    }
}

/// The places chosen last, the newest first.
pub fn recent_places() -> Vec<usize> {
    stored::read_places(&find(PLACES).ok().flatten().unwrap_or_default())
}

/// Remembers that a place was chosen; where nothing may be kept, the list is as at a first visit.
pub fn remember_place(place: usize) {
    let _ = keep(PLACES, Some(&stored::write_places(place, &recent_places())));
}

/// Keeps the look that the visitor has chosen, as a link writes it. Whether that succeeds is told of elsewhere.
pub fn keep_look(key: &str, value: &str) {
    let mut look = look();
    look.retain(|(known, _)| known != key);
    look.push((key.to_owned(), value.to_owned()));
    let parts: Vec<String> = look.iter().map(|(key, value)| [key, "=", &**value].concat()).collect();
    let _ = keep(LOOK, Some(&stored::write([&*parts.join("&")])));
}

/// The look that the visitor has chosen: keys and values as in a link.
pub fn look() -> Vec<(String, String)> {
    let text = find(LOOK).ok().flatten().unwrap_or_default();
    let line = stored::read(&text).ok().and_then(|mut lines| lines.next()).unwrap_or_default();
    let pairs = line.split('&').filter_map(|part| part.split_once('='));
    pairs.map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
}
