//! Whose figures: from what research says to what one would have to believe for the municipalities' own to come true.

use yew::prelude::*;

use super::number::{Placed, home};
use crate::model::tables::{LEVERS, LeverKind, REPORT, parameter as p};
#[cfg(not(feature = "more"))]
use crate::page::later::Closed;
use crate::page::parts::slider::{Scale, Slider, Told};
use crate::page::state::State;
use crate::questions;
use crate::scenario::Scenario;
use crate::scenario::keys::Key;
use crate::words::text::{Language, Text, fill};

/// The evidence dial.
pub fn dial(placed: &Placed, state: &State) -> Html {
    let Placed { setting, scenario, language, store, .. } = placed;
    let Key::Lever(lever, _) = *setting else { return html! { <div key={setting.name()}></div> } };
    let LeverKind::Number { unit, min, max, step, default, .. } = LEVERS[lever].kind else {
        return html! { <div key={setting.name()}></div> };
    };
    let say = |text| language.text(text);
    let value = scenario.policy.evidence;
    let scale = Scale {
        min,
        max,
        step,
        bounds: [min, max],
        today: default,
        guideline: questions::dial::research_reaches(scenario).map(|high| [min, high]),
    };
    let meaning = meaning(*language, value);
    let told = Told {
        value: meaning.clone().into(),
        ends: Some([Text::DialResearch, Text::DialReported].map(|end| say(end).into())),
        unit: false,
        usual: true,
    };
    let off = off(*language, scenario);
    html! {
        <div key={setting.name()} class="evidence-dial">
            <Slider setting={*setting} home={home(*setting)} name={language.lever_name(lever)} long_name={language.lever_name(lever)}
                unit={language.unit(unit)} note={meaning} language={*language} {value} {scale} {told}
                store={(*store).clone()} />
            <p class="lever-note">{ say(Text::DialShaded) }</p>
            <ul class="lever-note dial-off" hidden={off.is_empty()}>
                { for off.iter().enumerate().map(|(place, line)| html! { <li key={place}>{ line }</li> }) }
            </ul>
            { required(state, store) }
        </div>
    }
}

/// What a place on the dial means; it is never a finding.
fn meaning(language: Language, value: f64) -> String {
    match value {
        research if research <= 0.0 => language.text(Text::DialAtResearch).to_owned(),
        reported if reported >= 1.0 => language.text(Text::DialAtReported).to_owned(),
        between => fill(language.text(Text::DialBetween), &[("percent", &language.percent(between))]),
    }
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
        fill(language.text(Text::DialOff), &values)
    };
    questions::dial::off(scenario).into_iter().map(line).collect()
}

#[cfg(not(feature = "more"))]
fn required(state: &State, store: &UseReducerDispatcher<State>) -> Html {
    let summary = html! { state.language.text(Text::DialRequired) };
    html! {
        <div class="lever-rest">
            <Closed asked="dial" {summary} language={state.language} store={store.clone()} />
        </div>
    }
}

#[cfg(feature = "more")]
fn required(state: &State, store: &UseReducerDispatcher<State>) -> Html {
    html! {
        <super::rest::Required scenario={state.scenario.clone()} language={state.language}
            store={store.clone()} open={state.asked.as_deref() == Some("dial")} />
    }
}
