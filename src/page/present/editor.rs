//! A run of the visitor's own, to be written: kept at every letter.

mod step;

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::own::{Own, Owns};
use crate::page::navigation::PageProps;
use crate::present::run::{LONGEST_LINE, MOST_STEPS, Run, Step, clean};
use crate::scenario::link;
use crate::words::text::Text;
use step::{Edit, StepEditor};

#[derive(Properties, PartialEq)]
pub struct EditorProps {
    pub page: PageProps,
    pub kept: Own,
    pub own: Owns,
    pub close: Callback<()>,
}

/// The run with all its steps.
#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let language = props.page.state.language;
    let say = |text| language.text(text);
    let removed = use_state_eq(|| None::<(usize, Step)>);
    let run = props.kept.run.clone();
    let change = {
        let (owns, id, run) = (props.own.clone(), props.kept.id, run.clone());
        move |change: &dyn Fn(&mut Run)| {
            let mut changed = (*run).clone();
            change(&mut changed);
            owns.keep(id, changed);
        }
    };
    let title = {
        let change = change.clone();
        Callback::from(move |text: String| change(&|run| run.title.clone_from(&text)))
    };
    let about = {
        let change = change.clone();
        Callback::from(move |text: String| change(&|run| run.about.clone_from(&text)))
    };
    let add = {
        let (change, link) = (change.clone(), link::write(&props.page.state.scenario));
        move |_| change(&|run| run.steps.push(Step::of(link.clone())))
    };
    let restore = {
        let (change, removed) = (change.clone(), removed.clone());
        move |_| {
            if let Some((index, step)) = &*removed {
                change(&|run| run.steps.insert((*index).min(run.steps.len()), step.clone()));
                removed.set(None);
            }
        }
    };
    let steps = run.steps.iter().enumerate().map(|(index, step)| {
        let (change, removed, before) = (change.clone(), removed.setter(), step.clone());
        let onedit = Callback::from(move |edit: Edit| {
            if matches!(edit, Edit::Remove) {
                removed.set(Some((index, before.clone())));
            }
            change(&|run| edit.apply(run, index));
        });
        html! {
            <StepEditor key={index} {language} {index} count={run.steps.len()} step={step.clone()}
                plan={props.page.state.scenario.clone()} {onedit} />
        }
    });
    let close = props.close.reform(|_| ());
    html! {
        <section class="editor" data-editor={props.kept.id.to_string()}>
            <h1 class="page-title">{ say(Text::PresentEditor) }</h1>
            <p class="prose">{ say(Text::PresentEditorHelp) }</p>
            { line("editor-title", say(Text::PresentTitle), &run.title, title) }
            { line("editor-about", say(Text::PresentAbout), &run.about, about) }
            <ol class="editor-steps">{ for steps }</ol>
            <p role="status" class="present-lost" hidden={removed.is_none()}>
                { say(Text::PresentStepRemoved) }{ " " }
                <button type="button" class="button" data-do="restore-step" onclick={restore}>{ say(Text::PresentRestore) }</button>
            </p>
            <div class="buttons">
                <button type="button" class="button" data-do="add-step" disabled={run.steps.len() >= MOST_STEPS} onclick={add}>
                    { say(Text::PresentAddStep) }
                </button>
                <button type="button" class="button strong" data-do="close" onclick={close}>{ say(Text::PresentDone) }</button>
            </div>
        </section>
    }
}

/// A field of one line with its label.
fn line(id: &str, label: &'static str, value: &str, onchange: Callback<String>) -> Html {
    let oninput = move |event: InputEvent| {
        let field: HtmlInputElement = event.target_unchecked_into();
        onchange.emit(clean(&field.value(), LONGEST_LINE).replace('\n', " "));
    };
    html! {
        <label class="field" for={id.to_owned()}>
            <span>{ label }</span>
            <input id={id.to_owned()} type="text" autocomplete="off" maxlength={LONGEST_LINE.to_string()} value={value.to_owned()} {oninput} />
        </label>
    }
}

/// A field of several lines with its label.
fn area(id: &str, label: &'static str, value: &str, longest: usize, onchange: Callback<String>) -> Html {
    let oninput = move |event: InputEvent| {
        let field: HtmlTextAreaElement = event.target_unchecked_into();
        onchange.emit(clean(&field.value(), longest));
    };
    html! {
        <label class="field" for={id.to_owned()}>
            <span>{ label }</span>
            <textarea id={id.to_owned()} rows="2" maxlength={longest.to_string()} value={value.to_owned()} {oninput} />
        </label>
    }
}
