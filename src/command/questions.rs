//! `raaderum break-even`, `next-post`, `map`, `why`, `dial`, `drivers` and `compare`.

mod break_even;
mod draws;
mod map;
mod reform;

pub use break_even::solve;
pub use draws::{compare, drivers};
pub use map::map;
pub use reform::reform;

use super::arguments::questions::{DialArguments, Figure, From, NextPostArguments, WhyArguments};
use super::arguments::{Format, Given};
use super::sheet::{Cell, Sheet};
use super::{Failure, Streams, given};
use crate::model::tables::GROUPS;
use crate::questions::break_even::{BreakEven, Goal};
use crate::questions::dial::{GroupDial, dials};
use crate::questions::measure::Measure;
use crate::questions::next_post::{Margin, Place, margins, split};
use crate::questions::setting::Setting;
use crate::questions::why::{Part, Since, why};
use crate::scenario::Scenario;
use crate::scenario::keys::Key;
use crate::scenario::link::{Problem, Reason};
use crate::words::text::{Language, Text, fill};
use crate::words::{notice, question, standard};

/// What is said of an answer, and the answer.
struct Told {
    lines: Vec<String>,
    sheet: Sheet,
}

impl Told {
    /// The table comes with the sentences; the other forms are for programs.
    fn write(&self, format: Format, language: Language, streams: &mut Streams) -> Result<(), Failure> {
        if format == Format::Table {
            for line in &self.lines {
                writeln!(streams.output, "{line}")?;
            }
            if self.sheet.rows.is_empty() {
                return Ok(());
            }
            writeln!(streams.output)?;
            return Ok(short(&self.sheet).write(format, language, streams.output)?);
        }
        Ok(self.sheet.write(format, language, streams.output)?)
    }
}

/// The same with six figures: enough for reading.
fn short(sheet: &Sheet) -> Sheet {
    let mut short = sheet.clone();
    for cell in short.rows.iter_mut().flatten() {
        if let Cell::Number(value) = cell {
            *value = format!("{value:.5e}").parse().unwrap_or(*value);
        }
    }
    short
}

/// A scenario and the figure that is asked for.
fn asked(
    given: &Given,
    figure: &Figure,
    language: Language,
    streams: &mut Streams,
) -> Result<(Scenario, Measure, u16), Failure> {
    let scenario = given::scenario(given, language, streams)?;
    let month = figure.month.unwrap_or(scenario.policy.horizon);
    // The command line takes no other names than these.
    let measure = Measure::parse(&figure.measure, month).unwrap_or(Measure::Net(month));
    Ok((scenario, measure, month))
}

fn key(name: &str, language: Language) -> Result<Key, Failure> {
    Key::parse(name).ok_or_else(|| {
        let problem = Problem { key: name.to_owned(), value: String::new(), reason: Reason::UnknownKey };
        Failure::Refused(vec![notice::refused(language, &problem)])
    })
}

fn refused(language: Language, text: Text, values: &[(&str, &str)]) -> Failure {
    Failure::Refused(vec![fill(language.text(text), values)])
}

/// A number, or nothing where it is none: a payback that never comes.
fn number(value: f64) -> Cell {
    value.is_finite().then_some(value).into()
}

/// `next-post`
pub fn next_post(
    arguments: &NextPostArguments,
    language: Language,
    streams: &mut Streams,
) -> Result<(), Failure> {
    let (scenario, measure, month) = asked(&arguments.given, &arguments.figure, language, streams)?;
    let split_of = |posts| split(&scenario, posts, measure);
    let (first, shared) = (split_of(1), split_of(arguments.posts));
    let places = margins(&scenario, month, measure, usize::from(arguments.draws));
    let mut lines = question::best_place(language, &places, &first, shared.left);
    lines.push(difference(language, measure, shared.value));
    lines.extend(question::closed_groups(language, &scenario));
    lines.extend(standard::line(language, &scenario));
    let mut sheet = Sheet::new(&[
        "group", "posts", "caseload", "net", "jobs", "split", "best", "net_p5", "net_p95", "jobs_p5",
        "jobs_p95",
    ]);
    for Place { group, posts, more } in places {
        let of = |figure: fn(&Margin) -> f64| Cell::from(more.as_ref().map(figure));
        let mut row = vec![GROUPS[group].id.into(), posts.into(), of(|more| more.caseload)];
        row.extend([of(|more| more.net.central), of(|more| more.jobs.central), shared.posts[group].into()]);
        row.push(of(|more| more.best.into()));
        row.extend([of(|more| more.net.spread[0].into()), of(|more| more.net.spread[4].into())]);
        row.extend([of(|more| more.jobs.spread[0].into()), of(|more| more.jobs.spread[4].into())]);
        sheet.rows.push(row);
    }
    Told { lines, sheet }.write(arguments.format, language, streams)
}

