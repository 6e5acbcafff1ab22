//! Teams: the room's code for phones, the codes that come back, and all teams in one table and one chart.

mod enter;
mod found;
mod invite;
mod kept;
mod picture;
mod plot;
mod scan;
mod spread;
mod table;

use std::rc::Rc;

use gloo::utils::window;
use yew::prelude::*;

use super::state::{Action, State};
use super::theme::Paint;
use crate::scenario::Scenario;
use crate::scenario::link;
use crate::scenario::team::Question;
use crate::scenario::team::room::Entry;
use crate::words::text::{Language, Text, fill};
use enter::Enter;
use found::use_found;
use invite::Invite;
use kept::{Change, Kept, use_kept_room};
pub use picture::Picture;
use plot::TeamPlot;
use spread::Spreads;
use table::Table;

/// Wider windows than this are taken for a projector's, CSS pixels.
const PROJECTOR: f64 = 1800.0;

#[derive(Properties, PartialEq)]
pub struct TeamsProps {
    /// What all teams begin with.
    pub base: Rc<Scenario>,
    pub language: Language,
    pub store: UseReducerDispatcher<State>,
    pub paint: Paint,
    /// Whether it begins in large type; else where the window is as wide as a projector's.
    #[prop_or_default]
    pub projected: Option<bool>,
}

/// All of it, for the facilitator and the projector.
#[component]
pub fn Teams(props: &TeamsProps) -> Html {
    let TeamsProps { base, language, store, paint, .. } = props;
    let say = |text| language.text(text);
    let kept = use_kept_room(store);
    let (question, entries) = asked(base, &kept);
    let found = use_found(base, &entries);
    let wide =
        || window().inner_width().ok().and_then(|width| width.as_f64()).unwrap_or_default() >= PROJECTOR;
    let large = use_state_eq(|| props.projected.unwrap_or_else(wide));
    let change = {
        let (kept, question) = (kept.dispatcher(), question.clone());
        Callback::from(move |entries: Vec<Entry>| kept.dispatch(Change::Entries(question.clone(), entries)))
    };
    let ask = {
        let (kept, entries) = (kept.dispatcher(), entries.clone());
        Callback::from(move |question: Question| {
            kept.dispatch(Change::Entries(Rc::new(question), entries.to_vec()));
        })
    };
    let undo = {
        let kept = kept.dispatcher();
        Callback::from(move |()| kept.dispatch(Change::Undo))
    };
    let enlarge = {
        let (large, to) = (large.setter(), !*large);
        move |_| large.set(to)
    };
    html! {
        <div class="teams" data-large={large.then_some("")} data-known={found.iter().flatten().count().to_string()}>
            <p class="teams-tools">
                <button type="button" class="button" aria-pressed={large.to_string()} data-teams-large="" onclick={enlarge}>
                    { say(Text::TeamLarge) }
                </button>
            </p>
            { elsewhere(props, &kept) }
            <Invite language={*language} {question} onchange={ask} />
            <Enter language={*language} base={base.clone()} entries={entries.clone()} onchange={change.clone()}
                can_undo={kept.can_undo()} onundo={undo} />
            <Table language={*language} base={base.clone()} entries={entries.clone()} found={found.clone()}
                onchange={change} store={store.clone()} />
            <TeamPlot language={*language} base={base.clone()} entries={entries.clone()} {found} paint={paint.clone()}
                large={*large} />
            <Spreads language={*language} base={base.clone()} {entries} />
        </div>
    }
}

/// What is asked of the teams with this base, and what they have answered.
fn asked(base: &Rc<Scenario>, kept: &Kept) -> (Rc<Question>, Rc<[Entry]>) {
    let asked = kept.room.of(base);
    let question =
        asked.and_then(|asked| Question::read(&link::read(&asked.link))).map(|(question, _)| question);
    let entries = asked.map(|asked| asked.entries.as_slice()).unwrap_or_default();
    (Rc::new(question.unwrap_or_else(|| Question::of((**base).clone()))), entries.into())
}

/// That there are codes for another base, with the way to the newest of them.
fn elsewhere(props: &TeamsProps, kept: &Kept) -> Html {
    let say = |text| props.language.text(text);
    let others: Vec<_> = kept.room.others(&props.base).collect();
    let count: usize = others.iter().map(|asked| asked.entries.len()).sum();
    let last = others.last().map(|asked| link::read(&asked.link).scenario);
    let onclick = {
        let store = props.store.clone();
        move |_| {
            if let Some(scenario) = last.clone() {
                store.dispatch(Action::Take(Box::new(scenario)));
            }
        }
    };
    html! {
        <p class="teams-elsewhere" hidden={count == 0}>
            { fill(say(Text::TeamElsewhere), &[("count", &count.to_string())]) }
            <button type="button" class="button" data-teams-elsewhere="" {onclick}>{ say(Text::TeamGoThere) }</button>
        </p>
    }
}
