//! A scenario and its result in plain sentences.

mod idle;
mod opening;
mod plan;

pub use idle::{giver, room_wanted, way_out};
pub use opening::place_name;
pub use plan::posts_beside;

use super::amount::{Amount, bracketed};
use super::standard;
use super::summary::Summary;
use super::text::{Language, Text, fill};
use crate::model::outcome::{Outcome, Payback};
use crate::scenario::precision::LEAST_KRONER;
use crate::scenario::{Scenario, uncertain, verdict};
use crate::uncertainty::bands::{Bands, Between, between};

/// Of those who leave the benefit; fewer on a permanent one are not told in the sentence.
const FEW_CLARIFIED: f64 = 0.05;

/// What is done, with what besides the plan is not as shipped, what it gives people, what it does to the municipality's
/// economy, each to what is known of it: a sentence or two each.
pub fn sentences(
    language: Language,
    scenario: &Scenario,
    outcome: &Outcome,
    bands: Option<&Bands>,
) -> Vec<String> {
    let summary = Summary::of(scenario, outcome);
    let mut sentences = vec![opening::opening(language, scenario, outcome, summary.idle)];
    sentences.extend(standard::line(language, scenario));
    if let Some(idle) = summary.idle {
        sentences.extend(idle::nothing(language, scenario, idle));
        return sentences;
    }
    sentences.extend(plan::plan(language, &summary));
    let [_, net, _, stock] = bands.map(|bands| headlines(outcome, bands)).unwrap_or_default();
    sentences.push(people(language, &summary, stock));
    sentences.push(money(language, &summary, net));
    let chance = bands.and_then(|bands| verdict::chance_at_horizon(outcome, bands));
    let told = |share| fill(language.text(Text::SentenceChance), &[("share", &language.chance(share))]);
    sentences.extend(chance.map(told));
    sentences
}

/// The bands of the headline figures, in the order of [`uncertain::HEADLINES`]; none where nothing happens.
pub fn headlines(outcome: &Outcome, bands: &Bands) -> [Between; uncertain::HEADLINES.len()] {
    match verdict::acts(outcome) {
        true => std::array::from_fn(|series| bands.ends.get(series).and_then(between)),
        false => Default::default(),
    }
}

/// How many fewer are on the benefit, how many of those on a permanent one, and how many more in jobs, here and in the
/// country.
fn people(language: Language, summary: &Summary, stock: Between) -> String {
    let count = |value: f64, band| match value.round() {
        0.0 => bracketed(
            language.text(Text::SentenceAsMany).to_owned(),
            &Amount::People.between(language, 0.0, band),
        ),
        value => Amount::People.worded_with_band(language, value, band),
    };
    let country = summary.country_jobs.map(|jobs| Amount::More.told(language, jobs));
    let country = country.map(|jobs| fill(language.text(Text::SentenceCountry), &[("jobs", &jobs)]));
    // Few beside those who leave the benefit: the charts have them.
    let clarified = summary.clarified;
    let told = clarified.round() != 0.0 && clarified.abs() >= FEW_CLARIFIED * summary.stock.abs();
    let clarified = told.then(|| {
        let count = Amount::People.told(language, clarified);
        fill(language.text(Text::SentenceClarified), &[("count", &count)])
    });
    let values = [
        ("years", &*language.years(summary.horizon)),
        ("stock", &count(summary.stock, stock)),
        ("clarified", &clarified.unwrap_or_default()),
        ("jobs", &count(summary.jobs, None)),
        ("country", &country.unwrap_or_default()),
    ];
    fill(language.text(Text::SentencePeople), &values)
}

fn money(language: Language, summary: &Summary, band: Between) -> String {
    let amount =
        bracketed(language.money(summary.net.abs()), &Amount::Net.between(language, summary.net, band));
    let text = match summary.net {
        even if even.abs() < LEAST_KRONER => Text::SentenceNetEven,
        loss if loss < 0.0 => Text::SentenceNetLoss,
        _ => Text::SentenceNetGain,
    };
    fill(language.text(text), &[("amount", &amount)])
}

/// What the plan gives the whole country, and why that is less; `None` where all act, or nothing happens.
pub fn country(language: Language, scenario: &Scenario, outcome: &Outcome) -> Option<(f64, String)> {
    if !verdict::acts(outcome) {
        return None;
    }
    let country = scenario.country(outcome)?;
    let jobs = country.extra_jobs(outcome.horizon);
    let share = language.percent(country.displacement);
    Some((jobs, fill(language.text(Text::HeadlineCountryHelp), &[("share", &share)])))
}

/// When the plan has paid for itself.
pub fn payback(language: Language, payback: Payback) -> String {
    match payback {
        Payback::DoesNothing => language.text(Text::AnswerDoesNothing).to_owned(),
        Payback::NotApproved(years) => {
            let years = language.years(12 * usize::from(years));
            fill(language.text(Text::AnswerNotApproved), &[("years", &years)])
        }
        Payback::CostsNothing => language.text(Text::AnswerCostsNothing).to_owned(),
        Payback::Never => language.text(Text::AnswerNever).to_owned(),
        Payback::After(months) => {
            let months = language.persons(f64::from(months));
            fill(language.text(Text::AnswerAfterMonths), &[("months", &months)])
        }
    }
}

/// The same of an outcome: what does nothing pays nothing back.
pub fn paid_back(language: Language, outcome: &Outcome) -> String {
    match verdict::acts(outcome) || outcome.forgone.is_some() {
        true => payback(language, outcome.payback),
        false => language.text(Text::AnswerDoesNothing).to_owned(),
    }
}
