//! Questions that take many runs of the model: what a lever must be, where a post does most good, what the whole
//! space of policies looks like, why a figure is what it is, and how strong the effect would have to be.
//!
//! Each question asks for its runs in few, large batches of policies ([`runs`]), and answers in figures alone:
//! no language, no page.
//!
//! ```
//! use raaderum::questions::break_even::{BreakEven, Goal, break_even};
//! use raaderum::scenario::{keys::Key, link};
//!
//! let scenario = link::read("place=typical&caseload.job_ready=40").scenario;
//! let dial = Key::parse("evidence").unwrap();
//! let answer = break_even(&scenario, dial, Goal::break_even(72)).unwrap();
//! let BreakEven::Where(stretches) = answer.found else { panic!("{answer:?}") };
//! // From there on, up to the municipalities' own reports, the plan pays for itself.
//! assert!((0.02..0.2).contains(&stretches[0].from.at));
//! assert_eq!(stretches[0].to.at, 1.0);
//! ```

pub mod break_even;
#[cfg(feature = "more")]
pub mod case;
pub mod dial;
mod edge;
pub mod measure;
pub mod next_post;
pub mod odds;
pub mod policy_map;
#[cfg(feature = "more")]
pub mod reform;
mod rounding;
pub mod runs;
pub mod setting;
pub mod shapley;
pub mod spread;
#[cfg(feature = "more")]
pub mod team;
pub mod why;
