//! What a visitor calls a place of their own: a short line of text.

use std::sync::Arc;

/// As many letters as a name has at most.
pub const LONGEST: usize = 60;
/// The key of it, in links, in files and on the command line.
pub const KEY: &str = "name";

/// A name: at least a letter, at most [`LONGEST`], none of them a control character or one that turns the writing around.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name(Arc<str>);

impl Name {
    /// The name that a text is; `None` where it cannot be one. Spaces around it are not part of it.
    ///
    /// ```
    /// use raaderum::scenario::name::Name;
    ///
    /// assert_eq!(Name::read(" Nordby & omegn ").unwrap().text(), "Nordby & omegn");
    /// assert_eq!(Name::read("  "), None);
    /// assert_eq!(Name::read("A\nB"), None);
    /// ```
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let fits = !text.is_empty() && text.chars().count() <= LONGEST && text.chars().all(is_plain);
        fits.then(|| Self(text.into()))
    }

    /// The name of a longer text: its beginning, without what no name may hold; `None` where nothing is left.
    pub fn of(text: &str) -> Option<Self> {
        let plain: String = text.chars().filter(|letter| is_plain(*letter)).take(LONGEST).collect();
        Self::read(&plain)
    }

    /// As it is shown.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// As it stands in a link: nothing in it can be taken for another part.
    pub fn in_link(&self) -> String {
        let mut out = String::with_capacity(self.0.len());
        for byte in self.0.bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => out.push(char::from(byte)),
                _ => out.push_str(&format!("%{byte:02X}")),
            }
        }
        out
    }
}

fn is_plain(letter: char) -> bool {
    let turns = matches!(letter, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    !letter.is_control() && !turns
}
