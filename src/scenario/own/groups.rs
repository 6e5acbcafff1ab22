//! From benefits to the model's groups.

use super::names::{self, Area, Takes};
use super::table::{Cell, Kind, Table};
use super::{Note, OwnPlace, Problem};
use crate::model::place::Place;
use crate::model::tables::{Basis, GROUP_COUNT, PLACES, PlaceSpec};

/// Fewer inhabitants than the smallest municipality has, and the step of an estimate.
const LEAST_PEOPLE: f64 = 1000.0;
const PEOPLE_STEP: f64 = 100.0;

/// The shipped place that an area is, with its place in the table.
type Known = Option<(usize, &'static PlaceSpec)>;

/// Persons per group so far, and where they come from.
#[derive(Default)]
struct Sorted {
    stock: [f64; GROUP_COUNT],
    basis: [Option<Basis>; GROUP_COUNT],
    split: Vec<(String, f64, &'static [usize])>,
    notes: Vec<Note>,
}

/// The place of one area and quarter.
pub fn place(table: &Table, area: usize, period: usize) -> Result<OwnPlace, Problem> {
    let cells = once(table, area, period)?;
    let name = table.name(Kind::Area, area);
    let known: Known = match names::area(name) {
        Some(Area::Place(index)) => PLACES.get(index).map(|spec| (index, spec)),
        _ => None,
    };
    let mut sorted = sort(table, &cells, names::period(table.name(Kind::Period, period)));
    sorted.share_out(known);
    if sorted.basis.iter().all(Option::is_none) {
        let benefits = table.names(Kind::Benefit).take(20).map(super::short).collect();
        return Err(Problem::NothingKnown { benefits });
    }
    let place = sorted.place(known, table.no_area);
    Ok(OwnPlace {
        name: name.to_owned(),
        quarter: table.name(Kind::Period, period).to_owned(),
        place,
        known: known.map(|(index, _)| index),
        basis: sorted.basis,
        notes: sorted.notes(known, table.no_area),
    })
}

/// The figures, each benefit once.
fn once(table: &Table, area: usize, period: usize) -> Result<Vec<Cell>, Problem> {
    let mut rows = vec![None; table.names(Kind::Benefit).count()];
    for cell in table.of(area, period) {
        if let Some(earlier) = rows[usize::from(cell.benefit)].replace(cell.row) {
            return Err(Problem::Twice { row: cell.row as usize, earlier: earlier as usize });
        }
    }
    Ok(table.of(area, period).copied().collect())
}

fn sort(table: &Table, cells: &[Cell], period: Option<names::Period>) -> Sorted {
    let mut sorted = Sorted::default();
    let mut unknown = Vec::new();
    for cell in cells {
        let name = table.name(Kind::Benefit, usize::from(cell.benefit));
        let takes = names::benefit(name);
        // A benefit that has gone still has a row, of nobody: its people stand under another.
        let gone = cell.value.is_none_or(|persons| persons == 0.0) && names::is_gone(name, period);
        match (takes, cell.value) {
            _ if gone => {}
            (None, _) => unknown.push(super::short(name)),
            (Some(Takes::Sum | Takes::LeftOut), _) => {}
            (Some(_), None) => sorted.notes.push(Note::Missing(name.to_owned())),
            (Some(Takes::Share(parts)), Some(persons)) => sorted.add(parts, persons),
            (Some(Takes::Split(groups)), Some(persons)) => {
                sorted.split.push((name.to_owned(), persons, groups));
            }
        }
    }
    if !unknown.is_empty() {
        unknown.truncate(20);
        sorted.notes.push(Note::NotCounted(unknown));
    }
    sorted
}

fn country() -> Option<&'static PlaceSpec> {
    PLACES.iter().find(|spec| spec.country)
}

impl Sorted {
    fn add(&mut self, parts: &[(usize, f64)], persons: f64) {
        for (group, part) in parts {
            self.stock[*group] += part * persons;
            self.basis[*group] = Some(Basis::Published);
        }
    }

    /// Shares out what the table does not split, as the municipality's stocks are, or else the country's, among those of its
    /// groups that have no benefit of their own in the file.
    fn share_out(&mut self, known: Known) {
        let here = known.map(|(_, spec)| spec).or_else(country);
        let own = self.basis;
        let mut split = std::mem::take(&mut self.split);
        for (benefit, persons, all) in &mut split {
            let alone: Vec<usize> = all.iter().copied().filter(|group| own[*group].is_none()).collect();
            let groups = if alone.is_empty() { all.to_vec() } else { alone };
            let weight = |group: &usize| here.map_or(1.0, |spec| spec.stock[*group]);
            let total: f64 = groups.iter().map(weight).sum();
            let mut left = *persons;
            for (at, group) in groups.iter().enumerate() {
                let part = match at + 1 == groups.len() {
                    true => left,
                    false => (*persons * weight(group) / total.max(1.0)).round().min(left),
                };
                left -= part;
                self.stock[*group] += part;
                self.basis[*group] = Some(Basis::Derived);
            }
            let as_here = here.is_some_and(|spec| spec.code.is_some());
            self.notes.push(Note::Split { benefit: std::mem::take(benefit), groups, as_here });
        }
    }

    /// A table without areas is the whole country's, unless it is by far too small for that.
    fn place(&mut self, known: Known, no_area: bool) -> Place {
        if let Some((_, spec)) = known {
            // What the file does not have stays as it is here: cash, room and caseloads too.
            let mut place = Place::of(spec);
            for (group, _) in self.basis.iter().enumerate().filter(|(_, basis)| basis.is_some()) {
                place.stock[group] = self.stock[group];
            }
            return place;
        }
        let population = self.estimate();
        let whole = country().is_some_and(|spec| population > spec.population / 2.0);
        Place {
            population,
            stock: self.stock,
            today: [None; GROUP_COUNT],
            cash: None,
            room: 0.0,
            country: no_area && whole,
        }
    }

    /// As many inhabitants as the country has for as many people on these benefits.
    fn estimate(&mut self) -> f64 {
        let Some(country) = country() else { return LEAST_PEOPLE };
        let there = |group: &usize| self.basis[*group].is_some();
        let national: f64 = (0..GROUP_COUNT).filter(there).map(|group| country.stock[group]).sum();
        let here: f64 = self.stock.iter().sum();
        let people = (country.population * here / national.max(1.0) / PEOPLE_STEP).round() * PEOPLE_STEP;
        let people = people.min(country.population).max(LEAST_PEOPLE);
        self.notes.push(Note::PopulationEstimated(people));
        people
    }

    fn notes(mut self, known: Known, no_area: bool) -> Vec<Note> {
        let absent: Vec<usize> = (0..GROUP_COUNT).filter(|group| self.basis[*group].is_none()).collect();
        match known {
            Some((place, _)) => {
                if !absent.is_empty() {
                    self.notes.push(Note::Kept { place, groups: absent });
                }
                self.notes.push(Note::KeptPlace(place));
            }
            None => self.notes.extend(absent.into_iter().map(Note::Absent)),
        }
        // People in activation stand under guidance and supported employment, whichever benefit they have.
        let activated: Vec<usize> = (0..GROUP_COUNT).filter(|group| self.basis[*group].is_some()).collect();
        self.notes.push(Note::ActivatedElsewhere(activated));
        if no_area {
            self.notes.push(Note::NoArea);
        }
        self.notes
    }
}
