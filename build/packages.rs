//! Packages: levers that any place can begin with.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Value;

use super::Files;
use super::cases::{Case, link_value};
use super::levers::Lever;
use super::problems::{Place as At, Problems};
use super::read;
use super::texts::{self, Localized};

const FILE: &str = "static/data/packages.toml";

/// One package.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Package {
    pub id: String,
    pub name: Localized,
    /// What it sets, in a line.
    pub summary: Localized,
    /// Levers as a link would set them.
    #[serde(default)]
    set: BTreeMap<String, Value>,
}

impl Package {
    /// Keys and values as a link has them.
    pub fn settings(&self) -> impl Iterator<Item = (&str, String)> {
        self.set.iter().map(|(key, value)| (key.as_str(), link_value(value)))
    }
}

/// Reads the packages.
pub fn read(
    files: &Files,
    codes: &[&str],
    groups: &[String],
    levers: &[Lever],
    cases: &[Case],
    problems: &mut Problems,
) -> Vec<Package> {
    let packages: Vec<Package> = read::entries(files, FILE, "package", "id", problems);
    // One list on the page offers packages and cases.
    problems.check_ids(FILE, packages.iter().map(|p| &*p.id).chain(cases.iter().map(|c| &*c.id)));
    for (index, package) in packages.iter().enumerate() {
        let at = At { file: FILE, entry: &package.id };
        texts::check(at, "name", &package.name, codes, &[], problems);
        texts::check(at, "summary", &package.summary, codes, &[], problems);
        problems.require(package.set.is_empty() == (index == 0), at, || {
            "the first package sets nothing, every other one something".into()
        });
        for (key, value) in &package.set {
            let (name, group) = key.split_once('.').map_or((&**key, None), |(name, id)| (name, Some(id)));
            let known = group.is_none_or(|id| groups.iter().any(|group| group == id));
            let lever = levers.iter().find(|l| known && l.key == name && l.per_group == group.is_some());
            let accepted = lever.map_or_else(|| Err("no such lever".into()), |lever| lever.accepts(value));
            if let Err(reason) = accepted {
                problems.add(at, format!("{key} = {value}: {reason}"));
            }
        }
    }
    packages
}
