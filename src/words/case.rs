//! The cases in words: what was done, what was told, and how it fits the model.

use super::amount::Amount;
use super::question;
use super::text::{Language, Text, fill};
use crate::model::tables::{CASES, CaseSpec, GROUP_COUNT, LEVERS, LeverKind, Series, group_by_id};
use crate::questions::case::{Figure, Headline};
use crate::questions::measure::Measure;
use crate::questions::setting::{Setting, as_today, present};
use crate::scenario::Scenario;
use crate::scenario::keys::{Key, ON};
use crate::scenario::published::{self, Comparison, Sure, Told};

/// What a case did: who it was for, and each lever it moved.
pub fn doings(language: Language, case: usize) -> Vec<String> {
    let scenario = Scenario::of_case(case);
    let today = as_today(&scenario);
    let moved = |key: &Key| {
        let set = matches!(key, Key::Lever(..) | Key::Ladder);
        set && key.text(&scenario) != key.text(&Scenario::at_place(scenario.place_index()))
            && (present(*key, &scenario) != present(*key, &today) || *key == Key::Ladder)
    };
    let levers = Key::all().filter(moved).map(|key| doing(language, key, &scenario, &today));
    let untold = CASES[case].only_told.then(|| language.text(Text::CasesOnlyTold).to_owned());
    people(language, case, &scenario)
        .into_iter()
        .chain(levers)
        .chain(law(language, case))
        .chain(untold)
        .collect()
}

/// The law that a case is computed with, where it is not the one in force.
fn law(language: Language, case: usize) -> Option<String> {
    let CaseSpec { law, month, .. } = CASES[case];
    let older = month? < law.spec().id;
    let text = if older { Text::LawOldest } else { Text::LawOfCase };
    Some(fill(language.text(text), &[("law", language.law_name(law))]))
}

fn people(language: Language, case: usize, scenario: &Scenario) -> Vec<String> {
    let chosen = CASES[case].set.iter().any(|(key, _)| key.starts_with("stock."));
    if !chosen {
        let place = language.place_name(scenario.place_index());
        return vec![fill(language.text(Text::CasesEverybody), &[("place", place)])];
    }
    let groups = (0..GROUP_COUNT).filter(|group| scenario.place.stock[*group] > 0.0);
    let citizens = |group: usize| {
        let count = language.persons(scenario.place.stock[group]);
        let people = language.group_people_under(group, scenario.law());
        fill(language.text(Text::CasesPeople), &[("count", &count), ("people", people)])
    };
    groups.map(citizens).collect()
}

fn doing(language: Language, key: Key, scenario: &Scenario, today: &Scenario) -> String {
    let name = question::name(language, key);
    let (from, to) = (present(key, today), present(key, scenario));
    let (Key::Lever(lever, _), Setting::Number(value)) = (key, to) else {
        return match (key, to) {
            (_, Setting::Word(ON)) => name,
            (Key::Ladder, _) => format!("{name}: {}", language.ladder_name(scenario.ladder)),
            _ => format!("{name}: {}", question::setting(language, key, to)),
        };
    };
    let unit = match LEVERS[lever].kind {
        LeverKind::Number { unit: "percent", .. } => "\u{a0}%".to_owned(),
        LeverKind::Number { unit, .. } => format!("\u{a0}{}", language.unit(unit)),
        _ => String::new(),
    };
    let to = language.plain(value) + &unit;
    match from {
        Setting::Number(from) if LEVERS[lever].per_group => {
            let from = language.plain(from);
            fill(language.text(Text::CasesFromTo), &[("name", &name), ("from", &from), ("to", &to)])
        }
        _ => format!("{name}: {to}"),
    }
}

/// What came of a case, as it was told.
pub fn told(language: Language, told: Told) -> &'static str {
    language.text(match told {
        Told::Gain => Text::CasesGain,
        Told::NoGain => Text::CasesNoGain,
        Told::Open => Text::CasesOpen,
    })
}

/// How sure something published is.
pub fn sure(language: Language, sure: Sure) -> &'static str {
    language.text(match sure {
        Sure::Trial => Text::CasesTrial,
        Sure::Compared => Text::CasesCompared,
        Sure::Counted => Text::CasesCounted,
        Sure::PartlyExpected => Text::CasesPartlyExpected,
        Sure::Expected => Text::CasesExpected,
        Sure::Words => Text::CasesWords,
        Sure::Unfound => Text::CasesUnfound,
    })
}

