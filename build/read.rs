//! Reading a data file entry by entry, so that one broken entry does not hide the next.

use serde::de::DeserializeOwned;
use toml::{Table, Value};

use super::Files;
use super::problems::{Place, Problems};

/// The entries of the list `name` in `file`; those that cannot be read become problems.
///
/// `id` is the field an entry is called by in messages.
pub fn entries<T: DeserializeOwned>(
    files: &Files,
    file: &str,
    name: &str,
    id: &str,
    problems: &mut Problems,
) -> Vec<T> {
    entries_of(files, file, name, id, &[name], problems)
}

/// As [`entries`], in a file that has several lists; an entry is called by its number.
pub fn list<T: DeserializeOwned>(
    files: &Files,
    file: &str,
    name: &str,
    lists: &[&str],
    problems: &mut Problems,
) -> Vec<T> {
    entries_of(files, file, name, "", lists, problems)
}

/// As [`entries`], in a file that has several lists.
pub fn entries_of<T: DeserializeOwned>(
    files: &Files,
    file: &str,
    name: &str,
    id: &str,
    lists: &[&str],
    problems: &mut Problems,
) -> Vec<T> {
    let Some(table) = table(files, file, problems) else { return Vec::new() };
    for key in table.keys().filter(|key| !lists.contains(&key.as_str())) {
        problems.add(
            Place { file, entry: key },
            format!("unknown entry, expected only [[{}]]", lists.join("]], [[")),
        );
    }
    let Some(Value::Array(list)) = table.get(name) else {
        problems.add(Place { file, entry: name }, format!("no [[{name}]] found"));
        return Vec::new();
    };
    let mut read = Vec::new();
    for (number, value) in list.iter().enumerate() {
        let called = value.get(id).and_then(Value::as_str).map(str::to_owned);
        let called = called.unwrap_or_else(|| format!("{name} {}", number + 1));
        match value.clone().try_into() {
            Ok(entry) => read.push(entry),
            Err(error) => problems.add(Place { file, entry: &called }, error.to_string()),
        }
    }
    read
}

/// A whole file as one entry.
pub fn whole<T: DeserializeOwned>(files: &Files, file: &str, problems: &mut Problems) -> Option<T> {
    match table(files, file, problems)?.try_into() {
        Ok(entry) => Some(entry),
        Err(error) => {
            problems.add(Place { file, entry: "file" }, error.to_string());
            None
        }
    }
}

/// Every TOML file can be read.
pub fn check_syntax(files: &Files, problems: &mut Problems) {
    for file in files.0.keys().filter(|file| file.ends_with(".toml")) {
        table(files, file, problems);
    }
}

/// A whole file as a table; a missing or unreadable one is a problem.
pub fn table(files: &Files, file: &str, problems: &mut Problems) -> Option<Table> {
    let at = Place { file, entry: "file" };
    let Some(text) = files.0.get(file) else {
        problems.add(at, "is missing");
        return None;
    };
    match text.parse() {
        Ok(table) => Some(table),
        Err(error) => {
            problems.add(at, error.to_string());
            None
        }
    }
}
