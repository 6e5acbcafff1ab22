//! What comes of it: a sentence, four headlines, what a council would say, two charts and more.

use std::rc::Rc;

use yew::prelude::*;

use super::charts;
use super::country::Country;
#[cfg(feature = "more")]
use super::others::Others;
#[cfg(feature = "more")]
use super::pinned::Beside;
use super::share::Share;
use super::verdicts;
use crate::model::outcome::Outcome;
use crate::model::tables::{Basis, PLACES};
#[cfg(not(feature = "more"))]
use crate::page::later::{Beside, Closed};
#[cfg(feature = "more")]
use crate::page::out::Out;
use crate::page::parts::chart::{Asked, Chart, Plotted};
use crate::page::parts::figure::{Headline, headline};
use crate::page::parts::lines::Plot;
use crate::page::sight::use_in_sight;
use crate::page::state::{Action, State};
use crate::page::theme::Paint;
use crate::questions::measure::Measure;
use crate::scenario::keys::Key;
use crate::scenario::{digits, verdict};
use crate::uncertainty::bands::Bands;
use crate::words::amount::Amount;
use crate::words::sentence;
use crate::words::text::{Language, Text, fill};

#[derive(Properties, PartialEq)]
pub struct ResultsProps {
    pub state: State,
    pub store: UseReducerDispatcher<State>,
    pub paint: Paint,
}

/// The right-hand side of the page.
#[component]
pub fn Results(props: &ResultsProps) -> Html {
    let State { scenario, outcome, bands, language, resting, .. } = &props.state;
    let language = *language;
    // The plot follows the outcome, not the lever: between the two the sentence would speak of another run.
    let beside = Beside::of(&props.state);
    let newest = (outcome.clone(), bands.clone(), beside.clone());
    // It runs the country's view: not again for what only moves the page.
    let said = use_memo((outcome.clone(), bands.clone(), language), |(outcome, bands, language)| {
        AttrValue::from(sentence::sentences(*language, scenario, &outcome.0, Some(&bands.0)).join(" "))
    });
    let difference = use_memo((newest.clone(), language), |((outcome, bands, beside), language)| {
        let mut plot = charts::difference(*language, scenario, &outcome.0, &bands.0);
        beside.difference(&mut plot, *language);
        Rc::new(plot)
    });
    let difference = Plotted((*difference).clone());
    // On a phone it is out of sight while a lever is moved.
    let place = use_node_ref();
    let seen = use_in_sight(&place, *resting, newest);
    let levels = use_memo(
        (seen.clone(), language, surrounded(&props.state)),
        |((outcome, _, beside), language, _)| {
            let mut plot = charts::stock(*language, scenario, &outcome.0);
            beside.stock(&mut plot, *language, scenario.focus());
            surround(&mut plot, &props.state);
            Rc::new(plot)
        },
    );
    let stock = (*levels).clone();
    let net = use_memo((seen, language), |((outcome, bands, beside), language)| {
        let mut plot = charts::net(*language, scenario, &outcome.0, &bands.0);
        beside.net(&mut plot, *language);
        Rc::new(plot)
    });
    let net = Plotted((*net).clone());
    let verdicts = verdicts::verdicts(&outcome.0, &bands.0)
        .ok_or_else(|| sentence::way_out(language, scenario, &outcome.0).unwrap_or_default());
    let verdicts = use_memo((language, verdicts), |(language, verdicts)| verdicts::row(*language, verdicts));
    let paint = &props.paint;
    let asked = |name: &'static str| {
        Some(Asked {
            name: name.into(),
            #[cfg(feature = "more")]
            at: props
                .state
                .asked
                .as_deref()
                .and_then(|part| part.strip_prefix(name)?.strip_prefix('@')?.parse().ok()),
            #[cfg(any(feature = "more", feature = "embed"))]
            table: props
                .state
                .asked
                .as_deref()
                .is_some_and(|part| part.strip_prefix("table.") == name.strip_prefix("read.")),
            store: props.store.clone(),
        })
    };
    let title: AttrValue = charts::stock_title(language, scenario).into();
    html! {
        <div class="result-parts" translate="no" data-draws={bands.0.draws.to_string()}>
            <p class="sentence" data-sentence="">{ (*said).clone() }</p>
            <div class="watch">
                <Chart chart="difference" title={language.text(Text::ChartDifference)} note={found(language, &outcome.0, &bands.0)}
                    asked={asked("read.difference")} {language} plot={difference.clone()} paint={paint.clone()} resting={*resting} />
                { out(&props.state, &props.store, "difference", language.text(Text::ChartDifference).into(), difference) }
            </div>
            <dl class="headlines">{ headlines(&props.state, &props.store, paint) }</dl>
            { (*verdicts).clone() }
            { give_room(&props.state, &props.store) }
            <div ref={place} class="place">
                <Chart chart="stock" title={title.clone()} note={short(language, &stock, &outcome.0)}
                    asked={asked("read.stock")} {language} plot={Plotted(stock.clone())} paint={paint.clone()} resting={*resting} />
                { switch(&props.state, &props.store) }
                { out(&props.state, &props.store, "stock", title, Plotted(stock)) }
                <Chart chart="net" title={language.text(Text::ChartNet)} note={html! { language.text(Text::ChartNetNote) }}
                    asked={asked("read.net")} {language} plot={net.clone()} paint={paint.clone()} resting={*resting} />
                { out(&props.state, &props.store, "net", language.text(Text::ChartNet).into(), net) }
            </div>
            { others(&props.state, &props.store, paint) }
            <div class="sources">{ source(&props.state, &props.store) }</div>
            <Share state={props.state.clone()} />
        </div>
    }
}

