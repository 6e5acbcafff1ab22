//! A chart on a canvas, what it reads where it is pointed at, and the same figures in a table.

use gloo::timers::callback::Timeout;
use web_sys::{HtmlCanvasElement, HtmlElement};
use yew::prelude::*;

#[cfg(any(feature = "more", feature = "embed"))]
use super::cursor::use_reading;
use super::sheet::Screen;
pub use super::sheet::{Hold, Picture, Plotted, Sheet};
#[cfg(any(feature = "more", feature = "embed"))]
use super::table::Table;
use crate::page::canvas;
#[cfg(not(any(feature = "more", feature = "embed")))]
use crate::page::later::{Closed, use_reading};
use crate::page::size::{Size, use_size};
use crate::page::state::State;
use crate::page::theme::Paint;
use crate::scenario::digits;
use crate::words::text::Language;
#[cfg(not(any(feature = "more", feature = "embed")))]
use crate::words::text::Text;

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
    /// Where a pointer stood on the chart of the module before, CSS pixels from the left.
    #[cfg(feature = "more")]
    pub at: Option<f64>,
    /// Whether the table was asked for there.
    #[cfg(any(feature = "more", feature = "embed"))]
    pub table: bool,
    pub store: UseReducerDispatcher<State>,
}

/// One chart.
#[component]
pub fn Chart(props: &ChartProps) -> Html {
    let frame = use_node_ref();
    let canvas = use_node_ref();
    let size = use_size(&frame);
    let hold = use_mut_ref(Hold::default);
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
    let first = use_mut_ref(|| true);
    let later = use_mut_ref(|| None::<Timeout>);
    {
        let (frame, canvas, hold) = (frame.clone(), canvas.clone(), hold.clone());
        use_effect_with(drawing, move |drawing| {
            let drawing = drawing.clone();
            let draw = move || draw(&drawing, &frame, &canvas, &mut hold.borrow_mut());
            // What was to be drawn is out of date.
            later.borrow_mut().take();
            if size.width > 0.0 && first.replace(false) {
                // Each chart by itself: all those of a page that opens, in one go, would keep it from answering.
                *later.borrow_mut() = Some(Timeout::new(0, draw));
            } else {
                draw();
            }
        });
    }
    // Nobody hears a label change while a lever moves.
    let label = use_mut_ref(AttrValue::default);
    if props.resting || label.borrow().is_empty() {
        *label.borrow_mut() = format!("{}. {}", props.title, props.plot.0.summary()).into();
    }
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
            { table(props) }
        </figure>
    }
}

/// The figures of the chart, which open under it.
#[cfg(any(feature = "more", feature = "embed"))]
fn table(props: &ChartProps) -> Html {
    html! {
        <Table chart={props.chart.clone()} title={props.title.clone()} language={props.language} plot={props.plot.clone()}
            asked_for={props.asked.as_ref().is_some_and(|asked| asked.table)} />
    }
}

/// Where they come with the other module.
#[cfg(not(any(feature = "more", feature = "embed")))]
fn table(props: &ChartProps) -> Html {
    let Some(Asked { store, .. }) = &props.asked else { return html! { <div></div> } };
    let summary = html! { props.language.text(Text::ChartAsTable) };
    html! {
        <div class="table">
            <Closed asked={["table.", &props.chart].concat()} {summary} language={props.language} store={store.clone()} />
        </div>
    }
}

/// What is drawn, and how.
type Drawing = (Plotted, Size, Paint, Language, bool);

fn draw(
    (plot, size, paint, language, resting): &Drawing,
    frame: &NodeRef,
    canvas: &NodeRef,
    hold: &mut Hold,
) {
    let Some(canvas) = canvas.cast::<HtmlCanvasElement>() else { return };
    // A canvas that cannot be drawn on leaves its table, which is always there.
    let Some((area, scale)) = canvas::prepare(&canvas, size.width, size.height, size.ratio) else { return };
    let sheet = Sheet {
        area,
        scale,
        #[cfg(feature = "more")]
        width: size.width,
        theme: &paint.colours,
        language: *language,
        resting: *resting,
        screen: Some(Screen { canvas: &canvas, size: [size.width, size.height, size.ratio] }),
    };
    if let (Some(height), Some(frame)) = (plot.0.draw(&sheet, hold), frame.cast::<HtmlElement>()) {
        // The new size is noticed and drawn.
        let _ = frame.style().set_property("height", &(digits::write(height) + "px"));
    }
}
