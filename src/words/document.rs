//! A document in the small part of Markdown that the Method document uses, as blocks to be shown.
//!
//! Headings (`#` to `###`), paragraphs, lists (`- `), tables (`| … |`), formulas (lines set in by four spaces), and
//! words with what they mean (a line, and one below it that begins with `: `). Within them `code`, **strong**, and in
//! code and formulas what is raised: `e^(−1/T)`. Anything else stays the text it is.
//!
//! ```
//! use raaderum::words::document::{Block, Span, read};
//!
//! let blocks = read("# Sagstal\n\nEt `c^2` er **mange** sager.\n");
//! assert_eq!(blocks[0], Block::Heading(1, vec![Span::Text("Sagstal".into())]));
//! let Block::Paragraph(spans) = &blocks[1] else { panic!("a paragraph") };
//! assert_eq!(spans[1], Span::Code(vec![Span::Text("c".into()), Span::Raised("2".into())]));
//! assert_eq!(spans[3], Span::Strong("mange".into()));
//! ```

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading with its level, from 1.
    Heading(usize, Line),
    /// A paragraph.
    Paragraph(Line),
    /// A list, item by item.
    List(Vec<Line>),
    /// Words, each with what it means.
    Terms(Vec<(Line, Line)>),
    /// A formula, line by line; spaces in it stay.
    Formula(Vec<Line>),
    /// A table: its headings, and its rows.
    Table(Vec<Line>, Vec<Vec<Line>>),
}

/// A run of text.
pub type Line = Vec<Span>;

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Plain.
    Text(String),
    /// Stressed.
    Strong(String),
    /// A symbol or a key.
    Code(Line),
    /// Above the line.
    Raised(String),
}

/// The blocks of a document.
pub fn read(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut lines = text.lines().peekable();
    while let Some(first) = lines.next() {
        let kind = Kind::of(first);
        let mut same = vec![first];
        while let Some(line) = lines.next_if(|line| kind.takes(Kind::of(line))) {
            same.push(line);
        }
        blocks.extend(block(kind, &same));
    }
    blocks
}

/// The plain text of a line.
pub fn plain(line: &[Span]) -> String {
    let text = |span: &Span| match span {
        Span::Text(text) | Span::Strong(text) | Span::Raised(text) => text.clone(),
        Span::Code(inner) => plain(inner),
    };
    line.iter().map(text).collect()
}

/// What a line is by how it begins.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Empty,
    Heading,
    Item,
    Meaning,
    Formula,
    Row,
    Words,
}

impl Kind {
    fn of(line: &str) -> Self {
        match line {
            _ if line.trim().is_empty() => Self::Empty,
            _ if line.starts_with("    ") => Self::Formula,
            _ if line.starts_with('#') => Self::Heading,
            _ if line.starts_with("- ") => Self::Item,
            _ if line.starts_with(": ") => Self::Meaning,
            _ if line.starts_with('|') => Self::Row,
            _ => Self::Words,
        }
    }

    /// Whether a block of this kind goes on with a line of that kind.
    fn takes(self, next: Self) -> bool {
        match self {
            Self::Heading | Self::Empty | Self::Meaning => false,
            Self::Words => matches!(next, Self::Words | Self::Meaning),
            _ => self == next,
        }
    }
}

fn block(kind: Kind, lines: &[&str]) -> Option<Block> {
    let first = lines.first()?;
    Some(match kind {
        Kind::Empty => return None,
        Kind::Heading => {
            let text = first.trim_start_matches('#');
            Block::Heading(first.len() - text.len(), line(text.trim()))
        }
        Kind::Item => Block::List(lines.iter().map(|item| line(item[2..].trim())).collect()),
        Kind::Formula => Block::Formula(lines.iter().map(|formula| raised(&formula[4..])).collect()),
        Kind::Row => table(lines),
        Kind::Words if lines.iter().any(|line| Kind::of(line) == Kind::Meaning) => {
            let pairs = lines.chunks_exact(2).map(|pair| (line(pair[0].trim()), line(pair[1][2..].trim())));
            Block::Terms(pairs.collect())
        }
        Kind::Words | Kind::Meaning => Block::Paragraph(line(&lines.join(" "))),
    })
}

fn table(lines: &[&str]) -> Block {
    let mut rows = lines.iter().map(|row| cells(row)).filter(|row| !is_rule(row));
    let head = rows.next().unwrap_or_default();
    Block::Table(head, rows.collect())
}

