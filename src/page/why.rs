//! Why a headline is what it is: how it is computed, what each change adds, and what is assumed.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::parts::chart::{Chart, Picture, Plotted};
use super::parts::figure::WhyProps;
use super::parts::trace::trace;
use super::questions::asked::{Question, Told, use_answer};
use super::state::State;
use crate::chart::Role;
use crate::chart::bars::Bar;
use crate::model::tables::{HEADLINES, Parameter};
use crate::page::parts::bars::BarPlot;
use crate::page::questions::asked::Answer;
use crate::questions::measure::Measure;
use crate::scenario::Scenario;
use crate::words::figure;
use crate::words::text::{Language, Text, fill};
use crate::words::{question, why};

/// Why a headline is what it is: only asked while it is open.
#[component]
pub fn Why(props: &WhyProps) -> Html {
    let name = format!("why.{}", props.figure);
    let asked_for = props.state.asked.as_deref() == Some(&*name);
    let open = use_state_eq(|| asked_for);
    let (language, measure) = (props.state.language, props.measure);
    let asks = *open && measure != Measure::Payback;
    let asked = use_answer(&props.state.scenario, asks.then_some(Question::Why(measure)));
    let plot = use_memo((asked.told.clone(), language), |(told, language)| {
        let plot: Rc<dyn Picture> = Rc::new(bars(*language, told.as_deref()?)?);
        Some(Plotted(plot))
    });
    let ontoggle = {
        let open = open.setter();
        move |event: Event| {
            let toggled = event.target_unchecked_into::<Element>();
            // The table of the bars inside opens and closes by itself.
            if toggled.has_attribute("data-why") {
                open.set(toggled.has_attribute("open"));
            }
        }
    };
    let parts = match &*plot {
        Some(plot) if asks => html! {
            <Chart chart={format!("why.{}", props.figure)} title={title(language, measure)}
                note={html! { language.text(Text::WhyNote) }} {language} plot={plot.clone()} paint={props.paint.clone()}
                resting={props.state.resting} />
        },
        _ => html! { <p>{ instead(language, measure, asked.told.as_deref()) }</p> },
    };
    let inside = || {
        html! {
            <>
                <p>{ language.text(how(measure)) }</p>
                <div class="answer" aria-busy={asked.busy.to_string()}>
                    <p class="answer-busy" aria-hidden="true">{ language.text(Text::AskBusy) }</p>
                    { parts }
                </div>
                <h3>{ language.text(Text::WhyAssumed) }</h3>
                { assumptions(language, measure, &props.state.scenario, &props.store) }
            </>
        }
    };
    html! {
        <details data-why={props.figure.clone()} open={asked_for} {ontoggle}>
            <summary data-asked={name}>{ props.summary.clone() }</summary>
            <div>{ if *open { inside() } else { Html::default() } }</div>
        </details>
    }
}

/// How a headline is computed.
pub fn how(measure: Measure) -> Text {
    match measure {
        Measure::Jobs(_) => Text::WhyHowJobs,
        Measure::Payback => Text::WhyHowPayback,
        Measure::CapPrice(_) => Text::WhyHowCapPrice,
        _ => Text::WhyHowNet,
    }
}

/// What each change adds, as bars; `None` where nothing has been changed, or where it cannot be shared out.
pub fn bars(language: Language, told: &Told) -> Option<BarPlot> {
    let Answer::Why(Some(found)) = &told.answer else { return None };
    if found.parts.is_empty() {
        return None;
    }
    let measure = told.question.measure();
    let (lines, total) = why::lines(language, measure, found);
    let bar = |line: why::Line| Bar { name: line.name, value: line.value, written: line.written };
    Some(BarPlot {
        unit: language.unit(if measure.is_money() { "dkk" } else { "persons" }).to_owned(),
        heading: language.text(Text::WhyChange).to_owned(),
        role: if measure.is_money() { Role::Municipality } else { Role::Plan },
        least_span: 1.0,
        summary: format!("{}: {}", total.name, total.written),
        bars: lines.into_iter().map(bar).collect(),
        total: Some(bar(total)),
    })
}

/// What is said where there are no bars.
pub fn instead(language: Language, measure: Measure, told: Option<&Told>) -> &'static str {
    match told.map(|told| &told.answer) {
        _ if measure == Measure::Payback => language.text(Text::WhyNotShared),
        Some(Answer::Why(Some(found))) if found.parts.is_empty() => language.text(Text::QuestionNothingMoved),
        Some(Answer::Why(None)) => language.text(Text::WhyNotShared),
        _ => "",
    }
}

/// The assumptions behind a headline, with where they come from; of the groups those that the plan reaches.
pub fn assumptions(
    language: Language,
    measure: Measure,
    scenario: &Scenario,
    store: &UseReducerDispatcher<State>,
) -> Html {
    let of = HEADLINES.iter().find(|(name, _)| *name == measure.name()).map_or(&[][..], |(_, of)| *of);
    let reached = |parameter: &&Parameter| {
        let group = parameter.spec().group;
        group.is_none_or(|group| scenario.place.stock[group] > 0.0 && scenario.policy.reaches(group))
    };
    let row = |parameter: &Parameter| {
        let (spec, value) = (parameter.spec(), scenario.parameters[*parameter]);
        let confidence = parameter.figure(scenario.law()).confidence;
        let (sure, doubtful) = (language.confidence(confidence), confidence.is_doubtful());
        let changed = match scenario.parameters.is_changed(*parameter) {
            true => language.text(Text::WhyChanged),
            false => "",
        };
        let source = match language.parameter_source(*parameter, scenario.law()) {
            "" => language.text(Text::WhyNoSource).to_owned(),
            source => fill(language.text(Text::NoticeSource), &[("source", source.trim_end_matches('.'))]),
        };
        html! {
            <li key={spec.key} data-assumption={spec.key}>
                { trace(*parameter, language.parameter_name(*parameter), store) }
                { format!(": {} ", figure::set_to(language, *parameter, value, scenario.law())) }
                <em class="mark" hidden={changed.is_empty()}>{ changed }</em>
                <em class={classes!("sure", doubtful.then_some("mark"))}>{ sure }</em>
                <span class="source">{ format!(" {source}") }</span>
            </li>
        }
    };
    html! { <ul class="assumptions">{ for of.iter().filter(reached).map(row) }</ul> }
}

/// The title of the bars.
pub fn title(language: Language, measure: Measure) -> String {
    fill(language.text(Text::WhyTitle), &[("figure", question::figure(language, measure))])
}
