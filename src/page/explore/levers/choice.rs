//! A lever that is one of a few words.

use std::rc::Rc;

use yew::prelude::*;

use crate::model::tables::{LEVERS, LeverKind};
use crate::page::parts::choice::{Choice, Option as Listed};
use crate::page::state::{Action, State};
use crate::scenario::Scenario;
use crate::scenario::keys::Key;
use crate::words::text::Language;

#[derive(Properties, PartialEq)]
pub struct ChoiceLeverProps {
    pub setting: Key,
    pub scenario: Rc<Scenario>,
    pub language: Language,
    pub store: UseReducerDispatcher<State>,
    /// Why it cannot be moved as things stand; empty where it can.
    #[prop_or_default]
    pub off: AttrValue,
}

/// Radio buttons, with what the choice is about.
#[component]
pub fn ChoiceLever(props: &ChoiceLeverProps) -> Html {
    let ChoiceLeverProps { setting, scenario, language, off, .. } = props;
    let onchange = use_callback((props.store.clone(), *setting), |word: String, (store, key)| {
        store.dispatch(Action::Set(*key, word));
    });
    let Key::Lever(lever, _) = *setting else { return html! { <div></div> } };
    let LeverKind::Choice { options, .. } = LEVERS[lever].kind else { return html! { <div></div> } };
    let names = language.option_names(lever);
    let listed =
        options.iter().zip(names).map(|(word, name)| Listed { word: (*word).into(), name: (*name).into() });
    let note = if off.is_empty() { language.lever_help(lever) } else { &**off };
    html! {
        <div class="lever">
            <Choice lever={setting.name()} name={language.lever_name(lever)} options={listed.collect::<Vec<_>>()}
                value={setting.text(scenario)} disabled={!off.is_empty()} {onchange} />
            <p class="lever-note">{ note.to_owned() }</p>
        </div>
    }
}
