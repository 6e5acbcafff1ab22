//! Languages, numbers and sentences.

mod format;
pub mod notice;
pub mod number;
pub mod sentence;
pub mod text;
