//! The product's table: which columns it has, and its rows.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::figures::{Figures, fold};

/// The text of each public table, by the table's name.
pub type Files = BTreeMap<String, String>;

/// What the columns are.
#[derive(Deserialize)]
pub struct About {
    column: Vec<Column>,
}

/// One column: what of which public table, and from when to when.
#[derive(Deserialize)]
pub struct Column {
    id: String,
    table: String,
    of: Option<String>,
    period: [String; 2],
}

impl About {
    /// Reads `municipalities.toml`.
    pub fn read(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error| format!("municipalities.toml: {error}"))
    }

    /// The public tables.
    pub fn tables(&self) -> BTreeSet<&str> {
        self.column.iter().map(|column| column.table.as_str()).collect()
    }

    /// A line for each table: file, address, and the body of the request; tabs between. Statistics Denmark needs no body.
    pub fn requests(&self) -> String {
        let line = |table: &&str| {
            let columns: Vec<&Column> = self.column.iter().filter(|column| column.table == *table).collect();
            let months: BTreeSet<String> = columns.iter().flat_map(|column| column.all_months()).collect();
            let months: Vec<&str> = months.iter().map(String::as_str).collect();
            match table.starts_with('y') {
                true => format!(
                    "{table}.csv\thttps://api.jobindsats.dk/v2/data/{table}/csv\t{{\"area\":\"*\",\"period\":[\"{}\"]}}\n",
                    months.join("\",\"")
                ),
                false => format!(
                    "{table}.csv\thttps://api.statbank.dk/v1/data/{table}/BULK?lang=da&OMR%C3%85DE=*&Tid={}\t\n",
                    months.join(",")
                ),
            }
        };
        self.tables().iter().map(line).collect()
    }
}

impl Column {
    /// Whether a period lies within those the mean is of: `2026M07`, `2026K1`.
    pub fn is_of(&self, period: &str) -> bool {
        let [from, to] = &self.period;
        period.len() == from.len() && (from.as_str()..=to.as_str()).contains(&period)
    }

    /// Whether a row with these labels, beside area and period, is one of the column's: totals but for the one asked for.
    pub fn takes(&self, labels: &[&str]) -> bool {
        let asked = |label: &str| self.of.as_ref().is_some_and(|of| fold(of) == fold(label));
        let total = |label: &str| {
            let label = fold(label);
            label == "tot"
                || label == "total"
                || label.split(' ').collect::<Vec<_>>().ends_with(&["i", "alt"])
        };
        let found = labels.iter().filter(|label| asked(label)).count();
        found == usize::from(self.of.is_some()) && labels.iter().all(|label| asked(label) || total(label))
    }

    /// Over how many periods the mean is.
    pub fn months(&self) -> usize {
        self.all_months().count()
    }

    fn all_months(&self) -> impl Iterator<Item = String> {
        let parts = |text: &str| Some((text.get(..4)?.parse().ok()?, text.get(5..)?.parse().ok()?));
        let letter = self.period[0].get(4..5).unwrap_or_default().to_owned();
        let [from, to]: [(u32, u32); 2] = [0, 1].map(|end| parts(&self.period[end]).unwrap_or_default());
        let (a_year, width) = if letter == "M" { (12, 2) } else { (4, 1) };
        let number = move |(year, part): (u32, u32)| year * a_year + part.saturating_sub(1);
        (number(from)..=number(to))
            .map(move |at| format!("{}{letter}{:0width$}", at / a_year, at % a_year + 1))
    }
}

/// The table with the codes and names of the present one and the figures of the files; or everything that is wrong.
pub fn make(about: &About, present: &str, files: &Files) -> Result<String, Vec<String>> {
    let mut problems = Vec::new();
    let mut figures = BTreeMap::new();
    for name in about.tables() {
        match files
            .get(name)
            .ok_or_else(|| format!("{name}: is missing"))
            .and_then(|text| Figures::read(name, text))
        {
            Ok(read) => drop(figures.insert(name, read)),
            Err(problem) => problems.push(problem),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut out =
        format!("code,name,{}\n", about.column.iter().map(|c| &*c.id).collect::<Vec<_>>().join(","));
    for (code, name) in present.lines().skip(1).filter_map(|line| {
        let mut fields = line.split(',');
        Some((fields.next()?, fields.next()?))
    }) {
        out.push_str(&format!("{code},{name}"));
        for (at, column) in about.column.iter().enumerate() {
            match figures[column.table.as_str()].mean(column, name) {
                Ok(None) if at == 0 => problems.push(format!("{}: {name} has no figure", column.table)),
                Ok(value) => {
                    out.push_str(&format!(",{}", value.map(|people| people.to_string()).unwrap_or_default()))
                }
                Err(problem) => problems.push(problem),
            }
        }
        out.push('\n');
    }
    if problems.is_empty() { Ok(out) } else { Err(problems) }
}
