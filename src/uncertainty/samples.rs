//! What the draws gave: the watched series month by month, what they end at, and when each draw has paid for itself.

use raaderum_model::abreast::Seen;
use raaderum_model::lane::{Eight, Lane};

pub use crate::answer::{Answer, Answers};
pub use crate::payback::{NEVER, NOTHING, Payback, rounding};
use crate::series::Series;

/// What is to be watched.
#[derive(Clone, Debug, PartialEq)]
pub struct Watch {
    /// Series of which every month up to the horizon is kept.
    pub months: Vec<Series>,
    /// Series of which the value at the horizon is kept.
    pub ends: Vec<Series>,
    /// Last month kept.
    pub horizon: usize,
}

/// The values of draws, of as many as have been run so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Samples {
    watch: Watch,
    /// The first draw.
    first: usize,
    draws: usize,
    /// For each series and month, and then for each series' end, the values of all draws.
    rows: Vec<Vec<f32>>,
    /// Months from the start of the plan until a draw has paid for itself for good; [`NOTHING`] and [`NEVER`].
    payback: Vec<f32>,
    /// What each draw answers at the horizon of every council, see [`Answer`].
    answers: Vec<f32>,
}

impl Samples {
    /// No draw yet; there is room for so many.
    pub fn new(watch: Watch, draws: usize) -> Self {
        Self::from(watch, 0, draws)
    }

    /// No draw yet; the draws before `first` are somebody else's.
    pub fn from(watch: Watch, first: usize, draws: usize) -> Self {
        let rows = watch.months.len() * (watch.horizon + 1) + watch.ends.len();
        let row = || Vec::with_capacity(draws);
        Self {
            watch,
            first,
            draws: 0,
            rows: (0..rows).map(|_| row()).collect(),
            payback: row(),
            answers: row(),
        }
    }

    /// What is watched.
    pub fn watch(&self) -> &Watch {
        &self.watch
    }

    /// Draws so far.
    pub fn draws(&self) -> usize {
        self.draws
    }

    /// The draw that comes next.
    pub fn next(&self) -> usize {
        self.first + self.draws
    }

    /// All numbers in a row, to be passed to another thread.
    pub fn write(&self, numbers: &mut Vec<f32>) {
        self.rows.iter().chain([&self.payback, &self.answers]).for_each(|row| numbers.extend(row));
    }

    /// Takes in the numbers that another thread has written of draws of the same watch; false, and nothing is taken, where
    /// they are not of whole draws.
    pub fn take_in(&mut self, numbers: &[f32]) -> bool {
        let of_each = self.rows.len() + 2;
        let draws = numbers.len() / of_each;
        let fits = draws > 0 && numbers.len() == draws * of_each;
        if fits {
            let rows = self.rows.iter_mut().chain([&mut self.payback, &mut self.answers]);
            rows.zip(numbers.chunks(draws)).for_each(|(row, values)| row.extend(values));
            self.draws += draws;
        }
        fits
    }

    /// The values of a watched series in a month, by its place in [`Watch::months`].
    pub fn month(&self, series: usize, month: usize) -> &[f32] {
        self.row(series * (self.watch.horizon + 1) + month)
    }

    /// The values at the horizon, by the place in [`Watch::ends`].
    pub fn end(&self, series: usize) -> &[f32] {
        self.row(self.watch.months.len() * (self.watch.horizon + 1) + series)
    }

    /// When each draw has paid for itself.
    pub fn payback(&self) -> &[f32] {
        &self.payback
    }

    /// What each draw answers.
    pub fn answers(&self) -> impl Iterator<Item = Answer> {
        self.answers.iter().copied().map(Answer::from_number)
    }

    fn row(&self, row: usize) -> &[f32] {
        self.rows.get(row).map_or(&[], Vec::as_slice)
    }

    /// Forgets the draws, and keeps the memory.
    pub fn clear(&mut self) {
        self.draws = 0;
        self.payback.clear();
        self.answers.clear();
        self.rows.iter_mut().for_each(Vec::clear);
    }

    /// Adds the draws of one lane once all their months have been seen.
    pub(crate) fn finish(&mut self, payback: Eight, answers: [Answer; Eight::COUNT]) {
        self.payback.extend(payback.values());
        self.answers.extend(answers.map(Answer::number));
        self.draws += Eight::COUNT;
    }

    /// Keeps what is watched of month `t`.
    pub(crate) fn keep(&mut self, t: usize, seen: Seen<'_>) {
        let Self { watch, rows, .. } = self;
        let horizon = watch.horizon;
        for (i, series) in watch.months.iter().enumerate() {
            let at = t + usize::from(series.adds_up());
            if at > horizon {
                continue;
            }
            let first = i * (horizon + 1);
            if t == 0 && series.adds_up() {
                rows[first].extend_from_slice(&[0.0; Eight::COUNT]);
            }
            rows[first + at].extend_from_slice(&series.of(seen).values());
        }
        // A series ends in the last month or in the one before it.
        if t + 1 < horizon {
            return;
        }
        let first = watch.months.len() * (horizon + 1);
        for (i, series) in watch.ends.iter().enumerate() {
            if t + usize::from(series.adds_up()) == horizon {
                rows[first + i].extend_from_slice(&series.of(seen).values());
            }
        }
    }
}
