//! The stage: one step of the show, as large as the screen.

use std::rc::Rc;

use gloo::utils::document_element;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::big::Big;
use super::channel::Role;
use super::computed::{found, use_prepared};
use super::controls::{Entry, buttons};
use super::guesses::GuessPlot;
use super::keyboard::{leave_full, turn_full, use_keys};
use super::part::{is_wide, part};
use super::room::{Deed, Room};
use super::watch::Watch;
use crate::chart::Theme;
use crate::page::address;
use crate::page::navigation::PageProps;
use crate::page::parts::sheet::Plotted;
use crate::page::theme;
use crate::present::part::Part;
use crate::present::show::{Phase, Show};
use crate::words::run;
use crate::words::text::{Language, Text, fill};

#[derive(Properties, PartialEq)]
pub struct StageProps {
    pub page: PageProps,
    pub room: UseReducerHandle<Room>,
    /// Whether the facilitator's window is there.
    pub linked: bool,
    pub role: Role,
}

/// Tells the document that a show is on, which hides the rest of the page, makes its colours stronger, and keeps whoever
/// looks from interrupting; gives the colours.
#[hook]
pub fn use_stage(page: &PageProps) -> Option<Theme> {
    let colours = use_state_eq(|| None::<Theme>);
    let set = colours.setter();
    use_effect_with((), |()| {
        let _ = document_element().set_attribute("data-stage", "on");
        || drop(document_element().remove_attribute("data-stage"))
    });
    // After the attribute, and after the page has taken the visitor's choice of light or dark.
    use_effect_with(page.paint.clone(), move |_| set.set(Some(theme::now())));
    (*colours).clone()
}

/// The stage.
#[component]
pub fn Stage(props: &StageProps) -> Html {
    let theme = use_stage(&props.page);
    use_keys(&props.room, true);
    let here = use_node_ref();
    {
        let here = here.clone();
        use_effect_with((), move |()| {
            if let Some(stage) = here.cast::<HtmlElement>() {
                let _ = stage.focus();
            }
        });
    }
    let links =
        props.room.show.as_ref().map(|show| show.run().steps.iter().map(|step| step.link.clone()).collect());
    let done = use_prepared(links.unwrap_or_default());
    let (Some(show), Some(theme)) = (&props.room.show, theme) else {
        return html! { <section ref={here} class="stage" tabindex="-1"></section> };
    };
    let language = props.page.state.language;
    let phase = match show.phase() {
        Phase::Question => "question",
        Phase::Guesses => "guesses",
        Phase::Revealed => "revealed",
    };
    let (number, count) = ((show.step_index() + 1).to_string(), show.run().steps.len().to_string());
    let place = fill(language.text(Text::PresentPlace), &[("number", &number), ("count", &count)]);
    let inside = if show.blank { Html::default() } else { step(props, show, &theme) };
    html! {
        <section ref={here} class={classes!("stage", show.blank.then_some("blank"))} tabindex="-1" data-phase={phase}
            data-at={number} data-blank={show.blank.to_string()} data-prepared={done.to_string()} aria-label={show.run().title.clone()}>
            <p class="visually-hidden" role="status">
                { if show.blank { language.text(Text::PresentIsDark).to_owned() } else { format!("{place}. {}", show.step().question) } }
            </p>
            <div class="stage-top" hidden={show.blank}>
                <p class="stage-run">{ show.run().title.clone() }</p>
                <p>{ place }</p>
                <p><Watch {language} timer={show.timer} minutes={show.step().minutes} /></p>
            </div>
            <div class="stage-step">{ inside }</div>
            <div class="stage-foot" hidden={show.blank}>
                <p>{ language.text(Text::NoticeNotForecast) }</p>
                <div class="stage-buttons">{ tools(props, show) }</div>
            </div>
        </section>
    }
}

