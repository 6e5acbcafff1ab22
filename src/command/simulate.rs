//! `raaderum simulate`.

use std::io::{self, Write};

use super::arguments::{Format, SimulateArguments};
use super::sheet::write_aligned;
use super::{Failure, Streams, given};
use crate::model::outcome::{Outcome, VERDICT_YEARS};
use crate::model::tables::GROUPS;
use crate::scenario::Scenario;
use crate::scenario::export::spread::months_of;
use crate::scenario::export::{self, Computed, Dialect};
use crate::surroundings::{self, Surroundings};
use crate::uncertainty::bands::{Bands, Spread};
use crate::uncertainty::series::Series;
use crate::words::amount::Amount;
use crate::words::sentence;
use crate::words::surroundings::about;
use crate::words::text::{Language, Text, fill};

/// Runs the scenario and writes what was asked for.
pub fn simulate(
    arguments: &SimulateArguments,
    language: Language,
    streams: &mut Streams,
) -> Result<(), Failure> {
    let computed = Computed::of(given::scenario(&arguments.given, language, streams)?);
    tell_of_few(&computed, language, streams.errors)?;
    let last = arguments.months.map_or(computed.outcome.horizon, usize::from);
    let computed = computed.with_bands(usize::from(arguments.draws), last);
    let surrounded = arguments.surroundings;
    let out = &mut *streams.output;
    match arguments.format {
        Format::Json if surrounded => {
            let why = "--surroundings: stands in the forms table and csv; json holds what the model gives";
            return Err(Failure::Refused(vec![why.to_owned()]));
        }
        Format::Json => export::json(&computed, last, out)?,
        Format::Csv => {
            let mut lines = Vec::new();
            export::csv(&computed, last, &mut lines)?;
            if surrounded {
                surroundings::csv(&computed.scenario, &computed.outcome, last, &mut lines)?;
            }
            let dialect = Dialect::of_decimal(language.style().decimal);
            out.write_all(dialect.lines(&String::from_utf8_lossy(&lines)).as_bytes())?;
        }
        Format::Table => {
            table(&computed, last.min(computed.last_month()), language, out)?;
            if surrounded {
                surroundings_of(&computed, language, out)?;
            }
        }
    }
    Ok(())
}

/// Groups that a plan moves and that hardly anybody is in: said where errors go, so that results stay what they are.
fn tell_of_few(computed: &Computed, language: Language, errors: &mut dyn Write) -> io::Result<()> {
    let few = computed.scenario.moved_groups().filter(|group| computed.scenario.has_few(*group));
    for group in few {
        let (name, few) = (language.group_name(group), language.text(Text::ExploreFew));
        writeln!(errors, "raaderum: {name}: {few}")?;
    }
    Ok(())
}

/// The sentence, a row for each year, and the answers.
fn table(computed: &Computed, last: usize, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let Computed { scenario, outcome, .. } = computed;
    let at_horizon = computed.bands.as_ref().filter(|bands| bands.watch.horizon == outcome.horizon);
    for sentence in sentence::sentences(language, scenario, outcome, at_horizon) {
        writeln!(out, "{sentence}")?;
    }
    writeln!(out)?;
    write_aligned(&years(outcome, last, language), out)?;
    if let Some(bands) = &computed.bands {
        writeln!(out, "\n{}", language.text(Text::CommandWithin))?;
        write_aligned(&spreads(bands, outcome, last, language), out)?;
    }
    writeln!(out)?;
    writeln!(out, "{}: {}", language.text(Text::HeadlinePayback), sentence::paid_back(language, outcome))?;
    for line in verdicts(scenario, outcome, language) {
        writeln!(out, "{line}")?;
    }
    if let Some(country) = &computed.country {
        let at = outcome.horizon;
        let jobs = Amount::People.told(language, country.extra_jobs(at));
        let amount = Amount::Net.told(language, country.public_net(at));
        let values = [("years", &*language.years(at)), ("jobs", &jobs), ("amount", &amount)];
        writeln!(out, "{}", fill(language.text(Text::CommandCountry), &values))?;
    }
    writeln!(out, "{}", language.text(Text::NoticeNotForecast))
}

