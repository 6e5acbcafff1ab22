//! The facilitator's window: notes, the answer, what comes next, the watch, the guesses.

use yew::prelude::*;

use super::computed::{found, use_prepared};
use super::controls::{Entry, button, buttons};
use super::keyboard::use_keys;
use super::room::{Deed, Room};
use super::stage::use_stage;
use super::watch::Watch;
use crate::page::navigation::PageProps;
use crate::present::show::{Command, Phase, Show};
use crate::words::run;
use crate::words::text::{Language, Text, fill};

#[derive(Properties, PartialEq)]
pub struct FacilitatorProps {
    pub page: PageProps,
    pub room: UseReducerHandle<Room>,
    /// Whether the room's window is there.
    pub linked: bool,
}

/// The window.
#[component]
pub fn Facilitator(props: &FacilitatorProps) -> Html {
    let language = props.page.state.language;
    let say = |text| language.text(text);
    // Whatever must not interrupt the stage must not interrupt here either.
    use_stage(&props.page);
    use_keys(&props.room, false);
    let link = props.room.show.as_ref().map(|show| show.step().link.clone());
    let _ = use_prepared(link.into_iter().collect());
    let status = if props.linked { Text::PresentLinked } else { Text::PresentUnlinked };
    let Some(show) = &props.room.show else {
        return html! {
            <section class="desk">
                <h1 class="page-title">{ say(Text::PresentDesk) }</h1>
                <p role="status" data-linked={props.linked.to_string()}>{ say(status) }</p>
                <p>{ say(Text::PresentNoShow) }</p>
            </section>
        };
    };
    let (number, count) = ((show.step_index() + 1).to_string(), show.run().steps.len().to_string());
    let place = fill(say(Text::PresentPlace), &[("number", &number), ("count", &count)]);
    let phase = match show.phase() {
        _ if show.blank => Text::PresentIsDark,
        Phase::Question => Text::PresentPhaseQuestion,
        Phase::Guesses => Text::PresentPhaseGuesses,
        Phase::Revealed => Text::PresentPhaseRevealed,
    };
    let notes = show.step().notes.lines().enumerate();
    let next = match show.next_step() {
        Some(next) => next.question.clone(),
        None => say(Text::PresentLast).to_owned(),
    };
    html! {
        <section class="desk" data-at={number} data-blank={show.blank.to_string()}>
            <div class="desk-top">
                <h1 class="desk-title">{ show.run().title.clone() }</h1>
                <p role="status" data-linked={props.linked.to_string()}>{ say(status) }</p>
            </div>
            <div class="desk-now">
                <p class="desk-place">{ place }{ " · " }<strong>{ say(phase) }</strong></p>
                <h2 class="desk-question">{ show.step().question.clone() }</h2>
                <p>{ show.step().intro.clone() }</p>
                <h3>{ say(Text::PresentNotes) }</h3>
                <div class="desk-notes">{ for notes.map(|(index, line)| html! { <p key={index}>{ line }</p> }) }</div>
                { answer(language, show) }
            </div>
            <div class="desk-side">
                <p class="desk-watch"><Watch {language} timer={show.timer} minutes={show.step().minutes} /></p>
                <div class="buttons desk-buttons">
                    { buttons(language, &props.room, show) }
                    { button(language, &props.room, "reset", Text::PresentReset, || Command::Reset) }
                </div>
                <h3>{ say(Text::PresentComes) }</h3>
                <p class="desk-next" data-next="">{ next }</p>
                { guesses(language, &props.room, show) }
            </div>
            { steps(language, &props.room, show) }
        </section>
    }
}

/// What the model says, for the facilitator alone.
fn answer(language: Language, show: &Show) -> Html {
    let step = show.step();
    let found = found(&step.link);
    let say = |text| language.text(text);
    let told = step.guess.map(|asked| {
        let answer = asked.figure.answer(&found.scenario, &found.outcome, &found.bands);
        let between = run::between(language, asked.figure, &answer);
        let band = if between.is_empty() { between } else { format!(" ({between})") };
        let value = run::value(language, asked.figure, answer.value);
        format!("{}: {value}{band}", run::figure(language, asked.figure))
    });
    html! {
        <div class="desk-answer" hidden={told.is_none() && step.after.is_empty()}>
            <h3>{ say(Text::PresentAnswerHere) }</h3>
            <p data-answer=""><strong>{ told.unwrap_or_default() }</strong></p>
            <p>{ step.after.clone() }</p>
        </div>
    }
}

/// The field, and what has been guessed.
fn guesses(language: Language, room: &UseReducerHandle<Room>, show: &Show) -> Html {
    let Some(asked) = show.step().guess else { return html! { <div></div> } };
    let say = |text| language.text(text);
    let given = show.guesses(show.step_index());
    let row = |(index, guess): (usize, &crate::present::show::Guess)| {
        let told = run::guessed(language, asked.figure, guess.value);
        let label = fill(say(Text::PresentForget), &[("guess", &format!("{} {told}", guess.name))]);
        let room = room.dispatcher();
        let onclick = move |_| room.dispatch(Deed::Do(Command::Forget(index)));
        html! {
            <li key={index}>
                <span>{ guess.name.clone() }{ " " }<strong>{ told }</strong></span>
                <button type="button" class="button" aria-label={label} {onclick}>{ "×" }</button>
            </li>
        }
    };
    html! {
        <div class="desk-guesses">
            <h3>{ say(Text::PresentGuesses) }</h3>
            <Entry {language} room={room.clone()} {asked} />
            <ul data-guesses={given.len().to_string()}>{ for given.iter().enumerate().map(row) }</ul>
        </div>
    }
}

/// All steps, to go straight to one.
fn steps(language: Language, room: &UseReducerHandle<Room>, show: &Show) -> Html {
    let row = |(index, step): (usize, &crate::present::run::Step)| {
        let room = room.dispatcher();
        let onclick = move |_| room.dispatch(Deed::Do(Command::Go(index)));
        let current = (index == show.step_index()).then_some("step");
        html! {
            <li key={index}>
                <button type="button" class="button" aria-current={current} data-go={index.to_string()} {onclick}>
                    { step.question.clone() }
                </button>
            </li>
        }
    };
    html! {
        <nav class="desk-steps" aria-label={language.text(Text::PresentSteps)}>
            <ol>{ for show.run().steps.iter().enumerate().map(row) }</ol>
        </nav>
    }
}
