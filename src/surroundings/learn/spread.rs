//! How far figures have moved in so many years: the size of the change, whichever way it went.
//!
//! The change is `|ln((y(t + h) + ½) / (y(t) + ½))|` over all windows of `h` years, which overlap. Its median is the
//! half-width of the band in which half of the outcomes lie, its 90th percentile that of nine in ten: the band around
//! today's figure is symmetrical on the scale of ratios. The direction is left out because a series of two decades
//! holds one or two swings only: taken along, the swing of the years learned from would be told as what comes.
//!
//! A municipality's own widths are drawn towards those of all municipalities of its size: with `n` windows of `h` years
//! it has `m = n / h` that do not overlap, and its own count for `m / (m + 2)`. Where there are fewer than
//! [`FEW`] people, its own windows say more about rounding than about the place, and the class alone counts.

use super::figures::{Figures, Row};

/// Fewer people than this on average, and a municipality's own windows do not count.
pub const FEW: f64 = 25.0;
/// As many windows of its class stand against a municipality's own, in windows that do not overlap.
const CLASS_COUNTS: f64 = 2.0;
/// Added to every figure, so that nobody can be a beginning.
const ADDED: f64 = 0.5;
/// The size of a place is the mean of so many years.
const SIZE_YEARS: usize = 2;

/// Half-widths of the two bands, as natural logarithms of ratios: half and nine in ten of the outcomes.
pub type Widths = [f64; 2];
/// The shares of absolute changes that lie below them.
const SHARES: [f64; 2] = [0.5, 0.9];

/// What a table teaches up to a period.
pub struct Learned {
    /// The horizons, years.
    pub years: Vec<usize>,
    /// By size class and horizon.
    pub classes: Vec<Vec<Widths>>,
    /// The rows of the table: code, size class (the country has none), widths by horizon.
    pub places: Vec<(u16, Option<usize>, Vec<Widths>)>,
}

impl Learned {
    /// From the periods up to and with `until`; `below` are the upper ends of all size classes but the last. Horizons
    /// of which there is no window are left out.
    #[must_use]
    pub fn of(figures: &Figures, until: usize, years: &[usize], below: &[f64]) -> Self {
        let step = figures.pace.in_year();
        let years: Vec<usize> = years.iter().copied().filter(|years| years * step <= until).collect();
        let municipalities = || figures.rows.iter().filter(|row| row.code != 0);
        let class_of = |row: &Row| {
            let size = size(row, until, step);
            below.iter().position(|end| size < *end).unwrap_or(below.len())
        };
        let pooled = |class: usize, years: usize| {
            let all = |row: &&Row| class_of(row) == class;
            let found: Vec<f64> =
                municipalities().filter(all).flat_map(|row| changes(row, years * step, until)).collect();
            let everybody = || municipalities().flat_map(|row| changes(row, years * step, until)).collect();
            widths(if found.is_empty() { everybody() } else { found })
        };
        let classes: Vec<Vec<Widths>> = (0..=below.len())
            .map(|class| years.iter().map(|years| pooled(class, *years)).collect())
            .collect();
        let place = |row: &Row| {
            let class = (row.code != 0).then(|| class_of(row));
            let few = size(row, until, step) < FEW;
            let width = |(at, years): (usize, &usize)| {
                let own = changes(row, years * step, until);
                let apart = own.len() as f64 / (years * step) as f64;
                match class.map(|class| classes[class][at]) {
                    None => widths(own),
                    Some(theirs) if few || own.is_empty() => theirs,
                    Some(theirs) => between(theirs, widths(own), apart / (apart + CLASS_COUNTS)),
                }
            };
            (row.code, class, years.iter().enumerate().map(width).collect())
        };
        Self { places: figures.rows.iter().map(place).collect(), classes, years }
    }
}

fn between(from: Widths, to: Widths, share: f64) -> Widths {
    std::array::from_fn(|at| from[at] + (to[at] - from[at]) * share)
}

/// The mean of the last years up to a period.
fn size(row: &Row, until: usize, step: usize) -> f64 {
    let known = row.persons.iter().take(until + 1).rev().take(SIZE_YEARS * step).flatten();
    let (sum, count) = known.fold((0.0, 0.0), |(sum, count), persons| (sum + persons, count + 1.0));
    if count > 0.0 { sum / count } else { 0.0 }
}

/// The natural logarithm of the ratio over each window that begins at `first` or later and ends at `until` or before,
/// `length` periods apart.
pub fn ratios(row: &Row, length: usize, first: usize, until: usize) -> impl Iterator<Item = f64> {
    let end = (until + 1).min(row.persons.len());
    (first..end.saturating_sub(length)).filter_map(move |t| {
        let (from, to) = (row.persons[t]?, row.persons[t + length]?);
        Some(libm::log((to + ADDED) / (from + ADDED)))
    })
}

fn changes(row: &Row, length: usize, until: usize) -> Vec<f64> {
    ratios(row, length, 0, until).map(f64::abs).collect()
}

