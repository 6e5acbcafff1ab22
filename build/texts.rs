//! Languages and their texts: one file each, the same keys and the same {placeholders} in all.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use toml::{Table, Value};

use super::Files;
use super::problems::{Place, Problems};
use super::read;

/// A text in every language, by language code.
pub type Localized = BTreeMap<String, String>;

/// Where something comes from: a title that is the same in every language, or words in each.
#[derive(Deserialize, Clone, Debug)]
#[serde(untagged)]
pub enum Source {
    Same(String),
    Each(Localized),
}

/// A text that can be had in a language; empty where there is none.
pub trait InLanguage {
    fn text(&self, code: &str) -> &str;
}

impl Default for Source {
    fn default() -> Self {
        Self::Same(String::new())
    }
}

impl InLanguage for Localized {
    fn text(&self, code: &str) -> &str {
        self.get(code).map_or("", String::as_str)
    }
}

impl InLanguage for Source {
    fn text(&self, code: &str) -> &str {
        match self {
            Self::Same(text) => text,
            Self::Each(texts) => texts.text(code),
        }
    }
}

impl<T: InLanguage> InLanguage for Option<T> {
    fn text(&self, code: &str) -> &str {
        self.as_ref().map_or("", |text| text.text(code))
    }
}

/// One language: its file in `static/texts`.
pub struct Language {
    pub file: String,
    pub code: String,
    pub about: About,
    /// Texts of the page by key, `section.key`.
    pub texts: BTreeMap<String, String>,
}

/// The `[language]` section of a text file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// The language in itself: "Dansk".
    pub name: String,
    /// Languages are shown in this order; the first is the default.
    pub order: i64,
    pub decimal: char,
    pub thousands: char,
    /// How a percentage is written, around {value}.
    pub percent: String,
}

/// All languages, in their order.
pub fn read(files: &Files, problems: &mut Problems) -> Vec<Language> {
    let names: Vec<&String> =
        files.0.keys().filter(|name| name.starts_with("static/texts/") && name.ends_with(".toml")).collect();
    let mut languages: Vec<Language> =
        names.into_iter().filter_map(|file| read_language(files, file, problems)).collect();
    languages.sort_by_key(|l| l.about.order);
    problems.require(!languages.is_empty(), Place { file: "static/texts", entry: "da.toml" }, || {
        "no language found".into()
    });
    if let Some((first, others)) = languages.split_first() {
        for other in others {
            compare(first, other, problems);
        }
    }
    languages
}

fn read_language(files: &Files, file: &str, problems: &mut Problems) -> Option<Language> {
    let mut table = read::table(files, file, problems)?;
    let at = Place { file, entry: "language" };
    let about = table.remove("language").unwrap_or(Value::Table(Table::new())).try_into();
    let about: About = about.map_err(|error: toml::de::Error| problems.add(at, error.to_string())).ok()?;
    problems.require(about.percent.contains("{value}"), at, || "percent has no {value}".into());
    let mut texts = BTreeMap::new();
    for (section, keys) in table {
        let Value::Table(keys) = keys else {
            problems.add(Place { file, entry: &section }, "a text stands in a [section]");
            continue;
        };
        problems.check_ids(file, keys.keys().map(String::as_str));
        for (key, text) in keys {
            let key = format!("{section}.{key}");
            match text {
                Value::String(text) if is_a_line(&text) => drop(texts.insert(key, text)),
                _ => problems.add(Place { file, entry: &key }, "is not a text of one line, or is empty"),
            }
        }
    }
    let code = file.trim_start_matches("static/texts/").trim_end_matches(".toml").to_owned();
    Some(Language { file: file.to_owned(), code, about, texts })
}

fn compare(first: &Language, other: &Language, problems: &mut Problems) {
    for (key, text) in &first.texts {
        let at = Place { file: &other.file, entry: key };
        match other.texts.get(key) {
            None => problems.add(at, format!("is missing, but stands in {}", first.file)),
            Some(theirs) => same_placeholders(at, text, theirs, problems),
        }
    }
    for key in other.texts.keys().filter(|key| !first.texts.contains_key(*key)) {
        problems.add(
            Place { file: &first.file, entry: key },
            format!("is missing, but stands in {}", other.file),
        );
    }
}

fn same_placeholders(at: Place, ours: &str, theirs: &str, problems: &mut Problems) {
    let (ours, theirs) = (placeholders(ours), placeholders(theirs));
    problems
        .require(ours == theirs, at, || format!("has placeholders {theirs:?} where another has {ours:?}"));
}

/// The names in {braces} of a text.
pub fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

/// Whether there is a text, and no line break in it: a line is what tells texts apart in the files that are made.
fn is_a_line(text: &str) -> bool {
    !text.trim().is_empty() && !text.contains(['\n', '\r'])
}

/// The units that have a label: the keys of the section `unit`.
pub fn unit_ids(languages: &[Language]) -> Vec<String> {
    let Some(first) = languages.first() else { return Vec::new() };
    first.texts.keys().filter_map(|key| key.strip_prefix("unit.")).map(str::to_owned).collect()
}

/// A localised field has every language, no other, no empty text, and only the `allowed` placeholders.
pub fn check(
    at: Place,
    field: &str,
    text: &Localized,
    languages: &[&str],
    allowed: &[&str],
    problems: &mut Problems,
) {
    for code in languages {
        let written = text.get(*code).is_some_and(|text| is_a_line(text));
        problems.require(written, at, || format!("{field}.{code} is missing, or more than one line"));
    }
    for (code, words) in text {
        let known = languages.contains(&code.as_str());
        problems
            .require(known, at, || format!("{field}.{code}: there is no language {code} in static/texts"));
        for name in placeholders(words).into_iter().filter(|name| !allowed.contains(name)) {
            problems.add(at, format!("{field}.{code} has the unknown placeholder {{{name}}}"));
        }
    }
    let mut sets = text.values().map(|words| placeholders(words));
    if let Some(first) = sets.next() {
        problems.require(sets.all(|set| set == first), at, || {
            format!("{field} has different placeholders in different languages")
        });
    }
}

/// A source is not empty, in any language.
pub fn check_source(at: Place, source: &Source, languages: &[&str], problems: &mut Problems) {
    match source {
        Source::Same(text) => {
            problems.require(is_a_line(text), at, || "source is empty, or more than one line".into())
        }
        Source::Each(texts) => check(at, "source", texts, languages, &[], problems),
    }
}
