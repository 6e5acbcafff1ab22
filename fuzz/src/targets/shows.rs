//! What the facilitator's window and the projector say to each other, and what either keeps of a show. The first line is
//! the key that the two share.

use raaderum::present::message::{self, Message};
use raaderum::present::show::{Command, Guess, MOST_GUESSES, Show};

use crate::holds;

pub fn run(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (key, text) = text.split_once('\n').unwrap_or(("", &text));
    if let Some(said) = message::read(text, key) {
        assert_eq!(message::read(&message::write(&said, key), key).as_ref(), Some(&said));
        assert_eq!(message::read(text, &[key, "+"].concat()), None, "under another key it is nobody's");
        if let Message::Now(show) = said {
            shown(*show);
        }
    }
    if let Some(show) = message::read_show(text) {
        shown(show);
    }
}

fn shown(mut show: Show) {
    same_again(&show);
    show.run().steps.iter().take(2).for_each(|step| holds::scenario(&step.scenario()));
    show.timer.told(0.0, show.step().minutes);
    let guess = Command::Guess(Guess { name: "\u{7}A\tB".into(), value: -0.0 });
    let done =
        [Command::Next, guess, Command::Time(1e12), Command::Reveal, Command::Forget(0), Command::Back];
    let around = [Command::Blank, Command::Go(usize::MAX), Command::Go(0), Command::Reset];
    for command in done.into_iter().chain(around) {
        show.apply(command);
        assert!(show.at() < show.places() && show.step_index() < show.run().steps.len());
        assert!(show.guesses(show.step_index()).len() <= MOST_GUESSES);
        same_again(&show);
    }
}

fn same_again(show: &Show) {
    let written = message::write_show(show);
    assert_eq!(message::read_show(&written).as_ref(), Some(show), "{written}");
}