fn widths(mut changes: Vec<f64>) -> Widths {
    changes.sort_by(f64::total_cmp);
    SHARES.map(|share| quantile(&changes, share))
}

/// Of sorted values, between neighbours in a straight line; nought of none.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let at = share * sorted.len().saturating_sub(1) as f64;
    let below = at as usize;
    let value = |index: usize| sorted.get(index).copied();
    match (value(below), value(below + 1)) {
        (Some(low), Some(high)) => low + (high - low) * (at - below as f64),
        (Some(only), None) => only,
        (None, _) => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::super::figures::{Pace, read};
    use super::*;

    fn table(rows: &[(u16, Vec<f64>)]) -> Figures {
        let count = rows[0].1.len();
        let periods = (0..count).map(|at| format!("{}Q{}", 2000 + at / 4, at % 4 + 1)).collect();
        let rows = rows.iter().map(|(code, persons)| Row {
            code: *code,
            persons: persons.iter().map(|value| Some(*value)).collect(),
        });
        Figures { pace: Pace::Quarterly, periods, rows: rows.collect() }
    }

    #[test]
    fn a_place_that_stands_still_among_its_like_has_no_width() {
        let learned =
            Learned::of(&table(&[(1, vec![100.0; 20]), (2, vec![110.0; 20])]), 19, &[1, 2, 4, 6], &[50.0]);
        assert_eq!(learned.years, [1, 2, 4], "there is no window of six years in five");
        assert!(
            learned.places.iter().all(|(_, class, widths)| *class == Some(1) && widths == &[[0.0; 2]; 3])
        );
    }

    #[test]
    fn growth_and_fall_of_one_size_are_one_width() {
        let by =
            |factor: f64| (0..20).map(|t| 1e6 * libm::pow(factor, f64::from(t) / 4.0)).collect::<Vec<_>>();
        let learned = Learned::of(&table(&[(1, by(1.1)), (2, by(1.0 / 1.1))]), 19, &[1, 2], &[]);
        for (_, _, widths) in &learned.places {
            for (years, width) in [1.0, 2.0].into_iter().zip(widths) {
                assert!(width.iter().all(|width| (width - years * libm::log(1.1)).abs() < 1e-5), "{width:?}");
            }
        }
    }

    #[test]
    fn own_windows_count_by_those_that_do_not_overlap_and_never_those_of_a_handful() {
        let still = vec![100.0; 21];
        let moving =
            |scale: f64| (0..21).map(|t| if t % 8 < 4 { scale } else { 2.0 * scale }).collect::<Vec<_>>();
        let learned = Learned::of(&table(&[(1, still), (2, moving(1e4))]), 20, &[1], &[]);
        let [own, theirs] = [learned.places[0].2[0][1], learned.classes[0][0][1]];
        // 17 windows of a year in five years and a quarter: 4.25 that do not overlap.
        assert!((own - theirs * (1.0 - 4.25 / 6.25)).abs() < 1e-12, "{own} of {theirs}");
        let few = Learned::of(&table(&[(1, vec![10.0; 21]), (2, moving(5.0))]), 20, &[1], &[]);
        assert!(few.places.iter().all(|place| place.2 == few.classes[0]));
    }

    #[test]
    fn what_follows_the_last_period_learned_from_changes_nothing() {
        let mut persons: Vec<f64> = (0..30).map(|t| 200.0 + f64::from(t * t % 17)).collect();
        let before = Learned::of(&table(&[(1, persons.clone())]), 19, &[1, 2], &[]).places;
        persons[20..].fill(9_000.0);
        assert_eq!(Learned::of(&table(&[(1, persons)]), 19, &[1, 2], &[]).places, before);
    }

    #[test]
    fn withheld_figures_are_gaps_and_what_is_wrong_is_named() {
        let gap = read("code,2007Q4,2008Q1\n101,,5\n").map(|figures| figures.rows[0].persons.clone());
        assert_eq!(gap, Ok(vec![None, Some(5.0)]));
        for (text, named) in [
            ("", "empty"),
            ("kode,2007Q1\n", "“code”"),
            ("code\n", "no period"),
            ("code,2007\n", "“2007” is no period"),
            ("code,2007Q1,2007Q3\n", "2007Q3 does not follow"),
            ("code,2007Q1,2007M02\n", "2007M02 does not follow"),
            ("code,2007Q1\n101,x\n", "line 2: “x”"),
            ("code,2007Q1\n101,-1\n", "line 2: “-1”"),
            ("code,2007Q1\n101,1,2\n", "line 2: 2 figures, but 1 periods"),
            ("code,2007Q1\nKøbenhavn,1\n", "no official code"),
            ("code,2007Q1\n101,1\n101,1\n", "code 101 stands twice"),
        ] {
            let told = read(text).err().unwrap_or_default();
            assert!(told.contains(named), "{text:?}: {told}");
        }
    }
}
