//! What the answers of teams come to, all seen at the same horizon, and how far they lie apart.

use super::setting::{Setting, present};
use crate::model::outcome::{Outcome, Payback};
use crate::scenario::keys::Key;
use crate::scenario::{Scenario, team, uncertain, verdict};
use crate::uncertainty::bands::{Bands, Between, between};
use crate::uncertainty::draws::MOST;
use crate::uncertainty::ensemble::Until;
use crate::uncertainty::samples::Samples;

/// What one answer comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Extra people in jobs.
    pub jobs: (f64, Between),
    /// The municipality's net, DKK.
    pub net: (f64, Between),
    /// The chance that it has paid for itself; `None` where there is nothing to pay back.
    pub chance: Option<f64>,
    /// When it has paid for itself.
    pub payback: Payback,
    /// Months ahead.
    pub months: usize,
}

/// What an answer comes to after so many months as the base looks ahead: a team that looks further is not better off.
pub fn found(base: &Scenario, answer: &Scenario) -> Found {
    let mut scenario = answer.clone();
    scenario.policy.horizon = base.policy.horizon;
    let outcome = scenario.simulate();
    let mut samples = Samples::new(uncertain::watch(&scenario), MOST);
    let approved = uncertain::approved(&outcome);
    uncertain::ensemble(&scenario).advance(&scenario.policy, approved, Until::End, &mut samples, MOST);
    Found::of(&outcome, &Bands::of(&samples, &mut Vec::new()))
}

impl Found {
    /// What an outcome and its bands say.
    pub fn of(outcome: &Outcome, bands: &Bands) -> Self {
        let acts = verdict::acts(outcome);
        let band = |series: usize| bands.ends.get(series).filter(|_| acts).and_then(between);
        let months = outcome.horizon;
        Self {
            jobs: (outcome.extra_jobs(months), band(0)),
            net: (outcome.municipal_net(months), band(1)),
            chance: verdict::chance_at_horizon(outcome, bands),
            payback: outcome.payback,
            months,
        }
    }
}

/// Where teams have put a lever.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// Which.
    pub key: Key,
    /// How many have moved it.
    pub touched: usize,
    /// Where all of them stand.
    pub stands: Stands,
}

/// Where all teams stand, those that left it alone included.
#[derive(Clone, Debug, PartialEq)]
pub enum Stands {
    /// The lowest, the middle one and the highest; of an even number the mean of the middle two.
    Numbers([f64; 3]),
    /// How many stand at each word, as in links, in the order of the first that has it.
    Words(Vec<(String, usize)>),
}

/// The levers that somebody has moved.
pub fn spreads(base: &Scenario, answers: &[Scenario]) -> Vec<Spread> {
    team::all(base).into_iter().filter_map(|key| spread(base, answers, key)).collect()
}

fn spread(base: &Scenario, answers: &[Scenario], key: Key) -> Option<Spread> {
    let before = key.text(base);
    let touched = answers.iter().filter(|answer| key.text(answer) != before).count();
    let settings: Vec<Setting> = answers.iter().map(|answer| present(key, answer)).collect();
    let numbers: Option<Vec<f64>> = settings
        .iter()
        .map(|setting| if let Setting::Number(value) = setting { Some(*value) } else { None })
        .collect();
    let stands = match numbers {
        Some(numbers) => Stands::Numbers(three(numbers)),
        None => Stands::Words(counted(answers.iter().map(|answer| key.text(answer)))),
    };
    (touched > 0).then_some(Spread { key, touched, stands })
}

/// The lowest, the middle and the highest of some numbers.
fn three(mut numbers: Vec<f64>) -> [f64; 3] {
    // A handful: put in order one by one.
    for last in 1..numbers.len() {
        for at in (0..last).rev() {
            if numbers[at] > numbers[at + 1] {
                numbers.swap(at, at + 1);
            }
        }
    }
    let count = numbers.len();
    let at = |place: usize| numbers.get(place).copied().unwrap_or_default();
    let middle = (at(count.saturating_sub(1) / 2) + at(count / 2)) / 2.0;
    [at(0), middle, at(count.saturating_sub(1))]
}

fn counted(words: impl Iterator<Item = String>) -> Vec<(String, usize)> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for word in words {
        match counts.iter_mut().find(|(known, _)| *known == word) {
            Some((_, count)) => *count += 1,
            None => counts.push((word, 1)),
        }
    }
    counts
}
