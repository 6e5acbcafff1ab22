//! A headline: a figure, its name, and what it means.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct HeadlineProps {
    /// What others may find it by.
    pub figure: AttrValue,
    pub name: AttrValue,
    /// The figure as text.
    pub text: AttrValue,
    /// Where nine of ten outcomes lie, or the chance; empty where there is no band.
    pub band: AttrValue,
    /// The raw number, empty where there is none.
    pub value: AttrValue,
    /// One sentence on what it means.
    pub help: AttrValue,
}

/// One headline.
#[component]
pub fn Headline(props: &HeadlineProps) -> Html {
    html! {
        <div class="headline">
            <dt class="headline-name">{ props.name.clone() }</dt>
            <dd class="headline-figure" data-figure={props.figure.clone()} data-value={props.value.clone()}>
                { props.text.clone() }
            </dd>
            <dd class="headline-band">{ props.band.clone() }</dd>
            <dd class="headline-help">{ props.help.clone() }</dd>
        </div>
    }
}
