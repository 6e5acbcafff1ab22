//! What a room keeps: for each question the codes that were entered, in their order, as text for a browser's store.

use super::super::code::{self, MOST_TEAMS, Problem, Sent};
use super::super::stored::{self, Unread, clean};
use super::super::{Scenario, link};
use super::Question;

/// So many teams fit into one table.
pub const MOST_ENTRIES: usize = MOST_TEAMS as usize;
/// So many questions are kept; of more the oldest are forgotten.
const MOST_QUESTIONS: usize = 12;
/// Begins the line of an entry; a question's begins with its link.
const ENTRY: char = '>';

/// A code that was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// As we write it.
    pub code: String,
    /// As the room calls the team; empty: by its number.
    pub name: String,
}

/// One question and the codes that were entered for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The link for a phone.
    pub link: String,
    /// In the order in which they were entered.
    pub entries: Vec<Entry>,
}

/// All questions of a room, the one asked last at the end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Room(pub Vec<Asked>);

/// What becomes of a code that is entered.
#[derive(Clone, Debug, PartialEq)]
pub enum Entered {
    /// It can be used: the entries with it.
    New(Vec<Entry>),
    /// The very same is there already.
    There(usize),
    /// A team of this number is there with another answer: the entries with it in that one's place, and with both.
    Twice {
        /// Where the other one stands.
        at: usize,
        /// With this one in its place.
        replaced: Vec<Entry>,
        /// With both; `None` where that would be too many.
        both: Option<Vec<Entry>>,
    },
    /// There are as many as fit.
    Full,
    /// It cannot be used.
    Refused(Problem),
}

/// Where the setting of a link begins to be the phone's alone.
fn base_of(link: &str) -> &str {
    link.split("&team-").next().unwrap_or_default()
}

/// What becomes of a code that is typed or scanned.
pub fn enter(base: &Scenario, entries: &[Entry], typed: &str) -> Entered {
    let sent = match code::read(base, typed) {
        Ok(sent) => sent,
        Err(problem) => return Entered::Refused(problem),
    };
    let code = code::write(base, &sent.scenario, sent.team);
    let same = entries.iter().position(|entry| entry.code == code);
    if let Some(at) = same.filter(|_| sent.team.is_some()) {
        return Entered::There(at);
    }
    let entry = Entry { code, name: String::new() };
    let with = |mut entries: Vec<Entry>| {
        let room = entries.len() < MOST_ENTRIES;
        room.then(|| {
            entries.push(entry.clone());
            entries
        })
    };
    let both = with(entries.to_vec());
    let number = |entry: &Entry| code::read(base, &entry.code).ok().and_then(|sent| sent.team);
    let twin = entries.iter().position(|known| sent.team.is_some() && number(known) == sent.team);
    // Two teams without numbers may well have the same answer; or the same code has been entered twice.
    match (twin.or(same), both) {
        (Some(at), both) => {
            let mut replaced = entries.to_vec();
            replaced[at].code = entry.code;
            Entered::Twice { at, replaced, both }
        }
        (None, Some(entries)) => Entered::New(entries),
        (None, None) => Entered::Full,
    }
}

/// What an entry says, where that can be read.
pub fn meaning(base: &Scenario, entry: &Entry) -> Option<Sent> {
    code::read(base, &entry.code).ok()
}

impl Room {
    /// What is kept of the question with this base.
    pub fn of(&self, base: &Scenario) -> Option<&Asked> {
        let wanted = link::write(base);
        self.0.iter().find(|asked| base_of(&asked.link) == wanted)
    }

    /// The room with a question as it stands now; one without codes and with nothing chosen is not worth keeping.
    pub fn with(&self, question: &Question, entries: &[Entry]) -> Self {
        let link = question.link();
        let mut asked: Vec<Asked> =
            self.0.iter().filter(|asked| base_of(&asked.link) != base_of(&link)).cloned().collect();
        let plain = entries.is_empty() && link == Question::of(question.base.clone()).link();
        if !plain {
            asked.push(Asked { link, entries: entries.to_vec() });
        }
        let many = asked.len().saturating_sub(MOST_QUESTIONS);
        asked.drain(..many);
        Self(asked)
    }

    /// The other questions for which there are codes.
    pub fn others(&self, base: &Scenario) -> impl Iterator<Item = &Asked> {
        let wanted = link::write(base);
        self.0.iter().filter(move |asked| base_of(&asked.link) != wanted && !asked.entries.is_empty())
    }

    /// As a browser keeps it.
    pub fn write(&self) -> String {
        let mut lines = Vec::new();
        for asked in &self.0 {
            lines.push(asked.link.clone());
            let line = |entry: &Entry| format!("{ENTRY}{}\t{}", entry.code, clean(&entry.name));
            lines.extend(asked.entries.iter().map(line));
        }
        stored::write(lines.iter().map(String::as_str))
    }

    /// What a browser kept.
    pub fn read(text: &str) -> Result<Self, Unread> {
        let mut asked: Vec<Asked> = Vec::new();
        for line in stored::read(text)? {
            match (line.strip_prefix(ENTRY), asked.last_mut()) {
                (Some(line), Some(Asked { entries, .. })) => {
                    let (code, name) = line.split_once('\t').ok_or(Unread::Broken)?;
                    if entries.len() < MOST_ENTRIES {
                        entries.push(Entry { code: clean_code(code), name: clean(name) });
                    }
                }
                (None, _) if line.starts_with("v=") => {
                    asked.push(Asked { link: line.to_owned(), entries: Vec::new() });
                }
                _ => return Err(Unread::Broken),
            }
        }
        Ok(Self(asked))
    }
}

/// Of a code that somebody has written into the store, what may be one.
fn clean_code(code: &str) -> String {
    code.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect()
}
