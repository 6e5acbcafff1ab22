//! Makes the product's table of the public ones, and measures how far its bands can be trusted.

pub mod coverage;
pub mod figures;
pub mod spread;

use std::fmt::Write as _;

use coverage::coverage;
use figures::Figures;
use spread::{Learned, Widths};

/// The horizons, years.
pub const YEARS: [usize; 7] = [1, 2, 3, 4, 6, 8, 10];

/// A public table, and how it is read.
pub struct Source {
    /// The group of the model that its people are.
    pub group: &'static str,
    /// What it counts and where it stands, in Danish and English.
    pub told: [&'static str; 2],
    /// The upper ends of all size classes but the last, persons.
    pub below: &'static [f64],
    /// The last periods learned from, where coverage is measured.
    pub until: [&'static str; 2],
    /// Its figures, as shipped.
    pub shipped: &'static str,
}

/// The tables there are; other groups of the model have no series of their own.
pub const SOURCES: [Source; 2] = [
    Source {
        group: "insured",
        told: [
            "Jobindsats.dk (STAR), y25i01: bruttoledige på dagpenge, fuldtidspersoner",
            "Jobindsats.dk (STAR), y25i01: gross unemployed on unemployment benefit, full-time",
        ],
        below: &[250.0, 500.0, 1_000.0, 2_000.0],
        until: ["2023M07", "2024M07"],
        shipped: include_str!("../../../static/history/insured.csv"),
    },
    Source {
        group: "job_ready",
        told: [
            "Danmarks Statistik, AUK01: nettoledige på kontanthjælp, fuldtidspersoner",
            "Statistics Denmark, AUK01: net unemployed on cash benefit, full-time",
        ],
        below: &[25.0, 50.0, 100.0, 200.0, 500.0],
        until: ["2017Q4", "2021Q4"],
        shipped: include_str!("../../../static/history/job_ready.csv"),
    },
];

/// The product's table, `static/data/history.toml`: of each source its figures, in the order of [`SOURCES`], with the
/// id of a place by its official code.
#[must_use]
pub fn product(figures: &[Figures], id: impl Fn(u16) -> Option<String>) -> String {
    let mut out = HEAD.to_owned();
    for (source, figures) in SOURCES.iter().zip(figures) {
        let last = figures.periods.len().saturating_sub(1);
        let learned = Learned::of(figures, last, &YEARS, source.below);
        let period = |at: usize| figures.periods.get(at).map_or("", String::as_str);
        // Writing to a text does not fail.
        let _ = write!(
            out,
            "\n[[table]]\ngroup = \"{}\"\nsource.da = \"{}\"\nsource.en = \"{}\"\nfirst = \"{}\"\nlast = \"{}\"\n\
             years = {:?}\nbelow = {:?}\nclasses = [\n",
            source.group,
            source.told[0],
            source.told[1],
            period(0),
            period(last),
            learned.years,
            source.below,
        );
        for widths in &learned.classes {
            let _ = writeln!(out, "    {},", thousandths(widths));
        }
        out.push_str("]\nplaces = [\n");
        for (code, class, widths) in &learned.places {
            let Some(id) = id(*code) else { continue };
            let class = class.map_or(String::new(), |class| format!(", class = {class}"));
            let _ = writeln!(
                out,
                "    {{ id = \"{id}\", code = {code}{class}, widths = {} }},",
                thousandths(widths)
            );
        }
        out.push_str("]\ncoverage = [\n");
        for until in source.until {
            for found in coverage(figures, until, &YEARS, source.below) {
                let [half, nine] = found.inside.map(|share| format!("{share:.3}"));
                let _ = writeln!(
                    out,
                    "    {{ until = \"{until}\", years = {}, windows = {}, inside = [{half}, {nine}] }},",
                    found.years, found.windows
                );
            }
        }
        out.push_str("]\n");
    }
    out
}

const HEAD: &str = "\
# How far the number of people has moved in so many years, municipality by municipality: what the surroundings tend to do.
# Made by script/history of the tables in static/history; change those, or the method in src/surroundings/learn, not this.
#
# widths: for each of years the half-widths of the bands that hold half and nine in ten of the changes, in thousandths of
# the natural logarithm of the ratio. class: the place's size class, counted from 0; the country has none. below: the upper
# ends of all classes but the last, persons. coverage: the share of later outcomes inside both bands, learned up to a period.
";

fn thousandths(widths: &[Widths]) -> String {
    let all: Vec<String> = widths.iter().flatten().map(|width| format!("{:.0}", 1e3 * width)).collect();
    format!("[{}]", all.join(", "))
}

#[cfg(test)]
mod tests {
    use super::super::{CoverageSpec, TABLES};
    use super::*;

    fn shipped() -> Vec<Figures> {
        let read = |source: &Source| figures::read(source.shipped);
        SOURCES.iter().map(read).collect::<Result<_, _>>().expect("the shipped series can be read")
    }

    #[test]
    fn the_products_table_is_what_the_series_and_the_method_make() {
        let id = |code: u16| {
            let all = TABLES.iter().flat_map(|table| table.places);
            all.filter(|place| place.code == code).map(|place| place.id.to_owned()).next()
        };
        let made = product(&shipped(), id);
        assert!(
            made == include_str!("../../../static/data/history.toml"),
            "run script/history, and read what changed"
        );
    }

    #[test]
    fn every_municipality_and_the_country_is_in_every_series() {
        for (figures, table) in shipped().iter().zip(&TABLES) {
            assert_eq!((figures.rows.len(), table.places.len()), (99, 99));
        }
    }

    /// What came lay inside so often, learned from the years before: a figure to be told, not to be wished for.
    #[test]
    fn coverage_is_what_the_page_tells() {
        let of = |group: usize, until: &str, years: u16| {
            let rows = TABLES[group].coverage.iter();
            rows.filter(|row| row.until == until && row.years == years)
                .map(|row: &CoverageSpec| row.inside)
                .next()
        };
        let cash = |until, years| of(1, until, years);
        assert_eq!(cash("2017Q4", 1), Some([0.500, 0.868]));
        assert_eq!(cash("2017Q4", 4), Some([0.453, 0.854]));
        assert_eq!(cash("2017Q4", 6), Some([0.473, 0.923]));
        assert_eq!(cash("2021Q4", 4), Some([0.755, 0.949]));
        assert_eq!(of(0, "2024M07", 1), Some([0.753, 0.981]));
    }

    #[test]
    fn the_fall_of_six_years_that_a_band_of_levels_missed_lies_in_this_one() {
        // Published beside the series: 2019Q4 to 2025Q4 is 0.40 to 1.27 times, where at least 30 were unemployed.
        let figures = &shipped()[1];
        let at = |period: &str| figures.periods.iter().position(|known| known == period).expect("a period");
        let (from, to) = (at("2019Q4"), at("2025Q4"));
        let rows = figures.rows.iter().filter(|row| row.code != 0);
        let mut ratios: Vec<f64> = rows
            .filter_map(|row| Some((row.persons[from]?, row.persons[to]?)))
            .filter(|(from, _)| *from >= 30.0)
            .map(|(from, to)| to / from)
            .collect();
        ratios.sort_by(f64::total_cmp);
        assert_eq!(ratios.len(), 87);
        let share = |share: f64| ratios[(share * 86.0).round() as usize];
        assert!(
            (share(0.05) - 0.40).abs() < 0.02
                && (share(0.95) - 1.27).abs() < 0.05
                && (share(0.5) - 0.63).abs() < 0.01
        );
        let widths = &spread::Learned::of(figures, from, &[6], SOURCES[1].below).classes[2][0];
        assert!(share(0.05) > libm::exp(-widths[1]) && share(0.95) < libm::exp(widths[1]), "{widths:?}");
    }
}