/// The way out of a ceiling that leaves nothing: as much room as the plan wants.
fn give_room(state: &State, store: &UseReducerDispatcher<State>) -> Html {
    let Some((key, millions)) = sentence::room_wanted(&state.scenario, &state.outcome.0) else {
        return html! { <p hidden=true></p> };
    };
    let Key::Lever(lever, _) = key else { return html! { <p hidden=true></p> } };
    let value = state.language.money(1e6 * millions);
    let values = [("lever", state.language.lever_name(lever)), ("value", &*value)];
    let text = fill(state.language.text(Text::SentenceGiveRoom), &values);
    let store = store.clone();
    let onclick = move |_| store.dispatch(Action::Set(key, digits::write(millions)));
    html! { <p><button type="button" class="button" data-give-room={key.name()} {onclick}>{ text }</button></p> }
}

/// What the surroundings tend to do, where that is wanted.
#[cfg(feature = "more")]
fn surround(plot: &mut Plot, state: &State) {
    super::surroundings::put(plot, state);
}

#[cfg(not(feature = "more"))]
fn surround(_: &mut Plot, _: &State) {}

/// Whether it is wanted.
#[cfg(feature = "more")]
fn surrounded(state: &State) -> bool {
    state.surroundings
}

#[cfg(not(feature = "more"))]
fn surrounded(_: &State) -> bool {
    false
}

/// Switches it on and off.
#[cfg(feature = "more")]
fn switch(state: &State, store: &UseReducerDispatcher<State>) -> Html {
    html! { <super::surroundings::Switch state={state.clone()} store={store.clone()} /> }
}

#[cfg(not(feature = "more"))]
fn switch(state: &State, store: &UseReducerDispatcher<State>) -> Html {
    let summary = html! { state.language.text(Text::ChartSurroundings) };
    html! {
        <div class="surroundings">
            <Closed asked="surroundings" {summary} language={state.language} store={store.clone()} />
        </div>
    }
}

/// More charts.
#[cfg(feature = "more")]
fn others(state: &State, store: &UseReducerDispatcher<State>, paint: &Paint) -> Html {
    html! { <Others state={state.clone()} store={store.clone()} paint={paint.clone()} /> }
}

