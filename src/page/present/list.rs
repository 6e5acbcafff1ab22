//! All runs: those that are there, the visitor's own, and the show that goes on.

use gloo::timers::callback::Timeout;
use gloo::utils::window;
use yew::prelude::*;

use super::keyboard::go_full;
use super::own::{Own, Owns};
use super::room::{Deed, Room};
use crate::page::navigation::PageProps;
use crate::page::parts::file_field::FileField;
use crate::page::state::{Action, Page};
use crate::page::take::save;
use crate::present::file;
use crate::present::run::{Run, Step};
use crate::present::shipped::RUNS;
use crate::scenario::link;
use crate::words::notice::run_problem;
use crate::words::run;
use crate::words::text::{Language, Text, fill};

#[derive(Properties, PartialEq)]
pub struct ListProps {
    pub page: PageProps,
    pub room: UseReducerHandle<Room>,
    pub own: Owns,
}

/// The list.
#[component]
pub fn List(props: &ListProps) -> Html {
    let language = props.page.state.language;
    let say = |text| language.text(text);
    let told = use_state_eq(Vec::<String>::new);
    let lost = use_state_eq(|| None::<Own>);
    let shipped = |(index, shipped): (usize, &crate::present::shipped::Shipped)| {
        let run = run::shipped(language, index);
        card(props, shipped.id.into(), &run, false, copy(props, &run), Html::default())
    };
    let mine = |own: &Own| {
        let remove = {
            let (own, owns, lost) = (own.clone(), props.own.clone(), lost.setter());
            move |_| {
                owns.forget(own.id);
                lost.set(Some(own.clone()));
            }
        };
        let export = {
            let run = own.run.clone();
            move |_| drop(save("raaderum-spoergsmaal.json", "application/json", file::write(&run).as_bytes()))
        };
        let more = html! {
            <>
                <button type="button" class="button" data-do="save" onclick={export}>{ say(Text::PresentSave) }</button>
                <button type="button" class="button" data-do="delete" onclick={remove}>{ say(Text::PresentDelete) }</button>
            </>
        };
        let room = props.room.dispatcher();
        let id = own.id;
        let edit = Callback::from(move |_| room.dispatch(Deed::Edit(id)));
        card(props, format!("own-{id}").into(), &own.run, true, edit, more)
    };
    let create = {
        let (owns, room) = (props.own.clone(), props.room.dispatcher());
        let link = link::write(&props.page.state.scenario);
        move |_| {
            let steps = vec![Step::of(link.clone())];
            let run =
                Run { title: language.text(Text::PresentUntitled).to_owned(), about: String::new(), steps };
            room.dispatch(Deed::Edit(owns.add(run)));
        }
    };
    let restore = {
        let (owns, lost) = (props.own.clone(), lost.clone());
        move |_| {
            if let Some(own) = &*lost {
                owns.keep(own.id, (*own.run).clone());
                lost.set(None);
            }
        }
    };
    let deleted = lost.as_ref().map(|own| {
        let words = fill(say(Text::PresentDeleted), &[("title", &own.run.title)]);
        html! {
            <p role="status" class="present-lost">
                { words }{ " " }
                <button type="button" class="button" data-do="restore" onclick={restore}>{ say(Text::PresentRestore) }</button>
            </p>
        }
    });
    let unread = fill(say(Text::PresentUnread), &[("count", &props.own.unread.to_string())]);
    html! {
        <section class="present-list">
            <h1 class="page-title">{ say(Text::PagePresent) }</h1>
            <p class="prose">{ say(Text::PresentIntro) }</p>
            { going(props) }
            <h2 class="present-heading">{ say(Text::PresentReady) }</h2>
            <div class="runs">{ for RUNS.iter().enumerate().map(shipped) }</div>
            <h2 class="present-heading">{ say(Text::PresentOwn) }</h2>
            <p class="prose">{ say(Text::PresentOwnHelp) }</p>
            <p class="mark" role="status" hidden={props.own.unread == 0} data-unread={props.own.unread.to_string()}>{ unread }</p>
            <div>{ deleted }</div>
            <div class="runs" hidden={props.own.list.is_empty()}>{ for props.own.list.iter().map(mine) }</div>
            <div class="buttons">
                <button type="button" class="button" data-do="new" onclick={create}>{ say(Text::PresentNew) }</button>
                { opener(props, &told) }
            </div>
            <div role="status" data-run-message="">
                { for told.iter().enumerate().map(|(index, line)| html! { <p key={index}>{ line }</p> }) }
            </div>
            { teams(props) }
            { keys(language) }
        </section>
    }
}

/// The way to the teams in the room.
fn teams(props: &ListProps) -> Html {
    let language = props.page.state.language;
    let store = props.page.store.clone();
    let visit = move |_| store.dispatch(Action::Visit(Page::Team));
    html! {
        <>
            <h2 class="present-heading">{ language.text(Text::TeamHall) }</h2>
            <p class="prose">{ language.text(Text::TeamHallIntro) }</p>
            <div class="buttons">
                <button type="button" class="button" data-do="teams" onclick={visit}>{ language.text(Text::PresentTeams) }</button>
            </div>
        </>
    }
}

