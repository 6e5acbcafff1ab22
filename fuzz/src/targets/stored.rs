//! What a browser keeps, which anything may have written there: the setting in hand, pins, teams, runs of one's own.

use raaderum::present::kept;
use raaderum::questions::team::spreads;
use raaderum::scenario::stored::{self, Kept, LONGEST_NAME, MOST_PINS, merge};
use raaderum::scenario::team::Question;
use raaderum::scenario::team::room::{Asked, MOST_ENTRIES, Room, enter, meaning};
use raaderum::scenario::{Scenario, link};
use raaderum::words::team;
use raaderum::words::text::Language;

use crate::holds;

pub fn run(bytes: &[u8]) {
    let text = &*String::from_utf8_lossy(bytes);
    if let Ok(last) = stored::read_last(text) {
        holds::same_again(&link::read(last).scenario);
        assert_eq!(stored::read_last(&stored::write([last])), Ok(last));
    }
    if let Ok(pins) = stored::read_pins(text) {
        pinned(&pins);
    }
    if let Ok(room) = Room::read(text) {
        assert_eq!(Room::read(&room.write()), Ok(room.clone()));
        room.0.iter().for_each(|asked| entered(&room, asked));
    }
    if let Ok(run) = kept::read(text) {
        assert_eq!(kept::read(&kept::write(&run)), Ok(run));
    }
}

fn pinned(pins: &[Kept]) {
    assert!(pins.len() <= MOST_PINS);
    assert_eq!(stored::read_pins(&stored::write_pins(pins)).as_deref(), Ok(pins));
    assert_eq!(merge(pins, pins, pins), pins);
    assert_eq!(merge(pins, pins, &[]), Vec::new(), "taken away elsewhere");
    let half = &pins[..pins.len() / 2];
    assert_eq!(merge(half, half, pins), pins, "added elsewhere");
    for pin in pins {
        assert!(pin.name.chars().count() <= LONGEST_NAME);
        holds::same_again(&link::read(&pin.link).scenario);
    }
}

fn entered(room: &Room, asked: &Asked) {
    let read = link::read(&asked.link);
    let base = &read.scenario;
    assert!(asked.entries.len() <= MOST_ENTRIES);
    let answers: Vec<Scenario> =
        asked.entries.iter().filter_map(|entry| meaning(base, entry)).map(|sent| sent.scenario).collect();
    answers.iter().for_each(holds::same_again);
    assert!(spreads(base, &answers).iter().all(|spread| spread.touched <= answers.len()));
    for entry in &asked.entries {
        enter(base, &asked.entries, &entry.code);
        Language::all().for_each(|language| assert!(!team::name(language, base, entry).is_empty()));
    }
    if let Some((question, _)) = Question::read(&read) {
        let with = room.with(&question, &asked.entries);
        assert_eq!(Room::read(&with.write()), Ok(with));
    }
}
