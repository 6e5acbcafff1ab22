//! The figures of a file, whatever its layout: one cell for each area, benefit and quarter.

use std::collections::{BTreeMap, BTreeSet};

use super::Problem;
use super::names;

/// More cells than this are not of the table.
const MOST_CELLS: usize = 4_000_000;
/// More names of one kind than this are not of the table.
const MOST_NAMES: usize = 2000;

/// One figure.
#[derive(Clone, Copy, Debug)]
pub struct Cell {
    /// Which area.
    pub area: u16,
    /// Which benefit.
    pub benefit: u16,
    /// Which quarter.
    pub period: u16,
    /// The row it stands in.
    pub row: u32,
    /// Full-time recipients; `None` where the file says that they are not known.
    pub value: Option<f64>,
}

/// What a name is a name of.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// An area.
    Area,
    /// A benefit.
    Benefit,
    /// A quarter.
    Period,
}

#[derive(Default)]
struct Names {
    list: Vec<String>,
    by_name: BTreeMap<String, u16>,
}

/// All figures of both sexes and all ages.
#[derive(Default)]
pub struct Table {
    names: [Names; 3],
    cells: Vec<Cell>,
    /// Whether the file has no column of areas.
    pub no_area: bool,
}

impl Table {
    /// A table without figures.
    pub fn new(no_area: bool) -> Self {
        Self { no_area, ..Self::default() }
    }

    /// The number of a name, new or known.
    fn number(&mut self, kind: Kind, name: &str, row: usize) -> Result<u16, Problem> {
        let names = &mut self.names[kind as usize];
        if let Some(number) = names.by_name.get(name) {
            return Ok(*number);
        }
        let number = u16::try_from(names.list.len()).ok().filter(|_| names.list.len() < MOST_NAMES);
        let number = number.ok_or(Problem::TooMany { row })?;
        names.list.push(name.to_owned());
        names.by_name.insert(name.to_owned(), number);
        Ok(number)
    }

    /// Adds a figure of an area, a benefit and a quarter.
    pub fn push(&mut self, names: [&str; 3], row: usize, value: Option<f64>) -> Result<(), Problem> {
        if self.cells.len() == MOST_CELLS {
            return Err(Problem::TooMany { row });
        }
        let [area, benefit, period] = names;
        let cell = Cell {
            area: self.number(Kind::Area, area, row)?,
            benefit: self.number(Kind::Benefit, benefit, row)?,
            period: self.number(Kind::Period, period, row)?,
            row: u32::try_from(row).unwrap_or(u32::MAX),
            value,
        };
        self.cells.push(cell);
        Ok(())
    }

    /// Every name of a kind, by its number.
    pub fn names(&self, kind: Kind) -> impl Iterator<Item = &str> {
        self.names[kind as usize].list.iter().map(String::as_str)
    }

    /// The name with this number.
    pub fn name(&self, kind: Kind, number: usize) -> &str {
        self.names[kind as usize].list.get(number).map_or("", String::as_str)
    }

    /// The number of a name.
    pub fn index(&self, kind: Kind, name: &str) -> Option<usize> {
        self.names[kind as usize].by_name.get(name).map(|number| usize::from(*number))
    }

    /// The areas that are places, in the order of the file.
    pub fn area_names(&self) -> Vec<String> {
        let is_place = |name: &&str| names::area(name).is_none_or(|spec| spec.place.is_some());
        self.names(Kind::Area).filter(is_place).map(str::to_owned).collect()
    }

    /// The figures of one area and quarter.
    pub fn of(&self, area: usize, period: usize) -> impl Iterator<Item = &Cell> {
        let same = move |cell: &&Cell| (usize::from(cell.area), usize::from(cell.period)) == (area, period);
        self.cells.iter().filter(same)
    }

    /// The quarters in which an area has a figure.
    pub fn periods(&self, area: usize) -> BTreeSet<usize> {
        let there = |cell: &&Cell| usize::from(cell.area) == area && cell.value.is_some();
        self.cells.iter().filter(there).map(|cell| usize::from(cell.period)).collect()
    }

    /// Whether there is any figure.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }
}

/// A figure as the table writes it: digits, `-` for none, dots or nothing for not known; else `None`.
pub fn figure(text: &str) -> Option<Option<f64>> {
    match text {
        "" | "." | ".." | "..." | "…" => Some(None),
        "-" | "–" => Some(Some(0.0)),
        // A country of six million has no figure of ten digits.
        _ if text.len() > 9 || !text.bytes().all(|byte| byte.is_ascii_digit()) => None,
        _ => text.parse::<u32>().ok().map(|count| Some(f64::from(count))),
    }
}
