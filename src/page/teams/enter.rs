//! Where a code is typed or scanned. What was typed stays until it is in the table.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::scan::Scan;
use crate::scenario::Scenario;
use crate::scenario::team::room::{Entered, Entry, enter};
use crate::words::team;
use crate::words::text::{Language, Text, fill};

#[derive(Properties, PartialEq)]
pub struct EnterProps {
    pub language: Language,
    pub base: Rc<Scenario>,
    pub entries: Rc<[Entry]>,
    pub onchange: Callback<Vec<Entry>>,
    pub can_undo: bool,
    pub onundo: Callback<()>,
}

/// What is said of the last code.
#[derive(Clone, Debug, PartialEq)]
enum Told {
    Nothing,
    /// All is well.
    Said(String),
    /// The field holds something that cannot be used.
    Wrong(String),
    /// What is to become of it? Each answer and what the entries are then.
    Asked {
        question: String,
        replaced: Vec<Entry>,
        both: Option<Vec<Entry>>,
        name: String,
    },
}

/// What is said of a code, and the entries with it where nothing is to be asked.
fn said(props: &EnterProps, typed: &str) -> (Told, Option<Vec<Entry>>) {
    let EnterProps { language, base, entries, .. } = props;
    let named =
        |text, entry: &Entry| fill(language.text(text), &[("name", &team::name(*language, base, entry))]);
    match enter(base, entries, typed) {
        Entered::New(with) => {
            let told = with.last().map(|entry| named(Text::TeamAdded, entry)).unwrap_or_default();
            (Told::Said(told), Some(with))
        }
        Entered::There(at) => (Told::Wrong(named(Text::TeamThere, &entries[at])), None),
        Entered::Twice { at, replaced, both } => {
            let same = entries[at].code == replaced[at].code;
            let text = if same { Text::TeamTwiceSame } else { Text::TeamTwice };
            let (question, name) = (named(text, &entries[at]), named(Text::TeamReplaced, &replaced[at]));
            (Told::Asked { question, replaced, both, name }, None)
        }
        Entered::Full => (Told::Wrong(language.text(Text::TeamFull).to_owned()), None),
        Entered::Refused(problem) => (Told::Wrong(team::problem(*language, &problem, typed)), None),
    }
}

/// The field, its buttons and what is said.
#[component]
pub fn Enter(props: &EnterProps) -> Html {
    let say = |text| props.language.text(text);
    let typed = use_state_eq(String::new);
    let told = use_state_eq(|| Told::Nothing);
    {
        // What was asked is about the teams that were there then.
        let (told, asked) = (told.setter(), matches!(*told, Told::Asked { .. }));
        use_effect_with((props.base.clone(), props.entries.clone()), move |_| {
            if asked {
                told.set(Told::Nothing);
            }
        });
    }
    let take = {
        let (typed, told) = (typed.setter(), told.setter());
        let (said, onchange) = (said_of(props), props.onchange.clone());
        Callback::from(move |text: String| {
            let (say, with) = said(&text);
            told.set(say);
            match with {
                Some(with) => {
                    typed.set(String::new());
                    onchange.emit(with);
                }
                None => typed.set(text),
            }
        })
    };
    let oninput = {
        let (typed, told) = (typed.setter(), told.setter());
        move |event: InputEvent| {
            typed.set(event.target_unchecked_into::<HtmlInputElement>().value());
            told.set(Told::Nothing);
        }
    };
    let onkeydown = {
        let (take, typed) = (take.clone(), typed.clone());
        move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                take.emit((*typed).clone());
            }
        }
    };
    let onclick = {
        let (take, typed) = (take.clone(), typed.clone());
        move |_| take.emit((*typed).clone())
    };
    let settle = {
        let (typed, told, onchange) = (typed.setter(), told.setter(), props.onchange.clone());
        Callback::from(move |(with, text): (Option<Vec<Entry>>, String)| {
            typed.set(String::new());
            told.set(Told::Said(text));
            if let Some(with) = with {
                onchange.emit(with);
            }
        })
    };
    let undo = {
        let (told, onundo, text) = (told.setter(), props.onundo.clone(), say(Text::TeamUndone).to_owned());
        move |_| {
            told.set(Told::Said(text.clone()));
            onundo.emit(());
        }
    };
    let (calm, wrong) = match &*told {
        Told::Nothing | Told::Asked { .. } => (String::new(), String::new()),
        Told::Said(text) => (text.clone(), String::new()),
        Told::Wrong(text) => (String::new(), text.clone()),
    };
    html! {
        <section class="teams-enter" aria-labelledby="teams-enter">
            <h2 id="teams-enter"><label for="team-typed">{ say(Text::TeamEnter) }</label></h2>
            <p id="team-typed-help" class="lever-note">{ say(Text::TeamEnterHelp) }</p>
            <p class="teams-field">
                <input id="team-typed" type="text" class="team-typed" autocomplete="off" autocapitalize="characters"
                    spellcheck="false" aria-describedby="team-typed-help team-typed-wrong"
                    aria-invalid={(!wrong.is_empty()).to_string()} value={(*typed).clone()} {oninput} {onkeydown} />
                <button type="button" class="button" data-team-add="" {onclick}>{ say(Text::TeamAdd) }</button>
                <button type="button" class="button" data-team-undo="" disabled={!props.can_undo} onclick={undo}>
                    { say(Text::TeamUndo) }
                </button>
            </p>
            <Scan language={props.language} onread={take} />
            <p id="team-typed-wrong" class="teams-wrong" role="alert" data-team-wrong="">{ wrong }</p>
            <p role="status" data-team-said="">{ calm }</p>
            { question(props, &told, &settle) }
        </section>
    }
}

/// What [`said`] says from what is here now.
fn said_of(props: &EnterProps) -> impl Fn(&str) -> (Told, Option<Vec<Entry>>) + use<> {
    let EnterProps { language, base, entries, onchange, can_undo, onundo } = props;
    let props = EnterProps {
        language: *language,
        base: base.clone(),
        entries: entries.clone(),
        onchange: onchange.clone(),
        can_undo: *can_undo,
        onundo: onundo.clone(),
    };
    move |typed| said(&props, typed)
}

/// What is to become of a second plan.
fn question(props: &EnterProps, told: &Told, settle: &Callback<(Option<Vec<Entry>>, String)>) -> Html {
    let say = |text| props.language.text(text);
    let Told::Asked { question, replaced, both, name } = told else {
        return html! { <div class="teams-asked" key="nothing" role="alert"></div> };
    };
    let answer = |id: &'static str, text: Text, with: Option<Vec<Entry>>, said: String| {
        let settle = settle.clone();
        let onclick = move |_| settle.emit((with.clone(), said.clone()));
        html! { <button key={id} type="button" class="button" data-team-answer={id} {onclick}>{ say(text) }</button> }
    };
    let added = both.as_ref().and_then(|both| both.last()).map(|entry| {
        fill(say(Text::TeamAdded), &[("name", &team::name(props.language, &props.base, entry))])
    });
    // The same plan in the place of itself is nothing new.
    let same = **replaced == *props.entries;
    html! {
        <div class="teams-asked" key="asked" role="alert" data-team-asked="">
            <p>{ question.clone() }</p>
            <div class="buttons">
                { if same { Html::default() } else { answer("replace", Text::TeamReplace, Some(replaced.clone()), name.clone()) } }
                { both.clone().map(|both| answer("both", Text::TeamKeepBoth, Some(both), added.unwrap_or_default())).unwrap_or_default() }
                { answer("drop", Text::TeamDropNew, None, String::new()) }
            </div>
        </div>
    }
}
