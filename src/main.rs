//! The module of the page: `static/start.js` opens the page with what the library exports.

#[cfg(target_arch = "wasm32")]
use raaderum as _;

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use std::io::Write as _;
    // The page needs a browser; whoever starts it natively is told where to find it.
    let _ = writeln!(std::io::stderr(), "the page runs in a browser: script/server builds and serves it");
    std::process::ExitCode::from(2)
}
