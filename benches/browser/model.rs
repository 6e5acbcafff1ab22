//! The model alone: the same list run natively and, compiled like the page, in the browser's main thread.

use crate::harness::{Browser, Page, Site};
use crate::table::{best, head, median, number, row};
use serde_json::json;
use std::path::PathBuf;
use std::process::Command;

/// Natively and in the browser in turn, so that a busy moment of the machine meets both.
const ROUNDS: usize = 3;

/// A row of the list with the milliseconds of all samples, natively and in the browser.
struct Entry {
    name: String,
    samples: [Vec<f64>; 2],
}

/// Measures and prints. `native` is the program, `wasm` the folder with the same as a page.
pub fn report(native: &str, wasm: &str, quick: bool) {
    println!("\n## The model alone\n");
    println!(
        "Milliseconds, best and median of several samples. `wasm/native` compares the best (goal: at most 1.5)."
    );
    let site = Site::serve(PathBuf::from(wasm), "/");
    let mut entries: Vec<Entry> = Vec::new();
    for _ in 0..if quick { 1 } else { ROUNDS } {
        for (place, lines) in [natively(native), in_browser(&site)].into_iter().enumerate() {
            for line in lines {
                take(&mut entries, place, &line);
            }
        }
    }
    head(&["", "native, best", "native, median", "wasm, best", "wasm, median", "wasm/native"]);
    for Entry { name, samples: [native, wasm] } in &entries {
        let ratio = best(wasm) / best(native);
        let times = [best(native), median(native), best(wasm), median(wasm)].map(number);
        row(name, &[&times[..], &[format!("{ratio:.2}")]].concat());
    }
}

fn natively(program: &str) -> Vec<String> {
    let output = Command::new(program).output().expect("the native bench is built");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect()
}

fn in_browser(site: &Site) -> Vec<String> {
    let browser = Browser::start();
    let page = Page::open(&browser, site, "");
    let line = |index: usize| page.run("return window.measured(arguments[0])", json!([index]));
    (0..).map_while(|index| line(index).as_str().map(str::to_owned)).collect()
}

fn take(entries: &mut Vec<Entry>, place: usize, line: &str) {
    let mut parts = line.split('\t');
    let name = parts.next().unwrap_or_default();
    let at = entries.iter().position(|entry| entry.name == name).unwrap_or_else(|| {
        entries.push(Entry { name: name.to_owned(), samples: Default::default() });
        entries.len() - 1
    });
    entries[at].samples[place].extend(parts.map(|part| part.parse::<f64>().expect("milliseconds")));
}
