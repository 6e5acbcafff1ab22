//! Languages, numbers and sentences.

pub mod number;
