//! The text files as part of the program, and the texts that only the command line says.

use super::{KIND_NAMES, LANGUAGE_COUNT, LINES, Language, Text, fill, kind};
use crate::model::tables::{GROUP_COUNT, Parameter};

include!(concat!(env!("OUT_DIR"), "/native_word_data.rs"));

impl Language {
    /// Every line: those of the page's file first, then the others.
    pub(super) fn lines(self) -> &'static [&'static str] {
        let read = || FILES[self.index()].iter().flat_map(|file| file.split_terminator('\n')).collect();
        LINES[self.index()].get_or_init(read)
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

    /// What in the case's set-up is judgement.
    pub fn case_judgement(self, case: usize) -> &'static str {
        self.line(CASE_JUDGEMENTS + case)
    }

    /// Where a group's guideline stands; empty where there is none.
    pub fn guideline_source(self, group: usize) -> &'static str {
        self.line(GUIDELINE_SOURCES + group)
    }

    /// Where a place's stock of a group comes from; empty where scaled or estimated without a source.
    pub fn stock_source(self, place: usize, group: usize) -> &'static str {
        self.line(STOCK_SOURCES + place * GROUP_COUNT + group)
    }

    /// Where a ladder comes from.
    pub fn ladder_source(self, ladder: usize) -> &'static str {
        self.line(LADDER_SOURCES + ladder)
    }

    /// The Method document, with its placeholders.
    pub fn method_template(self) -> &'static str {
        METHODS[self.index()]
    }
}

#[cfg(test)]
pub(super) fn page_file(language: Language) -> &'static str {
    FILES[language.index()][0]
}
