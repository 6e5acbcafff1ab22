//! Whether a council says yes, by how far ahead it looks.

use yew::prelude::*;

use crate::model::outcome::{Outcome, VERDICT_YEARS};
#[cfg(feature = "more")]
use crate::scenario::Scenario;
use crate::scenario::verdict;
use crate::uncertainty::bands::Bands;
#[cfg(feature = "more")]
use crate::words::sentence;
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

/// All answers.
pub type Verdicts = [Verdict; VERDICT_YEARS.len()];

/// The answers of an outcome; `None` where nothing happens that somebody could say yes or no to. In a frame draws end with
/// the horizon: of years beyond it the chance comes when all draws are there.
pub fn verdicts(outcome: &Outcome, bands: &Bands) -> Option<Verdicts> {
    let said = outcome.verdicts.filter(|_| verdict::acts(outcome))?;
    let percent = |place| verdict::chance(outcome, bands, place).map(|share| (share * 100.0).round() as u8);
    Some(std::array::from_fn(|place| Verdict { yes: said[place], percent: percent(place) }))
}

/// The answers in one line, or why there are none.
#[cfg(feature = "more")]
pub fn told(language: Language, scenario: &Scenario, outcome: &Outcome, bands: &Bands) -> String {
    let Some(verdicts) = verdicts(outcome, bands) else {
        return sentence::way_out(language, scenario, outcome).unwrap_or_default();
    };
    let one = |(verdict, years): (Verdict, u16)| {
        let word = language.text(if verdict.yes { Text::VerdictYes } else { Text::VerdictNo });
        let chance = verdict.chance(language).map(|chance| format!(" ({chance})")).unwrap_or_default();
        format!("{}: {word}{chance}", language.years(12 * usize::from(years)))
    };
    verdicts.into_iter().zip(VERDICT_YEARS).map(one).collect::<Vec<_>>().join(" · ")
}

/// The answers in a row, or one line that says why there are none.
pub fn row(language: Language, verdicts: &Result<Verdicts, String>) -> Html {
    let say = |text| language.text(text);
    let (verdicts, why) = match verdicts {
        Ok(verdicts) => (&verdicts[..], say(Text::VerdictNote)),
        Err(why) => (&[][..], &**why),
    };
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
            <p class="chart-note">{ why }</p>
            <ol hidden={verdicts.is_empty()}>{ for verdicts.iter().zip(VERDICT_YEARS).map(answer) }</ol>
        </section>
    }
}
