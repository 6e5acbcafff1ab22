//! The report that the evidence dial is solved from: the one case marked with `report = true`.

use super::cases::Case;
use super::groups::Group;
use super::problems::{Place as At, Problems};

const FILE: &str = "static/data/cases.toml";

/// What that case reported of one group.
pub struct Report {
    /// The case, by its place in the file.
    pub case: usize,
    pub stock_before: f64,
    pub stock_after: f64,
    pub caseload_before: f64,
    pub caseload_after: f64,
    pub months: u16,
}

/// Finds it; none or two marked cases are a problem, and so is one that does not say everything.
pub fn read(cases: &[Case], groups: &[Group], problems: &mut Problems) -> Option<Report> {
    let marked: Vec<usize> = (0..cases.len()).filter(|&i| cases[i].report).collect();
    let [index] = marked[..] else {
        let count = marked.len();
        problems.add(
            At { file: FILE, entry: "report" },
            format!("exactly one case has report = true, not {count}: the evidence dial is solved from it"),
        );
        return None;
    };
    let case = &cases[index];
    let at = At { file: FILE, entry: &case.id };
    problems.require(case.word("staffing") == Some("hold"), at, || {
        "the report is solved with staffing = \"hold\"".into()
    });
    let told = groups.iter().filter_map(|group| of_group(case, index, &group.id)).next();
    problems.require(told.is_some(), at, || {
        "a report sets stock, today and caseload of a group and publishes a later, smaller stock of it".into()
    });
    told
}

fn of_group(case: &Case, index: usize, group: &str) -> Option<Report> {
    let (_, months, stock_after) = case
        .published
        .iter()
        .filter_map(|p| p.figure())
        .find(|(name, ..)| *name == format!("stock.{group}"))?;
    let set = |key: &str| case.number(&format!("{key}.{group}"));
    let report = Report {
        case: index,
        stock_before: set("stock")?,
        stock_after,
        caseload_before: set("today")?,
        caseload_after: set("caseload")?,
        months,
    };
    let told = (1..=120).contains(&months)
        && 0.0 < stock_after
        && stock_after < report.stock_before
        && report.caseload_after < report.caseload_before;
    told.then_some(report)
}
