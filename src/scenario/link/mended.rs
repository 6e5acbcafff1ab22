//! A link as it was before mail filters, spreadsheets, trackers and sentences had it in hand.
//!
//! No key and no value of ours has `&`, `=`, `%`, `#` or a backslash in it, but names, whose own are encoded: what stands
//! there encoded once too often or with a backslash before it can be undone without doubt.

use crate::scenario::name;

/// What letters and networks hang on to an address.
const TAILS: [&str; 8] = ["fbclid", "gclid", "dclid", "msclkid", "igshid", "mc_cid", "mc_eid", "amp"];
/// Tails with a name of their own behind.
const CAMPAIGN: &str = "utm_";
/// What stands behind a link in a sentence, a bracket or a letter.
const SIGNS: [char; 18] =
    ['.', ',', ';', ':', '!', '?', ')', ']', '}', '>', '"', '\'', '“', '”', '’', '»', '…', '\u{a0}'];
/// So many times something may have been encoded on its way.
const MOST_TIMES: usize = 4;

/// Keys and values of a fragment.
pub fn pairs(fragment: &str) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    fragment.replace('\\', "").split('&').for_each(|part| take(part, MOST_TIMES, &mut pairs));
    if let Some((_, value)) = pairs.last_mut().filter(|(key, _)| key != name::KEY) {
        let end = |letter: char| SIGNS.contains(&letter) || letter.is_whitespace();
        value.truncate(value.trim_end_matches(end).len());
    }
    pairs
}

/// Takes in a part, and where it hides several, each of them.
fn take(part: &str, times: usize, pairs: &mut Vec<(String, String)>) {
    let (key, value) = part.split_once('=').unwrap_or((part, ""));
    let key = key.trim_start_matches('#');
    let key = key.strip_prefix("amp;").unwrap_or(key);
    if key == name::KEY {
        pairs.push((key.to_owned(), decoded(value)));
        return;
    }
    // A tail begins anew what is behind an address.
    let plain = decoded(part).replace('\\', "").replace('?', "&");
    if plain != part && times > 0 {
        plain.split('&').for_each(|part| take(part, times - 1, pairs));
    } else if !key.is_empty() && !is_tail(key) {
        pairs.push((key.to_owned(), value.to_owned()));
    }
}

fn is_tail(key: &str) -> bool {
    TAILS.contains(&key) || key.starts_with(CAMPAIGN)
}

/// Undoes percent-encoding; what is not valid stays as it is.
fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut plain = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = bytes.get(at + 1..at + 3).and_then(|hex| std::str::from_utf8(hex).ok());
        match code.and_then(|hex| u8::from_str_radix(hex, 16).ok()).filter(|_| bytes[at] == b'%') {
            Some(byte) => {
                plain.push(byte);
                at += 3;
            }
            None => {
                plain.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&plain).into_owned()
}
