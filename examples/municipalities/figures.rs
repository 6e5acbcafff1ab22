//! The figures of a public table's file, one a row: Statistics Denmark's BULK (`OMRÅDE;…;TID;INDHOLD`) and the CSV of
//! Jobindsats.dk (`Område;Periode;…`).

use super::table::Column;

// Names are compared as in a visitor's own file.
#[path = "../../src/scenario/own/fold.rs"]
mod fold;

pub use fold::fold;

const AREA: &str = "omrade";
const TIMES: [&str; 2] = ["tid", "periode"];

/// A file's rows below its headings.
pub struct Figures<'a> {
    name: &'a str,
    heads: Vec<String>,
    rows: Vec<Vec<&'a str>>,
}

impl<'a> Figures<'a> {
    /// Reads a file; what stands above its headings is passed over.
    pub fn read(name: &'a str, text: &'a str) -> Result<Self, String> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut lines = text.lines().map(fields).filter(|row| row.len() >= 3);
        let heads = lines.find(|row| row.iter().any(|head| fold(head) == AREA));
        let heads = heads.ok_or_else(|| format!("{name}: no row of headings has OMRÅDE or Område"))?;
        let heads: Vec<String> = heads.iter().map(|head| fold(head)).collect();
        let rows: Vec<Vec<&str>> = lines.collect();
        if let Some(row) = rows.iter().find(|row| row.len() != heads.len()) {
            return Err(format!("{name}: {} has {} fields, not {}", row.join(";"), row.len(), heads.len()));
        }
        Ok(Self { name, heads, rows })
    }

    /// The mean over the column's months for an area; `None` where the source withholds most of them, or the area is not
    /// there at all.
    pub fn mean(&self, column: &Column, area: &str) -> Result<Option<u32>, String> {
        let time = self.heads.iter().position(|head| TIMES.contains(&head.as_str()));
        let time = time.ok_or_else(|| format!("{}: no column TID or Periode", self.name))?;
        let place = self.heads.iter().position(|head| head == AREA).unwrap_or_default();
        let last = self.heads.len() - 1;
        let others: Vec<usize> = (0..last).filter(|at| *at != time && *at != place).collect();
        let (mut known, mut months) = (Vec::new(), 0);
        for row in self.rows.iter().filter(|row| same(row[place], area) && column.is_of(row[time])) {
            if !column.takes(&others.iter().map(|at| row[*at]).collect::<Vec<_>>()) {
                continue;
            }
            months += 1;
            let found = figure(row[last]);
            known.extend(
                found.map_err(|text| format!("{}: {area}, {}: {text} is no number", self.name, row[time]))?,
            );
        }
        if months > column.months() {
            return Err(format!("{}: {area}: {months} figures for {} periods", self.name, column.months()));
        }
        // A mean of the few months that a small figure was large enough to be told would be too high.
        let enough = known.len() * 2 > column.months();
        Ok(enough.then(|| (known.iter().sum::<f64>() / known.len() as f64).round() as u32))
    }
}

fn fields(line: &str) -> Vec<&str> {
    line.split(';').map(|field| field.trim().trim_matches('"')).collect()
}

fn same(found: &str, area: &str) -> bool {
    let found = fold(found);
    found == fold(area) || found.strip_suffix(" kommune") == Some(&fold(area))
}

/// A number with Danish or English signs; `None` for one that is withheld.
fn figure(text: &str) -> Result<Option<f64>, &str> {
    if ["", ".", "..", "-", "*"].contains(&text) {
        return Ok(None);
    }
    let thousands = |text: &str| text.split('.').skip(1).all(|part| part.len() == 3);
    let plain = match (text.contains(','), thousands(text)) {
        (true, _) => text.replace('.', "").replace(',', "."),
        (false, true) => text.replace('.', ""),
        (false, false) => text.to_owned(),
    };
    let value: f64 = plain.parse().map_err(|_| text)?;
    if value >= 0.0 && value.is_finite() { Ok(Some(value)) } else { Err(text) }
}