/// What the surroundings of each group with people tend to do, as far as there is a series.
fn surroundings_of(computed: &Computed, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let Computed { scenario, outcome, .. } = computed;
    writeln!(out, "\n{}", language.text(Text::SurroundingsBandLong))?;
    for group in (0..GROUPS.len()).filter(|group| scenario.place.stock[*group] > 0.0) {
        let told = match Surroundings::of(scenario, group) {
            Some(usual) => about(language, scenario, &usual, outcome.horizon).join(" "),
            None => language.text(Text::SurroundingsNoSeries).to_owned(),
        };
        writeln!(out, "{}: {told}", language.group_people(group))?;
    }
    Ok(())
}

/// A heading and a line for each whole year up to the last month.
fn years(outcome: &Outcome, last: usize, language: Language) -> Vec<Vec<(String, bool)>> {
    let heads = [
        Text::ChartYear,
        Text::ChartStock,
        Text::ChartBaseline,
        Text::HeadlineJobs,
        Text::QuestionClarified,
        Text::HeadlineNet,
        Text::QuestionStateNet,
    ];
    let mut lines =
        vec![heads.iter().map(|head| (language.text(*head).to_owned(), true)).collect::<Vec<_>>()];
    for month in (0..=last).step_by(12) {
        let state = month.checked_sub(1).map_or(0.0, |end| outcome.scenario.months[end].state_net);
        let cells = [
            language.plain((month / 12) as f64),
            language.persons(outcome.scenario.months[month].stock()),
            language.persons(outcome.baseline.months[month].stock()),
            language.persons(outcome.extra_jobs(month)),
            language.persons(outcome.extra_clarified(month)),
            language.money(outcome.municipal_net(month)),
            language.money(state),
        ];
        lines.push(cells.into_iter().map(|cell| (cell, true)).collect());
    }
    lines
}

/// A heading and a line for each whole year: from and to where nine in ten draws lie.
fn spreads(bands: &Bands, outcome: &Outcome, last: usize, language: Language) -> Vec<Vec<(String, bool)>> {
    let columns: [(Text, Series); 5] = [
        (Text::ChartDifference, Series::StockChange),
        (Text::HeadlineJobs, Series::Jobs),
        (Text::QuestionClarified, Series::Clarified),
        (Text::HeadlineNet, Series::MunicipalNet),
        (Text::QuestionStateNet, Series::StateNet),
    ];
    let head = |text: Text| (language.text(text).to_owned(), true);
    let heads = columns.iter().map(|(text, _)| head(*text));
    let mut lines: Vec<Vec<_>> = vec![std::iter::once(head(Text::ChartYear)).chain(heads).collect()];
    let found = columns.map(|(_, series)| (series, months_of(bands, outcome, series, last)));
    for month in (0..=last).step_by(12) {
        let cell = |(series, months): &(Series, Vec<Spread>)| {
            let [from, .., to] = months.get(month).copied().unwrap_or_default();
            let said = |value: f32| match series.adds_up() {
                true => language.money(value.into()),
                false => language.persons(value.into()),
            };
            (fill(language.text(Text::QuestionFromTo), &[("from", &said(from)), ("to", &said(to))]), true)
        };
        let year = (language.plain((month / 12) as f64), true);
        lines.push(std::iter::once(year).chain(found.iter().map(cell)).collect());
    }
    lines
}

/// Which councils say yes and which say no, by how far they look ahead; or why there is nothing to answer.
fn verdicts(scenario: &Scenario, outcome: &Outcome, language: Language) -> Vec<String> {
    if let Some(why) = sentence::way_out(language, scenario, outcome) {
        return vec![why];
    }
    let line = |answer: bool, text: Text| {
        let said = outcome.verdicts?;
        let years = VERDICT_YEARS.iter().zip(said).filter(|(_, said)| *said == answer);
        let years: Vec<_> = years.map(|(years, _)| years.to_string()).collect();
        (!years.is_empty()).then(|| fill(language.text(text), &[("years", &years.join(", "))]))
    };
    [line(true, Text::CommandSaysYes), line(false, Text::CommandSaysNo)].into_iter().flatten().collect()
}
