//! Parts that pages are made of.

#[cfg(feature = "more")]
pub mod bars;
pub mod chart;
pub mod choice;
#[cfg(any(feature = "more", feature = "embed"))]
mod cursor;
#[cfg(feature = "more")]
pub mod dots;
pub mod figure;
#[cfg(feature = "more")]
pub mod file_field;
pub mod lines;
#[cfg(feature = "more")]
pub mod map;
pub mod notice;
pub mod number_field;
pub mod place_field;
pub mod sheet;
pub mod slider;
#[cfg(any(feature = "more", feature = "embed"))]
mod table;
pub mod trace;
