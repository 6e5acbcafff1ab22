//! Names as they are compared; the build script compares the names of the data file in the same way.

/// A name without capitals, punctuation and Danish letters: `Høje-Taastrup` becomes `hoje taastrup`.
pub fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for letter in name.chars().map(small) {
        match letter {
            'å' => folded.push('a'),
            'ø' => folded.push('o'),
            'æ' => folded.push_str("ae"),
            letter if letter.is_ascii_alphanumeric() || letter >= 'À' => folded.push(letter),
            _ if folded.ends_with(' ') || folded.is_empty() => {}
            _ => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// A capital of Western Europe as its small letter; the tables of all the world's letters would weigh more than all
/// the names that are compared.
pub fn small(letter: char) -> char {
    match letter {
        'À'..='Ö' | 'Ø'..='Þ' => char::from_u32(letter as u32 + 0x20).unwrap_or(letter),
        _ => letter.to_ascii_lowercase(),
    }
}
