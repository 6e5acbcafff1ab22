//! Whose figures: from what research says to what one would have to believe for the municipalities' own to come true.

use yew::prelude::*;

use super::number::{Look, Placed, slider};
#[cfg(not(feature = "more"))]
use crate::page::later::Closed;
use crate::page::parts::slider::Told;
use crate::page::state::State;
use crate::questions::dial::research_reaches;
use crate::scenario::keys::Key;
use crate::words::text::{Language, Text, fill};

/// The evidence dial.
pub fn dial(placed: &Placed, state: &State) -> Html {
    let Placed { setting, scenario, language, store, .. } = placed;
    let Key::Lever(lever, _) = *setting else { return html! { <div key={setting.name()}></div> } };
    let say = |text| language.text(text);
    let name = language.lever_name(lever);
    let meaning = meaning(*language, scenario.policy.evidence);
    let told = Told {
        value: meaning.clone().into(),
        ends: Some([Text::DialResearch, Text::DialReported].map(|end| say(end).into())),
        unit: false,
        usual: true,
    };
    let guideline = research_reaches(scenario).map(|high| [0.0, high]);
    let look = Look { name, long_name: name.to_owned(), note: meaning, told, guideline };
    html! {
        <div key={setting.name()} class="evidence-dial">
            { slider(placed, look) }
            <p class="lever-note">{ say(Text::DialShaded) }</p>
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
        <super::required::Required scenario={state.scenario.clone()} language={state.language}
            store={store.clone()} open={state.asked.as_deref() == Some("dial")} />
    }
}
