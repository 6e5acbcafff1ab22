//! Rows and columns, written as a table, as CSV or as JSON.

use std::io::{self, Write};

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::arguments::Format;
use crate::scenario::export::Dialect;
use crate::words::text::Language;

/// One value.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A number; written with all its digits.
    Number(f64),
    /// A year, a month: never with separators.
    Count(u16),
    /// Nothing known.
    None,
}

/// One column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name, in every form.
    pub name: &'static str,
    /// Too long for a table: only in CSV and JSON.
    pub long: bool,
}

/// Rows under columns.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// What stands in each row.
    pub columns: Vec<Column>,
    /// As many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// What is said under a table; CSV and JSON are for programs, and have the rows alone.
    pub note: Option<String>,
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<u16> for Cell {
    fn from(count: u16) -> Self {
        Self::Count(count)
    }
}

impl From<f64> for Cell {
    fn from(value: f64) -> Self {
        Self::Number(value)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::None, Into::into)
    }
}

impl Sheet {
    /// An empty sheet; a name that begins with `+` is a column too long for a table.
    pub fn new(names: &[&'static str]) -> Self {
        let column = |name: &&'static str| match name.strip_prefix('+') {
            Some(name) => Column { name, long: true },
            None => Column { name, long: false },
        };
        Self { columns: names.iter().map(column).collect(), rows: Vec::new(), note: None }
    }

    /// Writes it in one of its forms.
    pub fn write(&self, format: Format, language: Language, out: &mut dyn Write) -> io::Result<()> {
        match format {
            Format::Table => self.table(language, out),
            Format::Csv => self.csv(Dialect::of_decimal(language.style().decimal), out),
            Format::Json => {
                let rows: Vec<_> =
                    self.rows.iter().map(|cells| Row { columns: &self.columns, cells }).collect();
                serde_json::to_writer_pretty(&mut *out, &rows)?;
                writeln!(out)
            }
        }
    }

    fn table(&self, language: Language, out: &mut dyn Write) -> io::Result<()> {
        let shown: Vec<usize> = (0..self.columns.len()).filter(|&i| !self.columns[i].long).collect();
        let mut lines = vec![shown.iter().map(|&i| (self.columns[i].name.to_owned(), false)).collect()];
        for row in &self.rows {
            lines.push(shown.iter().map(|&i| row[i].told(language)).collect());
        }
        write_aligned(&lines, out)?;
        self.note.as_ref().map_or(Ok(()), |note| writeln!(out, "{note}"))
    }

    fn csv(&self, dialect: Dialect, out: &mut dyn Write) -> io::Result<()> {
        let separator = dialect.separator().to_string();
        let names: Vec<_> = self.columns.iter().map(|column| column.name).collect();
        writeln!(out, "{}{}", dialect.mark(), names.join(&separator))?;
        for row in &self.rows {
            let cells: Vec<_> = row.iter().map(|cell| cell.quoted(dialect)).collect();
            writeln!(out, "{}", cells.join(&separator))?;
        }
        Ok(())
    }
}

/// Writes lines in columns; a cell that is marked stands to the right.
pub fn write_aligned(lines: &[Vec<(String, bool)>], out: &mut dyn Write) -> io::Result<()> {
    let mut widths = Vec::new();
    for line in lines {
        widths.resize(line.len().max(widths.len()), 0);
        for (width, (text, _)) in widths.iter_mut().zip(line) {
            *width = text.chars().count().max(*width);
        }
    }
    for line in lines {
        let mut written = String::new();
        for ((text, right), width) in line.iter().zip(&widths) {
            let space = " ".repeat(width - text.chars().count());
            let (before, after) = if *right { (space.as_str(), "") } else { ("", space.as_str()) };
            written.extend([before, text, after, "  "]);
        }
        writeln!(out, "{}", written.trim_end())?;
    }
    Ok(())
}

impl Cell {
    fn told(&self, language: Language) -> (String, bool) {
        match self {
            Self::Text(text) => (text.clone(), false),
            Self::Number(value) => (language.exact(*value), true),
            Self::Count(count) => (count.to_string(), true),
            Self::None => ("–".to_owned(), true),
        }
    }

    fn quoted(&self, dialect: Dialect) -> String {
        match self {
            Self::Text(text) if text.contains([dialect.separator(), '"', '\n']) => {
                format!("\"{}\"", text.replace('"', "\"\""))
            }
            Self::Text(text) => text.clone(),
            Self::Number(value) => dialect.number(&value.to_string()),
            Self::Count(count) => count.to_string(),
            Self::None => String::new(),
        }
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(value) => serializer.serialize_f64(*value),
            Self::Count(count) => serializer.serialize_u16(*count),
            Self::None => serializer.serialize_none(),
        }
    }
}

struct Row<'a> {
    columns: &'a [Column],
    cells: &'a [Cell],
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.columns.len()))?;
        for (column, cell) in self.columns.iter().zip(self.cells) {
            map.serialize_entry(column.name, cell)?;
        }
        map.end()
    }
}
