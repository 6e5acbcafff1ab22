//! What can happen to the store.

use std::rc::Rc;

use yew::AttrValue;

use super::site::{Page, Shade};
use super::state::Drawn;
use super::store::Unkept;
use crate::scenario::keys::Key;
use crate::scenario::link::Read;
#[cfg(feature = "more")]
use crate::scenario::stored::Kept;
#[cfg(feature = "more")]
use crate::scenario::uncertain::Also;
use crate::scenario::{Scenario, Start};
use crate::words::text::Language;

/// What a visitor, the model or the clock does.
pub enum Action {
    /// A key is set to a value that its lever has checked.
    Set(Key, String),
    /// Another place or case.
    Begin(Start),
    /// A place of the visitor's own.
    #[cfg(feature = "more")]
    Adopt(Box<Scenario>),
    /// The visitor's own figures get a name; an empty one takes it away.
    #[cfg(feature = "more")]
    Call(String),
    /// Everything back to where it began.
    Reset,
    /// A link was opened.
    Open(Box<Read>),
    /// A scenario file was opened.
    #[cfg(feature = "more")]
    Take(Box<Scenario>),
    /// The last step is taken back.
    Undo,
    /// What was taken back is done again.
    Redo,
    /// What was last in hand is taken up, or forgotten.
    Resume(bool),
    /// This browser keeps nothing.
    Unkept(Unkept),
    /// The visitor puts something aside, renames it or takes it away.
    #[cfg(feature = "more")]
    Pin(Vec<Kept>),
    /// The same in another tab.
    #[cfg(feature = "more")]
    PinnedElsewhere(Vec<Kept>),
    /// Finer bands of what is put aside have come.
    #[cfg(feature = "more")]
    PinRefined(Rc<Scenario>, Drawn),
    /// A team says which it is.
    #[cfg(feature = "more")]
    Number(Option<u8>),
    /// The newest scenario is to be computed now.
    Compute,
    /// Charts that are open want bands of these series too.
    #[cfg(feature = "more")]
    Watch(Also),
    /// Finer bands of a scenario have come.
    Refined(Rc<Scenario>, Drawn),
    /// Nothing has moved for a moment.
    Rest,
    /// Another page.
    Visit(Page),
    /// A row of the page Evidence, by its `data-asked`.
    Trace(AttrValue),
    /// What the surroundings tend to do is to be shown, or no longer.
    #[cfg(feature = "more")]
    Surround(bool),
    /// A part that the first visit leaves out.
    #[cfg(not(feature = "more"))]
    Ask(AttrValue),
    /// What was asked for did not come.
    Stay,
    /// Another language.
    Speak(Language),
    /// The texts of a language came, or did not.
    Learned(Language, bool),
    /// Light or dark.
    Paint(Shade),
    /// The message has been read.
    Dismiss,
}
