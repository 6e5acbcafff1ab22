//! The check value of a link: whether today's model gives the figures that were there when it was made.
//!
//! `sum` has two parts, in hexadecimal digits: four say which setting it was made for, six what the headlines came to. A
//! link that somebody has changed by hand no longer fits the first, and nothing is said of it.
//!
//! ```
//! use raaderum::scenario::{check, link};
//!
//! let read = link::read("v=2&place=silkeborg&caseload.activity_ready=45");
//! let outcome = read.scenario.simulate();
//! let link = check::signed(&link::write(&read.scenario), &outcome);
//! assert!(!link::read(&link).sum.expect("it has one").tells_of_other_figures(&outcome));
//!
//! let changed = link.replace("=45", "=50");
//! assert!(!link::read(&changed).sum.expect("it has one").tells_of_other_figures(&outcome));
//! ```

use crate::model::outcome::{Outcome, Payback};

/// As in links.
pub const KEY: &str = "sum";
/// Digits that say which setting it is.
const OF_SETTING: usize = 4;
/// Digits that say what came of it.
const OF_FIGURES: usize = 6;
/// Amounts are told to this many kroner.
const KRONER: f64 = 10_000.0;

/// The check value that a link brought, and the setting that came with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Sum {
    /// As it stood in the link.
    pub given: String,
    /// The keys and values of the link.
    pub setting: String,
}

impl Sum {
    /// Whether the figures were others when the link was made.
    pub fn tells_of_other_figures(&self, outcome: &Outcome) -> bool {
        let figures = self.given.strip_prefix(&*digits(self.setting.bytes(), OF_SETTING));
        figures.is_some_and(|told| is_whole(&self.given) && told != figures_of(outcome))
    }
}

/// Whether a check value is as they are written.
pub fn is_whole(given: &str) -> bool {
    given.len() == OF_SETTING + OF_FIGURES
        && given.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// A link with its check value.
pub fn signed(link: &str, outcome: &Outcome) -> String {
    [link, "&", KEY, "=", &digits(link.bytes(), OF_SETTING), &figures_of(outcome)].concat()
}

/// The headlines as people read them: rounded, so that no difference is told that nobody could see.
fn figures_of(outcome: &Outcome) -> String {
    let at = outcome.horizon;
    let payback = match outcome.payback {
        Payback::DoesNothing | Payback::CostsNothing => 0.0,
        Payback::After(months) => f64::from(months),
        Payback::Never | Payback::NotApproved(_) => -1.0,
    };
    let money = [outcome.municipal_net(at), outcome.price_of_cap(at)].map(|kroner| kroner / KRONER);
    let figures = [outcome.extra_jobs(at), money[0], money[1], payback];
    digits(figures.into_iter().flat_map(|figure| (figure.round() as i64).to_le_bytes()), OF_FIGURES)
}

/// The last digits of a number that is the same for the same bytes (FNV-1a, 64 bits).
fn digits(bytes: impl Iterator<Item = u8>, count: usize) -> String {
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let digit = |place: usize| char::from_digit((hash >> (4 * place)) as u32 & 15, 16);
    (0..count).rev().filter_map(digit).collect()
}
