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
