//! The figures of a chart as a table, under it.

use web_sys::Element;
use yew::prelude::*;

use super::sheet::Plotted;
use crate::words::text::{Language, Text};

#[derive(Properties, PartialEq)]
pub struct TableProps {
    /// The chart's `data-chart`.
    pub chart: AttrValue,
    pub title: AttrValue,
    pub language: Language,
    pub plot: Plotted,
    /// Whether it was asked for when the page was opened.
    pub asked_for: bool,
}

/// What opens it, and the table once it is open.
#[component]
pub fn Table(props: &TableProps) -> Html {
    let asked_for = props.asked_for;
    // A closed table is not there: at every frame it would cost more than the drawing.
    let open = use_state_eq(|| asked_for);
    let ontoggle = {
        let open = open.setter();
        move |event: Event| open.set(event.target_unchecked_into::<Element>().has_attribute("open"))
    };
    let plot = &props.plot.0;
    let table = || {
        html! {
            <table>
                <caption>{ format!("{} ({})", props.title, plot.unit()) }</caption>
                { plot.table(&props.chart, props.language) }
            </table>
        }
    };
    html! {
        <details class="table" open={asked_for} {ontoggle}>
            <summary data-asked={["table.", &props.chart].concat()}>{ props.language.text(Text::ChartAsTable) }</summary>
            <div>{ if *open { table() } else { Html::default() } }</div>
        </details>
    }
}
