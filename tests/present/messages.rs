//! What two windows tell each other, and what a window keeps of a show.

use crate::run;
use proptest::prelude::*;
use raaderum::present::message::{self, Message};
use raaderum::present::show::{Command, Guess, Show};

fn show() -> impl Strategy<Value = Show> {
    (run(), 0..40_usize, any::<bool>(), 0.0..1e7_f64).prop_map(|(run, on, blank, value)| {
        let mut show = Show::begin(run).expect("it has steps");
        for _ in 0..on {
            show.apply(Command::Next);
            show.apply(Command::Guess(Guess { name: "Hold A".into(), value }));
        }
        show.apply(Command::Time(1e12));
        show.blank = blank;
        show
    })
}

proptest! {
    #[test]
    fn a_show_survives_a_reload(show in show()) {
        prop_assert_eq!(message::read_show(&message::write_show(&show)), Some(show));
    }

    #[test]
    fn a_message_is_read_under_its_key_alone(show in show()) {
        for said in [Message::Hello, Message::Now(Box::new(show))] {
            let text = message::write(&said, "123");
            prop_assert_eq!(message::read(&text, "123"), Some(said));
            prop_assert_eq!(message::read(&text, "124"), None);
        }
    }

    #[test]
    fn nothing_else_is_a_message(text in ".{0,200}") {
        prop_assert_eq!(message::read(&text, "123"), None);
        prop_assert_eq!(message::read_show(&text), None);
    }
}

#[test]
fn a_show_of_something_else_is_refused_whole() {
    let hello = message::write(&Message::Hello, "1");
    assert_eq!(message::read(&hello.replace("raaderum-present", "somebody"), "1"), None);
    assert_eq!(message::read(&hello.replace("\"version\":1", "\"version\":2"), "1"), None);
    assert_eq!(
        message::read(&hello.replace("hello", "now"), "1"),
        None,
        "without a show there is nothing now"
    );
}
