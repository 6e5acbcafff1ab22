//! Team: levers and a short code on a phone in the room.

use yew::prelude::*;

use super::navigation::PageProps;
use crate::words::text::Text;

/// The page.
#[component]
pub fn Team(props: &PageProps) -> Html {
    html! {
        <div class="team">
            <h1 class="page-title">{ props.state.language.text(Text::PageTeam) }</h1>
        </div>
    }
}
