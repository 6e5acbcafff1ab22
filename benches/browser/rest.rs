//! What comes after a move: the finer bands when the slider rests, and the answers of the page Questions.

use crate::harness::{Browser, Site};
use crate::table::{head, median, number, percentile, row};
use crate::{LEVER, ONE_GROUP, metrics, open, worst_case};
use serde_json::{Value, json};
use std::thread::sleep;
use std::time::Duration;

const MOST: usize = 16_384;
const TIMES: usize = 7;
/// By now a page has done all it does after a move.
const SETTLED: Duration = Duration::from_secs(3);

/// Measures and prints how long the finer bands take.
pub fn bands(site: &Site) {
    println!("\n## When the slider rests\n");
    let browser = Browser::start();
    if !open(&browser, site, ONE_GROUP, 1).exists("[data-draws]") {
        println!("Left out: the page does not tell its draws (`data-draws`).");
        return;
    }
    println!(
        "Milliseconds from the move until {MOST} draws are shown, {TIMES} times; the page's own wait is in it."
    );
    head(&["", "first frame", "all draws, median", "all draws, slowest", "main thread"]);
    for (name, link) in [("one group", ONE_GROUP), ("worst case", &worst_case())] {
        let page = open(&browser, site, link, 1);
        let (mut first, mut all, mut work) = (Vec::new(), Vec::new(), Vec::new());
        for time in 0..TIMES {
            sleep(SETTLED);
            let [before] = metrics(&browser, ["TaskDuration"]);
            let answer = page.run_async(include_str!("rest.js"), json!([LEVER, 42 + 5 * time, MOST]));
            let [after] = metrics(&browser, ["TaskDuration"]);
            assert!(answer["error"].is_null(), "{name}: {}", answer["error"]);
            first.extend(answer["first"].as_f64());
            all.extend(answer["all"].as_f64());
            work.push((after - before) * 1000.0);
        }
        let cells = [median(&first), median(&all), percentile(&all, 1.0), median(&work)];
        row(name, &cells.map(number));
    }
}

/// Measures and prints how long the answers take.
pub fn questions(site: &Site) {
    println!("\n## Questions in the page\n");
    let browser = Browser::start();
    let answers = [("map", "policy map, 64 × 64"), ("break_even", "break-even")];
    let link = |caseload: usize| format!("place=silkeborg&page=questions&caseload.activity_ready={caseload}");
    let page = open(&browser, site, &link(40), 1);
    if !answers.iter().any(|(id, _)| page.exists(&format!("[data-question='{id}']"))) {
        println!("Left out: the page has no answers yet (`data-question`).");
        return;
    }
    println!("Milliseconds from another setting until its answer is painted, {TIMES} times.");
    head(&["", "median", "slowest"]);
    for (id, name) in answers {
        let page = open(&browser, site, &link(40), 1);
        let mut times = Vec::new();
        for time in 1..=TIMES {
            sleep(SETTLED);
            let answer: Value = page.run_async(include_str!("ask.js"), json!([id, link(40 + 5 * time)]));
            assert!(answer["error"].is_null(), "{}", answer["error"]);
            times.extend(answer["milliseconds"].as_f64());
        }
        row(name, &[median(&times), percentile(&times, 1.0)].map(number));
    }
}
