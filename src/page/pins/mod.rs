//! Scenarios put aside: up to four, kept in this browser, held against the plan in hand.

mod compare;
mod refine;
mod row;
mod sync;

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::made::{Pin, Steps, links};
use super::state::{Action, Drawn, Shown, State};
use super::store::Unkept;
use crate::page::differs::Differs;
use crate::page::take::Take;
use crate::scenario::stored::{Kept, MOST_PINS};
use crate::scenario::{Scenario, check, link, uncertain};
use crate::uncertainty::bands::Bands;
use crate::uncertainty::draws::IN_FRAME;
use crate::uncertainty::ensemble::Until;
use crate::uncertainty::samples::Samples;
use crate::words::pins::name;
use crate::words::text::Text;
use compare::use_comparison;
use refine::use_finer;
use row::PinRow;
pub use sync::use_pins;

/// The name by which the part is asked for.
const ASKED: &str = "pin";

/// What a link says, computed anew, with the draws of a frame: the others come when nothing moves.
pub fn pin(kept: &Kept) -> Pin {
    let read = link::read(&kept.link);
    let scenario = Rc::new(read.scenario);
    let outcome = scenario.simulate();
    let other = read.sum.is_some_and(|sum| sum.tells_of_other_figures(&outcome));
    let changed = read.is_earlier || other;
    let mut samples = Samples::new(uncertain::watch(&scenario), IN_FRAME);
    uncertain::ensemble(&scenario).advance(
        &scenario.policy,
        uncertain::approved(&outcome),
        Until::End,
        &mut samples,
        IN_FRAME,
    );
    let bands = Bands::of(&samples, &mut Vec::new());
    Pin {
        kept: kept.clone(),
        scenario,
        outcome: Shown(Rc::new(outcome)),
        bands: Drawn(Rc::new(bands)),
        changed,
    }
}

/// With what this browser keeps, and the steps of the module before; where pinning is what was asked for, pinned.
pub fn begin(state: &mut State, before: &str) {
    match sync::kept() {
        Ok(kept) => state.pin(&kept),
        Err(why) => state.unkept = Some(why).filter(|why| *why != Unkept::Refused),
    }
    state.steps = Steps::read(before, &state.pins);
    if state.asked.as_deref() == Some(ASKED)
        && let Some(kept) = one_more(state)
    {
        state.note(None);
        state.pin(&kept);
    }
}

/// What is put aside with the scenario in hand; `None` where it is already, or where there are four.
fn one_more(state: &State) -> Option<Vec<Kept>> {
    let link = check::signed(&link::write(&state.computed), &state.outcome.0);
    let mut kept = links(&state.pins).to_vec();
    let room = kept.len() < MOST_PINS && !is_pinned(state);
    room.then(|| {
        kept.push(Kept { name: name(state.language, &state.computed), link });
        kept
    })
}

fn is_pinned(state: &State) -> bool {
    state.pins.iter().any(|pin| *pin.scenario == *state.computed)
}

#[derive(Properties, PartialEq)]
pub struct KeepProps {
    pub state: State,
    pub store: UseReducerDispatcher<State>,
}

/// What is put aside, all that is changed, and what can be taken away.
#[component]
pub fn Keep(props: &KeepProps) -> Html {
    let state = &props.state;
    let language = state.language;
    let say = |text| language.text(text);
    let held = use_comparison(state);
    use_finer(state, &props.store);
    let onclick = {
        let (store, state) = (props.store.clone(), state.clone());
        move |_| {
            if let Some(kept) = one_more(&state) {
                store.dispatch(Action::Pin(kept));
            }
        }
    };
    let refused = match () {
        () if is_pinned(state) => say(Text::PinsThere),
        () if state.pins.len() >= MOST_PINS => say(Text::PinsFull),
        () => "",
    };
    let baseline = Rc::new(crate::scenario::differs::today(&state.scenario));
    let row = |(index, pin): (usize, &Pin)| {
        let (pins, held) = (state.pins.clone(), held.get(index).cloned().flatten());
        html! {
            <PinRow key={pin.kept.link.clone()} {language} {pins} {index} {held} store={props.store.clone()} />
        }
    };
    html! {
        <section class="keep" aria-labelledby="keep-title">
            <h2 id="keep-title">{ say(Text::PinsTitle) }</h2>
            <p class="lever-note">{ say(Text::PinsHelp) }</p>
            <p class="keep-pin">
                <button type="button" class="button" data-asked={ASKED} aria-disabled={(!refused.is_empty()).to_string()}
                    {onclick}>{ say(Text::KeptPin) }</button>
                <span class="share-message" role="status">{ refused }</span>
            </p>
            <div class="pins" role="list" hidden={state.pins.is_empty()}>
                { for state.pins.iter().enumerate().map(row) }
            </div>
            <p class="chart-note" hidden={state.pins.is_empty()}>{ say(Text::PinsHow) }</p>
            <Differs {language} scenario={state.scenario.clone()} {baseline} store={props.store.clone()} />
            <Take state={state.clone()} store={props.store.clone()} open={state.asked.as_deref() == Some("take")} />
        </section>
    }
}

/// Whether a part was opened by what happened to it, and not to one inside.
pub fn opened(event: &Event) -> bool {
    event.target_unchecked_into::<Element>().has_attribute("open")
}

/// The scenario that a pin holds, in hand again.
fn in_hand(pin: &Scenario) -> Action {
    Action::Take(Box::new(pin.clone()))
}
