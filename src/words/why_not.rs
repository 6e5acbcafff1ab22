//! Why a lever cannot act as things stand.

use super::text::{Language, Text, fill};
use crate::model::tables::{LEVERS, LeverKind, Need, lever_by_key};

/// What would have to be otherwise.
pub fn reason(language: Language, need: &Need) -> String {
    let (text, lever, words) = match *need {
        Need::Is(lever, words) => (Text::LeverNeedsIs, lever, words),
        Need::Not(lever, words) => (Text::LeverNeedsNot, lever, words),
        Need::Mentor => return language.text(Text::LeverNeedsMentor).to_owned(),
        Need::Coordinator => return language.text(Text::LeverNeedsCoordinator).to_owned(),
        Need::Municipality => return language.text(Text::LeverNeedsMunicipality).to_owned(),
    };
    let Some(lever) = lever_by_key(lever) else { return String::new() };
    let words = words.iter().map(|word| named(language, lever, word));
    let either = |one: String, other: String| {
        fill(language.text(Text::QuestionOr), &[("one", &one), ("other", &other)])
    };
    let values =
        [("lever", language.lever_name(lever)), ("words", &*words.reduce(either).unwrap_or_default())];
    fill(language.text(text), &values)
}

/// A word of a lever as people read it; a number is its own name.
fn named(language: Language, lever: usize, word: &str) -> String {
    let at = match LEVERS[lever].kind {
        LeverKind::Choice { options, .. } => options.iter().position(|option| *option == word),
        LeverKind::Number { word: known, .. } => (known == Some(word)).then_some(0),
        LeverKind::Switch { .. } => None,
    };
    let name = at.and_then(|at| language.option_names(lever).get(at));
    fill(language.text(Text::LeverQuoted), &[("word", name.unwrap_or(&word))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_need_is_told_with_names_and_without_keys() {
        for language in Language::all() {
            for need in LEVERS.iter().flat_map(|lever| lever.needs) {
                let told = reason(language, need);
                assert!(told.ends_with('.') && !told.contains(['_', '{']), "{told}");
            }
        }
    }
}
