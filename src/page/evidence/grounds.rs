//! The groups and the places that the model counts with, and where their figures come from.

use std::rc::Rc;

use yew::prelude::*;

use super::{source, source_or_none};
use crate::model::tables::{GROUP_COUNT, GROUPS, PLACES};
use crate::scenario::Scenario;
use crate::words::text::{Language, Text, fill};

/// The headings' ids.
pub const GROUPS_TITLE: &str = "groups-title";
pub const PLACES_TITLE: &str = "places-title";

#[derive(Properties, PartialEq)]
pub struct GroundsProps {
    pub scenario: Rc<Scenario>,
    pub language: Language,
}

/// Both tables.
#[component]
pub fn Grounds(props: &GroundsProps) -> Html {
    let GroundsProps { scenario, language } = props;
    let say = |text| language.text(text);
    let place = match scenario.place == scenario.unmoved().place {
        true => language.place_name(scenario.place_index()),
        false => say(Text::ExploreOwn),
    };
    let groups = [
        Text::QuestionGroup,
        Text::OwnCitizens,
        Text::EvidenceStockSource,
        Text::EvidenceToday,
        Text::EvidenceGuideline,
    ];
    let places = [
        Text::MethodPlace,
        Text::MethodInhabitants,
        Text::EvidenceCash,
        Text::EvidenceRoom,
        Text::MethodSource,
    ];
    html! {
        <div>
            <section class="evidence-section" aria-labelledby={GROUPS_TITLE}>
                <h2 id={GROUPS_TITLE} tabindex="-1">{ say(Text::EvidenceGroups) }</h2>
                <p class="lever-note">{ fill(say(Text::EvidenceGroupsAbout), &[("place", place)]) }</p>
                { table(*language, GROUPS_TITLE, groups, (0..GROUP_COUNT).map(|group| of_group(props, group, groups)).collect()) }
            </section>
            <section class="evidence-section" aria-labelledby={PLACES_TITLE}>
                <h2 id={PLACES_TITLE} tabindex="-1">{ say(Text::EvidencePlaces) }</h2>
                <p class="lever-note">{ say(Text::EvidencePlacesAbout) }</p>
                { table(*language, PLACES_TITLE, places, (0..PLACES.len()).map(|place| of_place(*language, place, places)).collect()) }
            </section>
        </div>
    }
}

fn table(language: Language, title: &'static str, heads: [Text; 5], rows: Vec<Html>) -> Html {
    let head = |(place, text): (usize, &Text)| {
        html! { <th key={place} role="columnheader" scope="col">{ language.text(*text) }</th> }
    };
    html! {
        <table class="assumption-table" role="table" aria-labelledby={title}>
            <thead role="rowgroup"><tr role="row">{ for heads.iter().enumerate().map(head) }</tr></thead>
            <tbody role="rowgroup">{ for rows }</tbody>
        </table>
    }
}

/// A row: its name, and a cell under each further head.
fn row(
    language: Language,
    key: &'static str,
    name: &'static str,
    heads: [Text; 5],
    cells: [Html; 4],
) -> Html {
    let cell = |(head, cell): (&Text, Html)| {
        let label = language.text(*head);
        html! { <td key={label} role="cell" data-label={label}>{ cell }</td> }
    };
    html! {
        <tr {key} role="row" class="assumption">
            <th role="rowheader" scope="row"><span class="assumption-name">{ name }</span></th>
            { for heads.iter().skip(1).zip(cells).map(cell) }
        </tr>
    }
}

fn of_group(props: &GroundsProps, group: usize, heads: [Text; 5]) -> Html {
    let GroundsProps { scenario, language } = props;
    let today = scenario.place.caseload_today(group, &scenario.parameters);
    let guideline = match GROUPS[group].guideline {
        Some(ends) => html! {
            <>
                { ends.map(|end| language.plain(end)).join("–") }{ ". " }
                { source::linked(language.guideline_source(group)) }
            </>
        },
        None => html! { language.text(Text::EvidenceNoGuideline) },
    };
    let cells = [
        html! { language.persons(scenario.place.stock[group]) },
        stock_source(props, group),
        html! { language.plain(today) },
        guideline,
    ];
    row(*language, GROUPS[group].id, language.group_name(group), heads, cells)
}

/// Where the number of citizens comes from: the place's data, the case's, or the visitor.
fn stock_source(props: &GroundsProps, group: usize) -> Html {
    let GroundsProps { scenario, language } = props;
    let (place, stock) = (scenario.place_index(), scenario.place.stock[group]);
    let source = language.stock_source(place, group);
    if stock == PLACES[place].stock[group] {
        let basis = language.basis(PLACES[place].stock_basis[group]);
        return html! { <>{ format!("{basis}. ") }{ source::linked(source) }</> };
    }
    match scenario.case_index().filter(|_| scenario.unmoved().place.stock[group] == stock) {
        Some(case) => {
            let values = [("source", language.case_source(case))];
            html! { fill(language.text(Text::EvidenceStockCase), &values) }
        }
        None => html! { language.text(Text::EvidenceStockOwn) },
    }
}

fn of_place(language: Language, place: usize, heads: [Text; 5]) -> Html {
    let spec = &PLACES[place];
    let known = |value: Option<f64>| match value {
        Some(value) => language.plain(value),
        None => language.text(Text::EvidenceUnknown).to_owned(),
    };
    let cells = [
        html! { format!("{} ({})", language.persons(spec.population), spec.year) },
        html! { known(spec.cash) },
        html! { known(spec.room) },
        source_or_none(language, language.place_source(place)),
    ];
    row(language, spec.id, language.place_name(place), heads, cells)
}
