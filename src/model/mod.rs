//! The monthly cohort model.
