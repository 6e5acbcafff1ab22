//! Cases: what the articles told, beside what the model gives.

use yew::prelude::*;

use super::navigation::PageProps;
use crate::words::text::Text;

/// The page.
#[component]
pub fn Cases(props: &PageProps) -> Html {
    let say = |text| props.state.language.text(text);
    html! {
        <div class="cases">
            <h1>{ say(Text::PageCases) }</h1>
        </div>
    }
}
