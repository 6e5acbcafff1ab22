//! What can be taken out of a chart: its picture, with all that it needs to be understood elsewhere.

mod file;
mod picture;

pub use picture::{Around, sized_svg};

use web_sys::Element;
use yew::prelude::*;

use super::address::link_to;
use super::explore::surroundings;
use super::parts::chart::Plotted;
use super::state::State;
use super::theme;
use crate::scenario::edition;
use crate::words::text::{Language, Text, fill};
use crate::words::{self, sentence};
use picture::svg;

#[derive(Properties, PartialEq)]
pub struct OutProps {
    pub state: State,
    /// The chart's `data-chart`: the name of the file.
    pub chart: AttrValue,
    pub title: AttrValue,
    pub plot: Plotted,
}

/// The buttons under a chart.
#[component]
pub fn Out(props: &OutProps) -> Html {
    let say = |text| props.state.language.text(text);
    let asked = format!("out.{}", props.chart);
    let asked_for = props.state.asked.as_deref() == Some(&*asked);
    let open = use_state_eq(|| asked_for);
    let told = use_state_eq(|| None::<Text>);
    let ontoggle = {
        let open = open.setter();
        move |event: Event| open.set(event.target_unchecked_into::<Element>().has_attribute("open"))
    };
    {
        // A message about another picture would mislead.
        let told = told.setter();
        use_effect_with(props.plot.clone(), move |_| told.set(None));
    }
    let button = |text: Text, form: Form| {
        let (told, props) = (told.setter(), props.clone());
        let onclick = move |_| {
            let told = told.clone();
            props.take(form, Callback::from(move |what| told.set(what)));
        };
        html! { <button key={say(text)} type="button" class="button" {onclick}>{ say(text) }</button> }
    };
    let inside = || {
        html! {
            <div class="buttons">
                { button(Text::OutPng, Form::Png) }
                { button(Text::OutSvg, Form::Svg) }
                { button(Text::OutCopy, Form::Clipboard) }
                <span role="status">{ told.map(say).unwrap_or_default() }</span>
            </div>
        }
    };
    html! {
        <details class="out" open={asked_for} {ontoggle}>
            <summary data-asked={asked}>{ say(Text::ChartSave) }</summary>
            { if *open { inside() } else { Html::default() } }
        </details>
    }
}

/// How a picture leaves.
#[derive(Clone, Copy)]
enum Form {
    Svg,
    Png,
    Clipboard,
}

impl Clone for OutProps {
    fn clone(&self) -> Self {
        let Self { state, chart, title, plot } = self;
        Self { state: state.clone(), chart: chart.clone(), title: title.clone(), plot: plot.clone() }
    }
}

impl OutProps {
    /// Makes the picture and hands it over; tells what there is to be told.
    fn take(&self, form: Form, tell: Callback<Option<Text>>) {
        let around = around(&self.state, &self.chart, &self.title);
        let colours = theme::light();
        let name = format!("raaderum-{}", self.chart.replace('.', "-"));
        match form {
            Form::Svg => {
                let picture = svg(&*self.plot.0, &around, &colours);
                tell.emit(file::save_text(&picture, &(name + ".svg")));
            }
            Form::Png => picture::png(&*self.plot.0, &around, &colours, move |blob| {
                tell.emit(
                    blob.map_or(Some(Text::OutNotMade), |blob| file::save(&blob, &(name.clone() + ".png"))),
                );
            }),
            Form::Clipboard => picture::png(&*self.plot.0, &around, &colours, move |blob| match blob {
                Some(blob) => file::copy(&blob, tell.clone()),
                None => tell.emit(Some(Text::OutNotMade)),
            }),
        }
    }
}

/// Program and data, and that it is no forecast: as the page About says to cite it.
pub fn cited(language: Language) -> String {
    let values = [("version", edition::VERSION), ("data", &*edition::data())];
    fill(language.text(Text::AboutCitation), &values)
}

/// What stands around a picture of a state.
fn around(state: &State, chart: &str, title: &str) -> Around {
    let language = state.language;
    let scenario = &state.computed;
    let sentence = sentence::sentences(language, scenario, &state.outcome.0, Some(&state.bands.0)).join(" ");
    let source = match scenario.case_index() {
        Some(case) => language.case_source(case),
        None => language.place_source(scenario.place_index()),
    };
    Around {
        title: title.to_owned(),
        above: vec![sentence],
        below: [
            Some(fill(language.text(Text::NoticeSource), &[("source", source)])),
            surroundings::of(state)
                .filter(|_| state.surroundings && chart == "stock")
                .map(|usual| words::surroundings::source(language, &usual)),
            Some(cited(language)),
            Some(fill(language.text(Text::OutLink), &[("link", &link_to(state))])),
        ]
        .into_iter()
        .flatten()
        .collect(),
        language,
    }
}
