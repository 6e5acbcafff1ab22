//! About: what this is, privacy, accessibility, version, licence.

use yew::prelude::*;

use super::navigation::PageProps;
use crate::words::text::Text;

/// The page.
#[component]
pub fn About(props: &PageProps) -> Html {
    let say = |text| props.state.language.text(text);
    html! {
        <div class="about">
            <h1>{ say(Text::PageAbout) }</h1>
        </div>
    }
}
