//! Nothing that the page is given becomes code or markup: the ways to make it so are in no source, but for those named here.

#![allow(clippy::expect_used, reason = "in a test a panic is the message")]

use std::fs;
use std::path::{Path, PathBuf};

/// What makes markup or code of a text, in Rust and in JavaScript.
const WAYS: [&str; 18] = [
    "inner_html",
    "from_html_unchecked",
    "outer_html",
    "insert_adjacent_html",
    "contextual_fragment",
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "ContextualFragment",
    "parseFromString",
    "DomParser",
    "document.write",
    "srcdoc",
    "eval(",
    "new Function",
    "Function::new",
    "javascript:",
    "dangerously",
];

/// Where one of them stands, how often, and why it may.
const ALLOWED: [(&str, &str, usize, &str); 2] = [
    (
        "src/page/explore/memo.rs",
        "from_html_unchecked",
        1,
        "a drawing of chart::svg, which escapes every word",
    ),
    (
        "src/page/present/handout.rs",
        "from_html_unchecked",
        1,
        "a drawing of chart::svg, which escapes every word",
    ),
];

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let is_source = || {
            ["rs", "js", "html", "mjs"].iter().any(|ending| path.extension().is_some_and(|is| is == *ending))
        };
        match path.is_dir() {
            true => files(&path, found),
            false if is_source() => found.push(path),
            false => {}
        }
    }
}

#[test]
fn no_text_becomes_markup_or_code() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = vec![root.join("index.html")];
    ["src", "static", "build"].into_iter().for_each(|folder| files(&root.join(folder), &mut sources));
    assert!(sources.len() > 200, "{}", sources.len());
    let mut found = Vec::new();
    for source in sources {
        let text = fs::read_to_string(&source).expect("a text");
        let name = source.strip_prefix(root).expect("inside").display().to_string();
        for way in WAYS {
            let times = text.matches(way).count();
            let allowed = ALLOWED.iter().find(|(file, known, ..)| *file == name && *known == way);
            if times != allowed.map_or(0, |(_, _, times, _)| *times) {
                found.push(format!("{name}: {way}, {times} times"));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
