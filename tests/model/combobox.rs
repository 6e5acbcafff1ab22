//! What each key does in the field of the place, and in any like it.

use proptest::prelude::*;
use raaderum::scenario::combobox::{Combobox, Input, MOST_OPTIONS, Response};

/// Items 0 to 19; a text finds those whose number begins with it.
fn find(text: &str) -> Vec<usize> {
    (0..20).filter(|item: &usize| item.to_string().starts_with(text.trim())).collect()
}

struct Typist(Combobox);

impl Typist {
    fn does(&mut self, input: Input) -> Response {
        self.0.handle(input, &find)
    }

    fn press(&mut self, name: &str) -> Response {
        self.does(Input::key(name))
    }

    fn alt(&mut self, name: &str) -> Response {
        self.does(Input::Key { name, alt: true })
    }
}

fn field() -> Typist {
    Typist(Combobox::default())
}

fn chosen(item: usize) -> Response {
    Response { chosen: Some(item), handled: true }
}

#[test]
fn what_is_typed_opens_the_list_at_the_best_match_and_enter_takes_it() {
    let mut field = field();
    assert_eq!(field.does(Input::Text("1")), Response::IGNORED, "the letter is the browser's to write");
    assert!(field.0.is_open() && field.0.is_filtered());
    assert_eq!((field.0.text(), field.0.active(), field.0.found()), (Some("1"), Some(0), 11));
    assert_eq!(field.0.options(), [1, 10, 11, 12, 13, 14, 15, 16, 17, 18], "the list is short");
    assert_eq!(field.press("Enter"), chosen(1));
    assert_eq!(field.0, Combobox::default(), "closed, and the new name stands there");
}

#[test]
fn arrows_go_round_the_list() {
    let mut field = field();
    field.does(Input::Text("1"));
    field.press("ArrowUp");
    assert_eq!(field.0.active(), Some(9), "from the first to the last of those listed");
    field.press("ArrowDown");
    field.press("ArrowDown");
    assert_eq!(field.0.active(), Some(1));
    assert_eq!(field.press("Enter"), chosen(10));
}

#[test]
fn a_closed_field_opens_with_everything_by_either_arrow() {
    for (name, at) in [("ArrowDown", 0), ("ArrowUp", 19)] {
        let mut field = field();
        assert_eq!(field.press(name), Response::HANDLED);
        assert_eq!((field.0.options().len(), field.0.active(), field.0.text()), (20, Some(at), None));
    }
}

#[test]
fn alt_opens_without_going_anywhere_and_closes() {
    let mut field = field();
    assert_eq!(field.alt("ArrowDown"), Response::HANDLED);
    assert_eq!((field.0.is_open(), field.0.active()), (true, None));
    assert_eq!(field.press("Enter"), Response::HANDLED, "nothing is marked, nothing chosen");
    assert!(field.0.is_open());
    assert_eq!(field.alt("ArrowUp"), Response::HANDLED);
    assert!(!field.0.is_open());
}

#[test]
fn the_first_and_the_last_are_reached_unless_a_text_is_being_written() {
    let mut field = field();
    field.does(Input::Button);
    field.press("End");
    assert_eq!(field.0.active(), Some(19));
    field.press("Home");
    assert_eq!(field.0.active(), Some(0));
    field.does(Input::Text("1"));
    assert_eq!(field.press("End"), Response::IGNORED, "the cursor goes to the end of the text");
    assert_eq!(field.0.active(), Some(0));
    field.press("ArrowDown");
    field.press("End");
    assert_eq!(field.0.active(), Some(9), "in the list by now");
}

#[test]
fn nothing_chosen_leaves_all_as_it_was() {
    for end in [Input::key("Escape"), Input::Blur, Input::Button] {
        let mut field = field();
        field.does(Input::Text("1"));
        field.press("ArrowDown");
        assert_eq!(field.does(end), Response::HANDLED, "{end:?}");
        assert_eq!(field.0, Combobox::default(), "{end:?}");
    }
    let mut field = field();
    for key in ["Escape", "Enter", "Home", "End", "Tab", "a"] {
        assert_eq!(field.press(key), Response::IGNORED, "{key} is not ours while nothing is open");
    }
}

#[test]
fn tab_takes_along_what_arrows_have_led_to_and_nothing_else() {
    let mut field = field();
    field.does(Input::Text("1"));
    assert_eq!(field.press("Tab"), Response::IGNORED, "the next field is the browser's to find");
    field.press("ArrowDown");
    assert_eq!(field.press("Tab"), Response { chosen: Some(10), handled: false });
}

#[test]
fn what_fits_nothing_stays_to_be_mended() {
    let mut field = field();
    field.does(Input::Text("x"));
    assert_eq!((field.0.found(), field.0.active(), field.0.is_open()), (0, None, true));
    for key in ["ArrowDown", "ArrowUp", "Enter"] {
        assert_eq!(field.press(key), Response::HANDLED);
        assert_eq!((field.0.text(), field.0.active()), (Some("x"), None), "{key}");
    }
    field.does(Input::Text(""));
    assert_eq!((field.0.options().len(), field.0.active()), (20, None), "no text is everything");
}

#[test]
fn a_tap_takes_what_is_tapped_and_a_click_opens() {
    let mut field = field();
    field.does(Input::Field);
    assert!(field.0.is_open());
    field.does(Input::Field);
    assert!(field.0.is_open(), "a second click sets the cursor");
    assert_eq!(field.does(Input::Item(7)), chosen(7));
    assert!(!field.0.is_open());
}

/// Whatever somebody does, keys that mean nothing here included.
fn anything() -> impl Strategy<Value = (u8, String, bool)> {
    (0..6_u8, "[0-9 x]{0,3}|ArrowDown|ArrowUp|Home|End|Enter|Tab|Escape|a", any::<bool>())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_the_mark_is_on_an_option_and_only_what_was_found_is_chosen(
        deeds in prop::collection::vec(anything(), 0..40)
    ) {
        let mut field = Combobox::default();
        for (kind, text, alt) in &deeds {
            let before = field.clone();
            let input = match kind {
                0 => Input::Text(text),
                1 => Input::Field,
                2 => Input::Button,
                3 => Input::Blur,
                _ => Input::Key { name: text, alt: *alt },
            };
            let response = field.handle(input, &find);
            prop_assert!(field.active().is_none_or(|active| active < field.options().len()));
            prop_assert!(!field.is_filtered() || field.options().len() <= MOST_OPTIONS);
            prop_assert!(field.is_open() || field == Combobox::default(), "closed is closed");
            if let Some(chosen) = response.chosen {
                prop_assert!(before.options().contains(&chosen) && !field.is_open());
            }
        }
    }
}
