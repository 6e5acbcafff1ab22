//! A server for the built site, as any static host would serve it.

use std::io::{self, BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::{fs, thread};

/// The built site, served on this machine until dropped.
pub struct Site {
    address: SocketAddr,
    prefix: String,
    host: Arc<Host>,
}

/// What the threads of a server share.
struct Host {
    folder: PathBuf,
    prefix: String,
    /// A script that runs in the page before all others.
    first_script: &'static str,
    /// What the files begin with that a browser may take from its own cache for ten minutes, without asking.
    cached: &'static [&'static str],
    /// What is sent with every answer besides, a line each.
    headers: Mutex<&'static str>,
    /// What is wrong with the files whose names begin and end so.
    faults: Mutex<Vec<([&'static str; 2], Fault)>>,
    requests: Mutex<Vec<String>>,
    closing: AtomicBool,
}

/// What can be wrong with a file on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The host does not have it.
    Missing,
    /// The line is cut after half of it.
    Cut,
    /// Half of it is all that the host has.
    Short,
    /// The line is cut before anything has come.
    Nothing,
}

impl Site {
    /// Serves the built site under a path that begins and ends with a slash.
    pub fn start(prefix: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
        assert!(
            folder.join("index.html").is_file(),
            "there is no built site in dist/: run script/build first"
        );
        Self::serve(folder, prefix)
    }

    /// Serves the built site with a script of the test's before the page's own: a way into the page that all browsers
    /// have. It comes as a file of the site, as the page's policy asks for.
    pub fn with_script(first_script: &'static str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
        Self::serve_with(folder, "/", first_script, &[])
    }

    /// Serves any folder.
    pub fn serve(folder: PathBuf, prefix: &str) -> Self {
        Self::serve_with(folder, prefix, "", &[])
    }

    /// Serves any folder, and lets browsers keep some files for ten minutes: those whose names begin so.
    pub fn cached(folder: PathBuf, cached: &'static [&'static str]) -> Self {
        Self::serve_with(folder, "/", "", cached)
    }

    fn serve_with(
        folder: PathBuf,
        prefix: &str,
        first_script: &'static str,
        cached: &'static [&'static str],
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("a listener has an address");
        let prefix = prefix.to_owned();
        let (requests, closing) = (Mutex::default(), AtomicBool::new(false));
        let (headers, faults) = (Mutex::default(), Mutex::default());
        let shared = prefix.clone();
        let host = Host { folder, prefix: shared, first_script, cached, headers, faults, requests, closing };
        let host = Arc::new(host);
        thread::spawn({
            let host = host.clone();
            move || accept(&listener, &host)
        });
        Self { address, prefix, host }
    }

    /// Scheme, host and port: what all requests of the page must begin with.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The address of the page.
    pub fn address(&self) -> String {
        format!("{}{}", self.origin(), self.prefix)
    }

    /// From now on every answer has these headers too, a line each.
    pub fn send(&self, headers: &'static str) {
        *self.host.headers.lock().unwrap_or_else(PoisonError::into_inner) = headers;
    }

    /// From now on something is wrong with the files that a pattern with one `*`, for a number, names: `page-*.wasm`.
    pub fn fail(&self, pattern: &'static str, fault: Fault) {
        let (beginning, ending) = pattern.split_once('*').expect("a pattern has a star");
        self.faults().push(([beginning, ending], fault));
    }

    /// From now on all is well.
    pub fn recover(&self) {
        self.faults().clear();
    }

    fn faults(&self) -> MutexGuard<'_, Vec<([&'static str; 2], Fault)>> {
        self.host.faults.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The paths that were asked for until now.
    pub fn requests(&self) -> Vec<String> {
        self.host.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.host.closing.store(true, Ordering::Relaxed);
        // Wakes the thread that waits for the next visitor.
        let _ = TcpStream::connect(self.address);
    }
}

