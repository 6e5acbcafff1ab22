//! What the charts of a first visit show of an outcome.

use crate::chart::{Event, Mark, Role};
use crate::model::month::Month;
use crate::model::outcome::{Outcome, net_after};
use crate::model::run::NEVER;
use crate::model::tables::{GROUPS, Series};
use crate::page::parts::lines::{EFFECT, Plot, PlotBand, PlotLine};
use crate::scenario::{Scenario, uncertain};
use crate::uncertainty::bands::{Bands, Spread, between};
use crate::words::text::{Language, Text, fill};

/// The axis of people spans at least this share of today's: a change of a few per cent is to look like one.
const LEAST_SHARE: f64 = 0.2;
/// That of a change spans at least this share: what is smaller than that looks small.
const LEAST_CHANGE: f64 = 0.01;

/// Places of the charts' series in what is watched.
const PEOPLE: usize = 0;
const NET: usize = 1;

/// The band of a line, in the plot's unit.
pub fn band(line: &'static str, outcome: &Outcome, bands: &Bands, series: usize, unit: f32) -> PlotBand {
    let spread = |month| uncertain::spread(bands, series, month, outcome);
    let spreads: Vec<Spread> = (0..=bands.watch.horizon).filter_map(spread).collect();
    let edge = |place: usize| spreads.iter().map(|spread| spread[place] * unit).collect();
    PlotBand { line, edges: [edge(0), edge(1), edge(3), edge(4)] }
}

/// Whether the budget cap makes a difference that a line can show.
pub fn cap_bites(outcome: &Outcome) -> bool {
    let mut both = outcome.scenario.months.iter().zip(&outcome.uncapped.months).take(outcome.horizon + 1);
    both.any(|(capped, free)| (capped.municipal_net - free.municipal_net).abs() > 1.0)
}

/// What happens in the course of the plan: where it does not begin at once, where it is looked at, where it ends.
pub fn events(language: Language, scenario: &Scenario, outcome: &Outcome) -> Vec<Event> {
    let (policy, run) = (&scenario.policy, &outcome.scenario);
    let reached = |month: f64| (month < NEVER).then_some(month);
    let all = [
        ((policy.start > 0).then(|| policy.start.into()), Text::ChartStart),
        (
            policy.review_month().map(f64::from).filter(|_| reached(run.review_stop).is_none()),
            Text::ChartReview,
        ),
        (reached(run.review_stop), Text::ChartStop),
        (reached(run.cash_out), Text::ChartCashOut),
        (policy.end.map(f64::from), Text::ChartEnd),
    ];
    let event = |(month, name): (Option<f64>, Text)| {
        Some(Event { month: month?, label: language.text(name).to_owned() })
    };
    all.into_iter().filter_map(event).collect()
}

/// What the chart of people is called.
pub fn stock_title(language: Language, scenario: &Scenario) -> String {
    match scenario.focus() {
        Some(group) => {
            let people = language.group_people_under(group, scenario.law());
            fill(language.text(Text::ChartStockGroup), &[("group", people)])
        }
        None => language.text(Text::ChartStock).to_owned(),
    }
}

/// What a change in the number of people is called: the word carries the sign.
pub fn told(language: Language, change: f64) -> String {
    let (count, more) = (language.persons(change.abs()), change > 0.0);
    match change.abs() < 0.5 {
        true => language.text(Text::ChartSame).to_owned(),
        false => {
            fill(language.text(if more { Text::ChartMany } else { Text::ChartFewer }), &[("count", &count)])
        }
    }
}

/// People on benefits less those of today's course, with the band of the plan's effect.
pub fn difference(language: Language, scenario: &Scenario, outcome: &Outcome, bands: &Bands) -> Plot {
    let today = &outcome.baseline.months;
    let line = |role, name, heading: Text, months: &[Month<f64>]| {
        let points = changes(months, today, outcome.horizon);
        let end = told(language, points.last().copied().unwrap_or_default());
        PlotLine::new(role, name, language.text(heading), &end, points)
    };
    let mut lines = vec![line(Role::Plan, "scenario", Text::ChartScenario, &outcome.scenario.months)];
    if cap_bites(outcome) {
        lines.push(line(Role::Uncapped, "uncapped", Text::ChartUncapped, &outcome.uncapped.months));
    }
    let summary = finding(language, outcome, bands);
    // Today's course is nought here.
    let points = vec![0.0; outcome.horizon + 1];
    lines.push(PlotLine::new(Role::Baseline, "baseline", language.text(Text::ChartBaseline), "", points));
    Plot {
        of: None,
        months: outcome.horizon as u16,
        unit: language.text(Text::ChartDifferenceUnit).to_owned(),
        least_span: LEAST_CHANGE * today.first().map_or(0.0, Month::stock),
        #[cfg(any(feature = "more", feature = "embed"))]
        decimals: 0,
        lines,
        bands: vec![band("scenario", outcome, bands, PEOPLE, 1.0)],
        claim: EFFECT,
        marks: Vec::new(),
        #[cfg(any(feature = "more", feature = "embed"))]
        marks_from: "",
        events: events(language, scenario, outcome),
        summary,
    }
}

/// People in each month less those of today's course.
pub fn changes(months: &[Month<f64>], today: &[Month<f64>], horizon: usize) -> Vec<f64> {
    months.iter().zip(today).take(horizon + 1).map(|(plan, today)| plan.stock() - today.stock()).collect()
}

