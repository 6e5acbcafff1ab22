//! Which edition this is: a number for all the data, and what the page is made of besides.

use std::fmt::Write;

use serde::Deserialize;

use super::problems::Problems;
use super::word_tables::stamp::stamp;
use super::{Files, read};

/// The crates in the page with their licences: no figure of the model stands in it.
const FILE: &str = "static/data/crates.toml";
/// Numbers under a licence of their own.
const NUMBERS: &str = "static/data/sobol.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "crate")]
    crates: Vec<Crate>,
}

/// A crate that is part of the page.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Crate {
    name: String,
    licence: String,
}

/// Reads the crates.
pub fn read(files: &Files, problems: &mut Problems) -> Vec<Crate> {
    let Some(File { crates }) = read::whole(files, FILE, problems) else { return Vec::new() };
    // Names of crates are no ids of ours: they have hyphens.
    let names: Vec<String> = crates.iter().map(|one| one.name.replace('-', "_")).collect();
    problems.check_ids(FILE, names.iter().map(String::as_str));
    crates
}

/// The source of `edition_data.rs`.
pub fn write(files: &Files, crates: &[Crate]) -> String {
    let data = files.0.iter().filter(|(name, _)| name.starts_with("static/data/") && *name != FILE);
    let all: String = data.flat_map(|(name, text)| [name.as_str(), "\n", text.as_str(), "\n"]).collect();
    let mut out = format!("const DATA: u64 = {:#018x};\n", stamp(&all));
    let _ = writeln!(out, "/// The crates in the page, each with its licence.");
    let _ = writeln!(out, "pub static CRATES: [(&str, &str); {}] = [", crates.len());
    for Crate { name, licence } in crates {
        let _ = writeln!(out, "    ({name:?}, {licence:?}),");
    }
    let _ = writeln!(out, "];");
    let _ = writeln!(out, "/// The notice that goes with the direction numbers of the draws.");
    let _ = writeln!(out, "pub static SOBOL_NOTICE: &str = {:?};", notice(files));
    out
}

/// The notice in the comment of the direction numbers, from its copyright to the end of the comment.
fn notice(files: &Files) -> String {
    let comment = files.0.get(NUMBERS).into_iter().flat_map(|text| text.lines());
    let comment =
        comment.take_while(|line| line.starts_with('#')).map(|line| line.trim_start_matches(['#', ' ']));
    let lines: Vec<&str> = comment.skip_while(|line| !line.starts_with("Copyright")).collect();
    lines.join("\n")
}
