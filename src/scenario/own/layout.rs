//! Which of the two layouts a file has, and where its headings stand.

use super::names;
use super::problem::{Column, Problem};
use super::rows::{Lines, fields};
use super::table::Table;
use super::{long, matrix};

/// Headings stand within so many lines: above them there are only titles.
const WITHIN: usize = 30;
/// Without these columns there is no figure.
const NEEDED: [Column; 3] = [Column::Benefit, Column::Time, Column::Value];
/// The separators, in the order in which they are tried.
const SEPARATORS: [char; 3] = [';', '\t', ','];

/// The headings of a file.
pub struct Headings {
    /// The row they stand in.
    pub row: usize,
    /// Between fields.
    pub separator: char,
    /// What they say.
    pub fields: Vec<String>,
}

/// Reads a file of either layout.
pub fn read(lines: &Lines) -> Result<Table, Problem> {
    if lines.iter().next().is_none() {
        return Err(Problem::Empty);
    }
    // Headings that lack a column, kept in case no others follow: a title may name a few columns too.
    let mut lacking: Option<(char, Problem)> = None;
    for (row, line) in lines.iter().take(WITHIN) {
        for separator in SEPARATORS {
            // A title may hold anything, an open quotation mark too.
            let Ok(fields) = fields(row, line, separator) else { continue };
            let headings = Headings { row, separator, fields };
            let known: Vec<Column> = headings.columns().flatten().collect();
            let lack = NEEDED.into_iter().find(|column| !known.contains(column));
            let lacks = lacking.as_ref().is_some_and(|(found, _)| *found == separator);
            match lack {
                None => return not_empty(long::read(lines, &headings)?),
                Some(_) if headings.is_of_matrix() && !lacks => {
                    return not_empty(matrix::read(lines, &headings)?);
                }
                Some(column) if known.len() >= 2 && lacking.is_none() => {
                    lacking = Some((separator, Problem::NoColumn { row, column }));
                }
                Some(_) => {}
            }
        }
    }
    Err(lacking.map_or(Problem::NoHeadings, |(_, problem)| problem))
}

fn not_empty(table: Table) -> Result<Table, Problem> {
    if table.is_empty() { Err(Problem::Empty) } else { Ok(table) }
}

impl Headings {
    /// Quarters, after at least one column of labels, up to the end.
    fn is_of_matrix(&self) -> bool {
        let is_period = |field: &String| names::period(field).is_some();
        let labels = self.fields.iter().take_while(|field| !is_period(field)).count();
        let mut after = self.fields[labels..].iter();
        labels > 0 && labels < self.fields.len() && after.all(|field| field.is_empty() || is_period(field))
    }

    /// The column that each heading means.
    pub fn columns(&self) -> impl Iterator<Item = Option<Column>> + '_ {
        self.fields.iter().map(|field| names::column(field))
    }

    /// The fields of a row below: as many as there are headings, but for empty ones at the end.
    pub fn row(&self, row: usize, line: &str) -> Result<Vec<String>, Problem> {
        let mut found = fields(row, line, self.separator)?;
        while found.len() > self.fields.len() && found.last().is_some_and(String::is_empty) {
            found.pop();
        }
        match found.len() == self.fields.len() {
            true => Ok(found),
            false => Err(Problem::Fields { row, found: found.len(), expected: self.fields.len() }),
        }
    }
}
