//! What the surroundings tend to do, told: on what it rests, how far it can be trusted, and what it is not.

use super::text::{Language, Text, fill};
use crate::scenario::Scenario;
use crate::surroundings::{Rests, Surroundings, TABLES};

/// What stands beside the band: its ends, whose figures it rests on, how often such bands held what came, and what it is
/// not.
pub fn about(language: Language, scenario: &Scenario, usual: &Surroundings, horizon: usize) -> Vec<String> {
    let table = usual.table;
    let say = |text| language.text(text);
    let rests = match usual.rests {
        Rests::Own => Text::SurroundingsOwn,
        Rests::Alike => Text::SurroundingsAlike,
        Rests::Country => Text::SurroundingsCountry,
    };
    let place = language.place_name(scenario.place_index());
    let values =
        [("place", place), ("first", table.first), ("last", table.last), ("source", table.source(language))];
    let mut lines = vec![fill(say(rests), &values)];
    let last = table.years.last().map_or(0, |years| 12 * usize::from(*years));
    let (at, far) = (horizon.min(last), horizon > last);
    if let Some([low, .., high]) = usual.ratios(at) {
        let ratio = |ratio: f64| language.style().fixed(ratio, 2);
        let values = [("years", &*language.years(at)), ("low", &ratio(low)), ("high", &ratio(high))];
        lines.insert(0, fill(say(Text::SurroundingsEnds), &values));
    }
    if far {
        lines.push(fill(say(Text::SurroundingsShort), &[("years", &language.years(last))]));
    }
    if let Some(row) = usual.coverage(at / 12) {
        let percent = |share: f64| language.style().whole(100.0 * share);
        let values = [
            ("until", row.until),
            ("years", &*language.years(12 * usize::from(row.years))),
            ("nine", &percent(row.inside[1])),
            ("half", &percent(row.inside[0])),
        ];
        lines.push(fill(say(Text::SurroundingsCoverage), &values));
    }
    lines.push(say(Text::SurroundingsNot).to_owned());
    lines
}

/// Why there is no band here, and for whom there is.
pub fn missing(language: Language, scenario: &Scenario) -> String {
    let groups: Vec<&str> = TABLES.iter().map(|table| language.group_people(table.group)).collect();
    let groups = groups.join(", ");
    match scenario.focus() {
        Some(group) => {
            let values = [("group", language.group_people(group)), ("groups", &groups)];
            fill(language.text(Text::SurroundingsNone), &values)
        }
        None => fill(language.text(Text::SurroundingsSeveral), &[("groups", &groups)]),
    }
}

/// Where a band's figures stand, for a picture that leaves the page.
pub fn source(language: Language, usual: &Surroundings) -> String {
    let table = usual.table;
    let values = [("source", table.source(language)), ("first", table.first), ("last", table.last)];
    fill(language.text(Text::SurroundingsSource), &values)
}
