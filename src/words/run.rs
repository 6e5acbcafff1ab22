//! Runs for a room in words.

use super::amount::Amount;
use super::pins;
use super::question;
use super::sentence;
use super::text::{Language, Text, fill};
use crate::model::outcome::Payback;
use crate::model::tables::LEVERS;
use crate::present::figure::{Answer, Figure, Unit};
use crate::present::part::{Chart, Part};
use crate::present::run::{Run, Step};
use crate::present::shipped::{RUNS, ShippedStep};
use crate::questions::measure::Measure;
use crate::questions::setting::{as_today, present};
use crate::scenario::Scenario;
use crate::scenario::keys::Key;

/// A run that is there from the start, in a language.
pub fn shipped(language: Language, index: usize) -> Run {
    let texts = language.run_texts(index);
    let step = |(place, step): (usize, &ShippedStep)| {
        let [question, intro, after, notes] =
            texts.map(|list| list.get(place).copied().unwrap_or_default().to_owned());
        Step {
            question,
            intro,
            after,
            notes,
            link: step.link.to_owned(),
            open: ShippedStep::parts(step.show),
            hidden: ShippedStep::parts(step.reveal),
            guess: step.asked(),
            minutes: step.minutes,
        }
    };
    let steps = RUNS.get(index).map_or(&[][..], |run| run.steps);
    Run {
        title: language.run_name(index).to_owned(),
        about: language.run_about(index).to_owned(),
        steps: steps.iter().enumerate().map(step).collect(),
    }
}

/// What a scenario is called.
pub fn scenario(language: Language, scenario: &Scenario) -> String {
    pins::name(language, scenario)
}

/// How far one looks is no part of what is done.
const HORIZON: &str = "horizon";

/// What a plan does, a line for each main lever that is moved, and whose evidence it takes; other levers where only those
/// are moved.
pub fn setting(language: Language, scenario: &Scenario) -> Vec<String> {
    let today = as_today(scenario);
    let moved: Vec<Key> = Key::all()
        .filter(|key| matches!(key, Key::Lever(..)) && key.name() != HORIZON)
        .filter(|key| present(*key, scenario) != present(*key, &today))
        .collect();
    let main = |key: &&Key| matches!(key, Key::Lever(lever, _) if LEVERS[*lever].main);
    let line = |key: &Key| {
        let at = |scenario| pins::at(language, *key, scenario);
        let values =
            [("name", &*question::name(language, *key)), ("from", &*at(&today)), ("to", &*at(scenario))];
        fill(language.text(Text::PinsChange), &values)
    };
    let lines: Vec<String> = moved.iter().filter(main).map(line).collect();
    match lines.is_empty() {
        true => moved.iter().map(line).collect(),
        false => lines,
    }
}

/// The name of a figure.
pub fn figure(language: Language, figure: Figure) -> &'static str {
    match figure {
        Figure::Posts => language.text(Text::PresentPosts),
        Figure::Minutes => language.text(Text::PlotTitleMinutes),
        Figure::People => language.text(Text::ChartStock),
        Figure::Jobs => question::figure(language, Measure::Jobs(0)),
        Figure::Clarified => question::figure(language, Measure::Clarified(0)),
        Figure::Net => question::figure(language, Measure::Net(0)),
        Figure::StateNet => question::figure(language, Measure::StateNet(0)),
        Figure::CapPrice => question::figure(language, Measure::CapPrice(0)),
        Figure::Chance => language.text(Text::PresentChance),
        Figure::Payback => question::figure(language, Measure::Payback),
    }
}

/// What a figure is counted in.
pub fn unit(language: Language, figure: Figure) -> &'static str {
    language.text(match figure.unit() {
        Unit::Posts => Text::PresentUnitPosts,
        Unit::Minutes => Text::PlotMinutes,
        Unit::Persons => Text::PlotPersons,
        Unit::Millions => Text::PlotMillion,
        Unit::Percent => Text::PresentUnitPercent,
        Unit::Months => Text::PresentUnitMonths,
    })
}

