//! Names as they are compared; the build script compares the names of the data file in the same way.

/// A name without capitals, punctuation and Danish letters: `Høje-Taastrup` becomes `hoje taastrup`.
pub fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for letter in name.chars().flat_map(char::to_lowercase) {
        match letter {
            'å' => folded.push('a'),
            'ø' => folded.push('o'),
            'æ' => folded.push_str("ae"),
            letter if letter.is_alphanumeric() => folded.push(letter),
            _ if folded.ends_with(' ') || folded.is_empty() => {}
            _ => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}
