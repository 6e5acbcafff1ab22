//! What is made can be taken back, and what is kept comes back; nothing in a store can do harm.

use crate::common::anything;
use proptest::prelude::*;
use raaderum::model::tables::PLACES;
use raaderum::scenario::history::{History, MOST};
use raaderum::scenario::keys::Key;
use raaderum::scenario::stored::{self, Kept, LONGEST_NAME, MOST_PINS, MOST_PLACES, Unread};
use raaderum::scenario::{Scenario, check, link, places};

/// What a visitor does with a history.
#[derive(Clone, Debug)]
enum Done {
    Set(u8),
    Undo,
    Redo,
}

fn done() -> impl Strategy<Value = Done> {
    prop_oneof![any::<u8>().prop_map(Done::Set), Just(Done::Undo), Just(Done::Redo)]
}

fn kept() -> impl Strategy<Value = Kept> {
    ("\\PC{0,80}", 0..6_u8)
        .prop_map(|(name, link)| Kept { name, link: format!("v=1&place=typical&horizon={link}") })
}

fn pins() -> impl Strategy<Value = Vec<Kept>> {
    prop::collection::vec(kept(), 0..=MOST_PINS).prop_map(|mut pins| {
        pins.sort_by(|a, b| a.link.cmp(&b.link));
        pins.dedup_by(|a, b| a.link == b.link);
        pins
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_step_back_and_forward_again_changes_nothing(steps in prop::collection::vec(done(), 0..60)) {
        let mut history = History::default();
        let mut now = 0;
        for step in steps {
            match step {
                Done::Set(value) => {
                    history.note(now, None);
                    now = value;
                }
                Done::Undo => now = history.undo(now).unwrap_or(now),
                Done::Redo => now = history.redo(now).unwrap_or(now),
            }
            let (mut back, mut forward) = (history.clone(), history.clone());
            if let Some(before) = back.undo(now) {
                prop_assert_eq!(back.redo(before), Some(now));
                prop_assert_eq!(back.all(), history.all());
            }
            if let Some(after) = forward.redo(now) {
                prop_assert_eq!(forward.undo(after), Some(now));
                prop_assert_eq!(forward.all(), history.all());
            }
        }
    }

    #[test]
    fn a_scenario_comes_back_from_the_store(scenario in anything()) {
        let text = stored::write([&*link::write(&scenario)]);
        let last = stored::read_last(&text).expect("our own text");
        prop_assert_eq!(link::read(last).scenario, scenario);
    }

    #[test]
    fn pins_come_back_from_the_store(pins in pins()) {
        let clean: Vec<Kept> = pins.iter().map(|pin| Kept { name: stored::clean(&pin.name), ..pin.clone() }).collect();
        prop_assert_eq!(stored::read_pins(&stored::write_pins(&pins)), Ok(clean));
    }

    #[test]
    fn any_text_in_the_store_is_read_without_harm(text in "[0-9]{0,2}\n?(\\PC|\n|\t){0,200}") {
        let _ = stored::read_last(&text);
        if let Ok(pins) = stored::read_pins(&text) {
            prop_assert!(pins.len() <= MOST_PINS);
            prop_assert!(pins.iter().all(|pin| pin.name.chars().count() <= LONGEST_NAME));
        }
    }

    #[test]
    fn what_each_of_two_tabs_has_done_stands(base in pins(), ours in pins(), theirs in pins()) {
        let merged = stored::merge(&base, &ours, &theirs);
        let has = |pins: &[Kept], link: &str| pins.iter().any(|pin| pin.link == link);
        prop_assert!(merged.len() <= MOST_PINS);
        for pin in &merged {
            prop_assert!(has(&ours, &pin.link) || has(&theirs, &pin.link));
            prop_assert!(!has(&base, &pin.link) || (has(&ours, &pin.link) && has(&theirs, &pin.link)), "{}", pin.link);
        }
        for pin in base.iter().filter(|pin| has(&ours, &pin.link) && has(&theirs, &pin.link)) {
            prop_assert!(has(&merged, &pin.link) || merged.len() == MOST_PINS);
        }
        // Where nobody else has been, what we have is what there is.
        prop_assert_eq!(stored::merge(&theirs, &ours, &theirs).len(), ours.len());
    }
}

#[test]
fn one_move_of_a_lever_is_one_step_until_it_rests() {
    let (one, other) = (Key::parse("horizon"), Key::parse("room"));
    let mut history = History::default();
    for now in 0..5 {
        history.note(now, one);
    }
    history.note(5, other);
    history.note(6, other);
    assert_eq!(history.all()[0], [0, 5]);
    history.rest(&7);
    history.note(7, other);
    assert_eq!(history.all()[0], [0, 5, 7], "after a rest the same lever begins a step of its own");
    history.rest(&7);
    assert_eq!(history.all()[0], [0, 5], "a lever that came back has made none");
}

#[test]
fn a_new_step_ends_what_could_be_done_again() {
    let mut history = History::default();
    history.note(1, None);
    assert_eq!(history.undo(2), Some(1));
    history.note(1, None);
    assert_eq!(history.redo(3), None);
}

#[test]
fn the_oldest_steps_are_forgotten() {
    let mut history = History::default();
    for now in 0..MOST + 10 {
        history.note(now, None);
    }
    assert_eq!(history.all()[0].len(), MOST);
    assert_eq!(history.all()[0][0], 10);
    let handed = History::of([(0..MOST + 5).collect(), vec![]]);
    assert_eq!(handed.all()[0].first(), Some(&5));
}

#[test]
fn what_a_later_version_wrote_is_known_as_such() {
    for text in ["2", "2\nv=1&place=typical", "17\n{}", "01\n"] {
        assert_eq!(stored::read_last(text), Err(Unread::Newer), "{text:?}");
        assert_eq!(stored::read_pins(text), Err(Unread::Newer), "{text:?}");
    }
    let long = format!("1\nv=1{}", "&".repeat(200_000));
    for text in ["", "\n", "1", "1\n", "1\nhello", "{}", "v=1", &*long] {
        assert_eq!(stored::read_last(text), Err(Unread::Broken), "{text:?}");
    }
    for text in ["1\nv=1", "1\nhello\tname", "null"] {
        assert_eq!(stored::read_pins(text), Err(Unread::Broken), "{text:?}");
    }
    assert_eq!(stored::read_pins("1"), Ok(Vec::new()));
}

/// What is kept when a tab, which has kept `own` until now, keeps a link beside what is there.
fn keep(there: &str, own: &str, link: &str) -> String {
    [&*stored::write([link]), "\n", stored::read_other(there, own)].concat()
}

#[test]
fn two_tabs_that_take_turns_keep_what_each_had_last() {
    let mut there = keep("", "", "v=1&a=1");
    assert_eq!(there, "1\nv=1&a=1\n");
    there = keep(&there, "", "v=1&b=1");
    assert_eq!(there, "1\nv=1&b=1\nv=1&a=1");
    there = keep(&there, "v=1&a=1", "v=1&a=2");
    assert_eq!(there, "1\nv=1&a=2\nv=1&b=1");
    there = keep(&there, "v=1&a=2", "v=1&a=3");
    assert_eq!(there, "1\nv=1&a=3\nv=1&b=1", "one that goes on alone keeps the other's");
    assert_eq!(stored::read_last(&there), Ok("v=1&a=3"));
    assert_eq!(keep("1\nv=1&a=1", "v=1&a=1", "v=1&a=2"), "1\nv=1&a=2\n", "as earlier versions kept it");
    for text in ["", "{}", "1"] {
        assert_eq!(stored::read_other(text, ""), "", "{text:?}");
    }
}

#[test]
fn a_link_tells_when_the_figures_are_others_and_never_when_it_was_changed_by_hand() {
    let scenario = link::read("place=silkeborg&caseload.activity_ready=45").scenario;
    let outcome = scenario.simulate();
    let told =
        |link: &str, outcome| link::read(link).sum.expect("a check value").tells_of_other_figures(outcome);
    let signed = check::signed(&link::write(&scenario), &outcome);
    assert!(!told(&format!("#{signed}&lang=en&page=questions"), &outcome));
    assert!(!told(&signed.replace('.', "%2E"), &outcome), "a messenger may write it in another way");

    let other = Scenario::default().simulate();
    assert!(told(&signed, &other), "the same setting, other figures");
    assert!(!told(&signed.replace("=45", "=46"), &other));
    assert!(!told(&(signed.clone() + "&horizon=12"), &other));
    assert!(!told("place=silkeborg&sum=", &other));
    assert!(!told("place=silkeborg&sum=æøå", &other));
}

#[test]
fn the_places_chosen_last_are_remembered_once_each_and_the_newest_first() {
    let text = [0, 1, 2, 3, 1]
        .into_iter()
        .fold(String::new(), |text, place| stored::write_places(place, &stored::read_places(&text)));
    assert_eq!(stored::read_places(&text), [1, 3, 2]);
    assert_eq!(MOST_PLACES, 3);
    for broken in ["", "{}", "2\nsilkeborg", "1", "1\nnowhere\n"] {
        assert_eq!(stored::read_places(broken), [0; 0], "{broken:?}");
    }
    assert_eq!(
        stored::read_places("1\nnowhere\nsilkeborg").len(),
        1,
        "what is no place any more is left out"
    );
    assert_eq!(stored::write_places(PLACES.len(), &[]), "1", "nor is a place written that there is not");
}

#[test]
fn the_list_begins_with_the_typical_municipality_the_country_and_what_was_chosen() {
    let ids = |recent: &[usize]| -> Vec<&str> {
        places::listed(recent).into_iter().map(|place| PLACES[place].id).collect()
    };
    let all = ids(&[]);
    assert_eq!(all[..2], ["typical", "country"]);
    assert_eq!(all.len(), PLACES.len(), "each of them once");
    let index = |id: &str| PLACES.iter().position(|place| place.id == id).expect("a place");
    let recent = ids(&["hjoerring", "country", "silkeborg"].map(index));
    assert_eq!(recent[..4], ["typical", "country", "hjoerring", "silkeborg"]);
    assert_eq!(recent[4..], all[2..], "and then all of them, in their order");
}
