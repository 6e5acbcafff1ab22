//! JSON of a text, as messages and files carry it.

/// A text in quotation marks. Angle brackets are escaped as well, so that it can stand in a page.
pub fn text(text: &str) -> String {
    let mut written = String::with_capacity(text.len() + 2);
    written.push('"');
    for letter in text.chars() {
        match letter {
            '"' => written.push_str("\\\""),
            '\\' => written.push_str("\\\\"),
            '<' | '>' | '\u{0}'..='\u{1f}' | '\u{2028}' | '\u{2029}' => {
                written.push_str(&format!("\\u{:04x}", letter as u32));
            }
            letter => written.push(letter),
        }
    }
    written.push('"');
    written
}
