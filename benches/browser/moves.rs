//! From a slider's move to the painted frame, beside an empty page in the same run: the display's own rhythm is most
//! of that time.

use crate::harness::{Browser, Page, Site};
use crate::table::{head, number, percentile, row};
use crate::{CEILING, LEVER, ONE_GROUP, metrics, open, worst_case};
use serde_json::{Value, json};

/// All pages in turn, so that a busy moment of the machine meets all of them.
const ROUNDS: usize = 6;
const MOVES: usize = 50;
/// Before moves count: the browser compiles for speed what has run for a while.
const WARM_UP: usize = 30;
/// Draws behind every band that is shown while a slider moves.
const IN_FRAME: usize = 1024;
/// Fewer are no band.
const FEWEST: usize = 256;
const WORST_CASE: &str = "worst case";

/// What is moved.
struct Subject<'a> {
    name: &'a str,
    site: &'a Site,
    link: &'a str,
    measured: Measured,
}

/// What the moves gave.
#[derive(Default)]
struct Measured {
    /// From the event to the painted frame, milliseconds.
    latencies: Vec<f64>,
    /// Moves that showed in the very next frame.
    next_frame: usize,
    /// Fewest draws behind what was shown; none where the page does not tell.
    draws: Option<f64>,
    /// Main-thread work, milliseconds: all of it, and the part of it that is script.
    work: [f64; 2],
    /// The longest time the page could not answer, milliseconds; nought if never above 50.
    longest: f64,
}

/// Measures and prints, at a rate of throttling (1 is none).
pub fn report(site: &Site, empty: &Site, rate: u32, quick: bool) {
    let worst = worst_case();
    let browser = Browser::start();
    let subject = |name, site, link| Subject { name, site, link, measured: Measured::default() };
    let mut subjects = [
        subject("empty page", empty, ""),
        subject("one group, no ceiling", site, ONE_GROUP),
        subject("one group, ceiling", site, CEILING),
        subject(WORST_CASE, site, &worst),
    ];
    let rounds = if quick { 1 } else { ROUNDS };
    for round in 0..rounds {
        for subject in &mut subjects {
            subject.measure(&browser, rate, round);
        }
    }
    let moves = rounds * MOVES;
    println!("\n### {moves} moves at {rate}× throttling");
    print(&subjects, moves as f64);
}

impl Subject<'_> {
    fn measure(&mut self, browser: &Browser, rate: u32, round: usize) {
        let page = open(browser, self.site, self.link, rate);
        let has_draws = page.exists("[data-draws]");
        let strict = has_draws && rate == 1;
        // What takes too long for a frame is shown with coarser bands, but never without.
        let least = match (strict, self.name) {
            (true, WORST_CASE) => FEWEST,
            (true, _) => IN_FRAME,
            (false, _) => usize::from(has_draws),
        };
        // Other moves than those that count, which are the same in every run and others in every round.
        let look = run(&page, WARM_UP, 1000 + round, least, strict);
        if strict {
            self.check_bands(&look);
        }
        let before = metrics(browser, ["TaskDuration", "ScriptDuration"]);
        let answer = run(&page, MOVES, 1 + round, least, false);
        let after = metrics(browser, ["TaskDuration", "ScriptDuration"]);
        self.measured.take(&answer);
        for (part, work) in self.measured.work.iter_mut().enumerate() {
            *work += (after[part] - before[part]) * 1000.0;
        }
    }

    /// New figures are to come with new bands, not before them.
    fn check_bands(&self, look: &Value) {
        let count = |what: &str| moves(look).iter().filter(|one| one["bands"][what] == true).count();
        let (moved, late) = (count("moved"), count("late"));
        // Under a ceiling that binds some moves change nothing but what the ceiling costs.
        assert!(2 * moved >= WARM_UP, "{}: {moved} of {WARM_UP} frames had new bands", self.name);
        assert!(late == 0, "{}: {late} of {WARM_UP} frames had the bands of the move before", self.name);
    }
}

impl Measured {
    fn take(&mut self, answer: &Value) {
        for one in moves(answer) {
            self.latencies.extend(one["milliseconds"].as_f64());
            self.next_frame += usize::from(one["frames"] == 1);
            // JSON has no way to say that there is no number but null.
            if let Some(draws) = one["draws"].as_f64() {
                self.draws = Some(self.draws.map_or(draws, |fewest| fewest.min(draws)));
            }
        }
        self.longest = self.longest.max(answer["longest"].as_f64().unwrap_or_default());
    }
}

/// How long each of so many moves takes to be painted, milliseconds.
pub fn latencies(page: &Page, count: usize, seed: usize, least: usize) -> Vec<f64> {
    let answer = run(page, count, seed, least, false);
    moves(&answer).iter().filter_map(|one| one["milliseconds"].as_f64()).collect()
}

fn run(page: &Page, count: usize, seed: usize, least: usize, closely: bool) -> Value {
    let arguments = json!([LEVER, count, seed, least, closely]);
    let answer = page.run_async(include_str!("moves.js"), arguments);
    assert!(answer["error"].is_null(), "the moves failed: {}", answer["error"]);
    answer
}

fn moves(answer: &Value) -> &[Value] {
    answer["moves"].as_array().map(Vec::as_slice).unwrap_or_default()
}

fn print(subjects: &[Subject], moves: f64) {
    head(&[
        "ms a move",
        "p50",
        "p95",
        "max",
        "p95 / empty page's",
        "main thread",
        "of it script",
        "next frame",
        "longest task",
        "draws",
    ]);
    let empty = percentile(&subjects[0].measured.latencies, 0.95);
    for Subject { name, measured, .. } in subjects {
        let [p50, p95, max] = [0.5, 0.95, 1.0].map(|share| percentile(&measured.latencies, share));
        let mut cells: Vec<String> = [p50, p95, max].map(number).to_vec();
        cells.push(format!("{:.2}", p95 / empty));
        cells.extend(measured.work.map(|work| number(work / moves)));
        cells.push(format!("{:.0} %", 100.0 * measured.next_frame as f64 / moves));
        cells.push(if measured.longest > 0.0 { number(measured.longest) } else { "< 50".into() });
        cells.push(measured.draws.map_or("–".into(), |draws| format!("{draws:.0}")));
        row(name, &cells);
    }
}
