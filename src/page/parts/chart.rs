//! A chart on a canvas, and the same figures in a table.

use std::rc::Rc;

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use web_sys::{Element, HtmlCanvasElement, HtmlElement};
use yew::prelude::*;

use crate::chart::Theme;
use crate::chart::range::{Axis, Extent, Held};
use crate::page::canvas::{self, FineCanvas};
use crate::page::size::use_size;
use crate::page::theme::Paint;
use crate::scenario::digits;
use crate::words::text::{Language, Text};

/// What a chart is drawn onto, and with.
pub struct Sheet<'a> {
    pub area: DrawingArea<FineCanvas, Shift>,
    /// Units of the area per CSS pixel.
    pub scale: f64,
    /// CSS pixels.
    #[cfg(feature = "more")]
    pub width: f64,
    pub theme: &'a Theme,
    pub language: Language,
    /// Whether no lever is being moved.
    pub resting: bool,
}

/// What one drawing leaves for the next, so that nothing but the figures moves.
#[derive(Default)]
pub struct Hold {
    axis: Held,
    /// The width of the names at the lines' ends, CSS pixels.
    pub names: f64,
    /// Where a map lies: left, top, right and bottom in CSS pixels.
    pub plot: Option<[f64; 4]>,
}

impl Hold {
    /// The axis for data of this extent.
    pub fn axis(&mut self, wanted: Extent, least_span: f64, sheet: &Sheet) -> Axis {
        self.axis = self.axis.update(wanted, sheet.resting);
        self.axis.axis(least_span)
    }
}

/// Something that can be shown as a drawing and as a table.
pub trait Picture {
    /// The unit of its figures.
    fn unit(&self) -> &str;

    /// What it shows, for those who do not see it.
    fn summary(&self) -> &str;

    /// Draws it; gives the height in CSS pixels that it wants, if the style sheet does not say it.
    fn draw(&self, sheet: &Sheet, hold: &mut Hold) -> Option<f64>;

    /// Head and body of the table; `chart` begins the names of its figures.
    fn table(&self, chart: &str, language: Language) -> Html;
}

/// A picture that compares by identity.
#[derive(Clone)]
pub struct Plotted(pub Rc<dyn Picture>);

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
    /// Told where a map was clicked: shares of its width from the left and of its height from the bottom.
    #[prop_or_default]
    pub onpick: Option<Callback<[f64; 2]>>,
}

/// One chart.
#[component]
pub fn Chart(props: &ChartProps) -> Html {
    let frame = use_node_ref();
    let canvas = use_node_ref();
    let size = use_size(&frame);
    let hold = use_mut_ref(Hold::default);
    // A closed table is not there: at every frame it would cost more than the drawing.
    let open = use_state_eq(|| false);
    let onclick = props.onpick.clone().map(|onpick| {
        let hold = hold.clone();
        Callback::from(move |event: MouseEvent| {
            let Some([left, top, right, bottom]) = hold.borrow().plot else { return };
            let (x, y) = (f64::from(event.offset_x()), f64::from(event.offset_y()));
            onpick.emit(
                [(x - left) / (right - left), (bottom - y) / (bottom - top)].map(|at| at.clamp(0.0, 1.0)),
            );
        })
    });
    let drawing = (props.plot.clone(), size, props.paint.clone(), props.language, props.resting);
    {
        let (frame, canvas) = (frame.clone(), canvas.clone());
        use_effect_with(drawing, move |(plot, size, paint, language, resting)| {
            let canvas = canvas.cast::<HtmlCanvasElement>();
            let area =
                canvas.and_then(|canvas| canvas::prepare(&canvas, size.width, size.height, size.ratio));
            // A canvas that cannot be drawn on leaves its table, which is always there.
            let Some((area, scale)) = area else { return };
            let theme = &paint.colours;
            let sheet = Sheet {
                area,
                scale,
                #[cfg(feature = "more")]
                width: size.width,
                theme,
                language: *language,
                resting: *resting,
            };
            let height = plot.0.draw(&sheet, &mut hold.borrow_mut());
            if let (Some(height), Some(frame)) = (height, frame.cast::<HtmlElement>()) {
                // The new size is noticed and drawn.
                let _ = frame.style().set_property("height", &(digits::write(height) + "px"));
            }
        });
    }
    let ontoggle = {
        let open = open.setter();
        move |event: Event| open.set(event.target_unchecked_into::<Element>().has_attribute("open"))
    };
    let plot = &props.plot.0;
    let label = format!("{}. {}", props.title, plot.summary());
    let table = || {
        html! {
            <table>
                <caption>{ format!("{} ({})", props.title, plot.unit()) }</caption>
                { plot.table(&props.chart, props.language) }
            </table>
        }
    };
    html! {
        <figure class="chart" data-chart={props.chart.clone()}>
            <figcaption>
                <h2 class="chart-title">{ props.title.clone() }</h2>
                <p class="chart-note">{ props.note.clone() }</p>
            </figcaption>
            <div class="chart-frame" ref={frame}>
                <canvas ref={canvas} role="img" aria-label={label} {onclick}></canvas>
            </div>
            <details class="table" {ontoggle}>
                <summary>{ props.language.text(Text::ChartAsTable) }</summary>
                <div>{ if *open { table() } else { Html::default() } }</div>
            </details>
        </figure>
    }
}
