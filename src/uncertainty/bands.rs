//! The bands of what was watched, and the chances of a plan.

use raaderum_model::outcome::VERDICT_YEARS;

use crate::answer::{Answer, LOOKS};
use crate::payback::{NEVER, NOTHING};
use crate::quantile::quantiles;
use crate::samples::{Samples, Watch};

/// The shares below which a band's five values lie.
pub const SHARES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// 5, 25, 50, 75 and 95 % of the draws lie below these.
pub type Spread = [f32; 5];

/// Where nine of ten outcomes lie; `None` where nothing is uncertain.
pub type Between = Option<[f64; 2]>;

/// The ends of the widest band.
#[must_use]
pub fn between(&[low, .., high]: &Spread) -> Between {
    (low < high).then(|| [low, high].map(f64::from))
}

/// What many draws say.
#[derive(Clone, Debug, PartialEq)]
pub struct Bands {
    /// What was watched.
    pub watch: Watch,
    /// How many draws.
    pub draws: usize,
    /// For each series of [`Watch::months`] the spread in each month from 0.
    pub months: Vec<Vec<Spread>>,
    /// For each series of [`Watch::ends`] the spread at the horizon.
    pub ends: Vec<Spread>,
    /// When the plan has paid for itself.
    pub payback: PaidBack,
    /// What councils say of it.
    pub chances: Chances,
}

/// In what share of the draws the plan has paid for itself for good.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PaidBack {
    /// The municipality is never out of pocket.
    pub costs_nothing: f32,
    /// Paid back for good so many months after the start at the latest, by month from 0; not with those above.
    pub by_month: Vec<f32>,
}

/// In what share of the draws the plan changes something and leaves the municipality out of the red.
///
/// A council asks this, not when a plan has paid for itself for good: one that saves first and costs later has a chance of
/// nearly one in its first years.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Chances {
    /// In what share of the draws the plan changes anything.
    pub changes: f32,
    /// After each of [`VERDICT_YEARS`] since the start of the plan, and then at the horizon; `None` where draws were not run
    /// so far.
    shares: [Option<f32>; LOOKS],
}

impl Chances {
    /// After so many years as stand at a place in [`VERDICT_YEARS`]; `None` where the draws do not say: they were not run so
    /// far, or the plan changes nothing in any.
    pub fn after(&self, place: usize) -> Option<f32> {
        self.shares.get(place).copied().flatten().filter(|_| self.changes > 0.0)
    }

    /// At the horizon.
    pub fn at_horizon(&self) -> Option<f32> {
        self.after(VERDICT_YEARS.len())
    }

    fn of(answers: impl Iterator<Item = Answer>) -> Self {
        let (mut draws, mut changing, mut yes, mut seen) = (0_u32, 0_u32, [0_u32; LOOKS], [true; LOOKS]);
        for answer in answers {
            draws += 1;
            changing += u32::from(answer.changes);
            for (place, said) in answer.yes.into_iter().enumerate() {
                seen[place] &= said.is_some();
                yes[place] += u32::from(answer.changes && said == Some(true));
            }
        }
        let share = |count: u32| count as f32 / draws.max(1) as f32;
        let shares = std::array::from_fn(|place| (draws > 0 && seen[place]).then(|| share(yes[place])));
        Self { changes: share(changing), shares }
    }

    /// In a row; what is not known is below nought.
    fn numbers(&self) -> [f32; LOOKS + 1] {
        let at = |place: usize| {
            place.checked_sub(1).map_or(self.changes, |place| self.shares[place].unwrap_or(-1.0))
        };
        std::array::from_fn(at)
    }

    fn from_numbers(numbers: &[f32; LOOKS + 1]) -> Self {
        let [changes, shares @ ..] = *numbers;
        Self { changes, shares: shares.map(|share| (share >= 0.0).then_some(share)) }
    }
}

impl PaidBack {
    /// The chance that the plan has cost nothing or has paid for itself within the run.
    pub fn ever(&self) -> f32 {
        self.costs_nothing + self.by_month.last().copied().unwrap_or_default()
    }

    /// The same after so many months.
    pub fn after(&self, months: usize) -> f32 {
        let last = self.by_month.len().saturating_sub(1);
        self.costs_nothing + self.by_month.get(months.min(last)).copied().unwrap_or_default()
    }

    fn of(payback: &[f32]) -> Self {
        let share = 1.0 / payback.len().max(1) as f32;
        let costs_nothing = payback.iter().filter(|months| **months == NOTHING).count() as f32 * share;
        let paid = || payback.iter().copied().filter(|months| *months >= 0.0 && *months < NEVER);
        let last = paid().fold(0.0, f32::max) as usize;
        let mut counts = vec![0_u32; last + 1];
        for months in paid() {
            counts[months as usize] += 1;
        }
        let mut so_far = 0;
        let sum = |count: &u32| {
            so_far += count;
            so_far as f32 * share
        };
        Self { costs_nothing, by_month: counts.iter().map(sum).collect() }
    }
}

impl Bands {
    /// All numbers in a row, to be passed to another thread.
    pub fn write(&self, numbers: &mut Vec<f32>) {
        let PaidBack { costs_nothing, by_month } = &self.payback;
        numbers.extend([self.draws as f32, *costs_nothing, by_month.len() as f32]);
        numbers.extend(by_month);
        numbers.extend(self.chances.numbers());
        numbers.extend(self.months.iter().flatten().chain(&self.ends).flatten());
    }

    /// The bands whose numbers these are; `None` where they do not fit what was watched.
    pub fn read(watch: Watch, numbers: &[f32]) -> Option<Self> {
        let [draws, costs_nothing, paid, rest @ ..] = numbers else { return None };
        let (by_month, rest) = rest.split_at_checked(*paid as usize)?;
        let (chances, rest) = rest.split_first_chunk()?;
        let (spreads, left) = rest.as_chunks::<{ SHARES.len() }>();
        let in_months = watch.months.len() * (watch.horizon + 1);
        if !left.is_empty() || spreads.len() != in_months + watch.ends.len() {
            return None;
        }
        let (months, ends) = spreads.split_at(in_months);
        let payback = PaidBack { costs_nothing: *costs_nothing, by_month: by_month.to_vec() };
        let chances = Chances::from_numbers(chances);
        let months = months.chunks(watch.horizon + 1).map(<[Spread]>::to_vec).collect();
        Some(Self { watch, draws: *draws as usize, months, ends: ends.to_vec(), payback, chances })
    }

    /// Of the draws so far; `scratch` is memory used again and again.
    pub fn of(samples: &Samples, scratch: &mut Vec<f32>) -> Self {
        let watch = samples.watch();
        let mut spread = |values: &[f32]| {
            scratch.clear();
            scratch.extend_from_slice(values);
            quantiles(scratch, SHARES)
        };
        let months = (0..watch.months.len())
            .map(|series| (0..=watch.horizon).map(|month| spread(samples.month(series, month))).collect())
            .collect();
        let ends = (0..watch.ends.len()).map(|series| spread(samples.end(series))).collect();
        Self {
            watch: watch.clone(),
            draws: samples.draws(),
            months,
            ends,
            payback: PaidBack::of(samples.payback()),
            chances: Chances::of(samples.answers()),
        }
    }
}
