//! The watch of a step.

use gloo::timers::callback::Interval;
use js_sys::Date;
use yew::prelude::*;

use crate::present::timer::Timer;
use crate::words::text::{Language, Text};

/// So often the time is told anew, milliseconds.
const TICK: u32 = 250;

#[derive(Properties, PartialEq)]
pub struct WatchProps {
    pub language: Language,
    pub timer: Timer,
    pub minutes: Option<u16>,
}

/// What is left, or what has been used. It does not speak: it would not stop.
#[component]
pub fn Watch(props: &WatchProps) -> Html {
    let now = use_state_eq(Date::now);
    let set = now.setter();
    let runs = props.timer.since.is_some();
    use_effect_with(props.timer, move |_| {
        set.set(Date::now());
        let ticks = runs.then(|| Interval::new(TICK, move || set.set(Date::now())));
        move || drop(ticks)
    });
    let over = props.timer.is_over(*now, props.minutes);
    html! {
        <span class={classes!("watch-time", over.then_some("over"))} role="timer" data-running={runs.to_string()}
            aria-label={props.language.text(Text::PresentTime)}>
            { props.timer.told(*now, props.minutes) }
            <strong hidden={!over}>{ " " }{ props.language.text(Text::PresentOver) }</strong>
        </span>
    }
}
