//! The three families of browsers, and what is peculiar to each.

use serde_json::{Value, json};
use std::env;

/// One browser of each engine that there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// By chromedriver.
    Chromium,
    /// By geckodriver.
    Firefox,
    /// WebKitGTK's little browser, by WebKitWebDriver.
    WebKit,
}

/// What Chromium needs to run without a screen and, in a container, as root; and what keeps it from
/// talking to anybody but the site.
const CHROMIUM: [&str; 8] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
];

impl Kind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// As RAADERUM_BROWSERS names it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Whether it is to be tested: RAADERUM_BROWSERS may name some, else all are.
    pub fn is_asked_for(self) -> bool {
        env::var("RAADERUM_BROWSERS").map_or(true, |names| names.split(' ').any(|name| name == self.name()))
    }

    /// The program that drives it.
    pub fn driver(self) -> String {
        let (variable, usual) = match self {
            Self::Chromium => ("CHROMEDRIVER", "chromedriver"),
            Self::Firefox => ("GECKODRIVER", "geckodriver"),
            Self::WebKit => ("WEBKIT_DRIVER", "WebKitWebDriver"),
        };
        env::var(variable).ok().filter(|name| !name.is_empty()).unwrap_or_else(|| usual.into())
    }

    /// What stands before the port in the line by which the driver tells it; WebKit's tells none.
    pub fn before_port(self) -> Option<&'static str> {
        match self {
            // "Starting … on port 0" comes before "… started successfully on port 41234."
            Self::Chromium => Some("successfully on port "),
            Self::Firefox => Some("Listening on 127.0.0.1:"),
            Self::WebKit => None,
        }
    }

    /// What a session of it is asked to be.
    pub fn capabilities(self) -> Value {
        match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:chromeOptions": with_program(json!({ "args": CHROMIUM }), "CHROME"),
                "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": with_program(json!({ "args": ["-headless"] }), "FIREFOX"),
            }),
            Self::WebKit => json!({ "webkitgtk:browserOptions": { "args": ["--automation"] } }),
        }
    }
}

/// Adds the browser's own program where a variable names it.
fn with_program(mut options: Value, variable: &str) -> Value {
    if let Some(program) = env::var(variable).ok().filter(|name| !name.is_empty()) {
        options["binary"] = program.into();
    }
    options
}
