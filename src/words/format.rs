//! Figures as a language writes them, to what is known of them.

use super::number::{Money, NumberStyle, Unit};
use super::text::{Language, Text, fill};
use crate::model::tables::Basis;
#[cfg(feature = "more")]
use crate::model::tables::Confidence;
use crate::scenario::digits;
use crate::scenario::precision::LEAST_KRONER;

impl Language {
    /// Its separators.
    pub fn style(self) -> NumberStyle {
        NumberStyle { decimal: self.spec().decimal, thousands: self.spec().thousands }
    }

    /// Whole persons.
    pub fn persons(self, value: f64) -> String {
        self.style().whole(value)
    }

    /// Full-time posts: tenths while there are few.
    pub fn posts(self, value: f64) -> String {
        let decimals = usize::from(value.abs() < 9.95);
        self.style().fixed(value, decimals)
    }

    /// A value of a lever: as many decimals as it has, at most two.
    pub fn plain(self, value: f64) -> String {
        let decimals = (0..2).find(|&places| is_whole(value * [1.0, 10.0][places])).unwrap_or(2);
        self.style().fixed(value, decimals)
    }

    /// A number with all its decimals, as a bound must be told.
    pub fn exact(self, value: f64) -> String {
        let decimals = digits::write(value).split_once('.').map_or(0, |(_, decimals)| decimals.len());
        self.style().fixed(value, decimals)
    }

    /// A share in per cent.
    pub fn percent(self, share: f64) -> String {
        let value = self.style().whole(100.0 * share);
        fill(self.spec().percent, &[("value", &value)]).replace(' ', "\u{a0}")
    }

    /// A chance found by trying: none of many tries is not never, and all of them not always.
    pub fn chance(self, share: f64) -> String {
        let beyond = |text, end| fill(self.text(text), &[("value", &self.percent(end))]);
        match share {
            rare if rare < 0.01 => beyond(Text::NumberUnder, 0.01),
            sure if sure > 0.99 => beyond(Text::NumberOver, 0.99),
            _ => self.percent(share),
        }
    }

    /// An amount of kroner, to what is known of it: nothing under a thousand, and up to ten thousand whole thousands.
    pub fn money(self, kroner: f64) -> String {
        let kroner = match kroner.abs() {
            nothing if nothing < LEAST_KRONER => 0.0,
            small if small < 9_950.0 => (kroner / 1e3).round() * 1e3,
            _ => kroner,
        };
        let unit = |text| around_value(self.text(text));
        let (one, million, billion) =
            (unit(Text::NumberOne), unit(Text::NumberMillion), unit(Text::NumberBillion));
        self.style().money(kroner, &Money { one, million, billion })
    }

    /// From so many persons to so many; nothing where nothing is uncertain.
    pub fn persons_between(self, ends: Option<[f64; 2]>) -> String {
        self.between(ends.map(|ends| ends.map(|end| self.persons(end))))
    }

    /// From one amount to another, the unit once where it is the same.
    pub fn money_between(self, ends: Option<[f64; 2]>) -> String {
        self.between(ends.map(|ends| self.money_ends(ends)))
    }

    /// Two amounts to be read one after the other, the unit with the second alone where it is the same.
    pub fn money_ends(self, ends: [f64; 2]) -> [String; 2] {
        let unit = |told: &str| told.split_once('\u{a0}').map(|(_, unit)| unit.to_owned());
        let [low, high] = ends.map(|end| self.money(end));
        let short = unit(&low).filter(|low| unit(&high).as_ref() == Some(low));
        let low = short.and_then(|unit| Some(low.strip_suffix(&*unit)?.trim_end().to_owned())).unwrap_or(low);
        [low, high]
    }

    /// From one end to the other; nothing where there are none.
    pub fn between(self, ends: Option<[String; 2]>) -> String {
        let told = |[low, high]: [String; 2]| {
            fill(self.text(Text::NumberBetween), &[("low", &low), ("high", &high)])
        };
        ends.map(told).unwrap_or_default()
    }

    /// How sure a figure is.
    #[cfg(feature = "more")]
    pub fn confidence(self, confidence: Confidence) -> &'static str {
        self.text(match confidence {
            Confidence::Text => Text::ConfidenceText,
            Confidence::Abstract => Text::ConfidenceAbstract,
            Confidence::Secondary => Text::ConfidenceSecondary,
            Confidence::Derived => Text::ConfidenceDerived,
            Confidence::Judgement => Text::ConfidenceJudgement,
            Confidence::Memory => Text::ConfidenceMemory,
        })
    }

    /// What that means.
    #[cfg(feature = "more")]
    pub fn confidence_means(self, confidence: Confidence) -> &'static str {
        self.text(match confidence {
            Confidence::Text => Text::EvidenceMeansText,
            Confidence::Abstract => Text::EvidenceMeansAbstract,
            Confidence::Secondary => Text::EvidenceMeansSecondary,
            Confidence::Derived => Text::EvidenceMeansDerived,
            Confidence::Judgement => Text::EvidenceMeansJudgement,
            Confidence::Memory => Text::EvidenceMeansMemory,
        })
    }

    /// Where a number of citizens comes from.
    pub fn basis(self, basis: Basis) -> &'static str {
        self.text(match basis {
            Basis::Published => Text::BasisPublished,
            Basis::Derived => Text::BasisDerived,
            Basis::Estimate => Text::BasisEstimate,
            Basis::Partly => Text::BasisPartly,
            Basis::Scaled => Text::BasisScaled,
        })
    }

    /// So many months, in years where they are whole years.
    pub fn time(self, months: usize) -> String {
        match months {
            1 => self.text(Text::PeriodMonth).to_owned(),
            years if years > 0 && years.is_multiple_of(12) => self.years(years),
            _ => fill(self.text(Text::PeriodMonths), &[("count", &self.persons(months as f64))]),
        }
    }

    /// So many months in years.
    pub fn years(self, months: usize) -> String {
        match months {
            12 => self.text(Text::PeriodYear).to_owned(),
            _ => {
                let count = self.plain(months as f64 / 12.0);
                fill(self.text(Text::PeriodYears), &[("count", &count)])
            }
        }
    }
}

fn is_whole(value: f64) -> bool {
    (value - value.round()).abs() < 1e-9
}

/// The parts of a template before and after `{value}`.
fn around_value(template: &'static str) -> Unit<'static> {
    let around = template.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?.1)));
    let (before, after) = around.unwrap_or(("", template));
    Unit { before, after }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_chance_is_nought_or_certain() {
        let told = |share| Language::default().chance(share).replace('\u{a0}', " ");
        assert_eq!([0.0, 0.23, 1.0].map(told), ["under 1 %", "23 %", "over 99 %"]);
    }

    #[test]
    fn a_range_has_its_unit_once_where_it_is_the_same() {
        let danish = Language::default();
        let told = |low, high| danish.money_between(Some([low, high])).replace('\u{a0}', " ");
        assert_eq!(told(-4.2e6, 2.1e6), "−4,2 til 2,1 mio. kr.");
        assert_eq!(told(-1_200.0, 2.1e6), "−1.000 kr. til 2,1 mio. kr.");
        assert_eq!(danish.persons_between(Some([-31.2, 2.0])), "−31 til 2");
        assert_eq!(danish.money_between(None), "");
    }
}
