//! Evidence: every assumption, with where it comes from, and the way to change it.

mod changed;
mod filter;
mod grounds;
mod ladders;
mod row;
mod source;

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::navigation::PageProps;
use crate::model::tables::{Confidence, Parameter, SECTIONS};
use crate::page::state::State;
use crate::words::text::{Language, Text, fill};
use crate::words::{judged, sentence};
use changed::Changed;
use filter::{Filter, Filters, haystacks};
use grounds::Grounds;
use ladders::Ladders;
use row::Row;

/// The page.
#[component]
pub fn Evidence(props: &PageProps) -> Html {
    let State { language, scenario, computed, outcome, bands, .. } = &props.state;
    let say = |text| language.text(text);
    let filter = use_state_eq(Filter::default);
    let texts = use_memo(*language, |language| haystacks(*language));
    let fits = |parameter: Parameter| filter.fits(parameter, &texts[parameter.index()], scenario);
    let count = Parameter::all().filter(|parameter| fits(*parameter)).count();
    let set = {
        let filter = filter.clone();
        Callback::from(move |wanted: Filter| filter.set(wanted))
    };
    let section = |section: usize| self::section(props, section, &fits);
    html! {
        <div class="evidence" data-draws={bands.0.draws.to_string()}>
            <h1 class="page-title">{ say(Text::PageEvidence) }</h1>
            <p class="lever-note evidence-intro">{ say(Text::EvidenceIntro) }</p>
            <p class="lever-note evidence-intro" data-judged={Confidence::Judgement.count().to_string()}>
                <strong>{ judged::how_many_judged(*language, Text::EvidenceJudged) }</strong>
            </p>
            <h2>{ say(Text::EvidenceResult) }</h2>
            <p class="sentence" data-sentence="">
                { sentence::sentences(*language, computed, &outcome.0, Some(&bands.0)).join(" ") }
            </p>
            <Changed scenario={scenario.clone()} language={*language} store={props.store.clone()}
                onshow={set.reform(|()| Filter::default())} />
            <Filters filter={(*filter).clone()} language={*language} {count} onchange={set} />
            { jumps(*language) }
            <div>{ for (0..SECTIONS.len()).map(section) }</div>
            <Ladders scenario={scenario.clone()} language={*language} store={props.store.clone()} />
            <Grounds scenario={scenario.clone()} language={*language} />
        </div>
    }
}

/// The sections, to go straight to one.
fn jumps(language: Language) -> Html {
    let sections = SECTIONS.iter().enumerate();
    let sections =
        sections.map(|(section, (id, _))| (format!("section-{id}"), language.section_name(section)));
    let others = [
        (ladders::TITLE, Text::EvidenceLadders),
        (grounds::GROUPS_TITLE, Text::EvidenceGroups),
        (grounds::PLACES_TITLE, Text::EvidencePlaces),
    ];
    let others = others.into_iter().map(|(title, text)| (title.to_owned(), language.text(text)));
    let jump = |(title, name): (String, &'static str)| {
        let key = title.clone();
        // A link to a part would put that part in the address, where the setting lives.
        let onclick = move |_| show(&title);
        html! { <li {key}><button type="button" class="link" {onclick}>{ name }</button></li> }
    };
    html! {
        <nav class="jumps" aria-label={language.text(Text::EvidenceSections)}>
            <ul>{ for sections.chain(others).map(jump) }</ul>
        </nav>
    }
}

/// Brings a heading into sight, with the focus.
fn show(title: &str) {
    let heading = document().get_element_by_id(title).and_then(|found| found.dyn_into::<HtmlElement>().ok());
    if let Some(heading) = heading {
        heading.scroll_into_view();
        let _ = heading.focus();
    }
}

/// The assumptions of one section, in a table; those that do not fit the search are hidden and stay as they are.
fn section(props: &PageProps, section: usize, fits: &impl Fn(Parameter) -> bool) -> Html {
    let State { language, scenario, .. } = &props.state;
    let (id, parameters) = SECTIONS[section];
    let title = format!("section-{id}");
    let row = |parameter: &Parameter| {
        html! {
            <Row key={parameter.spec().key} parameter={*parameter} value={scenario.parameters[*parameter]}
                law={scenario.law()} language={*language} hidden={!fits(*parameter)} store={props.store.clone()} />
        }
    };
    let hidden = !parameters.iter().any(|parameter| fits(*parameter));
    html! {
        <section key={id} class="evidence-section" aria-labelledby={title.clone()} {hidden}>
            <h2 id={title.clone()} tabindex="-1">{ language.section_name(section) }</h2>
            <p class="lever-note">{ language.section_about(section) }</p>
            // The roles stay where a narrow page shows rows as blocks.
            <table class="assumption-table assumptions-all" role="table" aria-labelledby={title}>
                <thead role="rowgroup"><tr role="row">{ heads(*language) }</tr></thead>
                <tbody role="rowgroup">{ for parameters.iter().map(row) }</tbody>
            </table>
        </section>
    }
}

/// The columns, in order.
const COLUMNS: [Text; 5] = [
    Text::EvidenceColumnName,
    Text::EvidenceColumnValue,
    Text::EvidenceColumnBand,
    Text::EvidenceSure,
    Text::EvidenceColumnSource,
];

fn heads(language: Language) -> Html {
    let head = |(place, text): (usize, Text)| {
        html! { <th key={place} role="columnheader" scope="col">{ language.text(text) }</th> }
    };
    html! { <>{ for COLUMNS.into_iter().enumerate().map(head) }</> }
}

/// The part of a page's `data-asked` that names a row.
pub fn row_name(parameter: Parameter) -> String {
    format!("assumption.{}", parameter.spec().key)
}

/// A source in words: that there is none is said.
fn source_or_none(language: Language, source: &'static str) -> Html {
    match source {
        "" => html! { <span>{ language.text(Text::WhyNoSource) }</span> },
        source => source::linked(source),
    }
}

/// With a value put into it.
fn said(language: Language, text: Text, name: &str, value: &str) -> String {
    fill(language.text(text), &[("name", name), ("value", value)])
}
