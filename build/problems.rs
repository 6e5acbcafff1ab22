//! What is wrong with the data, collected so that one build names all of it.

use std::collections::BTreeSet;

/// Every problem so far, as `FILE: ENTRY: reason`.
#[derive(Default)]
pub struct Problems(Vec<String>);

/// One entry of one file: where a problem is.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// Path from the root of the repository.
    pub file: &'a str,
    /// Id or key of the entry.
    pub entry: &'a str,
}

impl Problems {
    /// Adds one problem.
    pub fn add(&mut self, at: Place, reason: impl AsRef<str>) {
        let reason = reason.as_ref().trim().replace('\n', " ");
        self.0.push(format!("{}: {}: {reason}", at.file, at.entry));
    }

    /// Adds the problem unless `good` holds.
    pub fn require(&mut self, good: bool, at: Place, reason: impl FnOnce() -> String) {
        if !good {
            self.add(at, reason());
        }
    }

    /// Ids are written in links and as constants: `[a-z0-9_]`, and each once.
    pub fn check_ids<'a>(&mut self, file: &str, ids: impl Iterator<Item = &'a str>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            let at = Place { file, entry: id };
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
            let starts_well = id.starts_with(|c: char| c.is_ascii_lowercase());
            self.require(starts_well && id.chars().all(plain), at, || {
                "an id is small letters a-z, digits and _, beginning with a letter".into()
            });
            self.require(seen.insert(id), at, || "this id is used twice".into());
        }
    }

    /// Whether nothing is wrong so far.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Everything found, in the order of the files.
    pub fn into_list(self) -> Vec<String> {
        self.0
    }
}
