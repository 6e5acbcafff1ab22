//! Whose figures: from what research says to what one would have to believe for the municipalities' own to come true.

use yew::prelude::*;

use super::number::{Look, Placed, slider};
use crate::page::parts::slider::Told;
use crate::scenario::keys::Key;
use crate::words::text::{Language, Text, fill};

/// The evidence dial.
pub fn dial(placed: &Placed) -> Html {
    let Placed { setting, scenario, language, .. } = placed;
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
    #[cfg(feature = "more")]
    let guideline = crate::questions::dial::research_reaches(scenario).map(|high| [0.0, high]);
    #[cfg(not(feature = "more"))]
    let guideline = None;
    let look = Look { name, long_name: name.to_owned(), note: meaning, told, guideline };
    slider(placed, look)
}

/// What a place on the dial means; it is never a finding.
fn meaning(language: Language, value: f64) -> String {
    match value {
        research if research <= 0.0 => language.text(Text::DialAtResearch).to_owned(),
        reported if reported >= 1.0 => language.text(Text::DialAtReported).to_owned(),
        between => fill(language.text(Text::DialBetween), &[("percent", &language.percent(between))]),
    }
}
