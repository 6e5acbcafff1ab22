//! Why a file of own numbers cannot be used.

use super::names;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The municipality or the country.
    Area,
    /// The kind of benefit.
    Benefit,
    /// Men, women or both.
    Sex,
    /// An age group or all.
    Age,
    /// The quarter.
    Time,
    /// Full-time recipients.
    Value,
}

impl Column {
    /// Every column, in the order of the data file.
    pub const ALL: [Self; 6] = [Self::Area, Self::Benefit, Self::Sex, Self::Age, Self::Time, Self::Value];

    /// Its heading in the table, in Danish.
    pub fn heading(self) -> &'static str {
        names::heading(self)
    }
}

/// Why a file cannot be used. Rows count from 1, title lines and empty lines included.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// There is no figure in it.
    Empty,
    /// It is larger than so many megabytes.
    TooLarge {
        /// The limit.
        most: usize,
    },
    /// It has more figures, names or columns than the table, or longer ones.
    TooMany {
        /// The row where the limit was passed.
        row: usize,
    },
    /// It is no text in UTF-8 or Windows-1252, a spreadsheet file for instance.
    NotText,
    /// No row has the headings of either layout.
    NoHeadings,
    /// The headings lack a column.
    NoColumn {
        /// The row of headings.
        row: usize,
        /// What is lacking.
        column: Column,
    },
    /// A column is none of those of the table, or stands twice.
    UnknownColumn {
        /// The row of headings.
        row: usize,
        /// The heading, or what stands first in the column.
        heading: String,
    },
    /// A quotation mark is opened and not closed in the same row.
    OpenQuote {
        /// The row.
        row: usize,
    },
    /// A row has another number of fields than the headings.
    Fields {
        /// The row.
        row: usize,
        /// How many it has.
        found: usize,
        /// How many the headings have.
        expected: usize,
    },
    /// A row names no place or no benefit.
    NoName {
        /// The row.
        row: usize,
        /// What is not named.
        column: Column,
    },
    /// A figure is no whole number of people, and neither `..` nor `-`.
    NotANumber {
        /// The row.
        row: usize,
        /// The heading of the column.
        column: String,
        /// What stands there.
        found: String,
    },
    /// A quarter is not written as 2024K4 or 2024Q4.
    NotAQuarter {
        /// The row.
        row: usize,
        /// What stands there.
        found: String,
    },
    /// The figures are split by sex or age, and the total is not in the file.
    NoTotal {
        /// Sex or age.
        column: Column,
    },
    /// Two rows are of the same place, benefit and quarter.
    Twice {
        /// The later row.
        row: usize,
        /// The earlier row.
        earlier: usize,
    },
    /// There are several places, and none was asked for.
    WhichPlace {
        /// Their names.
        places: Vec<String>,
    },
    /// The place asked for is not in the file.
    NoSuchPlace {
        /// The place asked for.
        wanted: String,
        /// Those in the file.
        places: Vec<String>,
    },
    /// The quarter asked for is not in the file, or has no figure for the place.
    NoSuchQuarter {
        /// The quarter asked for.
        wanted: String,
        /// Those in the file, the newest first.
        quarters: Vec<String>,
    },
    /// No benefit in the file belongs to a group of the model.
    NothingKnown {
        /// The benefits in the file.
        benefits: Vec<String>,
    },
}
