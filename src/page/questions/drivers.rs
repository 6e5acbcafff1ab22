//! Which assumptions matter most to a figure.

use crate::chart::Role;
use crate::chart::bars::Bar;
use crate::page::parts::bars::BarPlot;
use crate::questions::measure::Measure;
use crate::uncertainty::drivers::Driver;
use crate::words::question;
use crate::words::text::{Language, Text, fill};

/// So many are shown.
const STRONGEST: usize = 8;
/// Of the page's draws a weaker correlation may be chance.
const CHANCE: f64 = 0.05;

/// Those that matter, the strongest first.
fn strongest(found: &[Driver]) -> impl Iterator<Item = &Driver> {
    found.iter().take_while(|driver| driver.correlation.abs() >= CHANCE).take(STRONGEST)
}

/// What matters most, in a sentence.
pub fn words(language: Language, measure: Measure, found: &[Driver]) -> String {
    let mut named = strongest(found).map(|driver| question::driver(language, driver));
    let (Some(first), second) = (named.next(), named.next()) else {
        let figure = question::figure(language, measure);
        return fill(language.text(Text::AskDriversNone), &[("figure", figure)]);
    };
    let text = if second.is_some() { Text::AskDriversTwo } else { Text::AskDriversOne };
    let second = second.unwrap_or_default();
    fill(language.text(text), &[("first", &first), ("second", &second)])
}

/// How the figure goes with each, −1 to 1; `None` where nothing matters.
pub fn bars(language: Language, measure: Measure, found: &[Driver]) -> Option<BarPlot> {
    let bars: Vec<Bar> = strongest(found).map(|driver| bar(language, driver)).collect();
    (!bars.is_empty()).then(|| BarPlot {
        unit: language.text(Text::AskDriversUnit).to_owned(),
        heading: language.text(Text::AskAssumption).to_owned(),
        role: if measure.is_money() { Role::Municipality } else { Role::Plan },
        least_span: 1.0,
        bars,
        total: None,
        summary: words(language, measure, found),
    })
}

fn bar(language: Language, driver: &Driver) -> Bar {
    Bar {
        name: question::driver(language, driver),
        value: driver.correlation,
        written: language.style().fixed(driver.correlation, 2),
    }
}
