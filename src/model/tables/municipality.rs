//! What follows from a municipality's name and population; the build script reckons in the same way.

/// The id of a municipality: its name in small letters, `Høje-Taastrup` becomes `hoeje_taastrup`.
pub fn id(name: &str) -> String {
    let mut id = String::with_capacity(name.len() + 2);
    for letter in name.chars() {
        match letter {
            'Æ' | 'æ' => id.push_str("ae"),
            'Ø' | 'ø' => id.push_str("oe"),
            'Å' | 'å' => id.push_str("aa"),
            letter if letter.is_ascii_alphanumeric() => id.push(letter.to_ascii_lowercase()),
            _ => id.push('_'),
        }
    }
    id
}

/// The country's stock, persons, shared out by population: whole persons.
pub fn share(national: f64, people: f64, of: f64) -> f64 {
    (national * people / of).round()
}
