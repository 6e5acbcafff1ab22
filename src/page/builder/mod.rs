//! Embed builder: what an article is to show of the present plan, how that looks, and the code to be pasted.

mod choices;
mod code;
mod preview;

use gloo::utils::window;
use yew::prelude::*;

use super::navigation::PageProps;
use super::site::Shade;
use crate::frame::Heights;
use crate::scenario::embed::{self, Embed};
use crate::scenario::{Scenario, link, reach};
use crate::words::text::{Language, Text, fill};
use choices::Choices;
use code::Code;
use preview::Previews;

/// The widths that are tried: a phone, a column, a wide one. CSS pixels.
const WIDTHS: [u32; 3] = [320, 480, 700];
/// Until an embed has told how high it is.
const USUAL_HEIGHTS: [u32; 3] = [1020, 860, 760];

/// All that can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    pub embed: Embed,
    pub language: Language,
    /// None: as the reader has it.
    pub shade: Option<Shade>,
    /// Whether the code brings the script that follows the height.
    pub script: bool,
}

impl Chosen {
    fn begin(scenario: &Scenario, language: Language) -> Self {
        let levers = embed::usual(scenario).into_iter().collect();
        Self { embed: Embed { levers, ..Embed::default() }, language, shade: None, script: false }
    }

    /// Without the levers that nobody is left for in another place.
    fn fitted(&self, scenario: &Scenario) -> Self {
        let mut fitted = self.clone();
        fitted.embed.levers.retain(|key| offered(scenario).contains(key));
        fitted
    }

    /// The embed's address, in the folder of this page.
    fn address(&self, scenario: &Scenario) -> String {
        let mut address = folder() + "embed.html#" + &link::write(scenario) + &self.embed.write();
        if self.language != Language::default() {
            address.push_str("&lang=");
            address.push_str(self.language.code());
        }
        if let Some(shade) = self.shade {
            address.push_str("&theme=");
            address.push_str(shade.name());
        }
        address
    }
}

/// The levers that an embed of this scenario can have.
fn offered(scenario: &Scenario) -> Vec<crate::scenario::keys::Key> {
    let levers = 0..crate::model::tables::LEVERS.len();
    levers.flat_map(|lever| reach::keys_of(scenario, lever)).filter(|key| embed::is_offered(*key)).collect()
}

/// The folder that the site stands in.
fn folder() -> String {
    let href = window().location().href().unwrap_or_default();
    let page = href.split(['?', '#']).next().unwrap_or_default();
    page.rsplit_once('/').map_or(String::new(), |(folder, _)| folder.to_owned() + "/")
}

/// The page. A site in one file has no address that an article could show.
#[component]
pub fn Builder(props: &PageProps) -> Html {
    let say = |text| props.state.language.text(text);
    if gloo::utils::document_element().has_attribute("data-single-file") {
        return html! {
            <div class="builder">
                <h1 class="page-title">{ say(Text::PageEmbed) }</h1>
                <p class="prose">{ say(Text::BuilderNoSite) }</p>
            </div>
        };
    }
    html! { <Maker ..props.clone() /> }
}

/// Choices, code and previews.
#[component]
fn Maker(props: &PageProps) -> Html {
    let (language, scenario) = (props.state.language, props.state.scenario.clone());
    let chosen = use_state_eq(|| Chosen::begin(&scenario, language));
    let heights = use_state_eq(|| USUAL_HEIGHTS);
    let fitted = chosen.fitted(&scenario);
    let address: AttrValue = fitted.address(&scenario).into();
    let place = fitted.language.place_name(scenario.place_index());
    // The texts of the embed's language may not be here: its title is then in this page's.
    let spoken = if fitted.language.is_known() { fitted.language } else { language };
    let place = if place.is_empty() { language.place_name(scenario.place_index()) } else { place };
    let title = fill(spoken.text(Text::BuilderFrame), &[("place", place)]);
    let say = |text| language.text(text);
    let choose = {
        let set = chosen.setter();
        Callback::from(move |next| set.set(next))
    };
    let measured = {
        let set = heights.setter();
        Callback::from(move |next| set.set(next))
    };
    let by_width = WIDTHS.into_iter().zip(*heights).map(|(width, height)| [width, height]);
    html! {
        <div class="builder">
            <h1 class="page-title">{ say(Text::PageEmbed) }</h1>
            <p class="builder-intro">{ say(Text::BuilderIntro) }</p>
            <Choices {scenario} {language} chosen={fitted.clone()} onchange={choose} />
            <Code {language} address={address.clone()} title={title.clone()} script={fitted.script}
                heights={Heights(by_width.collect()).0} />
            <Previews {language} {address} {title} onmeasure={measured} />
        </div>
    }
}
