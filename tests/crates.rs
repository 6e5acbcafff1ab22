//! The list of the crates in the page is that of the lock file.

#![allow(clippy::expect_used, reason = "in a test a panic is the message")]

use std::collections::BTreeMap;
use std::process::Command;

use raaderum::scenario::edition::{CRATES, SOBOL_NOTICE};

/// The crates that are compiled into the page, as Cargo tells them.
fn told_by_cargo() -> BTreeMap<String, String> {
    let answer = Command::new(env!("CARGO"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["tree", "--locked", "--target", "wasm32-unknown-unknown", "--package", "raaderum"])
        .args(["--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}|{l}"])
        .output()
        .expect("Cargo runs");
    assert!(answer.status.success(), "{}", String::from_utf8_lossy(&answer.stderr));
    let text = String::from_utf8(answer.stdout).expect("Cargo writes UTF-8");
    let row = |line: &str| {
        let (package, licence) = line.trim_end_matches(" (*)").split_once('|')?;
        let name = package.split(' ').next()?;
        (!name.starts_with("raaderum")).then(|| (name.to_owned(), licence.to_owned()))
    };
    text.lines().filter_map(row).collect()
}

#[test]
fn every_crate_of_the_page_is_named_with_its_licence() {
    let ours: BTreeMap<String, String> =
        CRATES.iter().map(|(name, licence)| ((*name).to_owned(), (*licence).to_owned())).collect();
    assert_eq!(ours, told_by_cargo(), "static/data/crates.toml");
}

#[test]
fn the_notice_of_the_direction_numbers_is_whole() {
    assert!(SOBOL_NOTICE.starts_with("Copyright (c) 2008, Frances Y. Kuo and Stephen Joe"));
    assert!(SOBOL_NOTICE.ends_with("POSSIBILITY OF SUCH DAMAGE."), "{SOBOL_NOTICE}");
}
