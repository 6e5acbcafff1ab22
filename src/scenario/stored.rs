//! What a browser keeps between two visits, as text: a version, and then a line for each thing.
//!
//! ```
//! use raaderum::scenario::stored::{self, Kept, Unread};
//!
//! let pins = [Kept { name: "A".into(), link: "v=2&place=silkeborg".into() }];
//! assert_eq!(stored::read_pins(&stored::write_pins(&pins)), Ok(pins.to_vec()));
//! assert_eq!(stored::read_pins("2\nwhat comes after us"), Err(Unread::Newer));
//! assert_eq!(stored::read_pins("{}"), Err(Unread::Broken));
//! ```

use crate::model::tables::{PLACES, place_by_id};

/// The version that is written.
const VERSION: &str = "1";
/// More than this many bytes are nothing of ours; reading them would only cost time.
const LARGEST: usize = 100_000;
/// So many scenarios can be put aside.
pub const MOST_PINS: usize = 4;
/// A longer name is cut.
pub const LONGEST_NAME: usize = 60;
/// So many places are remembered as chosen.
pub const MOST_PLACES: usize = 3;

/// Why what is kept cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// A later version has written it: it is to be left alone.
    Newer,
    /// It is nothing of ours.
    Broken,
}

/// A scenario put aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// As the visitor calls it.
    pub name: String,
    /// Its link with check value: what it is known by.
    pub link: String,
}

/// Lines, with the version before them.
pub fn write<'a>(lines: impl IntoIterator<Item = &'a str>) -> String {
    lines.into_iter().fold(VERSION.to_owned(), |text, line| text + "\n" + line)
}

/// The lines of a text that was written so.
pub fn read(text: &str) -> Result<impl Iterator<Item = &str>, Unread> {
    let mut lines = text.split('\n');
    match lines.next().unwrap_or_default() {
        VERSION if text.len() <= LARGEST => Ok(lines),
        number if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) => {
            Err(if text.len() > LARGEST && number == VERSION { Unread::Broken } else { Unread::Newer })
        }
        _ => Err(Unread::Broken),
    }
}

/// The setting last in hand.
pub fn read_last(text: &str) -> Result<&str, Unread> {
    read(text)?.next().filter(|line| is_link(line)).ok_or(Unread::Broken)
}

/// What another tab had in hand, to be kept on a line beside a new setting: of two lines the one that this tab has not
/// kept itself, `own`. Empty where there is none.
pub fn read_other<'a>(text: &'a str, own: &str) -> &'a str {
    let mut lines = text.split('\n');
    let (_, first) = (lines.next(), lines.next().unwrap_or_default());
    if first == own { lines.next().unwrap_or_default() } else { first }
}

fn is_link(line: &str) -> bool {
    line.starts_with("v=")
}

/// The places chosen last, with one more in front: their places in the table.
pub fn write_places(chosen: usize, before: &[usize]) -> String {
    let others = before.iter().copied().filter(|place| *place != chosen);
    let places = std::iter::once(chosen).chain(others).take(MOST_PLACES);
    write(places.filter_map(|place| PLACES.get(place)).map(|place| place.id))
}

/// The places chosen last, the newest first; none where there is nothing that can be read. A place that is no longer
/// there is left out.
pub fn read_places(text: &str) -> Vec<usize> {
    let lines = read(text).into_iter().flatten();
    lines.filter_map(place_by_id).take(MOST_PLACES).collect()
}

/// What is put aside.
pub fn write_pins(pins: &[Kept]) -> String {
    let lines: Vec<String> = pins.iter().map(|pin| [&*pin.link, "\t", &clean(&pin.name)].concat()).collect();
    write(lines.iter().map(String::as_str))
}

/// What was put aside.
pub fn read_pins(text: &str) -> Result<Vec<Kept>, Unread> {
    let mut pins: Vec<Kept> = Vec::new();
    for line in read(text)? {
        let (link, name) = line.split_once('\t').ok_or(Unread::Broken)?;
        if !is_link(link) {
            return Err(Unread::Broken);
        }
        if pins.len() < MOST_PINS && pins.iter().all(|pin| pin.link != link) {
            pins.push(Kept { name: clean(name), link: link.to_owned() });
        }
    }
    Ok(pins)
}

/// A name on one line, not too long.
pub fn clean(name: &str) -> String {
    name.chars().filter(|letter| *letter >= ' ').take(LONGEST_NAME).collect()
}

/// What is put aside when two have changed it at once: `base` is what both began with. Whatever one of them has added,
/// renamed or taken away stands; of too many those that were there first.
pub fn merge(base: &[Kept], ours: &[Kept], theirs: &[Kept]) -> Vec<Kept> {
    let find = |among: &'_ [Kept], link: &str| among.iter().position(|pin| pin.link == link);
    let mut merged = Vec::new();
    for pin in theirs {
        let mut pin = pin.clone();
        match (find(base, &pin.link), find(ours, &pin.link)) {
            (Some(_), None) => continue,
            (Some(before), Some(now)) if ours[now].name != base[before].name => {
                pin.name.clone_from(&ours[now].name);
            }
            _ => {}
        }
        merged.push(pin);
    }
    for pin in ours {
        if find(base, &pin.link).is_none() && find(theirs, &pin.link).is_none() {
            merged.push(pin.clone());
        }
    }
    merged.truncate(MOST_PINS);
    merged
}
