//! What adds up to a figure, as bars.

use plotters::prelude::DrawingBackend;
use yew::prelude::*;

use super::chart::{Hold, Picture, Sheet};
use crate::chart::Role;
use crate::chart::bars::{Bar, BarChart};
use crate::chart::svg::Svg;
use crate::scenario::digits;
use crate::words::text::Language;

/// What a chart of bars shows.
#[derive(Clone, Debug)]
pub struct BarPlot {
    pub unit: String,
    /// What the bars stand for, above their names in the table.
    pub heading: String,
    pub role: Role,
    /// The axis spans at least this much.
    pub least_span: f64,
    pub bars: Vec<Bar>,
    pub total: Option<Bar>,
    /// What the chart shows, for those who do not see it.
    pub summary: String,
}

impl BarPlot {
    fn on<DB: DrawingBackend>(&self, sheet: &Sheet<DB>, hold: &mut Hold) -> Option<f64> {
        let total = self.total.as_ref();
        let extent = BarChart::extent(&self.bars, total);
        let axis = hold.axis(extent, self.least_span, sheet.resting);
        let chart = BarChart { axis, role: self.role, bars: &self.bars, total };
        chart.draw(&sheet.area, sheet.theme, sheet.scale).ok()
    }
}

impl Picture for BarPlot {
    fn unit(&self) -> &str {
        &self.unit
    }

    fn summary(&self) -> &str {
        &self.summary
    }

    fn draw(&self, sheet: &Sheet, hold: &mut Hold) -> Option<f64> {
        self.on(sheet, hold)
    }

    fn trace(&self, sheet: &Sheet<Svg>, hold: &mut Hold) -> Option<f64> {
        self.on(sheet, hold)
    }

    fn table(&self, chart: &str, _: Language) -> Html {
        let row = |(number, bar): (usize, &Bar)| {
            html! {
                <tr key={number}>
                    <th scope="row">{ bar.name.clone() }</th>
                    <td data-figure={format!("{chart}.{number}")} data-value={digits::write(bar.value)}>
                        { bar.written.clone() }
                    </td>
                </tr>
            }
        };
        html! {
            <>
                <thead><tr>
                    <th scope="col">{ self.heading.clone() }</th>
                    <th scope="col">{ self.unit.clone() }</th>
                </tr></thead>
                <tbody>{ for self.bars.iter().chain(&self.total).enumerate().map(row) }</tbody>
            </>
        }
    }
}
