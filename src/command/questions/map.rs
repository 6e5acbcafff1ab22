//! `raaderum map`.

use super::{Told, asked, cell, key, number, refused};
use crate::command::arguments::Format;
use crate::command::arguments::questions::MapArguments;
use crate::command::sheet::{Cell, Sheet, write_aligned};
use crate::command::{Failure, Streams};
use crate::questions::measure::Measure;
use crate::questions::policy_map::{Map, policy_map};
use crate::words::question;
use crate::words::text::{Language, Text, fill};

/// `map`
pub fn map(arguments: &MapArguments, language: Language, streams: &mut Streams) -> Result<(), Failure> {
    let (scenario, measure, _) = asked(&arguments.given, &arguments.figure, language, streams)?;
    let (x, y) = (key(&arguments.x, language)?, key(&arguments.y, language)?);
    let map = policy_map(&scenario, x, y, measure).ok_or_else(|| {
        refused(language, Text::CommandNotTwoLevers, &[("x", &arguments.x), ("y", &arguments.y)])
    })?;
    if arguments.format == Format::Table {
        return Ok(write_aligned(&coarse(&map, measure, language), streams.output)?);
    }
    let mut sheet = Sheet::new(&["x", "y", "value"]);
    for (row, below) in map.y.settings.iter().enumerate() {
        for (column, across) in map.x.settings.iter().enumerate() {
            let value = map.at(column, row).map_or(Cell::None, number);
            sheet.rows.push(vec![cell(*across), cell(*below), value]);
        }
    }
    Told { lines: Vec::new(), sheet }.write(arguments.format, language, streams)
}

/// Few enough settings to read: of many, every ninth.
fn coarse(map: &Map, measure: Measure, language: Language) -> Vec<Vec<(String, bool)>> {
    const EVERY: usize = 9;
    let some = |count: usize| (0..count).step_by(if count > EVERY + 3 { EVERY } else { 1 });
    let right = |text: String| (text, true);
    let said = |key, setting| right(question::setting(language, key, setting));
    let columns = || some(map.x.settings.len());
    let corner =
        format!("{} \\ {}", question::name(language, map.y.key), question::name(language, map.x.key));
    let head = columns().map(|column| said(map.x.key, map.x.settings[column]));
    let mut lines: Vec<Vec<_>> = vec![std::iter::once((corner, false)).chain(head).collect()];
    for row in some(map.y.settings.len()) {
        let value =
            |column| map.at(column, row).map_or(String::new(), |v| question::value(language, measure, v));
        let values = columns().map(|column| right(value(column)));
        lines.push(std::iter::once(said(map.y.key, map.y.settings[row])).chain(values).collect());
    }
    let value = question::value(language, measure, map.present);
    let values = [("figure", question::figure(language, measure)), ("value", &value)];
    lines.push(vec![(fill(language.text(Text::QuestionPresent), &values), false)]);
    lines
}
