//! A picture as large as the type around it: what is 14 px on a page is as high as the stage's text here.

use gloo::utils::window;
use web_sys::{Element, HtmlCanvasElement, HtmlElement};
use yew::prelude::*;

use crate::chart::Theme;
use crate::page::canvas;
use crate::page::parts::sheet::{Hold, Plotted, Sheet};
use crate::page::size::use_size;
use crate::scenario::digits;
use crate::words::text::Language;

/// The smallest text of a chart, CSS pixels: so many of it are one em of the stage.
const SMALLEST: f64 = 14.0;

#[derive(Properties, PartialEq)]
pub struct BigProps {
    /// What others may find it by.
    pub chart: AttrValue,
    pub title: AttrValue,
    pub language: Language,
    pub plot: Plotted,
    pub theme: Theme,
}

/// One picture, with its figures in a table for those who do not see it.
#[component]
pub fn Big(props: &BigProps) -> Html {
    let (frame, canvas) = (use_node_ref(), use_node_ref());
    let size = use_size(&frame);
    {
        let (frame, canvas) = (frame.clone(), canvas.clone());
        let drawing = (props.plot.clone(), size, props.theme.clone(), props.language);
        use_effect_with(drawing, move |(plot, size, theme, language)| {
            let (Some(frame), Some(canvas)) =
                (frame.cast::<HtmlElement>(), canvas.cast::<HtmlCanvasElement>())
            else {
                return;
            };
            let zoom = letters(&frame) / SMALLEST;
            let (width, height) = (size.width / zoom, size.height / zoom);
            let Some((area, scale)) = canvas::prepare(&canvas, width, height, size.ratio * zoom) else {
                return;
            };
            let sheet = Sheet { area, scale, width, theme, language: *language, resting: true, screen: None };
            if let Some(wanted) = plot.0.draw(&sheet, &mut Hold::default()) {
                // The new size is noticed and drawn.
                let _ = frame.style().set_property("height", &(digits::write(wanted * zoom) + "px"));
            }
        });
    }
    let plot = &props.plot.0;
    let label = format!("{}. {}", props.title, plot.summary());
    html! {
        <figure class="big" data-chart={props.chart.clone()}>
            <figcaption class="big-title">{ props.title.clone() }</figcaption>
            <div class="big-frame" ref={frame}>
                <canvas ref={canvas} role="img" aria-label={label}></canvas>
            </div>
            <div class="visually-hidden">
                <table>
                    <caption>{ format!("{} ({})", props.title, plot.unit()) }</caption>
                    { plot.table(&props.chart, props.language) }
                </table>
            </div>
        </figure>
    }
}

/// The size of the letters around an element, CSS pixels.
fn letters(element: &Element) -> f64 {
    let style = window().get_computed_style(element).ok().flatten();
    let size = style.and_then(|style| style.get_property_value("font-size").ok()).unwrap_or_default();
    digits::read(size.trim_end_matches("px")).filter(|size| *size >= 1.0).unwrap_or(SMALLEST)
}
