//! Where does one more caseworker do most good, and how are a number of posts best shared out?
//!
//! ```
//! use raaderum::questions::measure::Measure;
//! use raaderum::questions::next_post::margins;
//! use raaderum::scenario::link;
//!
//! let scenario = link::read("place=typical").scenario;
//! let places = margins(&scenario, 72, Measure::Net(72), 256);
//! // In each draw at most one group is the best of all.
//! let best: f32 = places.iter().filter_map(|place| place.more.as_ref()).map(|more| more.best).sum();
//! assert!(0.9 < best && best <= 1.0);
//! ```

mod desk;
mod margins;
mod split;

pub use margins::Margins;
pub use split::{Split, split};

use super::measure::Measure;
use crate::scenario::Scenario;
use crate::uncertainty::bands::{Between, Spread, between};

/// A group with people in it, to which the law lets others come, and what a post more gives there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// The group, by its place in the data file.
    pub group: usize,
    /// Posts in the plan, FTE.
    pub posts: f64,
    /// What a post more gives; `None` where the caseload is as low as it may be.
    pub more: Option<Margin>,
}

/// What one post more gives, beside the plan as it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Margin {
    /// Cases per caseworker with it.
    pub caseload: f64,
    /// Cumulative municipal net, DKK.
    pub net: Estimate,
    /// Extra people in jobs.
    pub jobs: Estimate,
    /// In what share of the draws the figure gets better by this group's post than by any other's; a draw in which no post
    /// changes it by more than rounding counts for none.
    pub best: f32,
}

/// What the central run gives, and the draws.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// In the central run.
    pub central: f64,
    /// Draw by draw, beside the plan as it stands; what is no more than rounding is nought.
    pub spread: Spread,
}

impl Estimate {
    /// Where nine of ten outcomes lie; `None` where nothing is uncertain.
    #[must_use]
    pub fn band(&self) -> Between {
        between(&self.spread)
    }
}

/// What one post more gives in each such group after so many months, of at least so many draws; the best is the one for
/// `measure`.
#[must_use]
pub fn margins(scenario: &Scenario, month: u16, measure: Measure, draws: usize) -> Vec<Place> {
    let mut work = Margins::begin(scenario, month, measure, draws);
    while work.ask(draws) {}
    work.told()
}
