//! Embed builder: an article's frame, chosen and copied.

use yew::prelude::*;

use super::navigation::PageProps;
use crate::words::text::Text;

/// The page.
#[component]
pub fn Builder(props: &PageProps) -> Html {
    html! {
        <div class="builder">
            <h1 class="page-title">{ props.state.language.text(Text::PageEmbed) }</h1>
        </div>
    }
}
