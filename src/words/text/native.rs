//! The text files as part of the program, and the texts that only the command line says.

use super::{LANGUAGE_COUNT, LINES, Language, Text};

include!(concat!(env!("OUT_DIR"), "/native_word_data.rs"));

impl Language {
    /// Every line, of one file after the other.
    pub(super) fn lines(self) -> &'static [&'static str] {
        let read = || FILES[self.index()].iter().flat_map(|file| file.split_terminator('\n')).collect();
        LINES[self.index()].get_or_init(read)
    }

    /// The Method document, with its placeholders.
    pub fn method_template(self) -> &'static str {
        METHODS[self.index()]
    }
}

#[cfg(all(test, feature = "more"))]
pub(super) fn page_file(language: Language) -> &'static str {
    FILES[language.index()][0]
}
