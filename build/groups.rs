//! Target groups: each a row with its own figures.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Files;
use super::parameters::{Figure, Kind};
use super::problems::{Place, Problems};
use super::read;
use super::texts::{self, Localized, Source};

/// Where the groups stand.
pub const FILE: &str = "static/data/groups.toml";

/// One target group.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    pub id: String,
    pub guaranteed: bool,
    pub may_have_mentor: bool,
    pub may_have_coordinator: bool,
    /// The law since which nobody new comes.
    pub closed_since: Option<String>,
    /// The law since which its members have a duty to work for the benefit.
    pub work_duty_since: Option<String>,
    /// The caseworkers' union's guideline, from and to.
    pub guideline: Option<[f64; 2]>,
    /// Where the guideline stands.
    pub guideline_source: Option<Source>,
    /// As a heading: "Forsikrede ledige".
    pub name: Localized,
    /// Within a sentence: "forsikrede ledige".
    pub people: Localized,
    /// What it was called before.
    pub former: Option<Former>,
    pub figure: BTreeMap<String, Figure>,
}

/// The name of a group under earlier law.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Former {
    /// The law that renamed it.
    pub until: String,
    pub name: Localized,
    pub people: Localized,
}

/// Reads the groups and checks that each has a figure of every kind.
pub fn read(files: &Files, codes: &[&str], kinds: &[Kind], problems: &mut Problems) -> Vec<Group> {
    let groups: Vec<Group> = read::entries(files, FILE, "group", "id", problems);
    problems.check_ids(FILE, groups.iter().map(|g| g.id.as_str()));
    for group in &groups {
        let at = Place { file: FILE, entry: &group.id };
        texts::check(at, "name", &group.name, codes, &[], problems);
        texts::check(at, "people", &group.people, codes, &[], problems);
        if let Some(former) = &group.former {
            texts::check(at, "former name", &former.name, codes, &[], problems);
            texts::check(at, "former people", &former.people, codes, &[], problems);
        }
        check_guideline(at, group, problems);
        if let Some(source) = &group.guideline_source {
            texts::check_source(at, source, codes, problems);
        }
        for kind in kinds.iter().filter(|k| !group.figure.contains_key(&k.kind)) {
            problems.add(at, format!("has no figure {}", kind.kind));
        }
        for key in group.figure.keys().filter(|key| !kinds.iter().any(|k| k.kind == **key)) {
            problems.add(at, format!("figure {key} is unknown: no such kind in group_parameters.toml"));
        }
        check_weights(at, group, problems);
    }
    groups
}

fn check_guideline(at: Place, group: &Group, problems: &mut Problems) {
    if let Some([from, to]) = group.guideline {
        problems.require(0.0 < from && from <= to, at, || format!("guideline {from} to {to} is no range"));
    }
    problems.require(group.guideline.is_some() == group.guideline_source.is_some(), at, || {
        "guideline and guideline_source stand together or not at all".into()
    });
}

/// Every exit leads somewhere: the model divides by the sum of the shares.
fn check_weights(at: Place, group: &Group, problems: &mut Problems) {
    let weights = group.figure.iter().filter(|(kind, _)| kind.starts_with("weight_"));
    let sum: f64 = weights.map(|(_, figure)| figure.central).sum();
    problems.require((sum - 1.0).abs() < 0.005, at, || format!("the weights sum to {sum:.3}, not 1"));
}
