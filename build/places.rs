//! Places with their stocks, and the ladders of state reimbursement.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Files;
use super::groups::Group;
use super::municipalities::municipality::share;
use super::municipalities::{self, Columns, Table};
use super::parameters::Parameter;
use super::problems::{Place as At, Problems};
use super::read;
use super::texts::{self, Localized, Source};

const PLACES: &str = "static/data/places.toml";
const LADDERS: &str = "static/data/refusion.toml";

/// Where a place's stock comes from; one that is not given is scaled from the country by population.
#[derive(Deserialize, Clone, Copy, Debug, PartialEq)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    Published,
    Derived,
    Estimate,
    /// Published, without the few that the source withholds: only the table of municipalities has such.
    Partly,
    Scaled,
}

/// A stock in the file.
#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
pub struct Stock {
    pub value: f64,
    pub basis: Basis,
    pub source: Option<Source>,
}

/// One place.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct Place {
    pub id: String,
    /// Other ids that mean it.
    #[serde(default)]
    pub also: Vec<String>,
    #[serde(default)]
    pub population: f64,
    #[serde(default)]
    pub year: u16,
    #[serde(default)]
    pub country: bool,
    /// DKK per inhabitant.
    pub cash: Option<f64>,
    /// DKK m a year.
    pub room: Option<f64>,
    pub name: Localized,
    pub source: Source,
    #[serde(default)]
    pub stock: BTreeMap<String, Stock>,
    #[serde(default)]
    pub caseload: BTreeMap<String, f64>,
    /// A municipality's official code.
    #[serde(skip)]
    pub code: Option<u16>,
    /// A municipality's name in the table of all.
    #[serde(skip)]
    pub own_name: String,
    /// Whether name and source are its own.
    #[serde(skip)]
    pub described: bool,
}

/// What is known of a municipality beyond the table of all.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Extra {
    id: String,
    #[serde(default)]
    also: Vec<String>,
    cash: Option<f64>,
    room: Option<f64>,
    name: Localized,
    source: Source,
    #[serde(default)]
    caseload: BTreeMap<String, f64>,
}

/// One ladder of state reimbursement.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ladder {
    pub id: String,
    pub steps: Vec<Step>,
    pub name: Localized,
    pub source: Source,
}

/// From this week of a spell the state pays this share.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub from_week: f64,
    pub state_share: f64,
}

/// Reads the places and fills the stocks that are not known from the country's.
pub fn read(
    files: &Files,
    codes: &[&str],
    groups: &[Group],
    parameters: &[Parameter],
    columns: &Columns,
    problems: &mut Problems,
) -> Vec<Place> {
    let lists = ["place", "municipality"];
    let mut places: Vec<Place> = read::entries_of(files, PLACES, "place", "id", &lists, problems);
    for place in &mut places {
        place.described = true;
        check_scaled(place, problems);
    }
    let Table { country, mut municipalities } = municipalities::read(files, columns, codes, problems);
    if let (Some(place), Some(row)) = (places.iter_mut().find(|place| place.country), country) {
        (place.population, place.year) = (row.population, row.year);
        for (group, stock) in row.stock {
            place.stock.entry(group).or_insert(stock);
        }
    }
    for extra in read::entries_of(files, PLACES, "municipality", "id", &lists, problems) {
        add(extra, &mut municipalities, problems);
    }
    places.append(&mut municipalities);
    let also = places.iter().flat_map(|p| &p.also);
    problems.check_ids(PLACES, places.iter().map(|p| &p.id).chain(also).map(String::as_str));
    for place in &places {
        check_place(place, codes, groups, problems);
    }
    check_country(&places, groups, parameters, problems);
    scale(&mut places, groups);
    places
}

fn add(extra: Extra, municipalities: &mut [Place], problems: &mut Problems) {
    let Some(place) = municipalities.iter_mut().find(|place| place.id == extra.id) else {
        problems.add(At { file: PLACES, entry: &extra.id }, "is no municipality of municipalities.csv");
        return;
    };
    place.described = true;
    (place.also, place.cash, place.room) = (extra.also, extra.cash, extra.room);
    (place.name, place.source, place.caseload) = (extra.name, extra.source, extra.caseload);
}

