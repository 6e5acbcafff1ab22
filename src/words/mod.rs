//! Languages, numbers and sentences.

pub mod text;
