//! Answers as a visitor reads them: a sentence, a picture, a table, and what can be done with them.

use yew::prelude::*;

use super::asked::Told;
use super::map;
use super::section::go_there;
use super::strip::Strip;
use crate::page::state::State;
use crate::questions::break_even::{BreakEven, EdgeKind};
use crate::questions::dial::GroupDial;
use crate::questions::measure::Measure;
use crate::questions::policy_map::Map;
use crate::scenario::digits;
use crate::uncertainty::bands::Between;
use crate::words::question;
use crate::words::text::{Language, Text, fill};

/// An answer, the language it is told in, and what its buttons move.
pub struct Answered<'a> {
    pub language: Language,
    pub told: &'a Told,
    pub store: &'a UseReducerDispatcher<State>,
}

impl Answered<'_> {
    pub fn say(&self, text: Text, values: &[(&str, &str)]) -> String {
        fill(self.language.text(text), values)
    }

    /// The map of two levers, and what a cell of it says.
    pub fn map(&self, found: &Map, pick: Option<[usize; 2]>, band: Between, chart: Html) -> Html {
        let language = self.language;
        let cell = pick.unwrap_or_else(|| map::here(found));
        let onclick = {
            let (store, found) = (self.store.clone(), found.clone());
            move |_| go_there(&found, cell, &store)
        };
        let value = found.at(cell[0], cell[1]).unwrap_or(f64::NAN);
        html! {
            <>
                <div class="answer-words">
                    <p>{ present_value(language, found.measure, found.present) }</p>
                    <p>{ map::summary(language, found) }</p>
                </div>
                <div class="map" data-map="" tabindex="0" role="application" aria-label={language.text(Text::AskMapKeys)}
                    aria-describedby="map-reading">{ chart }</div>
                <p id="map-reading" aria-live="polite" data-figure="map" data-value={digits::write(value)}>
                    { map::reading(language, found, cell).unwrap_or_default() }
                    { " " }
                    <span>{ map::band(language, found, band) }</span>
                </p>
                <div class="buttons">
                    <button type="button" class="button" data-set="map" disabled={pick.is_none()} {onclick}>
                        { language.text(Text::AskGoThere) }
                    </button>
                </div>
            </>
        }
    }

    /// How strong the effect must be in each group with a plan.
    pub fn dials(&self, dials: &[GroupDial]) -> Html {
        let language = self.language;
        if dials.is_empty() {
            return html! { <p class="answer-words">{ language.text(Text::QuestionNoPlan) }</p> };
        }
        let row = |dial: &GroupDial| {
            let figure = |value: Option<f64>| {
                value.map_or(String::from("–"), |value| language.style().fixed(value, 2))
            };
            let even = |dial: &GroupDial| match needed(dial) {
                Some(at) if at <= 0.0 => language.text(Text::AskEvenAlready).to_owned(),
                at => figure(at.and_then(|at| dial.elasticity(at))),
            };
            html! {
                <tr key={dial.group}>
                    <th scope="row">{ language.group_name(dial.group) }</th>
                    <td>{ figure(Some(dial.research[0])) }</td>
                    <td>{ even(dial) }</td>
                    <td>{ figure(dial.reported.as_ref().map(|reported| reported.elasticity)) }</td>
                </tr>
            }
        };
        let heads = [Text::QuestionGroup, Text::AskResearch, Text::AskEven, Text::AskReported];
        html! {
            <>
                { for dials.iter().map(|dial| self.dial(dial)) }
                <p class="chart-note">{ language.text(Text::AskStripNote) }</p>
                { self.table(Text::AskDialTable, heads.map(|text| language.text(text)).into_iter(),
                    dials.iter().map(row).collect()) }
            </>
        }
    }

    /// One group: a sentence, and the line from research to report.
    fn dial(&self, dial: &GroupDial) -> Html {
        let language = self.language;
        let percent = needed(dial).map(|at| language.percent(at)).unwrap_or_default();
        let text = match dial.reported.as_ref().map(|reported| &reported.dial) {
            None => Text::AskDialNoReport,
            Some(BreakEven::NoEffect { .. }) => Text::AskDialNoEffect,
            Some(BreakEven::Never { .. }) => Text::AskDialNever,
            Some(BreakEven::Always { .. }) => Text::AskDialAlways,
            Some(BreakEven::Where(stretches)) => match &stretches[..] {
                [only] if only.from.kind != EdgeKind::Bound => Text::AskDialWhere,
                _ => Text::AskDialStretches,
            },
        };
        let words = self.say(text, &[("percent", &percent)]);
        let reached: Vec<[f64; 2]> = match dial.reported.as_ref().map(|reported| &reported.dial) {
            Some(BreakEven::Always { .. }) => vec![[0.0, 1.0]],
            Some(BreakEven::Where(found)) => found.iter().map(|one| [one.from.at, one.to.at]).collect(),
            _ => Vec::new(),
        };
        let strip = Strip {
            ends: [0.0, 1.0],
            reached: &reached,
            odds: None,
            present: self.told.scenario.policy.evidence,
            words: [Text::AskResearch, Text::AskReported].map(|text| language.text(text).to_owned()),
            label: words.clone(),
        };
        let [from, to] = dial.caseload.map(|caseload| language.plain(caseload));
        let head = self.say(
            Text::AskDialGroup,
            &[("group", language.group_name(dial.group)), ("from", &from), ("to", &to)],
        );
        html! {
            <div key={dial.group} class="dial" data-figure={format!("dial.{}", dial.group)}
                data-value={needed(dial).map(digits::write)}>
                <h3>{ head }</h3>
                <p class="answer-words">{ words }</p>
                { strip.view() }
            </div>
        }
    }

    pub fn table<'b>(&self, caption: Text, heads: impl Iterator<Item = &'b str>, rows: Vec<Html>) -> Html {
        let head =
            |(index, text): (usize, &str)| html! { <th key={index} scope="col">{ text.to_owned() }</th> };
        let caption = self.language.text(caption);
        html! {
            <div class="table" tabindex="0" role="group" aria-label={caption}>
                <table>
                    <caption class="visually-hidden">{ caption }</caption>
                    <thead><tr>{ for heads.enumerate().map(head) }</tr></thead>
                    <tbody>{ rows }</tbody>
                </table>
            </div>
        }
    }
}

/// Where on the dial a plan first breaks even.
fn needed(dial: &GroupDial) -> Option<f64> {
    match &dial.reported.as_ref()?.dial {
        BreakEven::Where(stretches) => stretches.first().map(|stretch| stretch.from.at),
        BreakEven::Always { .. } => Some(0.0),
        _ => None,
    }
}

pub fn line((index, text): (usize, &String)) -> Html {
    html! { <p key={index}>{ text.clone() }</p> }
}

pub fn present_value(language: Language, measure: Measure, value: f64) -> String {
    let value = question::value(language, measure, value);
    let values = [("figure", question::figure(language, measure)), ("value", &*value)];
    fill(language.text(Text::QuestionPresent), &values)
}
