//! A headline: a figure, its name, what it means, and why it is what it is.

use yew::prelude::*;

use super::trace;
#[cfg(not(feature = "more"))]
use crate::page::later::Why;
use crate::page::state::State;
use crate::page::theme::Paint;
#[cfg(feature = "more")]
use crate::page::why::Why;
use crate::questions::measure::Measure;
use crate::words::text::Text;

pub struct Headline {
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
    pub store: UseReducerDispatcher<State>,
    pub paint: Paint,
}

/// What the reasons of a headline are given.
#[derive(Properties, PartialEq)]
pub struct WhyProps {
    /// Of which headline.
    pub figure: AttrValue,
    /// What is clicked to open it.
    pub summary: Html,
    pub measure: Measure,
    pub state: State,
    pub store: UseReducerDispatcher<State>,
    pub paint: Paint,
}

/// One headline.
pub fn headline(props: Headline) -> Html {
    let summary = html! {
        <>
            { props.state.language.text(Text::HeadlineWhy) }
            <span class="visually-hidden">{ format!(" ({})", props.name) }</span>
        </>
    };
    html! {
        <div key={props.figure.to_string()} class="headline">
            <dt class="headline-name">{ props.name }</dt>
            <dd class="headline-figure" data-figure={props.figure.clone()} data-value={props.value}>{ props.text }</dd>
            <dd class="headline-band">{ props.band }</dd>
            <dd class="headline-help">{ props.help }</dd>
            <dd class="headline-changed">
                { trace::changed(&props.figure, props.state.language, &props.state.scenario, &props.store) }
            </dd>
            <dd class="why">
                <Why figure={props.figure} {summary} measure={props.measure} state={props.state} store={props.store}
                    paint={props.paint} />
            </dd>
        </div>
    }
}
