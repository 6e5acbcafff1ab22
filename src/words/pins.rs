//! What differs, and scenarios held against each other, in words.

use super::figure;
use super::question;
use super::text::{Language, Text, fill};
use crate::questions::measure::Measure;
use crate::questions::setting::{moved, present};
use crate::scenario::keys::Key;
use crate::scenario::stored::clean;
use crate::scenario::{Scenario, differs};
use crate::uncertainty::paired::Paired;

/// A name for a scenario, of what differs.
pub fn name(language: Language, scenario: &Scenario) -> String {
    let place = language.place_name(scenario.place_index());
    if *scenario == scenario.unmoved() {
        let began = match (scenario.case_index(), scenario.package_index()) {
            (Some(case), _) => return clean(language.case_name(case)),
            (None, Some(package)) if package > 0 => language.package_name(package),
            _ => return clean(&fill(language.text(Text::PinsToday), &[("place", place)])),
        };
        return clean(&fill(language.text(Text::PinsDefault), &[("place", place), ("what", began)]));
    }
    let moved = moved(scenario, &scenario.unmoved());
    let what = match moved.first() {
        Some(key) => format!("{} {}", question::name(language, *key), at(language, *key, scenario)),
        None => String::new(),
    };
    let count = (moved.len().max(1) - 1).to_string();
    let what = match moved.len() {
        0 | 1 => what,
        _ => fill(language.text(Text::PinsAndMore), &[("what", &what), ("count", &count)]),
    };
    clean(&fill(language.text(Text::PinsDefault), &[("place", place), ("what", &what)]))
}

/// Where a key stands, with its unit where it has one.
pub fn at(language: Language, key: Key, scenario: &Scenario) -> String {
    match key {
        Key::Parameter(parameter) => {
            figure::set_to(language, parameter, scenario.parameters[parameter], scenario.law())
        }
        _ => question::setting(language, key, present(key, scenario)),
    }
}

/// All that is changed from the place as it is today, a line each.
pub fn changes(language: Language, scenario: &Scenario) -> Vec<String> {
    let today = differs::today(scenario);
    let line = |key: Key| {
        let (name, from, to) =
            (question::name(language, key), at(language, key, &today), at(language, key, scenario));
        fill(language.text(Text::PinsChange), &[("name", &name), ("from", &from), ("to", &to)])
    };
    moved(scenario, &today).into_iter().map(line).collect()
}

/// How a scenario stands against the plan, of which it is the second of each pair.
pub fn against(language: Language, held: &[(Measure, Paired)]) -> Vec<String> {
    let line = |(measure, paired): &(Measure, Paired)| {
        let [better, same] = match measure.is_money() {
            true => [Text::PinsNetBetter, Text::PinsNetSame],
            false => [Text::PinsJobsBetter, Text::PinsJobsSame],
        };
        if paired.less + paired.more == 0.0 {
            return language.text(same).to_owned();
        }
        let [low, .., high] = paired.spread.map(f64::from);
        let between = Some([low, high]);
        let range = match measure.is_money() {
            true => language.money_between(between),
            false => language.persons_between(between),
        };
        let share = language.chance(f64::from(paired.more));
        fill(language.text(better), &[("share", &share), ("range", &range)])
    };
    held.iter().map(line).collect()
}
