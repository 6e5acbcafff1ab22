//! Languages, numbers and sentences.

pub mod amount;
#[cfg(feature = "more")]
pub mod case;
#[cfg(feature = "more")]
pub mod document;
pub mod figure;
mod format;
#[cfg(feature = "more")]
pub mod judged;
pub mod law;
#[cfg(feature = "more")]
pub mod method;
pub mod notice;
pub mod number;
#[cfg(feature = "more")]
pub mod pins;
#[cfg(feature = "more")]
pub mod question;
#[cfg(feature = "more")]
pub mod run;
pub mod sentence;
#[cfg(feature = "more")]
pub mod source;
mod stamp;
pub mod standard;
pub mod summary;
#[cfg(feature = "more")]
pub mod surroundings;
#[cfg(feature = "more")]
pub mod team;
pub mod text;
#[cfg(feature = "more")]
pub mod why;
#[cfg(feature = "more")]
pub mod why_not;
