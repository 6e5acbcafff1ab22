//! What a municipality's plan gives the whole country, beside what it gives the municipality.

use yew::prelude::*;

use crate::page::state::State;
use crate::scenario::digits;
use crate::words::amount::Amount;
use crate::words::sentence;
use crate::words::text::Text;

#[derive(Properties, PartialEq)]
pub struct CountryProps {
    pub state: State,
}

/// A headline of its own; hidden where all municipalities act, or nothing happens.
#[component]
pub fn Country(props: &CountryProps) -> Html {
    let State { scenario, outcome, language, .. } = &props.state;
    let found = use_memo((outcome.clone(), *language), |(outcome, language)| {
        sentence::country(*language, scenario, &outcome.0)
    });
    let (jobs, why) = (*found).clone().unwrap_or_default();
    html! {
        <div class="headline" hidden={found.is_none()}>
            <dt class="headline-name">{ language.text(Text::HeadlineCountry) }</dt>
            <dd class="headline-figure" data-figure="country_jobs" data-value={digits::write(jobs)}>
                { Amount::More.told(*language, jobs) }
            </dd>
            <dd class="headline-help">{ why }</dd>
        </div>
    }
}
