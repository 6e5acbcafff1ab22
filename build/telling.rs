//! How the cases were told: what of them the model does not need.

use super::cases::Case;
use super::published::Published;

/// The source of `telling_data.rs`.
pub fn write(cases: &[Case]) -> String {
    let rows: String = cases.iter().map(|case| row(case, cases)).collect();
    format!("static CASES_TOLD: [CaseTold; {}] = [\n{rows}];\n", cases.len())
}

fn row(case: &Case, cases: &[Case]) -> String {
    let beside = case.beside.as_ref().and_then(|id| cases.iter().position(|other| other.id == *id));
    let published: String = case.published.iter().map(telling).collect();
    format!(
        "    CaseTold {{ told: Told::{:?}, beside: {beside:?}, published: &[{published}] }},\n",
        case.told
    )
}

fn telling(published: &Published) -> String {
    let years = published.years.as_deref().unwrap_or_default();
    format!(
        "Telling {{ sure: Sure::{:?}, years: {years:?}, other: {:?} }}, ",
        published.sure,
        published.other()
    )
}
