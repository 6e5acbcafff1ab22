//! `raaderum drivers` and `raaderum compare`.

use super::{Told, asked, number, refused};
use crate::command::arguments::Format;
use crate::command::arguments::questions::{CompareArguments, DriversArguments};
use crate::command::sheet::{Cell, Sheet};
use crate::command::{Failure, Streams, given};
use crate::questions::measure::Measure;
use crate::questions::spread;
use crate::uncertainty::bands::SHARES;
use crate::uncertainty::draws::Draws;
use crate::uncertainty::drivers::drivers as driven;
use crate::uncertainty::paired::Paired;
use crate::uncertainty::quantile::quantiles;
use crate::words::text::{Language, Text, fill};
use crate::words::{question, standard};

/// So many drivers are shown for reading.
const STRONGEST: usize = 12;

/// `drivers`
pub fn drivers(
    arguments: &DriversArguments,
    language: Language,
    streams: &mut Streams,
) -> Result<(), Failure> {
    let (scenario, measure, _) = asked(&arguments.given, &arguments.figure, language, streams)?;
    let mut values = spread::values(&scenario, measure, usize::from(arguments.draws));
    let found = driven(&Draws::new(&scenario.parameters), &values);
    let shown = if arguments.format == Format::Table { STRONGEST } else { found.len() };
    let mut sheet = Sheet::new(&["key", "correlation", "share", "name", "+keys"]);
    for driver in found.into_iter().take(shown) {
        let keys: Vec<_> = driver.parameters.iter().map(|parameter| parameter.spec().key).collect();
        let Some(first) = driver.parameters.first() else { continue };
        // What is drawn together is one assumption, made for each group.
        let key = if keys.len() > 1 { first.spec().kind } else { first.spec().key };
        let name = question::driver(language, &driver);
        let figures = [driver.correlation, driver.share].map(Cell::Number);
        let row = std::iter::once(key.into()).chain(figures);
        sheet.rows.push(row.chain([name.into(), keys.join(" ").into()]).collect());
    }
    let [low, .., high] = quantiles(&mut values, SHARES).map(f64::from);
    let said = |value| question::value(language, measure, value);
    let range = fill(language.text(Text::QuestionFromTo), &[("from", &said(low)), ("to", &said(high))]);
    let words = [("figure", question::figure(language, measure)), ("range", &*range)];
    let spread = fill(language.text(Text::CommandSpread), &words);
    let lines = std::iter::once(spread).chain(standard::line(language, &scenario)).collect();
    Told { lines, sheet }.write(arguments.format, language, streams)
}

/// `compare`
pub fn compare(
    arguments: &CompareArguments,
    language: Language,
    streams: &mut Streams,
) -> Result<(), Failure> {
    if [&arguments.first, &arguments.second].iter().all(|text| *text == "-") {
        return Err(refused(language, Text::CommandTwice, &[]));
    }
    let first = given::file_or_link(&arguments.first, language, streams)?;
    let second = given::file_or_link(&arguments.second, language, streams)?;
    let month = arguments.month.unwrap_or(first.policy.horizon);
    let measures = Measure::NAMES.map(|name| Measure::parse(name, month).unwrap_or(Measure::Net(month)));
    let found = spread::against(&first, &second, &measures, usize::from(arguments.draws));
    let (a, b) = (first.simulate(), second.simulate());
    let mut lines = Vec::new();
    let mut sheet = Sheet::new(&[
        "figure",
        "a",
        "b",
        "difference",
        "p5",
        "p25",
        "p50",
        "p75",
        "p95",
        "a_better",
        "b_better",
    ]);
    for (measure, paired) in measures.into_iter().zip(found) {
        let [a, b] = [&a, &b].map(|outcome| measure.of(outcome));
        let better = better(measure, &paired);
        let [first, second] = better.map(|share| language.percent(share.into()));
        let words = [("figure", question::figure(language, measure)), ("first", &first), ("second", &second)];
        lines.push(fill(language.text(Text::CommandBetter), &words));
        let figures = [a, b, b - a].into_iter().chain(paired.spread.map(f64::from));
        let figures = figures.chain(better.map(f64::from)).map(number);
        sheet.rows.push(std::iter::once(measure.name().into()).chain(figures).collect());
    }
    Told { lines, sheet }.write(arguments.format, language, streams)
}

/// In what share of the draws the first is the better one, and the second.
fn better(measure: Measure, paired: &Paired) -> [f32; 2] {
    match measure.less_is_better() {
        true => [paired.more, paired.less],
        false => [paired.less, paired.more],
    }
}
