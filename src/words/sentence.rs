//! A scenario and its result in plain sentences.

use super::text::{Language, Text, fill};
use crate::model::month::Item;
use crate::model::outcome::{Outcome, Payback};
use crate::model::run::NEVER;
use crate::scenario::{Scenario, uncertain};
use crate::uncertainty::bands::{Bands, Between, between};

/// Less of the plan than this is allowed when the sentence says so.
const NEARLY_ALL: f64 = 0.995;

/// What is done, what it gives people, what it does to the municipality's economy, each to what is known of it: a
/// sentence or two each.
pub fn sentences(
    language: Language,
    scenario: &Scenario,
    outcome: &Outcome,
    bands: Option<&Bands>,
) -> Vec<String> {
    let moved: Vec<usize> = scenario.moved_groups().collect();
    let mut sentences = vec![opening(language, scenario, outcome, &moved)];
    if moved.is_empty() && !outcome.changes_anything() {
        return sentences;
    }
    if outcome.forgone.is_some() {
        sentences.push(language.text(Text::SentenceNotApproved).to_owned());
        return sentences;
    }
    sentences.extend(posts(language, scenario, outcome));
    let [_, net, _, stock] = bands.map(headlines).unwrap_or_default();
    sentences.extend(people(language, outcome, stock));
    sentences.push(money(language, outcome, net));
    // Of what costs nothing there is nothing to be paid back.
    if let Some(bands) = bands.filter(|bands| bands.payback.costs_nothing < 1.0) {
        sentences.extend(chance(language, outcome, bands, Text::SentenceChance));
    }
    if outcome.scenario.cash_out < NEVER {
        let month = language.persons(outcome.scenario.cash_out);
        sentences.push(fill(language.text(Text::SentenceCashOut), &[("month", &month)]));
    }
    sentences
}

fn opening(language: Language, scenario: &Scenario, outcome: &Outcome, moved: &[usize]) -> String {
    let place = place_name(language, scenario);
    let text = |text, values: &[(&str, &str)]| fill(language.text(text), values);
    match moved {
        [] if outcome.changes_anything() => text(Text::SentenceOtherWays, &[("place", place)]),
        [] => {
            let (stock, posts) = (outcome.baseline.months[0].stock(), outcome.baseline.months[0].staff());
            let (stock, posts) = (language.persons(stock), language.posts(posts));
            text(Text::SentenceUnmoved, &[("place", place), ("stock", &stock), ("posts", &posts)])
        }
        [group] => {
            let today = language.plain(scenario.place.caseload_today(*group, &scenario.parameters));
            let target = language.plain(scenario.policy.caseload[*group].unwrap_or_default());
            let people = language.group_people(*group);
            let values = [("place", place), ("group", people), ("from", &today), ("to", &target)];
            text(Text::SentenceMovedOne, &values)
        }
        groups => {
            let count = groups.len().to_string();
            text(Text::SentenceMovedMany, &[("place", place), ("count", &count)])
        }
    }
}

/// The place as the visitor calls it; else its name, or that its figures are the visitor's own.
pub fn place_name(language: Language, scenario: &Scenario) -> &str {
    match &scenario.name {
        Some(name) => name.text(),
        None if scenario.has_own_figures() => language.text(Text::ExploreOwn),
        None => language.place_name(scenario.place_index()),
    }
}

/// How many caseworkers more or fewer, and what they cost.
fn posts(language: Language, scenario: &Scenario, outcome: &Outcome) -> Vec<String> {
    let text = |text, values: &[(&str, &str)]| fill(language.text(text), values);
    let first = &outcome.scenario.months[outcome.start];
    let change = outcome.staff_change();
    let coordinators = 12.0 * first.purses.municipality[Item::Coordinators as usize];
    let cost = change * scenario.parameters.post() + coordinators;
    let values = [("posts", &*language.posts(change.abs())), ("cost", &*language.money(cost.abs()))];
    let mut sentences = Vec::new();
    if first.allowed < NEARLY_ALL {
        sentences.push(match first.allowed * first.wanted < 1.0 {
            true => text(Text::SentencePostsNone, &[]),
            false => text(Text::SentenceAllowed, &[("share", &language.percent(first.allowed))]),
        });
    }
    match change {
        more if more > 0.0 => sentences.push(text(Text::SentencePostsMore, &values)),
        fewer if fewer < 0.0 => sentences.push(text(Text::SentencePostsFewer, &values)),
        _ => {}
    }
    sentences
}

/// The bands of the headline figures, in the order of [`uncertain::HEADLINES`].
pub fn headlines(bands: &Bands) -> [Between; uncertain::HEADLINES.len()] {
    std::array::from_fn(|series| bands.ends.get(series).and_then(between))
}

/// The chance that the municipality is out of the red at the horizon, in a sentence or under the headline; `None` of a plan
/// that changes nothing.
pub fn chance(language: Language, outcome: &Outcome, bands: &Bands, told: Text) -> Option<String> {
    let share = f64::from(bands.chances.at_horizon().filter(|_| outcome.changes_anything())?);
    let values = [("years", &*language.years(outcome.horizon)), ("share", &language.chance(share))];
    Some(fill(language.text(told), &values))
}

/// A figure told without its sign, with the band in brackets on the same side.
fn with_band(told: String, value: f64, band: Between, between: impl Fn(Between) -> String) -> String {
    let turned = band.map(|[low, high]| if value < 0.0 { [-high, -low] } else { [low, high] });
    match turned {
        Some(_) => format!("{told} ({})", between(turned)),
        None => told,
    }
}

/// How many fewer are on the benefit, and how many of them on a permanent one instead.
fn people(language: Language, outcome: &Outcome, band: Between) -> Vec<String> {
    let years = language.years(outcome.horizon);
    let stock = outcome.stock_change(outcome.horizon).round();
    let count = language.persons(stock.abs());
    let count = with_band(count, stock, band, |band| language.persons_between(band));
    let result = match stock {
        fewer if fewer < 0.0 => Text::SentenceStockFewer,
        more if more > 0.0 => Text::SentenceStockMore,
        _ => Text::SentenceStockSame,
    };
    let mut sentences = vec![fill(language.text(result), &[("years", &years), ("count", &count)])];
    let clarified = outcome.extra_clarified(outcome.horizon).round();
    let count = language.persons(clarified.abs());
    if clarified != 0.0 {
        let text = if clarified > 0.0 { Text::SentenceClarified } else { Text::SentenceClarifiedFewer };
        sentences.push(fill(language.text(text), &[("count", &count)]));
    }
    sentences
}

fn money(language: Language, outcome: &Outcome, band: Between) -> String {
    let net = outcome.municipal_net(outcome.horizon);
    let amount = with_band(language.money(net.abs()), net, band, |band| language.money_between(band));
    match net {
        gain if gain >= 500.0 => fill(language.text(Text::SentenceNetGain), &[("amount", &amount)]),
        loss if loss <= -500.0 => fill(language.text(Text::SentenceNetLoss), &[("amount", &amount)]),
        _ => language.text(Text::SentenceNetEven).to_owned(),
    }
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
