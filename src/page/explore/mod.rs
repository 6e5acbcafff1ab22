//! Explore: levers beside results.

mod begin;
mod charts;
mod levers;
mod results;

use yew::prelude::*;

use super::navigation::PageProps;
use crate::words::text::Text;
use levers::Levers;
use results::Results;
#[cfg(feature = "more")]
pub use results::Share;

/// The start page.
#[component]
pub fn Explore(props: &PageProps) -> Html {
    let say = |text| props.state.language.text(text);
    html! {
        <div class="explore">
            <h1 class="visually-hidden">{ format!("{}: {}", say(Text::SiteName), say(Text::SiteTagline)) }</h1>
            <section class="results" aria-label={say(Text::ExploreResults)}>
                <Results state={props.state.shown()} store={props.store.clone()} paint={props.paint.clone()} />
            </section>
            <section class="levers" aria-label={say(Text::ExploreLevers)}>
                <Levers state={props.state.clone()} store={props.store.clone()} />
            </section>
        </div>
    }
}
