//! How a CSV writes its fields, by who is to open it.

use crate::scenario::digits;

/// A spreadsheet takes a comma between figures, or within them, by the language it is set to; of the wrong one it makes texts
/// and dates, and of `322.816` a thousand times as much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// Commas between fields, a decimal point: RFC 4180, for programs.
    International,
    /// Semicolons between fields, a decimal comma, and a mark of the encoding: for a Danish spreadsheet.
    Danish,
}

impl Dialect {
    /// The one that spreadsheets take where numbers are written with such a decimal sign.
    pub fn of_decimal(decimal: char) -> Self {
        if decimal == ',' { Self::Danish } else { Self::International }
    }

    /// Between fields.
    pub fn separator(self) -> char {
        match self {
            Self::International => ',',
            Self::Danish => ';',
        }
    }

    /// Before all else: without it a Danish spreadsheet takes the letters for those of another code page.
    pub fn mark(self) -> &'static str {
        match self {
            Self::International => "",
            Self::Danish => "\u{feff}",
        }
    }

    /// A number as the dialect writes it, from its international form.
    pub fn number(self, text: &str) -> String {
        match self {
            Self::International => text.to_owned(),
            Self::Danish => text.replace('.', ","),
        }
    }

    /// Lines of the international form without quotation marks, in this one.
    pub fn lines(self, international: &str) -> String {
        if self == Self::International {
            return international.to_owned();
        }
        let field =
            |field: &str| if digits::read(field).is_some() { self.number(field) } else { field.to_owned() };
        let line = |line: &str| line.split(',').map(field).collect::<Vec<_>>().join(";") + "\r\n";
        [self.mark().to_owned()].into_iter().chain(international.lines().map(line)).collect()
    }
}