/// The question, what may be seen of the answer, and the guesses.
fn step(props: &StageProps, show: &Rc<Show>, theme: &Theme) -> Html {
    let language = props.page.state.language;
    let (step, phase) = (show.step(), show.phase());
    let revealed = phase == Phase::Revealed;
    let found = found(&step.link);
    let mut parts: Vec<Part> = step.open.clone();
    if revealed {
        parts.extend(step.hidden.iter().filter(|part| !step.open.contains(part)));
    }
    let of = |wanted: fn(&Part) -> bool| {
        let parts: Vec<Html> = parts
            .iter()
            .filter(|part| wanted(part))
            .map(|shown| part(language, *shown, &found, theme))
            .collect();
        parts
    };
    let setting = of(|part| *part == Part::Setting);
    let narrow = of(|part| *part != Part::Setting && !is_wide(*part));
    let wide = of(|part| is_wide(*part));
    let axis = step.guess.filter(|_| phase != Phase::Question).map(|asked| {
        let answer = revealed.then(|| asked.figure.answer(&found.scenario, &found.outcome, &found.bands));
        let plot = GuessPlot::new(language, asked, show.guesses(show.step_index()), answer);
        let title = run::figure(language, asked.figure);
        html! {
            <Big key="guesses" chart="guesses" {title} {language} plot={Plotted(Rc::new(plot))} theme={theme.clone()} />
        }
    });
    let entry = step.guess.filter(|_| phase == Phase::Guesses && !props.linked);
    let entry =
        entry.map(|asked| html! { <Entry key="entry" {language} room={props.room.clone()} {asked} /> });
    let after = (revealed && !step.after.is_empty())
        .then(|| html! { <p key="after" class="stage-after">{ step.after.clone() }</p> });
    let left = !narrow.is_empty() || axis.is_some() || after.is_some();
    let sides = match (left, wide.is_empty()) {
        (true, false) => "both",
        (true, true) => "left",
        (false, false) => "right",
        (false, true) => "none",
    };
    html! {
        <>
            <h1 key="question" class="stage-question">{ step.question.clone() }</h1>
            <p key="intro" class="stage-intro" hidden={step.intro.is_empty() || revealed}>{ step.intro.clone() }</p>
            <div key="setting" class="stage-what">{ for setting }</div>
            <div key={format!("parts-{}", show.at())} class="stage-parts" data-sides={sides}>
                <div key="left" class="stage-left" hidden={!left}>{ for narrow }{ axis }{ entry }{ after }</div>
                <div key="right" class="stage-right" hidden={wide.is_empty()}>{ for wide }</div>
            </div>
        </>
    }
}

fn tools(props: &StageProps, show: &Show) -> Html {
    let language = props.page.state.language;
    let say = |text: Text| language.text(text);
    let notes = {
        let (role, language) = (props.role.clone(), language);
        let room = props.room.dispatcher();
        move |_| room.dispatch(Deed::Opened(role.open_facilitator(&fragment(language))))
    };
    let leave = {
        let room = props.room.dispatcher();
        move |_| {
            leave_full();
            room.dispatch(Deed::List);
        }
    };
    let blocked = if props.room.blocked { say(Text::PresentBlocked) } else { "" };
    html! {
        <>
            { buttons(language, &props.room, show) }
            <button type="button" class="button" data-do="notes" onclick={notes}>{ say(Text::PresentNotesWindow) }</button>
            <button type="button" class="button" data-do="full" onclick={|_| turn_full()}>{ say(Text::PresentFull) }</button>
            <button type="button" class="button" data-do="leave" onclick={leave}>{ say(Text::PresentLeave) }</button>
            <span role="status" class="stage-message">{ blocked }</span>
        </>
    }
}

/// Where the facilitator's window opens: this page, in this language.
fn fragment(language: Language) -> String {
    let language = match language == Language::default() {
        true => String::new(),
        false => format!("lang={}", language.code()),
    };
    address::on_page(&language, crate::page::state::Page::Present)
}