fn difference(language: Language, measure: Measure, [before, after]: [f64; 2]) -> String {
    let (before, after) =
        (question::value(language, measure, before), question::value(language, measure, after));
    let values = [("figure", question::figure(language, measure)), ("before", &before), ("after", &after)];
    fill(language.text(Text::QuestionDifference), &values)
}

fn cell(setting: Setting) -> Cell {
    match setting {
        Setting::Number(value) => value.into(),
        Setting::Word(word) => word.into(),
    }
}

/// `why`
pub fn explain(arguments: &WhyArguments, language: Language, streams: &mut Streams) -> Result<(), Failure> {
    let (scenario, measure, _) = asked(&arguments.given, &arguments.figure, language, streams)?;
    let since = match arguments.since {
        From::Start => Since::Began,
        From::Nothing => Since::Nothing,
    };
    let why = why(&scenario, since, measure)
        .ok_or_else(|| refused(language, Text::CommandNotShared, &[("measure", measure.name())]))?;
    let mut lines = vec![difference(language, measure, why.value)];
    if why.parts.is_empty() {
        lines = vec![language.text(Text::QuestionNothingMoved).to_owned()];
    }
    if since == Since::Began && scenario.case_index().is_some() {
        lines.push(language.text(Text::QuestionNothingMovedCase).to_owned());
    }
    if why.parts.iter().any(|part| part.error.is_some()) {
        lines.push(language.text(Text::QuestionSampled).to_owned());
    }
    lines.extend(standard::line(language, &scenario));
    let mut sheet = Sheet::new(&["key", "from", "to", "adds", "error", "+name"]);
    for Part { key, from, to, adds, error } in why.parts {
        let name = question::name(language, key);
        sheet.rows.push(vec![
            key.name().into(),
            cell(from),
            cell(to),
            adds.into(),
            error.into(),
            name.into(),
        ]);
    }
    Told { lines, sheet }.write(arguments.format, language, streams)
}

/// `dial`
pub fn dial(arguments: &DialArguments, language: Language, streams: &mut Streams) -> Result<(), Failure> {
    let scenario = given::scenario(&arguments.given, language, streams)?;
    let goal = Goal::break_even(arguments.month.unwrap_or(scenario.policy.horizon));
    let found = dials(&scenario, goal);
    let none = found.is_empty().then(|| language.text(Text::QuestionNoPlan).to_owned());
    let lines = none.into_iter().chain(standard::line(language, &scenario)).collect();
    let mut sheet = Sheet::new(&[
        "group",
        "from",
        "to",
        "answer",
        "dial",
        "dial_to",
        "elasticity",
        "research",
        "reported",
        "+research_clarified",
    ]);
    for group in &found {
        sheet.rows.extend(of_group(group));
    }
    Told { lines, sheet }.write(arguments.format, language, streams)
}

/// A row for each stretch of the dial.
fn of_group(group: &GroupDial) -> Vec<Vec<Cell>> {
    let row = |answer: &str, stretch: Option<[f64; 2]>| {
        let from = stretch.map(|[from, _]| from);
        let elasticity = from.and_then(|from| group.elasticity(from));
        let caseload = group.caseload.map(Cell::from);
        let head = [GROUPS[group.group].id.into()].into_iter().chain(caseload).chain([answer.into()]);
        let dial = [from, stretch.map(|[_, to]| to), elasticity, Some(group.research[0])];
        let reported = group.reported.as_ref().map(|reported| reported.elasticity);
        let rest = dial.into_iter().chain([reported, Some(group.research[2])]);
        head.chain(rest.map(Cell::from)).collect()
    };
    match group.reported.as_ref().map(|reported| &reported.dial) {
        None => vec![row("no_report", None)],
        Some(BreakEven::NoEffect { .. }) => vec![row("no_effect", None)],
        Some(BreakEven::Never { .. }) => vec![row("never", None)],
        Some(BreakEven::Always { .. }) => vec![row("always", Some([0.0, 1.0]))],
        Some(BreakEven::Where(stretches)) => {
            stretches.iter().map(|stretch| row("where", Some([stretch.from.at, stretch.to.at]))).collect()
        }
    }
}
