//! What an embed shows.

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::{document, window};
use yew::prelude::*;

use super::tell::{use_change, use_height};
use crate::page::address::{fragment, signed};
use crate::page::engine::{Engine, use_engine};
use crate::page::explore::results::{basis, found, short, told_headlines};
use crate::page::explore::{charts, levers};
use crate::page::parts::chart::{Chart, Plotted};
use crate::page::state::{Action, State};
use crate::page::theme::{Paint, mark_document, use_paint};
use crate::scenario::embed::{self, Embed as Asked, Fault, HEADLINES, Show};
use crate::scenario::keys::Key;
use crate::scenario::link::{self, Problem};
use crate::scenario::{digits, reach};
use crate::words::text::{Language, Text, fill};
use crate::words::{notice, sentence};

/// What an embed begins with.
#[derive(Properties, PartialEq)]
pub struct EmbedProps {
    /// The language whose texts are here.
    pub language: Language,
}

/// What the address asks for besides the scenario, and what of it could not be used.
type Wanted = (Asked, Vec<Fault>);

fn wanted(read: &link::Read) -> Wanted {
    embed::read(&read.page, &read.scenario)
}

/// All that stands in the frame.
#[component]
pub fn Embed(props: &EmbedProps) -> Html {
    let root = use_node_ref();
    let read = || link::read(&fragment());
    let state = use_reducer(|| State::open(read(), props.language, Engine::new()));
    let asked = use_state(|| wanted(&read()));
    let paint = use_paint(state.shade);
    use_engine(&state);
    use_height(&root, state.resting);
    {
        let (store, set) = (state.dispatcher(), asked.setter());
        use_effect_with((), move |()| {
            let listener = EventListener::new(&window(), "hashchange", move |_| {
                let read = link::read(&fragment());
                set.set(wanted(&read));
                store.dispatch(Action::Open(Box::new(read)));
            });
            move || drop(listener)
        });
    }
    let language = state.language;
    let place = language.place_name(state.scenario.place_index());
    let title: AttrValue = fill(language.text(Text::EmbedTitle), &[("place", place)]).into();
    use_effect_with((language, title.clone()), |(language, title)| {
        mark_document("lang", language.code());
        mark_document("data-language", language.code());
        document().set_title(title);
    });
    let link = use_link(&state);
    use_change((state.resting && state.touched).then(|| link.clone()));
    let shown = state.shown();
    let said =
        sentence::sentences(language, &shown.scenario, &shown.outcome.0, Some(&shown.bands.0)).join(" ");
    let spoken = if state.resting && state.touched { said.clone() } else { String::new() };
    let (asked, faults) = &*asked;
    html! {
        <div class="embed" ref={root}>
            <main data-embed={asked.show.word()} data-draws={state.bands.0.draws.to_string()}>
                <h1 class="visually-hidden">{ title }</h1>
                { message(language, &state.problems, faults) }
                { picture(asked.show, &shown, &paint) }
                { moved(asked, &state) }
                <p class="sentence" data-sentence="">{ said }</p>
            </main>
            <footer class="embed-foot">
                <p>{ language.text(Text::NoticeNotForecast) }{ " " }<span class="source">{ source(&state) }</span></p>
                <p><a class="embed-open" data-open="" href={link} target="_blank" rel="noopener">
                    { language.text(Text::EmbedOpen) }
                    <span class="visually-hidden">{ format!(" ({})", language.text(Text::EmbedNewTab)) }</span>
                </a></p>
            </footer>
            <p class="visually-hidden" role="status" aria-live="polite">{ spoken }</p>
        </div>
    }
}

/// The address of the explorer with the setting that last rested.
#[hook]
fn use_link(state: &State) -> AttrValue {
    let rested = use_mut_ref(AttrValue::default);
    if state.resting {
        let href = window().location().href().unwrap_or_default();
        let page = href.split(['?', '#']).next().unwrap_or_default();
        let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
        *rested.borrow_mut() = [folder, "/#", &signed(state)].concat().into();
    }
    rested.borrow().clone()
}

