//! The model and the scenarios: laws, known figures, cases, links, files, and what they export.

#![allow(clippy::print_stdout, reason = "how exact a figure was found to be is shown by --nocapture")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test says what went wrong by panicking")]

mod bounds;
mod cases;
mod closed;
mod combobox;
mod common;
mod country;
mod dated;
mod embeds;
mod export;
mod files;
mod formulas;
mod jobs;
mod kept;
mod known;
mod lanes;
mod laws;
mod links;
mod own;
mod packages;
mod places;
mod published;
mod reach;
mod sentences;
