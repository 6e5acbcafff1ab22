//! The same scenario gives the same bits natively and in a browser.
//!
//! Forty scenarios are run, and the bits of every figure of every run are hashed; so are, for every fifth, the bands
//! of every series in every month. The hashes stand in `golden/bits.txt`. The very same test runs natively and in a browser (`script/test` does both), and each holds
//! its own hashes against the file. Where the model or its data change, so do the bits:
//! `RAADERUM_GOLDEN=write cargo test --test same_everywhere` writes the file anew, natively; the browser must agree.

#![allow(clippy::panic, reason = "a test says what went wrong by panicking")]

use raaderum::model::month::{Bill, GroupMonth, Month};
use raaderum::model::outcome::VERDICT_YEARS;
use raaderum::model::run::Run;
use raaderum::model::tables::PLACES;
use raaderum::scenario::keys::{Expected, Key};
use raaderum::scenario::{Scenario, uncertain};
use raaderum::uncertainty::bands::Bands;
use raaderum::uncertainty::ensemble::Until;
use raaderum::uncertainty::samples::{Samples, Watch};
use raaderum::uncertainty::series::Series;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

const GOLDEN: &str = include_str!("golden/bits.txt");
const SCENARIOS: u64 = 40;
/// Each of these has bands too.
const WITH_BANDS: u64 = 5;
const DRAWS: usize = 256;

/// Weyl steps, scrambled (SplitMix64): the same numbers everywhere, without a dependency.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Sixty-fourths from 0 to 1: exact, and so are most values made of them.
    fn part(&mut self) -> f64 {
        (self.next() % 65) as f64 / 64.0
    }
}

/// A scenario with keys moved anywhere in their ranges: every lever in every fourth, half of all in the others.
///
/// Few plans chosen by lot would be approved, and those that are not say little: the council is asked in some only.
fn scenario(index: u64) -> Scenario {
    let mut numbers = Numbers(index);
    let mut scenario = Scenario::at_place(index as usize % PLACES.len());
    for key in Key::all() {
        let every = index.is_multiple_of(4) && matches!(key, Key::Lever(..));
        let (moved, part) = (numbers.next().is_multiple_of(2), numbers.part());
        let asked = key.name() != "approve" || index.is_multiple_of(8);
        if asked && (every || moved) {
            let text = value(&key.expected_in(&scenario), part);
            let set = key.set(&mut scenario, &text);
            assert!(set.is_ok(), "{}={text}: {set:?}", key.name());
        }
    }
    scenario
}

fn value(expected: &Expected, part: f64) -> String {
    match expected {
        Expected::OneOf(words) => words[((words.len() - 1) as f64 * part).round() as usize].to_owned(),
        Expected::Number { min, max, whole, .. } => {
            let value = (min + (max - min) * part).clamp(*min, *max);
            if *whole { value.round().to_string() } else { value.to_string() }
        }
    }
}

/// FNV-1a over the bits of numbers.
struct Hash(u64);

