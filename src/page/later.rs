//! What stands in the place of pages and parts that a first visit leaves out, until they are fetched.

use web_sys::Element;
use yew::prelude::*;

use super::navigation::PageProps;
use super::parts::figure::WhyProps;
use super::state::Action;
use crate::words::text::Text;

/// The page Questions, on its way.
#[component]
pub fn Questions(props: &PageProps) -> Html {
    let say = |text| props.state.language.text(text);
    html! {
        <div class="questions">
            <h1>{ say(Text::PageQuestions) }</h1>
            <p role="status">{ say(Text::PageComing) }</p>
        </div>
    }
}

/// The reasons of a headline, on their way once it is opened.
#[component]
pub fn Why(props: &WhyProps) -> Html {
    let (store, figure) = (props.store.clone(), props.figure.clone());
    let ontoggle = move |event: Event| {
        if event.target_unchecked_into::<Element>().has_attribute("open") {
            store.dispatch(Action::Why(figure.clone()));
        }
    };
    html! {
        <details data-why={props.figure.clone()} {ontoggle}>
            { props.summary.clone() }
            <p role="status">{ props.state.language.text(Text::PageComing) }</p>
        </details>
    }
}
