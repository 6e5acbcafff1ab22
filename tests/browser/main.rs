//! The built page in a real browser, used as a visitor uses it. `script/test` builds the site and runs these.

mod explore;
mod harness;
mod links;
mod pictures;