/// A value of a figure, to what is known of it.
pub fn value(language: Language, figure: Figure, value: f64) -> String {
    match figure.unit() {
        Unit::Posts => language.plain(value),
        Unit::Minutes => fill(language.text(Text::PresentMinutes), &[("value", &language.persons(value))]),
        Unit::Persons if figure == Figure::People => language.persons(value),
        Unit::Persons | Unit::Millions => amount(figure).told(language, size(figure) * value),
        // No number: of what does nothing there is no chance.
        Unit::Percent if value.is_nan() => language.text(Text::AnswerDoesNothing).to_owned(),
        Unit::Percent => language.chance(value / 100.0),
        Unit::Months => sentence::payback(
            language,
            match value {
                0.0 => Payback::CostsNothing,
                months if months.is_finite() => Payback::After(months.round() as u16),
                _ => Payback::Never,
            },
        ),
    }
}

/// A value that somebody has guessed: as it was given.
pub fn guessed(language: Language, figure: Figure, value: f64) -> String {
    match figure.unit() {
        Unit::Millions => language.money(1e6 * value),
        Unit::Percent => language.percent(value / 100.0),
        _ => language.plain(value),
    }
}

/// Where nine of ten outcomes lie; empty where nothing is uncertain.
pub fn between(language: Language, figure: Figure, answer: &Answer) -> String {
    if figure == Figure::People {
        return language.persons_between(answer.between);
    }
    let size = size(figure);
    amount(figure).between(
        language,
        size * answer.value,
        answer.between.map(|ends| ends.map(|end| size * end)),
    )
}

/// Which words the sign of a figure has.
fn amount(figure: Figure) -> Amount {
    match figure {
        Figure::Net | Figure::StateNet => Amount::Net,
        Figure::CapPrice => Amount::Price,
        _ => Amount::More,
    }
}

/// What one of a figure's unit is: kroner are counted in millions.
fn size(figure: Figure) -> f64 {
    if figure.unit() == Unit::Millions { 1e6 } else { 1.0 }
}

/// The name of a part, as one chooses it.
pub fn part(language: Language, part: Part) -> String {
    let say = |text| language.text(text).to_owned();
    let named = |text, name: &str| fill(language.text(text), &[("name", name)]);
    match part {
        Part::Setting => say(Text::PresentPartSetting),
        Part::Sentence => say(Text::PresentPartSentence),
        Part::Verdicts => say(Text::VerdictTitle),
        Part::Case => say(Text::PresentPartCase),
        Part::Figure(of) => named(Text::PresentPartFigure, figure(language, of)),
        Part::Chart(of) => named(Text::PresentPartChart, chart(language, of)),
    }
}

/// The name of a chart.
pub fn chart(language: Language, chart: Chart) -> &'static str {
    language.text(match chart {
        Chart::Stock => Text::ChartStock,
        Chart::Net => Text::ChartNet,
        Chart::Difference => Text::ChartDifference,
        Chart::Where => Text::PlotTitleWhere,
        Chart::Yearly => Text::PlotTitleYearly,
        Chart::Purses => Text::PlotTitlePurses,
        Chart::Room => Text::PlotTitleRoom,
        Chart::Staff => Text::PlotTitleStaff,
        Chart::Caseload => Text::PlotTitleCaseload,
        Chart::Minutes => Text::PlotTitleMinutes,
        Chart::SickDays => Text::PlotTitleSickDays,
        Chart::Turnover => Text::PlotTitleTurnover,
    })
}

/// The lowest, the middle and the highest of what was guessed; empty where nothing was.
pub fn spread(language: Language, of: Figure, guesses: &[f64]) -> String {
    // A handful: the standard sort would weigh more than all the rest.
    let mut sorted: Vec<f64> = Vec::new();
    for guess in guesses {
        let place = sorted.iter().take_while(|other| *other <= guess).count();
        sorted.insert(place, *guess);
    }
    let (Some(low), Some(high)) = (sorted.first(), sorted.last()) else { return String::new() };
    let middle = (sorted[(sorted.len() - 1) / 2] + sorted[sorted.len() / 2]) / 2.0;
    let told = |value| guessed(language, of, value);
    let values = [
        ("count", &*language.persons(sorted.len() as f64)),
        ("low", &told(*low)),
        ("middle", &told(middle)),
        ("high", &told(*high)),
    ];
    fill(language.text(if sorted.len() == 1 { Text::PresentOneGuess } else { Text::PresentSpread }), &values)
}
