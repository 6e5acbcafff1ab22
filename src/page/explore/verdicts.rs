//! Whether a council says yes, by how far ahead it looks.

use yew::prelude::*;

use crate::model::outcome::{Outcome, VERDICT_YEARS};
use crate::uncertainty::bands::Bands;
use crate::uncertainty::draws::MOST;
use crate::words::text::{Language, Text, fill};

/// One answer: whether it is yes, and in how many hundredths of the draws the plan has paid for itself by then.
#[derive(Clone, Copy, PartialEq)]
pub struct Verdict {
    yes: bool,
    percent: Option<u8>,
}

impl Verdict {
    fn chance(self, language: Language) -> Option<String> {
        self.percent.map(|percent| language.chance(f64::from(percent) / 100.0))
    }
}

/// The answers of an outcome. Of what changes nothing there is no chance to tell, and in a frame draws end with the
/// horizon: of years beyond it the chance comes when all draws are there.
pub fn verdicts(outcome: &Outcome, bands: &Bands) -> [Verdict; VERDICT_YEARS.len()] {
    let seen = if bands.draws < MOST { outcome.horizon.saturating_sub(outcome.start) } else { usize::MAX };
    let uncertain = bands.payback.costs_nothing < 1.0;
    std::array::from_fn(|place| {
        let months = 12 * usize::from(VERDICT_YEARS[place]);
        let chance = || (bands.payback.after(months) * 100.0).round() as u8;
        Verdict { yes: outcome.verdicts[place], percent: (uncertain && months <= seen).then(chance) }
    })
}

/// The answers in one line.
#[cfg(feature = "more")]
pub fn told(language: Language, outcome: &Outcome, bands: &Bands) -> String {
    let one = |(verdict, years): (Verdict, u16)| {
        let word = language.text(if verdict.yes { Text::VerdictYes } else { Text::VerdictNo });
        let chance = verdict.chance(language).map(|chance| format!(" ({chance})")).unwrap_or_default();
        format!("{}: {word}{chance}", language.years(12 * usize::from(years)))
    };
    verdicts(outcome, bands).into_iter().zip(VERDICT_YEARS).map(one).collect::<Vec<_>>().join(" · ")
}

/// The answers in a row.
pub fn row(language: Language, verdicts: &[Verdict; VERDICT_YEARS.len()]) -> Html {
    let say = |text| language.text(text);
    let answer = |(verdict, years): (&Verdict, u16)| {
        let (sign, word) = if verdict.yes { ("✓", Text::VerdictYes) } else { ("✗", Text::VerdictNo) };
        let chance = verdict.chance(language);
        let ahead = fill(say(Text::VerdictAhead), &[("years", &language.years(12 * usize::from(years)))]);
        html! {
            <li key={years} class={classes!(verdict.yes.then_some("yes"))}>
                <span>{ ahead }</span>
                <strong data-figure={["verdict.", &years.to_string()].concat()} data-value={u8::from(verdict.yes).to_string()}>
                    <span aria-hidden="true">{ sign }{ " " }</span>{ say(word) }
                </strong>
                <span class="verdict-chance">{ chance.unwrap_or_default() }</span>
            </li>
        }
    };
    html! {
        <section class="verdicts">
            <h2>{ say(Text::VerdictTitle) }</h2>
            <p class="chart-note">{ say(Text::VerdictNote) }</p>
            <ol>{ for verdicts.iter().zip(VERDICT_YEARS).map(answer) }</ol>
        </section>
    }
}
