//! What is drawn, and in which dimension: checks `latents.toml` and `sobol.toml` and writes their tables.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::parameters::Parameter;
use super::problems::{Place as At, Problems};
use super::{Files, read};

const LATENTS: &str = "static/data/latents.toml";
const SOBOL: &str = "static/data/sobol.toml";
/// A higher degree would not fit into a row of the table.
const MOST_DEGREE: u32 = 10;

/// The order of the latent numbers, and the Sobol sequence they are taken from.
#[derive(Default)]
pub struct Draws {
    /// Place among the latent numbers, of each parameter that is drawn.
    latent_of: Vec<Option<usize>>,
    latents: usize,
    directions: Vec<Direction>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LatentFile {
    latents: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SobolFile {
    directions: Vec<Direction>,
}

/// One dimension after the first: a primitive polynomial and the direction numbers to begin with.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Direction {
    s: u32,
    a: u64,
    m: Vec<u64>,
}

/// Reads both files; every uncertain parameter has a dimension.
pub fn read(files: &Files, parameters: &[Parameter], problems: &mut Problems) -> Draws {
    let latents: Option<LatentFile> = read::whole(files, LATENTS, problems);
    let sobol: Option<SobolFile> = read::whole(files, SOBOL, problems);
    let (Some(LatentFile { latents }), Some(SobolFile { directions })) = (latents, sobol) else {
        return Draws::default();
    };
    check_directions(&directions, problems);
    check_latents(&latents, parameters, problems);
    let dimensions = directions.len() + 1;
    problems.require(latents.len() <= dimensions, At { file: LATENTS, entry: "latents" }, || {
        let count = latents.len();
        format!("{count} numbers are drawn, but {SOBOL} has {dimensions} dimensions; add directions there")
    });
    let place = |p: &Parameter| latents.iter().position(|name| Some(name.as_str()) == drawn_as(p));
    Draws { latent_of: parameters.iter().map(place).collect(), latents: latents.len(), directions }
}

/// The name a parameter is drawn by, if it is uncertain.
fn drawn_as(parameter: &Parameter) -> Option<&str> {
    parameter.is_uncertain().then(|| parameter.latent.as_deref().unwrap_or(&parameter.key))
}

fn check_latents(latents: &[String], parameters: &[Parameter], problems: &mut Problems) {
    let needed: BTreeSet<&str> = parameters.iter().filter_map(drawn_as).collect();
    let mut seen = BTreeSet::new();
    for name in latents.iter().map(String::as_str).filter(|name| !name.is_empty()) {
        let at = At { file: LATENTS, entry: name };
        problems.require(needed.contains(name), at, || {
            "no uncertain figure is called so; where there was one, \"\" keeps its place free".into()
        });
        problems.require(seen.insert(name), at, || "stands twice".into());
    }
    for name in needed.difference(&seen) {
        let at = At { file: LATENTS, entry: name };
        problems.add(at, "is uncertain and has no dimension; add it at the end");
    }
    for parameter in parameters {
        let shared = parameters.iter().any(|p| p.latent.as_ref() == Some(&parameter.key));
        let at = At { file: parameter.file, entry: &parameter.key };
        problems
            .require(!shared, at, || "the key is also a latent name, so both would be drawn as one".into());
    }
}

fn check_directions(directions: &[Direction], problems: &mut Problems) {
    let mut seen = BTreeSet::new();
    for (index, direction) in directions.iter().enumerate() {
        let dimension = format!("dimension {}", index + 2);
        let at = At { file: SOBOL, entry: &dimension };
        let Direction { s, a, m } = direction;
        if !(1..=MOST_DEGREE).contains(s) || *a >= 1 << (s - 1) {
            problems
                .add(at, format!("degree {s} is not 1 to {MOST_DEGREE}, or {a} has more than {s} - 1 bits"));
            continue;
        }
        problems.require(is_primitive(direction.polynomial(), *s), at, || {
            "the polynomial is not primitive".into()
        });
        problems.require(seen.insert((s, a)), at, || "another dimension has this polynomial".into());
        let odd_and_small = |(i, m): (usize, &u64)| m % 2 == 1 && *m < 2 << i;
        problems.require(m.len() == *s as usize && m.iter().enumerate().all(odd_and_small), at, || {
            format!("m is {s} odd numbers, the i-th below 2 to the i")
        });
    }
}

/// Whether the powers of x, modulo the polynomial, go through everything but nought.
fn is_primitive(polynomial: u64, degree: u32) -> bool {
    let all = (1 << degree) - 1;
    let next = |power: u64| (power << 1) ^ if power >> (degree - 1) & 1 == 1 { polynomial } else { 0 };
    let mut power = next(1);
    let mut order = 1;
    while power != 1 && order < all {
        power = next(power);
        order += 1;
    }
    power == 1 && order == all
}

impl Direction {
    /// All coefficients, those of x^s and 1 too.
    fn polynomial(&self) -> u64 {
        1 << self.s | self.a << 1 | 1
    }

    /// The row of the table: the polynomial in 16 bits, then of the i-th number all but its last bit in i - 1.
    fn packed(&self) -> u64 {
        let mut at = 16;
        self.m.iter().enumerate().fold(self.polynomial(), |row, (i, m)| {
            at += i.saturating_sub(1);
            row | (m >> 1) << at
        })
    }
}

/// The source of `sobol_data.rs`.
pub fn write_directions(draws: &Draws) -> String {
    // Of the first dimension only the degree, 0, is needed.
    let rows = std::iter::once(1).chain(draws.directions.iter().map(Direction::packed));
    let rows: Vec<String> = rows.map(|row| format!("{row:#x}")).collect();
    format!(
        "/// How many dimensions there are.\npub const DIMENSIONS: usize = {};\n\
         /// Per dimension the polynomial in 16 bits, then of the i-th direction number all but the last bit in\n\
         /// i - 1 bits.\nstatic DIRECTIONS: [u64; DIMENSIONS] = [{}];\n",
        rows.len(),
        rows.join(", ")
    )
}

/// The source of `latent_data.rs`.
pub fn write_latents(draws: &Draws) -> String {
    format!(
        "/// How many latent numbers there are.\npub const LATENT_COUNT: usize = {};\n\
         /// The latent number behind each parameter that is drawn.\n\
         static LATENT_OF: [Option<u8>; PARAMETER_COUNT] = {:?};\n",
        draws.latents, draws.latent_of
    )
}
