//! The Method document: one text per language, with the same {{placeholders}} in all.
//!
//! What they stand for is filled in when the document is read; a test holds the texts to known ones.

use std::collections::BTreeSet;

use super::Files;
use super::problems::{Place, Problems};

/// The file of a language.
pub fn file(code: &str) -> String {
    format!("static/texts/method.{code}.md")
}

/// Every language has a text, with the figures and tables of the first.
pub fn check(files: &Files, codes: &[&str], problems: &mut Problems) {
    let mut first: Option<BTreeSet<&str>> = None;
    for code in codes {
        let name = file(code);
        let at = Place { file: &name, entry: "file" };
        let Some(text) = files.0.get(&name) else {
            problems.add(at, "is missing");
            continue;
        };
        let ours = placeholders(text);
        let Some(theirs) = &first else {
            first = Some(ours);
            continue;
        };
        for placeholder in theirs.symmetric_difference(&ours) {
            problems.add(at, format!("{{{{{placeholder}}}}} does not stand in every language"));
        }
    }
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split("{{").skip(1).filter_map(|rest| rest.split_once("}}")).map(|(name, _)| name).collect()
}
