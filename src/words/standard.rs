//! What a result is computed with that is not as shipped: one line, which goes wherever the result goes.
//!
//! Whoever reads a figure must see that an assumption was moved, that the effect is the municipalities' own, or that
//! all municipalities act.

use super::text::{Language, Text, fill};
use crate::scenario::keys::Key;
use crate::scenario::{Scenario, assumed};

/// More changes than this are counted and not named.
#[cfg(feature = "more")]
const NAMED: usize = 2;

/// The line; `None` where all is as shipped.
pub fn line(language: Language, scenario: &Scenario) -> Option<String> {
    let changed = assumed::around(scenario);
    let count = changed.len().to_string();
    let counted = match changed.len() {
        0 => None,
        1 => Some(language.text(Text::StandardOne).to_owned()),
        _ => Some(fill(language.text(Text::StandardMany), &[("count", &count)])),
    };
    let counted =
        counted.map(|counted| super::amount::bracketed(counted, &named(language, scenario, &changed)));
    let what = match (evidence(language, scenario), counted) {
        (None, None) => return None,
        (Some(one), None) | (None, Some(one)) => one,
        (Some(evidence), Some(changed)) => {
            fill(language.text(Text::StandardAnd), &[("one", &evidence), ("other", &changed)])
        }
    };
    Some(fill(language.text(Text::StandardLine), &[("what", &what)]))
}

/// Whose evidence it is, where it is not that of research.
fn evidence(language: Language, scenario: &Scenario) -> Option<String> {
    match scenario.policy.evidence {
        research if research <= 0.0 => None,
        reported if reported >= 1.0 => Some(language.text(Text::StandardReported).to_owned()),
        at => Some(fill(language.text(Text::StandardTowards), &[("percent", &language.percent(at))])),
    }
}

/// What is changed, each with its value and what it would be; nothing where there are too many to read.
#[cfg(feature = "more")]
fn named(language: Language, scenario: &Scenario, changed: &[Key]) -> String {
    use super::{pins, question};
    use crate::scenario::differs;
    if changed.len() > NAMED {
        return String::new();
    }
    let today = differs::today(scenario);
    let one = |key: &Key| {
        let at = |scenario: &Scenario| match *key {
            Key::Parameter(one) => super::figure::at(language, one, scenario.parameters[one]),
            key => pins::at(language, key, scenario),
        };
        let values =
            [("name", &*question::name(language, *key)), ("value", &*at(scenario)), ("usual", &*at(&today))];
        fill(language.text(Text::StandardNamed), &values)
    };
    changed.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// A first visit and an embed have no names of assumptions.
#[cfg(not(feature = "more"))]
fn named(_: Language, _: &Scenario, _: &[Key]) -> String {
    String::new()
}
