//! Lines over years, with their bands.

#[cfg(any(feature = "more", feature = "embed"))]
mod reading;

use plotters::prelude::DrawingBackend;
#[cfg(any(feature = "more", feature = "embed"))]
use yew::prelude::*;

use super::sheet::{Hold, Picture, Screen, Sheet, Told};
#[cfg(feature = "more")]
use crate::chart::svg::Svg;
use crate::chart::{Band, Event, Laid, Line, LineChart, Mark, Role};
use crate::page::canvas;
#[cfg(any(feature = "more", feature = "embed"))]
use crate::scenario::digits;
use crate::words::text::Text;
#[cfg(any(feature = "more", feature = "embed"))]
use crate::words::text::{Language, fill};

/// One line of a plot.
#[derive(Clone, Debug)]
pub struct PlotLine {
    pub role: Role,
    /// Its name at the right end of the line.
    pub label: String,
    /// Its name in the table, and in `data-figure`.
    pub name: &'static str,
    #[cfg(any(feature = "more", feature = "embed"))]
    pub heading: String,
    /// One value a month from month 0.
    pub points: Vec<f64>,
}

impl PlotLine {
    /// A line with this heading; at its right end where it ends is said too.
    pub fn new(role: Role, name: &'static str, heading: &str, end: &str, points: Vec<f64>) -> Self {
        let space = if end.is_empty() { "" } else { " " };
        Self {
            role,
            label: [heading, space, end].concat(),
            name,
            #[cfg(any(feature = "more", feature = "embed"))]
            heading: heading.to_owned(),
            points,
        }
    }
}

/// The band of one line.
#[derive(Clone, Debug)]
pub struct PlotBand {
    /// The line's name in the table.
    pub line: &'static str,
    /// The 5th, 25th, 75th and 95th percentile, one value a month from month 0.
    pub edges: [Vec<f32>; 4],
}

impl PlotBand {
    /// Drawn as its line is; a band without a line has no place.
    fn drawn(&self, lines: &[PlotLine]) -> Option<Band<'_>> {
        let line = lines.iter().find(|line| line.name == self.line)?;
        let [outer_low, inner_low, inner_high, outer_high] = &self.edges;
        Some(Band { role: line.role, outer_low, inner_low, inner_high, outer_high })
    }
}

/// What a band claims: in a sentence, in a few words, and the names of its lower and its upper end in a table.
pub type Claim = [Text; 4];
/// The band of the plan's effect: where the outcomes of the draws lie, all else being as it is.
pub const EFFECT: Claim = [Text::ChartBandLong, Text::ChartBand, Text::ChartBandLow, Text::ChartBandHigh];

/// What a chart of lines shows.
#[derive(Clone, Debug)]
pub struct Plot {
    /// The group whose people it counts; `None`: all.
    pub of: Option<usize>,
    pub months: u16,
    pub unit: String,
    /// The axis spans at least this much, so that noise does not look like a finding.
    pub least_span: f64,
    /// Decimals in the table.
    #[cfg(any(feature = "more", feature = "embed"))]
    pub decimals: usize,
    pub lines: Vec<PlotLine>,
    pub bands: Vec<PlotBand>,
    /// What all of them claim.
    pub claim: Claim,
    pub marks: Vec<Mark>,
    /// Where the marks come from.
    #[cfg(any(feature = "more", feature = "embed"))]
    pub marks_from: &'static str,
    pub events: Vec<Event>,
    /// What the chart shows, for those who do not see it.
    pub summary: String,
}

/// A column of the table: its name in `data-figure`, its heading, and a value at the end of each year.
#[cfg(any(feature = "more", feature = "embed"))]
struct Column {
    name: String,
    heading: String,
    values: Vec<f64>,
}

#[cfg(any(feature = "more", feature = "embed"))]
impl Plot {
    fn years(&self) -> impl Iterator<Item = usize> + use<> {
        (0..=usize::from(self.months)).step_by(12)
    }

    /// Each line, and after it the ends of its band.
    fn columns(&self, language: Language) -> Vec<Column> {
        let mut columns = Vec::new();
        for line in &self.lines {
            let values = self.years().map(|month| line.points.get(month).copied().unwrap_or(f64::NAN));
            columns.push(Column {
                name: line.name.to_owned(),
                heading: line.heading.clone(),
                values: values.collect(),
            });
            let Some(band) = self.bands.iter().find(|band| band.line == line.name) else { continue };
            for (edge, name, heading) in [(0, "low", self.claim[2]), (3, "high", self.claim[3])] {
                let values = self
                    .years()
                    .map(|month| band.edges[edge].get(month).map_or(f64::NAN, |value| f64::from(*value)));
                columns.push(Column {
                    name: format!("{}.{name}", line.name),
                    heading: fill(language.text(heading), &[("line", &line.heading)]),
                    values: values.collect(),
                });
            }
        }
        columns
    }
}

