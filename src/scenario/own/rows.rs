//! Lines of a file, and the fields of a line.

use super::Problem;

/// More fields than this in a row are not of the table: it has five columns and four quarters a year.
const MOST_FIELDS: usize = 1000;
/// And no name in it is as long as this, in bytes.
const LONGEST_FIELD: usize = 300;

/// The lines of a file that are not empty, with their numbers.
pub struct Lines<'a>(Vec<(usize, &'a str)>);

impl<'a> Lines<'a> {
    /// Lines end as on any system.
    pub fn new(text: &'a str) -> Self {
        let lines = text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'));
        Self((1..).zip(lines).filter(|(_, line)| !line.trim().is_empty()).collect())
    }

    /// The lines from the first.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &'a str)> + '_ {
        self.0.iter().copied()
    }
}

/// The fields of a line: quoted where they begin with a quotation mark, as they stand elsewhere.
pub fn fields(row: usize, line: &str, separator: char) -> Result<Vec<String>, Problem> {
    let mut fields = Vec::new();
    let mut rest = Some(line);
    while let Some(text) = rest {
        if fields.len() == MOST_FIELDS {
            return Err(Problem::TooMany { row });
        }
        let start = text.trim_start_matches(' ');
        let (field, after) = match start.strip_prefix('"') {
            Some(quoted) => {
                let (field, after) = unquoted(quoted).ok_or(Problem::OpenQuote { row })?;
                // Whatever stands between the quotation mark and the separator belongs to the field.
                let (tail, after) = split(after, separator);
                (field + tail.trim(), after)
            }
            None => {
                let (field, after) = split(text, separator);
                (field.trim().to_owned(), after)
            }
        };
        if field.len() > LONGEST_FIELD {
            return Err(Problem::TooMany { row });
        }
        fields.push(field);
        rest = after;
    }
    Ok(fields)
}

fn split(text: &str, separator: char) -> (&str, Option<&str>) {
    match text.split_once(separator) {
        Some((field, after)) => (field, Some(after)),
        None => (text, None),
    }
}

/// Up to the closing quotation mark; two of them stand for one.
fn unquoted(text: &str) -> Option<(String, &str)> {
    let mut field = String::new();
    let mut rest = text;
    loop {
        let (before, after) = rest.split_once('"')?;
        field.push_str(before);
        match after.strip_prefix('"') {
            Some(after) => {
                field.push('"');
                rest = after;
            }
            None => return Some((field.trim().to_owned(), after)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> Vec<String> {
        fields(1, line, ';').unwrap()
    }

    #[test]
    fn a_label_with_a_comma_needs_no_quotes() {
        assert_eq!(of("All Denmark;Age, total;7"), ["All Denmark", "Age, total", "7"]);
    }

    #[test]
    fn quotes_are_taken_off_and_may_hold_a_separator() {
        assert_eq!(of("\"a;b\" ; \"c \"\"d\"\"\";\"\";"), ["a;b", "c \"d\"", "", ""]);
        assert_eq!(fields(7, "a;\"b", ';'), Err(Problem::OpenQuote { row: 7 }));
    }

    #[test]
    fn rows_are_counted_with_the_empty_ones() {
        let lines: Vec<_> = Lines::new("a\n\nb\r\nc").iter().collect();
        assert_eq!(lines, [(1, "a"), (3, "b"), (4, "c")]);
    }
}
