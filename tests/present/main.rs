//! Runs for a room: the show, the files, and the runs that are there.

#![allow(clippy::expect_used, clippy::panic, reason = "in a test a panic is the message")]

mod file;
mod guesses;
mod messages;
mod shipped;
mod show;

use proptest::prelude::*;
use raaderum::present::figure::Figure;
use raaderum::present::part::Part;
use raaderum::present::run::{Asked, Run, Step};

/// Any step that a file can hold.
fn step() -> impl Strategy<Value = Step> {
    let parts = || {
        let all: Vec<Part> = Part::all().collect();
        proptest::sample::subsequence(all.clone(), 0..=all.len())
    };
    let guess = (0..Figure::ALL.len(), -1000..1000_i32, 1..1000_i32).prop_map(|(figure, from, span)| Asked {
        figure: Figure::ALL[figure].0,
        from: f64::from(from) / 4.0,
        to: f64::from(from + span) / 4.0,
    });
    let texts = [
        "[^\\x00-\\x1f]{1,40}",
        "[^\\x00-\\x1f]{0,40}",
        "[^\\x00-\\x1f]{0,40}",
        "[^\\x00-\\x09\\x0b-\\x1f]{0,80}",
    ];
    let links = vec![
        "v=2&place=silkeborg&caseload.insured=60",
        "v=2&case=laerkevej",
        "v=2&place=typical&package=no_cap",
    ];
    let rest =
        (proptest::sample::select(links), proptest::option::of(guess), proptest::option::of(1..240_u16));
    (texts, rest, parts(), parts()).prop_map(
        |([question, intro, after, notes], (link, guess, minutes), open, hidden)| Step {
            question,
            intro,
            after,
            notes,
            link: link.to_owned(),
            open,
            hidden,
            guess,
            minutes,
        },
    )
}

/// Any run that a file can hold.
fn run() -> impl Strategy<Value = Run> {
    ("[^\\x00-\\x1f]{1,40}", "[^\\x00-\\x1f]{0,40}", proptest::collection::vec(step(), 1..8))
        .prop_map(|(title, about, steps)| Run { title, about, steps })
}
