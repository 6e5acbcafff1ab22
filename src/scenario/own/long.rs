//! The layout with one figure a row, as the programming interface of Statistics Denmark gives it.

use super::layout::Headings;
use super::names;
use super::problem::{Column, Problem};
use super::rows::Lines;
use super::short;
use super::table::{Table, figure};

/// Reads the rows below the headings; only totals of sex and age are kept.
pub fn read(lines: &Lines, headings: &Headings) -> Result<Table, Problem> {
    let at = columns(headings)?;
    let mut table = Table::new(at[Column::Area as usize].is_none());
    // Whether the total of sex and of age was seen; where the column is lacking, the table gives totals.
    let mut totals = [Column::Sex, Column::Age].map(|column| (column, at[column as usize].is_none()));
    for (row, line) in lines.iter().filter(|(row, _)| *row > headings.row) {
        let fields = headings.row(row, line)?;
        let field = |column: Column| at[column as usize].map_or("", |index| fields[index].as_str());
        for column in [Column::Area, Column::Benefit] {
            if at[column as usize].is_some() && field(column).is_empty() {
                return Err(Problem::NoName { row, column });
            }
        }
        let value = value(row, field)?;
        let mut whole = true;
        for (column, seen) in &mut totals {
            let total = at[*column as usize].is_none() || names::is_total(field(*column));
            *seen |= total;
            whole &= total;
        }
        if whole {
            table.push([Column::Area, Column::Benefit, Column::Time].map(field), row, value)?;
        }
    }
    match totals.iter().find(|(_, seen)| !seen) {
        Some((column, _)) => Err(Problem::NoTotal { column: *column }),
        None => Ok(table),
    }
}

fn value<'a>(row: usize, field: impl Fn(Column) -> &'a str) -> Result<Option<f64>, Problem> {
    let (time, value) = (field(Column::Time), field(Column::Value));
    if names::period(time).is_none() {
        return Err(Problem::NotAQuarter { row, found: short(time) });
    }
    let column = || Column::Value.heading().to_owned();
    figure(value).ok_or_else(|| Problem::NotANumber { row, column: column(), found: short(value) })
}

/// Where each column stands.
fn columns(headings: &Headings) -> Result<[Option<usize>; Column::ALL.len()], Problem> {
    let row = headings.row;
    let mut at = [None; Column::ALL.len()];
    for (index, (heading, column)) in headings.fields.iter().zip(headings.columns()).enumerate() {
        let unknown = || Problem::UnknownColumn { row, heading: short(heading) };
        let place = &mut at[column.ok_or_else(unknown)? as usize];
        if place.replace(index).is_some() {
            return Err(unknown());
        }
    }
    Ok(at)
}
