//! A source with links to the sites that it names.

use yew::prelude::*;

use crate::words::source::parts;

/// The source as it stands; the address of a site opens that site.
pub fn linked(source: &'static str) -> Html {
    let piece = |(place, part): (usize, crate::words::source::Part<'static>)| match part.site {
        true => html! {
            <a key={place} href={format!("https://{}", part.text)} rel="external noreferrer">{ part.text }</a>
        },
        false => html! { <span key={place}>{ part.text }</span> },
    };
    html! { <span class="source">{ for parts(source).into_iter().enumerate().map(piece) }</span> }
}
