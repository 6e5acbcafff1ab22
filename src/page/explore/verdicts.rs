//! Whether a council says yes, by how far ahead it looks.

use yew::prelude::*;

use crate::model::outcome::{Outcome, VERDICT_YEARS};
use crate::uncertainty::bands::Bands;
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

/// The answers to every year that a council may look ahead.
pub type Verdicts = [Verdict; VERDICT_YEARS.len()];

/// The answers of an outcome; there are none to a plan that changes nothing. One that was not approved is carried out in no
/// draw and has no chance, and in a frame draws end with the horizon: of years beyond it the chance comes when all draws are
/// there.
pub fn verdicts(outcome: &Outcome, bands: &Bands) -> Option<Verdicts> {
    let said = outcome.verdicts?;
    let percent = |place| bands.chances.after(place).map(|share| (share * 100.0).round() as u8);
    Some(std::array::from_fn(|place| Verdict { yes: said[place], percent: percent(place) }))
}

/// The answers in one line.
#[cfg(feature = "more")]
pub fn told(language: Language, outcome: &Outcome, bands: &Bands) -> String {
    let one = |(verdict, years): (Verdict, u16)| {
        let word = language.text(if verdict.yes { Text::VerdictYes } else { Text::VerdictNo });
        let chance = verdict.chance(language).map(|chance| format!(" ({chance})")).unwrap_or_default();
        format!("{}: {word}{chance}", language.years(12 * usize::from(years)))
    };
    match verdicts(outcome, bands) {
        Some(verdicts) => verdicts.into_iter().zip(VERDICT_YEARS).map(one).collect::<Vec<_>>().join(" · "),
        None => language.text(Text::AnswerDoesNothing).to_owned(),
    }
}

/// The answers in a row; nothing where there is nothing to answer.
pub fn row(language: Language, verdicts: Option<&Verdicts>) -> Html {
    let Some(verdicts) = verdicts else { return Html::default() };
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
