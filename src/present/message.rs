//! A show as text: for a browser that keeps it, and between the room's window and the facilitator's.
//!
//! Whatever comes in may come from anywhere: it is read whole or not at all.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::file;
use super::show::{Guess, MOST_GUESSES, Show};
use super::timer::Timer;

/// The version that is written.
const VERSION: u32 = 1;
/// By what a message of ours is known.
const OURS: &str = "raaderum-present";
/// A longer text is nothing of ours.
const LARGEST: usize = 1_000_000;

/// What one window tells the other.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// A window is there and asks for the show.
    Hello,
    /// The show is now so.
    Now(Box<Show>),
}

#[derive(Serialize, Deserialize)]
struct Kept<'a> {
    version: u32,
    #[serde(borrow)]
    run: &'a RawValue,
    at: usize,
    blank: bool,
    turn: u32,
    before: f64,
    since: Option<f64>,
    guesses: Vec<Vec<KeptGuess>>,
}

#[derive(Serialize, Deserialize)]
struct KeptGuess {
    name: String,
    value: f64,
}

#[derive(Serialize, Deserialize)]
struct Envelope<'a> {
    from: &'a str,
    version: u32,
    key: &'a str,
    kind: &'a str,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    show: Option<&'a RawValue>,
}

/// A show as text.
pub fn write_show(show: &Show) -> String {
    let guess = |guess: &Guess| KeptGuess { name: guess.name.clone(), value: guess.value };
    let steps = 0..show.run().steps.len();
    let Ok(run) = RawValue::from_string(file::write_line(show.run())) else { return String::new() };
    let kept = Kept {
        version: VERSION,
        run: &run,
        at: show.at(),
        blank: show.blank,
        turn: show.turn,
        before: show.timer.before,
        since: show.timer.since,
        guesses: steps.map(|step| show.guesses(step).iter().map(guess).collect()).collect(),
    };
    serde_json::to_string(&kept).unwrap_or_default()
}

/// The show that a text was written of.
pub fn read_show(text: &str) -> Option<Show> {
    if text.len() > LARGEST {
        return None;
    }
    let kept: Kept = serde_json::from_str(text).ok()?;
    if kept.version != VERSION || kept.guesses.iter().any(|guesses| guesses.len() > MOST_GUESSES) {
        return None;
    }
    let run = file::read(kept.run.get().as_bytes()).ok()?;
    let guess = |guess: KeptGuess| Guess { name: guess.name, value: guess.value };
    let guesses = kept.guesses.into_iter().map(|guesses| guesses.into_iter().map(guess).collect()).collect();
    let mut show = Show::begin(run)?.resumed(kept.at, guesses);
    (show.blank, show.turn) = (kept.blank, kept.turn);
    show.timer = Timer { before: kept.before, since: kept.since };
    Some(show)
}

/// A message under the key that the two windows share.
pub fn write(message: &Message, key: &str) -> String {
    let (kind, show) = match message {
        Message::Hello => ("hello", None),
        Message::Now(show) => ("now", RawValue::from_string(write_show(show)).ok()),
    };
    let envelope = Envelope { from: OURS, version: VERSION, key, kind, show: show.as_deref() };
    serde_json::to_string(&envelope).unwrap_or_default()
}

/// The message, if it is one of ours under that key.
pub fn read(text: &str, key: &str) -> Option<Message> {
    if text.len() > LARGEST {
        return None;
    }
    let envelope: Envelope = serde_json::from_str(text).ok()?;
    if envelope.from != OURS || envelope.version != VERSION || envelope.key != key {
        return None;
    }
    Some(match envelope.kind {
        "hello" => Message::Hello,
        "now" => Message::Now(Box::new(read_show(envelope.show?.get())?)),
        _ => return None,
    })
}
