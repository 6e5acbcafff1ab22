//! Languages, numbers and sentences.

mod format;
pub mod method;
pub mod notice;
pub mod number;
pub mod question;
pub mod sentence;
pub mod text;
pub mod why;
