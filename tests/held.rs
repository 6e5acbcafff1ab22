//! What the documents say is held by a test is: the tests that they name are there.

#![allow(clippy::expect_used, reason = "in a test a panic is the message")]

use std::fs;
use std::path::Path;

fn sources(folder: &Path, into: &mut String) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => sources(&path, into),
            false if path.extension().is_some_and(|ending| ending == "rs") => {
                into.push_str(&fs::read_to_string(&path).expect("a source"));
            }
            false => {}
        }
    }
}

#[test]
fn every_test_that_a_document_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut tests = String::new();
    sources(&root.join("tests"), &mut tests);
    for document in ["docs/faults.md", "docs/security.md"] {
        let text = fs::read_to_string(root.join(document)).expect("a document");
        let mut rows = 0;
        for row in text.lines().filter(|line| line.starts_with("| ") && line.matches(" | ").count() == 2) {
            let held = row.rsplit(" | ").next().unwrap_or_default();
            if held == "test |" {
                continue;
            }
            rows += 1;
            assert!(held.contains('`') || held.starts_with("the same"), "{document}: no test holds: {row}");
            for name in held.split('`').skip(1).step_by(2) {
                assert!(
                    tests.contains(&format!("fn {name}(")) || name.ends_with(".js"),
                    "{document} names {name}, which is no test"
                );
            }
        }
        assert!(rows > 10, "{document}: {rows} rows");
    }
}
