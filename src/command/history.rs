//! `raaderum history`.

use super::arguments::HistoryArguments;
use super::sheet::{Cell, Sheet};
use super::{Failure, Streams, given};
use crate::model::tables::GROUPS;
use crate::scenario::own;
use crate::surroundings::learn::{self, figures};
use crate::surroundings::{TABLES, TableSpec, Widths};
use crate::words::text::Language;

/// How far figures have moved before, how often such bands held what came, or the product's table made anew.
pub fn history(
    arguments: &HistoryArguments,
    language: Language,
    streams: &mut Streams,
) -> Result<(), Failure> {
    if let Some([insured, job_ready, places]) = arguments.make.as_deref() {
        let mut text = |path| {
            let bytes = given::bytes(path, own::LARGEST, language, streams.input)?;
            Ok::<_, Failure>(String::from_utf8_lossy(&bytes).into_owned())
        };
        let read = |(path, text): (&std::path::PathBuf, String)| {
            let told = |why| Failure::Refused(vec![format!("{}: {why}", path.display())]);
            figures::read(&text).map_err(told)
        };
        let figures = [read((insured, text(insured)?))?, read((job_ready, text(job_ready)?))?];
        let ids = ids(&text(places)?);
        let made = learn::product(&figures, |code| {
            ids.iter().find(|(known, _)| *known == code).map(|(_, id)| id.clone())
        });
        return Ok(streams.output.write_all(made.as_bytes())?);
    }
    let sheet = match arguments.coverage {
        true => coverage(language),
        false => ratios(language, arguments.place.as_deref())?,
    };
    Ok(sheet.write(arguments.format, language, streams.output)?)
}

/// Official codes and ids of a table of places with columns of these names; the country has code 0.
fn ids(text: &str) -> Vec<(u16, String)> {
    let mut lines = text.trim_start_matches('\u{feff}').lines().filter(|line| !line.starts_with('#'));
    let names: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
    let column = |name| names.iter().position(|known| *known == name);
    let (Some(id), Some(code)) = (column("id"), column("code")) else { return Vec::new() };
    let row = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        Some((cells.get(code)?.parse().ok()?, (*cells.get(id)?).to_owned()))
    };
    std::iter::once((0, "country".to_owned())).chain(lines.filter_map(row)).collect()
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
