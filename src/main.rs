//! Starts the page.

#[cfg(target_arch = "wasm32")]
fn main() {
    raaderum::page::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use std::io::Write as _;
    // The page needs a browser; whoever starts it natively is told where to find it.
    let _ = writeln!(std::io::stderr(), "the page runs in a browser: script/server builds and serves it");
    std::process::ExitCode::from(2)
}
