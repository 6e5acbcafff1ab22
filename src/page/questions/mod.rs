//! Questions: what takes many runs of the model, asked of the scenario in hand.

pub mod answers;
pub mod asked;
mod break_even;
mod drivers;
mod fields;
mod further;
mod map;
mod next_post;
mod reform;
mod section;
mod strip;

use yew::prelude::*;

use super::explore::Share;
use super::navigation::PageProps;
use super::state::{Action, Page, State};
use crate::words::sentence;
use crate::words::text::Text;
use section::{Section, Topic};

/// The page: the scenario in words, and what is asked of it.
#[component]
pub fn Questions(props: &PageProps) -> Html {
    let State { language, computed, outcome, bands, .. } = &props.state;
    let say = |text| language.text(text);
    let store = props.store.clone();
    let change = move |_| store.dispatch(Action::Visit(Page::Explore));
    let section = |topic: Topic| {
        html! {
            <Section key={topic.name()} {topic} state={props.state.clone()} store={props.store.clone()}
                paint={props.paint.clone()} />
        }
    };
    html! {
        <div class="questions" data-draws={bands.0.draws.to_string()}>
            <section class="plan" aria-labelledby="questions-title">
                <h1 id="questions-title" class="page-title">{ say(Text::PageQuestions) }</h1>
                <p class="lever-note">{ say(Text::AskIntro) }</p>
                <p class="sentence" data-sentence="">
                    { sentence::sentences(*language, computed, &outcome.0, Some(&bands.0)).join(" ") }
                </p>
                <p><button type="button" class="button" onclick={change}>{ say(Text::AskChange) }</button></p>
                <Share state={props.state.clone()} />
            </section>
            <div class="topics">{ for Topic::ALL.into_iter().map(section) }</div>
        </div>
    }
}
