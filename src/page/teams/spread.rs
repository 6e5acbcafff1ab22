//! What the teams have moved: of each lever the lowest, the middle and the highest place, and how many touched it.

use std::rc::Rc;

use yew::prelude::*;

use crate::questions::team::{Spread, spreads};
use crate::scenario::Scenario;
use crate::scenario::team::room::{Entry, meaning};
use crate::words::text::{Language, Text, fill};
use crate::words::{question, team};

#[derive(Properties, PartialEq)]
pub struct SpreadsProps {
    pub language: Language,
    pub base: Rc<Scenario>,
    pub entries: Rc<[Entry]>,
}

/// The table.
#[component]
pub fn Spreads(props: &SpreadsProps) -> Html {
    let SpreadsProps { language, base, entries } = props;
    let say = |text| language.text(text);
    let answers: Vec<Scenario> =
        entries.iter().filter_map(|entry| meaning(base, entry)).map(|sent| sent.scenario).collect();
    let spreads = spreads(base, &answers);
    let none = if spreads.is_empty() && !answers.is_empty() { say(Text::TeamSpreadNone) } else { "" };
    html! {
        <section class="teams-spread" aria-labelledby="teams-spread" hidden={answers.is_empty()}>
            <h2 id="teams-spread">{ say(Text::TeamSpread) }</h2>
            <p>{ none }</p>
            <div class="table" tabindex="0" role="group" aria-labelledby="teams-spread" hidden={spreads.is_empty()}>
                <table>
                    <thead><tr>
                        <th scope="col">{ say(Text::TeamLever) }</th>
                        <th scope="col">{ say(Text::TeamBase) }</th>
                        <th scope="col">{ say(Text::TeamLowest) }</th>
                        <th scope="col">{ say(Text::TeamMiddle) }</th>
                        <th scope="col">{ say(Text::TeamHighest) }</th>
                        <th scope="col">{ say(Text::TeamTouched) }</th>
                    </tr></thead>
                    <tbody>{ for spreads.iter().map(|spread| row(props, spread, answers.len())) }</tbody>
                </table>
            </div>
        </section>
    }
}

fn row(props: &SpreadsProps, spread: &Spread, all: usize) -> Html {
    let SpreadsProps { language, base, .. } = props;
    let cells = match team::stands(*language, spread.key, &spread.stands) {
        Ok(three) => {
            let cell = |(number, text): (usize, String)| html! { <td key={number}>{ text }</td> };
            three.into_iter().enumerate().map(cell).collect::<Html>()
        }
        Err(words) => html! { <td class="teams-words" colspan="3">{ words }</td> },
    };
    let values = [("count", &*spread.touched.to_string()), ("all", &all.to_string())];
    html! {
        <tr key={spread.key.name()} data-spread={spread.key.name()}>
            <th scope="row">{ question::name(*language, spread.key) }</th>
            <td>{ team::at(*language, spread.key, base) }</td>
            { cells }
            <td>{ fill(language.text(Text::TeamOfAll), &values) }</td>
        </tr>
    }
}
