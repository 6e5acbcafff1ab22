//! The runs for a room: checks `runs.toml` and writes its table.

use std::fmt::Write as _;

use serde::Deserialize;

use super::problems::{Place as At, Problems};
use super::texts::{self, Localized};
use super::{Files, read};

const FILE: &str = "static/data/runs.toml";

/// One run.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Run {
    id: String,
    pub name: Localized,
    pub about: Localized,
    #[serde(rename = "step")]
    pub steps: Vec<Step>,
}

/// One of its steps.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub question: Localized,
    #[serde(default)]
    pub intro: Localized,
    #[serde(default)]
    pub after: Localized,
    pub notes: Localized,
    scenario: String,
    #[serde(default)]
    show: Vec<String>,
    #[serde(default)]
    reveal: Vec<String>,
    guess: Option<Guess>,
    minutes: Option<u16>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Guess {
    figure: String,
    from: f64,
    to: f64,
}

/// Reads the runs. That their scenarios, parts and figures exist is a matter of the program, whose tests look at it.
pub fn read(files: &Files, codes: &[&str], problems: &mut Problems) -> Vec<Run> {
    let runs: Vec<Run> = read::entries(files, FILE, "run", "id", problems);
    problems.check_ids(FILE, runs.iter().map(|run| run.id.as_str()));
    for run in &runs {
        let at = At { file: FILE, entry: &run.id };
        texts::check(at, "name", &run.name, codes, &[], problems);
        texts::check(at, "about", &run.about, codes, &[], problems);
        problems.require(!run.steps.is_empty(), at, || "has no step".into());
        for step in &run.steps {
            check(at, step, codes, problems);
        }
    }
    runs
}

fn check(at: At, step: &Step, codes: &[&str], problems: &mut Problems) {
    let texts = [("question", &step.question), ("notes", &step.notes)];
    let optional = [("intro", &step.intro), ("after", &step.after)];
    for (name, text) in texts.into_iter().chain(optional.into_iter().filter(|(_, text)| !text.is_empty())) {
        texts::check(at, name, text, codes, &[], problems);
    }
    if let Some(Guess { figure, from, to }) = &step.guess {
        problems.require(from < to, at, || format!("guess {figure}: from {from} is not below to {to}"));
    }
}

/// The source of `run_data.rs`.
pub fn write(runs: &[Run]) -> String {
    let mut out = format!("/// The runs.\npub static RUNS: [Shipped; {}] = [\n", runs.len());
    for run in runs {
        let _ = writeln!(out, "    Shipped {{ id: {:?}, steps: &[", run.id);
        for Step { scenario, show, reveal, guess, minutes, .. } in &run.steps {
            let guess = guess.as_ref().map(|guess| (&guess.figure, guess.from, guess.to));
            let _ = writeln!(
                out,
                "        ShippedStep {{ link: {scenario:?}, show: &{show:?}, reveal: &{reveal:?}, guess: {guess:?}, minutes: {minutes:?} }},"
            );
        }
        out.push_str("    ] },\n");
    }
    out.push_str("];\n");
    out
}
