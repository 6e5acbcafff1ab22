//! `raaderum reform`

use super::{Told, asked, refused};
use crate::command::arguments::questions::ReformArguments;
use crate::command::sheet::Sheet;
use crate::command::{Failure, Streams};
use crate::model::tables::Law;
use crate::questions::reform::{self as ask, Change};
use crate::words::law;
use crate::words::text::{Language, Text};

/// `reform`
pub fn reform(arguments: &ReformArguments, language: Language, streams: &mut Streams) -> Result<(), Failure> {
    let (scenario, measure, _) = asked(&arguments.given, &arguments.figure, language, streams)?;
    let before: Law = arguments.before.unwrap_or_else(ask::usual);
    let found = ask::reform(&scenario, before, measure)
        .ok_or_else(|| refused(language, Text::CommandNotShared, &[("measure", measure.name())]))?;
    let mut sheet = Sheet::new(&["change", "adds", "name"]);
    for part in &found.parts {
        let key = match &part.change {
            Change::Figures(parameters) => parameters.first().map_or("", |first| first.spec().kind),
            Change::Ladder => "ladder",
            Change::Groups(_) => "closed",
        };
        sheet.rows.push(vec![key.into(), part.adds.into(), law::change(language, &part.change).into()]);
    }
    let lines = vec![law::difference(language, measure, &found)];
    Told { lines, sheet }.write(arguments.format, language, streams)
}
