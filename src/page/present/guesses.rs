//! What the room has guessed, as a picture.

use plotters::prelude::DrawingBackend;
use yew::prelude::*;

use crate::chart::guesses::{Answer, Dot, GuessChart};
use crate::page::parts::sheet::{Drawn, Hold, Sheet, Told, named};
use crate::present::figure::{self, Figure};
use crate::present::run::Asked;
use crate::present::show::Guess;
use crate::words::run;
use crate::words::text::{Language, Text, fill};

/// The axis, the guesses, and the answer once it may be seen.
pub struct GuessPlot {
    ends: [f64; 2],
    unit: String,
    dots: Vec<Dot>,
    answer: Option<Answer>,
    published: Option<Dot>,
    summary: String,
    figure: Figure,
}

impl GuessPlot {
    /// What is asked and guessed; `answer` is what the model says.
    pub fn new(language: Language, asked: Asked, guesses: &[Guess], answer: Option<figure::Answer>) -> Self {
        let Asked { figure, from, to } = asked;
        let dot = |guess: &Guess| {
            // The unit stands at the axis.
            let told = language.plain(guess.value);
            let label = if guess.name.is_empty() { told } else { format!("{} {told}", guess.name) };
            Dot { value: guess.value, label }
        };
        let say =
            |text, value: f64| fill(language.text(text), &[("value", &run::value(language, figure, value))]);
        let values: Vec<f64> = guesses.iter().map(|guess| guess.value).collect();
        let told = answer.map(|answer| say(Text::PresentModelSays, answer.value));
        let spread = run::spread(language, figure, &values);
        let summary: Vec<String> = [told.clone(), Some(spread)].into_iter().flatten().collect();
        Self {
            ends: [from, to],
            unit: run::unit(language, figure).to_owned(),
            dots: guesses.iter().map(dot).collect(),
            published: answer.and_then(|answer| answer.published).map(|value| {
                let told = run::value(language, figure, value);
                let source = language.text(Text::PresentPublished);
                Dot { value, label: fill(source, &[("value", &told)]) }
            }),
            answer: answer.zip(told).map(|(answer, label)| Answer {
                value: answer.value,
                label,
                between: answer.between,
            }),
            summary: summary.join(". "),
            figure,
        }
    }
}

impl Drawn for GuessPlot {
    fn on<DB: DrawingBackend>(&self, sheet: &Sheet<DB>, _: &mut Hold) -> Option<f64> {
        let style = sheet.language.style();
        let answer = self
            .answer
            .iter()
            .flat_map(|answer| std::iter::once(answer.value).chain(answer.between.into_iter().flatten()));
        let beyond = self.dots.iter().chain(&self.published).map(|dot| dot.value).chain(answer);
        let chart = GuessChart {
            axis: GuessChart::axis(self.ends, beyond),
            unit: &self.unit,
            label: &|value, decimals| style.fixed(value, decimals),
            dots: &self.dots,
            answer: self.answer.as_ref(),
            published: self.published.as_ref(),
        };
        chart.draw(&sheet.area, sheet.theme, sheet.scale).ok()
    }
}

impl Told for GuessPlot {
    fn unit(&self) -> &str {
        &self.unit
    }

    fn summary(&self) -> &str {
        &self.summary
    }

    fn table(&self, chart: &str, language: Language) -> Html {
        let figures = self
            .dots
            .iter()
            .chain(&self.published)
            .map(|dot| (&*dot.label, dot.value, run::guessed(language, self.figure, dot.value)));
        named(chart, [language.text(Text::PresentGuess), &self.unit], figures)
    }
}
