//! A headline: a figure, its name, what it means, and why it is what it is.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::chart::{Chart, Picture, Plotted};
use crate::page::questions::asked::{Question, use_answer};
use crate::page::state::State;
use crate::page::theme::Paint;
use crate::page::why;
use crate::questions::measure::Measure;
use crate::words::text::Text;

#[derive(Properties, PartialEq)]
pub struct HeadlineProps {
    /// What others may find it by.
    pub figure: AttrValue,
    pub name: AttrValue,
    /// The figure as text.
    pub text: AttrValue,
    /// Where nine of ten outcomes lie, or the chance; empty where there is no band.
    pub band: AttrValue,
    /// The raw number, empty where there is none.
    pub value: AttrValue,
    /// One sentence on what it means.
    pub help: AttrValue,
    /// What it measures, of which scenario.
    pub measure: Measure,
    pub state: State,
    pub paint: Paint,
}

/// One headline. Why it is what it is, is only asked while that is open.
#[component]
pub fn Headline(props: &HeadlineProps) -> Html {
    let open = use_state_eq(|| false);
    let (language, measure) = (props.state.language, props.measure);
    let asks = *open && measure != Measure::Payback;
    let asked = use_answer(&props.state.scenario, asks.then_some(Question::Why(measure)));
    let bars = use_memo((asked.told.clone(), language), |(told, language)| {
        let bars: Rc<dyn Picture> = Rc::new(why::bars(*language, told.as_deref()?)?);
        Some(Plotted(bars))
    });
    let ontoggle = {
        let open = open.setter();
        move |event: Event| {
            let toggled = event.target_unchecked_into::<Element>();
            // The table of the bars inside opens and closes by itself.
            if toggled.has_attribute("data-why") {
                open.set(toggled.has_attribute("open"));
            }
        }
    };
    let parts = match &*bars {
        Some(plot) if asks => html! {
            <Chart chart={format!("why.{}", props.figure)} title={why::title(language, measure)}
                note={html! { language.text(Text::WhyNote) }} {language} plot={plot.clone()} paint={props.paint.clone()}
                resting={props.state.resting} />
        },
        _ => html! { <p>{ why::instead(language, measure, asked.told.as_deref()) }</p> },
    };
    let inside = || {
        html! {
            <>
                <p>{ language.text(why::how(measure)) }</p>
                <div class="answer" aria-busy={asked.busy.to_string()}>
                    <p class="answer-busy" aria-hidden="true">{ language.text(Text::AskBusy) }</p>
                    { parts }
                </div>
                <h3>{ language.text(Text::WhyAssumed) }</h3>
                { why::assumptions(language, measure, &props.state.scenario) }
            </>
        }
    };
    html! {
        <div class={classes!("headline", open.then_some("headline-open"))}>
            <dt class="headline-name">{ props.name.clone() }</dt>
            <dd class="headline-figure" data-figure={props.figure.clone()} data-value={props.value.clone()}>
                { props.text.clone() }
            </dd>
            <dd class="headline-band">{ props.band.clone() }</dd>
            <dd class="headline-help">{ props.help.clone() }</dd>
            <dd class="why">
                <details data-why={props.figure.clone()} {ontoggle}>
                    <summary>
                        { language.text(Text::WhyWhy) }
                        <span class="visually-hidden">{ format!(" ({})", props.name) }</span>
                    </summary>
                    <div>{ if *open { inside() } else { Html::default() } }</div>
                </details>
            </dd>
        </div>
    }
}