impl Hash {
    fn take(&mut self, value: f64) {
        for byte in value.to_bits().to_le_bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}

fn hash(run: &Run<f64>) -> u64 {
    let mut hash = Hash(0xcbf2_9ce4_8422_2325);
    hash.take(run.cash_out);
    hash.take(run.review_stop);
    for month in &run.months {
        figures(month, &mut |value| hash.take(value));
    }
    hash.0
}

/// Every figure of a month; with every field named, a new one cannot be forgotten.
#[rustfmt::skip]
fn figures(month: &Month<f64>, take: &mut impl FnMut(f64)) {
    let Month {
        groups, purses, bill, saving, frame_saving, extra_staff, room, wanted, allowed, municipal_net, state_net,
        cash,
    } = month;
    groups.iter().for_each(|group| of_group(group, take));
    purses.municipality.iter().chain(&purses.state).for_each(|value| take(*value));
    let Bill { guaranteed, benefits, activation, staff, municipal, state } = bill;
    let rest = [
        guaranteed, benefits, activation, staff, municipal, state, saving, frame_saving, extra_staff, room, wanted, allowed, municipal_net, state_net, cash,
    ];
    rest.into_iter().for_each(|value| take(*value));
}

#[rustfmt::skip]
fn of_group(group: &GroupMonth<f64>, take: &mut impl FnMut(f64)) {
    let GroupMonth {
        stock, posts, staff, in_training, effective, caseload, contact, minutes_per_talk, talks_not_held, sick_days,
        turnover, change, hires, multiplier, clarifying, kinds, exits, inflow, reentries, leavers, after,
    } = group;
    let single = [
        stock, posts, staff, in_training, effective, caseload, contact, minutes_per_talk, talks_not_held, sick_days,
        turnover, change, hires, inflow, reentries, clarifying,
    ];
    let many = multiplier.iter().chain(kinds).chain(leavers).chain(exits).chain(after);
    single.into_iter().chain(many).for_each(|value| take(*value));
}

/// The bands of everything that can be watched.
fn bands(scenario: &Scenario, approved: bool) -> Bands {
    let series = vec![
        Series::Stock(None),
        Series::Stock(Some(0)),
        Series::StockChange,
        Series::Jobs,
        Series::Clarified,
        Series::MunicipalNet,
        Series::StateNet,
        Series::PriceOfCap,
    ];
    let horizon = usize::from(scenario.policy.horizon);
    let mut samples = Samples::new(Watch { months: series.clone(), ends: series, horizon }, DRAWS);
    uncertain::ensemble(scenario).advance(&scenario.policy, approved, Until::End, &mut samples, DRAWS);
    Bands::of(&samples, &mut Vec::new())
}

fn of_bands(bands: &Bands) -> u64 {
    let mut hash = Hash(0xcbf2_9ce4_8422_2325);
    let Bands { watch: _, draws, months, ends, payback, chances } = bands;
    hash.take(*draws as f64);
    hash.take(payback.costs_nothing.into());
    hash.take(chances.changes.into());
    (0..=VERDICT_YEARS.len()).for_each(|place| hash.take(chances.after(place).map_or(-1.0, f64::from)));
    let spreads = months.iter().flatten().chain(ends).flatten();
    // Natively, but not in a browser, the larger of a number and of none is the number: what is no number hides there.
    let numbers =
        payback.by_month.iter().chain(spreads).inspect(|value| assert!(value.is_finite(), "{value}"));
    numbers.for_each(|value| hash.take(f64::from(*value)));
    hash.0
}

/// A line for each run of each scenario: scenario, run, hash, and three figures to tell how far apart two are.
fn lines() -> Vec<String> {
    let mut lines = Vec::new();
    for index in 0..SCENARIOS {
        let scenario = scenario(index);
        let outcome = scenario.simulate();
        let country = scenario.country(&outcome);
        let runs = [
            ("baseline", Some(&outcome.baseline)),
            ("uncapped", Some(&outcome.uncapped)),
            ("scenario", Some(&outcome.scenario)),
            ("country", country.as_ref().map(|country| &country.scenario)),
        ];
        for (name, run) in runs.into_iter().filter_map(|(name, run)| Some((name, run?))) {
            let last = &run.months[run.months.len() - 1];
            let (stock, net) = (last.stock(), last.municipal_net);
            lines.push(format!("{index} {name} {:016x} {stock:e} {net:e}", hash(run)));
        }
        if index.is_multiple_of(WITH_BANDS) {
            let bands = bands(&scenario, uncertain::approved(&outcome));
            let [stock, net] = [0, 5].map(|series| bands.ends[series][2]);
            lines.push(format!("{index} bands {:016x} {stock:e} {net:e}", of_bands(&bands)));
        }
    }
    lines
}

/// How far apart the last stocks and nets of two lines are, in parts of the greater.
fn apart(one: &str, other: &str) -> f64 {
    let figures =
        |line: &str| line.split(' ').skip(3).filter_map(|part| part.parse().ok()).collect::<Vec<f64>>();
    let both = figures(one).into_iter().zip(figures(other));
    both.map(|(a, b)| (a - b).abs() / a.abs().max(b.abs()).max(1e-300)).fold(0.0, f64::max)
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn every_figure_has_the_bits_of_the_golden_file() {
    let lines = lines();
    #[cfg(not(target_arch = "wasm32"))]
    if std::env::var_os("RAADERUM_GOLDEN").is_some_and(|what| what == "write") {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/bits.txt");
        let written = std::fs::write(path, lines.join("\n") + "\n");
        assert!(written.is_ok(), "{path}: {written:?}");
        return;
    }
    let golden: Vec<&str> = GOLDEN.lines().collect();
    assert_eq!(lines.len(), golden.len(), "another number of runs");
    let differ: Vec<_> = lines.iter().zip(golden).filter(|(now, then)| now != then).collect();
    let furthest = differ.iter().map(|(now, then)| apart(now, then)).fold(0.0, f64::max);
    assert!(
        differ.is_empty(),
        "{} of {} runs differ from the golden file, by at most {furthest:e} of a last stock or net; the first:\n\
         now  {}\nthen {}\nWhere the model or its data were meant to change: \
         RAADERUM_GOLDEN=write cargo test --test same_everywhere",
        differ.len(),
        lines.len(),
        differ[0].0,
        differ[0].1,
    );
}
