//! What the state pays back, by how long a citizen has had the benefit.

use std::rc::Rc;

use yew::prelude::*;

use super::source_or_none;
use crate::model::tables::{LADDERS, LadderStep};
use crate::page::parts::choice::{List, Option as Listed};
use crate::page::state::{Action, State};
use crate::scenario::Scenario;
use crate::scenario::keys::Key;
use crate::words::text::{Language, Text, fill};

/// The heading's id.
pub const TITLE: &str = "ladders-title";

#[derive(Properties, PartialEq)]
pub struct LaddersProps {
    pub scenario: Rc<Scenario>,
    pub language: Language,
    pub store: UseReducerDispatcher<State>,
}

/// The ladders, and which of them is counted with.
#[component]
pub fn Ladders(props: &LaddersProps) -> Html {
    let LaddersProps { scenario, language, store } = props;
    let say = |text| language.text(text);
    let option = |(place, ladder): (usize, &crate::model::tables::LadderSpec)| Listed {
        word: ladder.id.into(),
        name: language.ladder_name(place).into(),
    };
    let onchange = {
        let store = store.clone();
        move |word: String| store.dispatch(Action::Set(Key::Ladder, word))
    };
    let row = |ladder: usize| {
        let steps = LADDERS[ladder].steps.iter().map(|step| step_words(*language, step));
        html! {
            <tr key={ladder} role="row" class="assumption">
                <th role="rowheader" scope="row">
                    <span class="assumption-name">{ language.ladder_name(ladder) }</span>
                </th>
                <td role="cell" data-label={say(Text::EvidenceLadderSteps)}>
                    <ul>{ for steps.enumerate().map(|(place, step)| html! { <li key={place}>{ step }</li> }) }</ul>
                </td>
                <td role="cell" data-label={say(Text::MethodSource)}>
                    { source_or_none(*language, language.ladder_source(ladder)) }
                </td>
            </tr>
        }
    };
    html! {
        <section class="evidence-section" aria-labelledby={TITLE}>
            <h2 id={TITLE} tabindex="-1">{ say(Text::EvidenceLadders) }</h2>
            <p class="lever-note">{ say(Text::EvidenceLaddersAbout) }</p>
            <div class="fields">
                <List lever="ladder" name={say(Text::EvidenceLadder)} value={LADDERS[scenario.ladder].id}
                    options={LADDERS.iter().enumerate().map(option).collect::<Vec<_>>()} {onchange} />
            </div>
            <table class="assumption-table" role="table" aria-labelledby={TITLE}>
                <thead role="rowgroup"><tr role="row">
                    <th role="columnheader" scope="col">{ say(Text::EvidenceLadder) }</th>
                    <th role="columnheader" scope="col">{ say(Text::EvidenceLadderSteps) }</th>
                    <th role="columnheader" scope="col">{ say(Text::MethodSource) }</th>
                </tr></thead>
                <tbody role="rowgroup">{ for (0..LADDERS.len()).map(row) }</tbody>
            </table>
        </section>
    }
}

/// People count weeks from one.
fn step_words(language: Language, step: &LadderStep) -> String {
    let (share, week) = (language.percent(step.state_share), language.plain(step.from_week + 1.0));
    fill(language.text(Text::MethodFromWeek), &[("share", &share), ("week", &week)])
}
