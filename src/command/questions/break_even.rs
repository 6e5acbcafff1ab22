//! `raaderum break-even`.

use super::{Told, asked, key, number, refused};
use crate::command::arguments::Format;
use crate::command::arguments::questions::BreakEvenArguments;
use crate::command::sheet::{Cell, Sheet};
use crate::command::{Failure, Streams};
use crate::questions::break_even::{Answer, BreakEven, Edge, EdgeKind, Goal, Sample, break_even};
use crate::questions::odds::{Chance, Odds, odds};
use crate::words::text::{Language, Text, fill};
use crate::words::{question, standard};

/// `break-even`
pub fn solve(
    arguments: &BreakEvenArguments,
    language: Language,
    streams: &mut Streams,
) -> Result<(), Failure> {
    let (scenario, measure, _) = asked(&arguments.given, &arguments.figure, language, streams)?;
    let key = key(&arguments.lever, language)?;
    let goal = Goal { measure, value: arguments.reach };
    let draws = usize::from(arguments.draws);
    let (Some(answer), Some(odds)) = (break_even(&scenario, key, goal), odds(&scenario, key, goal, draws))
    else {
        return Err(refused(language, Text::CommandNotANumber, &[("key", &arguments.lever)]));
    };
    let mut lines = question::break_even(language, &answer);
    let value = question::value(language, measure, answer.present);
    let values = [("figure", question::figure(language, measure)), ("value", &value)];
    lines.push(fill(language.text(Text::QuestionPresent), &values));
    if !matches!(answer.found, BreakEven::NoEffect { .. }) {
        lines.extend(question::odds(language, &odds));
    }
    lines.extend(standard::line(language, &scenario));
    let mut sheet = Sheet::new(&[
        "answer",
        "from",
        "from_is",
        "to",
        "to_is",
        "at",
        "value",
        "+chance",
        "+present",
        "+present_chance",
    ]);
    let mut rows = stretches(&answer);
    rows.extend(sure(&odds));
    if arguments.format != Format::Table {
        rows.extend(scanned(&odds));
    }
    let present = [number(answer.present), odds.present.into()];
    sheet.rows.extend(rows.into_iter().map(|row| row.into_iter().chain(present.clone()).collect()));
    Told { lines, sheet }.write(arguments.format, language, streams)
}

/// A row for each stretch of the central run, or the one that says why there is none.
fn stretches(answer: &Answer) -> Vec<Vec<Cell>> {
    let bound = |side: usize| Edge { at: answer.number.bounds[side], kind: EdgeKind::Bound };
    let row = |answer: &str, from: Edge, to: Edge, sample: Sample| {
        let mut row = vec![answer.into()];
        for edge in [from, to] {
            row.extend([edge.at.into(), of_edge(edge.kind).into()]);
        }
        row.extend([number(sample.at), number(sample.value), Cell::None]);
        row
    };
    match &answer.found {
        BreakEven::NoEffect { value } => {
            vec![row("no_effect", bound(0), bound(1), Sample { at: f64::NAN, value: *value })]
        }
        BreakEven::Always { worst } => vec![row("always", bound(0), bound(1), *worst)],
        BreakEven::Never { best } => vec![row("never", bound(0), bound(1), *best)],
        BreakEven::Where(stretches) => {
            stretches.iter().map(|stretch| row("where", stretch.from, stretch.to, stretch.best)).collect()
        }
    }
}

fn of_edge(kind: EdgeKind) -> &'static str {
    match kind {
        EdgeKind::Bound => "bound",
        EdgeKind::Crossing => "crossing",
        EdgeKind::Jump => "jump",
        EdgeKind::Whole => "whole",
    }
}

/// A row for each stretch in which the goal is as good as sure.
fn sure(odds: &Odds) -> impl Iterator<Item = Vec<Cell>> {
    odds.sure.iter().map(|[from, to]| {
        let none = || Cell::None;
        vec!["sure".into(), from.at.into(), none(), to.at.into(), none(), none(), none(), none()]
    })
}

/// A row for each place that was looked at.
fn scanned(odds: &Odds) -> impl Iterator<Item = Vec<Cell>> {
    odds.scan.iter().map(|Chance { at, share }| {
        let none = || Cell::None;
        vec!["odds".into(), none(), none(), none(), none(), (*at).into(), none(), (*share).into()]
    })
}
