//! Every lever, figure and assumption at its bounds, in pairs.
//!
//! All pairs of settings together would be some hundred thousand runs. Rows that set every key at once hold many pairs each:
//! a few hundred rows hold them all, and that is what every run of the tests tries. `cargo test --release --test model --
//! --ignored every_pair` moves two keys at a time away from a place as today, all pairs of them.

use crate::common::{no_longer_leavers, place};
use raaderum::model::month::{GroupMonth, Item, Month};
use raaderum::model::outcome::Outcome;
use raaderum::model::run::NEVER;
use raaderum::model::setup::CLARIFIED;
use raaderum::model::tables::GROUP_COUNT;
use raaderum::scenario::Scenario;
use raaderum::scenario::keys::{Expected, Key, TODAY};

/// What a key can be set to at its bounds: both ends, or every word.
fn settings(key: Key) -> Vec<String> {
    match key.expected() {
        Expected::OneOf(words) => words.into_iter().map(str::to_owned).collect(),
        Expected::Number { min, max, word, .. } => {
            let ends = [min, max].map(|end| end.to_string());
            ends.into_iter().chain(word.filter(|word| *word != TODAY).map(str::to_owned)).collect()
        }
    }
}

struct Bounds {
    keys: Vec<Key>,
    settings: Vec<Vec<String>>,
    /// Where each key's settings begin among all of them.
    from: Vec<usize>,
    count: usize,
}

impl Bounds {
    fn of_all_keys() -> Self {
        let keys: Vec<Key> = Key::all().collect();
        let settings: Vec<_> = keys.iter().map(|key| settings(*key)).collect();
        let from = settings.iter().scan(0, |sum, all| {
            *sum += all.len();
            Some(*sum - all.len())
        });
        let (from, count) = (from.collect(), settings.iter().map(Vec::len).sum());
        Self { keys, settings, from, count }
    }

    fn set(&self, scenario: &mut Scenario, key: usize, setting: usize) {
        let text = &self.settings[key][setting];
        let set = self.keys[key].set(scenario, text);
        assert_eq!(set, Ok(()), "{}={text}", self.keys[key].name());
    }

    /// Rows that between them hold every pair of settings of two keys: the first pair that is missing is put into a row
    /// that is else left to a fixed sequence.
    fn rows(&self) -> Vec<Vec<usize>> {
        let mut missing = vec![true; self.count * self.count];
        let (mut rows, mut state) = (Vec::new(), 20_261_122_u64);
        for a in 0..self.keys.len() {
            for b in a + 1..self.keys.len() {
                for (i, j) in pairs(&self.settings[a], &self.settings[b]) {
                    if !missing[(self.from[a] + i) * self.count + self.from[b] + j] {
                        continue;
                    }
                    let mut row: Vec<usize> =
                        self.settings.iter().map(|all| next(&mut state) as usize % all.len()).collect();
                    (row[a], row[b]) = (i, j);
                    self.strike(&mut missing, &row);
                    rows.push(row);
                }
            }
        }
        rows
    }

    fn strike(&self, missing: &mut [bool], row: &[usize]) {
        for a in 0..row.len() {
            for b in a + 1..row.len() {
                missing[(self.from[a] + row[a]) * self.count + self.from[b] + row[b]] = false;
            }
        }
    }

    fn row(&self, mut scenario: Scenario, row: &[usize]) -> Scenario {
        row.iter().enumerate().for_each(|(key, setting)| self.set(&mut scenario, key, *setting));
        scenario
    }
}

fn pairs<'a>(a: &'a [String], b: &'a [String]) -> impl Iterator<Item = (usize, usize)> + use<'a> {
    (0..a.len()).flat_map(move |i| (0..b.len()).map(move |j| (i, j)))
}

/// Numbers that look like chance and are the same in every run.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *state >> 33
}

/// Nothing is endless or negative, nobody is lost, and what one purse pays the other gets.
fn sound(scenario: &Scenario) {
    let outcome = scenario.simulate();
    for run in [&outcome.baseline, &outcome.uncapped, &outcome.scenario] {
        for pair in run.months.windows(2) {
            finite(&pair[0]);
            conserved(scenario, &pair[0], &pair[1]);
        }
        run.months.last().into_iter().for_each(finite);
        assert!(run.cash_out >= 0.0 && run.review_stop <= NEVER);
    }
    purses(&outcome);
}

