//! How far the surroundings have moved before: checks `history.toml` and writes its table.

use std::fmt::Write as _;

use serde::Deserialize;

use super::groups::Group;
use super::problems::{Place as At, Problems};
use super::texts::{self, Localized};
use super::{Files, read};

const FILE: &str = "static/data/history.toml";

/// What one public series of figures taught.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// The group that it counts.
    group: String,
    source: Localized,
    first: String,
    last: String,
    years: Vec<u16>,
    below: Vec<f64>,
    classes: Vec<Vec<u16>>,
    places: Vec<Place>,
    coverage: Vec<Coverage>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Place {
    id: String,
    code: u16,
    class: Option<usize>,
    widths: Vec<u16>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Coverage {
    until: String,
    years: u16,
    windows: u32,
    inside: [f64; 2],
}

/// Reads the file.
pub fn read(files: &Files, codes: &[&str], groups: &[Group], problems: &mut Problems) -> Vec<Table> {
    let tables: Vec<Table> = read::entries(files, FILE, "table", "group", problems);
    for table in &tables {
        let at = At { file: FILE, entry: &table.group };
        texts::check(at, "source", &table.source, codes, &[], problems);
        let known = groups.iter().any(|group| group.id == table.group);
        problems.require(known, at, || "there is no such group".into());
        let rising =
            table.years.first().is_some_and(|first| *first > 0) && table.years.is_sorted_by(|a, b| a < b);
        problems.require(rising, at, || format!("years {:?} are to begin above 0 and rise", table.years));
        problems.require(table.classes.len() == table.below.len() + 1, at, || {
            format!("{} ends make {} classes", table.below.len(), table.below.len() + 1)
        });
        for widths in table.classes.iter().chain(table.places.iter().map(|place| &place.widths)) {
            let whole =
                widths.len() == 2 * table.years.len() && widths.chunks(2).all(|pair| pair.is_sorted());
            problems.require(whole, at, || {
                format!(
                    "widths {widths:?} are two for each of {} years, the inner one first",
                    table.years.len()
                )
            });
        }
        problems.check_ids(FILE, table.places.iter().map(|place| place.id.as_str()));
        for place in &table.places {
            let in_class = place.class.is_none_or(|class| class < table.classes.len());
            problems
                .require(in_class, At { file: FILE, entry: &place.id }, || "there is no such class".into());
        }
        for row in &table.coverage {
            let share = row.inside.iter().all(|share| (0.0..=1.0).contains(share)) && row.inside.is_sorted();
            problems.require(share && row.windows > 0, At { file: FILE, entry: &row.until }, || {
                format!("inside {:?} are two shares, the inner band first, of windows", row.inside)
            });
        }
    }
    tables
}

/// The source of `history_data.rs`.
pub fn write(tables: &[Table], codes: &[&str], groups: &[Group]) -> String {
    let mut out =
        format!("/// Every series there is.\npub static TABLES: [TableSpec; {}] = [\n", tables.len());
    for table in tables {
        let group = groups.iter().position(|group| group.id == table.group).unwrap_or_default();
        let sources: Vec<&str> =
            codes.iter().map(|code| table.source.get(*code).map_or("", String::as_str)).collect();
        let classes: Vec<String> = table.classes.iter().map(|widths| pairs(widths)).collect();
        let _ = writeln!(
            out,
            "TableSpec {{ group: {group}, sources: &{sources:?}, first: {:?}, last: {:?}, years: &{:?}, below: &{:?}, \
             classes: &[{}], places: &[",
            table.first,
            table.last,
            table.years,
            table.below,
            classes.join(", ")
        );
        for Place { id, code, class, widths } in &table.places {
            let _ = writeln!(
                out,
                "PlaceSpec {{ id: {id:?}, code: {code}, class: {class:?}, widths: {} }},",
                pairs(widths)
            );
        }
        out.push_str("], coverage: &[\n");
        for Coverage { until, years, windows, inside } in &table.coverage {
            let _ = writeln!(
                out,
                "CoverageSpec {{ until: {until:?}, years: {years}, windows: {windows}, inside: {inside:?} }},"
            );
        }
        out.push_str("] },\n");
    }
    out.push_str("];\n");
    out
}

fn pairs(widths: &[u16]) -> String {
    let pairs: Vec<&[u16]> = widths.chunks(2).collect();
    format!("&{pairs:?}")
}