/// One thread per connection: a browser opens some that it never uses.
fn accept(listener: &TcpListener, host: &Arc<Host>) {
    for connection in listener.incoming().map_while(Result::ok) {
        if host.closing.load(Ordering::Relaxed) {
            return;
        }
        let host = host.clone();
        // A visitor who goes away early is no failure of the server.
        thread::spawn(move || drop(host.answer(connection)));
    }
}

impl Host {
    /// Answers one request and closes the connection.
    fn answer(&self, mut connection: TcpStream) -> io::Result<()> {
        let mut lines = BufReader::new(connection.try_clone()?).lines();
        let request = lines.next().transpose()?.unwrap_or_default();
        let Some(path) = request.strip_prefix("GET ").and_then(|rest| rest.split(' ').next()) else {
            return Ok(());
        };
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).push(path.to_owned());
        for line in lines {
            if line?.is_empty() {
                break;
            }
        }
        let fault = self.fault(path);
        let found = self.find(path).filter(|_| fault != Some(Fault::Missing));
        let (status, kind, mut body) = match found {
            Some((kind, body)) => ("200 OK", kind, body),
            None => ("404 Not Found", "text/plain", Vec::new()),
        };
        if fault == Some(Fault::Nothing) {
            return Ok(());
        }
        if fault == Some(Fault::Short) {
            body.truncate(body.len() / 2);
        }
        let length = body.len();
        if fault == Some(Fault::Cut) {
            body.truncate(body.len() / 2);
        }
        write!(connection, "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n")?;
        if self.cached.iter().any(|name| self.name(path).is_some_and(|file| file.starts_with(name))) {
            write!(connection, "Cache-Control: max-age=600\r\n")?;
        }
        let headers = *self.headers.lock().unwrap_or_else(PoisonError::into_inner);
        headers.lines().try_for_each(|line| write!(connection, "{line}\r\n"))?;
        // Any host that lets its pages stand in sandboxed frames of others says this: such a frame has no origin.
        write!(connection, "Access-Control-Allow-Origin: *\r\nConnection: close\r\n\r\n")?;
        connection.write_all(&body)
    }

    /// What is wrong with what a path names.
    fn fault(&self, path: &str) -> Option<Fault> {
        let name = self.name(path)?;
        let faults = self.faults.lock().unwrap_or_else(PoisonError::into_inner);
        let is_meant = |[beginning, ending]: [&str; 2]| {
            let number = name.strip_prefix(beginning).and_then(|rest| rest.strip_suffix(ending));
            number.is_some_and(|number| {
                number.trim_end_matches("_bg").bytes().all(|byte| byte.is_ascii_hexdigit())
            })
        };
        faults.iter().find(|(pattern, _)| is_meant(*pattern)).map(|(_, fault)| *fault)
    }

    /// The file that a path names.
    fn name<'a>(&self, path: &'a str) -> Option<&'a str> {
        let path = path.split('?').next()?.strip_prefix(&self.prefix)?;
        Some(if path.is_empty() { "index.html" } else { path })
    }

    /// The type and the bytes of what a path names.
    fn find(&self, path: &str) -> Option<(&'static str, Vec<u8>)> {
        let file = Path::new(self.name(path)?);
        if file == Path::new(FIRST_SCRIPT) {
            return Some(("text/javascript", self.first_script.into()));
        }
        let inside = file.components().all(|part| matches!(part, Component::Normal(_)));
        let body = if inside { fs::read(self.folder.join(file)).ok()? } else { return None };
        Some((content_type(file), self.with_first_script(file, body)))
    }

    fn with_first_script(&self, file: &Path, body: Vec<u8>) -> Vec<u8> {
        if self.first_script.is_empty() || file != Path::new("index.html") {
            return body;
        }
        let page = String::from_utf8(body).expect("a page is text");
        page.replacen("<link", &format!("<script src=\"{FIRST_SCRIPT}\"></script><link"), 1).into_bytes()
    }
}

/// The path of a test's own script.
const FIRST_SCRIPT: &str = "first-script-of-the-test.js";

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css",
        Some("js") => "text/javascript",
        Some("wasm") => "application/wasm",
        Some("txt") => "text/plain; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}
