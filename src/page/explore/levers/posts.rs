//! The caseload from the other side: how many caseworkers the plan has.

use yew::prelude::*;

use super::number::value;
use crate::model::tables::{GROUPS, LEVERS, LeverKind};
use crate::page::parts::number_field::NumberField;
use crate::page::state::{Action, State};
use crate::scenario::keys::Key;
use crate::scenario::{Scenario, digits, reach};
use crate::words::text::{Language, Text, fill};

/// A field for the caseworkers of each group: so many posts are that caseload.
pub fn posts(
    lever: usize,
    scenario: &Scenario,
    language: Language,
    store: &UseReducerDispatcher<State>,
) -> Html {
    let LeverKind::Number { min, max, .. } = LEVERS[lever].kind else { return html! { <div></div> } };
    let row = |key: Key| match key {
        Key::Lever(_, Some(group)) => field(key, group, [min, max], scenario, language, store),
        _ => html! { <div key={key.name()}></div> },
    };
    html! {
        <fieldset key="posts" class="lever-kind">
            <legend>{ language.text(Text::LeverPosts) }</legend>
            <p class="lever-note">{ language.text(Text::LeverPostsAbout) }</p>
            <div>{ for reach::keys_of(scenario, lever).into_iter().map(row) }</div>
        </fieldset>
    }
}

fn field(
    key: Key,
    group: usize,
    [least, most]: [f64; 2],
    scenario: &Scenario,
    language: Language,
    store: &UseReducerDispatcher<State>,
) -> Html {
    let (stock, id) = (scenario.place.stock[group], format!("posts-{}", GROUPS[group].id));
    let label = fill(language.text(Text::LeverPostsOf), &[("group", language.group_people(group))]);
    let posts = stock / value(key, scenario);
    let store = store.clone();
    let onchange = move |posts: f64| {
        // Hundredths of a case: finer than anybody plans, and a link stays short.
        let caseload = ((100.0 * stock / posts).round() / 100.0).max(least).min(most);
        store.dispatch(Action::Set(key, digits::write(caseload)));
    };
    let fewest = (10.0 * stock / most).ceil() / 10.0;
    let highest = ((10.0 * stock / least).floor() / 10.0).max(fewest);
    html! {
        <div key={key.name()} class="lever-posts">
            <label for={id.clone()}>{ language.group_name(group) }</label>
            <NumberField {id} {label} {language} value={posts} shown={language.posts(posts)} min={fewest}
                max={highest} {onchange} />
        </div>
    }
}
