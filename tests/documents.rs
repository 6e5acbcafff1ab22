//! The documents speak of what is there: files that they link to, and the functions of the journey of one slider move.

#![allow(clippy::expect_used, reason = "in a test a panic is the message")]

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("a document")
}

/// Every document, at the root and in docs/.
fn documents() -> Vec<PathBuf> {
    let folders = [root().to_owned(), root().join("docs")];
    let files = folders.iter().flat_map(|folder| fs::read_dir(folder).expect("a folder").flatten());
    files
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .collect()
}

#[test]
fn every_link_between_documents_leads_somewhere() {
    let mut links = 0;
    for document in documents() {
        let text = read(&document);
        for target in
            text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target)
        {
            let file = target.split('#').next().unwrap_or_default();
            if !file.contains("://") && !file.is_empty() {
                links += 1;
                let there = document.parent().expect("a folder").join(file);
                assert!(there.exists(), "{}: {target}", document.display());
            }
        }
    }
    assert!(links > 20, "the documents lead to one another");
}

/// What stands between backticks.
fn names(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

#[test]
fn the_journey_of_a_slider_move_goes_through_functions_that_are_there() {
    let text = read(&root().join("ARCHITECTURE.md"));
    let mut steps = 0;
    for row in text.lines().filter(|row| row.starts_with("| ")) {
        let cells: Vec<&str> = row.split('|').collect();
        let [_, number, file, functions, what, _] = cells[..] else { continue };
        if number.trim().parse::<u8>().is_err() {
            continue;
        }
        steps += 1;
        let file = names(file).next().expect("a file");
        let source = read(&root().join(file));
        for function in names(functions) {
            let [as_function, as_value] = [format!("fn {function}"), format!("let {function}")];
            assert!(source.contains(&as_function) || source.contains(&as_value), "{file} has no {function}");
        }
        for other in names(what).filter(|name| name.ends_with(".rs")) {
            assert!(root().join(other).is_file(), "{other}");
        }
    }
    assert_eq!(steps, 14);
}

#[test]
fn scripts_and_files_that_documents_name_are_there() {
    for document in documents() {
        let text = read(&document);
        let named = names(&text).filter_map(|name| name.split_whitespace().next());
        let of_ours = ["script/", "static/", "tests/", "src/", "build/", "docs/"];
        for name in named.filter(|name| of_ours.iter().any(|folder| name.starts_with(folder))) {
            let is_pattern = name.contains(['*', '<', '{', '…', '(']);
            let file = name.trim_end_matches([',', '.', ':', ';']);
            assert!(is_pattern || root().join(file).exists(), "{}: {name}", document.display());
        }
    }
}
