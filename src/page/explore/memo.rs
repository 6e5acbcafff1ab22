//! The page on paper: one sheet in the shape of a Danish notat. It is made when it is printed.

use std::rc::Rc;

use js_sys::{Date, Object};
use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::charts;
use super::verdicts::told;
use crate::page::address::link_to;
use crate::page::out::{Around, cited, sized_svg};
use crate::page::paper::use_paper;
use crate::page::parts::chart::Picture;
use crate::page::state::State;
use crate::page::theme;
use crate::questions::setting::{as_today, present};
use crate::scenario::Scenario;
use crate::scenario::keys::Key;
use crate::words::amount::Amount;
use crate::words::question;
use crate::words::sentence;
use crate::words::text::{Language, Text, fill};

/// Width of the sheet's text and height of a chart on it, CSS pixels: both charts and the words fit on A4.
const CHART: [f64; 2] = [690.0, 190.0];

#[derive(Properties, PartialEq)]
pub struct MemoProps {
    pub state: State,
}

/// Nothing on the screen.
#[component]
pub fn Memo(props: &MemoProps) -> Html {
    let printing = use_paper();
    html! {
        <section class="memo" aria-hidden={(!printing).to_string()}>
            { if printing { sheet(&props.state) } else { Html::default() } }
        </section>
    }
}

fn sheet(state: &State) -> Html {
    let language = state.language;
    let say = |text| language.text(text);
    let scenario = &state.computed;
    let place = sentence::place_name(language, scenario);
    let name = fill(say(Text::MemoAbout), &[("place", place), ("date", &today(language))]);
    let sentences = sentence::sentences(language, scenario, &state.outcome.0, Some(&state.bands.0)).join(" ");
    let difference = charts::difference(language, scenario, &state.outcome.0, &state.bands.0);
    let net = charts::net(language, scenario, &state.outcome.0, &state.bands.0);
    let differs = differs(language, scenario);
    html! {
        <>
            <p class="memo-kind">{ say(Text::MemoHeading) }<span>{ say(Text::SiteName) }</span></p>
            <h1>{ subject(language, scenario, place) }</h1>
            <p class="memo-about">{ name }</p>
            <p>{ sentences }</p>
            <p>{ headlines(state) }</p>
            { picture(&difference, say(Text::ChartDifference).to_owned(), language) }
            { picture(&net, say(Text::ChartNet).to_owned(), language) }
            <p><strong>{ say(Text::VerdictTitle) }</strong>{ " " }{ told(language, scenario, &state.outcome.0, &state.bands.0) }</p>
            <h2>{ say(Text::MemoDiffers) }</h2>
            <ul>{ for differs.iter().map(|line| html! { <li key={line.clone()}>{ line.clone() }</li> }) }</ul>
            <p class="memo-small">
                { fill(say(Text::NoticeSource), &[("source", source(language, scenario))]) }{ " " }
                { cited(language) }{ " " }{ say(Text::NoticeWeakEvidence) }
            </p>
            <p class="memo-small memo-link">{ link_to(state) }</p>
        </>
    }
}

/// The headlines with their bands, in one line.
fn headlines(state: &State) -> String {
    let (language, outcome) = (state.language, &state.outcome.0);
    let [jobs, net, cap, _] = sentence::headlines(outcome, &state.bands.0);
    let horizon = outcome.horizon;
    let country = sentence::country(language, &state.computed, outcome);
    let country = country.map(|(jobs, _)| (Text::HeadlineCountry, Amount::More.told(language, jobs)));
    let jobs = Amount::More.with_band(language, outcome.extra_jobs(horizon), jobs);
    let money = |amount: Amount, value, band| amount.with_band(language, value, band);
    let parts = [(Text::HeadlineJobs, jobs)].into_iter().chain(country).chain([
        (Text::HeadlineNet, money(Amount::Net, outcome.municipal_net(horizon), net)),
        (Text::HeadlinePayback, sentence::paid_back(language, outcome)),
        (Text::HeadlineCapPrice, money(Amount::Price, outcome.price_of_cap(horizon), cap)),
    ]);
    let told = parts.map(|(name, value)| format!("{}: {value}", language.text(name)));
    told.collect::<Vec<_>>().join(" · ")
}

fn subject(language: Language, scenario: &Scenario, place: &str) -> String {
    match scenario.case_index() {
        Some(case) => language.case_name(case).to_owned(),
        None => fill(language.text(Text::MemoSubject), &[("place", place)]),
    }
}

fn source(language: Language, scenario: &Scenario) -> &'static str {
    match scenario.case_index() {
        Some(case) => language.case_source(case),
        None => language.place_source(scenario.place_index()),
    }
}

/// The chart as drawing elements: an image would still be on its way when the sheet is laid out.
fn picture(plot: &dyn Picture, title: String, language: Language) -> Html {
    let around = Around { title, above: Vec::new(), below: Vec::new(), language };
    let drawn = sized_svg(plot, &around, &theme::on_paper(), CHART);
    Html::from_html_unchecked(AttrValue::from(Rc::from(drawn)))
}

/// Each lever and each assumption that is set otherwise than today: its name, and where it stands.
fn differs(language: Language, scenario: &Scenario) -> Vec<String> {
    let today = as_today(scenario);
    let moved = |key: &Key| key.text(&today) != key.text(scenario);
    let line = |key: Key| {
        let at = |scenario| question::setting(language, key, present(key, scenario));
        let (from, to) = (at(&today), at(scenario));
        let values = [("name", &*question::name(language, key)), ("from", &*from), ("to", &*to)];
        fill(language.text(Text::WhyMoved), &values)
    };
    let lines: Vec<String> = Key::all().filter(moved).map(line).collect();
    match lines.is_empty() {
        true => vec![language.text(Text::MemoNothing).to_owned()],
        false => lines,
    }
}

/// The date as the language writes it.
pub fn today(language: Language) -> String {
    let long = Object::new();
    for (part, form) in [("day", "numeric"), ("month", "long"), ("year", "numeric")] {
        let _ = js_sys::Reflect::set(&long, &JsValue::from(part), &JsValue::from(form));
    }
    Date::new_0().to_locale_date_string(language.code(), &long).into()
}
