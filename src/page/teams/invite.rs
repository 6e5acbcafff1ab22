//! How teams join: the link for their phones as a picture, and what they may do there.

use std::rc::Rc;

use gloo::utils::window;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::picture::Picture;
use crate::page::address::on_page;
use crate::page::explore::copy;
use crate::page::state::Page;
use crate::scenario::keys::Key;
use crate::scenario::team::{Question, all, in_sight};
use crate::words::question;
use crate::words::text::{Language, Text};

/// Hosts that only this machine knows.
const LOCAL: [&str; 4] = ["", "localhost", "127.0.0.1", "[::1]"];

#[derive(Properties, PartialEq)]
pub struct InviteProps {
    pub language: Language,
    pub question: Rc<Question>,
    pub onchange: Callback<Question>,
}

/// Where a phone goes.
fn address(question: &Question, language: Language) -> String {
    let href = window().location().href().unwrap_or_default();
    let mut fragment = question.link();
    if language != Language::default() {
        fragment.push_str("&lang=");
        fragment.push_str(language.code());
    }
    [href.split('#').next().unwrap_or_default(), "#", &on_page(&fragment, Page::Team)].concat()
}

/// The picture and what goes with it.
#[component]
pub fn Invite(props: &InviteProps) -> Html {
    let say = |text| props.language.text(text);
    let address = address(&props.question, props.language);
    let told = use_state_eq(|| None::<bool>);
    let onclick = {
        let (address, told) = (address.clone(), told.setter());
        move |_| {
            let (address, told) = (address.clone(), told.clone());
            spawn_local(async move { told.set(Some(copy(&address).await)) });
        }
    };
    let message = match *told {
        Some(true) => say(Text::TeamLinkCopied),
        Some(false) => say(Text::TeamLinkNotCopied),
        None => "",
    };
    let host = window().location().hostname().unwrap_or_default();
    let local = LOCAL.contains(&&*host);
    let fits = crate::chart::qr::Qr::of(&address).is_some();
    html! {
        <section class="teams-invite" aria-labelledby="teams-invite">
            <h2 id="teams-invite">{ say(Text::TeamInvite) }</h2>
            <p>{ if fits { say(Text::TeamInviteHelp) } else { say(Text::TeamTooLong) } }</p>
            <Picture text={address.clone()} label={say(Text::TeamLinkPicture)} />
            <p hidden={!local}>{ say(Text::TeamLocal) }</p>
            <p class="teams-link">
                <button type="button" class="button" {onclick}>{ say(Text::TeamCopyLink) }</button>
                <a href={address} target="_blank" rel="noopener" data-team-link="">{ say(Text::TeamLink) }</a>
                <span role="status">{ message }</span>
            </p>
            { chosen(props) }
        </section>
    }
}

/// Which levers a team may move, and whether it sees what comes of it.
fn chosen(props: &InviteProps) -> Html {
    let InviteProps { language, question, onchange } = props;
    let say = |text| language.text(text);
    let hide = {
        let (question, onchange) = (question.clone(), onchange.clone());
        move |event: Event| {
            let hidden = event.target_unchecked_into::<HtmlInputElement>().checked();
            onchange.emit(Question { hidden, ..(*question).clone() });
        }
    };
    // First those that are always in sight, for most rooms want no others.
    let main = in_sight(&question.base);
    let others = all(&question.base).into_iter().filter(|key| !main.contains(key));
    let keys: Vec<Key> = main.iter().copied().chain(others).collect();
    html! {
        <div class="teams-chosen">
            <label class="choice-option">
                <input type="checkbox" data-teams-hide="" checked={question.hidden} onchange={hide} />
                <span>{ say(Text::TeamHide) }</span>
            </label>
            <details>
                <summary>{ say(Text::TeamChosen) }</summary>
                <p class="lever-note">{ say(Text::TeamChosenHelp) }</p>
                <fieldset class="choice">
                    <legend class="visually-hidden">{ say(Text::TeamChosen) }</legend>
                    { for keys.into_iter().map(|key| choice(props, key)) }
                </fieldset>
            </details>
        </div>
    }
}

fn choice(props: &InviteProps, key: Key) -> Html {
    let checked = props.question.levers.contains(&key);
    let (question, emit) = (props.question.clone(), props.onchange.clone());
    let onchange = move |_: Event| {
        let mut asked = (*question).clone();
        match checked {
            true => asked.levers.retain(|known| *known != key),
            false => asked.levers.push(key),
        }
        emit.emit(asked);
    };
    html! {
        <label key={key.name()} class="choice-option">
            <input type="checkbox" data-teams-lever={key.name()} {checked} {onchange} />
            <span>{ question::name(props.language, key) }</span>
        </label>
    }
}
