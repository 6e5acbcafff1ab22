//! Every word of the page, in every language, written by the build script from `static/texts` and `static/data`.
//!
//! The texts of a language are the lines of its files; here stands in which line each of them is. Natively the files
//! are part of the program. A page has no texts until it is given the file of a language ([`Language::of_file`]
//! tells which): that of a first visit, or, in the other modules, a longer one that begins with the same lines.
//! Where a text is in no file that will be read, its name does not exist.
//!
//! ```
//! use raaderum::words::text::{Language, Text, fill};
//!
//! let danish = Language::default();
//! assert_eq!(danish.code(), "da");
//! assert_eq!(danish.text(Text::NoticeNotForecast), "Et regneeksempel, ikke en prognose.");
//! assert_eq!(fill("{stock} borgere", &[("stock", "231")]), "231 borgere");
//! ```

#[cfg(all(feature = "embed", target_arch = "wasm32"))]
mod embed;
#[cfg(feature = "more")]
mod more;
#[cfg(not(target_arch = "wasm32"))]
mod native;

use std::sync::OnceLock;

#[cfg(all(feature = "embed", target_arch = "wasm32"))]
use embed::STAMPS;
#[cfg(feature = "more")]
use more::STAMPS;

use super::stamp::stamp;
use crate::model::tables::{CASES, Law, PLACES, place_by_id};

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

/// A text, by the line it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text(u16);

/// The lines of each language's file, once they are here.
static LINES: [OnceLock<Vec<&'static str>>; LANGUAGE_COUNT] = [const { OnceLock::new() }; LANGUAGE_COUNT];

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

    /// The language whose text file this is; `None` for a file that is not of this very build.
    ///
    /// A page and its files may come from caches of different days: lines of another build would be other texts.
    pub fn of_file(text: &str) -> Option<Self> {
        let stamp = stamp(text);
        Self::all().find(|language| STAMPS[language.index()] == stamp)
    }

    /// Takes the texts of a language out of its file, for good.
    #[cfg(target_arch = "wasm32")]
    pub fn learn(text: String) -> Option<Self> {
        let language = Self::of_file(&text)?;
        LINES[language.index()].get_or_init(|| text.leak().split_terminator('\n').collect());
        Some(language)
    }

    /// Whether its texts are here.
    #[cfg(target_arch = "wasm32")]
    pub fn is_known(self) -> bool {
        LINES[self.index()].get().is_some()
    }

    #[cfg(target_arch = "wasm32")]
    fn lines(self) -> &'static [&'static str] {
        LINES[self.index()].get().map_or(&[], Vec::as_slice)
    }

    fn line(self, place: usize) -> &'static str {
        self.lines().get(place).copied().unwrap_or_default()
    }

    /// One of several lists that stand one after the other.
    fn list(self, starts: &[u16], list: usize) -> &'static [&'static str] {
        let [from, to] = [list, list + 1].map(|list| starts.get(list).map_or(0, |start| usize::from(*start)));
        self.lines().get(from..to).unwrap_or_default()
    }

    /// A text of the page.
    pub fn text(self, text: Text) -> &'static str {
        self.line(usize::from(text.0))
    }

    /// The label of a unit; empty for an unknown one.
    pub fn unit(self, id: &str) -> &'static str {
        UNIT_IDS.iter().position(|unit| *unit == id).map_or("", |unit| self.line(UNIT_LABELS + unit))
    }

    /// A group as a heading.
    pub fn group_name(self, group: usize) -> &'static str {
        self.line(GROUP_NAMES + group)
    }

    /// A group within a sentence.
    pub fn group_people(self, group: usize) -> &'static str {
        self.line(GROUP_PEOPLE + group)
    }

    /// A group as a heading, as the law of the time called it.
    pub fn group_name_under(self, group: usize, law: Law) -> &'static str {
        self.former_group(group, law, 0).unwrap_or_else(|| self.group_name(group))
    }

    /// A group within a sentence, as the law of the time called it.
    pub fn group_people_under(self, group: usize, law: Law) -> &'static str {
        self.former_group(group, law, 1).unwrap_or_else(|| self.group_people(group))
    }

    fn former_group(self, group: usize, law: Law, which: usize) -> Option<&'static str> {
        let names = self.list(&FORMER_GROUPS, group);
        names.get(which).filter(|_| law.former_name(group)).copied()
    }

    /// The day from which a version of the law holds.
    pub fn law_name(self, law: Law) -> &'static str {
        self.line(LAW_NAMES + law.index())
    }

    /// The name of a place.
    pub fn place_name(self, place: usize) -> &'static str {
        match described(place) {
            Some(row) => self.line(PLACE_NAMES + row),
            None => PLACES.get(place).map_or("", |spec| spec.name),
        }
    }

    /// The name of a lever.
    pub fn lever_name(self, lever: usize) -> &'static str {
        self.line(LEVER_NAMES + lever)
    }

    /// The name of a group of levers.
    pub fn lever_group_name(self, group: usize) -> &'static str {
        self.line(LEVER_GROUP_NAMES + group)
    }

    /// What a lever does, in one sentence.
    pub fn lever_help(self, lever: usize) -> &'static str {
        self.line(LEVER_HELPS + lever)
    }

    /// The options of a choice, in order; of a number with a word, that word alone.
    pub fn option_names(self, lever: usize) -> &'static [&'static str] {
        self.list(&OPTION_NAMES, lever)
    }

    /// The name of a case.
    pub fn case_name(self, case: usize) -> &'static str {
        self.line(CASE_NAMES + case)
    }

    /// Where a case is, within a sentence: its own name of it, or that of its place.
    pub fn case_subject(self, case: usize) -> &'static str {
        match self.line(CASE_SUBJECTS + case) {
            "" => place_by_id(CASES[case].place).map_or("", |place| self.place_name(place)),
            subject => subject,
        }
    }

    /// The name of a package.
    pub fn package_name(self, package: usize) -> &'static str {
        self.line(PACKAGE_NAMES + package)
    }

    /// What a package sets, in a line.
    pub fn package_summary(self, package: usize) -> &'static str {
        self.line(PACKAGE_SUMMARIES + package)
    }

    /// Where a place's figures come from.
    pub fn place_source(self, place: usize) -> &'static str {
        self.line(described(place).map_or(MUNICIPALITY_SOURCE, |row| PLACE_SOURCES + row))
    }
}

/// Where a place stands among those with a name and a source of their own.
fn described(place: usize) -> Option<usize> {
    DESCRIBED.iter().position(|&described| usize::from(described) == place)
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
                // "12 mio. kr." at the end of a sentence has its full stop already.
                rest = if value.ends_with('.') { after.strip_prefix('.').unwrap_or(after) } else { after };
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
        assert_eq!(fill("Tabt {a}.", &[("a", "2 mio. kr.")]), "Tabt 2 mio. kr.");
    }

    #[test]
    #[cfg(feature = "more")]
    fn a_file_is_known_as_long_as_it_is_of_this_build() {
        for language in Language::all() {
            let file = native::page_file(language);
            assert_eq!(Language::of_file(file), Some(language));
            assert_eq!(Language::of_file(&file.replacen('a', "b", 1)), None);
            assert_eq!(Language::of_file(&file[..file.len() - 1]), None, "cut short");
        }
        assert_eq!(Language::of_file(""), None);
    }

    #[test]
    fn languages_are_found_by_code() {
        assert_eq!(Language::by_code("da"), Some(Language::default()));
        assert_eq!(Language::by_code("en").map(Language::name), Some("English"));
        assert_eq!(Language::by_code("xx"), None);
    }
}
