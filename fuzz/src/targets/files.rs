//! Scenario files.

use raaderum::scenario::file::{self, FileProblem};
use raaderum::words::notice;
use raaderum::words::text::Language;

use crate::holds::{self, told};

pub fn run(bytes: &[u8]) {
    match file::read(bytes) {
        Ok(scenario) => holds::scenario(&scenario),
        Err(problems) => {
            assert!(!problems.is_empty(), "refused without a reason");
            problems.iter().for_each(named);
        }
    }
}

fn named(problem: &FileProblem) {
    for language in Language::all() {
        let message = notice::file_problem(language, problem);
        match problem {
            FileProblem::Part(part) => told(&message, &part.key),
            FileProblem::Missing(key) | FileProblem::NotAnObject(key) => told(&message, key),
            FileProblem::NotJson { line, .. } => told(&message, &line.to_string()),
            FileProblem::TooLarge | FileProblem::NotText => told(&message, ""),
        }
    }
}
