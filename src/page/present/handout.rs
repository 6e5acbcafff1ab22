//! A run on paper: each question with the model's answer, its chart, and what the room has guessed. It is made when it is
//! printed.

use std::rc::Rc;

use yew::prelude::*;

use super::computed::{Found, found};
use super::guesses::GuessPlot;
use super::part::plot;
use super::room::{Room, View};
use crate::page::explore::memo::today;
use crate::page::explore::verdicts::told;
use crate::page::out::{Around, sized_svg};
use crate::page::paper::use_paper;
use crate::page::parts::sheet::Picture;
use crate::page::theme;
use crate::present::part::Part;
use crate::present::run::{Run, Step};
use crate::present::show::Guess;
use crate::words::text::{Language, Text, fill};
use crate::words::{run, sentence, standard};

/// Width of the sheet's text and height of a chart on it, CSS pixels.
const CHART: [f64; 2] = [690.0, 170.0];

#[derive(Properties, PartialEq)]
pub struct HandoutProps {
    pub language: Language,
    pub room: UseReducerHandle<Room>,
}

/// Nothing on the screen.
#[component]
pub fn Handout(props: &HandoutProps) -> Html {
    let printing = use_paper();
    let sheet = match (printing, chosen(&props.room)) {
        (true, Some((run, guesses))) => sheet(props.language, &run, &guesses),
        _ => Html::default(),
    };
    html! { <section class="handout" aria-hidden={(!printing).to_string()}>{ sheet }</section> }
}

/// What goes onto paper: the run that was asked for, else the show on the stage; with the guesses where they are of it.
fn chosen(room: &Room) -> Option<(Rc<Run>, Vec<Vec<Guess>>)> {
    let of_show = |run: &Run| {
        let show = room.show.as_ref().filter(|show| show.run() == run);
        let guesses = |show: &Rc<crate::present::show::Show>| {
            (0..run.steps.len()).map(|step| show.guesses(step).to_vec()).collect()
        };
        show.map(guesses).unwrap_or_default()
    };
    let run = match room.view {
        View::Stage => room.show.as_ref().map(|show| Rc::new(show.run().clone())),
        _ => room.printed.clone(),
    }?;
    let guesses = of_show(&run);
    Some((run, guesses))
}

fn sheet(language: Language, run: &Run, guesses: &[Vec<Guess>]) -> Html {
    let say = |text| language.text(text);
    let step = |(index, step): (usize, &Step)| {
        let given = guesses.get(index).map_or(&[][..], Vec::as_slice);
        html! { <section key={index} class="handout-step">{ self::step(language, index, step, given) }</section> }
    };
    html! {
        <>
            <p class="memo-kind">{ say(Text::PresentHandout) }<span>{ say(Text::SiteName) }</span></p>
            <h1>{ run.title.clone() }</h1>
            <p class="memo-about">{ today(language) }{ " · " }{ run.about.clone() }</p>
            { for run.steps.iter().enumerate().map(step) }
            <p class="memo-small">{ say(Text::NoticeNotForecast) }{ " " }{ say(Text::NoticeWeakEvidence) }</p>
        </>
    }
}

fn step(language: Language, index: usize, step: &Step, guesses: &[Guess]) -> Html {
    let found = found(&step.link);
    let standard = standard::line(language, &found.scenario);
    let setting: Vec<String> = run::setting(language, &found.scenario).into_iter().chain(standard).collect();
    let shown = || step.open.iter().chain(&step.hidden);
    let figures = shown().filter_map(|part| match part {
        Part::Figure(figure) => Some(*figure),
        _ => None,
    });
    let figures = figures.map(|figure| {
        let answer = figure.answer(&found.scenario, &found.outcome, &found.bands);
        let between = run::between(language, figure, &answer);
        let band = if between.is_empty() { between } else { format!(" ({between})") };
        format!("{}: {}{band}", run::figure(language, figure), run::value(language, figure, answer.value))
    });
    let figures: Vec<String> = figures.collect();
    let axis = step.guess.map(|asked| {
        let answer = asked.figure.answer(&found.scenario, &found.outcome, &found.bands);
        let plot = GuessPlot::new(language, asked, guesses, Some(answer));
        picture(&plot, run::figure(language, asked.figure).to_owned(), language)
    });
    let values: Vec<f64> = guesses.iter().map(|guess| guess.value).collect();
    let spread = step.guess.map(|asked| run::spread(language, asked.figure, &values)).unwrap_or_default();
    let others = shown().filter_map(|part| other(language, *part, &found));
    html! {
        <>
            <h2>{ format!("{}. {}", index + 1, step.question) }</h2>
            <p>{ setting.join(" · ") }</p>
            <p><strong>{ figures.join(" · ") }</strong></p>
            { axis.unwrap_or_default() }
            <p>{ spread }</p>
            { for others }
            <p>{ step.after.clone() }</p>
            <p class="memo-small memo-link">{ format!("#{}", step.link) }</p>
        </>
    }
}

/// A part that is neither figure nor setting.
fn other(language: Language, part: Part, found: &Rc<Found>) -> Option<Html> {
    Some(match part {
        Part::Chart(chart) => {
            let (title, plot) = plot(language, chart, found)?;
            picture(&*plot.0, title.to_string(), language)
        }
        Part::Verdicts => html! {
            <p><strong>{ language.text(Text::VerdictTitle) }</strong>{ " " }{ told(language, &found.scenario, &found.outcome, &found.bands) }</p>
        },
        Part::Sentence => {
            let told = sentence::sentences(language, &found.scenario, &found.outcome, Some(&found.bands));
            html! { <p>{ told.join(" ") }</p> }
        }
        Part::Case => {
            let case = found.scenario.case_index()?;
            let notes = language.published_notes(case).join(" ");
            let source = fill(language.text(Text::NoticeSource), &[("source", language.case_source(case))]);
            html! { <p>{ format!("{}. {notes} {source}", language.case_name(case)) }</p> }
        }
        Part::Setting | Part::Figure(_) => return None,
    })
}

/// Drawing elements: an image would still be on its way when the sheet is laid out.
fn picture(plot: &dyn Picture, title: String, language: Language) -> Html {
    let around = Around { title, above: Vec::new(), below: Vec::new(), language };
    let drawn = sized_svg(plot, &around, &theme::on_paper(), CHART);
    Html::from_html_unchecked(AttrValue::from(Rc::from(drawn)))
}
