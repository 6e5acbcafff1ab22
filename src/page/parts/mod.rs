//! Parts that pages are made of.

pub mod chart;
pub mod choice;
pub mod figure;
pub mod lines;
pub mod notice;
pub mod number_field;
pub mod slider;
