//! Why a file of own numbers cannot be used, and what to know about one that can.

use crate::scenario::own::{Column, Note, Problem};
use crate::words::text::{Language, Text, fill};

/// More names than this are counted and not told.
const MOST_TOLD: usize = 20;

/// Why a file cannot be used: what, where, and what would do.
pub fn own_problem(language: Language, problem: &Problem) -> String {
    let (text, values) = told(language, problem);
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fill(language.text(text), &values)
}

type Values = Vec<(&'static str, String)>;

fn told(language: Language, problem: &Problem) -> (Text, Values) {
    let in_row = |row: &usize, name, value: String| vec![("row", row.to_string()), (name, value)];
    let column = |column: &Column| name(language, *column).to_owned();
    let list = |all: &[String]| listed(language, all);
    let wanted = |wanted: &str, name, all: &[String]| vec![("wanted", wanted.to_owned()), (name, list(all))];
    match problem {
        Problem::Empty => (Text::OwnEmpty, vec![]),
        Problem::TooLarge { most } => (Text::OwnTooLarge, vec![("most", most.to_string())]),
        Problem::TooMany { row } => (Text::OwnTooMany, vec![("row", row.to_string())]),
        Problem::NotText => (Text::OwnNotText, vec![]),
        Problem::NoHeadings => (Text::OwnNoHeadings, vec![]),
        Problem::NoColumn { row, column: c } => (Text::OwnNoColumn, in_row(row, "column", column(c))),
        Problem::UnknownColumn { row, heading } => {
            (Text::OwnUnknownColumn, in_row(row, "heading", heading.clone()))
        }
        Problem::OpenQuote { row } => (Text::OwnOpenQuote, vec![("row", row.to_string())]),
        Problem::Fields { row, found, expected } => {
            let mut values = in_row(row, "found", found.to_string());
            values.push(("expected", expected.to_string()));
            (Text::OwnFields, values)
        }
        Problem::NoName { row, column: c } => (Text::OwnNoName, in_row(row, "column", column(c))),
        Problem::NotANumber { row, column, found } => {
            let mut values = in_row(row, "column", column.clone());
            values.push(("found", found.clone()));
            (Text::OwnNotANumber, values)
        }
        Problem::NotAQuarter { row, found } => (Text::OwnNotAQuarter, in_row(row, "found", found.clone())),
        Problem::NoTotal { column: c } => (Text::OwnNoTotal, vec![("column", column(c))]),
        Problem::Twice { row, earlier } => (Text::OwnTwice, in_row(row, "earlier", earlier.to_string())),
        Problem::WhichPlace { places } => (Text::OwnWhichPlace, vec![("places", list(places))]),
        Problem::NoSuchPlace { wanted: w, places } => (Text::OwnNoSuchPlace, wanted(w, "places", places)),
        Problem::NoSuchQuarter { wanted: w, quarters } => {
            (Text::OwnNoSuchQuarter, wanted(w, "quarters", quarters))
        }
        Problem::NothingKnown { benefits } => (Text::OwnNothingKnown, vec![("benefits", list(benefits))]),
    }
}

/// What to know about a place from a file.
pub fn own_note(language: Language, note: &Note) -> String {
    let told = |text, values: &[(&str, &str)]| fill(language.text(text), values);
    let people = |groups: &[usize]| {
        groups.iter().map(|group| language.group_people(*group)).collect::<Vec<_>>().join(", ")
    };
    match note {
        Note::Split { benefit, groups, as_here } => {
            let text = if *as_here { Text::OwnNoteSplitHere } else { Text::OwnNoteSplit };
            told(text, &[("benefit", benefit), ("groups", &people(groups))])
        }
        Note::Kept { place, groups } => {
            let values = [("groups", &*people(groups)), ("place", language.place_name(*place))];
            told(Text::OwnNoteKept, &values)
        }
        Note::KeptPlace(place) => told(Text::OwnNoteKeptPlace, &[("place", language.place_name(*place))]),
        Note::Absent(group) => told(Text::OwnNoteAbsent, &[("group", language.group_people(*group))]),
        Note::Missing(benefit) => told(Text::OwnNoteMissing, &[("benefit", benefit)]),
        Note::NotCounted(benefits) => {
            told(Text::OwnNoteNotCounted, &[("benefits", &listed(language, benefits))])
        }
        Note::ActivatedElsewhere(groups) => told(Text::OwnNoteActivated, &[("groups", &people(groups))]),
        Note::PopulationEstimated(count) => {
            told(Text::OwnNotePopulation, &[("count", &language.persons(*count))])
        }
        Note::NoArea => told(Text::OwnNoteNoArea, &[]),
    }
}

fn name(language: Language, column: Column) -> &'static str {
    language.text(match column {
        Column::Area => Text::OwnColumnArea,
        Column::Benefit => Text::OwnColumnBenefit,
        Column::Sex => Text::OwnColumnSex,
        Column::Age => Text::OwnColumnAge,
        Column::Time => Text::OwnColumnTime,
        Column::Value => Text::OwnColumnValue,
    })
}

fn listed(language: Language, all: &[String]) -> String {
    let list = all.iter().take(MOST_TOLD).map(String::as_str).collect::<Vec<_>>().join(", ");
    match all.len().checked_sub(MOST_TOLD) {
        Some(more @ 1..) => {
            let count = more.to_string();
            fill(language.text(Text::OwnMore), &[("list", &list), ("count", &count)])
        }
        _ => list,
    }
}
