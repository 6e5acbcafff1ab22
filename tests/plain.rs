//! Every text is plain: short sentences, and a meaning in the Method document for every word that needs one.

#![allow(clippy::expect_used, reason = "in a test a panic is the message")]

use std::fs;
use std::path::Path;

use raaderum::words::document::{Block, plain, read};
use raaderum::words::text::Language;
use toml::{Table, Value};

/// Words in the longest sentence, and in all of them on average.
const LONGEST: usize = 30;
const MEAN: f64 = 16.0;

/// What must be explained where it is used: the beginning of the word, and the word in the glossary.
const JARGON: [(&str, &str); 10] = [
    ("sagstal", "sagstal"),
    ("refusion", "refusion"),
    ("bloktilskud", "bloktilskud"),
    ("budgetloft", "budgetloft"),
    ("sanktion", "sanktion"),
    ("budgetgaranti", "budgetgaranti"),
    ("udligning", "udligning"),
    ("fortrængning", "fortrængning"),
    ("percentil", "percentil"),
    ("anciennitet", "anciennitet"),
];

/// Words of another language or of a trade that no Danish text here may use.
const FOREIGN: [&str; 9] = [
    " spell",
    "caseload",
    "payback",
    "dashboard",
    " scenarier",
    "baseline",
    "target",
    "elasticiteten",
    "desværre",
];

struct Said {
    at: String,
    text: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn table(file: &Path) -> Table {
    fs::read_to_string(file).expect("the file can be read").parse().expect("the file is TOML")
}

/// All that is said in a language, but for sources, tables and formulas.
fn said(language: Language) -> Vec<Said> {
    let code = language.code();
    let mut all = Vec::new();
    for (section, texts) in table(&root().join(format!("static/texts/{code}.toml"))) {
        for (key, text) in texts.as_table().into_iter().flatten().filter(|_| section != "language") {
            let text = text.as_str().unwrap_or_default().to_owned();
            all.push(Said { at: format!("{section}.{key}"), text });
        }
    }
    for file in fs::read_dir(root().join("static/data")).expect("the folder can be read") {
        let file = file.expect("a file").path();
        // A table of figures says nothing.
        if file.extension().is_some_and(|ending| ending == "csv") {
            continue;
        }
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        within(&Value::Table(table(&file)), code, &name, &mut all);
    }
    // Figures stand for one word each.
    let template = language.method_template();
    let mut parts = template.split("{{");
    let before = parts.next().unwrap_or_default().to_owned();
    let filled = parts
        .fold(before, |filled, part| filled + "5" + part.split_once("}}").map_or(part, |(_, rest)| rest));
    for block in read(&filled) {
        let lines = match block {
            Block::Paragraph(line) => vec![line],
            Block::List(items) => items,
            Block::Terms(terms) => terms.into_iter().map(|(_, meaning)| meaning).collect(),
            Block::Heading(..) | Block::Formula(_) | Block::Table(..) => Vec::new(),
        };
        all.extend(lines.iter().map(|line| Said { at: "method".into(), text: plain(line) }));
    }
    all
}

/// The localised texts of a data file.
fn within(value: &Value, code: &str, at: &str, all: &mut Vec<Said>) {
    match value {
        Value::Array(list) => {
            for (index, one) in list.iter().enumerate() {
                let id = ["id", "key", "kind"].iter().find_map(|name| one.get(name)?.as_str());
                within(one, code, &format!("{at}: {}", id.unwrap_or(&index.to_string())), all);
            }
        }
        Value::Table(table) => match table.get(code).and_then(Value::as_str) {
            Some(text) => all.push(Said { at: at.to_owned(), text: text.to_owned() }),
            None => {
                for (key, inner) in table.iter().filter(|(key, _)| !key.ends_with("source")) {
                    within(inner, code, &format!("{at}.{key}"), all);
                }
            }
        },
        _ => {}
    }
}

/// The sentences of a text: one ends with a sign before a space and a capital.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut from = 0;
    for (at, _) in text.match_indices(['.', '?', '!']) {
        let rest = text[at + 1..].trim_start_matches(['”', '“', ')']);
        let next = rest.trim_start().trim_start_matches(['„', '“', '(']).chars().next();
        let begins = |next: char| next.is_uppercase() || next.is_ascii_digit();
        if rest.starts_with(' ') && next.is_some_and(begins) {
            found.push(&text[from..=at]);
            from = at + 1;
        }
    }
    found.push(&text[from..]);
    found
}

fn words(sentence: &str) -> usize {
    sentence.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

#[test]
fn sentences_are_short() {
    for language in Language::all() {
        let all = said(language);
        let counted = all
            .iter()
            .flat_map(|said| sentences(&said.text).into_iter().map(move |one| (said, one, words(one))));
        let counted: Vec<_> = counted.collect();
        let long: Vec<String> = counted
            .iter()
            .filter(|(_, _, count)| *count > LONGEST)
            .map(|(said, one, count)| format!("{}: {count} words: {one}", said.at))
            .collect();
        assert!(long.is_empty(), "{}: {long:#?}", language.code());
        let sum: usize = counted.iter().map(|(.., count)| count).sum();
        let mean = sum as f64 / counted.len() as f64;
        assert!(mean < MEAN, "{}: {mean} words on average", language.code());
    }
}

#[test]
fn a_sentence_ends_where_people_end_it() {
    assert_eq!(
        sentences("Det koster 2,1 mio. kr. i 2025. Så er det slut."),
        ["Det koster 2,1 mio. kr. i 2025.", " Så er det slut."]
    );
    assert_eq!(words("Fra 95 – til 45 sager."), 5);
}

#[test]
fn words_of_the_trade_are_explained() {
    let danish = Language::default();
    let terms: Vec<String> = read(danish.method_template())
        .into_iter()
        .filter_map(|block| if let Block::Terms(terms) = block { Some(terms) } else { None })
        .flatten()
        .map(|(word, _)| plain(&word))
        .collect();
    let all = said(danish);
    for (used, explained) in JARGON {
        let is_used = all.iter().any(|said| said.text.to_lowercase().contains(used));
        let is_explained = terms.iter().any(|term| term.split(", ").any(|word| word == explained));
        assert!(!is_used || is_explained, "{used} is used, but the Method document does not explain it");
    }
}

#[test]
fn danish_texts_use_danish_words() {
    for Said { at, text } in said(Language::default()) {
        let text = format!(" {}", text.to_lowercase());
        for word in FOREIGN {
            assert!(!text.contains(word), "{at}: {word}: {text}");
        }
    }
}
