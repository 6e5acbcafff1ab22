//! What adds up to a figure, as bars.

use plotters::prelude::DrawingBackend;
use yew::prelude::*;

use super::sheet::{Drawn, Hold, Sheet, Told, named};
use crate::chart::Role;
use crate::chart::bars::{Bar, BarChart};
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

impl Drawn for BarPlot {
    fn on<DB: DrawingBackend>(&self, sheet: &Sheet<DB>, hold: &mut Hold) -> Option<f64> {
        let total = self.total.as_ref();
        let extent = BarChart::extent(&self.bars, total);
        let axis = hold.axis(extent, self.least_span, sheet.resting);
        let chart = BarChart { axis, role: self.role, bars: &self.bars, total };
        chart.draw(&sheet.area, sheet.theme, sheet.scale).ok()
    }
}

impl Told for BarPlot {
    fn unit(&self) -> &str {
        &self.unit
    }

    fn summary(&self) -> &str {
        &self.summary
    }

    fn table(&self, chart: &str, _: Language) -> Html {
        let figures =
            self.bars.iter().chain(&self.total).map(|bar| (&*bar.name, bar.value, bar.written.clone()));
        named(chart, [&self.heading, &self.unit], figures)
    }
}
