//! Parts that pages are made of.

pub mod bars;
pub mod chart;
pub mod choice;
pub mod figure;
pub mod lines;
pub mod map;
pub mod notice;
pub mod number_field;
pub mod slider;
