//! An hour of use in one document: what has grown by then, and whether a move is as quick as at the start.

use crate::harness::{Browser, Page, Site};
use crate::memory::look;
use crate::table::{head, number, percentile, row};
use crate::{LEVER, ONE_GROUP, SCRIPT_PATIENCE, moves, open};
use serde_json::json;
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

/// Moves in a round.
const MOVES: usize = 300;
/// Rounds before anything counts: by then every page has been opened, and what is kept for good is kept.
const WARM_UP: usize = 3;
/// How often moves are timed at each end, in turn with those of an empty page.
const TIMINGS: usize = 6;
const TIMED_MOVES: usize = 50;

/// Latencies of moves, milliseconds: an empty page's and ours.
type Timed = [Vec<f64>; 2];

/// Uses the site for so many minutes and prints what changed.
pub fn report(site: &Site, empty: &Site, minutes: u64) {
    let (browser, beside) = (Browser::start(), Browser::start());
    let (blank, page) = (open(&beside, empty, "", 1), open(&browser, site, ONE_GROUP, 1));
    browser.post("timeouts", json!({ "script": SCRIPT_PATIENCE * 2 }));
    let mut rounds = 0;
    let mut round = || {
        rounds += 1;
        let failed = page.run_async(include_str!("soak.js"), json!([LEVER, MOVES, rounds]));
        assert!(failed.is_null(), "round {rounds}: {failed}");
        rounds
    };
    for _ in 0..WARM_UP {
        round();
    }
    let (first, start) = (time(&blank, &page), look(&browser));
    let end = Instant::now() + Duration::from_secs(minutes * 60);
    let mut count = 0;
    while Instant::now() < end {
        count = round() - WARM_UP;
        if count % 10 == 0 {
            eprintln!("{count} rounds, {} minutes left", (end - Instant::now()).as_secs() / 60);
        }
    }
    let (last, finish) = (time(&blank, &page), look(&browser));
    println!("\n## An hour of use\n");
    println!(
        "{minutes} minutes in one document: {count} rounds of {MOVES} moves of a slider, all pages, the previews of embeds, a run on stage from its first step to its last, both languages and colours; {WARM_UP} rounds before that do not count. Garbage is collected before each look. The moves of {TIMINGS} × {TIMED_MOVES} are timed in turn with an empty page's."
    );
    head(&["", "start", "end"]);
    for ((name, start), (_, finish)) in start.iter().zip(finish) {
        row(name, &[start.clone(), finish]);
    }
    for (name, share) in [("a move, p50, ms", 0.5), ("a move, p95, ms", 0.95)] {
        row(name, &[&first, &last].map(|timed| number(percentile(&timed[1], share))));
    }
    row("p95 / empty page's", &[ratio(&first), ratio(&last)].map(|ratio| format!("{ratio:.2}")));
    // Without the address, which is another in every round.
    let said = |complaint: String| complaint.rsplit(" - ").next().unwrap_or_default().to_owned();
    let complaints: BTreeSet<String> = page.console().into_iter().map(said).collect();
    println!("\nComplaints of the console: {}.", if complaints.is_empty() { "none" } else { "these" });
    for complaint in complaints {
        println!("- {complaint}");
    }
}

fn ratio(timed: &Timed) -> f64 {
    percentile(&timed[1], 0.95) / percentile(&timed[0], 0.95)
}

fn time(blank: &Page, page: &Page) -> Timed {
    let mut timed = Timed::default();
    for round in 0..TIMINGS {
        for (which, page) in [blank, page].into_iter().enumerate() {
            let least = usize::from(page.exists("[data-draws]"));
            timed[which].extend(moves::latencies(page, TIMED_MOVES, 500 + round, least));
        }
    }
    timed
}