fn finite(month: &Month<f64>) {
    for now in &month.groups {
        let amounts = [
            now.stock,
            now.posts,
            now.staff,
            now.in_training,
            now.effective,
            now.caseload,
            now.contact,
            now.minutes_per_talk,
            now.talks_not_held,
            now.sick_days,
            now.turnover,
            now.change,
            now.hires,
            now.inflow,
            now.reentries,
        ];
        let all =
            amounts.iter().chain(&now.exits).chain(&now.multiplier).chain(&now.leavers).chain(&now.kinds);
        assert!(all.clone().all(|value| value.is_finite() && *value >= 0.0), "{now:?}");
        assert!(now.after.iter().all(|value| value.is_finite()), "{now:?}");
    }
    let money = [month.municipal_net, month.state_net, month.cash, month.room, month.wanted];
    assert!(money.iter().all(|amount| amount.is_finite()), "{money:?}");
    assert!((0.0..=1.0).contains(&month.allowed), "{}", month.allowed);
}

fn close(a: f64, b: f64, scale: f64) -> bool {
    (a - b).abs() <= 1e-9 * scale.abs().max(1.0)
}

fn conserved(scenario: &Scenario, now: &Month<f64>, next: &Month<f64>) {
    for g in 0..GROUP_COUNT {
        let (now, next) = (&now.groups[g], &next.groups[g]);
        let exits: f64 = now.exits.iter().sum();
        assert!(
            close(next.stock, now.stock + now.inflow + now.reentries - exits, now.stock),
            "{now:?} {next:?}"
        );
        let gone = no_longer_leavers(scenario, g);
        let leavers = |group: &GroupMonth<f64>| group.leavers.iter().sum::<f64>();
        let back = leavers(now) * (1.0 - gone) + exits - now.exits[CLARIFIED];
        assert!(close(leavers(next), back, back), "{now:?} {next:?}");
    }
}

fn purses(outcome: &Outcome) {
    let (mut net, mut scale) = (0.0, 0.0);
    for (month, usual) in outcome.scenario.months.iter().zip(&outcome.baseline.months) {
        let cost = |month: &Month<f64>| month.purses.municipal_cost() + month.purses.state_cost();
        for item in [Item::Guarantee, Item::Sanctions, Item::Grant] {
            let (ours, theirs) =
                (month.purses.municipality[item as usize], month.purses.state[item as usize]);
            assert!(ours + theirs == 0.0, "{item:?} is paid by one to the other: {ours} {theirs}");
        }
        net += cost(usual) - cost(month);
        scale += cost(usual).abs() + month.purses.municipality.iter().map(|paid| paid.abs()).sum::<f64>();
        assert!(close(month.municipal_net + month.state_net, net, scale), "{net}");
    }
}

#[test]
fn every_pair_of_bounds_is_sound_with_all_else_at_bounds_too() {
    let bounds = Bounds::of_all_keys();
    let rows = bounds.rows();
    println!("{} keys, {} settings, all pairs in {} rows", bounds.keys.len(), bounds.count, rows.len());
    let starts = [place("typical"), Scenario::default()];
    for (index, row) in rows.iter().enumerate() {
        sound(&bounds.row(starts[index % starts.len()].clone(), row));
    }
}

#[test]
fn every_bound_alone_is_sound_in_a_place_as_today() {
    let bounds = Bounds::of_all_keys();
    for key in 0..bounds.keys.len() {
        for setting in 0..bounds.settings[key].len() {
            let mut scenario = place("typical");
            bounds.set(&mut scenario, key, setting);
            sound(&scenario);
        }
    }
}

#[test]
#[ignore = "minutes, optimised: cargo test --release --test model -- --ignored every_pair"]
fn every_pair_of_bounds_is_sound_in_a_place_as_today() {
    let (bounds, mut tried) = (Bounds::of_all_keys(), 0);
    for a in 0..bounds.keys.len() {
        for b in a + 1..bounds.keys.len() {
            for (i, j) in pairs(&bounds.settings[a], &bounds.settings[b]) {
                let mut scenario = place("typical");
                // A plan, so that the assumptions about it matter.
                scenario.policy.caseload = [Some(50.0); GROUP_COUNT];
                bounds.set(&mut scenario, a, i);
                bounds.set(&mut scenario, b, j);
                sound(&scenario);
                tried += 1;
            }
        }
    }
    println!("{tried} pairs");
}
