//! The monthly cohort model.

pub mod tables;
