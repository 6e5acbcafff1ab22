//! A lever that is one of a few words.

use yew::prelude::*;

use super::number::Placed;
use crate::model::tables::{LEVERS, LeverKind};
use crate::page::parts::choice::{Choice, Option as Listed};
use crate::page::state::Action;
use crate::scenario::keys::Key;

/// Radio buttons, with what the choice is about.
pub fn choice_lever(placed: &Placed) -> Html {
    let Placed { setting, scenario, language, store, off } = placed;
    let (key, store) = (*setting, (*store).clone());
    let onchange = move |word| store.dispatch(Action::Set(key, word));
    let Key::Lever(lever, _) = key else { return html! { <div key={key.name()}></div> } };
    let LeverKind::Choice { options, .. } = LEVERS[lever].kind else {
        return html! { <div key={key.name()}></div> };
    };
    let names = language.option_names(lever);
    let listed =
        options.iter().zip(names).map(|(word, name)| Listed { word: (*word).into(), name: (*name).into() });
    let note = if off.is_empty() { language.lever_help(lever) } else { &**off };
    html! {
        <div key={key.name()} class="lever">
            <Choice lever={key.name()} name={language.lever_name(lever)} options={listed.collect::<Vec<_>>()}
                value={key.text(scenario)} disabled={!off.is_empty()} {onchange} />
            <p class="lever-note">{ note.to_owned() }</p>
        </div>
    }
}