fn check_scaled(place: &Place, problems: &mut Problems) {
    let at = At { file: PLACES, entry: &place.id };
    let made = |stock: &Stock| matches!(stock.basis, Basis::Scaled | Basis::Partly);
    for (group, _) in place.stock.iter().filter(|(_, stock)| made(stock)) {
        problems.add(at, format!("stock.{group}: leave a scaled stock out, the build scales it"));
    }
}

fn check_place(place: &Place, codes: &[&str], groups: &[Group], problems: &mut Problems) {
    let at = At { file: PLACES, entry: &place.id };
    texts::check(at, "name", &place.name, codes, &[], problems);
    texts::check_source(at, &place.source, codes, problems);
    problems
        .require(place.population > 0.0, at, || format!("population {} is not above 0", place.population));
    let known = |id: &str| groups.iter().any(|g| g.id == id);
    for (group, stock) in &place.stock {
        problems.require(known(group), at, || format!("stock.{group}: no such group"));
        problems.require(stock.value >= 0.0, at, || format!("stock.{group} {} is below 0", stock.value));
        let needs = matches!(stock.basis, Basis::Published | Basis::Derived);
        problems.require(!needs || stock.source.is_some(), at, || format!("stock.{group} has no source"));
        if let Some(source) = &stock.source {
            texts::check_source(at, source, codes, problems);
        }
    }
    for (group, cases) in &place.caseload {
        problems.require(known(group), at, || format!("caseload.{group}: no such group"));
        problems.require(*cases > 0.0, at, || format!("caseload.{group} {cases} is not above 0"));
    }
}

fn check_country(places: &[Place], groups: &[Group], parameters: &[Parameter], problems: &mut Problems) {
    let countries: Vec<&Place> = places.iter().filter(|p| p.country).collect();
    let [country] = countries[..] else {
        problems.add(At { file: PLACES, entry: "country" }, "exactly one place has country = true");
        return;
    };
    let at = At { file: PLACES, entry: &country.id };
    for group in groups.iter().filter(|g| !country.stock.contains_key(&g.id)) {
        problems.add(at, format!("has no stock.{}, which the other places are scaled from", group.id));
    }
    let people = parameters.iter().find(|p| p.key == "country_population").map(|p| p.figure.central);
    problems.require(people == Some(country.population), at, || {
        format!("population {} is not the parameter country_population", country.population)
    });
}

fn scale(places: &mut [Place], groups: &[Group]) {
    let Some(country) = places.iter().find(|p| p.country) else { return };
    let (stock, people) = (country.stock.clone(), country.population);
    for place in places.iter_mut().filter(|p| !p.country) {
        for group in groups {
            let Some(national) = stock.get(&group.id) else { continue };
            let value = share(national.value, place.population, people);
            let scaled = Stock { value, basis: Basis::Scaled, source: None };
            place.stock.entry(group.id.clone()).or_insert(scaled);
        }
    }
}

/// Reads the ladders: weeks ascend from 0, shares lie within 0 to 1.
pub fn read_ladders(files: &Files, codes: &[&str], problems: &mut Problems) -> Vec<Ladder> {
    let ladders: Vec<Ladder> = read::entries(files, LADDERS, "ladder", "id", problems);
    problems.check_ids(LADDERS, ladders.iter().map(|l| l.id.as_str()));
    for ladder in &ladders {
        let at = At { file: LADDERS, entry: &ladder.id };
        texts::check(at, "name", &ladder.name, codes, &[], problems);
        texts::check_source(at, &ladder.source, codes, problems);
        let starts = ladder.steps.first().is_some_and(|s| s.from_week == 0.0);
        problems.require(starts, at, || "the first step is not from week 0".into());
        let ascends = ladder.steps.is_sorted_by(|a, b| a.from_week < b.from_week);
        problems.require(ascends, at, || "the weeks do not ascend".into());
        for step in &ladder.steps {
            let share = step.state_share;
            let week = step.from_week;
            problems.require((0.0..=1.0).contains(&share), at, || {
                format!("state_share {share} from week {week} is outside 0 to 1")
            });
        }
    }
    ladders
}
