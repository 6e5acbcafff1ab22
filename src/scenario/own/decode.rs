//! Bytes to text: UTF-8 where it is, else Windows-1252, as downloads to Danish spreadsheets are written.

use super::Problem;

/// Windows-1252 is Latin-1 but for these 32 codes, from 0x80 on; the five unused ones stay control characters.
/// A table this small is all there is to it, where a general library would add a table for every encoding.
const FROM_80: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text of a file.
pub fn text(bytes: &[u8]) -> Result<String, Problem> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    // Neither encoding has it in text; spreadsheet files and UTF-16 are full of it.
    if bytes.contains(&0) {
        return Err(Problem::NotText);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(_) => Ok(bytes.iter().map(|&byte| letter(byte)).collect()),
    }
}

fn letter(byte: u8) -> char {
    match byte {
        0x80..=0x9f => FROM_80[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn danish_letters_come_out_of_either_encoding() {
        assert_eq!(text("OMRÅDE æøå – 5 €".as_bytes()).unwrap(), "OMRÅDE æøå – 5 €");
        assert_eq!(text(b"OMR\xc5DE \xe6\xf8\xe5 \x96 5 \x80").unwrap(), "OMRÅDE æøå – 5 €");
        assert_eq!(text(b"\xef\xbb\xbfTID").unwrap(), "TID");
    }

    #[test]
    fn a_spreadsheet_is_no_text() {
        assert_eq!(text(b"PK\x03\x04\x00\x00"), Err(Problem::NotText));
        assert_eq!(text(b"\xff\xfeT\x00I\x00D\x00"), Err(Problem::NotText));
    }
}
