//! Runs of questions for a room: a question, a guess, and what the model says.
//!
//! A [`run::Run`] is a list of steps; [`show::Show`] is where a room is in it, and what it has guessed. Nothing here knows
//! a screen: the page shows it, [`mod@file`] and [`message`] carry it.
//!
//! ```
//! use raaderum::present::run::{Run, Step};
//! use raaderum::present::show::{Command, Phase, Show};
//!
//! let step = Step { question: "What does it cost?".into(), hidden: vec![], ..Step::of("v=2&place=silkeborg".into()) };
//! let run = Run { title: "A question".into(), about: String::new(), steps: vec![step.clone(), step] };
//! let mut show = Show::begin(run).expect("it has a step");
//! show.apply(Command::Next);
//! assert_eq!((show.step_index(), show.phase()), (1, Phase::Question));
//! ```

pub mod figure;
pub mod file;
pub mod kept;
pub mod keys;
pub mod message;
pub mod part;
pub mod run;
pub mod shipped;
pub mod show;
pub mod timer;