/// What comes of the plan in people, the band of its effect, and the municipality's net, in a line.
pub fn finding(language: Language, outcome: &Outcome, bands: &Bands) -> String {
    let last = changes(&outcome.scenario.months, &outcome.baseline.months, outcome.horizon).pop();
    let change = told(language, last.unwrap_or_default());
    let spread = bands.months.get(PEOPLE).and_then(|months| months.get(outcome.horizon)).and_then(between);
    let years = language.years(outcome.horizon);
    let amount = language.money(outcome.municipal_net(outcome.horizon));
    let told = |end: f64| told(language, end);
    match spread.map(|ends| ends.map(told)) {
        Some([low, high]) if low != high => {
            let values = [
                ("years", &*years),
                ("change", &change),
                ("low", &low),
                ("high", &high),
                ("amount", &amount),
            ];
            fill(language.text(Text::ChartDifferenceFound), &values)
        }
        _ => {
            let values = [("years", &*years), ("change", &change), ("amount", &amount)];
            fill(language.text(Text::ChartDifferenceSure), &values)
        }
    }
}

/// People on benefits: the plan, as today, without the cap, and what was published. No band: nothing here says how the
/// surroundings will move.
pub fn stock(language: Language, scenario: &Scenario, outcome: &Outcome) -> Plot {
    let focus = scenario.focus();
    let persons = |month: &Month<f64>| match focus {
        Some(group) => month.groups[group].stock,
        None => month.stock(),
    };
    let points = |months: &[Month<f64>]| -> Vec<f64> {
        months.iter().take(outcome.horizon + 1).map(persons).collect()
    };
    let (from, today) = (points(&outcome.scenario.months), points(&outcome.baseline.months));
    let today_first = today.first().copied().unwrap_or_default();
    let last = |points: &[f64]| language.persons(points.last().copied().unwrap_or_default());
    let summary = fill(
        language.text(Text::ChartSummaryStock),
        &[
            ("years", &language.years(outcome.horizon)),
            ("from", &language.persons(from.first().copied().unwrap_or_default())),
            ("to", &last(&from)),
            ("today", &last(&today)),
        ],
    );
    let line = |role, name, heading: Text, points: Vec<f64>| {
        PlotLine::new(role, name, language.text(heading), &last(&points), points)
    };
    let mut lines = vec![line(Role::Plan, "scenario", Text::ChartScenario, from)];
    if cap_bites(outcome) {
        let points = points(&outcome.uncapped.months);
        lines.push(line(Role::Uncapped, "uncapped", Text::ChartUncapped, points));
    }
    lines.push(line(Role::Baseline, "baseline", Text::ChartBaseline, today));
    Plot {
        of: focus,
        months: outcome.horizon as u16,
        unit: language.text(Text::ChartStockUnit).to_owned(),
        least_span: LEAST_SHARE * today_first,
        #[cfg(any(feature = "more", feature = "embed"))]
        decimals: 0,
        lines,
        bands: Vec::new(),
        claim: EFFECT,
        marks: published(language, scenario, focus),
        #[cfg(any(feature = "more", feature = "embed"))]
        marks_from: scenario.case_index().map_or("", |case| language.case_source(case)),
        events: events(language, scenario, outcome),
        summary,
    }
}

/// The case's published figures of these people.
fn published(language: Language, scenario: &Scenario, focus: Option<usize>) -> Vec<Mark> {
    let series = focus.map(|group| format!("stock.{}", GROUPS[group].id));
    // What a place published is not of a visitor's own figures.
    let case = scenario.case().filter(|_| !scenario.has_own_figures());
    let figures = case.map(|case| case.published).unwrap_or_default();
    let mark = |figure: Series| {
        let value = language.persons(figure.value);
        let source = language.text(Text::ChartOwnReport);
        Mark {
            month: f64::from(figure.month),
            value: figure.value,
            label: fill(language.text(Text::ChartPublished), &[("value", &value), ("source", source)]),
        }
    };
    let figures = figures.iter().filter_map(|published| published.series);
    figures.filter(|figure| series.as_deref() == Some(figure.name)).map(mark).collect()
}

/// The municipality's net since the start, DKK m.
pub fn net(language: Language, scenario: &Scenario, outcome: &Outcome, bands: &Bands) -> Plot {
    let million = |months: &[Month<f64>]| -> Vec<f64> {
        (0..=outcome.horizon).map(|month| net_after(months, month) / 1e6).collect()
    };
    let points = million(&outcome.scenario.months);
    let years = language.years(outcome.horizon);
    let amount = language.money(outcome.municipal_net(outcome.horizon));
    let summary = fill(language.text(Text::ChartSummaryNet), &[("years", &years), ("amount", &amount)]);
    let line = |role, name, heading: Text, points: Vec<f64>| {
        let end = language.money(1e6 * points.last().copied().unwrap_or_default());
        PlotLine::new(role, name, language.text(heading), &end, points)
    };
    let mut lines = vec![line(Role::Municipality, "scenario", Text::ChartScenario, points)];
    if cap_bites(outcome) {
        let points = million(&outcome.uncapped.months);
        lines.push(line(Role::Uncapped, "uncapped", Text::ChartUncapped, points));
    }
    Plot {
        of: None,
        months: outcome.horizon as u16,
        unit: language.text(Text::ChartNetUnit).to_owned(),
        least_span: 1.0,
        #[cfg(any(feature = "more", feature = "embed"))]
        decimals: 1,
        lines,
        bands: vec![band("scenario", outcome, bands, NET, 1e-6)],
        claim: EFFECT,
        marks: Vec::new(),
        #[cfg(any(feature = "more", feature = "embed"))]
        marks_from: "",
        events: events(language, scenario, outcome),
        summary,
    }
}
