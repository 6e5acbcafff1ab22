//! One question on the page: what is chosen, the answer in words, then as a picture and as a table.

use std::rc::Rc;

use yew::prelude::*;

use super::answers::Answered;
use super::asked::{Answer, Question, Told, use_answer};
use super::drivers;
use super::fields::{Choices, Fields, is_axis, levers};
use super::further::use_further;
use super::map;
use super::next_post;
use super::reform;
use crate::page::parts::chart::{Chart, Picture, Plotted};
use crate::page::state::{Action, State};
use crate::page::theme::Paint;
use crate::questions::measure::Measure;
use crate::questions::policy_map::Map;
use crate::questions::setting::Setting;
use crate::scenario::Scenario;
use crate::scenario::digits;
use crate::scenario::keys::Key;
use crate::words::text::{Language, Text};

/// A question of the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Topic {
    BreakEven,
    NextPost,
    Map,
    Dial,
    Drivers,
    Reform,
}

/// The most posts that are shared out.
const MOST_POSTS: f64 = 50.0;
/// What a goal may be: kroner, and persons.
const GOALS: [[f64; 2]; 2] = [[-10_000.0, 10_000.0], [-100_000.0, 100_000.0]];

impl Topic {
    /// In the order of the page.
    pub const ALL: [Self; 6] =
        [Self::BreakEven, Self::NextPost, Self::Map, Self::Dial, Self::Drivers, Self::Reform];

    /// As in `data-question`, with its title and what it answers.
    fn row(self) -> (&'static str, Text, Text) {
        match self {
            Self::BreakEven => ("break_even", Text::AskBreakEven, Text::AskBreakEvenHelp),
            Self::NextPost => ("next_post", Text::AskNextPost, Text::AskNextPostHelp),
            Self::Map => ("map", Text::AskMap, Text::AskMapHelp),
            Self::Dial => ("dial", Text::AskDial, Text::AskDialHelp),
            Self::Drivers => ("drivers", Text::AskDrivers, Text::AskDriversHelp),
            Self::Reform => ("reform", Text::LawTitle, Text::LawHelp),
        }
    }

    pub fn name(self) -> &'static str {
        self.row().0
    }

    fn question(self, scenario: &Scenario, choices: &Choices) -> Option<Question> {
        // Of the payback, which may never come, there is neither a map nor a best split.
        let measure = match choices.measure(scenario) {
            Measure::Payback => Measure::Net(choices.month(scenario)),
            measure => measure,
        };
        Some(match self {
            Self::BreakEven => Question::BreakEven(choices.x(scenario)?, choices.goal(scenario)),
            Self::NextPost => Question::NextPost(measure, choices.posts),
            Self::Map => {
                let axis = |key: Option<Key>| key.filter(is_axis);
                Question::Map(axis(choices.x(scenario))?, axis(choices.y(scenario))?, measure)
            }
            Self::Dial => Question::Dial(choices.month(scenario)),
            Self::Drivers => Question::Drivers(measure),
            Self::Reform => Question::Reform(choices.before, measure),
        })
    }
}

#[derive(Properties, PartialEq)]
pub struct SectionProps {
    pub topic: Topic,
    pub state: State,
    pub store: UseReducerDispatcher<State>,
    pub paint: Paint,
}

/// One question.
#[component]
pub fn Section(props: &SectionProps) -> Html {
    let State { scenario, language, .. } = &props.state;
    let (topic, language) = (props.topic, *language);
    let choices = use_state_eq(Choices::default);
    let asked = use_answer(scenario, topic.question(scenario, &choices));
    let further = use_further(scenario, asked.told.clone(), choices.pick);
    let drawn = (asked.told.clone(), language, choices.pick);
    let picture = use_memo(drawn, |(told, language, pick)| picture(told.as_deref()?, *language, *pick));
    let (name, title, help) = topic.row();
    let fields = Fields { topic: name, language, scenario, choices: &choices };
    let title_id = format!("{name}-title");
    let onkeydown = keys(asked.told.clone(), &choices, &props.store);
    html! {
        <section class="topic" data-question={name} aria-labelledby={title_id.clone()}>
            <h2 id={title_id} class="topic-title">{ language.text(title) }</h2>
            <p class="lever-note">{ language.text(help) }</p>
            <div class="fields">{ self::fields(topic, &fields) }</div>
            <div class="answer" aria-busy={asked.busy.to_string()} {onkeydown}>
                <p class="answer-busy" aria-hidden="true">{ language.text(Text::AskBusy) }</p>
                { view(props, asked.told.as_deref(), &choices, (*picture).clone(), further.as_deref()) }
            </div>
        </section>
    }
}

