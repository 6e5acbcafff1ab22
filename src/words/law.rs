//! The law in words: which one is computed with, what each changed, what is expected, and what a reform changed.

use super::text::{Language, Text, fill};
use super::why::Line;
use super::{question, why};
use crate::model::tables::{EXPECTED, Law, Read};
use crate::questions::measure::Measure;
use crate::questions::reform::{Change, Reform};

/// How an act was read.
pub fn read(language: Language, read: Read) -> &'static str {
    language.text(match read {
        Read::Text => Text::LawReadText,
        Read::Abstract => Text::LawReadAbstract,
        Read::Secondary => Text::LawReadSecondary,
        Read::Excerpt => Text::LawReadExcerpt,
        Read::Memory => Text::LawReadMemory,
    })
}

/// Acts, each with how it was read.
pub fn acts(language: Language, titles: &[&str], reads: &[Read]) -> String {
    let one = |(title, how): (&&str, &Read)| format!("{title} ({})", read(language, *how));
    titles.iter().zip(reads).map(one).collect::<Vec<_>>().join("; ")
}

/// The acts of a version of the law.
pub fn acts_of(language: Language, law: Law) -> String {
    acts(language, language.law_acts(law), law.spec().acts)
}

/// What was read of a change that is expected.
pub fn acts_expected(language: Language, expected: usize) -> String {
    acts(language, language.expected_acts(expected), EXPECTED[expected].acts)
}

/// The settings by which a change that is expected can be tried; empty where the model has no such thing.
pub fn settings(expected: usize) -> String {
    let set = EXPECTED[expected].set.iter().map(|(key, value)| [key, "=", value].concat());
    set.collect::<Vec<_>>().join(" ")
}

/// What differs between two laws.
pub fn change(language: Language, change: &Change) -> String {
    match change {
        Change::Figures(parameters) => match parameters.first() {
            Some(first) if first.spec().group.is_some() => language.kind_name(*first),
            Some(first) => language.parameter_name(*first),
            None => String::new(),
        },
        Change::Ladder => language.text(Text::QuestionLadder).to_owned(),
        Change::Groups(groups) => {
            let people: Vec<&str> = groups.iter().map(|group| language.group_people(*group)).collect();
            fill(language.text(Text::LawClosed), &[("groups", &people.join(", "))])
        }
    }
}

/// The figure under both laws, in a sentence.
pub fn difference(language: Language, measure: Measure, found: &Reform) -> String {
    let [before, after] = found.law.map(|law| language.law_name(law));
    let [from, to] = found.value.map(|value| question::value(language, measure, value));
    let figure = question::figure(language, measure);
    let values = [("figure", figure), ("before", before), ("from", &from), ("after", after), ("to", &to)];
    match found.parts.is_empty() {
        true => fill(language.text(Text::LawSame), &values),
        false => fill(language.text(Text::LawDifference), &values),
    }
}

/// The figure under the earlier law, what each change adds, and the figure under the scenario's own: lines that add up as
/// they are printed.
pub fn lines(language: Language, measure: Measure, found: &Reform) -> (Vec<Line>, Line) {
    let began = fill(language.text(Text::LawBegan), &[("law", language.law_name(found.law[0]))]);
    let parts = found.parts.iter().map(|part| (change(language, &part.change), part.adds));
    why::added(language, measure, found.value, began, parts.collect())
}
