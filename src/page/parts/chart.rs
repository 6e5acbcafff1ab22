//! A chart on a canvas, what it reads where it is pointed at, and the same figures in a table.

use web_sys::{Element, HtmlCanvasElement, HtmlElement};
use yew::prelude::*;

#[cfg(any(feature = "more", feature = "embed"))]
use super::cursor::use_reading;
use super::sheet::Screen;
pub use super::sheet::{Hold, Picture, Plotted, Sheet};
use crate::page::canvas;
#[cfg(not(any(feature = "more", feature = "embed")))]
use crate::page::later::use_reading;
use crate::page::size::{Size, use_size};
use crate::page::state::State;
use crate::page::theme::Paint;
use crate::scenario::digits;
use crate::words::text::{Language, Text};

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
    /// Set for charts of a first visit, which has to ask for the part that reads them off.
    #[prop_or_default]
    pub asked: Option<Asked>,
}

/// How the part that reads a chart off is asked for.
#[derive(Clone, PartialEq)]
pub struct Asked {
    /// Its `data-asked`.
    pub name: AttrValue,
    pub store: UseReducerDispatcher<State>,
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
    {
        let hold = hold.clone();
        use_effect_with((size, props.paint.clone(), props.language), move |_| {
            hold.borrow_mut().ground = None
        });
    }
    let drawing = (props.plot.clone(), size, props.paint.clone(), props.language, props.resting);
    {
        let (frame, canvas, hold) = (frame.clone(), canvas.clone(), hold.clone());
        use_effect_with(drawing, move |(plot, size, paint, language, resting)| {
            let Some(canvas) = canvas.cast::<HtmlCanvasElement>() else { return };
            let height = draw(plot, *size, paint, &canvas, *language, *resting, &mut hold.borrow_mut());
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
    // Nobody hears a label change while a lever moves.
    let label = use_mut_ref(AttrValue::default);
    if props.resting || label.borrow().is_empty() {
        *label.borrow_mut() = format!("{}. {}", props.title, plot.summary()).into();
    }
    let table = || {
        html! {
            <table>
                <caption>{ format!("{} ({})", props.title, plot.unit()) }</caption>
                { plot.table(&props.chart, props.language) }
            </table>
        }
    };
    let (over, under) = use_reading(&props.plot, &props.title, props.language, &hold, props.asked.as_ref());
    html! {
        <figure class="chart" data-chart={props.chart.clone()}>
            <figcaption>
                <h2 class="chart-title">{ props.title.clone() }</h2>
                <p class="chart-note">{ props.note.clone() }</p>
            </figcaption>
            <div class="chart-frame" ref={frame}>
                <canvas ref={canvas} role="img" aria-label={label.borrow().clone()} {onclick}></canvas>
                { over }
            </div>
            { under }
            <details class="table" {ontoggle}>
                <summary>{ props.language.text(Text::ChartAsTable) }</summary>
                <div>{ if *open { table() } else { Html::default() } }</div>
            </details>
        </figure>
    }
}

fn draw(
    plot: &Plotted,
    size: Size,
    paint: &Paint,
    canvas: &HtmlCanvasElement,
    language: Language,
    resting: bool,
    hold: &mut Hold,
) -> Option<f64> {
    // A canvas that cannot be drawn on leaves its table, which is always there.
    let (area, scale) = canvas::prepare(canvas, size.width, size.height, size.ratio)?;
    let sheet = Sheet {
        area,
        scale,
        #[cfg(feature = "more")]
        width: size.width,
        theme: &paint.colours,
        language,
        resting,
        screen: Some(Screen { canvas, size: [size.width, size.height, size.ratio] }),
    };
    plot.0.draw(&sheet, hold)
}
