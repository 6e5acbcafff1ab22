//! A value over two levers, as a map.

use plotters::prelude::DrawingBackend;
use yew::prelude::*;

use super::sheet::{Drawn, Hold, Sheet, Told};
use crate::chart::map::{MapAxis, MapChart};
use crate::scenario::digits;
use crate::words::text::{Language, Text};

/// The table shows so many steps of each lever: all of them would not be read.
const STEPS: usize = 8;

/// One of the two levers.
#[derive(Clone, Debug)]
pub struct PlotAxis {
    /// With its unit.
    pub name: String,
    /// The values at the first and the last place.
    pub ends: [f64; 2],
}

/// What a map shows.
#[derive(Clone, Debug)]
pub struct MapPlot {
    /// What the values are, with their unit.
    pub unit: String,
    /// Whole rows of `columns` values, from the lower left.
    pub values: Vec<f64>,
    pub columns: usize,
    /// The colours span at least this much.
    pub least_span: f64,
    /// Decimals in the table.
    pub decimals: usize,
    pub x: PlotAxis,
    pub y: PlotAxis,
    /// The setting in hand, as values of both levers.
    pub present: Option<[f64; 2]>,
    /// A setting that is being read, as values of both levers.
    pub picked: Option<[f64; 2]>,
    /// What it is to lie below nought, and above it.
    pub parts: [String; 2],
    /// What the map shows, for those who do not see it.
    pub summary: String,
}

impl PlotAxis {
    /// The value at a place.
    fn value(&self, place: usize, places: usize) -> f64 {
        let [first, last] = self.ends;
        first + (last - first) * place as f64 / (places - 1).max(1) as f64
    }
}

/// The places that the table shows.
fn shown(places: usize) -> Vec<usize> {
    let mut shown: Vec<usize> = (0..=STEPS).map(|step| step * places.saturating_sub(1) / STEPS).collect();
    shown.dedup();
    shown
}

impl Drawn for MapPlot {
    fn on<DB: DrawingBackend>(&self, sheet: &Sheet<DB>, hold: &mut Hold) -> Option<f64> {
        let style = sheet.language.style();
        let label = |value, decimals| style.fixed(value, decimals);
        let [x, y] =
            [&self.x, &self.y].map(|axis| MapAxis { name: &axis.name, ends: axis.ends, label: &label });
        let chart = MapChart {
            title: &self.unit,
            values: &self.values,
            columns: self.columns,
            colours: hold.axis(MapChart::extent(&self.values), self.least_span, sheet.resting),
            label: &label,
            x,
            y,
            present: self.present,
            picked: self.picked,
            parts: self.parts.each_ref().map(String::as_str),
            missing: sheet.language.text(Text::ChartMissing),
        };
        // What cannot be drawn stands in the table.
        hold.plot = chart.draw(&sheet.area, sheet.theme, sheet.scale).ok().flatten();
        Some((sheet.width * 0.6 + 160.0).clamp(360.0, 560.0))
    }
}

impl Told for MapPlot {
    fn unit(&self) -> &str {
        &self.unit
    }

    fn summary(&self) -> &str {
        &self.summary
    }

    fn table(&self, chart: &str, language: Language) -> Html {
        let rows = self.values.len().checked_div(self.columns).unwrap_or(0);
        let (style, columns) = (language.style(), shown(self.columns));
        let value = |row: usize, column: usize| self.values.get(row * self.columns + column).copied();
        let head = |column: &usize| {
            let at = self.x.value(*column, self.columns);
            html! { <th key={*column} scope="col">{ language.plain(at) }</th> }
        };
        let line = |row: &usize| {
            let cell = |column: &usize| {
                let value = value(*row, *column).unwrap_or(f64::NAN);
                html! {
                    <td key={*column} data-figure={format!("{chart}.{column}.{row}")}
                        data-value={digits::write(value)}>{ style.fixed(value, self.decimals) }</td>
                }
            };
            html! {
                <tr key={*row}>
                    <th scope="row">{ language.plain(self.y.value(*row, rows)) }</th>
                    { for columns.iter().map(cell) }
                </tr>
            }
        };
        html! {
            <>
                <thead>
                    <tr>
                        <th scope="col" rowspan="2">{ self.y.name.clone() }</th>
                        <th scope="colgroup" colspan={columns.len().to_string()}>{ self.x.name.clone() }</th>
                    </tr>
                    <tr>{ for columns.iter().map(head) }</tr>
                </thead>
                <tbody>{ for shown(rows).iter().rev().map(line) }</tbody>
            </>
        }
    }
}
