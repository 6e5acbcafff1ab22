//! Method: how it is computed, and what it leaves out.

mod fetch;
mod view;

use yew::prelude::*;

use super::address::link_to;
use super::navigation::PageProps;
use crate::words::text::Text;
use fetch::{Fetched, use_document};

/// The page.
#[component]
pub fn Method(props: &PageProps) -> Html {
    let language = props.state.language;
    let say = |text| language.text(text);
    let attempt = use_state(|| 0_u32);
    let fetched = use_document(language, *attempt);
    let again = {
        let attempt = attempt.clone();
        move |_| attempt.set(*attempt + 1)
    };
    let address = link_to(&props.state);
    let document = use_memo((fetched, language, address), |(fetched, language, address)| match fetched {
        Fetched::Coming => html! { <p key="coming" role="status">{ language.text(Text::PageComing) }</p> },
        Fetched::Lost => html! {
            <div key="lost" role="alert">
                <p>{ language.text(Text::MethodLost) }</p>
                <p>
                    <button type="button" class="button" data-again="" onclick={again}>
                        { language.text(Text::MethodAgain) }
                    </button>
                </p>
            </div>
        },
        Fetched::Here(blocks) => html! {
            <div key="here" class="method-parts" data-document={language.code()}>
                { view::contents(*language, blocks, address) }
                { view::body(*language, blocks) }
            </div>
        },
    });
    html! {
        <div class="method">
            <h1 class="page-title">{ say(Text::MethodTitle) }</h1>
            { (*document).clone() }
        </div>
    }
}
