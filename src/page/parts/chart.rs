//! A chart on a canvas, and the same figures in a table.

use std::rc::Rc;

use web_sys::HtmlCanvasElement;
use yew::prelude::*;

use crate::chart::range::Held;
use crate::chart::{Line, LineChart, Mark, Role};
use crate::page::canvas;
use crate::page::size::{Size, use_size};
use crate::page::theme::Paint;
use crate::scenario::digits;
use crate::words::text::{Language, Text, fill};

/// One line of a plot.
#[derive(Clone, Debug)]
pub struct PlotLine {
    pub role: Role,
    /// Its name at the right end of the line.
    pub label: String,
    /// Its name in the table, and in `data-figure`.
    pub name: &'static str,
    pub heading: String,
    /// One value a month from month 0.
    pub points: Vec<f64>,
}

impl PlotLine {
    fn drawn(&self) -> Line<'_> {
        Line { role: self.role, label: self.label.clone(), points: &self.points }
    }
}

/// What a chart shows.
#[derive(Clone, Debug)]
pub struct Plot {
    pub months: u16,
    pub unit: String,
    /// The axis spans at least this much, so that noise does not look like a finding.
    pub least_span: f64,
    /// Decimals in the table.
    pub decimals: usize,
    pub lines: Vec<PlotLine>,
    pub marks: Vec<Mark>,
    /// What the chart shows, for those who do not see it.
    pub summary: String,
}

/// A plot that compares by identity.
#[derive(Clone, Debug)]
pub struct Plotted(pub Rc<Plot>);

impl PartialEq for Plotted {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Properties, PartialEq)]
pub struct ChartProps {
    /// What others may find it by.
    pub chart: AttrValue,
    pub title: AttrValue,
    /// A line under the title.
    pub note: Html,
    pub language: Language,
    pub plot: Plotted,
    pub paint: Paint,
    /// Whether no lever is being moved: the axis shrinks only then.
    pub resting: bool,
}

/// One chart.
#[component]
pub fn Chart(props: &ChartProps) -> Html {
    let frame = use_node_ref();
    let canvas = use_node_ref();
    let size = use_size(&frame);
    let held = use_mut_ref(Held::default);
    let drawing = (props.plot.clone(), size, props.paint.clone(), props.language, props.resting);
    {
        let canvas = canvas.clone();
        use_effect_with(drawing, move |(plot, size, paint, language, resting)| {
            if let Some(canvas) = canvas.cast::<HtmlCanvasElement>() {
                let plot = &plot.0;
                let lines = lines(plot);
                let extent = LineChart::extent(plot.months, &lines, &plot.marks);
                let now = held.borrow().update(extent, *resting);
                *held.borrow_mut() = now;
                draw(&canvas, plot, lines, &now, *size, paint, *language);
            }
        });
    }
    let label = format!("{}. {}", props.title, props.plot.0.summary);
    html! {
        <figure class="chart" data-chart={props.chart.clone()}>
            <figcaption>
                <h2 class="chart-title">{ props.title.clone() }</h2>
                <p class="chart-note">{ props.note.clone() }</p>
            </figcaption>
            <div class="chart-frame" ref={frame}>
                <canvas ref={canvas} role="img" aria-label={label}></canvas>
            </div>
            <details class="table">
                <summary>{ props.language.text(Text::ChartAsTable) }</summary>
                <Table chart={props.chart.clone()} title={props.title.clone()} language={props.language}
                    plot={props.plot.clone()} />
            </details>
        </figure>
    }
}

fn lines(plot: &Plot) -> Vec<Line<'_>> {
    plot.lines.iter().map(PlotLine::drawn).collect()
}

fn draw(
    canvas: &HtmlCanvasElement,
    plot: &Plot,
    lines: Vec<Line<'_>>,
    held: &Held,
    size: Size,
    paint: &Paint,
    language: Language,
) {
    let Some((area, scale)) = canvas::prepare(canvas, size.width, size.height, size.ratio) else { return };
    let style = language.style();
    let year_axis = language.text(Text::ChartYearAxis);
    let x_label = |year: u16, last: bool| match last {
        true => fill(year_axis, &[("year", &year.to_string())]).replace(' ', "\u{a0}"),
        false => year.to_string(),
    };
    let chart = LineChart {
        months: plot.months,
        axis: held.axis(plot.least_span),
        y_unit: &plot.unit,
        y_label: &|value, decimals| style.fixed(value, decimals),
        x_label: &x_label,
        lines,
        marks: plot.marks.clone(),
    };
    // A canvas that cannot be drawn on leaves its table, which is always there.
    let _ = chart.draw(&area, &paint.colours, scale);
}

#[derive(Properties, PartialEq)]
struct TableProps {
    chart: AttrValue,
    title: AttrValue,
    language: Language,
    plot: Plotted,
}

/// The lines at the end of each year.
#[component]
fn Table(props: &TableProps) -> Html {
    let plot = &props.plot.0;
    let style = props.language.style();
    let head = |line: &PlotLine| html! { <th key={line.name} scope="col">{ line.heading.clone() }</th> };
    let row = |month: usize| {
        let cell = |line: &PlotLine| {
            let value = line.points.get(month).copied().unwrap_or(f64::NAN);
            html! {
                <td key={line.name} data-figure={format!("{}.{}.{month}", props.chart, line.name)}
                    data-value={digits::write(value)}>{ style.fixed(value, plot.decimals) }</td>
            }
        };
        html! {
            <tr key={month}>
                <th scope="row">{ (month / 12).to_string() }</th>
                { for plot.lines.iter().map(cell) }
            </tr>
        }
    };
    html! {
        <table>
            <caption>{ format!("{} ({})", props.title, plot.unit) }</caption>
            <thead><tr>
                <th key="year" scope="col">{ props.language.text(Text::ChartYear) }</th>
                { for plot.lines.iter().map(head) }
            </tr></thead>
            <tbody>{ for (0..=usize::from(plot.months)).step_by(12).map(row) }</tbody>
        </table>
    }
}
