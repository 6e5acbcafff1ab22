//! What a link asks of an embed: which chart or headline, which levers, and whether they can be moved.
//!
//! `#v=2&place=silkeborg&view=embed&show=stock&levers=caseload.activity_ready,rule&lock=1`. What cannot be used is named,
//! and the rest works.
//!
//! ```
//! use raaderum::scenario::{embed, link};
//!
//! let read = link::read("place=silkeborg&view=embed&show=net&levers=rule");
//! let (embed, faults) = embed::read(&read.page, &read.scenario);
//! assert!(faults.is_empty());
//! assert_eq!(embed.write(), "&view=embed&show=net&levers=rule");
//! ```

use super::Scenario;
use super::keys::Key;
use super::link::short;
use super::reach;
use crate::model::tables::{LEVERS, LeverKind, lever_by_key};

/// The keys of a link that are an embed's.
pub const KEYS: [&str; 4] = ["view", "show", "levers", "lock"];
/// The `view` of an embed.
pub const VIEW: &str = "embed";
/// More levers than this are no embed any more.
pub const MOST_LEVERS: usize = 3;

/// What stands in an embed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// People on benefits over the years.
    #[default]
    Stock,
    /// The municipality's economy over the years.
    Net,
    /// How many more or fewer people than today, with the band of the plan's effect.
    Difference,
    /// A headline, by its place in [`HEADLINES`].
    Headline(usize),
}

/// The headlines that an embed can show, by their ids.
pub const HEADLINES: [&str; 4] = ["jobs", "net", "payback", "cap_price"];
/// Stands before the id of a headline: a chart and a headline may have the same.
const HEADLINE: &str = "headline.";

impl Show {
    /// All there are.
    pub fn all() -> impl Iterator<Item = Self> {
        [Self::Stock, Self::Net, Self::Difference].into_iter().chain((0..HEADLINES.len()).map(Self::Headline))
    }

    /// The one of a word.
    pub fn by_word(word: &str) -> Option<Self> {
        Self::all().find(|show| show.word() == word)
    }

    /// As links have it.
    pub fn word(self) -> String {
        match self {
            Self::Stock => "stock".to_owned(),
            Self::Net => "net".to_owned(),
            Self::Difference => "difference".to_owned(),
            Self::Headline(index) => [HEADLINE, HEADLINES[index]].concat(),
        }
    }
}

/// What a link asks of an embed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Embed {
    /// The chart or headline.
    pub show: Show,
    /// The levers that can be moved, in their order; at most [`MOST_LEVERS`].
    pub levers: Vec<Key>,
    /// Whether nothing can be moved.
    pub locked: bool,
}

/// Something that could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is no such chart or headline.
    Show(String),
    /// There is no such lever, or none that an embed can have.
    Lever(String),
    /// A lever of a group that has nobody in this place.
    Nobody(String),
    /// There are more than [`MOST_LEVERS`]; the first ones are here.
    TooManyLevers(usize),
    /// Neither 1 nor 0.
    Lock(String),
}

/// What the page's keys of a link ask for, and what of it cannot be used. Without `levers` it is the one that says most
/// about the scenario.
pub fn read(page: &[(String, String)], scenario: &Scenario) -> (Embed, Vec<Fault>) {
    let value = |key: &str| page.iter().find(|(known, _)| known == key).map(|(_, value)| &**value);
    let mut faults = Vec::new();
    let show = value("show").and_then(|word| {
        let show = Show::by_word(word);
        if show.is_none() {
            faults.push(Fault::Show(short(word)));
        }
        show
    });
    let levers = match value("levers") {
        Some(list) => levers(list, scenario, &mut faults),
        None => usual(scenario).into_iter().collect(),
    };
    let locked = match value("lock") {
        None | Some("0") => false,
        Some("1") => true,
        Some(other) => {
            faults.push(Fault::Lock(short(other)));
            false
        }
    };
    (Embed { show: show.unwrap_or_default(), levers, locked }, faults)
}

fn levers(list: &str, scenario: &Scenario, faults: &mut Vec<Fault>) -> Vec<Key> {
    let mut levers = Vec::new();
    let names: Vec<&str> = list.split(',').filter(|name| !name.is_empty()).collect();
    if names.len() > MOST_LEVERS {
        faults.push(Fault::TooManyLevers(names.len()));
    }
    for name in names.into_iter().take(MOST_LEVERS) {
        match Key::parse(name).filter(|key| is_offered(*key)) {
            None => faults.push(Fault::Lever(short(name))),
            Some(key) if !is_here(key, scenario) => faults.push(Fault::Nobody(short(name))),
            Some(key) if levers.contains(&key) => {}
            Some(key) => levers.push(key),
        }
    }
    levers
}

/// Whether an embed can have it: a slider, or a choice. What can be a word as well needs a switch beside its slider.
pub fn is_offered(key: Key) -> bool {
    let Key::Lever(lever, _) = key else { return false };
    matches!(LEVERS[lever].kind, LeverKind::Number { word: None, .. } | LeverKind::Choice { .. })
}

fn is_here(key: Key, scenario: &Scenario) -> bool {
    let Key::Lever(lever, _) = key else { return false };
    reach::keys_of(scenario, lever).contains(&key)
}

/// The caseload that the scenario is about: of the group at stake, else of the first one.
pub fn usual(scenario: &Scenario) -> Option<Key> {
    let keys = reach::keys_of(scenario, lever_by_key("caseload")?);
    let of_group = |key: &&Key| matches!(key, Key::Lever(_, group) if *group == scenario.focus());
    keys.iter().find(of_group).or(keys.first()).copied()
}

impl Embed {
    /// What a link has of it, each part after its `&`.
    pub fn write(&self) -> String {
        let names: Vec<String> = self.levers.iter().map(|key| key.name()).collect();
        let lock = if self.locked { "&lock=1" } else { "" };
        ["&view=", VIEW, "&show=", &self.show.word(), "&levers=", &names.join(","), lock].concat()
    }
}
