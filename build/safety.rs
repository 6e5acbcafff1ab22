//! Bounds that keep every division and every monthly step of the model safe, wherever a visitor moves a figure.

use super::parameters::Parameter;
use super::problems::{Place, Problems};

/// Parameters whose smallest value the model divides by, or takes a logarithm or a power of.
const POSITIVE: [&str; 11] = [
    "cost",
    "hours",
    "work_days",
    "talk_minutes",
    "caseload_floor",
    "multiplier_min",
    "reported_min",
    "country_population",
    "underspend_others_over",
    "overshoot_others_over",
    "caseload_today",
];

/// In pairs, the first never above the second: the model clamps between limits, and today lies within them, or a
/// municipality that moves nothing would not stay as it is.
const LIMITS: [[&str; 2]; 4] = [
    ["direct_share_min", "direct_share"],
    ["direct_share", "direct_share_max"],
    ["multiplier_min", "multiplier_max"],
    ["reported_min", "reported_max"],
];

/// Checks the bounds that the model relies on.
pub fn check(parameters: &[Parameter], problems: &mut Problems) {
    for parameter in parameters {
        let at = Place { file: parameter.file, entry: &parameter.key };
        let [least, most] = parameter.bounds;
        let mut need = |good: bool, what: &str| {
            problems.require(good, at, || format!("bounds {least} to {most} are unsafe: {what}"));
        };
        need(least < most, "the first must be below the second");
        match parameter.kind.as_str() {
            "turnover" => need(least >= 0.02 && most <= 0.9, "turnover stays within 0.02 to 0.9"),
            "risk_end" => need(least >= 0.001, "the risk of return must end, at least 0.001 a month"),
            "digital_today" => need(most <= 0.95, "some talks stay physical, at most 0.95"),
            "continuity_loss" => {
                need(most <= 0.95, "a changed caseworker must leave some effect, at most 0.95")
            }
            kind if kind.starts_with("exit_") => {
                need(least > 0.0 && most < 1.0, "an exit stays inside 0 to 1")
            }
            kind if POSITIVE.contains(&kind) => need(least > 0.0, "it must stay above 0"),
            _ => {}
        }
        // Prior seniority is a starting point, not something divided by.
        match parameter.unit.as_str() {
            "months" if parameter.kind != "seniority" => {
                need(least >= 0.5, "a time is at least half a month")
            }
            "share" => need(least >= 0.0 && most <= 1.0, "a share stays within 0 to 1"),
            "per_month" => need(least >= 0.0 && most <= 1.0, "a monthly probability stays within 0 to 1"),
            _ => {}
        }
    }
    check_limits(parameters, problems);
    check_staff_step(parameters, problems);
    check_return_step(parameters, problems);
}

fn bounds<'a>(parameters: &'a [Parameter], kind: &str) -> impl Iterator<Item = [f64; 2]> + use<'a> {
    let kind = kind.to_owned();
    parameters.iter().filter(move |p| p.kind == kind).map(|p| p.bounds)
}

fn check_limits(parameters: &[Parameter], problems: &mut Problems) {
    for [lower, upper] in LIMITS {
        let most = bounds(parameters, lower).map(|b| b[1]).fold(f64::MIN, f64::max);
        let least = bounds(parameters, upper).map(|b| b[0]).fold(f64::MAX, f64::min);
        problems.require(most <= least, Place { file: super::parameters::SCALARS, entry: lower }, || {
            format!("bounds go up to {most}, above the smallest {upper}, {least}")
        });
    }
}

/// In a month a team may lose to leavers, to layoffs and to finished training no more than it has.
fn check_staff_step(parameters: &[Parameter], problems: &mut Problems) {
    let fastest = |kind| bounds(parameters, kind).map(|b| 1.0 / b[0]).fold(0.0, f64::max);
    let leaving = bounds(parameters, "turnover").map(|b| b[1] / 12.0).fold(0.0, f64::max);
    let adjusting = fastest("hiring_months").max(fastest("layoff_months"));
    let step = fastest("training_months") + leaving + adjusting;
    let at = Place { file: super::parameters::SCALARS, entry: "training_months" };
    problems.require(step <= 1.0, at, || {
        format!(
            "at the bounds 1/training_months + turnover/12 + 1/hiring or layoff_months is {step:.3}, above 1"
        )
    });
}

/// Those at risk of return leave that state no faster than they are there.
fn check_return_step(parameters: &[Parameter], problems: &mut Problems) {
    let most = |kind| bounds(parameters, kind).map(|b| b[1]).fold(0.0, f64::max);
    let step = most("reentry") + most("risk_end");
    let at = Place { file: super::parameters::SCALARS, entry: "risk_end" };
    problems.require(step <= 1.0, at, || format!("at the bounds reentry + risk_end is {step:.3}, above 1"));
}
