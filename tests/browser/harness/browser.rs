//! A browser, driven by the WebDriver protocol: JSON over HTTP.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::{env, thread};

/// How long one command may take, in seconds.
const PATIENCE: u64 = 60;

/// What Chromium needs to run without a screen and, in a container, as root; and what keeps it from
/// talking to anybody but the site.
const FLAGS: [&str; 8] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
];

/// Chromium with its driver. Both end when this is dropped.
pub struct Browser {
    driver: Child,
    /// The address of the driver.
    driver_address: String,
    /// The address of the session within the driver.
    session: String,
}

impl Browser {
    /// Starts chromedriver on a free port, and Chromium by it.
    pub fn start() -> Self {
        // Several drivers that start at the same moment may choose the same free port: all but one give up.
        let started = (0..MOST_STARTS).find_map(|_| start_driver());
        let (driver, port) = started.expect("chromedriver starts and names its port");
        let driver_address = format!("http://127.0.0.1:{port}");
        // From here on dropping ends the driver, whatever happens.
        let mut browser = Self { driver, session: String::new(), driver_address };
        browser.session = browser.start_session();
        browser
    }

    fn start_session(&self) -> String {
        let mut options = json!({ "args": FLAGS });
        if let Ok(chrome) = env::var("CHROME") {
            options["binary"] = chrome.into();
        }
        let always = json!({
            "browserName": "chrome",
            "goog:chromeOptions": options,
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        });
        let address = format!("{}/session", self.driver_address);
        let answer = send(minreq::post(&address), Some(json!({ "capabilities": { "alwaysMatch": always } })));
        let session = answer["sessionId"].as_str().unwrap_or_else(|| panic!("no session: {answer}"));
        format!("{address}/{session}")
    }

    /// Has the session do something, and gives its answer.
    pub fn post(&self, what: &str, body: Value) -> Value {
        send(minreq::post(format!("{}/{what}", self.session)), Some(body))
    }

    /// A command of Chromium's own protocol.
    pub fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.post("goog/cdp/execute", json!({ "cmd": command, "params": parameters }))
    }

    /// What a kind of log ("browser" is the console) has got since it was last read.
    pub fn log(&self, kind: &str) -> Vec<Value> {
        match self.post("se/log", json!({ "type": kind })) {
            Value::Array(entries) => entries,
            other => panic!("a log is a list, not {other}"),
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Ending the session ends the browser; without one there is none yet.
        if !self.session.is_empty() {
            let _ = minreq::delete(&self.session).with_timeout(PATIENCE).send();
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// So often a driver is started anew.
const MOST_STARTS: usize = 5;

/// A driver and its port; `None` if it gave up.
fn start_driver() -> Option<(Child, u16)> {
    let name = env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".into());
    let mut driver = Command::new(&name)
        .arg("--port=0")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|why| panic!("cannot start {name} ({why}): run script/setup test first"));
    let port = read_port(&mut driver);
    if port.is_none() {
        let _ = driver.wait();
    }
    Some((driver, port?))
}

/// The driver tells its port in its first lines.
fn read_port(driver: &mut Child) -> Option<u16> {
    let output = driver.stdout.take().expect("the output was asked for");
    let mut lines = BufReader::new(output).lines().map_while(Result::ok);
    // "Starting … on port 0" comes before "… started successfully on port 41234."
    let port = lines
        .find_map(|line| line.split_once("successfully on port ")?.1.trim_end_matches('.').parse().ok())?;
    // Nobody reads the rest, but a full pipe would stop the driver.
    thread::spawn(move || lines.for_each(drop));
    Some(port)
}

fn send(request: minreq::Request, body: Option<Value>) -> Value {
    let request = match body {
        Some(body) => request.with_header("Content-Type", "application/json").with_body(body.to_string()),
        None => request,
    };
    let answer =
        request.with_timeout(PATIENCE).send().unwrap_or_else(|why| panic!("the driver is gone: {why}"));
    let mut value: Value = serde_json::from_slice(answer.as_bytes()).expect("the driver speaks JSON");
    let value = value["value"].take();
    if let Some(error) = value["error"].as_str() {
        panic!("the browser could not: {error}: {}", value["message"].as_str().unwrap_or_default());
    }
    value
}
