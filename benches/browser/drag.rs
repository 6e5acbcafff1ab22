//! A slider that is dragged: a move in every frame, and whether the frames come as they come on an empty page.

use crate::harness::{Browser, Site};
use crate::table::{head, number, percentile, row};
use crate::{CEILING, LEVER, ONE_GROUP, metrics, open, worst_case};
use serde_json::{Value, json};

/// All pages in turn, so that a busy moment of the machine meets all of them.
const ROUNDS: usize = 6;
const MOVES: usize = 50;
const WARM_UP: usize = 60;
/// An interval of so many milliseconds has left out a frame of the display.
const LATE: f64 = 25.0;

/// What is dragged, and what came of it.
struct Subject<'a> {
    name: &'a str,
    site: &'a Site,
    link: &'a str,
    /// From a frame to the next, milliseconds.
    intervals: Vec<f64>,
    /// Moves that changed a figure in their own frame.
    shown: u64,
    /// Fewest draws behind a band; none where the page does not tell.
    draws: Option<u64>,
    /// Main-thread work, milliseconds: all of it, and the part of it that is script.
    work: [f64; 2],
}

/// Measures and prints, at a rate of throttling (1 is none).
pub fn report(site: &Site, empty: &Site, rate: u32, quick: bool) {
    let worst = worst_case();
    let browser = Browser::start();
    let subject = |name, site, link| Subject {
        name,
        site,
        link,
        intervals: Vec::new(),
        shown: 0,
        draws: None,
        work: [0.0; 2],
    };
    let mut subjects = [
        subject("empty page", empty, ""),
        subject("one group, no ceiling", site, ONE_GROUP),
        subject("one group, ceiling", site, CEILING),
        subject("worst case", site, &worst),
    ];
    let rounds = if quick { 1 } else { ROUNDS };
    for round in 0..rounds {
        subjects.iter_mut().for_each(|subject| subject.measure(&browser, rate, round));
    }
    println!("\n### {} moves, one in every frame, at {rate}× throttling", rounds * MOVES);
    print(&subjects);
}

impl Subject<'_> {
    fn measure(&mut self, browser: &Browser, rate: u32, round: usize) {
        let page = open(browser, self.site, self.link, rate);
        let drag =
            |count: usize, seed: usize| page.run_async(include_str!("drag.js"), json!([LEVER, count, seed]));
        drag(WARM_UP, 1000 + round);
        let before = metrics(browser, ["TaskDuration", "ScriptDuration"]);
        let answer = drag(MOVES, 1 + round);
        let after = metrics(browser, ["TaskDuration", "ScriptDuration"]);
        let intervals = answer["intervals"].as_array().map(Vec::as_slice).unwrap_or_default();
        assert!(intervals.len() == MOVES, "{}: {} frames of {MOVES}", self.name, intervals.len());
        self.intervals.extend(intervals.iter().filter_map(Value::as_f64));
        self.shown += answer["shown"].as_u64().unwrap_or_default();
        if let Some(draws) = answer["draws"].as_u64() {
            self.draws = Some(self.draws.map_or(draws, |fewest| fewest.min(draws)));
        }
        for (part, work) in self.work.iter_mut().enumerate() {
            *work += (after[part] - before[part]) * 1000.0;
        }
    }
}

fn print(subjects: &[Subject]) {
    head(&[
        "ms from frame to frame",
        "p50",
        "p95",
        "max",
        "p95 / empty page's",
        "late frames",
        "main thread a move",
        "of it script",
        "shown in its own frame",
        "draws",
    ]);
    let empty = percentile(&subjects[0].intervals, 0.95);
    for subject in subjects {
        let moves = subject.intervals.len() as f64;
        let [p50, p95, max] = [0.5, 0.95, 1.0].map(|share| percentile(&subject.intervals, share));
        let late = subject.intervals.iter().filter(|interval| **interval > LATE).count();
        let mut cells: Vec<String> = [p50, p95, max].map(number).to_vec();
        cells.extend([format!("{:.2}", p95 / empty), late.to_string()]);
        cells.extend(subject.work.map(|work| number(work / moves)));
        cells.push(format!("{:.0} %", 100.0 * subject.shown as f64 / moves));
        cells.push(subject.draws.map_or("–".into(), |draws| draws.to_string()));
        row(subject.name, &cells);
    }
}
