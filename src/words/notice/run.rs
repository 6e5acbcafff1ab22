//! Why a file with a run was refused.

use super::refused;
use crate::present::figure::Figure;
use crate::present::file::{self, Fault, RunProblem, Wanted};
use crate::present::part::Part;
use crate::words::text::{Language, Text, fill};

/// What is wrong, with its place before it.
pub fn run_problem(language: Language, problem: &RunProblem) -> String {
    let told = fault(language, &problem.fault);
    if problem.place.is_empty() { told } else { [&problem.place, ": ", &told].concat() }
}

fn fault(language: Language, fault: &Fault) -> String {
    let told = |text, values: &[(&str, &str)]| fill(language.text(text), values);
    match fault {
        Fault::TooLarge => told(Text::PresentFileLarge, &[("size", &(file::LARGEST / 1000).to_string())]),
        Fault::NotText => told(Text::FileNotText, &[]),
        Fault::NotJson { line, column } => {
            told(Text::FileNotJson, &[("line", &line.to_string()), ("column", &column.to_string())])
        }
        Fault::OtherVersion(version) => {
            told(Text::PresentFileVersion, &[("value", version), ("expected", &file::VERSION.to_string())])
        }
        Fault::Missing => told(Text::PresentFileMissing, &[]),
        Fault::Unknown => told(Text::PresentFileUnknown, &[]),
        Fault::Not(wanted) => told(Text::PresentFileNot, &[("expected", &self::wanted(language, *wanted))]),
        Fault::Link(problems) => {
            problems.iter().map(|problem| refused(language, problem)).collect::<Vec<_>>().join(" · ")
        }
    }
}

fn wanted(language: Language, wanted: Wanted) -> String {
    let told = |text, values: &[(&str, &str)]| fill(language.text(text), values);
    match wanted {
        Wanted::Object => told(Text::PresentWantedObject, &[]),
        Wanted::List(most) => told(Text::PresentWantedList, &[("most", &most.to_string())]),
        Wanted::Text(usize::MAX) => told(Text::PresentWantedLink, &[]),
        Wanted::Text(most) => told(Text::PresentWantedText, &[("most", &most.to_string())]),
        Wanted::Whole(most) => told(Text::PresentWantedWhole, &[("most", &most.to_string())]),
        Wanted::Number(most) => told(Text::PresentWantedNumber, &[("most", &language.exact(most.into()))]),
        Wanted::Above => told(Text::PresentWantedAbove, &[]),
        Wanted::Part => {
            let names: Vec<String> = Part::all().map(Part::name).collect();
            told(Text::MessageExpectedChoice, &[("options", &names.join(", "))])
        }
        Wanted::Figure => {
            let names: Vec<&str> = Figure::ALL.iter().map(|(_, name)| *name).collect();
            told(Text::MessageExpectedChoice, &[("options", &names.join(", "))])
        }
    }
}
