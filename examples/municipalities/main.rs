//! Makes `static/data/municipalities.csv` of the public tables' own files; `script/municipalities` calls it.
//!
//! `municipalities FOLDER` writes the table of `FOLDER/FOLK1A.csv`, `FOLDER/y25i01.csv` and `FOLDER/y60a02.csv`;
//! `municipalities requests` writes what to ask the two sources for: file, address and body of each request.

// Cargo reads nothing here: it is a tool for whoever keeps the data.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod figures;
mod table;

use std::process::ExitCode;
use std::{env, fs};

use table::{About, Files};

const ABOUT: &str = "static/data/municipalities.toml";
const TABLE: &str = "static/data/municipalities.csv";

fn main() -> ExitCode {
    match env::args()
        .nth(1)
        .ok_or_else(|| vec!["which folder are the files in?".to_owned()])
        .and_then(|word| go(&word))
    {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(problems) => {
            problems.iter().for_each(|problem| eprintln!("municipalities: {problem}"));
            ExitCode::FAILURE
        }
    }
}

fn go(word: &str) -> Result<String, Vec<String>> {
    let text = |path: &str| fs::read_to_string(path).map_err(|error| vec![format!("{path}: {error}")]);
    let about = About::read(&text(ABOUT)?).map_err(|problem| vec![problem])?;
    if word == "requests" {
        return Ok(about.requests());
    }
    let mut files = Files::new();
    for name in about.tables() {
        files.insert(name.to_owned(), text(&format!("{word}/{name}.csv"))?);
    }
    table::make(&about, &text(TABLE)?, &files)
}
