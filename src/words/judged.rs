//! How many of the figures are judged, and what would take their place.

use crate::model::tables::{Confidence, PARAMETER_COUNT, Parameter};
use crate::words::text::{Language, Text, fill};

/// A text that says how many of the figures are judged, with the numbers put in.
pub fn how_many_judged(language: Language, text: Text) -> String {
    let [judged, memory] = [Confidence::Judgement, Confidence::Memory].map(|one| one.count().to_string());
    let values = [("judged", &*judged), ("memory", &*memory), ("total", &*PARAMETER_COUNT.to_string())];
    fill(language.text(text), &values)
}

/// What would take the place of a figure that is judged or remembered; empty of all others.
pub fn replacement(language: Language, parameter: Parameter) -> String {
    match language.parameter_replacement(parameter) {
        "" => String::new(),
        words => fill(language.text(Text::EvidenceWouldReplace), &[("words", words)]),
    }
}
