//! The parts of a step, in large type.

use std::rc::Rc;

use yew::prelude::*;

use super::big::Big;
use super::computed::Found;
use crate::chart::Theme;
use crate::page::explore::others::Kind;
use crate::page::explore::pinned::Beside;
use crate::page::explore::plots::{Seen, plots};
use crate::page::explore::{charts, verdicts};
use crate::page::parts::sheet::Plotted;
use crate::present::figure::Figure;
use crate::present::part::{Chart, Part};
use crate::scenario::{digits, published};
use crate::words::text::{Language, Text, fill};
use crate::words::{case, run, sentence, standard};

/// Whether a part takes half of the screen for itself.
pub fn is_wide(part: Part) -> bool {
    matches!(part, Part::Chart(_) | Part::Verdicts | Part::Case | Part::Sentence)
}

/// One part.
pub fn part(language: Language, part: Part, found: &Rc<Found>, theme: &Theme) -> Html {
    match part {
        Part::Setting => setting(language, found),
        Part::Sentence => {
            let told = sentence::sentences(language, &found.scenario, &found.outcome, Some(&found.bands));
            html! { <p key="sentence" class="stage-sentence" data-sentence="">{ told.join(" ") }</p> }
        }
        Part::Figure(of) => figure(language, of, found),
        Part::Chart(chart) => match plot(language, chart, found) {
            Some((title, plot)) => html! {
                <Big key={chart.name()} chart={chart.name()} {title} {language} {plot} theme={theme.clone()} />
            },
            None => html! { <p key={chart.name()}>{ language.text(Text::PresentNothing) }</p> },
        },
        Part::Verdicts => html! {
            <div key="verdicts">
                { verdicts::row(language, &answers(language, found)) }
            </div>
        },
        Part::Case => told(language, found),
    }
}

/// What a council says, or why there is nothing to say.
fn answers(language: Language, found: &Found) -> Result<verdicts::Verdicts, String> {
    verdicts::verdicts(&found.outcome, &found.bands)
        .ok_or_else(|| sentence::way_out(language, &found.scenario, &found.outcome).unwrap_or_default())
}

/// What is done, a line each, and what besides is not as shipped.
fn setting(language: Language, found: &Found) -> Html {
    let changes = run::setting(language, &found.scenario);
    let lines = match changes.is_empty() {
        true => vec![language.text(Text::MemoNothing).to_owned()],
        false => changes,
    };
    let lines = lines.into_iter().chain(standard::line(language, &found.scenario)).collect::<Vec<_>>();
    let line = |(index, line): (usize, String)| html! { <li key={index}>{ line }</li> };
    html! { <ul key="setting" class="stage-setting">{ for lines.into_iter().enumerate().map(line) }</ul> }
}

fn figure(language: Language, of: Figure, found: &Found) -> Html {
    let answer = of.answer(&found.scenario, &found.outcome, &found.bands);
    let between = run::between(language, of, &answer);
    let years = language.years(found.outcome.horizon);
    let when = match of {
        Figure::Posts | Figure::Payback => String::new(),
        _ => fill(language.text(Text::PresentAfter), &[("years", &years)]),
    };
    let values = [("between", &*between)];
    let band = fill(language.text(Text::PresentBand), &values);
    html! {
        <dl key={of.name()} class="stage-figure">
            <dt>{ run::figure(language, of) }{ " " }<span>{ when }</span></dt>
            <dd class="stage-value" data-figure={of.name()} data-value={digits::write(answer.value)}>
                { run::value(language, of, answer.value) }
            </dd>
            <dd class="stage-band" hidden={between.is_empty()}>{ band }</dd>
        </dl>
    }
}

/// What the case told.
fn told(language: Language, found: &Found) -> Html {
    let Some(index) = found.scenario.case_index() else {
        return html! { <p key="case">{ language.text(Text::PresentNoCase) }</p> };
    };
    let notes = language.published_notes(index);
    let note = |(index, note): (usize, &&'static str)| html! { <li key={index}>{ *note }</li> };
    html! {
        <div key="case" class="stage-case">
            <h2>{ language.case_name(index) }</h2>
            <p><strong>{ case::told(language, published::told(index).told) }</strong></p>
            <ul>{ for notes.iter().enumerate().map(note) }</ul>
            <p>{ fill(language.text(Text::NoticeSource), &[("source", language.case_source(index))]) }</p>
        </div>
    }
}

/// A chart and its title.
pub fn plot(language: Language, chart: Chart, found: &Rc<Found>) -> Option<(AttrValue, Plotted)> {
    let Found { scenario, outcome, bands } = &**found;
    let kind = match chart {
        Chart::Stock => {
            let plot = charts::stock(language, scenario, outcome);
            return Some((charts::stock_title(language, scenario).into(), Plotted(Rc::new(plot))));
        }
        Chart::Difference => {
            let plot = charts::difference(language, scenario, outcome, bands);
            return Some((language.text(Text::ChartDifference).into(), Plotted(Rc::new(plot))));
        }
        Chart::Net => {
            let plot = charts::net(language, scenario, outcome, bands);
            return Some((language.text(Text::ChartNet).into(), Plotted(Rc::new(plot))));
        }
        Chart::Where => Kind::Where,
        Chart::Yearly => Kind::Yearly,
        Chart::Purses => Kind::Purses,
        Chart::Room => Kind::Room,
        Chart::Staff => Kind::Staff,
        Chart::Caseload => Kind::Caseload,
        Chart::Minutes => Kind::Minutes,
        Chart::SickDays => Kind::SickDays,
        Chart::Turnover => Kind::Turnover,
    };
    let first = plots(kind, &Seen { language, scenario, outcome, bands, beside: &Beside::none() })
        .into_iter()
        .next()?;
    // A chart of one group is called by its people; here nothing around it says what it measures.
    Some((run::chart(language, chart).into(), first.plot))
}
