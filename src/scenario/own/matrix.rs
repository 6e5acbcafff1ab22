//! The layout with quarters across, as the web page of Statistics Denmark gives it.
//!
//! A label stands once and is blank in the rows below it. The columns of labels need no heading: what stands in
//! them tells what they are.

use std::rc::Rc;

use super::layout::Headings;
use super::names::{self, Takes};
use super::problem::{Column, Problem};
use super::rows::Lines;
use super::short;
use super::table::{Names, Table, figure};

/// The table has four columns of labels; a file with more than this is another.
const MOST_LABELS: usize = 8;
/// More rows than this are not of the table, with a row for each place, benefit, sex and age.
const MOST_ROWS: usize = 300_000;

/// A row with its labels filled in.
struct Row<'a> {
    row: usize,
    labels: Vec<Rc<str>>,
    line: &'a str,
}

/// Where each column of labels stands.
struct Places {
    area: Option<usize>,
    benefit: usize,
    /// Sex and age.
    split: Vec<usize>,
}

/// Reads the rows below the headings; only totals of sex and age are kept.
pub fn read(lines: &Lines, headings: &Headings) -> Result<Table, Problem> {
    let first = headings.fields.iter().position(|field| names::period(field).is_some()).unwrap_or_default();
    if let Some(heading) = headings.fields[..first].get(MOST_LABELS) {
        return Err(Problem::UnknownColumn { row: headings.row, heading: short(heading) });
    }
    let rows = rows(lines, headings, first)?;
    let places = places(&rows, headings, first)?;
    let mut table = Table::new(places.area.is_none());
    for row in &rows {
        cells(&mut table, headings, first, row, &places)?;
    }
    Ok(table)
}

/// The rows with figures; a line with a single field is a footnote.
fn rows<'a>(lines: &Lines<'a>, headings: &Headings, first: usize) -> Result<Vec<Row<'a>>, Problem> {
    let mut rows: Vec<Row> = Vec::new();
    for (row, line) in lines.iter().filter(|(row, _)| *row > headings.row) {
        if !line.chars().any(|letter| letter == headings.separator) {
            continue;
        }
        if rows.len() == MOST_ROWS {
            return Err(Problem::TooMany { row });
        }
        let fields = headings.row(row, line)?;
        let above = rows.last().map(|above| above.labels.as_slice()).unwrap_or_default();
        let label = |(at, label): (usize, &String)| match above.get(at) {
            Some(above) if label.is_empty() => above.clone(),
            _ => label.as_str().into(),
        };
        let labels = fields[..first].iter().enumerate().map(label).collect();
        rows.push(Row { row, labels, line });
    }
    Ok(rows)
}

fn cells(
    table: &mut Table,
    headings: &Headings,
    first: usize,
    row: &Row,
    places: &Places,
) -> Result<(), Problem> {
    let named = |column, at: usize| match row.labels[at].as_ref() {
        "" => Err(Problem::NoName { row: row.row, column }),
        name => Ok(name),
    };
    let area = places.area.map_or(Ok(""), |at| named(Column::Area, at))?;
    let benefit = named(Column::Benefit, places.benefit)?;
    let whole = places.split.iter().all(|at| names::is_total(&row.labels[*at]));
    let fields = headings.row(row.row, row.line)?;
    for (heading, text) in headings.fields.iter().zip(&fields).skip(first) {
        if heading.is_empty() && text.is_empty() {
            continue;
        }
        if names::period(heading).is_none() {
            return Err(Problem::NotAQuarter { row: headings.row, found: short(heading) });
        }
        let refused = || Problem::NotANumber { row: row.row, column: short(heading), found: short(text) };
        let value = figure(text).ok_or_else(refused)?;
        if whole {
            table.push([area, benefit, heading], row.row, value)?;
        }
    }
    Ok(())
}

/// What each column of labels holds: by its heading, else by what stands in it.
fn places(rows: &[Row], headings: &Headings, first: usize) -> Result<Places, Problem> {
    let labels = (0..first).map(|at| names_in(rows, at)).collect::<Result<Vec<Names>, Problem>>()?;
    let most = labels.iter().map(benefits).max().unwrap_or_default();
    let mut columns: Vec<Option<Column>> = Vec::with_capacity(first);
    for (heading, labels) in headings.fields.iter().zip(&labels) {
        let column = match names::column(heading) {
            None if most > 0 && benefits(labels) == most => Some(Column::Benefit),
            None => by_content(labels),
            known => known,
        };
        if column.is_some() && columns.contains(&column) {
            let told = labels.iter().next().unwrap_or_default();
            return Err(Problem::UnknownColumn { row: headings.row, heading: short(told) });
        }
        if let Some(column @ (Column::Sex | Column::Age)) = column
            && !labels.iter().any(names::is_total)
        {
            return Err(Problem::NoTotal { column });
        }
        columns.push(column);
    }
    let at = |column: Column| columns.iter().position(|found| *found == Some(column));
    let none = Problem::NoColumn { row: headings.row, column: Column::Benefit };
    Ok(Places {
        area: at(Column::Area),
        benefit: at(Column::Benefit).ok_or(none)?,
        split: [at(Column::Sex), at(Column::Age)].into_iter().flatten().collect(),
    })
}

/// The labels of a column.
fn names_in(rows: &[Row], at: usize) -> Result<Names, Problem> {
    let mut names = Names::default();
    for row in rows {
        names.number(&row.labels[at], row.row)?;
    }
    Ok(names)
}

/// How many benefits of the table stand there; sums aside, for they are named like the totals of sex and age.
fn benefits(labels: &Names) -> usize {
    labels.iter().filter(|label| names::benefit(label).is_some_and(|takes| takes != Takes::Sum)).count()
}

/// A column with nothing but totals needs no meaning.
fn by_content(labels: &Names) -> Option<Column> {
    let (totals, parts): (Vec<&str>, Vec<&str>) = labels.iter().partition(|label| names::is_total(label));
    if parts.is_empty() {
        None
    } else if parts.iter().all(|part| names::is_sex(part)) {
        Some(Column::Sex)
    } else if !totals.is_empty() && parts.iter().all(|part| names::is_age(part)) {
        Some(Column::Age)
    } else {
        Some(Column::Area)
    }
}