impl Plot {
    /// Has the chart of this drawn.
    fn charted<DB: DrawingBackend, T>(
        &self,
        sheet: &Sheet<DB>,
        hold: &mut Hold,
        draw: impl FnOnce(&LineChart, &mut Hold) -> T,
    ) -> T {
        let style = sheet.language.style();
        let x_label = |year: u16, last: bool| match last {
            true => sheet.language.years(12 * usize::from(year)).replace(' ', "\u{a0}"),
            false => year.to_string(),
        };
        let lines: Vec<Line> = self
            .lines
            .iter()
            .map(|line| Line { role: line.role, label: line.label.clone(), points: &line.points })
            .collect();
        let bands: Vec<Band> = self.bands.iter().filter_map(|band| band.drawn(&self.lines)).collect();
        let extent = LineChart::extent(self.months, &lines, &bands, &self.marks);
        hold.of(self.of);
        let chart = LineChart {
            months: self.months,
            axis: hold.axis(extent, self.least_span, sheet.resting),
            y_unit: &self.unit,
            y_label: &|value, decimals| style.fixed(value, decimals),
            x_label: &x_label,
            lines,
            bands,
            band_label: [self.claim[0], self.claim[1]].map(|text| sheet.language.text(text)),
            least_names: if sheet.resting { 0.0 } else { hold.names },
            marks: self.marks.clone(),
            events: self.events.clone(),
        };
        draw(&chart, hold)
    }
}

/// Draws the chart on a canvas, over the ground of the drawing before where that is still the same.
fn draw_over(
    chart: &LineChart,
    sheet: &Sheet,
    Screen { canvas, size }: Screen,
    hold: &mut Hold,
) -> Option<Laid> {
    let laid = chart.lay(&sheet.area, sheet.theme, sheet.scale).ok()??;
    let [width, height, ratio] = size;
    let kept = hold.ground.as_ref().filter(|(ground, _)| *ground == laid.ground);
    if let Some((_, kept)) = kept {
        canvas::copy(kept, canvas, ratio);
    } else {
        let layer = match hold.ground.take() {
            Some((_, layer)) => layer,
            None => canvas::layer()?,
        };
        let (area, scale) = canvas::prepare(&layer, width, height, ratio)?;
        chart.draw_ground(Some(&laid), &area, sheet.theme, scale).ok()?;
        canvas::copy(&layer, canvas, ratio);
        hold.ground = Some((laid.ground.clone(), layer));
    }
    chart.draw_figures(&laid, &sheet.area, sheet.theme, sheet.scale).ok()?;
    Some(laid)
}

impl Picture for Plot {
    fn draw(&self, sheet: &Sheet, hold: &mut Hold) -> Option<f64> {
        self.charted(sheet, hold, |chart, hold| {
            let laid = match sheet.screen {
                Some(screen) => draw_over(chart, sheet, screen, hold),
                None => chart.draw(&sheet.area, sheet.theme, sheet.scale).ok().flatten(),
            };
            hold.names = laid.as_ref().map_or(0.0, |laid| laid.room);
            hold.plot = laid.map(|laid| laid.plot());
        });
        None
    }

    #[cfg(feature = "more")]
    fn trace(&self, sheet: &Sheet<Svg>, hold: &mut Hold) -> Option<f64> {
        // What cannot be drawn leaves the sheet empty.
        let _ = self.charted(sheet, hold, |chart, _| chart.draw(&sheet.area, sheet.theme, sheet.scale));
        None
    }
}

impl Told for Plot {
    #[cfg(any(feature = "more", feature = "embed"))]
    fn unit(&self) -> &str {
        &self.unit
    }

    fn summary(&self) -> &str {
        &self.summary
    }

    #[cfg(any(feature = "more", feature = "embed"))]
    fn months(&self) -> u16 {
        self.months
    }

    #[cfg(any(feature = "more", feature = "embed"))]
    fn at(&self, month: u16, language: Language) -> String {
        self.read(month, language)
    }

    /// The lines at the end of each year.
    #[cfg(any(feature = "more", feature = "embed"))]
    fn table(&self, chart: &str, language: Language) -> Html {
        let (style, columns) = (language.style(), self.columns(language));
        let head = |column: &Column| {
            html! { <th key={column.name.clone()} scope="col">{ column.heading.clone() }</th> }
        };
        let row = |year: usize| {
            let cell = |column: &Column| {
                let value = column.values[year];
                let figure = format!("{chart}.{}.{}", column.name, year * 12);
                html! {
                    <td key={column.name.clone()} data-figure={figure}
                        data-value={digits::write(value)}>{ style.fixed(value, self.decimals) }</td>
                }
            };
            html! {
                <tr key={year}>
                    <th scope="row">{ year.to_string() }</th>
                    { for columns.iter().map(cell) }
                </tr>
            }
        };
        html! {
            <>
                <thead><tr>
                    <th key="year" scope="col">{ language.text(Text::ChartYear) }</th>
                    { for columns.iter().map(head) }
                </tr></thead>
                <tbody>{ for (0..self.years().count()).map(row) }</tbody>
            </>
        }
    }
}
