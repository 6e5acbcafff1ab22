//! Present: runs of questions for a room.

use yew::prelude::*;

use super::navigation::PageProps;
use crate::words::text::Text;

/// The page.
#[component]
pub fn Present(props: &PageProps) -> Html {
    html! {
        <div class="present">
            <h1 class="page-title">{ props.state.language.text(Text::PagePresent) }</h1>
        </div>
    }
}
