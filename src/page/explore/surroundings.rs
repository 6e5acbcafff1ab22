//! The switch on the chart of levels: what the surroundings tend to do, as a band of its own around today's course.

use web_sys::Element;
use yew::prelude::*;

use crate::page::parts::lines::{Claim, Plot, PlotBand};
use crate::page::state::{Action, State};
use crate::surroundings::Surroundings;
use crate::words::surroundings::{about, missing};
use crate::words::text::Text;

/// What is asked for by this name is shown at once.
pub const ASKED: &str = "surroundings";

/// What the band claims.
const CLAIM: Claim = [
    Text::SurroundingsBandLong,
    Text::SurroundingsBand,
    Text::SurroundingsBandLow,
    Text::SurroundingsBandHigh,
];

/// Of the people in a state's chart of levels; `None` where they are of several groups, or of one without a series.
pub fn of(state: &State) -> Option<Surroundings> {
    Surroundings::of(&state.scenario, state.scenario.focus()?)
}

/// Puts the band around today's course, where there is one and it is wanted.
pub fn put(plot: &mut Plot, state: &State) {
    let Some(usual) = of(state).filter(|_| state.surroundings) else { return };
    let Some(today) = plot.lines.iter().find(|line| line.name == "baseline") else { return };
    let months = || today.points.iter().enumerate();
    let edge = |at: usize| -> Vec<f32> {
        let value = |(month, today): (usize, &f64)| Some((today * usual.ratios(month)?[at]) as f32);
        months().map_while(value).collect()
    };
    plot.bands.push(PlotBand { line: "baseline", edges: [0, 1, 3, 4].map(edge) });
    plot.claim = CLAIM;
}

#[derive(Properties, PartialEq)]
pub struct SwitchProps {
    pub state: State,
    pub store: UseReducerDispatcher<State>,
}

/// Opening it shows the band and what it rests on.
#[component]
pub fn Switch(props: &SwitchProps) -> Html {
    let State { language, surroundings, .. } = props.state;
    let store = props.store.clone();
    let ontoggle = move |event: Event| {
        let open = event.target_unchecked_into::<Element>().has_attribute("open");
        store.dispatch(Action::Surround(open));
    };
    let lines = || {
        let said = of(&props.state)
            .map(|usual| about(language, &props.state.scenario, &usual, props.state.outcome.0.horizon));
        said.unwrap_or_else(|| vec![missing(language, &props.state.scenario)])
    };
    let line = |line: String| html! { <p key={line.clone()} class="chart-note">{ line }</p> };
    html! {
        <details class="surroundings" open={surroundings} {ontoggle}>
            <summary data-asked={ASKED}>{ language.text(Text::ChartSurroundings) }</summary>
            <div>{ for surroundings.then(lines).unwrap_or_default().into_iter().map(line) }</div>
        </details>
    }
}