/// The show that was left.
fn going(props: &ListProps) -> Html {
    let language = props.page.state.language;
    let Some(show) = &props.room.show else { return html! { <div></div> } };
    let (number, count) = ((show.step_index() + 1).to_string(), show.run().steps.len().to_string());
    let values = [("title", &*show.run().title), ("number", &number), ("count", &count)];
    let (resume, forget) = (props.room.dispatcher(), props.room.dispatcher());
    let resume = move |_| {
        go_full();
        resume.dispatch(Deed::Resume);
    };
    html! {
        <div class="going">
            <p>{ fill(language.text(Text::PresentGoing), &values) }</p>
            <div class="buttons">
                <button type="button" class="button strong" data-do="resume" onclick={resume}>{ language.text(Text::PresentResume) }</button>
                { printer(props, show.run()) }
                <button type="button" class="button" data-do="forget" onclick={move |_| forget.dispatch(Deed::Forget)}>
                    { language.text(Text::PresentGiveUp) }
                </button>
            </div>
        </div>
    }
}

/// One run.
fn card(
    props: &ListProps,
    id: AttrValue,
    run: &Run,
    own: bool,
    edit: Callback<MouseEvent>,
    more: Html,
) -> Html {
    let language = props.page.state.language;
    let say = |text| language.text(text);
    let minutes: u32 = run.steps.iter().filter_map(|step| step.minutes).map(u32::from).sum();
    let count = run.steps.len().to_string();
    let length = match minutes {
        0 => fill(say(Text::PresentCount), &[("count", &count)]),
        minutes => fill(say(Text::PresentLength), &[("count", &count), ("minutes", &minutes.to_string())]),
    };
    let show = {
        let (room, run) = (props.room.dispatcher(), run.clone());
        move |_| {
            go_full();
            room.dispatch(Deed::Begin(run.clone()));
        }
    };
    let title = format!("run-{id}");
    let question = |(index, step): (usize, &Step)| html! { <li key={index}>{ step.question.clone() }</li> };
    let edit_label = if own { Text::PresentEdit } else { Text::PresentCopy };
    html! {
        <article key={id.to_string()} class="run" data-run={id.clone()} aria-labelledby={title.clone()}>
            <h3 id={title}>{ run.title.clone() }</h3>
            <p>{ run.about.clone() }</p>
            <ol class="run-steps">{ for run.steps.iter().enumerate().map(question) }</ol>
            <p class="lever-note">{ length }</p>
            <div class="buttons">
                <button type="button" class="button strong" data-do="show" disabled={run.steps.is_empty()} onclick={show}>{ say(Text::PresentShow) }</button>
                <button type="button" class="button" data-do="edit" onclick={edit}>{ say(edit_label) }</button>
                { printer(props, run) }
                { more }
            </div>
        </article>
    }
}

/// A copy of a run as one's own, opened.
fn copy(props: &ListProps, run: &Run) -> Callback<MouseEvent> {
    let (owns, room, run) = (props.own.clone(), props.room.dispatcher(), run.clone());
    Callback::from(move |_| room.dispatch(Deed::Edit(owns.add(run.clone()))))
}

fn printer(props: &ListProps, run: &Run) -> Html {
    let (room, run) = (props.room.dispatcher(), run.clone());
    let onclick = move |_| {
        room.dispatch(Deed::Print(run.clone()));
        // Once the sheet knows which run it is of.
        Timeout::new(0, || drop(window().print())).forget();
    };
    html! {
        <button type="button" class="button" data-do="print" {onclick}>{ props.page.state.language.text(Text::PresentPrint) }</button>
    }
}

/// Opens a file with a run.
fn opener(props: &ListProps, told: &UseStateHandle<Vec<String>>) -> Html {
    let language = props.page.state.language;
    let (owns, set) = (props.own.clone(), told.setter());
    let onbytes = move |bytes: Vec<u8>| set.set(opened(language, &bytes, &owns));
    html! { <FileField file="run" text={language.text(Text::PresentOpen)} accept=".json" {onbytes} /> }
}

fn opened(language: Language, bytes: &[u8], owns: &Owns) -> Vec<String> {
    match file::read(bytes) {
        Ok(run) => {
            let told = fill(language.text(Text::PresentOpened), &[("title", &run.title)]);
            owns.add(run);
            vec![told]
        }
        Err(problems) => {
            let refused = language.text(Text::PresentRefused).to_owned();
            let lines = problems.iter().map(|problem| run_problem(language, problem));
            std::iter::once(refused).chain(lines).collect()
        }
    }
}

/// What the keys do.
fn keys(language: Language) -> Html {
    let say = |text| language.text(text);
    let rows = [
        (Text::PresentKeyNextKeys, Text::PresentKeyNext),
        (Text::PresentKeyBackKeys, Text::PresentKeyBack),
        (Text::PresentKeyBlankKeys, Text::PresentKeyBlank),
        (Text::PresentKeyRevealKeys, Text::PresentKeyReveal),
        (Text::PresentKeyTimeKeys, Text::PresentKeyTime),
        (Text::PresentKeyFullKeys, Text::PresentKeyFull),
        (Text::PresentKeyLeaveKeys, Text::PresentKeyLeave),
    ];
    let row = |(index, (keys, what)): (usize, (Text, Text))| {
        html! { <tr key={index}><th scope="row">{ say(keys) }</th><td>{ say(what) }</td></tr> }
    };
    html! {
        <details class="present-keys">
            <summary>{ say(Text::PresentKeys) }</summary>
            <table><tbody>{ for rows.into_iter().enumerate().map(row) }</tbody></table>
            <p>{ say(Text::PresentClicker) }</p>
        </details>
    }
}
