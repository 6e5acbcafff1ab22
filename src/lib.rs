//! Råderum: caseload → contact → outcome → budget of Danish job centres.
//!
//! The floors, from the ground up; no import runs upward:
//!
//! | floor | module | what lives there |
//! |---|---|---|
//! | 1 | [`model`] | the monthly cohort model: no screen, no browser, no clock, no language |
//! | 1½ | [`uncertainty`] | the model over many draws of what is not known: bands, drivers, paired differences |
//! | 2 | [`scenario`] | one scenario and its forms: link, file, export; the cases beside what they published |
//! | 2 | [`questions`] | what takes many runs: break-even, next post, policy map, why, evidence dial |
//! | 2 | `present` | runs of questions for a room, and where a room is in one |
//! | 2 | `surroundings` | how far figures have moved before, from public series; learned natively |
//! | 2 | [`words`] | languages, numbers, sentences |
//! | 2 | [`frame`] | what an embed and the article around it say to each other |
//! | 3 | [`chart`] | drawing onto any plotters backend |
//! | 4 | `command` | the command line (not for `wasm32`) |
//! | 4 | `page` | the web page (compiled for `wasm32` only) |

pub mod chart;
#[cfg(all(feature = "more", not(target_arch = "wasm32")))]
pub mod command;
pub mod frame;
#[doc(inline)]
pub use raaderum_model as model;
#[doc(inline)]
pub use raaderum_uncertainty as uncertainty;
#[cfg(target_arch = "wasm32")]
pub mod page;
#[cfg(feature = "more")]
pub mod present;
pub mod questions;
pub mod scenario;
#[cfg(feature = "more")]
pub mod surroundings;
pub mod words;
