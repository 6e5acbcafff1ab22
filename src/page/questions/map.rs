//! The map of two levers: what is drawn, and what a cell says.

use crate::model::tables::{LEVERS, LeverKind};
use crate::page::parts::map::{MapPlot, PlotAxis};
use crate::questions::measure::Measure;
use crate::questions::policy_map::{Axis, Map};
use crate::questions::setting::{Number, Setting};
use crate::scenario::keys::Key;
use crate::uncertainty::bands::Between;
use crate::words::question;
use crate::words::text::{Language, Text, fill};

/// Colours span at least this much: kroner, and persons.
const LEAST_SPAN: [f64; 2] = [0.1, 1.0];

/// The kroner or persons that one of the map's unit stands for.
fn scale(measure: Measure) -> f64 {
    if measure.is_money() { 1e6 } else { 1.0 }
}

/// The map as it is drawn, with the cell that is being read.
pub fn plot(language: Language, map: &Map, picked: Option<[usize; 2]>) -> MapPlot {
    let (measure, scale) = (map.measure, scale(map.measure));
    let values: Vec<f64> = map.values.iter().map(|value| value / scale).collect();
    let unit = language.text(if measure.is_money() { Text::ChartNetUnit } else { Text::ChartStockUnit });
    let years = language.years(usize::from(measure.month().unwrap_or_default()));
    let about = [("figure", question::figure(language, measure)), ("years", &*years), ("unit", unit)];
    let at = |[column, row]: [usize; 2]| {
        Some([number(map.x.settings.get(column)?)?, number(map.y.settings.get(row)?)?])
    };
    MapPlot {
        unit: fill(language.text(Text::AskMapUnit), &about),
        columns: map.x.settings.len(),
        least_span: LEAST_SPAN[usize::from(!measure.is_money())],
        decimals: 1,
        x: axis(language, &map.x),
        y: axis(language, &map.y),
        present: present(map),
        picked: picked.and_then(at),
        parts: [Text::AskBelow, Text::AskAbove].map(|text| language.text(text).to_owned()),
        summary: summary(language, map),
        values,
    }
}

fn axis(language: Language, axis: &Axis) -> PlotAxis {
    let unit = match axis.key {
        Key::Lever(lever, _) => match LEVERS[lever].kind {
            LeverKind::Number { unit, .. } => language.unit(unit),
            _ => "",
        },
        _ => "",
    };
    let end = |setting: Option<&Setting>| setting.and_then(number).unwrap_or_default();
    let ends = [end(axis.settings.first()), end(axis.settings.last())];
    PlotAxis { name: format!("{} ({unit})", question::name(language, axis.key)), ends }
}

fn number(setting: &Setting) -> Option<f64> {
    match setting {
        Setting::Number(value) => Some(*value),
        Setting::Word(_) => None,
    }
}

/// The present setting as values of both levers, where it lies on the map.
fn present(map: &Map) -> Option<[f64; 2]> {
    let value = |axis: &Axis| {
        let (first, last) = (axis.settings.first().and_then(number)?, axis.settings.last().and_then(number)?);
        Some(first + (last - first) * axis.present? / (axis.settings.len() - 1) as f64)
    };
    Some([value(&map.x)?, value(&map.y)?])
}

/// The cell nearest to the present setting.
pub fn here(map: &Map) -> [usize; 2] {
    [&map.x, &map.y].map(|axis| axis.present.unwrap_or_default().round() as usize)
}

/// In how much of the map the figure is above nought.
pub fn summary(language: Language, map: &Map) -> String {
    let above = map.values.iter().filter(|value| **value > map.measure.rounding()).count();
    let share = language.percent(above as f64 / map.values.len().max(1) as f64);
    let values = [("figure", question::figure(language, map.measure)), ("share", &*share)];
    fill(language.text(Text::AskMapSummary), &values)
}

/// What a cell says.
pub fn reading(language: Language, map: &Map, [column, row]: [usize; 2]) -> Option<String> {
    let value = question::value(language, map.measure, map.at(column, row)?);
    let said = |axis: &Axis, place: usize| {
        let (lever, at) = (Number::of(axis.key)?, number(axis.settings.get(place)?)?);
        Some((question::name(language, axis.key), question::place(language, &lever, at)))
    };
    let ((x, x_at), (y, y_at)) = (said(&map.x, column)?, said(&map.y, row)?);
    let values = [
        ("x", &*x),
        ("x_at", &*x_at),
        ("y", &*y),
        ("y_at", &*y_at),
        ("figure", question::figure(language, map.measure)),
        ("value", &*value),
    ];
    Some(fill(language.text(Text::AskMapReading), &values))
}

/// Where nine of ten outcomes of the cell lie.
pub fn band(language: Language, map: &Map, ends: Between) -> String {
    let band = question::between(language, map.measure, ends);
    match ends {
        Some(_) => fill(language.text(Text::AskMapBand), &[("band", &band)]),
        None => String::new(),
    }
}

/// Where a key moves the reading to; `None` for a key that does not.
pub fn step(map: &Map, from: [usize; 2], key: &str) -> Option<[usize; 2]> {
    let [columns, rows] = sides(map);
    let [column, row] = from;
    Some(match key {
        "ArrowLeft" => [column.saturating_sub(1), row],
        "ArrowRight" => [(column + 1).min(columns - 1), row],
        "ArrowDown" => [column, row.saturating_sub(1)],
        "ArrowUp" => [column, (row + 1).min(rows - 1)],
        "Home" => [0, row],
        "End" => [columns - 1, row],
        "PageDown" => [column, 0],
        "PageUp" => [column, rows - 1],
        _ => return None,
    })
}

/// How many columns and rows a map has.
pub fn sides(map: &Map) -> [usize; 2] {
    [map.x.settings.len(), map.y.settings.len()]
}

/// The cell at shares of the map's width and height.
pub fn cell([columns, rows]: [usize; 2], [across, up]: [f64; 2]) -> [usize; 2] {
    let place = |share: f64, places: usize| (share * places.saturating_sub(1) as f64).round() as usize;
    [place(across, columns), place(up, rows)]
}
