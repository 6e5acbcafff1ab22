//! What a lever can do where it stands: whether it changes anything at all, and how far its slider goes.
//!
//! ```
//! use raaderum::model::tables::lever_by_key;
//! use raaderum::scenario::{Scenario, keys::Key, reach};
//!
//! let scenario = Scenario::at_place(0);
//! let room = lever_by_key("room").map(|lever| Key::Lever(lever, None)).expect("a lever");
//! assert!(reach::missing(&scenario, room).is_some(), "there is no ceiling that it could be room under");
//! ```

use super::Scenario;
use super::keys::Key;
use crate::model::place::Place;
use crate::model::tables::{GROUP_COUNT, GROUPS, GroupSpec, LEVERS, LeverKind, Need, Span, lever_by_key};

/// A slider that depends on the place has at least so many steps.
const STEPS: f64 = 100.0;

/// The first of a lever's needs that is not met; `None` where it can act.
pub fn missing(scenario: &Scenario, key: Key) -> Option<&'static Need> {
    let Key::Lever(lever, group) = key else { return None };
    LEVERS[lever].needs.iter().find(|need| !met(scenario, need, group))
}

fn met(scenario: &Scenario, need: &Need, group: Option<usize>) -> bool {
    let has_right = |right: fn(&GroupSpec) -> bool| match group {
        Some(group) => right(&GROUPS[group]),
        None => here(&scenario.place).any(|group| right(&GROUPS[group])),
    };
    match *need {
        Need::Is(lever, words) => stands(scenario, lever, words, true),
        Need::Not(lever, words) => stands(scenario, lever, words, false),
        Need::Mentor => has_right(|group| group.may_have_mentor),
        Need::Coordinator => has_right(|group| group.may_have_coordinator),
        Need::Municipality => !scenario.place.country,
    }
}

/// The groups with people in them.
fn here(place: &Place) -> impl Iterator<Item = usize> {
    (0..GROUP_COUNT).filter(|&group| place.stock[group] > 0.0)
}

/// Whether a lever stands at one of these words, or at another; in some group with people where each has its own.
fn stands(scenario: &Scenario, lever: &str, words: &[&str], among: bool) -> bool {
    let Some(lever) = lever_by_key(lever) else { return false };
    keys_of(scenario, lever).iter().any(|key| {
        let at = key.text(scenario);
        words.iter().any(|word| *word == at) == among
    })
}

/// The keys of a lever in a place: one, or one of each group with people.
pub fn keys_of(scenario: &Scenario, lever: usize) -> Vec<Key> {
    match LEVERS[lever].per_group {
        true => here(&scenario.place).map(|group| Key::Lever(lever, Some(group))).collect(),
        false => vec![Key::Lever(lever, None)],
    }
}

/// What a slider shows in a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// Leftmost.
    pub min: f64,
    /// Rightmost.
    pub max: f64,
    /// Smallest move.
    pub step: f64,
}

/// What the slider of a lever that is a number shows: the same everywhere, or as much as fits the place.
pub fn range(scenario: &Scenario, lever: usize) -> Option<Range> {
    let LeverKind::Number { max, step, usual: [low, high], span, .. } = LEVERS[lever].kind else {
        return None;
    };
    let Some((of, share)) = span else { return Some(Range { min: low, max: high, step }) };
    let whole = match of {
        Span::Caseworkers => pay(scenario),
        Span::Reserve => scenario.place.reserve(&scenario.parameters),
    };
    // Where there is nothing to take a share of, a slider still moves.
    let top = round_up((share * whole / 1e6).max(STEPS * step / 10.0)).min(max);
    Some(Range { min: low, max: top, step: round_up(top / STEPS / 2.0).max(step) })
}

/// What today's caseworkers cost a year, DKK.
fn pay(scenario: &Scenario) -> f64 {
    let Scenario { place, parameters, .. } = scenario;
    let posts: f64 =
        here(place).map(|group| place.stock[group] / place.caseload_today(group, parameters)).sum();
    posts * parameters.post()
}

/// The next of … 0.1, 0.2, 0.5, 1, 2, 5, 10 … that is not below.
fn round_up(value: f64) -> f64 {
    let mut size: f64 = 1e-3;
    // Nothing in the model is beyond 10^15.
    for _ in 0..18 {
        for digit in [1.0, 2.0, 5.0] {
            // Thousands divided by a thousand are what people write; powers of a tenth are not.
            let round = (digit * size * 1e3).round() / 1e3;
            if round >= value {
                return round;
            }
        }
        size *= 10.0;
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn round_numbers_are_one_two_and_five() {
        for (value, round) in
            [(0.0, 0.001), (0.07, 0.1), (14.2, 20.0), (20.0, 20.0), (21.0, 50.0), (5e8, 5e8)]
        {
            assert_eq!(round_up(value), round);
        }
        assert!(round_up(f64::INFINITY).is_infinite());
    }
}
