//! One case: what was done, what was told, and what the model gives.

use std::rc::Rc;

use yew::prelude::*;

use super::picture::Picture;
use crate::model::tables::CASES;
use crate::page::state::{Action, Page, State};
use crate::questions::case::{Figure, Found};
use crate::questions::measure::Measure;
use crate::scenario::digits;
use crate::scenario::{Start, published};
use crate::words::case;
use crate::words::text::{Language, Text, fill};

#[derive(Properties, PartialEq)]
pub struct CardProps {
    pub case: usize,
    pub language: Language,
    pub found: Option<Rc<Found>>,
    pub store: UseReducerDispatcher<State>,
}

/// The case.
#[component]
pub fn Card(props: &CardProps) -> Html {
    let (case, language) = (props.case, props.language);
    let say = |text| language.text(text);
    let (id, name) = (CASES[case].id, language.case_name(case));
    let title = format!("case-{id}");
    let open = {
        let store = props.store.clone();
        move |_| {
            store.dispatch(Action::Begin(Start::Case(case)));
            store.dispatch(Action::Visit(Page::Explore));
        }
    };
    let doings = case::doings(language, case);
    let only_told = CASES[case].only_told;
    let doubt = language.case_doubt(case);
    let listed = |(index, line): (usize, &String)| html! { <li key={index}>{ line.clone() }</li> };
    let figures = props.found.as_ref().map(|found| found.figures.clone()).unwrap_or_default();
    let values = [("source", language.case_source(case).trim_end_matches('.'))];
    html! {
        <article class="case-card" data-case={id} aria-labelledby={title.clone()}>
            <h3 id={title}>{ name }</h3>
            <p class="case-told">{ case::told(language, published::told(case).told) }</p>
            <p>{ language.case_summary(case) }</p>
            <h4>{ say(Text::CasesDid) }</h4>
            <ul>{ for doings.iter().enumerate().map(listed) }</ul>
            <h4>{ say(Text::CasesTold) }</h4>
            <ul class="case-notes">{ for (0..CASES[case].published.len()).map(|index| note(language, case, index)) }</ul>
            <h4 hidden={only_told}>{ say(Text::CasesModel) }</h4>
            <div class="answer case-model" aria-busy={props.found.is_none().to_string()} hidden={only_told}>
                <p class="answer-busy" aria-hidden="true">{ say(Text::AskBusy) }</p>
                { for figures.iter().flatten().enumerate().map(|(index, figure)| comparison(language, index, figure)) }
                { props.found.as_ref().map(|found| plan(language, found)).unwrap_or_default() }
            </div>
            <div hidden={doubt.is_empty()}>
                <h4>{ say(Text::CasesDoubt) }</h4>
                <p>{ doubt }</p>
            </div>
            <h4>{ say(Text::CasesJudgement) }</h4>
            <p>{ language.case_judgement(case) }</p>
            <p class="source">{ fill(say(Text::NoticeSource), &values) }</p>
            <p hidden={only_told}>
                <button type="button" class="button" data-open-case={id} onclick={open}
                    aria-label={fill(say(Text::CasesOpenNamed), &[("name", name)])}>
                    { say(Text::CasesOpenCase) }
                </button>
            </p>
        </article>
    }
}

/// Something that was published: figure, years, how sure, and what was said.
fn note(language: Language, case: usize, index: usize) -> Html {
    let telling = case::telling(language, case, index).join(" · ");
    let note = language.published_notes(case).get(index).copied().unwrap_or_default();
    let source = match language.published_source(case, index) {
        "" => String::new(),
        source => fill(language.text(Text::NoticeSource), &[("source", source.trim_end_matches('.'))]),
    };
    html! {
        <li key={index}>
            <strong>{ telling }</strong>
            <span>{ note }</span>
            <span class="source">{ source }</span>
        </li>
    }
}

/// A published figure beside the model's.
fn comparison(language: Language, index: usize, found: &Figure) -> Html {
    let series = found.comparison.published;
    html! {
        <div key={index} class="case-figure" data-published={series.name}
            data-value={digits::write(found.comparison.research)}>
            <h5>{ case::series_name(language, series) }</h5>
            <Picture {language} figure={*found} />
            <p>{ case::both(language, found) }</p>
            <p>{ case::agreement(language, &found.comparison) }</p>
        </div>
    }
}

/// What the plan comes to.
fn plan(language: Language, found: &Found) -> Html {
    let nothing_to_compare = found.figures.iter().all(Option::is_none);
    let years = language.years(found.horizon);
    let posts = (language.text(Text::CasesPosts).to_owned(), language.posts(found.posts));
    let row = |name: String, written: String, id: Option<&'static str>, value: f64| {
        html! {
            <div key={name.clone()} data-case-figure={id} data-value={digits::write(value)}>
                <dt>{ name }</dt><dd>{ written }</dd>
            </div>
        }
    };
    let headlines = found.headlines.iter().map(|headline| {
        let (name, written) = case::headline(language, headline);
        let id = match headline.measure {
            Measure::StateNet(_) | Measure::Clarified(_) => None,
            measure => Some(measure.name()),
        };
        row(name, written, id, headline.value)
    });
    html! {
        <div key="plan">
            <p hidden={!nothing_to_compare}>{ language.text(Text::CasesNoFigure) }</p>
            <h5>{ fill(language.text(Text::CasesPlanAfter), &[("years", &years)]) }</h5>
            <dl class="case-plan">{ row(posts.0, posts.1, None, found.posts) }{ for headlines }</dl>
        </div>
    }
}
