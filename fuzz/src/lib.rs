//! Hostile input: one target for each reader of text that comes from elsewhere.
//!
//! A target takes any bytes and panics where a promise is broken. The same functions are run by libFuzzer for minutes or
//! hours (`script/fuzz`), and by `cargo test` over the kept corpus and its [mutations](mutate) for seconds.

#![allow(clippy::panic, reason = "a target tells a fault by panicking")]

pub mod holds;
pub mod mutate;
mod targets;
pub mod words;

/// A reader under fire.
#[derive(Clone, Copy)]
pub struct Target {
    /// As its folder under `fuzz/corpus` is called.
    pub name: &'static str,
    /// Reads these bytes and holds what came of it to what was promised.
    pub run: fn(&[u8]),
    /// What its texts are made of.
    pub words: fn() -> Vec<String>,
}

/// All of them.
pub const TARGETS: [Target; 8] = [
    Target { name: "links", run: targets::links::run, words: words::of_links },
    Target { name: "files", run: targets::files::run, words: words::of_files },
    Target { name: "places", run: targets::places::run, words: words::of_places },
    Target { name: "codes", run: targets::codes::run, words: words::of_codes },
    Target { name: "stored", run: targets::stored::run, words: words::of_stored },
    Target { name: "frames", run: targets::frames::run, words: words::of_frames },
    Target { name: "shows", run: targets::shows::run, words: words::of_shows },
    Target { name: "runs", run: targets::runs::run, words: words::of_runs },
];

/// The target of this name.
pub fn target(name: &str) -> Option<Target> {
    TARGETS.into_iter().find(|target| target.name == name)
}
