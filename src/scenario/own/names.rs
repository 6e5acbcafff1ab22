//! Which column, area, benefit and quarter a name means.

use super::fold::fold;
use super::problem::Column;
use crate::model::tables::{PLACES, PlaceSpec, place_by_id};

/// An area that is no municipality.
pub struct AreaSpec {
    names: &'static [&'static str],
    /// The shipped place; none for what is no place.
    place: Option<usize>,
}

/// What a name of an area means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// A shipped place: a municipality, or the whole country.
    Place(usize),
    /// Several municipalities together, or nobody's.
    NoPlace,
}

/// How names of areas begin that are more than a municipality.
const LARGER: [&str; 3] = ["region ", "landsdel ", "province "];

/// A benefit of the table.
pub struct BenefitSpec {
    names: &'static [&'static str],
    takes: Takes,
    /// The last quarter in which anybody could get it.
    until: Option<Period>,
}

/// Whom a benefit belongs to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Takes {
    /// These parts of it to these groups.
    Share(&'static [(usize, f64)]),
    /// To these groups together.
    Split(&'static [usize]),
    /// To no group of the model.
    LeftOut,
    /// It is a sum of other rows.
    Sum,
}

include!(concat!(env!("OUT_DIR"), "/own_data.rs"));

/// A quarter; months and years order among them as they begin.
pub type Period = (u16, u8);

/// The column that a heading means.
pub fn column(heading: &str) -> Option<Column> {
    let folded = fold(heading);
    let at = COLUMN_NAMES.iter().position(|names| names.contains(&folded.as_str()))?;
    Column::ALL.get(at).copied()
}

/// The heading of a column in the table.
pub fn heading(column: Column) -> &'static str {
    HEADINGS.get(column as usize).copied().unwrap_or_default()
}

fn known_benefit(name: &str) -> Option<&'static BenefitSpec> {
    find(name, |name| BENEFITS.iter().find(|spec| spec.names.contains(&name)))
}

/// Whether a benefit had been abolished by a quarter.
pub fn is_gone(name: &str, quarter: Option<Period>) -> bool {
    let until = known_benefit(name).and_then(|spec| spec.until);
    until.is_some_and(|until| quarter.is_some_and(|quarter| quarter > until))
}

/// Whom a benefit belongs to; `None` for one that is not known.
pub fn benefit(name: &str) -> Option<Takes> {
    match known_benefit(name) {
        Some(spec) => Some(spec.takes),
        // Sums are named as such even where the data file does not list them.
        None => is_total(name).then_some(Takes::Sum),
    }
}

/// The area that a name means, if it is known: by the data file, else a municipality by its name, code or id.
pub fn area(name: &str) -> Option<Area> {
    let known = |name: &str| {
        let spec = AREAS.iter().find(|spec| spec.names.contains(&name));
        let meant = spec.map(|spec| spec.place.map_or(Area::NoPlace, Area::Place));
        let larger = || LARGER.iter().any(|start| name.starts_with(start)).then_some(Area::NoPlace);
        meant.or_else(larger).or_else(|| municipality(name).map(Area::Place))
    };
    find(name, known)
}

/// The municipality with this folded name, another id or code.
fn municipality(folded: &str) -> Option<usize> {
    let named = |spec: &PlaceSpec| !spec.name.is_empty() && fold(spec.name) == folded;
    let whole = || folded.strip_suffix(" kommune").and_then(municipality);
    let id = || place_by_id(&folded.replace(' ', "_")).filter(|place| PLACES[*place].code.is_some());
    PLACES.iter().position(named).or_else(id).or_else(whole)
}

/// Whether two names mean the same area: a code and its label.
pub fn same_area(one: &str, other: &str) -> bool {
    let place = |name| area(name).filter(|area| *area != Area::NoPlace);
    place(one).is_some() && place(one) == place(other)
}

/// By the whole name, or by the label behind a code (`740 Silkeborg`).
fn find<T>(name: &str, by: impl Fn(&str) -> Option<T>) -> Option<T> {
    let folded = fold(name);
    by(&folded).or_else(|| by(folded.split_once(' ')?.1))
}

/// Whether a name of a sex, an age or a benefit means all of them.
pub fn is_total(name: &str) -> bool {
    let folded = fold(name);
    folded.starts_with("tot") && !folded.bytes().any(|byte| byte == b' ')
        || folded.ends_with("i alt")
        || folded.starts_with("i alt ")
        || folded.split(' ').any(|word| word == "total")
}

/// Whether a name is one of a sex.
pub fn is_sex(name: &str) -> bool {
    let sexes = ["m", "k", "maend", "kvinder", "men", "women", "male", "female", "m maend", "k kvinder"];
    sexes.contains(&fold(name).as_str())
}

/// Whether a name looks like one of an age group: `16-24`, `6099`, `60 år og derover`.
pub fn is_age(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_digit())
}

/// The quarter that a name means: `2024K4`, `2024Q4`; also a month, `2024M12`, and a year.
pub fn period(name: &str) -> Option<Period> {
    let name = name.trim();
    let (year, rest) = name.split_at_checked(4)?;
    let year = whole(year).filter(|year| (1900..2200).contains(year))?;
    let mut letters = rest.trim_start().chars();
    let part = |most: u16, months: u16, text: &str| {
        whole(text).filter(|part| (1..=most).contains(part)).map(|part| (part - 1) * months)
    };
    let start = match letters.next().map(|letter| letter.to_ascii_uppercase()) {
        None => 0,
        Some('K' | 'Q') => part(4, 3, letters.as_str())?,
        Some('M') => part(12, 1, letters.as_str())?,
        Some(_) => return None,
    };
    Some((year, u8::try_from(start).ok()?))
}

fn whole(text: &str) -> Option<u16> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_in_either_language_and_any_letters() {
        for name in ["OMRÅDE", "område", "Omrade", " area "] {
            assert_eq!(column(name), Some(Column::Area), "{name}");
        }
        assert_eq!(column("KØN"), Some(Column::Sex));
        assert_eq!(heading(Column::Benefit), "YDELSESTYPE");
        assert_eq!(column("TYPE"), None);
    }

    #[test]
    fn a_benefit_is_known_by_code_by_label_and_by_both() {
        for name in ["SY", "Sygedagpenge mv.", "SY Sygedagpenge mv.", "sickness benefits etc."] {
            assert!(matches!(benefit(name), Some(Takes::Share(_))), "{name}");
        }
        for name in ["TOT", "TOTXX", "I alt", "Nettoledige i alt", "Orlov i alt", "Øvrige ydelsesmodtagere"]
        {
            assert_eq!(benefit(name), Some(Takes::Sum), "{name}");
        }
        assert_eq!(benefit("Efterløn"), Some(Takes::LeftOut));
        assert_eq!(benefit("Borgerløn"), None);
    }

    #[test]
    fn quarters_are_read_and_ordered() {
        let order = ["2007K1", "2023Q4", "2024", "2024M02", "2024 K2", "2024K4", "2024M12"];
        let periods: Vec<_> = order.map(|name| period(name).unwrap()).to_vec();
        assert!(periods.is_sorted(), "{periods:?}");
        for name in ["", "2024K5", "2024K0", "K4", "24K4", "2024K", "2024X1", "2024K+1", "Ålborg"] {
            assert_eq!(period(name), None, "{name}");
        }
    }
}
