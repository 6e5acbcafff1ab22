//! Languages, numbers and sentences.

mod format;
#[cfg(not(target_arch = "wasm32"))]
pub mod method;
pub mod notice;
pub mod number;
pub mod question;
pub mod sentence;
mod stamp;
pub mod text;
