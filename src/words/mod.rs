//! Languages, numbers and sentences.

pub mod figure;
mod format;
#[cfg(all(feature = "more", not(target_arch = "wasm32")))]
pub mod method;
pub mod notice;
pub mod number;
#[cfg(feature = "more")]
pub mod question;
pub mod sentence;
#[cfg(feature = "more")]
pub mod source;
mod stamp;
pub mod text;
#[cfg(feature = "more")]
pub mod why;
#[cfg(feature = "more")]
pub mod why_not;
