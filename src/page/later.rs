//! What stands in the place of pages and parts that a first visit leaves out, until they are fetched.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::parts::chart::{Asked, Hold, Plotted};
use super::parts::figure::WhyProps;
use super::parts::lines::Plot;
use super::state::{Action, Page, State};
use crate::words::text::{Language, Text, fill};

#[derive(Properties, PartialEq)]
pub struct ComingProps {
    pub page: Page,
    pub language: Language,
}

/// A page on its way.
#[component]
pub fn Coming(props: &ComingProps) -> Html {
    html! {
        <div class="coming">
            <h1>{ props.language.text(props.page.title()) }</h1>
            <p role="status">{ props.language.text(Text::PageComing) }</p>
        </div>
    }
}

/// The reasons of a headline.
#[component]
pub fn Why(props: &WhyProps) -> Html {
    html! {
        <Closed asked={format!("why.{}", props.figure)} summary={props.summary.clone()} language={props.state.language}
            store={props.store.clone()} />
    }
}

#[derive(Properties, PartialEq)]
pub struct ClosedProps {
    /// The name of the part: its `data-asked`.
    pub asked: AttrValue,
    /// What is clicked to open it.
    pub summary: Html,
    pub language: Language,
    pub store: UseReducerDispatcher<State>,
}

/// A part that opens; it is on its way once it is opened.
#[component]
pub fn Closed(props: &ClosedProps) -> Html {
    let (store, asked) = (props.store.clone(), props.asked.clone());
    let ontoggle = move |event: Event| {
        if event.target_unchecked_into::<Element>().has_attribute("open") {
            store.dispatch(Action::Ask(asked.clone()));
        }
    };
    html! {
        <details {ontoggle}>
            <summary data-asked={props.asked.clone()}>{ props.summary.clone() }</summary>
            <p role="status">{ props.language.text(Text::PageComing) }</p>
        </details>
    }
}

/// Here nothing is put aside, and so nothing lies beside the plan.
#[derive(Clone, PartialEq)]
pub struct Beside;

impl Beside {
    pub fn of(_: &State) -> Self {
        Self
    }

    pub fn stock(&self, _: &mut Plot, _: Language, _: Option<usize>) {}

    pub fn difference(&self, _: &mut Plot, _: Language) {}

    pub fn net(&self, _: &mut Plot, _: Language) {}
}

/// Nor need anything be kept in step.
#[hook]
pub fn use_pins(_state: &UseReducerHandle<State>) {}

/// What lies over a chart until it can be read off: pointing at it, or a key, has that fetched.
#[hook]
pub fn use_reading(
    _plot: &Plotted,
    title: &AttrValue,
    language: Language,
    _hold: &Rc<RefCell<Hold>>,
    asked: Option<&Asked>,
) -> (Html, Html) {
    let coming = use_state_eq(|| false);
    let Some(Asked { name, store, .. }) = asked.cloned() else { return <(Html, Html)>::default() };
    let (set, part) = (coming.setter(), name.clone());
    // Where a pointer was, which takes no focus; nothing of a key.
    let ask = Callback::from(move |at: Option<i32>| {
        set.set(true);
        let at = at.map(|x| ["@", &x.to_string()].concat()).unwrap_or_default();
        store.dispatch(Action::Ask([&*part, &at].concat().into()));
    });
    let onclick = ask.reform(|event: MouseEvent| (event.detail() > 0).then(|| event.offset_x()));
    let onpointermove = move |event: PointerEvent| {
        // A finger that only scrolls past asks for nothing, nor does a page that came to lie under a mouse at rest.
        let moved = event.movement_x() != 0 || event.movement_y() != 0;
        if moved && event.pointer_type() == "mouse" {
            ask.emit(Some(event.offset_x()));
        }
    };
    let label = fill(language.text(Text::ChartRead), &[("chart", title)]);
    let over = html! {
        <button type="button" class="cursor" data-asked={name} aria-label={label} {onclick} {onpointermove}></button>
    };
    let (class, text) = match *coming {
        true => ("readout", Text::PageComing),
        false => ("readout idle", Text::ChartReadHow),
    };
    (over, html! { <p {class} role="status">{ language.text(text) }</p> })
}

#[derive(Properties, PartialEq)]
pub struct KeepProps {
    pub state: State,
    pub store: UseReducerDispatcher<State>,
}

/// What is put aside and taken away.
#[component]
pub fn Keep(props: &KeepProps) -> Html {
    let State { language, asked, .. } = &props.state;
    let say = |text| language.text(text);
    let store = props.store.clone();
    let onclick = move |_| store.dispatch(Action::Ask("pin".into()));
    let coming = if asked.as_deref() == Some("pin") { say(Text::PageComing) } else { "" };
    let take = html! { say(Text::KeptTake) };
    html! {
        <div class="keep">
            <p class="keep-pin">
                <button type="button" class="button" data-asked="pin" {onclick}>{ say(Text::KeptPin) }</button>
                <span class="share-message" role="status">{ coming }</span>
            </p>
            <Closed asked="take" summary={take} language={*language} store={props.store.clone()} />
        </div>
    }
}
