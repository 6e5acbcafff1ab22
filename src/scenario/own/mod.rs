//! A visitor's own numbers: a place from a file in the layout of Statistics Denmark's table AUK01.
//!
//! The table counts full-time recipients by area, benefit, sex, age and quarter. Two layouts of it are read: one
//! figure a row, as the programming interface gives it, and the matrix with quarters across that the web page
//! gives; with semicolons, tabs or commas, in UTF-8 or Windows-1252, in Danish or English, with codes, labels or
//! both. Which benefit belongs to which group stands in `static/data/benefit_map.toml`.
//!
//! ```
//! use raaderum::model::tables::group_by_id;
//! use raaderum::scenario::own;
//!
//! let file = "OMRÅDE;YDELSESTYPE;TID;INDHOLD\n\
//!             Silkeborg;Sygedagpenge mv.;2024K4;1290\n";
//! let place = own::read(file.as_bytes(), None, None).expect("a file that fits");
//! assert_eq!((place.name.as_str(), place.quarter.as_str()), ("Silkeborg", "2024K4"));
//! assert_eq!(place.place.stock[group_by_id("sickness").expect("a group")], 1290.0);
//! ```
//!
//! A file that does not fit gives a [`Problem`] that names row, column and reason, and nothing else happens.

mod decode;
pub(super) mod fold;
mod groups;
mod layout;
mod long;
mod matrix;
mod names;
mod problem;
mod rows;
mod table;

pub use problem::{Column, Problem};

use crate::model::place::Place;
use crate::model::tables::{Basis, GROUP_COUNT, PLACES};
use crate::scenario::Scenario;
use crate::scenario::name::Name;
use fold::fold;
use table::{Kind, Table};

/// A larger file is not one of a municipality, bytes.
pub const LARGEST: usize = 32 << 20;

/// A place as a file has it.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnPlace {
    /// As in the file; empty where it has no column of areas.
    pub name: String,
    /// The quarter the figures are of, as in the file.
    pub quarter: String,
    /// Ready for a scenario; caseloads, cash and room are those of the shipped place, or the common ones.
    pub place: Place,
    /// The shipped place that it is, by its place in [`PLACES`]; `None` for one that is not known here.
    pub known: Option<usize>,
    /// Where each group's people come from: read, or derived from what the table does not split; `None` where
    /// the file has no figure, and the group stays as in the shipped place, or is left out where there is none.
    pub basis: [Option<Basis>; GROUP_COUNT],
    /// What a reader must know about these figures.
    pub notes: Vec<Note>,
}

/// Something to know about the figures of an [`OwnPlace`].
#[derive(Clone, Debug, PartialEq)]
pub enum Note {
    /// The table does not split this benefit between these groups: it is split as in the shipped place, or as in the whole
    /// country.
    Split {
        /// The benefit, as in the file.
        benefit: String,
        /// The groups.
        groups: Vec<usize>,
        /// Whether it is split by the municipality's own figures.
        as_here: bool,
    },
    /// The file has no figure for this group, and nobody is in it.
    Absent(usize),
    /// The file has no figure for these groups: they stay as in the shipped place.
    Kept {
        /// The shipped place.
        place: usize,
        /// The groups.
        groups: Vec<usize>,
    },
    /// Inhabitants, cash, room and caseloads are the shipped place's.
    KeptPlace(usize),
    /// The file says that the figure of this benefit is not available.
    Missing(String),
    /// These benefits are not known here and are not counted.
    NotCounted(Vec<String>),
    /// The table counts people in activation elsewhere, so these groups are larger than it says.
    ActivatedElsewhere(Vec<usize>),
    /// The population is not in the table: it is estimated by the groups that are.
    PopulationEstimated(f64),
    /// The file has no column of areas, so nobody can tell whose figures they are.
    NoArea,
}

/// The place in a file: the one that is asked for, or the only one; of the quarter asked for, or the newest.
pub fn read(bytes: &[u8], wanted: Option<&str>, quarter: Option<&str>) -> Result<OwnPlace, Problem> {
    let table = table(bytes)?;
    let area = pick_area(&table, wanted)?;
    let period = pick_period(&table, area, quarter)?;
    groups::place(&table, area, period)
}

/// The names of the places in a file, in its order.
pub fn places(bytes: &[u8]) -> Result<Vec<String>, Problem> {
    Ok(table(bytes)?.area_names())
}

fn table(bytes: &[u8]) -> Result<Table, Problem> {
    if bytes.len() > LARGEST {
        return Err(Problem::TooLarge { most: LARGEST >> 20 });
    }
    let text = decode::text(bytes)?;
    layout::read(&rows::Lines::new(&text))
}

fn pick_area(table: &Table, wanted: Option<&str>) -> Result<usize, Problem> {
    let places = table.area_names();
    match wanted {
        Some(wanted) => {
            let same = |name: &String| fold(name) == fold(wanted) || names::same_area(name, wanted);
            let found = places.iter().find(|name| same(name)).and_then(|name| table.index(Kind::Area, name));
            found.ok_or_else(|| Problem::NoSuchPlace { wanted: short(wanted), places })
        }
        None if places.len() == 1 => Ok(table.index(Kind::Area, &places[0]).unwrap_or_default()),
        None => Err(Problem::WhichPlace { places }),
    }
}

/// The quarter asked for, or the newest in which the place has a figure.
fn pick_period(table: &Table, area: usize, wanted: Option<&str>) -> Result<usize, Problem> {
    let dated = |index| Some((names::period(table.name(Kind::Period, index))?, index));
    let mut periods: Vec<(names::Period, usize)> = Vec::new();
    for found in table.periods(area).into_iter().filter_map(dated) {
        let later = periods.partition_point(|known| *known < found);
        periods.insert(later, found);
    }
    let newest = periods.last().map(|(_, index)| *index);
    let Some(wanted) = wanted else { return newest.ok_or(Problem::Empty) };
    let same = names::period(wanted);
    let found = periods.iter().find(|(period, _)| Some(*period) == same);
    found.map(|(_, index)| *index).ok_or_else(|| Problem::NoSuchQuarter {
        wanted: short(wanted),
        quarters: periods
            .iter()
            .rev()
            .map(|(_, index)| table.name(Kind::Period, *index).to_owned())
            .collect(),
    })
}

impl OwnPlace {
    /// A scenario at this place with nothing moved; one that is not known here keeps its name in the file.
    pub fn scenario(&self) -> Scenario {
        let base = |country| PLACES.iter().position(|spec| spec.country == country).unwrap_or_default();
        let mut scenario = Scenario::at_place(self.known.unwrap_or_else(|| base(self.place.country)));
        scenario.place = self.place.clone();
        scenario.name = if self.known.is_none() { Name::of(&self.name) } else { None };
        scenario
    }
}

/// A text short enough for a message.
fn short(text: &str) -> String {
    const LONGEST_SHOWN: usize = 60;
    match text.char_indices().nth(LONGEST_SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
