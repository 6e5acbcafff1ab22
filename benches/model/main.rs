//! Measures the model alone: the same list natively and in a browser. Prints a line for each entry, with the
//! milliseconds of each sample; `script/bench` runs both and sets them beside each other. Natively only what is asked for
//! is measured: `raaderum-bench "one group"` takes the entries with that in their name.

#![allow(clippy::expect_used, clippy::print_stdout, reason = "a measurement may end with a message")]

mod list;

use list::{Row, rows};

/// Before a sample counts, milliseconds: a browser compiles for speed what has run for a while.
const WARM_UP: f64 = 300.0;
/// A sample takes at least so long, milliseconds: the browser's clock goes in steps of a tenth.
const SHORTEST: f64 = 20.0;
const SAMPLES: usize = 5;

/// The name and the milliseconds of each sample, with tabs between them. `clock` gives milliseconds.
fn measure(mut row: Row, clock: impl Fn() -> f64) -> String {
    let begin = clock();
    let mut times = 0;
    while times == 0 || clock() - begin < WARM_UP {
        (row.run)();
        times += 1;
    }
    let once = (clock() - begin) / f64::from(times);
    let repeats = (SHORTEST / once).ceil().max(1.0) as u32;
    let mut line = row.name;
    for _ in 0..SAMPLES {
        let begin = clock();
        (0..repeats).for_each(|_| (row.run)());
        line += &format!("\t{}", (clock() - begin) / f64::from(repeats));
    }
    line
}

#[cfg(not(target_arch = "wasm32"))]
#[allow(clippy::disallowed_methods, reason = "the clock is the bench's, not the model's")]
fn main() {
    let begin = std::time::Instant::now();
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let asked = |row: &Row| wanted.is_empty() || wanted.iter().any(|part| row.name.contains(part.as_str()));
    for row in rows().into_iter().filter(asked) {
        println!("{}", measure(row, || begin.elapsed().as_secs_f64() * 1000.0));
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

/// The line of one entry, for the page that loads the module; nothing beyond the last.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn measured(index: usize) -> Option<String> {
    let clock = web_sys::window().and_then(|window| window.performance()).expect("a page has a clock");
    rows().into_iter().nth(index).map(|row| measure(row, || clock.now()))
}
