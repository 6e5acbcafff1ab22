//! What the stage and the facilitator's window both have: the buttons, and the field for guesses.

use js_sys::Date;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::room::{Deed, Room};
use crate::present::run::Asked;
use crate::present::show::{Command, Guess, LARGEST_GUESS, LONGEST_NAME, Show};
use crate::words::run;
use crate::words::text::{Language, Text, fill};

/// A button that does something in the show.
pub fn button(
    language: Language,
    room: &UseReducerHandle<Room>,
    name: &'static str,
    text: Text,
    command: fn() -> Command,
) -> Html {
    let room = room.dispatcher();
    let onclick = move |_| room.dispatch(Deed::Do(command()));
    html! {
        <button key={name} type="button" class="button" data-do={name} {onclick}>{ language.text(text) }</button>
    }
}

/// Back, on, answer, dark, watch.
pub fn buttons(language: Language, room: &UseReducerHandle<Room>, show: &Show) -> Html {
    let dark = if show.blank { Text::PresentLight } else { Text::PresentDark };
    let watch = if show.timer.since.is_some() { Text::PresentStop } else { Text::PresentStart };
    html! {
        <>
            { button(language, room, "back", Text::PresentBack, || Command::Back) }
            { button(language, room, "next", Text::PresentNext, || Command::Next) }
            { button(language, room, "reveal", Text::PresentReveal, || Command::Reveal) }
            { button(language, room, "blank", dark, || Command::Blank) }
            { button(language, room, "time", watch, || Command::Time(Date::now())) }
        </>
    }
}

#[derive(Properties, PartialEq)]
pub struct EntryProps {
    pub language: Language,
    pub room: UseReducerHandle<Room>,
    pub asked: Asked,
}

/// Takes a guess: a number and perhaps a name.
#[component]
pub fn Entry(props: &EntryProps) -> Html {
    let language = props.language;
    let say = |text| language.text(text);
    let (number, name) = (use_node_ref(), use_node_ref());
    let refused = use_state_eq(String::new);
    let onsubmit = {
        let (number, name, refused) = (number.clone(), name.clone(), refused.setter());
        let room = props.room.dispatcher();
        move |event: SubmitEvent| {
            event.prevent_default();
            let (Some(number), Some(name)) =
                (number.cast::<HtmlInputElement>(), name.cast::<HtmlInputElement>())
            else {
                return;
            };
            let typed = number.value();
            let read = language.style().parse(typed.trim()).filter(|value| value.abs() <= LARGEST_GUESS);
            match read {
                Some(value) => {
                    room.dispatch(Deed::Do(Command::Guess(Guess { name: name.value(), value })));
                    number.set_value("");
                    name.set_value("");
                    refused.set(String::new());
                }
                None => refused.set(fill(language.text(Text::PresentNoNumber), &[("value", typed.trim())])),
            }
            let _ = AsRef::<HtmlElement>::as_ref(&number).focus();
        }
    };
    let unit = run::unit(language, props.asked.figure);
    let label = fill(say(Text::PresentGuessUnit), &[("unit", unit)]);
    html! {
        <form class="entry" {onsubmit}>
            <label>
                <span>{ label }</span>
                <input ref={number} type="text" inputmode="text" autocomplete="off" data-guess="value" aria-describedby="guess-problem" />
            </label>
            <label>
                <span>{ say(Text::PresentWho) }</span>
                <input ref={name} type="text" autocomplete="off" maxlength={LONGEST_NAME.to_string()} data-guess="name" />
            </label>
            <button type="submit" class="button" data-guess="add">{ say(Text::PresentAddGuess) }</button>
            <p id="guess-problem" class="entry-problem" role="alert">{ (*refused).clone() }</p>
        </form>
    }
}
