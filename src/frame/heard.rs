//! What the page around a frame says to it.

/// How iframe-resizer knows this frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resizer {
    /// The id of the frame's element.
    pub(super) id: String,
    /// Whether it has had its first answer.
    pub(super) answered: bool,
}

/// What the page around wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// iframe-resizer begins, and listens from now on.
    Begin(Resizer),
    /// The height is to be told now, whether or not it has changed.
    Tell,
}

const RESIZER: &str = "[iFrameSizer]";
const PYM: &str = "pymxPYMx";
/// Messages of ours are shorter.
const LONGEST: usize = 2_000;

/// What a message means; `None` where it is not for us.
pub fn read(message: &str, child: Option<&str>) -> Option<Command> {
    if message.len() > LONGEST {
        return None;
    }
    match message.strip_prefix(RESIZER) {
        Some(rest) => resizer(rest),
        None => pym(message, child?),
    }
}

/// The first message is a list of settings between colons: the frame's id, its margin, whether its width follows …
/// Later ones are a word.
fn resizer(rest: &str) -> Option<Command> {
    let mut fields = rest.split(':');
    let (id, _, follows_width) = (fields.next()?, fields.next(), fields.next());
    match (id, follows_width) {
        ("resize" | "reset" | "move", None) => Some(Command::Tell),
        ("", _) => None,
        (id, Some("true" | "false")) => Some(Command::Begin(Resizer { id: id.to_owned(), answered: false })),
        _ => None,
    }
}

/// Pym.js tells the frame how wide it has made it.
fn pym(message: &str, child: &str) -> Option<Command> {
    let mut fields = message.strip_prefix(PYM)?.split("xPYMx");
    (fields.next() == Some(child) && fields.next() == Some("width")).then_some(Command::Tell)
}
