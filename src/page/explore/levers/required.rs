//! Where the evidence dial would have to stand, and which groups it cannot move.

use std::rc::Rc;

use yew::prelude::*;

use super::rest::use_open;
use crate::model::tables::{REPORT, parameter as p};
use crate::page::questions::answers::Answered;
use crate::page::questions::asked::{Answer, Question, Told, use_answer};
use crate::page::state::State;
use crate::questions::dial;
use crate::scenario::{Scenario, published};
use crate::words::text::{Language, Text, fill};

#[derive(Properties, PartialEq)]
pub struct RequiredProps {
    pub scenario: Rc<Scenario>,
    pub language: Language,
    pub store: UseReducerDispatcher<State>,
    /// Whether it was asked for when the page was opened.
    pub open: bool,
}

/// Where the dial would have to stand: for each group's plan to break even, and for a case to come true.
#[component]
pub fn Required(props: &RequiredProps) -> Html {
    let RequiredProps { scenario, language, store, .. } = props;
    let (open, ontoggle) = use_open(props.open);
    let asked = use_answer(scenario, open.then_some(Question::Dial(scenario.policy.horizon)));
    // What a case would take depends on the case alone.
    let case = use_memo((open, scenario.case_index(), *language), |&(open, case, language)| {
        case.filter(|_| open).map(|case| case_lines(language, case)).unwrap_or_default()
    });
    let answer = |told: &Told| match &told.answer {
        Answer::Dial(dials) => Answered { language: *language, told, store }.dials(dials),
        _ => html! { <div></div> },
    };
    let off = off(*language, scenario);
    let line = |(place, line): (usize, &String)| html! { <li key={place}>{ line }</li> };
    html! {
        <div>
        <ul class="lever-note dial-off" hidden={off.is_empty()}>{ for off.iter().enumerate().map(line) }</ul>
        <details class="lever-rest" data-opens="" open={props.open} {ontoggle}>
            <summary data-asked="dial">{ language.text(Text::DialRequired) }</summary>
            <div class="answer" aria-busy={asked.busy.to_string()}>
                <p class="lever-note">{ language.text(Text::AskDialHelp) }</p>
                { for case.iter().enumerate().map(|(place, line)| html! { <p key={place}>{ line }</p> }) }
                <div>{ asked.told.as_deref().filter(|_| open).map(answer).unwrap_or_default() }</div>
            </div>
        </details>
        </div>
    }
}

/// What the dial would have to be for the published figures of a case.
fn case_lines(language: Language, case: usize) -> Vec<String> {
    let notes = language.published_notes(case).iter();
    let line = |(compared, note): (Option<published::Comparison>, &&str)| {
        let compared = compared?;
        let percent = compared.agrees_at.map(|at| language.percent(at)).unwrap_or_default();
        let text = if compared.agrees_at.is_some() { Text::LeverCaseAt } else { Text::LeverCaseNowhere };
        Some(fill(language.text(text), &[("note", note.trim_end_matches('.')), ("percent", &percent)]))
    };
    published::compare(case).into_iter().zip(notes).filter_map(line).collect()
}

/// The groups of the plan that the dial cannot move, each with the reason.
fn off(language: Language, scenario: &Scenario) -> Vec<String> {
    let most = language.plain(scenario.parameters[p::REPORTED_MOST]);
    let line = |group: usize| {
        let values = [
            ("group", language.group_people(group)),
            ("most", &*most),
            ("case", language.case_name(REPORT.case)),
        ];
        fill(language.text(Text::LeverDialOff), &values)
    };
    dial::off(scenario).into_iter().map(line).collect()
}
