//! A browser, driven by the WebDriver protocol: JSON over HTTP.

use super::Kind;
use super::driver::Driver;
use serde_json::{Value, json};

/// How long one command may take, in seconds.
const PATIENCE: u64 = 60;

/// A browser with its driver. Both end when this is dropped.
pub struct Browser {
    /// Which one.
    pub kind: Kind,
    driver: Driver,
    /// The address of the session within the driver.
    session: String,
}

impl Browser {
    /// Starts Chromium.
    pub fn start() -> Self {
        Self::of(Kind::Chromium)
    }

    /// Starts a browser of a kind.
    pub fn of(kind: Kind) -> Self {
        // From here on dropping ends the driver, whatever happens.
        let mut browser = Self { kind, driver: Driver::start(kind), session: String::new() };
        browser.session = browser.start_session();
        browser
    }

    fn start_session(&self) -> String {
        let address = format!("{}/session", self.driver.address());
        let asked = json!({ "capabilities": { "alwaysMatch": self.kind.capabilities() } });
        let answer = self.send(minreq::post(&address), Some(asked)).unwrap_or_else(|why| panic!("{why}"));
        let session = answer["sessionId"].as_str().unwrap_or_else(|| panic!("no session: {answer}"));
        format!("{address}/{session}")
    }

    /// Has the session do something, and gives its answer.
    pub fn post(&self, what: &str, body: Value) -> Value {
        self.try_post(what, body).unwrap_or_else(|why| panic!("{why}"))
    }

    /// The same, with what the browser said if it could not.
    pub fn try_post(&self, what: &str, body: Value) -> Result<Value, String> {
        self.send(minreq::post(format!("{}/{what}", self.session)), Some(body))
    }

    /// What the session says of something.
    pub fn get(&self, what: &str) -> Value {
        self.send(minreq::get(format!("{}/{what}", self.session)), None).unwrap_or_else(|why| panic!("{why}"))
    }

    /// Ends something, as the window that is entered.
    pub fn delete(&self, what: &str) {
        let done = self.send(minreq::delete(format!("{}/{what}", self.session)), None);
        done.unwrap_or_else(|why| panic!("{why}"));
    }

    /// A command of Chromium's own protocol.
    pub fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.post("goog/cdp/execute", json!({ "cmd": command, "params": parameters }))
    }

    /// What a kind of log of Chromium's ("browser" is the console) has got since it was last read.
    pub fn log(&self, kind: &str) -> Vec<Value> {
        match self.post("se/log", json!({ "type": kind })) {
            Value::Array(entries) => entries,
            other => panic!("a log is a list, not {other}"),
        }
    }

    fn send(&self, request: minreq::Request, body: Option<Value>) -> Result<Value, String> {
        let request = match body {
            Some(body) => request.with_header("Content-Type", "application/json").with_body(body.to_string()),
            None => request,
        };
        let name = self.kind.name();
        let answer = request.with_timeout(PATIENCE).send();
        let answer = answer.unwrap_or_else(|why| panic!("the driver of {name} is gone: {why}"));
        let mut value: Value = serde_json::from_slice(answer.as_bytes()).expect("the driver speaks JSON");
        let value = value["value"].take();
        match value["error"].as_str() {
            Some(error) => {
                Err(format!("{name} could not: {error}: {}", value["message"].as_str().unwrap_or_default()))
            }
            None => Ok(value),
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Ending the session ends the browser; without one there is none yet.
        if !self.session.is_empty() {
            let _ = minreq::delete(&self.session).with_timeout(PATIENCE).send();
        }
    }
}
