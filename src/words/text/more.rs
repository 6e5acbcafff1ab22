//! What a first visit has no use for: assumptions, judgements, sources.

use super::{LANGUAGE_COUNT, Language, Text, fill};
use crate::model::tables::{Basis, CASES, GROUP_COUNT, Law, PLACES, Parameter};
use crate::words::stamp::stamp;

include!(concat!(env!("OUT_DIR"), "/more_word_data.rs"));

impl Language {
    /// The name of a parameter, with its group.
    pub fn parameter_name(self, parameter: Parameter) -> String {
        self.of_group(parameter, self.line(KIND_NAMES + kind(parameter)))
    }

    /// What a parameter is, in one sentence.
    pub fn parameter_sentence(self, parameter: Parameter) -> String {
        self.of_group(parameter, self.line(KIND_SENTENCES + kind(parameter)))
    }

    fn of_group(self, parameter: Parameter, template: &str) -> String {
        let group = parameter.spec().group.map_or("", |group| self.group_people(group));
        fill(template, &[("group", group)])
    }

    /// Where a parameter comes from; empty for a judgement that leans on nothing.
    pub fn parameter_source(self, parameter: Parameter, law: Law) -> &'static str {
        self.parameter_sources(parameter).get(parameter.version(law)).copied().unwrap_or_default()
    }

    /// Where all its figures come from, under each law that set one, the newest first.
    pub fn parameter_sources(self, parameter: Parameter) -> &'static [&'static str] {
        self.list(&PARAMETER_SOURCES, parameter.index())
    }

    /// What a version of the law changed, in plain words.
    pub fn law_sentence(self, law: Law) -> &'static str {
        self.line(LAW_SENTENCES + law.index())
    }

    /// The acts of a version, or what was read of them.
    pub fn law_acts(self, law: Law) -> &'static [&'static str] {
        self.list(&LAW_ACTS, law.index())
    }

    /// The name of a change that is expected.
    pub fn expected_name(self, expected: usize) -> &'static str {
        self.line(EXPECTED_NAMES + expected)
    }

    /// What it would change.
    pub fn expected_sentence(self, expected: usize) -> &'static str {
        self.line(EXPECTED_SENTENCES + expected)
    }

    /// What was read of it.
    pub fn expected_acts(self, expected: usize) -> &'static [&'static str] {
        self.list(&EXPECTED_ACTS, expected)
    }

    /// What would take the place of a judgement or of a figure that is remembered; empty of all others.
    pub fn parameter_replacement(self, parameter: Parameter) -> &'static str {
        self.line(PARAMETER_REPLACEMENTS + parameter.index())
    }

    /// The name of a ladder of state reimbursement.
    pub fn ladder_name(self, ladder: usize) -> &'static str {
        self.line(LADDER_NAMES + ladder)
    }

    /// The name of a parameter that every group has, without the group.
    pub fn kind_name(self, parameter: Parameter) -> String {
        let name = fill(self.line(KIND_NAMES + kind(parameter)), &[("group", "")]);
        name.trim_end_matches([',', ' ']).to_owned()
    }

    /// The name of a section of assumptions.
    pub fn section_name(self, section: usize) -> &'static str {
        self.line(SECTION_NAMES + section)
    }

    /// What a section of assumptions is about.
    pub fn section_about(self, section: usize) -> &'static str {
        self.line(SECTION_ABOUTS + section)
    }

    /// What the case did and told.
    pub fn case_summary(self, case: usize) -> &'static str {
        self.line(CASE_SUMMARIES + case)
    }

    /// Where a case was told.
    pub fn case_source(self, case: usize) -> &'static str {
        self.line(CASE_SOURCES + case)
    }

    /// What each thing a case published says, in order.
    pub fn published_notes(self, case: usize) -> &'static [&'static str] {
        self.list(&PUBLISHED_NOTES, case)
    }

    /// What in the case's set-up is judgement.
    pub fn case_judgement(self, case: usize) -> &'static str {
        self.line(CASE_JUDGEMENTS + case)
    }

    /// Where what a case published does not fit, or cannot be told apart from something else; empty where nothing is
    /// known.
    pub fn case_doubt(self, case: usize) -> &'static str {
        self.line(CASE_DOUBTS + case)
    }

    /// Where something that a case published stands, if not where the case itself does; else empty.
    pub fn published_source(self, case: usize, published: usize) -> &'static str {
        let before: usize = CASES.iter().take(case).map(|case| case.published.len()).sum();
        self.line(PUBLISHED_SOURCES + before + published)
    }

    /// The language whose Method document this is; `None` for a file that is not of this very build.
    pub fn of_method(text: &str) -> Option<Self> {
        let stamp = stamp(text);
        Self::all().find(|language| METHOD_STAMPS[language.index()] == stamp)
    }

    /// Where a group's guideline stands; empty where there is none.
    pub fn guideline_source(self, group: usize) -> &'static str {
        self.line(GUIDELINE_SOURCES + group)
    }

    /// Where a place's stock of a group comes from; empty where scaled or estimated without a source.
    pub fn stock_source(self, place: usize, group: usize) -> &'static str {
        let Some(spec) = PLACES.get(place) else { return "" };
        if spec.code.is_none() {
            return self.line(STOCK_SOURCES + place * GROUP_COUNT + group);
        }
        let sources = match spec.stock_basis[group] {
            Basis::Published | Basis::Derived => COLUMN_SOURCES,
            Basis::Estimate | Basis::Partly => COLUMN_PARTLY,
            Basis::Scaled => COLUMN_WITHHELD,
        };
        self.line(sources + group)
    }

    /// The name of a run for a room.
    pub fn run_name(self, run: usize) -> &'static str {
        self.line(RUN_NAMES + run)
    }

    /// What a run is about.
    pub fn run_about(self, run: usize) -> &'static str {
        self.line(RUN_ABOUTS + run)
    }

    /// Of each step of a run: the question, what is told before it and after it, and the facilitator's notes.
    pub fn run_texts(self, run: usize) -> [&'static [&'static str]; 4] {
        [&RUN_QUESTIONS, &RUN_INTROS, &RUN_AFTERS, &RUN_NOTES].map(|list| self.list(list, run))
    }

    /// Where a ladder comes from.
    pub fn ladder_source(self, ladder: usize) -> &'static str {
        self.line(LADDER_SOURCES + ladder)
    }
}

fn kind(parameter: Parameter) -> usize {
    usize::from(KIND_OF_PARAMETER[parameter.index()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_method_document_is_known_as_long_as_it_is_of_this_build() {
        for language in Language::all() {
            let document = language.method_template();
            assert_eq!(Language::of_method(document), Some(language));
            assert_eq!(Language::of_method(&document[1..]), None);
        }
    }

    #[test]
    fn a_group_s_parameter_is_named_with_its_people() {
        let parameter = crate::model::tables::parameter::BENEFIT[0];
        for language in Language::all() {
            assert!(language.parameter_sentence(parameter).contains(language.group_people(0)));
        }
    }
}
