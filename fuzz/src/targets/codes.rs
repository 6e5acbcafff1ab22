//! The code that a team reads aloud, and a room that takes it. The first byte says what all began with, the second
//! whether the rest is typed or stands for symbols with checks that fit: those that are typed hardly ever do.

use raaderum::scenario::code::{self, MOST_TEAMS, check};
use raaderum::scenario::team::room::{Entered, MOST_ENTRIES, enter, meaning};
use raaderum::scenario::{Scenario, link};
use raaderum::words::team;
use raaderum::words::text::Language;

use crate::holds::{self, told};

const BASES: [&str; 4] = [
    "place=silkeborg",
    "place=typical&caseload.insured=61.25",
    "case=hjoerring",
    "place=country&rule=ceiling",
];
/// Symbols that say which team it is and what was moved from.
const HEAD: usize = 4;

pub fn run(bytes: &[u8]) {
    let (Some(which), Some(kind)) = (bytes.first(), bytes.get(1)) else { return };
    let base = link::read(BASES[usize::from(*which) % BASES.len()]).scenario;
    let typed = match kind % 2 {
        0 => String::from_utf8_lossy(&bytes[2..]).into_owned(),
        _ => with_checks(&base, kind / 2 % (MOST_TEAMS + 1), &bytes[2..]),
    };
    match code::read(&base, &typed) {
        Ok(sent) => {
            holds::scenario(&sent.scenario);
            let written = code::write(&base, &sent.scenario, sent.team);
            assert_eq!(code::read(&base, &written), Ok(sent), "{typed} → {written}");
        }
        Err(problem) => {
            for language in Language::all() {
                told(&team::problem(language, &problem, &typed), "");
            }
        }
    }
    in_a_room(&base, &typed);
}

/// A code of these symbols, as a page with other levers might make it.
fn with_checks(base: &Scenario, team: u8, bytes: &[u8]) -> String {
    let head = code::write(base, base, Some(team));
    let head = head.chars().filter(char::is_ascii_alphanumeric).take(HEAD);
    let known = (0..32).map(code::letter).collect::<Vec<char>>();
    let head = head.filter_map(|letter| known.iter().position(|symbol| *symbol == letter));
    let symbols: Vec<u8> =
        head.map(|symbol| symbol as u8).chain(bytes.iter().map(|byte| byte % 32)).collect();
    check::with_checks(&symbols).into_iter().map(code::letter).collect()
}

fn in_a_room(base: &Scenario, typed: &str) {
    let mut entries = Vec::new();
    for _ in 0..2 {
        match enter(base, &entries, typed) {
            Entered::New(with) | Entered::Twice { replaced: with, .. } => {
                assert!(with.len() <= MOST_ENTRIES);
                assert!(with.iter().all(|entry| meaning(base, entry).is_some()), "{with:?}");
                entries = with;
            }
            Entered::There(at) => assert!(at < entries.len()),
            Entered::Full | Entered::Refused(_) => {}
        }
    }
    assert!(entries.len() <= 1, "the same code is one team's: {entries:?}");
}
