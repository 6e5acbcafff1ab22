//! Languages, numbers and sentences.