/// Figure, years and how sure, of something that a case published.
pub fn telling(language: Language, case: usize, index: usize) -> Vec<String> {
    let telling = &published::told(case).published[index];
    let series = CASES[case].published[index].series;
    let figure = match (&series, telling.other) {
        (Some(series), _) => Some(as_published(language, series.name, series.value)),
        (None, Some((value, "dkk"))) => Some(as_published(language, "net", value)),
        (None, Some((value, unit))) => {
            Some(format!("{}\u{a0}{}", language.persons(value), language.unit(unit)))
        }
        (None, None) => None,
    };
    let years = Some(telling.years.to_owned()).filter(|years| !years.is_empty());
    figure.into_iter().chain(years).chain([sure(language, telling.sure).to_owned()]).collect()
}

/// A published figure with all its digits: kroner in millions.
fn as_published(language: Language, series: &str, value: f64) -> String {
    match series {
        "net" => fill(language.text(Text::NumberMillion), &[("value", &language.exact(value / 1e6))])
            .replace(' ', "\u{a0}"),
        _ => figure(language, series, value),
    }
}

/// A figure of the model, to what is known of it.
pub fn figure(language: Language, series: &str, value: f64) -> String {
    match series.split('.').next() {
        Some("net") => language.money(value),
        Some("minutes") => format!("{}\u{a0}{}", language.posts(value), language.unit("minutes")),
        _ => language.persons(value),
    }
}

/// From a low value of a figure to a high one.
pub fn between(language: Language, series: &str, ends: [f64; 2]) -> String {
    match series.split('.').next() {
        Some("net") => language.money_between(Some(ends)),
        Some("minutes") => {
            let [low, high] = ends.map(|end| language.posts(end));
            fill(language.text(Text::NumberBetween), &[("low", &low), ("high", &high)])
        }
        _ => language.persons_between(Some(ends)),
    }
}

/// What a published series is of, and when.
pub fn series_name(language: Language, series: &Series) -> String {
    let (name, group) = series.name.split_once('.').unwrap_or((series.name, ""));
    let people = group_by_id(group).map_or("", |group| language.group_people(group));
    let years = language.years(usize::from(series.month));
    let text = match (name, series.month) {
        ("net", _) => Text::CasesNet,
        ("minutes", 0) => Text::CasesMinutesBefore,
        ("minutes", _) => Text::CasesMinutes,
        _ => Text::CasesStock,
    };
    fill(language.text(text), &[("years", &years), ("people", people)])
}

/// Both figures in a sentence.
pub fn both(language: Language, found: &Figure) -> String {
    let Figure { comparison: Comparison { published, research, .. }, band: [low, .., high], .. } = found;
    let values = [
        ("published", &*as_published(language, published.name, published.value)),
        ("research", &*figure(language, published.name, *research)),
        ("between", &*between(language, published.name, [*low, *high])),
    ];
    fill(language.text(Text::CasesBoth), &values)
}

/// Where on the evidence dial the two would agree.
pub fn agreement(language: Language, found: &Comparison) -> String {
    let reported = figure(language, found.published.name, found.reported);
    match found.agrees_at {
        _ if !found.moves => language.text(Text::CasesDialMovesNothing).to_owned(),
        Some(at) if at > 0.995 => language.text(Text::CasesAgreesAtReports).to_owned(),
        Some(at) => fill(language.text(Text::CasesAgreesAt), &[("percent", &language.percent(at))]),
        None => fill(language.text(Text::CasesNeverAgrees), &[("reported", &reported)]),
    }
}

/// The same, short enough for a table.
pub fn agreement_in_short(language: Language, found: &Comparison) -> String {
    match found.agrees_at {
        _ if !found.moves => language.text(Text::CasesShortNothing).to_owned(),
        Some(at) => language.percent(at),
        None => language.text(Text::CasesShortNever).to_owned(),
    }
}

/// A figure of a plan with its band.
pub fn headline(language: Language, found: &Headline) -> (String, String) {
    let (name, amount) = match found.measure {
        Measure::Stock(_) => (language.text(Text::CasesOnBenefit), Amount::More),
        Measure::CapPrice(_) => (question::figure(language, found.measure), Amount::Price),
        measure if measure.is_money() => (question::figure(language, measure), Amount::Net),
        measure => (question::figure(language, measure), Amount::More),
    };
    (name.to_owned(), amount.with_band(language, found.value, found.between))
}
