//! Memory before and after many moves.

use crate::harness::{Browser, Site};
use crate::table::{head, row};
use crate::{LEVER, ONE_GROUP, metrics, open};
use serde_json::{Value, json};
use std::thread::sleep;
use std::time::Duration;

const MOVES: usize = 10_000;
const QUICK_MOVES: usize = 500;
/// Moves in one go: no command to the driver may take a minute.
const AT_ONCE: usize = 500;
const WARM_UP: usize = 200;
/// By now a page has done all it does after a move.
const SETTLED: Duration = Duration::from_secs(3);

/// Measures and prints.
pub fn report(site: &Site, quick: bool) {
    let moves = if quick { QUICK_MOVES } else { MOVES };
    println!("\n## Memory\n");
    println!(
        "One group, no ceiling; {moves} moves, one a frame, after {WARM_UP} that do not count. Garbage is collected before each look. A worker's memory is not in it."
    );
    let browser = Browser::start();
    let page = open(&browser, site, ONE_GROUP, 1);
    let drag = |count: usize, seed: usize| {
        page.run_async(include_str!("drag.js"), json!([LEVER, count, seed]));
    };
    drag(WARM_UP, 1);
    let before = look(&browser);
    for part in 0..moves / AT_ONCE {
        drag(AT_ONCE, 2 + part);
    }
    let after = look(&browser);
    head(&["", "before", "after"]);
    for ((name, before), (_, after)) in before.iter().zip(after) {
        row(name, &[before.clone(), after]);
    }
}

/// The memory, nodes and listeners of the page that is open, when it has come to rest.
pub fn look(browser: &Browser) -> [(&'static str, String); 4] {
    sleep(SETTLED);
    browser.devtools("HeapProfiler.collectGarbage", json!({}));
    let [heap] = metrics(browser, ["JSHeapUsedSize"]);
    let counters = browser.devtools("Memory.getDOMCounters", json!({}));
    let megabytes = |bytes: f64| format!("{:.2} MB", bytes / 1e6);
    [
        ("JavaScript's heap", megabytes(heap)),
        ("WebAssembly's memory", megabytes(wasm_bytes(browser))),
        ("nodes of the document", counters["nodes"].to_string()),
        ("listeners", counters["jsEventListeners"].to_string()),
    ]
}

/// The bytes of all WebAssembly memories, found from outside: the page need not name them.
fn wasm_bytes(browser: &Browser) -> f64 {
    let prototype =
        browser.devtools("Runtime.evaluate", json!({ "expression": "WebAssembly.Memory.prototype" }));
    let id = &prototype["result"]["objectId"];
    let found = browser.devtools("Runtime.queryObjects", json!({ "prototypeObjectId": id }));
    let sum = "function () { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0) }";
    let of = json!({ "objectId": found["objects"]["objectId"], "functionDeclaration": sum, "returnByValue": true });
    let answer: Value = browser.devtools("Runtime.callFunctionOn", of);
    answer["result"]["value"].as_f64().unwrap_or_else(|| panic!("no memory found: {answer}"))
}
