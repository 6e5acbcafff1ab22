//! Explore: levers beside results.

mod begin;
pub mod charts;
mod country;
pub mod levers;
#[cfg(feature = "more")]
pub mod memo;
#[cfg(feature = "more")]
pub mod others;
#[cfg(feature = "more")]
pub mod pinned;
#[cfg(feature = "more")]
pub mod plots;
pub mod results;
mod share;
#[cfg(feature = "more")]
pub mod surroundings;
pub mod verdicts;

use yew::prelude::*;

#[cfg(not(feature = "more"))]
use super::later::Keep;
use super::navigation::PageProps;
#[cfg(feature = "more")]
use super::pins::Keep;
use crate::words::text::Text;
use levers::Levers;
#[cfg(feature = "more")]
pub use levers::control;
use results::Results;
#[cfg(feature = "more")]
pub use share::{Share, copy};

#[cfg(feature = "more")]
fn memo(props: &PageProps) -> Html {
    html! { <memo::Memo state={props.state.clone()} /> }
}

/// Without the other module paper gets the page as it stands, less what is there to be moved.
#[cfg(not(feature = "more"))]
fn memo(_: &PageProps) -> Html {
    Html::default()
}

/// The start page.
#[component]
pub fn Explore(props: &PageProps) -> Html {
    let say = |text| props.state.language.text(text);
    html! {
        <div class="explore">
            <h1 class="visually-hidden">{ format!("{}: {}", say(Text::SiteName), say(Text::SiteTagline)) }</h1>
            <section class="results" aria-label={say(Text::ExploreResults)}>
                <Results state={props.state.shown()} store={props.store.clone()} paint={props.paint.clone()} />
                <Keep state={props.state.clone()} store={props.store.clone()} />
            </section>
            { memo(props) }
            <section class="levers" aria-label={say(Text::ExploreLevers)}>
                <Levers state={props.state.clone()} store={props.store.clone()} />
            </section>
        </div>
    }
}
