//! A public table: how many people each municipality had in each period.
//!
//! The first line is `code` and the periods, `2007Q1` or `2021M08`, one after another; each further line an official
//! code (0 is the country) and a figure for each period, nothing where it is withheld.

/// How often figures are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Four a year.
    Quarterly,
    /// Twelve a year.
    Monthly,
}

impl Pace {
    /// Periods in a year.
    #[must_use]
    pub fn in_year(self) -> usize {
        match self {
            Self::Quarterly => 4,
            Self::Monthly => 12,
        }
    }
}

/// The figures of one municipality, or of the country.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its official number; 0 is the country.
    pub code: u16,
    /// Persons in each period.
    pub persons: Vec<Option<f64>>,
}

/// A whole table.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// How often figures are taken.
    pub pace: Pace,
    /// The periods, as they are written.
    pub periods: Vec<String>,
    /// In the order of the file.
    pub rows: Vec<Row>,
}

/// Reads a table.
///
/// # Errors
/// What is wrong, in which line, and what is accepted there.
pub fn read(text: &str) -> Result<Figures, String> {
    let mut lines = text.trim_start_matches('\u{feff}').lines().enumerate();
    let (_, head) = lines.next().ok_or("the file is empty: the first line is “code” and the periods")?;
    let mut names = head.split(',').map(str::trim);
    if names.next() != Some("code") {
        return Err("line 1: the first column is to be called “code”".to_owned());
    }
    let periods: Vec<String> = names.map(str::to_owned).collect();
    let pace = pace(&periods)?;
    let rows = lines
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(at, line)| row(line, &periods).map_err(|why| format!("line {}: {why}", at + 1)))
        .collect::<Result<Vec<_>, _>>()?;
    let twice = rows.iter().enumerate().find(|(at, row)| rows[..*at].iter().any(|b| b.code == row.code));
    match twice {
        Some((_, row)) => Err(format!("code {} stands twice", row.code)),
        None => Ok(Figures { pace, periods, rows }),
    }
}

/// A period as years and parts of a year.
fn period(text: &str) -> Option<(Pace, usize)> {
    let (year, rest) = text.split_at_checked(4)?;
    let (letter, part) = rest.split_at_checked(1)?;
    let pace = match letter {
        "Q" | "K" => Pace::Quarterly,
        "M" => Pace::Monthly,
        _ => return None,
    };
    let (year, part): (usize, usize) = (year.parse().ok()?, part.parse().ok()?);
    (1..=pace.in_year()).contains(&part).then(|| (pace, year * pace.in_year() + part))
}

/// How often; the periods follow one another without a gap.
fn pace(periods: &[String]) -> Result<Pace, String> {
    let known = periods.iter().map(|text| {
        let unknown = || format!("line 1: “{text}” is no period: accepted are 2007Q1 and 2021M08");
        period(text).ok_or_else(unknown)
    });
    let known = known.collect::<Result<Vec<_>, _>>()?;
    let Some((pace, first)) = known.first().copied() else {
        return Err("line 1: there is no period after “code”".to_owned());
    };
    match known.iter().zip(periods).enumerate().find(|(at, (found, _))| **found != (pace, first + at)) {
        Some((_, (_, text))) => Err(format!("line 1: {text} does not follow the period before it")),
        None => Ok(pace),
    }
}

fn row(line: &str, periods: &[String]) -> Result<Row, String> {
    let mut cells = line.split(',').map(str::trim);
    let code = cells.next().unwrap_or_default();
    let code = code.parse().map_err(|_| format!("“{code}” is no official code"))?;
    let persons = cells
        .map(|cell| match cell.parse::<f64>() {
            _ if cell.is_empty() => Ok(None),
            Ok(persons) if persons.is_finite() && persons >= 0.0 => Ok(Some(persons)),
            _ => Err(format!("“{cell}” is no number of people; nothing stands for a withheld figure")),
        })
        .collect::<Result<Vec<_>, _>>()?;
    match persons.len() == periods.len() {
        true => Ok(Row { code, persons }),
        false => Err(format!("{} figures, but {} periods", persons.len(), periods.len())),
    }
}
