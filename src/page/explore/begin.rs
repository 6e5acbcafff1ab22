//! Where a scenario begins: the place, and what is done there from the start.

use yew::prelude::*;

use crate::model::tables::{CASES, PLACES};
use crate::page::parts::choice::{List, Option as Listed};
use crate::page::state::{Action, State};
use crate::scenario::Start;
use crate::words::text::Text;

#[derive(Properties, PartialEq)]
pub struct BeginProps {
    pub state: State,
    pub store: UseReducerDispatcher<State>,
}

/// The lists of places and of what to begin with.
#[component]
pub fn Begin(props: &BeginProps) -> Html {
    html! { <div class="starts">{ place(props) }{ case(props) }</div> }
}

fn place(props: &BeginProps) -> Html {
    let State { scenario, language, .. } = &props.state;
    let options = PLACES
        .iter()
        .enumerate()
        .map(|(i, place)| Listed { word: place.id.into(), name: language.place_name(i).into() });
    let store = props.store.clone();
    let onchange = move |id: String| {
        if let Some(place) = PLACES.iter().position(|place| place.id == id) {
            store.dispatch(Action::Begin(Start::Place(place)));
        }
    };
    html! {
        <List lever="place" name={language.text(Text::ExplorePlace)} options={options.collect::<Vec<_>>()}
            value={PLACES[scenario.place_index()].id} {onchange} />
    }
}

/// The cases, and the place as it is today.
fn case(props: &BeginProps) -> Html {
    let State { scenario, language, .. } = &props.state;
    let today = Listed { word: NO_CASE.into(), name: language.text(Text::ExploreNoCase).into() };
    let cases = CASES
        .iter()
        .enumerate()
        .map(|(i, case)| Listed { word: case.id.into(), name: language.case_name(i).into() });
    let place = scenario.place_index();
    let store = props.store.clone();
    let onchange = move |id: String| {
        let case = CASES.iter().position(|case| case.id == id);
        store.dispatch(Action::Begin(case.map_or(Start::Place(place), Start::Case)));
    };
    html! {
        <List lever="case" name={language.text(Text::ExploreCase)}
            options={std::iter::once(today).chain(cases).collect::<Vec<_>>()}
            value={scenario.case().map_or(NO_CASE, |case| case.id)} {onchange} />
    }
}

/// The word of the list for no case.
const NO_CASE: &str = "";
