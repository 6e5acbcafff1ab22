//! What a key does on the stage: a keyboard's, or a clicker's, which has the keys of one.

use super::show::Command;

/// What was pressed for.
#[derive(Clone, Debug, PartialEq)]
pub enum Pressed {
    /// Something for the show.
    Do(Command),
    /// Starts or stops the watch.
    Time,
    /// Fills the screen, or no longer.
    Full,
    /// Leaves the stage.
    Leave,
}

/// Where the key was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// Nowhere that has keys of its own.
    Stage,
    /// On a button, which a space presses.
    Button,
    /// In a field, which takes letters and arrows.
    Field,
}

/// What a key is for, by the name that browsers give it; `None` where it is not ours.
pub fn pressed(key: &str, focus: Focus) -> Option<Pressed> {
    // A clicker works wherever the focus is.
    let anywhere = match key {
        "PageDown" => Some(Pressed::Do(Command::Next)),
        "PageUp" => Some(Pressed::Do(Command::Back)),
        "Escape" => Some(Pressed::Leave),
        // The button on many clickers that begins a show.
        "F5" => Some(Pressed::Full),
        _ => None,
    };
    if anywhere.is_some() || focus == Focus::Field {
        return anywhere;
    }
    Some(match key {
        " " if focus == Focus::Button => return None,
        "ArrowRight" | "ArrowDown" | " " => Pressed::Do(Command::Next),
        "ArrowLeft" | "ArrowUp" | "Backspace" => Pressed::Do(Command::Back),
        "b" | "B" | "." => Pressed::Do(Command::Blank),
        "r" | "R" => Pressed::Do(Command::Reveal),
        "t" | "T" => Pressed::Time,
        "f" | "F" => Pressed::Full,
        _ => return None,
    })
}
