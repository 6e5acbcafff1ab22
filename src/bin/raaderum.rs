//! The command line: `raaderum --help`.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use raaderum::command::{Streams, run};
    use std::io;

    let mut output = io::BufWriter::new(io::stdout().lock());
    let streams = Streams { input: &mut io::stdin().lock(), output: &mut output, errors: &mut io::stderr() };
    run(std::env::args_os(), streams).into()
}

/// There is no command line in a browser.
#[cfg(target_arch = "wasm32")]
fn main() {}
