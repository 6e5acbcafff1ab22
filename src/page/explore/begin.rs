//! Where a scenario begins: the place, and what is done there from the start.

use yew::prelude::*;

use crate::model::tables::{CASES, PACKAGES, case_by_id, package_by_id};
use crate::page::parts::choice::{List, Option as Listed};
use crate::page::parts::place_field::PlaceField;
use crate::page::state::{Action, State};
use crate::scenario::{Scenario, Start};
use crate::words::text::{Language, Text};

#[derive(Properties, PartialEq)]
pub struct BeginProps {
    pub state: State,
    pub store: UseReducerDispatcher<State>,
}

/// The field of the place, the list of what to begin with, and what a package sets.
#[component]
pub fn Begin(props: &BeginProps) -> Html {
    let State { scenario, language, .. } = &props.state;
    let package = scenario.package_index().filter(|package| *package > 0);
    let summary = package.map(|package| language.package_summary(package)).unwrap_or_default();
    html! {
        <div>
            <div class="starts">{ place(props) }{ preset(props) }</div>
            <p class="lever-note" hidden={summary.is_empty()} data-package="">{ summary }</p>
        </div>
    }
}

fn place(props: &BeginProps) -> Html {
    let State { scenario, language, .. } = &props.state;
    let (here, package) = (scenario.place_index(), scenario.package_index().unwrap_or(0));
    // Where name or figures are somebody's own, or a case's, the place itself is another one than that on which they rest.
    let own = scenario.name.is_some() || scenario.has_own_figures() || scenario.case().is_some();
    let store = props.store.clone();
    let onchange = move |place: usize| {
        if own || place != here {
            store.dispatch(Action::Begin(Start::Package(place, package)));
        }
    };
    html! { <PlaceField language={*language} value={called(*language, scenario).to_owned()} {onchange} /> }
}

/// As the visitor calls the place, or its name; of a case too, whose own name stands in the list beside.
fn called(language: Language, scenario: &Scenario) -> &str {
    match &scenario.name {
        Some(name) => name.text(),
        None if scenario.has_own_figures() => language.text(Text::ExploreOwn),
        None => language.place_name(scenario.place_index()),
    }
}

/// The packages, the first of them the place as it is today, and the cases.
fn preset(props: &BeginProps) -> Html {
    let State { scenario, language, .. } = &props.state;
    let listed = |id: &'static str, name: &'static str| Listed { word: id.into(), name: name.into() };
    let packages =
        PACKAGES.iter().enumerate().map(|(i, package)| listed(package.id, language.package_name(i)));
    // A case that is only told sets nothing; the one that a link asks for is listed all the same.
    let cases =
        CASES.iter().enumerate().filter(|(i, case)| !case.only_told || scenario.case_index() == Some(*i));
    let cases = cases.map(|(i, case)| listed(case.id, language.case_name(i)));
    let value = match scenario.case() {
        Some(case) => case.id,
        None => PACKAGES[scenario.package_index().unwrap_or(0)].id,
    };
    let (store, place) = (props.store.clone(), scenario.place_index());
    let onchange = move |id: String| {
        let package = package_by_id(&id).map(|package| Start::Package(place, package));
        if let Some(start) = package.or_else(|| case_by_id(&id).map(Start::Case)) {
            store.dispatch(Action::Begin(start));
        }
    };
    html! {
        <List lever="case" name={language.text(Text::ExploreCase)} options={packages.chain(cases).collect::<Vec<_>>()}
            {value} {onchange} />
    }
}