/// What can be chosen of a question.
fn fields(topic: Topic, fields: &Fields) -> Html {
    let (scenario, choices) = (fields.scenario, **fields.choices);
    let all = levers(scenario);
    let axes: Vec<Key> = all.iter().copied().filter(is_axis).collect();
    let x = |among: &[Key], text| {
        fields.lever("x", text, among, choices.x(scenario), |choices, key| choices.x = Some(key))
    };
    match topic {
        Topic::BreakEven => html! {
            <>{ x(&all, Text::AskLever) }{ fields.measure(Text::AskGoal, true) }{ goal(fields) }{ fields.years() }{ fields.helps(&[choices.x(scenario)]) }</>
        },
        Topic::NextPost => html! {
            <>
                { fields.number(Text::AskPosts, f64::from(choices.posts), [1.0, MOST_POSTS], |choices, posts| {
                    choices.posts = posts as u16;
                }) }
                { fields.measure(Text::AskBestFor, false) }
                { fields.years() }
            </>
        },
        Topic::Map => html! {
            <>
                { x(&axes, Text::AskAcross) }
                { fields.lever("y", Text::AskUp, &axes, choices.y(scenario), |choices, key| choices.y = Some(key)) }
                { fields.measure(Text::AskShown, false) }
                { fields.years() }
                { fields.helps(&[choices.x(scenario), choices.y(scenario)]) }
            </>
        },
        Topic::Dial => fields.years(),
        Topic::Drivers => html! { <>{ fields.measure(Text::AskFigure, false) }{ fields.years() }</> },
        Topic::Reform => html! {
            <>{ fields.before() }{ fields.measure(Text::AskFigure, false) }{ fields.years() }</>
        },
    }
}

/// What the figure is to reach; a payback is only asked whether it comes in time.
fn goal(fields: &Fields) -> Html {
    let measure = fields.choices.measure(fields.scenario);
    let less = measure.less_is_better();
    let goal = fields.choices.goal;
    match (measure, measure.is_money()) {
        (Measure::Payback, _) => html! { <div key="number" hidden=true></div> },
        (_, true) => {
            let text = if less { Text::AskAtMostMillions } else { Text::AskAtLeastMillions };
            fields.number(text, goal / 1e6, GOALS[0], |choices, value| choices.goal = value * 1e6)
        }
        (_, false) => {
            let text = if less { Text::AskAtMostPersons } else { Text::AskAtLeastPersons };
            fields.number(text, goal, GOALS[1], |choices, value| choices.goal = value)
        }
    }
}

/// The part of an answer that is drawn on a canvas.
fn picture(told: &Told, language: Language, pick: Option<[usize; 2]>) -> Option<Plotted> {
    let picture: Rc<dyn Picture> = match &told.answer {
        Answer::Map(map) => Rc::new(map::plot(language, map.as_ref()?, pick)),
        Answer::NextPost(places, ..) => Rc::new(next_post::dots(language, places)),
        Answer::Drivers(found) => Rc::new(drivers::bars(language, told.question.measure(), found)?),
        Answer::Reform(found) => Rc::new(reform::bars(language, told.question.measure(), found.as_ref()?)?),
        _ => return None,
    };
    Some(Plotted(picture))
}

