//! Languages, numbers and sentences.

pub mod number;
pub mod text;
