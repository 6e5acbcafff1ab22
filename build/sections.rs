//! Where each assumption stands on the page: checks `sections.toml` and writes its table.

use std::fmt::Write as _;

use serde::Deserialize;

use super::parameters::Parameter;
use super::problems::{Place as At, Problems};
use super::texts::{self, Localized};
use super::{Files, read};

const FILE: &str = "static/data/sections.toml";

/// Assumptions that stand together.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    id: String,
    pub name: Localized,
    pub about: Localized,
    /// Kinds of parameters.
    assumptions: Vec<String>,
}

/// Reads the file; every assumption stands in one section.
pub fn read(
    files: &Files,
    codes: &[&str],
    parameters: &[Parameter],
    problems: &mut Problems,
) -> Vec<Section> {
    let sections: Vec<Section> = read::entries(files, FILE, "section", "id", problems);
    problems.check_ids(FILE, sections.iter().map(|section| section.id.as_str()));
    for section in &sections {
        let at = At { file: FILE, entry: &section.id };
        texts::check(at, "name", &section.name, codes, &[], problems);
        texts::check(at, "about", &section.about, codes, &[], problems);
        for kind in &section.assumptions {
            let known = parameters.iter().any(|parameter| parameter.kind == *kind);
            problems.require(known, at, || format!("{kind}: there is no such parameter"));
        }
    }
    for kind in parameters.chunk_by(|a, b| a.kind == b.kind).filter_map(|same| same.first()) {
        let named =
            sections.iter().flat_map(|section| &section.assumptions).filter(|named| **named == kind.kind);
        let count = named.count();
        problems.require(count == 1, At { file: FILE, entry: &kind.kind }, || {
            format!("stands in {count} sections, not in one")
        });
    }
    sections
}

/// `SECTIONS`: each section with the places of its assumptions.
pub fn write(sections: &[Section], parameters: &[Parameter], out: &mut String) {
    let count = sections.len();
    let _ = writeln!(
        out,
        "/// Where each assumption stands on the page, by the id of the section.\n\
         pub static SECTIONS: [(&str, &[Parameter]); {count}] = ["
    );
    for section in sections {
        let of_kind = |kind: &String| {
            let kind = kind.clone();
            (0..parameters.len()).filter(move |place| parameters[*place].kind == kind)
        };
        let places = section.assumptions.iter().flat_map(of_kind);
        let places: Vec<String> = places.map(|place| format!("Parameter({place})")).collect();
        let _ = writeln!(out, "    ({:?}, &[{}]),", section.id, places.join(", "));
    }
    out.push_str("];\n");
}