/// The cells of a row; `\|` is a bar within one.
fn cells(row: &str) -> Vec<Line> {
    let row = row.trim().trim_start_matches('|').replace("\\|", "\u{0}");
    let cells = row.strip_suffix('|').unwrap_or(&row).split('|');
    cells.map(|cell| line(cell.replace('\u{0}', "|").trim())).collect()
}

/// Whether a row is the line under the headings.
fn is_rule(row: &[Line]) -> bool {
    row.iter().all(|cell| {
        let text = plain(cell);
        !text.is_empty() && text.bytes().all(|byte| byte == b'-')
    })
}

/// A line with its code and its stressed words.
fn line(text: &str) -> Line {
    let mut spans = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let mark = rest.find(['`', '*']).unwrap_or(rest.len());
        let (before, marked) = rest.split_at(mark);
        let found = [("`", true), ("**", false)].into_iter().find_map(|(mark, code)| {
            let (inside, after) = marked.strip_prefix(mark)?.split_once(mark)?;
            Some((if code { Span::Code(raised(inside)) } else { Span::Strong(inside.into()) }, after))
        });
        match found {
            Some((span, after)) => {
                push(&mut spans, before);
                spans.push(span);
                rest = after;
            }
            None => {
                // A mark without its other end is a sign like any other.
                let end = marked.char_indices().nth(1).map_or(rest.len(), |(next, _)| mark + next);
                push(&mut spans, &rest[..end]);
                rest = &rest[end..];
            }
        }
    }
    spans
}

/// A formula with what is raised in it: `^` and a bracket, or up to the next sign.
fn raised(text: &str) -> Line {
    let mut spans = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('^') {
        push(&mut spans, before);
        let (inside, behind) = match after.strip_prefix('(').and_then(bracket) {
            Some(found) => found,
            None => after.split_at(after.find([' ', ')', '·', '+', '/', ',', '-']).unwrap_or(after.len())),
        };
        spans.push(Span::Raised(inside.to_owned()));
        rest = behind;
    }
    push(&mut spans, rest);
    spans
}

/// What stands before the bracket that closes, and after it.
fn bracket(text: &str) -> Option<(&str, &str)> {
    let mut open = 1;
    for (at, sign) in text.char_indices() {
        match sign {
            '(' => open += 1,
            ')' => open -= 1,
            _ => {}
        }
        if open == 0 {
            return Some((&text[..at], &text[at + 1..]));
        }
    }
    None
}

/// Plain text, together with plain text before it.
fn push(spans: &mut Line, text: &str) {
    match spans.last_mut() {
        _ if text.is_empty() => {}
        Some(Span::Text(before)) => before.push_str(text),
        _ => spans.push(Span::Text(text.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> Line {
        vec![Span::Text(words.into())]
    }

    #[test]
    fn lines_of_a_kind_are_one_block() {
        let blocks = read("Et.\nTo.\n\n- a\n- b\n\nord\n: betydning\nord to\n: to\n## Næste\n");
        let terms = vec![(text("ord"), text("betydning")), (text("ord to"), text("to"))];
        let expected = [
            Block::Paragraph(text("Et. To.")),
            Block::List(vec![text("a"), text("b")]),
            Block::Terms(terms),
            Block::Heading(2, text("Næste")),
        ];
        assert_eq!(blocks, expected);
    }

    #[test]
    fn a_table_has_headings_and_rows_and_may_hold_bars() {
        let blocks = read("| a | b |\n| --- | --- |\n| 1 \\| 2 | |\n");
        let rows = vec![vec![text("1 | 2"), Vec::new()]];
        assert_eq!(blocks, [Block::Table(vec![text("a"), text("b")], rows)]);
    }

    #[test]
    fn what_is_raised_ends_where_it_should() {
        let told = |formula: &str| raised(formula);
        let e = [Span::Text("1 − e".into()), Span::Raised("−H · (z)".into()), Span::Text(")".into())];
        assert_eq!(told("1 − e^(−H · (z)))"), e);
        assert_eq!(
            told("r^ε, mindst"),
            [Span::Text("r".into()), Span::Raised("ε".into()), Span::Text(", mindst".into())]
        );
    }

    #[test]
    fn nothing_is_lost_of_what_is_not_understood() {
        for odd in ["*", "**", "`", "a ** b", "M* og `M*", ":", "#", "|", "    ^(", "^", "- ", "ø*å`æ"] {
            let _ = read(odd);
        }
        assert_eq!(plain(&line("M* er **M og `k")), "M* er **M og `k");
    }
}
