//! Measures the model alone and the built site, in one run, and prints the rest of a Markdown document.
//! `script/bench` builds what it needs, writes the head and runs it.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a measurement has a clock, and may end with a message"
)]

mod article;
mod drag;
#[allow(dead_code, unused_imports, reason = "the tests use the rest of it")]
#[path = "../../tests/browser/harness/mod.rs"]
mod harness;
mod memory;
mod model;
mod moves;
mod rest;
mod soak;
mod table;
mod visit;

use harness::{Browser, Page, Site};
use serde_json::json;
use std::path::Path;
use std::{env, fs, thread};

const LEVER: &str = "input[data-lever='caseload.activity_ready']";
const ONE_GROUP: &str = "place=silkeborg";
const CEILING: &str = "place=silkeborg&rule=ceiling&room=5";
/// Milliseconds that a script in the page may take.
const SCRIPT_PATIENCE: u32 = 55_000;

fn main() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let quick = env::args().any(|argument| argument == "--quick");
    if env::args().any(|argument| argument == "--article") {
        return article::report(&Site::start("/"), here);
    }
    let (site, empty) = (Site::start("/"), Site::serve(here.join("benches/browser/empty"), "/"));
    if let Some(minutes) = minutes_of_soak() {
        return soak::report(&site, &empty, minutes);
    }
    let built = |name: &str| env::var(name).unwrap_or_else(|_| panic!("{name} is not set: run script/bench"));
    let (native, wasm) = (built("BENCH_NATIVE"), built("BENCH_WASM"));
    print_machine();
    eprintln!("measuring the model alone");
    model::report(&native, &wasm, quick);
    println!("\n## From slider to painted frame\n");
    println!(
        "Milliseconds from the input event until a frame is painted with new figures and new bands. `main thread` is all work of the page's main thread per move, `next frame` the moves that showed in the very next frame, `longest task` the longest time in which the page could not answer, `draws` the fewest behind a band. Throttling slows the main thread only, not a worker."
    );
    for rate in [1, 4] {
        eprintln!("measuring moves at {rate}× throttling");
        moves::report(&site, &empty, rate, quick);
    }
    println!(
        "\n## While a slider is dragged\n\nA move in every frame. Milliseconds from one frame to the next; late is a frame that left one of the display out. A move is shown in its own frame if a figure has changed by the end of it: under a ceiling that binds some moves change none."
    );
    for rate in [1, 4] {
        eprintln!("measuring a drag at {rate}× throttling");
        drag::report(&site, &empty, rate, quick);
    }
    eprintln!("measuring what comes after a move");
    rest::bands(&site);
    rest::questions(&site);
    eprintln!("measuring memory");
    memory::report(&site, quick);
    visit::report(&site, here);
    eprintln!("measuring articles with embeds");
    article::report(&site, here);
}

/// What follows `--soak`, if it is asked for.
fn minutes_of_soak() -> Option<u64> {
    let minutes = env::args().skip_while(|argument| argument != "--soak").nth(1)?;
    Some(minutes.parse().unwrap_or_else(|_| panic!("--soak wants minutes, not {minutes:?}")))
}

/// All six groups moved, a rule that looks ahead, and a baseline that does not stand still.
fn worst_case() -> String {
    let groups = ["insured=60", "job_ready=40", "activity_ready=40", "education_help=30", "sickness=40"];
    let moved = groups.map(|group| format!("&caseload.{group}")).concat();
    format!("place=silkeborg{moved}&caseload.resource_course=25&rule=self_financing&evidence=0.5&inflow=2")
}

/// Opens a site so that it is ready to be measured.
fn open<'a>(browser: &'a Browser, site: &Site, link: &str, rate: u32) -> Page<'a> {
    browser.post("timeouts", json!({ "script": SCRIPT_PATIENCE }));
    let page = Page::open(browser, site, link);
    browser.devtools("Performance.enable", json!({}));
    browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": rate }));
    page
}

/// What Chromium counts of a page, by its names; times are seconds since the page was opened.
fn metrics<const N: usize>(browser: &Browser, names: [&str; N]) -> [f64; N] {
    let answer = browser.devtools("Performance.getMetrics", json!({}));
    let metrics = answer["metrics"].as_array().expect("a list of metrics");
    names.map(|name| {
        let found = metrics.iter().find(|metric| metric["name"] == name).expect("Chromium knows the metric");
        found["value"].as_f64().expect("a metric is a number")
    })
}

/// Number of processors and their model, what else runs on them, and the browser.
fn print_machine() {
    let count = thread::available_parallelism().map_or(1, usize::from);
    let text = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = text.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let model = model.map_or(env::consts::ARCH, |(_, name)| name);
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().filter(|load| !load.is_empty()).unwrap_or("unknown");
    let version = Browser::start().devtools("Browser.getVersion", json!({}));
    println!("- Machine: {count} × {model}, {}; load before the first measurement {load}", env::consts::OS);
    println!("- Browser: headless {}", version["product"].as_str().unwrap_or("Chromium"));
}