#[cfg(not(feature = "more"))]
fn others(state: &State, store: &UseReducerDispatcher<State>, _: &Paint) -> Html {
    let summary = html! { state.language.text(Text::ChartMore) };
    html! {
        <section class="others">
            <Closed asked="charts" {summary} language={state.language} store={store.clone()} />
        </section>
    }
}

/// What can be taken out of a chart.
#[cfg(feature = "more")]
fn out(
    state: &State,
    _: &UseReducerDispatcher<State>,
    chart: &'static str,
    title: AttrValue,
    plot: Plotted,
) -> Html {
    html! { <Out state={state.clone()} {chart} {title} {plot} /> }
}

#[cfg(not(feature = "more"))]
fn out(
    state: &State,
    store: &UseReducerDispatcher<State>,
    chart: &'static str,
    _: AttrValue,
    _: Plotted,
) -> Html {
    let summary = html! { state.language.text(Text::ChartSave) };
    html! {
        <div class="out">
            <Closed asked={["out.", chart].concat()} {summary} language={state.language} store={store.clone()} />
        </div>
    }
}

/// What comes of the plan in people, in sight while a slider moves on a phone.
pub fn found(language: Language, outcome: &Outcome, bands: &Bands) -> Html {
    let months = [&outcome.scenario, &outcome.baseline].map(|run| &run.months[..]);
    let change = charts::changes(months[0], months[1], outcome.horizon).pop().unwrap_or_default();
    let text = charts::finding(language, outcome, bands);
    html! { <span data-figure="stock_change" data-value={digits::write(change)}>{ text }</span> }
}

/// The result in one short line.
pub fn short(language: Language, stock: &Plot, outcome: &Outcome) -> Html {
    let last = stock.lines.first().and_then(|line| line.points.last()).copied().unwrap_or_default();
    let net = Amount::Net.told(language, outcome.municipal_net(outcome.horizon));
    let values = [
        ("years", &*language.years(outcome.horizon)),
        ("count", &*language.persons(last)),
        ("amount", &*net),
    ];
    let text = fill(language.text(Text::SentenceShort), &values);
    html! { <span data-figure="stock" data-value={digits::write(last)}>{ text }</span> }
}

/// A headline as it is told.
pub struct Told {
    /// Its id.
    pub figure: &'static str,
    pub name: Text,
    pub text: String,
    pub value: Option<f64>,
    pub band: String,
    pub help: Text,
}

/// What the headlines are called, in the order of `scenario::embed::HEADLINES`.
#[cfg(feature = "more")]
pub const HEADLINE_NAMES: [Text; 4] =
    [Text::HeadlineJobs, Text::HeadlineNet, Text::HeadlinePayback, Text::HeadlineCapPrice];

/// The four headlines.
pub fn told_headlines(state: &State) -> [Told; 4] {
    let (language, outcome) = (state.language, &state.outcome.0);
    let horizon = outcome.horizon;
    let [jobs_band, net_band, cap_band, _] = sentence::headlines(outcome, &state.bands.0);
    let jobs = outcome.extra_jobs(horizon);
    let net = outcome.municipal_net(horizon);
    let cap = outcome.price_of_cap(horizon);
    let months = Some(outcome.payback_months()).filter(|months| months.is_finite());
    let paid = sentence::paid_back(language, outcome);
    let cap_help = if cap < 0.0 { Text::HeadlineCapPriceHelpSaves } else { Text::HeadlineCapPriceHelp };
    let chance = verdict::chance_at_horizon(outcome, &state.bands.0);
    let chance = chance.map(|share| {
        let values = [("years", &*language.years(horizon)), ("share", &*language.chance(share))];
        fill(language.text(Text::HeadlinePaybackChance), &values)
    });
    let amount = |figure, name, amount: Amount, value, band, help| {
        let (text, band) = (amount.told(language, value), amount.between(language, value, band));
        Told { figure, name, text, value: Some(value), band, help }
    };
    [
        amount("jobs", Text::HeadlineJobs, Amount::More, jobs, jobs_band, Text::HeadlineJobsHelp),
        amount("net", Text::HeadlineNet, Amount::Net, net, net_band, Text::HeadlineNetHelp),
        Told {
            figure: "payback",
            name: Text::HeadlinePayback,
            text: paid,
            value: months,
            band: chance.unwrap_or_default(),
            help: Text::HeadlinePaybackHelp,
        },
        amount("cap_price", Text::HeadlineCapPrice, Amount::Price, cap, cap_band, cap_help),
    ]
}

