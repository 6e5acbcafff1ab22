//! What an embed says besides what a first visit does.

use super::{LANGUAGE_COUNT, Language, Text};

include!(concat!(env!("OUT_DIR"), "/embed_word_data.rs"));

impl Language {
    /// Where a case was told.
    pub fn case_source(self, case: usize) -> &'static str {
        self.line(CASE_SOURCES + case)
    }
}
