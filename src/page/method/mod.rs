//! Method: how it is computed, and what it leaves out.

use yew::prelude::*;

use super::navigation::PageProps;
use crate::words::text::Text;

/// The page.
#[component]
pub fn Method(props: &PageProps) -> Html {
    let say = |text| props.state.language.text(text);
    html! {
        <div class="method">
            <h1>{ say(Text::PageMethod) }</h1>
        </div>
    }
}
