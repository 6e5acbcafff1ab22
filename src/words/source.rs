//! Sources as they stand in the data files, with the addresses in them.
//!
//! ```
//! use raaderum::words::source::{Part, parts};
//!
//! let found = parts("Guiden (2020), socialraadgiverne.dk/sagstal: tabel 1");
//! assert_eq!(found[1], Part { text: "socialraadgiverne.dk/sagstal", site: true });
//! assert_eq!(found.iter().map(|part| part.text).collect::<String>().len(), 52);
//! ```

/// A piece of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part<'a> {
    /// As it stands.
    pub text: &'a str,
    /// Whether it is the address of a site, without `https://`.
    pub site: bool,
}

/// How the names of the sites in the sources end.
const ENDS: [&str; 4] = [".dk", ".com", ".org", ".eu"];

/// A source in its pieces, in order: together they are the whole text.
pub fn parts(text: &str) -> Vec<Part<'_>> {
    let mut found = Vec::new();
    let mut plain = 0;
    for (at, word) in words(text) {
        let start = at + (word.len() - word.trim_start_matches('(').len());
        let word = word.trim_matches(['(', ')', ',', ';', ':', '.']);
        if is_site(word) {
            let end = start + word.len();
            found.push(Part { text: &text[plain..start], site: false });
            found.push(Part { text: &text[start..end], site: true });
            plain = end;
        }
    }
    found.push(Part { text: &text[plain..], site: false });
    found.retain(|part| !part.text.is_empty());
    found
}

/// The words of a text, each with where it begins.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = 0;
    text.split(' ').map(move |word| {
        let at = rest;
        rest += word.len() + 1;
        (at, word)
    })
}

fn is_site(word: &str) -> bool {
    let host = word.split('/').next().unwrap_or_default();
    let plain =
        host.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-".contains(&byte));
    plain && ENDS.iter().any(|end| host.strip_suffix(end).is_some_and(|name| name.len() > 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::tables::Parameter;
    use crate::words::text::Language;

    #[test]
    fn the_pieces_are_the_whole_text_and_some_sources_have_a_site() {
        let mut sites = 0;
        for language in Language::all() {
            for parameter in Parameter::all() {
                for source in language.parameter_sources(parameter) {
                    let found = parts(source);
                    assert_eq!(found.iter().map(|part| part.text).collect::<String>(), *source);
                    sites += found.iter().filter(|part| part.site).count();
                }
            }
        }
        assert!(sites > 10, "{sites}");
        assert_eq!(parts(""), []);
        assert_eq!(parts("i alt 1.5 (bm.dk).")[1], Part { text: "bm.dk", site: true });
    }
}
