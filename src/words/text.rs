//! Every word of the page, in every language, written by the build script from `static/texts` and `static/data`.
//!
//! ```
//! use raaderum::words::text::{Language, Text, fill};
//!
//! let danish = Language::default();
//! assert_eq!(danish.code(), "da");
//! assert_eq!(danish.text(Text::NoticeNotForecast), "Et regneeksempel, ikke en prognose.");
//! assert_eq!(fill("{stock} borgere", &[("stock", "231")]), "231 borgere");
//! ```

use crate::model::tables::{GROUP_COUNT, Parameter};

/// How a language is called and how it writes numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LanguageSpec {
    /// As in links: `da`.
    pub code: &'static str,
    /// In the language itself.
    pub name: &'static str,
    /// Between whole and part.
    pub decimal: char,
    /// Between thousands.
    pub thousands: char,
    /// How a percentage is written, around `{value}`.
    pub percent: &'static str,
}

/// A text of the page, in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text(&'static [&'static str; LANGUAGE_COUNT]);

/// A language, by its place in [`LANGUAGES`]; the default is the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Language(u8);

impl Language {
    /// Every language, the default first.
    pub fn all() -> impl Iterator<Item = Self> {
        (0_u8..).take(LANGUAGE_COUNT).map(Self)
    }

    /// The language with this code.
    pub fn by_code(code: &str) -> Option<Self> {
        Self::all().find(|language| language.code() == code)
    }

    /// As in links and in the page's `lang`: `da`.
    pub fn code(self) -> &'static str {
        self.spec().code
    }

    /// In the language itself.
    pub fn name(self) -> &'static str {
        self.spec().name
    }

    /// How it writes numbers.
    pub fn spec(self) -> &'static LanguageSpec {
        &LANGUAGES[self.index()]
    }

    fn index(self) -> usize {
        usize::from(self.0)
    }

    /// A text of the page.
    pub fn text(self, text: Text) -> &'static str {
        text.0[self.index()]
    }

    /// The label of a unit; empty for an unknown one.
    pub fn unit(self, id: &str) -> &'static str {
        UNIT_IDS.iter().position(|unit| *unit == id).map_or("", |unit| UNIT_LABELS[self.index()][unit])
    }

    /// A group as a heading.
    pub fn group_name(self, group: usize) -> &'static str {
        GROUP_NAMES[self.index()][group]
    }

    /// A group within a sentence.
    pub fn group_people(self, group: usize) -> &'static str {
        GROUP_PEOPLE[self.index()][group]
    }

    /// The name of a place.
    pub fn place_name(self, place: usize) -> &'static str {
        PLACE_NAMES[self.index()][place]
    }

    /// The name of a ladder of state reimbursement.
    pub fn ladder_name(self, ladder: usize) -> &'static str {
        LADDER_NAMES[self.index()][ladder]
    }

    /// The name of a parameter, with its group.
    pub fn parameter_name(self, parameter: Parameter) -> String {
        self.of_group(parameter, KIND_NAMES[self.index()][kind(parameter)])
    }

    /// What a parameter is, in one sentence.
    pub fn parameter_sentence(self, parameter: Parameter) -> String {
        self.of_group(parameter, KIND_SENTENCES[self.index()][kind(parameter)])
    }

    /// The name of a parameter that every group has, without the group.
    pub fn kind_name(self, parameter: Parameter) -> String {
        let name = fill(KIND_NAMES[self.index()][kind(parameter)], &[("group", "")]);
        name.trim_end_matches([',', ' ']).to_owned()
    }

    fn of_group(self, parameter: Parameter, template: &str) -> String {
        let group = parameter.spec().group.map_or("", |group| self.group_people(group));
        fill(template, &[("group", group)])
    }

    /// The name of a lever.
    pub fn lever_name(self, lever: usize) -> &'static str {
        LEVER_NAMES[self.index()][lever]
    }

    /// What a lever does, in one sentence.
    pub fn lever_help(self, lever: usize) -> &'static str {
        LEVER_HELPS[self.index()][lever]
    }

    /// The options of a choice, in order; of a number with a word, that word alone.
    pub fn option_names(self, lever: usize) -> &'static [&'static str] {
        OPTION_NAMES[self.index()][lever]
    }

    /// The name of a case.
    pub fn case_name(self, case: usize) -> &'static str {
        CASE_NAMES[self.index()][case]
    }

    /// What the case did and told.
    pub fn case_summary(self, case: usize) -> &'static str {
        CASE_SUMMARIES[self.index()][case]
    }

    /// What in the case's set-up is judgement.
    pub fn case_judgement(self, case: usize) -> &'static str {
        CASE_JUDGEMENTS[self.index()][case]
    }

    /// Where a parameter comes from; empty for a judgement that leans on nothing.
    pub fn parameter_source(self, parameter: Parameter) -> &'static str {
        PARAMETER_SOURCES[self.index()][parameter.index()]
    }

    /// Where a group's guideline stands; empty where there is none.
    pub fn guideline_source(self, group: usize) -> &'static str {
        GUIDELINE_SOURCES[self.index()][group]
    }

    /// Where a place's figures come from.
    pub fn place_source(self, place: usize) -> &'static str {
        PLACE_SOURCES[self.index()][place]
    }

    /// Where a place's stocks come from, per group; empty where scaled or estimated without a source.
    pub fn stock_sources(self, place: usize) -> &'static [&'static str; GROUP_COUNT] {
        &STOCK_SOURCES[self.index()][place]
    }

    /// Where a ladder comes from.
    pub fn ladder_source(self, ladder: usize) -> &'static str {
        LADDER_SOURCES[self.index()][ladder]
    }

    /// Where a case was told.
    pub fn case_source(self, case: usize) -> &'static str {
        CASE_SOURCES[self.index()][case]
    }

    /// The Method document, with its placeholders.
    pub fn method_template(self) -> &'static str {
        METHODS[self.index()]
    }

    /// What each thing a case published says, in order.
    pub fn published_notes(self, case: usize) -> &'static [&'static str] {
        PUBLISHED_NOTES[self.index()][case]
    }
}

fn kind(parameter: Parameter) -> usize {
    usize::from(KIND_OF_PARAMETER[parameter.index()])
}

/// Puts values into the {placeholders} of a text; a placeholder without a value stays as it is.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let found = after.split_once('}').and_then(|(name, after)| {
            values.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value, after))
        });
        match found {
            Some((value, after)) => {
                filled.push_str(value);
                rest = after;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

include!(concat!(env!("OUT_DIR"), "/word_data.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fill_takes_known_names_and_leaves_others() {
        assert_eq!(fill("{a} af {b}", &[("a", "1"), ("b", "{a}")]), "1 af {a}");
        assert_eq!(fill("{a} og {c} og {", &[("a", "1")]), "1 og {c} og {");
        assert_eq!(fill("", &[]), "");
    }

    #[test]
    fn a_group_s_parameter_is_named_with_its_people() {
        let parameter = crate::model::tables::parameter::BENEFIT[0];
        for language in Language::all() {
            assert!(language.parameter_sentence(parameter).contains(language.group_people(0)));
        }
    }

    #[test]
    fn languages_are_found_by_code() {
        assert_eq!(Language::by_code("da"), Some(Language::default()));
        assert_eq!(Language::by_code("en").map(Language::name), Some("English"));
        assert_eq!(Language::by_code("xx"), None);
    }
}
