//! A place of the visitor's own, from a CSV in the layout of AUK01.

use raaderum::model::tables::GROUP_COUNT;
use raaderum::scenario::own::{self, OwnPlace, Problem};
use raaderum::words::notice;
use raaderum::words::text::Language;

use crate::holds::{self, told};

pub fn run(bytes: &[u8]) {
    match own::read(bytes, None, None) {
        Ok(place) => sound(bytes, &place),
        Err(Problem::WhichPlace { places }) => {
            assert!(places.len() > 1);
            assert_eq!(own::places(bytes), Ok(places.clone()));
            for name in places.first().into_iter().chain(places.last()) {
                one(bytes, name);
            }
            assert!(matches!(own::read(bytes, Some("\u{1}nowhere"), None), Err(Problem::NoSuchPlace { .. })));
        }
        Err(problem) => named(&problem),
    }
}

fn one(bytes: &[u8], name: &str) {
    match own::read(bytes, Some(name), None) {
        Ok(place) => sound(bytes, &place),
        Err(problem) => {
            assert!(!matches!(problem, Problem::NoSuchPlace { .. }), "{name} is on the list");
            named(&problem);
        }
    }
}

fn sound(bytes: &[u8], own: &OwnPlace) {
    let place = &own.place;
    assert!(place.stock.iter().all(|persons| persons.is_finite() && *persons >= 0.0), "{place:?}");
    assert_eq!(own.basis.len(), GROUP_COUNT);
    for language in Language::all() {
        own.notes.iter().for_each(|note| told(&notice::own_note(language, note), ""));
    }
    let wanted = (!own.name.is_empty()).then_some(own.name.as_str());
    assert_eq!(own::read(bytes, wanted, Some(&own.quarter)).as_ref(), Ok(own), "asked for by name");
    holds::scenario(&own.scenario());
}

fn named(problem: &Problem) {
    for language in Language::all() {
        let message = notice::own_problem(language, problem);
        match problem {
            Problem::TooMany { row }
            | Problem::NoColumn { row, .. }
            | Problem::OpenQuote { row }
            | Problem::Fields { row, .. }
            | Problem::NoName { row, .. } => told(&message, &row.to_string()),
            Problem::UnknownColumn { heading: name, .. }
            | Problem::NotANumber { found: name, .. }
            | Problem::NotAQuarter { found: name, .. } => told(&message, name),
            _ => told(&message, ""),
        }
    }
}
