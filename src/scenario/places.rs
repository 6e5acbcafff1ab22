//! Finding a place by what a visitor types: name, code or id, with Danish letters forgiven.
//!
//! ```
//! use raaderum::model::tables::PLACES;
//! use raaderum::scenario::places;
//!
//! let named = |text: &str| PLACES[places::search(text)[0]].name;
//! assert_eq!(["hø", "HOEJ", "ho"].map(named), ["Høje-Taastrup", "Høje-Taastrup", "Holbæk"]);
//! assert_eq!(["taas", "tås", "751", "copen"].map(named), ["Høje-Taastrup", "Høje-Taastrup", "Aarhus", "København"]);
//! ```

use super::own::fold;
use crate::model::tables::{ALSO, PLACES, PlaceSpec};

/// Places in [`PLACES`] that a text may mean, the likeliest first: all of them, in their order, for an empty one.
///
/// A name that begins as the text does comes before one of which another word does, and that before one that only holds
/// it; the letters as they are typed before `å` for `aa` or `a`, `ø` for `oe` or `o`, `æ` for `ae` or `e`.
pub fn search(text: &str) -> Vec<usize> {
    search_by(text, |_| "")
}

/// The same, of places that are also called as `called` says: those without a name of their own, in some language.
pub fn search_by(text: &str, called: impl Fn(usize) -> &'static str) -> Vec<usize> {
    let wanted = Wanted { letters: small(text.trim()), typed: fold::fold(text), loose: loose(text) };
    if wanted.typed.is_empty() {
        return (0..PLACES.len()).collect();
    }
    let ranked = PLACES.iter().enumerate();
    let ranked = ranked.filter_map(|(index, spec)| Some((wanted.rank(index, spec, called(index))?, index)));
    let ranked: Vec<(u8, usize)> = ranked.collect();
    // Put in order without the standard sort, which a page would have to fetch.
    let of = |rank: u8| ranked.iter().filter(move |(other, _)| *other == rank).map(|(_, index)| *index);
    (0..=WORST).flat_map(of).collect()
}

/// Every place as a list shows them: those that are no municipality, of which the typical one is the first, then the
/// municipalities of `recent`, then all of them in their order.
pub fn listed(recent: &[usize]) -> Vec<usize> {
    let is_municipality = |place: &usize| PLACES.get(*place).is_some_and(|spec| spec.code.is_some());
    let others = (0..PLACES.len()).filter(|place| !is_municipality(place));
    let municipalities = (0..PLACES.len()).filter(is_municipality);
    others.chain(recent.iter().copied().filter(is_municipality)).chain(municipalities).collect()
}

/// Every id of a place, those first that a text which is none comes nearest to: what may be told to whoever wrote it.
pub fn ids_near(text: &str) -> Vec<&'static str> {
    const ENOUGH: usize = 3;
    let start = text.char_indices().nth(ENOUGH).map_or(text, |(end, _)| &text[..end]);
    let mut near = search(text);
    near.extend(search(start));
    near.extend(0..PLACES.len());
    let mut ids: Vec<&str> = Vec::with_capacity(PLACES.len());
    for place in near {
        if !ids.contains(&PLACES[place].id) {
            ids.push(PLACES[place].id);
        }
    }
    ids
}

/// The rank of a name that only holds what is looked for.
const WORST: u8 = 4;

/// What is looked for: as it was typed, and with Danish letters forgiven.
struct Wanted {
    letters: String,
    typed: String,
    loose: String,
}

impl Wanted {
    /// The best of all that a place is called; a small number is a good one.
    fn rank(&self, index: usize, spec: &PlaceSpec, called: &str) -> Option<u8> {
        let code = spec.code.map(|code| code.to_string());
        let by_code = code.filter(|code| code.starts_with(&self.typed)).map(|_| 0);
        let also = ALSO.iter().filter(|(_, place)| *place == index).map(|(id, _)| *id);
        let names = [spec.name, spec.id, called].into_iter().chain(also);
        names.filter_map(|name| self.rank_of(name)).chain(by_code).min()
    }

    fn rank_of(&self, name: &str) -> Option<u8> {
        let (typed, loose) = (fold::fold(name), loose(name));
        if small(name).starts_with(&self.letters) {
            return Some(0);
        }
        if typed.starts_with(&self.typed) {
            return Some(1);
        }
        let later = || loose.match_indices(' ').any(|(at, _)| loose[at + 1..].starts_with(&self.loose));
        // By its beginnings: a page would have to fetch what searches for a text.
        let ends = |at: &usize| loose.get(*at..).is_some_and(|end| end.starts_with(&self.loose));
        match (0..=loose.len()).find(ends)? {
            0 => Some(2),
            _ if later() => Some(3),
            _ => Some(WORST),
        }
    }
}

/// The letters as they are typed, capitals as small ones.
fn small(name: &str) -> String {
    name.chars().map(fold::small).collect()
}

/// A name as it is compared, where one way of writing a Danish letter is as good as another.
fn loose(name: &str) -> String {
    let forgiven = |name: String, [first, second, instead]: [char; 3]| {
        let mut loose = String::with_capacity(name.len());
        let mut letters = name.chars().peekable();
        while let Some(letter) = letters.next() {
            let pair = letter == first && letters.next_if_eq(&second).is_some();
            loose.push(if pair { instead } else { letter });
        }
        loose
    };
    [['a', 'a', 'a'], ['o', 'e', 'o'], ['a', 'e', 'e']].into_iter().fold(fold::fold(name), forgiven)
}