fn headlines(state: &State, store: &UseReducerDispatcher<State>, paint: &Paint) -> Html {
    let (language, month) = (state.language, state.scenario.policy.horizon);
    let years = language.years(state.outcome.0.horizon);
    let one = |told: Told| {
        headline(Headline {
            figure: told.figure.into(),
            name: language.text(told.name).into(),
            text: told.text.into(),
            band: told.band.into(),
            value: told.value.map(digits::write).unwrap_or_default().into(),
            help: fill(language.text(told.help), &[("years", &years)]).into(),
            measure: Measure::parse(told.figure, month).unwrap_or(Measure::Payback),
            state: state.clone(),
            store: store.clone(),
            paint: paint.clone(),
        })
    };
    html! { <>{ for told_headlines(state).into_iter().map(one) }<Country state={state.clone()} /></> }
}

/// Where the number of citizens comes from: published, computed, or an estimate.
pub fn basis(state: &State) -> String {
    let (language, place) = (state.language, state.scenario.place_index());
    let of = PLACES[place].stock_basis;
    let mut names: Vec<String> = Vec::new();
    for (at, basis) in of.into_iter().enumerate().filter(|(at, basis)| !of[..*at].contains(basis)) {
        let groups = (at..of.len()).filter(|group| of[*group] == basis);
        let groups: Vec<&str> = groups.map(|group| language.group_people(group)).collect();
        let name = language.basis(basis);
        match basis {
            Basis::Published => names.insert(0, name.to_owned()),
            // Which groups are not is said by name, unless all are.
            _ if groups.len() < of.len() => names.push(format!("{name} ({})", groups.join(", "))),
            _ => names.push(name.to_owned()),
        }
    }
    let values = [("place", language.place_name(place)), ("basis", &names.join("; "))];
    fill(language.text(Text::NoticeBasis), &values)
}

/// The case in hand: what it did, what it told, and where that stands; of a place, where its figures come from.
fn source(state: &State, store: &UseReducerDispatcher<State>) -> Html {
    let language = state.language;
    if let Some(case) = state.scenario.case_index() {
        return told(state, store, case);
    }
    let source = language.place_source(state.scenario.place_index());
    html! {
        <div key="place" class="case">
            <p>{ basis(state) }</p>
            <p class="source">{ fill(language.text(Text::NoticeSource), &[("source", source)]) }</p>
        </div>
    }
}

/// The name of the part about a case.
const CASE: &str = "case";

/// What a case did and told.
#[cfg(feature = "more")]
fn told(state: &State, _: &UseReducerDispatcher<State>, case: usize) -> Html {
    let language = state.language;
    let notes = language.published_notes(case).iter().enumerate();
    let source = fill(language.text(Text::NoticeSource), &[("source", language.case_source(case))]);
    html! {
        <details key={CASE} class="case" open={state.asked.as_deref() == Some(CASE)}>
            <summary data-asked={CASE}>{ language.text(Text::ExploreAboutCase) }</summary>
            <p>{ language.case_summary(case) }</p>
            <ul>{ for notes.map(|(i, note)| html! { <li key={i}>{ *note }</li> }) }</ul>
            <p class="source">{ source }</p>
        </details>
    }
}

#[cfg(not(feature = "more"))]
fn told(state: &State, store: &UseReducerDispatcher<State>, _: usize) -> Html {
    let language = state.language;
    let summary = html! { language.text(Text::ExploreAboutCase) };
    html! { <div key={CASE} class="case"><Closed asked={CASE} {summary} {language} store={store.clone()} /></div> }
}
