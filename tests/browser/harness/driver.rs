//! A driver: the program that speaks WebDriver on a port and starts the browser.

use super::Kind;
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use std::{env, thread};

/// So often a driver is started anew: several that start at the same moment may choose the same free port, and all
/// but one of them give up.
const MOST_STARTS: usize = 5;

/// A running driver, which ends with this.
pub struct Driver {
    process: Child,
    port: u16,
    /// Ends after the driver, whose browser is on it.
    _screen: Option<Screen>,
}

impl Driver {
    /// Starts the driver of a browser on a free port.
    pub fn start(kind: Kind) -> Self {
        // Chromium and Firefox need no screen.
        let screen = (kind == Kind::WebKit).then(Screen::start);
        let started = (0..MOST_STARTS).find_map(|_| start(kind, screen.as_ref()));
        let (process, port) = started.unwrap_or_else(|| panic!("{} starts on no port", kind.driver()));
        Self { process, port, _screen: screen }
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A driver and its port; `None` if it gave up.
fn start(kind: Kind, screen: Option<&Screen>) -> Option<(Child, u16)> {
    let name = kind.driver();
    let wanted = if kind.before_port().is_some() { 0 } else { unused_port() };
    let mut command = Command::new(&name);
    command.arg(format!("--port={wanted}")).stdin(Stdio::null()).stderr(Stdio::null());
    if let Some(screen) = screen {
        // Its sandbox does not work for root, and there is nothing but the built site to be kept from.
        command.env("DISPLAY", &screen.name).env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
        command.env_remove("WAYLAND_DISPLAY");
    }
    let output = if kind.before_port().is_some() { Stdio::piped() } else { Stdio::null() };
    let started = command.stdout(output).spawn();
    let mut process =
        started.unwrap_or_else(|why| panic!("cannot start {name} ({why}): run script/setup test first"));
    let port = match kind.before_port() {
        Some(before) => read_port(&mut process, before),
        None => answers(&mut process, wanted).then_some(wanted),
    };
    if port.is_none() {
        let _ = process.kill();
        let _ = process.wait();
    }
    Some((process, port?))
}

/// The driver tells its port in its first lines.
fn read_port(process: &mut Child, before: &str) -> Option<u16> {
    let output = process.stdout.take().expect("the output was asked for");
    let mut lines = BufReader::new(output).lines().map_while(Result::ok);
    let port = lines.find_map(|line| line.split_once(before)?.1.trim_end_matches('.').parse().ok())?;
    // Nobody reads the rest, but a full pipe would stop the driver.
    thread::spawn(move || lines.for_each(drop));
    Some(port)
}

/// A port that is free now, and given to nobody else in these tests.
fn unused_port() -> u16 {
    static GIVEN: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    loop {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("a listener has an address").port();
        if GIVEN.lock().unwrap_or_else(PoisonError::into_inner).insert(port) {
            return port;
        }
    }
}

/// Waits until a driver listens; false if it ends instead.
fn answers(process: &mut Child, port: u16) -> bool {
    for _ in 0..500 {
        if !matches!(process.try_wait(), Ok(None)) {
            return false;
        }
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return true;
        }
        thread::sleep(Duration::from_millis(20));
    }
    false
}

/// A screen that nobody sees, which ends with this.
struct Screen {
    process: Child,
    /// As DISPLAY names it.
    name: String,
}

impl Screen {
    fn start() -> Self {
        let size = ["-screen", "0", "1400x1000x24"];
        let program = env::var("XVFB").unwrap_or_else(|_| "Xvfb".into());
        let mut process = Command::new(&program)
            .args(["-displayfd", "1", "-nolisten", "tcp"])
            .args(size)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|why| panic!("cannot start {program} ({why}): run script/setup test first"));
        let mut number = String::new();
        let output = process.stdout.take().expect("the output was asked for");
        BufReader::new(output).read_line(&mut number).expect("the screen tells its number");
        Self { process, name: format!(":{}", number.trim()) }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