/// The chart or the headline.
fn picture(show: Show, state: &State, paint: &Paint) -> Html {
    html! {
        <div key={show.word()} class="embed-picture">
            {
                match show {
                    Show::Headline(index) => headline(HEADLINES[index], state),
                    show => html! { <Drawn {show} state={state.clone()} paint={paint.clone()} /> },
                }
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct DrawnProps {
    show: Show,
    state: State,
    paint: Paint,
}

/// A chart of the explorer's.
#[component]
fn Drawn(props: &DrawnProps) -> Html {
    let State { scenario, outcome, bands, language, resting, .. } = &props.state;
    let (language, show) = (*language, props.show);
    let newest = (outcome.clone(), bands.clone(), language);
    let plot = use_memo(newest, |(outcome, bands, language)| {
        let (outcome, bands) = (&outcome.0, &bands.0);
        Rc::new(match show {
            Show::Difference => charts::difference(*language, scenario, outcome, bands),
            Show::Stock => charts::stock(*language, scenario, outcome),
            _ => charts::net(*language, scenario, outcome, bands),
        })
    });
    let plot = (*plot).clone();
    let (title, note) = match show {
        Show::Difference => {
            (language.text(Text::ChartDifference).into(), found(language, &outcome.0, &bands.0))
        }
        Show::Stock => (charts::stock_title(language, scenario).into(), short(language, &plot, &outcome.0)),
        _ => (AttrValue::from(language.text(Text::ChartNet)), net_note(language, &props.state)),
    };
    html! {
        <Chart chart={props.show.word()} {title} {note} {language} plot={Plotted(plot)} paint={props.paint.clone()}
            resting={*resting} />
    }
}

fn net_note(language: Language, state: &State) -> Html {
    let net = state.outcome.0.municipal_net(state.outcome.0.horizon);
    html! {
        <span data-figure="net" data-value={digits::write(net)}>{ language.text(Text::ChartNetNote) }</span>
    }
}

fn headline(figure: &str, state: &State) -> Html {
    let language = state.language;
    let years = language.years(state.outcome.0.horizon);
    let told = told_headlines(state).into_iter().filter(|told| told.figure == figure);
    let one = |told: crate::page::explore::results::Told| {
        let help = fill(language.text(told.help), &[("years", &years)]);
        html! {
            <dl key={told.figure} class="headline">
                <dt class="headline-name">{ language.text(told.name) }</dt>
                <dd class="headline-figure" data-figure={told.figure}
                    data-value={told.value.map(digits::write).unwrap_or_default()}>{ told.text }</dd>
                <dd class="headline-band">{ told.band }</dd>
                <dd class="headline-help">{ help }</dd>
            </dl>
        }
    };
    html! { <div class="embed-headline">{ for told.map(one) }</div> }
}

/// The levers that the article gives its readers.
fn moved(asked: &Asked, state: &UseReducerHandle<State>) -> Html {
    let language = state.language;
    let one = |key: &Key| {
        let off = match reach::missing(&state.scenario, *key) {
            Some(_) => language.text(Text::EmbedOff),
            None => "",
        };
        // A group's lever is called by the group: without the explorer's headings somebody has to say which lever it is.
        let kind = match *key {
            Key::Lever(lever, Some(_)) => language.lever_name(lever),
            _ => "",
        };
        html! {
            <div key={key.name()}>
                <p class="lever-kind" hidden={kind.is_empty()}>{ kind }</p>
                { levers::one(*key, state, &state.dispatcher(), off.into()) }
            </div>
        }
    };
    let none = asked.locked || asked.levers.is_empty();
    html! {
        <section class="embed-levers" aria-label={language.text(Text::EmbedLevers)} hidden={none}>
            { for asked.levers.iter().filter(|_| !none).map(one) }
        </section>
    }
}

/// What in the link could not be used.
fn message(language: Language, problems: &[Problem], faults: &[Fault]) -> Html {
    let problems = problems.iter().map(|problem| notice::problem(language, problem));
    let lines: Vec<String> =
        problems.chain(faults.iter().map(|fault| notice::fault(language, fault))).collect();
    let line = |(place, line): (usize, &String)| html! { <li key={place}>{ line }</li> };
    html! {
        <div class="message" role="status" hidden={lines.is_empty()}>
            <div data-message="">
                <p>{ if lines.is_empty() { "" } else { language.text(Text::EmbedFaults) } }</p>
                <ul>{ for lines.iter().enumerate().map(line) }</ul>
            </div>
        </div>
    }
}

/// Where the figures come from: of a case where it was told, of a place where its figures stand.
fn source(state: &State) -> String {
    let language = state.language;
    let source = match state.scenario.case_index() {
        Some(case) => language.case_source(case),
        None => language.place_source(state.scenario.place_index()),
    };
    let told = fill(language.text(Text::NoticeSource), &[("source", source)]);
    match state.scenario.case_index() {
        Some(_) => told,
        None => [&*basis(state), " ", &told].concat(),
    }
}
