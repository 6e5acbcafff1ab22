//! Measures the built site in headless Chromium, beside an empty page in the same run, because the display's own
//! rhythm is most of the time from a slider to its frame. Prints Markdown. `script/bench` runs it.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a measurement may end with a message"
)]

#[allow(dead_code, unused_imports, reason = "the tests use the rest of it")]
#[path = "../../tests/browser/harness/mod.rs"]
mod harness;

use harness::{Browser, Page, Site};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;
use std::{fs, thread};

const MOVES: usize = 100;
const WARM_UP: usize = 20;
const VISITS: usize = 11;
const LEVER: &str = "input[data-lever='caseload.activity_ready']";
const FIGURE: &str = "[data-figure='stock']";
const LINK: &str = "place=silkeborg";

/// What a hundred moves gave.
struct Measured {
    /// From the event to the painted frame, ascending, in milliseconds.
    latencies: Vec<f64>,
    /// Moves that showed in the very next frame.
    next_frame: usize,
    /// Main-thread work per move, in milliseconds: all of it, and the part of it that is script.
    work: f64,
    script: f64,
}

fn main() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (site, empty) = (Site::start("/"), Site::serve(here.join("benches/browser/empty"), "/"));
    let browser = Browser::start();
    println!("Machine: {}. Browser: headless Chromium.\n", machine());
    let idle = measure(&browser, &empty);
    let page = measure(&browser, &site);
    print_moves(&page, &idle);
    print_first_figure(&first_figures(&browser, &site));
    print_sizes(here);
}

fn measure(browser: &Browser, site: &Site) -> Measured {
    let page = Page::open(browser, site, LINK);
    browser.devtools("Performance.enable", json!({}));
    run_moves(&page, WARM_UP);
    let before = metrics(browser);
    let moves = run_moves(&page, MOVES);
    let after = metrics(browser);
    let mut latencies: Vec<_> = moves.iter().filter_map(|one| one["milliseconds"].as_f64()).collect();
    latencies.sort_by(f64::total_cmp);
    let per_move = |part: usize| (after[part] - before[part]) * 1000.0 / MOVES as f64;
    let next_frame = moves.iter().filter(|one| one["frames"] == 1).count();
    Measured { latencies, next_frame, work: per_move(0), script: per_move(1) }
}

fn run_moves(page: &Page, count: usize) -> Vec<Value> {
    let mut answer = page.run_async(include_str!("moves.js"), json!([LEVER, FIGURE, count]));
    match answer["moves"].take() {
        Value::Array(moves) => moves,
        _ => panic!("the moves failed: {}", answer["error"]),
    }
}

/// Seconds the main thread has worked, and has run script, since the page was opened.
fn metrics(browser: &Browser) -> [f64; 2] {
    let answer = browser.devtools("Performance.getMetrics", json!({}));
    let metric = |name: &str| {
        let metrics = answer["metrics"].as_array().expect("a list of metrics");
        let found = metrics.iter().find(|metric| metric["name"] == name).expect("Chromium knows the metric");
        found["value"].as_f64().expect("a metric is a number")
    };
    [metric("TaskDuration"), metric("ScriptDuration")]
}

/// From the start of a visit to the first frame with a figure, ascending, in milliseconds; nothing is cached.
fn first_figures(browser: &Browser, site: &Site) -> Vec<f64> {
    let watch = "const look = () => { if (document.querySelector('[data-figure][data-value]')) \
        window.firstFigure = performance.now(); else requestAnimationFrame(look) }; requestAnimationFrame(look)";
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": watch }));
    browser.devtools("Network.enable", json!({}));
    browser.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true }));
    let visit = |_| {
        let page = Page::open(browser, site, LINK);
        let mut time = Value::Null;
        page.wait_for("the first figure is timed", || {
            time = page.run("return window.firstFigure", json!([]));
            time.is_number()
        });
        time.as_f64().expect("a number")
    };
    let mut times: Vec<_> = (0..VISITS).map(visit).collect();
    times.sort_by(f64::total_cmp);
    times
}

fn print_moves(page: &Measured, empty: &Measured) {
    println!("| slider to painted frame, {MOVES} moves | page | empty page | ratio |\n|---|--:|--:|--:|");
    let row = |name: &str, page: f64, empty: f64| {
        println!("| {name} | {page:.2} ms | {empty:.2} ms | {:.2} |", page / empty);
    };
    for (name, share) in [("median", 0.5), ("95th percentile", 0.95), ("slowest", 1.0)] {
        row(name, percentile(&page.latencies, share), percentile(&empty.latencies, share));
    }
    row("main-thread work per move", page.work, empty.work);
    row("of which script", page.script, empty.script);
    println!("| shown in the very next frame | {} | {} | |\n", page.next_frame, empty.next_frame);
}

fn print_first_figure(times: &[f64]) {
    let [median, slowest] = [0.5, 1.0].map(|share| percentile(times, share));
    println!("Visit to first figure, {VISITS} visits, nothing cached, server on the same machine: ");
    println!("median {median:.0} ms, slowest {slowest:.0} ms.\n");
}

fn print_sizes(here: &Path) {
    println!("First visit:\n");
    let status = Command::new("node").arg(here.join("script/lib/sizes.mjs")).arg(here.join("dist")).status();
    assert!(status.is_ok_and(|status| status.success()), "the sizes need Node.js");
}

/// The smallest value that a share of all do not exceed.
fn percentile(sorted: &[f64], share: f64) -> f64 {
    let rank = (share * sorted.len() as f64).ceil() as usize;
    sorted[rank.max(1) - 1]
}

/// Number of processors and their model.
fn machine() -> String {
    let count = thread::available_parallelism().map_or(1, usize::from);
    let text = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = text.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    format!("{count} × {}", model.map_or(std::env::consts::ARCH, |(_, name)| name))
}
