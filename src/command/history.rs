//! `raaderum history`.

use std::path::Path;

use super::arguments::HistoryArguments;
use super::sheet::{Cell, Sheet};
use super::{Failure, Streams, given};
use crate::model::tables::GROUPS;
use crate::scenario::own;
use crate::surroundings::learn;
use crate::surroundings::learn::figures::{self, Figures};
use crate::surroundings::{TABLES, TableSpec, Widths};
use crate::words::text::Language;

/// How far figures have moved before, how often such bands held what came, or the product's table made anew.
pub fn history(
    arguments: &HistoryArguments,
    language: Language,
    streams: &mut Streams,
) -> Result<(), Failure> {
    if let Some([insured, job_ready]) = arguments.make.as_deref() {
        let figures = [read(insured, language, streams)?, read(job_ready, language, streams)?];
        let unknown = figures.iter().flat_map(|figures| &figures.rows).find(|row| id(row.code).is_none());
        if let Some(row) = unknown {
            return Err(Failure::Refused(vec![format!("code {}: no place of the program has it", row.code)]));
        }
        return Ok(streams.output.write_all(learn::product(&figures, id).as_bytes())?);
    }
    let sheet = match arguments.coverage {
        true => coverage(language),
        false => ratios(language, arguments.place.as_deref())?,
    };
    Ok(sheet.write(arguments.format, language, streams.output)?)
}

/// A public series.
fn read(path: &Path, language: Language, streams: &mut Streams) -> Result<Figures, Failure> {
    let bytes = given::bytes(path, own::LARGEST, language, streams.input)?;
    let told = |why| Failure::Refused(vec![format!("{}: {why}", path.display())]);
    figures::read(&String::from_utf8_lossy(&bytes)).map_err(told)
}

/// The id of the place with an official code.
fn id(code: u16) -> Option<String> {
    let mut places = TABLES.iter().flat_map(|table| table.places);
    places.find(|place| place.code == code).map(|place| place.id.to_owned())
}

/// The percentiles of the figure after so many years over the figure at the start, place by place and by size.
fn ratios(language: Language, place: Option<&str>) -> Result<Sheet, Failure> {
    let mut sheet =
        Sheet::new(&["group", "place", "size", "years", "p5", "p25", "p50", "p75", "p95", "+source"]);
    for table in &TABLES {
        let classes = table.classes.iter().enumerate().map(|(class, widths)| ("", Some(class), *widths));
        let places = table.places.iter().map(|place| (place.id, place.class, place.widths));
        for (id, class, widths) in
            places.chain(classes).filter(|(id, ..)| place.is_none_or(|asked| *id == asked))
        {
            sheet.rows.extend(rows(table, id, class, widths, language));
        }
    }
    match (sheet.rows.is_empty(), place) {
        (true, Some(asked)) => {
            let known: Vec<&str> =
                TABLES.iter().flat_map(|table| table.places).map(|place| place.id).take(98).collect();
            Err(Failure::Refused(vec![format!("place {asked}: must be one of {}", known.join(", "))]))
        }
        _ => Ok(sheet),
    }
}

fn rows(
    table: &'static TableSpec,
    id: &'static str,
    class: Option<usize>,
    widths: Widths,
    language: Language,
) -> impl Iterator<Item = Vec<Cell>> {
    let size = match class {
        None => String::new(),
        Some(class) => {
            let end = |at: Option<usize>| {
                at.and_then(|at| table.below.get(at)).map_or(String::new(), f64::to_string)
            };
            format!("{}-{}", end(class.checked_sub(1)), end(Some(class)))
        }
    };
    table.years.iter().zip(widths).map(move |(years, [half, nine])| {
        let ratio = |width: f64| Cell::Number(libm::round(1e3 * libm::exp(1e-3 * width)) / 1e3);
        let [half, nine] = [f64::from(*half), f64::from(*nine)];
        let mut row = vec![GROUPS[table.group].id.into(), id.into(), size.clone().into(), (*years).into()];
        row.extend([-nine, -half, 0.0, half, nine].map(ratio));
        row.push(table.source(language).into());
        row
    })
}

/// The share of later outcomes inside the bands of half and of nine in ten.
fn coverage(language: Language) -> Sheet {
    let columns = [
        "group",
        "learned_from",
        "learned_until",
        "years",
        "windows",
        "inside_half",
        "inside_nine",
        "+source",
    ];
    let mut sheet = Sheet::new(&columns);
    for table in &TABLES {
        sheet.rows.extend(table.coverage.iter().map(|row| {
            vec![
                GROUPS[table.group].id.into(),
                table.first.into(),
                row.until.into(),
                row.years.into(),
                f64::from(row.windows).into(),
                row.inside[0].into(),
                row.inside[1].into(),
                table.source(language).into(),
            ]
        }));
    }
    sheet
}
