//! What lines read in a month, in words.

use super::{Plot, PlotLine};
use crate::chart::Mark;
use crate::words::text::{Language, Text, fill};

/// A published figure is read off so many months before and after it.
const NEAR: f64 = 3.0;

impl Plot {
    /// What the lines read in a month.
    pub(super) fn read(&self, month: u16, language: Language) -> String {
        let time = match month {
            0 => language.text(Text::PlotReadStart).to_owned(),
            month if month.is_multiple_of(12) => language.years(month.into()),
            month => fill(language.text(Text::PlotMonths), &[("count", &month.to_string())]),
        };
        let lines: Vec<String> =
            self.lines.iter().filter_map(|line| self.reading(line, month.into(), language)).collect();
        let values = [("time", &*time), ("unit", &self.unit), ("values", &lines.join(", "))];
        let read = fill(language.text(Text::PlotReadAt), &values);
        [Some(read), self.published(month, language)].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// A value as it is read off: tenths only while it is small.
    fn written(&self, value: f64, language: Language) -> String {
        let decimals = if value.abs() < 9.95 { self.decimals } else { 0 };
        language.style().fixed(value, decimals)
    }

    /// What a line reads in a month, with its band.
    fn reading(&self, line: &PlotLine, month: usize, language: Language) -> Option<String> {
        let value = self.written(*line.points.get(month)?, language);
        let ends = self.bands.iter().find(|band| band.line == line.name).and_then(|band| {
            let [low, _, _, high] = band.edges.each_ref().map(|edge| edge.get(month).copied());
            Some([low?, high?].map(|end| self.written(end.into(), language)))
        });
        let between = |[low, high]: [String; 2]| {
            format!(" ({})", fill(language.text(Text::NumberBetween), &[("low", &low), ("high", &high)]))
        };
        Some(
            [
                &*line.heading,
                " ",
                &value,
                &ends.filter(|[low, high]| low != high).map(between).unwrap_or_default(),
            ]
            .concat(),
        )
    }

    /// The published figure of about that month, with where it comes from.
    fn published(&self, month: u16, language: Language) -> Option<String> {
        let near = |mark: &&Mark| (mark.month - f64::from(month)).abs() <= NEAR;
        let mark = self.marks.iter().find(near)?;
        let values =
            [("month", &*language.persons(mark.month)), ("figure", &mark.label), ("source", self.marks_from)];
        Some(fill(language.text(Text::PlotReadPublished), &values))
    }
}
