//! Figures side by side, each a dot with its band.

use plotters::prelude::DrawingBackend;
use yew::prelude::*;

use super::sheet::{Drawn, Hold, Sheet, Told, named};
use crate::chart::Role;
use crate::chart::dots::{Dot, DotChart};
use crate::words::text::Language;

/// Sizes of texts, CSS pixels: on a screen, and read from the back row.
const SMALL: f64 = 15.0;
const LARGE: f64 = 28.0;

/// What a chart of dots shows.
#[derive(Clone, Debug)]
pub struct DotPlot {
    pub dots: Vec<Dot>,
    pub unit: String,
    /// What the dots stand for, above their names in the table.
    pub heading: String,
    /// What the chart shows, for those who do not see it.
    pub summary: String,
    pub role: Role,
    /// The axis spans at least this much.
    pub least_span: f64,
    /// Whether it is read from the back row.
    pub large: bool,
}

impl Drawn for DotPlot {
    fn on<DB: DrawingBackend>(&self, sheet: &Sheet<DB>, hold: &mut Hold) -> Option<f64> {
        let style = sheet.language.style();
        let label = |value, decimals| style.fixed(value, decimals);
        let axis = hold.axis(DotChart::extent(&self.dots), self.least_span, sheet.resting);
        let text = if self.large { LARGE } else { SMALL };
        let chart = DotChart { axis, role: self.role, dots: &self.dots, label: &label, text };
        chart.draw(&sheet.area, sheet.theme, sheet.scale).ok()
    }
}

impl Told for DotPlot {
    fn unit(&self) -> &str {
        &self.unit
    }

    fn summary(&self) -> &str {
        &self.summary
    }

    fn table(&self, chart: &str, _: Language) -> Html {
        let figures = self.dots.iter().map(|dot| (&*dot.name, dot.value, dot.written.clone()));
        named(chart, [&self.heading, &self.unit], figures)
    }
}
