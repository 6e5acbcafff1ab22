//! How a file of a visitor's own numbers is read: checks `benefit_map.toml` and writes its table.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::groups::Group;
use super::places::Place;
use super::problems::{Place as At, Problems};
use super::{Files, read};

// The reader compares names in the same way.
#[path = "../src/scenario/own/fold.rs"]
mod fold;

use fold::fold;

const FILE: &str = "static/data/benefit_map.toml";
const COLUMNS: [&str; 6] = ["area", "benefit", "sex", "age", "time", "value"];

/// The headings, areas and benefits that are known.
#[derive(Default)]
pub struct Map {
    columns: Vec<Column>,
    areas: Vec<Area>,
    benefits: Vec<Benefit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Column {
    id: String,
    names: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Area {
    place: Option<String>,
    #[serde(default)]
    left_out: bool,
    names: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Benefit {
    names: Vec<String>,
    /// The last quarter in which anybody could get it, `2025K2`: a row of nobody after it is no figure of a group.
    until: Option<String>,
    share: Option<BTreeMap<String, f64>>,
    split: Option<Vec<String>>,
    #[serde(default)]
    left_out: bool,
    #[serde(default)]
    sum: bool,
}

/// Reads the map; every group has a benefit, and every name one meaning.
pub fn read_map(files: &Files, groups: &[Group], places: &[Place], problems: &mut Problems) -> Map {
    let lists = ["column", "area", "benefit"];
    let map = Map {
        columns: read::list(files, FILE, "column", &lists, problems),
        areas: read::list(files, FILE, "area", &lists, problems),
        benefits: read::list(files, FILE, "benefit", &lists, problems),
    };
    let known: Vec<&str> = map.columns.iter().map(|c| c.id.as_str()).collect();
    problems.require(known == COLUMNS, At { file: FILE, entry: "column" }, || {
        format!("the columns are {COLUMNS:?} in this order, not {known:?}")
    });
    check_names(map.columns.iter().map(|c| &c.names), problems);
    check_names(map.areas.iter().map(|a| &a.names), problems);
    check_names(map.benefits.iter().map(|b| &b.names), problems);
    for area in &map.areas {
        let at = At { file: FILE, entry: area.names.first().map_or("area", String::as_str) };
        let found = area.place.as_ref().is_some_and(|id| places.iter().any(|p| p.id == *id));
        problems.require(found != area.left_out, at, || "needs a known place, or left_out = true".into());
    }
    for benefit in &map.benefits {
        check_benefit(benefit, groups, problems);
    }
    for group in groups.iter().filter(|g| !map.benefits.iter().any(|b| b.takes_in(&g.id))) {
        problems.add(At { file: FILE, entry: &group.id }, "no benefit belongs to this group");
    }
    map
}

fn check_names<'a>(lists: impl Iterator<Item = &'a Vec<String>>, problems: &mut Problems) {
    let mut seen = BTreeSet::new();
    for names in lists {
        problems.require(!names.is_empty(), At { file: FILE, entry: "names" }, || "are missing".into());
        for name in names {
            let at = At { file: FILE, entry: name };
            problems.require(!fold(name).is_empty(), at, || "a name has letters or digits".into());
            problems.require(seen.insert(fold(name)), at, || "stands twice, so it has two meanings".into());
        }
    }
}

fn check_benefit(benefit: &Benefit, groups: &[Group], problems: &mut Problems) {
    let at = At { file: FILE, entry: benefit.names.first().map_or("benefit", String::as_str) };
    let ways = [benefit.share.is_some(), benefit.split.is_some(), benefit.left_out, benefit.sum];
    problems.require(ways.into_iter().filter(|way| *way).count() == 1, at, || {
        "needs exactly one of share, split, left_out and sum".into()
    });
    let named = benefit.share.iter().flatten().map(|(id, _)| id).chain(benefit.split.iter().flatten());
    for id in named {
        problems.require(groups.iter().any(|g| g.id == *id), at, || format!("{id}: no such group"));
    }
    let shares = || benefit.share.iter().flatten().map(|(_, share)| *share);
    let total: f64 = shares().sum();
    problems.require(shares().all(|share| share > 0.0) && total <= 1.0 + 1e-9, at, || {
        format!("the shares are above 0 and sum to at most 1, not {total}")
    });
    if let Some(until) = &benefit.until {
        problems
            .require(quarter(until).is_some(), at, || format!("until {until} is not a quarter as 2025K2"));
    }
    let none = benefit.split.as_ref().is_some_and(Vec::is_empty);
    problems.require(!none, at, || "split names no group".into());
}

/// A quarter as year and months before it.
fn quarter(text: &str) -> Option<(u16, u8)> {
    let (year, number) = text.split_once('K')?;
    let number: u8 = number.parse().ok().filter(|number| (1..=4).contains(number))?;
    Some((year.parse().ok()?, (number - 1) * 3))
}

impl Benefit {
    fn takes_in(&self, group: &str) -> bool {
        let shared = self.share.as_ref().is_some_and(|share| share.contains_key(group));
        shared || self.split.iter().flatten().any(|id| id == group)
    }

    fn takes(&self, groups: &[Group]) -> String {
        let index = |id: &String| groups.iter().position(|g| g.id == *id).unwrap_or_default();
        match (&self.share, &self.split) {
            (Some(share), _) => {
                let share: Vec<(usize, f64)> = share.iter().map(|(id, part)| (index(id), *part)).collect();
                format!("Takes::Share(&{share:?})")
            }
            (_, Some(split)) => {
                format!("Takes::Split(&{:?})", split.iter().map(index).collect::<Vec<_>>())
            }
            _ if self.sum => "Takes::Sum".into(),
            _ => "Takes::LeftOut".into(),
        }
    }
}

/// The source of `own_data.rs`: names folded, so that the reader need not.
pub fn write(map: &Map, groups: &[Group], places: &[Place]) -> String {
    let folded = |names: &[String]| names.iter().map(|name| fold(name)).collect::<Vec<_>>();
    let mut out = String::new();
    let mut table = |name: &str, kind: &str, rows: Vec<String>| {
        let rows: String = rows.iter().map(|row| format!("    {row},\n")).collect();
        out.push_str(&format!("static {name}: &[{kind}] = &[\n{rows}];\n"));
    };
    let columns = map.columns.iter().map(|c| format!("&{:?}", folded(&c.names))).collect();
    table("COLUMN_NAMES", "&[&str]", columns);
    let headings = map.columns.iter().map(|c| format!("{:?}", c.names.first().map_or("", |n| n))).collect();
    table("HEADINGS", "&str", headings);
    let areas = map.areas.iter().map(|area| {
        let place = area.place.as_ref().and_then(|id| places.iter().position(|p| p.id == *id));
        format!("AreaSpec {{ names: &{:?}, place: {place:?} }}", folded(&area.names))
    });
    table("AREAS", "AreaSpec", areas.collect());
    let benefits = map.benefits.iter().map(|benefit| {
        let until = benefit.until.as_deref().and_then(quarter);
        let takes = benefit.takes(groups);
        format!("BenefitSpec {{ names: &{:?}, takes: {takes}, until: {until:?} }}", folded(&benefit.names))
    });
    table("BENEFITS", "BenefitSpec", benefits.collect());
    out
}
