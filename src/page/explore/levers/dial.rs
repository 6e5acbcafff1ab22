//! Whose figures: from what research says to what one would have to believe for the municipalities' own to come true.

use std::rc::Rc;

use yew::prelude::*;

use super::number::use_moves;
use crate::model::tables::{LEVERS, LeverKind, REPORT, parameter as p};
#[cfg(not(feature = "more"))]
use crate::page::later::Closed;
use crate::page::parts::slider::{Scale, Slider, Told};
use crate::page::state::State;
use crate::questions::dial;
use crate::scenario::Scenario;
use crate::scenario::keys::Key;
use crate::words::text::{Language, Text, fill};

#[derive(Properties, PartialEq)]
pub struct DialProps {
    pub setting: Key,
    pub scenario: Rc<Scenario>,
    pub language: Language,
    pub store: UseReducerDispatcher<State>,
    /// The part that was asked for when the page was opened.
    pub asked: Option<AttrValue>,
}

/// The evidence dial.
#[component]
pub fn Dial(props: &DialProps) -> Html {
    let DialProps { setting, scenario, language, .. } = props;
    let (onchange, onreset) = use_moves(*setting, &props.store);
    let Key::Lever(lever, _) = *setting else { return html! { <div></div> } };
    let LeverKind::Number { unit, min, max, step, default, .. } = LEVERS[lever].kind else {
        return html! { <div></div> };
    };
    let say = |text| language.text(text);
    let value = scenario.policy.evidence;
    let scale = Scale {
        min,
        max,
        step,
        bounds: [min, max],
        today: default,
        guideline: dial::research_reaches(scenario).map(|high| [min, high]),
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
        <div class="evidence-dial">
            <Slider lever={setting.name()} name={language.lever_name(lever)} long_name={language.lever_name(lever)}
                unit={language.unit(unit)} note={meaning} language={*language} {value} {scale} {told} {onchange}
                {onreset} />
            <p class="lever-note">{ say(Text::DialShaded) }</p>
            <ul class="lever-note dial-off" hidden={off.is_empty()}>
                { for off.iter().enumerate().map(|(place, line)| html! { <li key={place}>{ line }</li> }) }
            </ul>
            { required(props) }
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
    dial::off(scenario).into_iter().map(line).collect()
}

#[cfg(not(feature = "more"))]
fn required(props: &DialProps) -> Html {
    let summary = html! { props.language.text(Text::DialRequired) };
    html! {
        <div class="lever-rest">
            <Closed asked="dial" {summary} language={props.language} store={props.store.clone()} />
        </div>
    }
}

#[cfg(feature = "more")]
fn required(props: &DialProps) -> Html {
    html! {
        <super::rest::Required scenario={props.scenario.clone()} language={props.language}
            store={props.store.clone()} open={props.asked.as_deref() == Some("dial")} />
    }
}
