//! The rows of the table of places. What all municipalities share in form is kept as columns of numbers, so that a page
//! fetches little, and becomes rows when it is first looked at.

use super::municipality::{id, share};
use super::{
    ALSO, EXTRAS, GROUP_COUNT, MUNICIPALITY_CODES, MUNICIPALITY_NAMES, MUNICIPALITY_PEOPLE,
    MUNICIPALITY_STOCKS, MUNICIPALITY_YEAR, NATIONAL, OTHERS, PLACES,
};

/// Where a place's stock comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Read in a publication.
    Published,
    /// Computed from published figures.
    Derived,
    /// Our own estimate.
    Estimate,
    /// Published, without the few that the source withholds.
    Partly,
    /// The country's stock, scaled by population.
    Scaled,
}

/// A place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlaceSpec {
    /// As in links: `silkeborg`.
    pub id: &'static str,
    /// A municipality's own name, the same in every language; empty for other places.
    pub name: &'static str,
    /// A municipality's official code: 740.
    pub code: Option<u16>,
    /// Inhabitants.
    pub population: f64,
    /// The year of the population.
    pub year: u16,
    /// People on the benefit of each group.
    pub stock: [f64; GROUP_COUNT],
    /// Cases per caseworker today, where known; else the parameter `caseload_today`.
    pub caseload: [Option<f64>; GROUP_COUNT],
    /// Where each stock comes from.
    pub stock_basis: [Basis; GROUP_COUNT],
    /// Cash, DKK per inhabitant, before the floor is taken off; else the parameter `default_cash`.
    pub cash: Option<f64>,
    /// Room under the ceiling, DKK m a year.
    pub room: Option<f64>,
    /// Whether this is the whole country.
    pub country: bool,
}

/// A column of people on a benefit, of every municipality.
pub struct StockColumn {
    /// Whose people they are.
    pub group: usize,
    /// Where a figure comes from that is whole.
    pub basis: Basis,
    /// People; [`WITHHELD`] where the source withholds them, and [`PARTLY`] added where it withholds a part.
    pub people: &'static [u16],
}

/// What is known of a municipality beyond the table of all.
pub struct Extra {
    /// Which municipality, in the order of the table.
    pub municipality: usize,
    /// As in [`PlaceSpec`].
    pub cash: Option<f64>,
    /// As in [`PlaceSpec`].
    pub room: Option<f64>,
    /// As in [`PlaceSpec`].
    pub caseload: [Option<f64>; GROUP_COUNT],
}

/// Stands for a figure that is withheld.
const WITHHELD: u16 = u16::MAX;
/// Is added to a figure of which a part is withheld.
const PARTLY: u16 = 0x8000;

/// Every place: those that are no municipality, then the municipalities.
pub(super) fn all() -> Vec<PlaceSpec> {
    let municipalities =
        MUNICIPALITY_NAMES.split('|').zip(MUNICIPALITY_CODES.iter().zip(&MUNICIPALITY_PEOPLE));
    let mut places: Vec<PlaceSpec> = OTHERS.to_vec();
    places.extend(
        municipalities.enumerate().map(|(row, (name, (code, people)))| place(row, name, *code, *people)),
    );
    for extra in &EXTRAS {
        if let Some(spec) = places.get_mut(OTHERS.len() + extra.municipality) {
            (spec.cash, spec.room, spec.caseload) = (extra.cash, extra.room, extra.caseload);
        }
    }
    places
}

fn place(row: usize, name: &'static str, code: u16, people: u32) -> PlaceSpec {
    let population = f64::from(people);
    let national = &OTHERS[NATIONAL];
    let mut spec = PlaceSpec {
        // As long as the program: there are as many as there are municipalities.
        id: id(name).leak(),
        name,
        code: Some(code),
        population,
        year: MUNICIPALITY_YEAR,
        stock: national.stock.map(|stock| share(stock, population, national.population)),
        caseload: [None; GROUP_COUNT],
        stock_basis: [Basis::Scaled; GROUP_COUNT],
        cash: None,
        room: None,
        country: false,
    };
    for column in &MUNICIPALITY_STOCKS {
        let people = column.people.get(row).copied().unwrap_or(WITHHELD);
        if people != WITHHELD {
            spec.stock[column.group] = f64::from(people & !PARTLY);
            spec.stock_basis[column.group] = if people & PARTLY == 0 { column.basis } else { Basis::Partly };
        }
    }
    spec
}

/// Place in [`PLACES`] of the place that is meant: by its id, by another id of it, or by a municipality's official code.
///
/// ```
/// use raaderum_model::tables::{PLACES, place_by_id};
///
/// let copenhagen = place_by_id("koebenhavn").unwrap();
/// assert_eq!(place_by_id("copenhagen"), Some(copenhagen));
/// assert_eq!(place_by_id("101"), Some(copenhagen));
/// assert_eq!((PLACES[copenhagen].name, PLACES[copenhagen].population), ("København", 671_714.0));
/// ```
pub fn place_by_id(id: &str) -> Option<usize> {
    let also = || ALSO.iter().find(|(other, _)| *other == id).map(|(_, place)| *place);
    PLACES.iter().position(|place| place.id == id).or_else(also).or_else(|| place_by_code(id))
}

/// Place in [`PLACES`] of the municipality with this official code, three digits.
pub fn place_by_code(code: &str) -> Option<usize> {
    let number: u16 = code.parse().ok().filter(|_| code.len() == 3)?;
    PLACES.iter().position(|place| place.code == Some(number))
}
