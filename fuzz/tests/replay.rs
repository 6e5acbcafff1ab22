//! The whole corpus and a number of its mutations, the same in every run, through every target.
//!
//! `RAADERUM_MUTATIONS=100000` tries more of them; `RAADERUM_SEED` others.

#![allow(clippy::expect_used, clippy::panic, reason = "in a test a panic is the message")]

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;

use raaderum_fuzz::mutate::{Dice, changed};
use raaderum_fuzz::{TARGETS, Target};

/// What each target tries beside its corpus.
const MUTATIONS: usize = 4_000;

fn number(name: &str, usual: usize) -> usize {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

fn corpus(target: &Target) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target.name);
    let entries = fs::read_dir(&folder).expect("every target has a corpus");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("it can be listed").path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).expect("it can be read")).collect()
}

/// Runs a target; where it panics, says on what.
fn run(target: &Target, input: &[u8]) {
    if catch_unwind(|| (target.run)(input)).is_err() {
        let file = std::env::temp_dir().join(format!("raaderum-{}", target.name));
        fs::write(&file, input).expect("a folder for what fails");
        panic!("{} broke on {:?}, kept as {}", target.name, String::from_utf8_lossy(input), file.display());
    }
}

fn replay(name: &str) {
    let target = raaderum_fuzz::target(name).expect("a target");
    let corpus = corpus(&target);
    assert!(corpus.len() > 3, "a corpus of {} is none", corpus.len());
    corpus.iter().for_each(|input| run(&target, input));
    let words = (target.words)();
    let mut dice = Dice::of(number("RAADERUM_SEED", 7) as u64);
    for _ in 0..number("RAADERUM_MUTATIONS", MUTATIONS) {
        let input = &corpus[dice.below(corpus.len())];
        run(&target, &changed(input, &corpus, &words, &mut dice));
    }
}

macro_rules! replays {
    ($($test:ident: $name:literal,)*) => {
        $(#[test]
        fn $test() {
            replay($name);
        })*

        #[test]
        fn every_target_is_replayed() {
            assert_eq!(TARGETS.map(|target| target.name), [$($name),*]);
        }
    };
}

replays! {
    links_hold: "links",
    scenario_files_hold: "files",
    own_places_hold: "places",
    team_codes_hold: "codes",
    what_is_stored_holds: "stored",
    messages_to_a_frame_hold: "frames",
    messages_between_windows_hold: "shows",
    runs_for_a_room_hold: "runs",
}
