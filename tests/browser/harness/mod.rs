//! What a test in a real browser stands on: a server for the built site, a browser, and a page in it.
//!
//! ```text
//! let site = Site::start("/");             // serves dist/, remembers what was asked for
//! let browser = Browser::start();          // Chromium by chromedriver; both end when it is dropped
//! let browser = Browser::of(Kind::WebKit); // or another; what is Chromium's own says so
//! let page = Page::open(&browser, &site, "place=silkeborg");
//! page.press("caseload.activity_ready", LEFT, 5);
//! ```
//!
//! Whatever goes wrong here is a panic with a plain message, because it ends the test.

mod browser;
mod driver;
mod files;
mod kind;
mod load;
mod page;
mod site;

pub use browser::Browser;
pub use kind::Kind;
pub use page::{ENTER, LEFT, Page, RIGHT, View};
pub use site::{Fault, Site};
