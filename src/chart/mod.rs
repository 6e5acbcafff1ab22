//! Charts, drawn onto any plotters backend: a canvas in the page, SVG in exports and tests.
//!
//! A chart is a plain description ([`LineChart`]) that knows no colour and no size. Drawing it takes the area,
//! the [`Theme`] and a *scale*: how many of the area's units make one CSS pixel. All sizes inside are CSS
//! pixels. Whatever the data (NaN, infinities, none, 10³⁰⁰) and whatever the size, a drawing ends soon, does
//! not panic, and shows nothing outside its area.

mod band;
mod brush;
mod ground;
mod label;
mod layout;
mod line;
mod mark;
mod theme;

pub mod bars;
#[cfg(feature = "more")]
pub mod dots;
#[cfg(feature = "more")]
pub mod guesses;
pub mod map;
#[cfg(feature = "more")]
pub mod poster;
#[cfg(feature = "more")]
pub mod qr;
pub mod range;
#[cfg(feature = "more")]
pub mod svg;

pub use band::Band;
pub use ground::{Event, Ground};
pub use line::{Laid, Line, LineChart};
pub use mark::Mark;
pub use theme::{Role, TEXT_UNIT, Theme};