/// The answer.
fn view(
    props: &SectionProps,
    told: Option<&Told>,
    choices: &UseStateHandle<Choices>,
    picture: Option<Plotted>,
    further: Option<&Told>,
) -> Html {
    let language = props.state.language;
    let Some(told) = told else { return html! { <div key="none" class="answer-none"></div> } };
    let answered = Answered { language, told, store: &props.store };
    let further = further.map(|told| &told.answer);
    let chart =
        |chart: &'static str, title: Text, note: Text, onpick: Option<Callback<[f64; 2]>>| match &picture {
            Some(plot) => html! {
                <Chart {chart} title={language.text(title)} note={html! { language.text(note) }} {language}
                    plot={plot.clone()} paint={props.paint.clone()} resting={true} {onpick} />
            },
            None => html! { <div></div> },
        };
    let body = match &told.answer {
        Answer::BreakEven(Some(answer)) => {
            let odds = match further {
                Some(Answer::Odds(odds)) => odds.as_ref(),
                _ => None,
            };
            answered.break_even(answer, odds)
        }
        Answer::NextPost(places, first, all) => {
            let dots = chart("next_post", Text::AskNextPostChart, Text::AskNextPostNote, None);
            answered.next_post(places, first, all, dots)
        }
        Answer::Map(Some(found)) => {
            let read = {
                let choices = choices.clone();
                // The plot stands for the map that was last drawn, which is this one.
                let sides = map::sides(found);
                Callback::from(move |at: [f64; 2]| {
                    choices.set(Choices { pick: Some(map::cell(sides, at)), ..*choices });
                })
            };
            let band = match further {
                Some(Answer::Band(band)) => *band,
                _ => None,
            };
            answered.map(
                found,
                choices.pick,
                band,
                chart("map", Text::AskMapChart, Text::AskMapNote, Some(read)),
            )
        }
        Answer::Dial(dials) => answered.dials(dials),
        Answer::Drivers(found) => {
            let words = drivers::words(language, told.question.measure(), found);
            let bars = match picture {
                Some(_) => chart("drivers", Text::AskDriversChart, Text::AskDriversNote, None),
                None => html! { <div></div> },
            };
            html! { <><p class="answer-words">{ words }</p>{ bars }</> }
        }
        Answer::Reform(Some(found)) => {
            let bars = match picture {
                Some(_) => chart("reform", Text::LawChart, Text::LawNote, None),
                None => html! { <div></div> },
            };
            reform::view(language, told.question.measure(), found, bars)
        }
        Answer::Reform(None) => {
            html! { <p class="answer-words">{ language.text(Text::WhyNotShared) }</p> }
        }
        Answer::BreakEven(None) | Answer::Map(None) => {
            html! { <p class="answer-words">{ language.text(Text::AskSameLever) }</p> }
        }
        Answer::Why(_) | Answer::Band(_) | Answer::Odds(_) => html! { <div></div> },
    };
    html! { <div key="answer" class="answer-parts">{ body }</div> }
}

/// Arrow keys read the map cell by cell, Enter goes there.
fn keys(
    told: Option<Rc<Told>>,
    choices: &UseStateHandle<Choices>,
    store: &UseReducerDispatcher<State>,
) -> Option<Callback<KeyboardEvent>> {
    let told = told.filter(|told| matches!(told.answer, Answer::Map(Some(_))))?;
    let (choices, store) = (choices.clone(), store.clone());
    Some(Callback::from(move |event: KeyboardEvent| {
        let Answer::Map(Some(map)) = &told.answer else { return };
        // Only on the map itself: in lists and buttons these keys have their own meaning.
        let target = event.target_dyn_into::<web_sys::Element>();
        if !target.is_some_and(|target| target.has_attribute("data-map")) {
            return;
        }
        let from = choices.pick.unwrap_or_else(|| map::here(map));
        let key = event.key();
        if let Some(pick) = map::step(map, from, &key) {
            event.prevent_default();
            choices.set(Choices { pick: Some(pick), ..*choices });
        } else if key == "Enter" {
            go_there(map, from, &store);
        }
    }))
}

/// Moves both levers of a map to a cell.
pub fn go_there(map: &Map, [column, row]: [usize; 2], store: &UseReducerDispatcher<State>) {
    for (axis, place) in [(&map.x, column), (&map.y, row)] {
        if let Some(Setting::Number(value)) = axis.settings.get(place) {
            store.dispatch(Action::Set(axis.key, digits::write(*value)));
        }
    }
}
