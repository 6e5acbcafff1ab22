//! What a figure is made of, in figures that add up as they are printed.

use super::question;
use super::text::{Language, Text, fill};
use crate::questions::measure::Measure;
use crate::questions::why::{Part, Why};

/// One line of what adds up.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it is.
    pub name: String,
    /// What it adds, rounded so that all lines add up to the total as it is printed.
    pub value: f64,
    /// The same as people read it.
    pub written: String,
}

/// What each change adds to a figure, first what it was before anything was changed where that is something; and
/// the figure itself, as a headline prints it.
pub fn lines(language: Language, measure: Measure, why: &Why) -> (Vec<Line>, Line) {
    let began = language.text(Text::WhyBegan).to_owned();
    let parts = why.parts.iter().map(|part| (moved(language, part), part.adds));
    added(language, measure, why.value, began, parts.collect())
}

/// What parts add to a figure that `began` as the first value and is the second.
pub fn added(
    language: Language,
    measure: Measure,
    [before, now]: [f64; 2],
    began: String,
    parts: Vec<(String, f64)>,
) -> (Vec<Line>, Line) {
    let step = step(measure, now, parts.iter().map(|(_, adds)| *adds).chain([before]));
    let began = (before.abs() >= step / 2.0).then_some((began, before));
    let (names, adds): (Vec<String>, Vec<f64>) = began.into_iter().chain(parts).unzip();
    let written = |value: f64| written(language, measure, value, step);
    let line = |(name, value)| Line { name, written: written(value), value };
    let lines = names.into_iter().zip(apportioned(&adds, now, step)).map(line).collect();
    let name = question::figure(language, measure).to_owned();
    let printed = match measure.is_money() {
        true => language.money(now),
        false => language.persons(now),
    };
    (lines, Line { name, value: now, written: printed })
}

fn moved(language: Language, part: &Part) -> String {
    let at = |setting| question::setting(language, part.key, setting);
    let values =
        [("name", &*question::name(language, part.key)), ("from", &*at(part.from)), ("to", &*at(part.to))];
    fill(language.text(Text::WhyMoved), &values)
}

/// What one in the last printed digit of a figure stands for; of a figure that is nought, that of the largest part.
fn step(measure: Measure, total: f64, parts: impl Iterator<Item = f64>) -> f64 {
    if !measure.is_money() {
        return 1.0;
    }
    let size = match total.abs() {
        nought if nought < 0.5 => parts.fold(0.0, |most: f64, part| most.max(part.abs())),
        size => size,
    };
    // As `NumberStyle::money` prints them.
    match size {
        size if size >= 999.5e6 => 1e8,
        size if size >= 9.95e6 => 1e6,
        size if size >= 99_500.0 => 1e5,
        size if size >= 9_950.0 => 1e3,
        size if size >= 995.0 => 1e2,
        size if size >= 99.5 => 1e1,
        _ => 1.0,
    }
}

/// An amount in whole steps, always in the unit that the step belongs to.
fn written(language: Language, measure: Measure, value: f64, step: f64) -> String {
    if !measure.is_money() {
        return language.persons(value);
    }
    let (scale, decimals, unit) = match step {
        step if step >= 1e8 => (1e9, 1, Text::NumberBillion),
        step if step >= 1e6 => (1e6, 0, Text::NumberMillion),
        step if step >= 1e5 => (1e6, 1, Text::NumberMillion),
        _ => (1.0, 0, Text::NumberOne),
    };
    let number = language.style().fixed(value / scale, decimals);
    fill(language.text(unit), &[("value", &number)]).replace(' ', "\u{a0}")
}

/// Parts in whole steps that add up to the total in whole steps: what is left after rounding down goes to those that
/// lost most by it (the method of largest remainders).
pub fn apportioned(parts: &[f64], total: f64, step: f64) -> Vec<f64> {
    let mut steps: Vec<f64> = parts.iter().map(|part| (part / step).floor()).collect();
    let mut left = (total / step).round() - steps.iter().sum::<f64>();
    while left >= 1.0 && !parts.is_empty() {
        // Of equals the first; one that has been rounded up has nothing left to lose.
        let lost = |place: usize| parts[place] / step - steps[place];
        let most =
            (1..parts.len()).fold(0, |most, place| if lost(place) > lost(most) { place } else { most });
        steps[most] += 1.0;
        left -= 1.0;
    }
    steps.into_iter().map(|whole| whole * step).collect()
}

#[cfg(test)]
mod tests {
    use super::apportioned;

    #[test]
    fn parts_add_up_to_the_total_as_it_is_printed() {
        for (parts, total, step, expected) in [
            (vec![3.3, -17.6], -14.3, 1.0, vec![3.0, -17.0]),
            (vec![0.4, 0.4, 0.4], 1.2, 1.0, vec![1.0, 0.0, 0.0]),
            (vec![149e3, 149e3], 298e3, 1e5, vec![2e5, 1e5]),
            (vec![-0.6, 0.6], 0.0, 1.0, vec![-1.0, 1.0]),
            (vec![], 0.0, 1.0, vec![]),
        ] {
            assert_eq!(apportioned(&parts, total, step), expected, "{parts:?}");
        }
    }
}
