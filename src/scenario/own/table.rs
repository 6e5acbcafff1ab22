//! The figures of a file, whatever its layout: one cell for each area, benefit and quarter.

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

/// Names, each once, in the order in which they came.
#[derive(Default)]
pub struct Names {
    list: Vec<String>,
    /// Their places in the list, by name.
    sorted: Vec<u16>,
}

impl Names {
    /// The place of a name, new or known.
    pub fn number(&mut self, name: &str, row: usize) -> Result<u16, Problem> {
        self.find(name).or_else(|at| {
            let number = u16::try_from(self.list.len()).ok().filter(|_| self.list.len() < MOST_NAMES);
            let number = number.ok_or(Problem::TooMany { row })?;
            self.list.push(name.to_owned());
            self.sorted.insert(at, number);
            Ok(number)
        })
    }

    /// The place of a name, or where it would stand among the sorted ones.
    fn find(&self, name: &str) -> Result<u16, usize> {
        let found = self.sorted.binary_search_by(|place| self.list[usize::from(*place)].as_str().cmp(name));
        found.map(|at| self.sorted[at])
    }

    /// Every name.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.list.iter().map(String::as_str)
    }
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

    /// Adds a figure of an area, a benefit and a quarter.
    pub fn push(&mut self, names: [&str; 3], row: usize, value: Option<f64>) -> Result<(), Problem> {
        if self.cells.len() == MOST_CELLS {
            return Err(Problem::TooMany { row });
        }
        let [area, benefit, period] = names;
        let cell = Cell {
            area: self.names[Kind::Area as usize].number(area, row)?,
            benefit: self.names[Kind::Benefit as usize].number(benefit, row)?,
            period: self.names[Kind::Period as usize].number(period, row)?,
            row: u32::try_from(row).unwrap_or(u32::MAX),
            value,
        };
        self.cells.push(cell);
        Ok(())
    }

    /// Every name of a kind, by its number.
    pub fn names(&self, kind: Kind) -> impl Iterator<Item = &str> {
        self.names[kind as usize].iter()
    }

    /// The name with this number.
    pub fn name(&self, kind: Kind, number: usize) -> &str {
        self.names[kind as usize].list.get(number).map_or("", String::as_str)
    }

    /// The number of a name.
    pub fn index(&self, kind: Kind, name: &str) -> Option<usize> {
        self.names[kind as usize].find(name).ok().map(usize::from)
    }

    /// The areas that are places, in the order of the file.
    pub fn area_names(&self) -> Vec<String> {
        let is_place = |name: &&str| names::area(name) != Some(names::Area::NoPlace);
        self.names(Kind::Area).filter(is_place).map(str::to_owned).collect()
    }

    /// The figures of one area and quarter.
    pub fn of(&self, area: usize, period: usize) -> impl Iterator<Item = &Cell> {
        let same = move |cell: &&Cell| (usize::from(cell.area), usize::from(cell.period)) == (area, period);
        self.cells.iter().filter(same)
    }

    /// The quarters in which an area has a figure, each once.
    pub fn periods(&self, area: usize) -> Vec<usize> {
        let mut there = vec![false; self.names[Kind::Period as usize].list.len()];
        for cell in self.cells.iter().filter(|cell| usize::from(cell.area) == area && cell.value.is_some()) {
            there[usize::from(cell.period)] = true;
        }
        (0..there.len()).filter(|period| there[*period]).collect()
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
