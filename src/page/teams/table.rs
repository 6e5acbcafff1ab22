//! All teams in one table.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::page::state::{Action, State};
use crate::questions::team::Found;
use crate::scenario::stored::{LONGEST_NAME, clean};
use crate::scenario::team::room::{Entry, meaning};
use crate::scenario::{Scenario, digits};
use crate::words::standard;
use crate::words::team;
use crate::words::text::{Language, Text, fill};

#[derive(Properties, PartialEq)]
pub struct TableProps {
    pub language: Language,
    pub base: Rc<Scenario>,
    pub entries: Rc<[Entry]>,
    /// What the base and then each team comes to.
    pub found: Rc<[Option<Rc<Found>>]>,
    pub onchange: Callback<Vec<Entry>>,
    pub store: UseReducerDispatcher<State>,
}

/// The figures, in the order of [`team::figures`].
const FIGURES: [(&str, Text); 3] =
    [("jobs", Text::HeadlineJobs), ("net", Text::HeadlineNet), ("chance", Text::TeamChance)];

/// The table, and what takes all teams out of it.
#[component]
pub fn Table(props: &TableProps) -> Html {
    let TableProps { language, base, entries, .. } = props;
    let say = |text| language.text(text);
    let years = language.years(usize::from(base.policy.horizon));
    let caption = fill(say(Text::TeamTable), &[("years", &years)]);
    let clear = {
        let onchange = props.onchange.clone();
        move |_| onchange.emit(Vec::new())
    };
    let standard = standard::line(*language, base).unwrap_or_default();
    let none = if entries.is_empty() { say(Text::TeamNone) } else { "" };
    html! {
        <section class="teams-table" aria-labelledby="teams-table">
            <h2 id="teams-table">{ caption }</h2>
            <p>{ none }</p>
            <div class="table" tabindex="0" role="group" aria-labelledby="teams-table" hidden={entries.is_empty()}>
                <table>
                    <thead><tr>
                        <th scope="col">{ say(Text::TeamTeam) }</th>
                        { for FIGURES.map(|(id, name)| html! { <th key={id} scope="col">{ say(name) }</th> }) }
                        <th scope="col" class="teams-code-name">{ say(Text::TeamCodeColumn) }</th>
                        <td></td>
                    </tr></thead>
                    <tbody>
                        { for (0..entries.len()).map(|at| row(props, at)) }
                        <tr key="base" class="teams-base" data-team-row="base">
                            <th scope="row">
                                { say(Text::TeamBase) }
                                <p class="mark" hidden={standard.is_empty()}>{ standard }</p>
                            </th>
                            { figures(props, 0) }
                            <td></td>
                            <td></td>
                        </tr>
                    </tbody>
                </table>
            </div>
            <p hidden={entries.is_empty()}>
                <button type="button" class="button" data-team-clear="" onclick={clear}>{ say(Text::TeamClear) }</button>
            </p>
        </section>
    }
}

/// The figures of the base, or of a team.
fn figures(props: &TableProps, number: usize) -> Html {
    let language = props.language;
    let Some(found) = props.found.get(number).cloned().flatten() else {
        let readable = number == 0 || meaning(&props.base, &props.entries[number - 1]).is_some();
        let text = if readable { Text::TeamBusy } else { Text::TeamUnread };
        return html! { <td colspan="3" class="teams-busy">{ language.text(text) }</td> };
    };
    let values = [Some(found.jobs.0), Some(found.net.0), found.chance];
    let told = team::figures(language, &found);
    let cells = FIGURES.into_iter().zip(told).zip(values).map(|(((figure, _), [told, band]), value)| {
        html! {
            <td key={figure} data-team-figure={figure} data-value={value.map(digits::write)}>
                { told }<span class="headline-band">{ band }</span>
            </td>
        }
    });
    cells.collect()
}

fn row(props: &TableProps, at: usize) -> Html {
    let TableProps { language, base, entries, onchange, store, .. } = props;
    let say = |text| language.text(text);
    let entry = &entries[at];
    let name = team::name(*language, base, entry);
    let label = |text| fill(say(text), &[("name", &name)]);
    let rename = {
        let (entries, onchange, before) = (entries.clone(), onchange.clone(), name.clone());
        move |event: Event| {
            let given = clean(event.target_unchecked_into::<HtmlInputElement>().value().trim());
            if given != before {
                let mut entries = entries.to_vec();
                entries[at].name = given;
                onchange.emit(entries);
            }
        }
    };
    let remove = {
        let (entries, onchange) = (entries.clone(), onchange.clone());
        move |_| {
            let mut entries = entries.to_vec();
            entries.remove(at);
            onchange.emit(entries);
        }
    };
    let plan = meaning(base, entry).map(|sent| sent.scenario);
    let can_open = plan.is_some();
    let not_standard = plan.as_ref().and_then(|plan| standard::line(*language, plan)).unwrap_or_default();
    let open = {
        let store = store.clone();
        move |_| {
            if let Some(plan) = &plan {
                store.dispatch(Action::Take(Box::new(plan.clone())));
            }
        }
    };
    html! {
        <tr key={format!("{at} {}", entry.code)} data-team-row={at.to_string()}>
            <th scope="row">
                <input type="text" class="pin-name" aria-label={label(Text::TeamNameOf)}
                    maxlength={LONGEST_NAME.to_string()} value={name.clone()} onchange={rename} />
                <p class="mark" hidden={not_standard.is_empty()}>{ not_standard }</p>
            </th>
            { figures(props, at + 1) }
            <td class="teams-code">{ entry.code.clone() }</td>
            <td class="teams-buttons">
                <button type="button" class="button" data-team-open={at.to_string()} disabled={!can_open}
                    aria-label={label(Text::TeamOpenOf)} onclick={open}>{ say(Text::TeamOpen) }</button>
                <button type="button" class="button" data-team-remove={at.to_string()}
                    aria-label={label(Text::TeamRemoveOf)} onclick={remove}>{ say(Text::TeamRemove) }</button>
            </td>
        </tr>
    }
}
