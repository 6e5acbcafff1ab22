//! One step, to be written.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::area;
use crate::page::parts::number_field::NumberField;
use crate::present::figure::Figure;
use crate::present::part::Part;
use crate::present::run::{Asked, FARTHEST, LONGEST_LINE, LONGEST_NOTES, MOST_MINUTES, Run, Step};
use crate::scenario::{Scenario, link};
use crate::words::notice::refused;
use crate::words::run;
use crate::words::text::{Language, Text, fill};

/// What happens to a step.
pub enum Edit {
    /// It is now so.
    Set(Box<Step>),
    /// It changes places with the one before or after.
    Shift(isize),
    /// A copy of it comes after it.
    Copy,
    /// It goes.
    Remove,
}

impl Edit {
    /// Does it.
    pub fn apply(&self, run: &mut Run, index: usize) {
        match self {
            Self::Set(step) => {
                if let Some(there) = run.steps.get_mut(index) {
                    there.clone_from(step);
                }
            }
            Self::Shift(by) => run.shift(index, *by),
            Self::Copy => run.copy(index),
            Self::Remove if index < run.steps.len() => drop(run.steps.remove(index)),
            Self::Remove => {}
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct StepProps {
    pub language: Language,
    pub index: usize,
    pub count: usize,
    pub step: Step,
    /// The plan in hand.
    pub plan: Rc<Scenario>,
    pub onedit: Callback<Edit>,
}

/// The step.
#[component]
pub fn StepEditor(props: &StepProps) -> Html {
    let StepProps { language, index, step, .. } = props;
    let say = |text| language.text(text);
    let text = |field: fn(&mut Step) -> &mut String| {
        let (onedit, step) = (props.onedit.clone(), step.clone());
        Callback::from(move |text: String| {
            let mut step = step.clone();
            *field(&mut step) = text;
            onedit.emit(Edit::Set(Box::new(step)));
        })
    };
    let id = |name: &str| format!("step-{index}-{name}");
    let number = (index + 1).to_string();
    let button = |name: &'static str, text: Text, disabled: bool, edit: fn() -> Edit| {
        let onedit = props.onedit.clone();
        let label = fill(say(Text::PresentOfStep), &[("what", say(text)), ("number", &number)]);
        html! {
            <button key={name} type="button" class="button" data-do={name} aria-label={label} {disabled}
                onclick={move |_| onedit.emit(edit())}>{ say(text) }</button>
        }
    };
    html! {
        <li class="editor-step" data-editor-step={index.to_string()}>
            <div class="editor-head">
                <h2>{ fill(say(Text::PresentStepNumber), &[("number", &number)]) }</h2>
                <div class="buttons">
                    { button("up", Text::PresentUp, *index == 0, || Edit::Shift(-1)) }
                    { button("down", Text::PresentDown, *index + 1 >= props.count, || Edit::Shift(1)) }
                    { button("copy-step", Text::PresentCopyStep, false, || Edit::Copy) }
                    { button("remove-step", Text::PresentRemoveStep, false, || Edit::Remove) }
                </div>
            </div>
            { area(&id("question"), say(Text::PresentQuestion), &step.question, LONGEST_LINE, text(|step| &mut step.question)) }
            { area(&id("intro"), say(Text::PresentIntroField), &step.intro, LONGEST_LINE, text(|step| &mut step.intro)) }
            <StepScenario language={*language} index={*index} step={step.clone()} plan={props.plan.clone()} onedit={props.onedit.clone()} />
            { guess(props) }
            { parts(props) }
            { area(&id("after"), say(Text::PresentAfterField), &step.after, LONGEST_LINE, text(|step| &mut step.after)) }
            { area(&id("notes"), say(Text::PresentNotes), &step.notes, LONGEST_NOTES, text(|step| &mut step.notes)) }
            { minutes(props) }
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct ScenarioProps {
    language: Language,
    index: usize,
    step: Step,
    plan: Rc<Scenario>,
    onedit: Callback<Edit>,
}

/// The scenario: the plan in hand, or that of a link.
#[component]
fn StepScenario(props: &ScenarioProps) -> Html {
    let language = props.language;
    let say = |text| language.text(text);
    let field = use_node_ref();
    let told = use_state_eq(Vec::<String>::new);
    let scenario = props.step.scenario();
    let set = {
        let (onedit, step, told) = (props.onedit.clone(), props.step.clone(), told.setter());
        move |link: String| {
            told.set(Vec::new());
            onedit.emit(Edit::Set(Box::new(Step { link, ..step.clone() })));
        }
    };
    let plan = {
        let (set, link) = (set.clone(), link::write(&props.plan));
        move |_| set(link.clone())
    };
    let paste = {
        let (field, told) = (field.clone(), told.setter());
        move |_| {
            let Some(field) = field.cast::<HtmlInputElement>() else { return };
            let typed = field.value();
            let fragment = typed.split_once('#').map_or(&*typed, |(_, fragment)| fragment).trim().to_owned();
            let read = link::read(&fragment);
            if fragment.is_empty() || !read.problems.is_empty() {
                let problems = read.problems.iter().map(|problem| refused(language, problem));
                told.set(
                    std::iter::once(language.text(Text::PresentBadLink).to_owned()).chain(problems).collect(),
                );
                return;
            }
            field.set_value("");
            set(link::write(&read.scenario));
        }
    };
    let id = format!("step-{}-link", props.index);
    let lines = told.iter().enumerate().map(|(index, line)| html! { <p key={index}>{ line }</p> });
    html! {
        <fieldset class="editor-scenario">
            <legend>{ say(Text::PresentScenario) }</legend>
            <p data-scenario={props.step.link.clone()}><strong>{ run::scenario(language, &scenario) }</strong></p>
            <p class="lever-note">{ run::setting(language, &scenario).join(" · ") }</p>
            <div class="buttons">
                <button type="button" class="button" data-do="use-plan" onclick={plan}>{ say(Text::PresentUsePlan) }</button>
            </div>
            <label class="field" for={id.clone()}><span>{ say(Text::PresentLink) }</span>
                <input ref={field} {id} type="text" autocomplete="off" data-link="" />
            </label>
            <div class="buttons">
                <button type="button" class="button" data-do="use-link" onclick={paste}>{ say(Text::PresentUseLink) }</button>
            </div>
            <div class="entry-problem" role="alert" data-link-problem="">{ for lines }</div>
        </fieldset>
    }
}

/// What is guessed, and between which ends.
fn guess(props: &StepProps) -> Html {
    let StepProps { language, index, step, onedit, .. } = props;
    let say = |text| language.text(text);
    let set = {
        let (onedit, step) = (onedit.clone(), step.clone());
        move |guess: Option<Asked>| onedit.emit(Edit::Set(Box::new(Step { guess, ..step.clone() })))
    };
    let onchange = {
        let (set, before) = (set.clone(), step.guess);
        move |event: Event| {
            let name = event.target_unchecked_into::<HtmlSelectElement>().value();
            set(Figure::parse(&name).map(|figure| match before {
                Some(asked) => Asked { figure, ..asked },
                None => Asked { figure, from: 0.0, to: 100.0 },
            }));
        }
    };
    let option = |(figure, name): &(Figure, &'static str)| {
        let selected = step.guess.is_some_and(|asked| asked.figure == *figure);
        html! { <option key={*name} value={*name} {selected}>{ run::figure(*language, *figure) }</option> }
    };
    let ends = step.guess.map(|asked| {
        let unit = run::unit(*language, asked.figure);
        let end = |name: &str, text: Text, value: f64, [min, max]: [f64; 2], with: fn(Asked, f64) -> Asked| {
            let set = set.clone();
            let onchange = Callback::from(move |value| set(Some(with(asked, value))));
            let label = fill(say(text), &[("unit", unit)]);
            html! {
                <span class="field-short">
                    <span aria-hidden="true">{ label.clone() }</span>
                    <NumberField id={format!("step-{index}-{name}")} {label} language={*language} {value} {min} {max} {onchange} />
                </span>
            }
        };
        html! {
            <>
                { end("from", Text::PresentFrom, asked.from, [-FARTHEST, asked.to - 1.0], |asked, from| Asked { from, ..asked }) }
                { end("to", Text::PresentTo, asked.to, [asked.from + 1.0, FARTHEST], |asked, to| Asked { to, ..asked }) }
            </>
        }
    });
    let id = format!("step-{index}-guess");
    html! {
        <div class="editor-row">
            <label class="field" for={id.clone()}><span>{ say(Text::PresentGuessed) }</span>
                <select {id} data-guess-figure="" {onchange}>
                    <option value="" selected={step.guess.is_none()}>{ say(Text::PresentNoGuess) }</option>
                    { for Figure::ALL.iter().map(option) }
                </select>
            </label>
            <div class="editor-ends">{ ends.unwrap_or_default() }</div>
        </div>
    }
}

/// What is shown: at once, with the answer, or not at all.
fn parts(props: &StepProps) -> Html {
    let StepProps { language, index, step, onedit, .. } = props;
    let say = |text| language.text(text);
    let row = |part: Part| {
        let (id, name) = (format!("step-{index}-{}", part.name()), part.name());
        let state = if step.open.contains(&part) {
            "show"
        } else if step.hidden.contains(&part) {
            "reveal"
        } else {
            ""
        };
        let (onedit, step) = (onedit.clone(), step.clone());
        let onchange = move |event: Event| {
            let mut step = step.clone();
            step.open.retain(|other| *other != part);
            step.hidden.retain(|other| *other != part);
            match &*event.target_unchecked_into::<HtmlSelectElement>().value() {
                "show" => step.open.push(part),
                "reveal" => step.hidden.push(part),
                _ => {}
            }
            onedit.emit(Edit::Set(Box::new(step)));
        };
        let options =
            [("", Text::PresentNotShown), ("show", Text::PresentAtOnce), ("reveal", Text::PresentWithAnswer)];
        let option = |(value, text): (&'static str, Text)| {
            html! { <option key={value} {value} selected={state == value}>{ say(text) }</option> }
        };
        html! {
            <div key={name.clone()} class="editor-part">
                <label for={id.clone()}>{ run::part(*language, part) }</label>
                <select {id} data-part={name} {onchange}>{ for options.into_iter().map(option) }</select>
            </div>
        }
    };
    let shown =
        |parts: &[Part]| parts.iter().map(|part| run::part(*language, *part)).collect::<Vec<_>>().join(", ");
    let values = [("open", &*shown(&step.open)), ("hidden", &*shown(&step.hidden))];
    html! {
        <details class="editor-parts">
            <summary>{ say(Text::PresentParts) }</summary>
            <p class="lever-note">{ fill(say(Text::PresentPartsNow), &values) }</p>
            <div class="editor-list">{ for Part::all().map(row) }</div>
        </details>
    }
}

fn minutes(props: &StepProps) -> Html {
    let StepProps { language, index, step, onedit, .. } = props;
    let (onedit, step_now) = (onedit.clone(), step.clone());
    let onchange = Callback::from(move |minutes: f64| {
        let whole = minutes.round() as u16;
        let minutes = (whole > 0).then_some(whole);
        onedit.emit(Edit::Set(Box::new(Step { minutes, ..step_now.clone() })));
    });
    let label = language.text(Text::PresentMinutesField);
    html! {
        <span class="field-short">
            <span aria-hidden="true">{ label }</span>
            <NumberField id={format!("step-{index}-minutes")} {label} language={*language}
                value={f64::from(step.minutes.unwrap_or(0))} min={0.0} max={f64::from(MOST_MINUTES)} {onchange} />
        </span>
    }
}
