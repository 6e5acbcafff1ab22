//! What is said of other people's crates is what the lock file says: those in the page, their licences, why each is there.

#![allow(clippy::expect_used, reason = "in a test a panic is the message")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use raaderum::scenario::edition::{CRATES, SOBOL_NOTICE};
use serde_json::Value;

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

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).expect("a file of the repository")
}

/// Every package of the lock file.
fn packages() -> Vec<Value> {
    let answer = Command::new(env!("CARGO"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["metadata", "--locked", "--format-version", "1"])
        .output()
        .expect("Cargo runs");
    assert!(answer.status.success(), "{}", String::from_utf8_lossy(&answer.stderr));
    let told: Value = serde_json::from_slice(&answer.stdout).expect("Cargo writes JSON");
    told["packages"].as_array().expect("a list").clone()
}

fn text<'a>(package: &'a Value, member: &str) -> &'a str {
    package[member].as_str().unwrap_or_default()
}

/// Those of the project itself come from no registry.
fn is_ours(package: &Value) -> bool {
    package["source"].is_null()
}

fn strings(list: &toml::Value) -> BTreeSet<String> {
    list.as_array().into_iter().flatten().filter_map(|one| one.as_str()).map(str::to_owned).collect()
}

#[test]
fn every_dependency_has_its_reason() {
    let (packages, told) = (packages(), read("docs/dependencies.md"));
    let first_column =
        |row: &str| row.strip_prefix("| `").and_then(|rest| Some(rest.split_once('`')?.0.to_owned()));
    let explained: BTreeSet<String> = told.lines().filter_map(first_column).collect();
    let ours = packages.iter().filter(|package| is_ours(package));
    let asked = ours.flat_map(|package| package["dependencies"].as_array().into_iter().flatten());
    let asked = asked.filter(|one| !one["source"].is_null()).map(|one| text(one, "name").to_owned());
    assert_eq!(explained, asked.collect(), "docs/dependencies.md");
    let others = packages.iter().filter(|package| !is_ours(package)).count();
    assert!(told.contains(&format!("names **{others}** crates")), "{others} in all");
    assert!(told.contains(&format!("**{}** of them are compiled into the page", CRATES.len())));
}

/// Whether an expression asks for no licence but those of a list. Of what is joined by OR, one is enough.
fn is_allowed(expression: &str, allowed: &BTreeSet<String>) -> bool {
    expression.replace('/', " OR ").split(" AND ").all(|part| {
        let part = part.trim_matches(['(', ')', ' ']);
        part.split(" OR ").any(|licence| allowed.contains(licence.trim()))
    })
}

#[test]
fn licences_and_doubled_crates_are_those_that_are_listed() {
    let rules: toml::Value = toml::from_str(&read("deny.toml")).expect("TOML");
    let allowed = strings(&rules["licenses"]["allow"]);
    let packages = packages();
    let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for package in &packages {
        let (name, licence) = (text(package, "name"), text(package, "license"));
        assert!(is_allowed(licence, &allowed), "{name} is under {licence}");
        assert!(!is_allowed("GPL-3.0-only", &allowed) && !is_allowed("MIT AND GPL-3.0-only", &allowed));
        versions.entry(name).or_default().insert(text(package, "version"));
    }
    for skipped in rules["bans"]["skip"].as_array().expect("a list") {
        let (name, version) = skipped["crate"].as_str().and_then(|one| one.split_once('@')).expect("a crate");
        assert!(
            skipped["reason"].as_str().is_some_and(|reason| !reason.is_empty()),
            "why is {name} doubled?"
        );
        assert!(versions.get_mut(name).is_some_and(|all| all.remove(version)), "{name} {version} is no more");
    }
    // A crate of machines that nothing here is built for; cargo deny does not look at it.
    versions.remove("r-efi");
    versions.retain(|_, all| all.len() > 1);
    assert!(versions.is_empty(), "in several versions, without a reason in deny.toml: {versions:?}");
}

#[test]
fn the_citation_names_the_version_and_the_licence_of_the_program() {
    let citation = read("CITATION.cff");
    let value =
        |key: &str| citation.lines().find_map(|line| line.strip_prefix(key)).expect(key).trim().to_owned();
    assert_eq!(value("version:"), env!("CARGO_PKG_VERSION"));
    assert_eq!(value("license:"), "EUPL-1.2");
    let told = packages();
    assert!(told.iter().filter(|one| is_ours(one)).all(|one| text(one, "license") == "EUPL-1.2"));
    let changes = read("CHANGELOG.md");
    let newest = changes.lines().find_map(|line| line.strip_prefix("## ")).expect("an entry");
    assert!(newest.starts_with(env!("CARGO_PKG_VERSION")), "the changelog begins with {newest}");
}
