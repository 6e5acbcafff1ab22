//! Evidence: every assumption, with where it comes from.

use yew::prelude::*;

use super::navigation::PageProps;
use crate::words::text::Text;

/// The page.
#[component]
pub fn Evidence(props: &PageProps) -> Html {
    let say = |text| props.state.language.text(text);
    html! {
        <div class="evidence">
            <h1>{ say(Text::PageEvidence) }</h1>
        </div>
    }
}
