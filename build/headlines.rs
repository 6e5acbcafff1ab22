//! The assumptions behind each headline: checks `headlines.toml` and writes its table.

use std::fmt::Write as _;

use serde::Deserialize;

use super::parameters::Parameter;
use super::problems::{Place as At, Problems};
use super::{Files, read};

const FILE: &str = "static/data/headlines.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    headline: Vec<Headline>,
}

/// One headline, by the name of its figure.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Headline {
    key: String,
    /// Kinds of parameters.
    assumptions: Vec<String>,
}

/// Reads the file; every assumption is one.
pub fn read(files: &Files, parameters: &[Parameter], problems: &mut Problems) -> Vec<Headline> {
    let Some(File { headline: headlines }) = read::whole(files, FILE, problems) else { return Vec::new() };
    for headline in &headlines {
        for kind in &headline.assumptions {
            let known = parameters.iter().any(|parameter| parameter.kind == *kind);
            problems.require(known, At { file: FILE, entry: &headline.key }, || {
                format!("{kind}: there is no such parameter")
            });
        }
    }
    problems.check_ids(FILE, headlines.iter().map(|headline| headline.key.as_str()));
    headlines
}

/// `HEADLINES`: each headline with the places of its assumptions.
pub fn write(headlines: &[Headline], parameters: &[Parameter], out: &mut String) {
    let count = headlines.len();
    let _ = writeln!(
        out,
        "/// The assumptions behind each headline, by the name of its figure.\n\
         pub static HEADLINES: [(&str, &[Parameter]); {count}] = ["
    );
    for headline in headlines {
        let of_kind = |kind: &String| {
            let kind = kind.clone();
            (0..parameters.len()).filter(move |place| parameters[*place].kind == kind)
        };
        let places = headline.assumptions.iter().flat_map(of_kind);
        let places: Vec<String> = places.map(|place| format!("Parameter({place})")).collect();
        let _ = writeln!(out, "    ({:?}, &[{}]),", headline.key, places.join(", "));
    }
    out.push_str("];\n");
}
