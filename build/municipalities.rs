//! The table of all municipalities: `municipalities.csv`, and what its columns are, `municipalities.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::groups::Group;
use super::places::{Basis, Place, Stock};
use super::problems::{Place as At, Problems};
use super::texts::{self, Source};
use super::{Files, read};

// The model makes ids in the same way.
#[path = "../src/model/tables/municipality.rs"]
pub mod municipality;

const FILE: &str = "static/data/municipalities.csv";
const ABOUT: &str = "static/data/municipalities.toml";
/// The columns before those that the other file tells of.
const FIRST: [&str; 2] = ["code", "name"];
const POPULATION: &str = "population";
/// The code of the whole country.
const COUNTRY: u16 = 0;
/// A stock is kept in fifteen bits.
const MOST_PEOPLE: u32 = 0x7fff;

/// What the columns are.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct Columns {
    /// Said of a figure that is withheld.
    pub withheld: Option<Source>,
    #[serde(rename = "column", default)]
    list: Vec<Column>,
}

/// One column of figures.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Column {
    id: String,
    /// Whose people they are; only the population has none.
    group: Option<String>,
    /// The public table, what of it is taken, and from when to when: for whoever makes the table anew.
    table: String,
    of: Option<String>,
    period: [String; 2],
    basis: Basis,
    source: Source,
    /// The source where a later column of the same group is withheld.
    partly: Option<Source>,
}

impl Columns {
    /// The first column of a group.
    fn of(&self, group: &str) -> Option<&Column> {
        self.list.iter().find(|column| column.group.as_deref() == Some(group))
    }

    /// Where a whole figure of a group comes from.
    pub fn basis(&self, group: &str) -> Option<Basis> {
        self.of(group).map(|column| column.basis)
    }

    /// Its source, and that of a figure of which a part is withheld.
    pub fn sources(&self, group: &str) -> [Option<Source>; 2] {
        let column = self.of(group);
        [column.map(|c| c.source.clone()), column.and_then(|c| c.partly.clone())]
    }

    /// The source of the population, and of the whole row.
    pub fn row_source(&self) -> Option<&Source> {
        self.list.iter().find(|column| column.id == POPULATION).map(|column| &column.source)
    }

    fn year(&self) -> u16 {
        let population = self.list.iter().find(|column| column.id == POPULATION);
        population.and_then(|column| column.period[1].get(..4)?.parse().ok()).unwrap_or_default()
    }
}

/// Reads what the columns are.
pub fn read_columns(files: &Files, codes: &[&str], groups: &[Group], problems: &mut Problems) -> Columns {
    let columns: Columns = read::whole(files, ABOUT, problems).unwrap_or_default();
    problems.check_ids(ABOUT, columns.list.iter().map(|column| column.id.as_str()));
    let at = At { file: ABOUT, entry: POPULATION };
    let first = columns.list.first().is_some_and(|column| column.id == POPULATION);
    problems.require(first && columns.year() > 0, at, || {
        "is not the first column, or its year is missing".into()
    });
    if let Some(source) = &columns.withheld {
        texts::check_source(At { file: ABOUT, entry: "withheld" }, source, codes, problems);
    }
    for column in &columns.list {
        let at = At { file: ABOUT, entry: &column.id };
        texts::check_source(at, &column.source, codes, problems);
        if let Some(partly) = &column.partly {
            texts::check_source(at, partly, codes, problems);
        }
        let known = match &column.group {
            Some(id) => groups.iter().any(|group| group.id == *id),
            None => column.id == POPULATION,
        };
        problems.require(known, at, || "has no known group".into());
        let computed = matches!(column.basis, Basis::Published | Basis::Derived);
        problems.require(computed, at, || "basis is neither published nor derived".into());
        let named = !column.table.is_empty() && (column.of.is_some() || column.group.is_none());
        problems.require(named, at, || "does not say what of which table it is".into());
    }
    columns
}

/// The table's rows.
#[derive(Default)]
pub struct Table {
    /// The whole country.
    pub country: Option<Place>,
    /// The municipalities in Danish alphabetical order.
    pub municipalities: Vec<Place>,
}

/// Reads the table.
pub fn read(files: &Files, columns: &Columns, codes: &[&str], problems: &mut Problems) -> Table {
    let at = At { file: FILE, entry: "file" };
    let Some(text) = files.0.get(FILE) else {
        problems.add(at, "is missing");
        return Table::default();
    };
    let mut lines = text.lines();
    let ids = columns.list.iter().map(|column| column.id.as_str());
    let heads: Vec<&str> = FIRST.into_iter().chain(ids).collect();
    let given: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
    problems.require(given == heads, at, || format!("the columns are {heads:?}, not {given:?}"));
    let mut places: Vec<Place> = lines.filter_map(|line| row(line, columns, codes, problems)).collect();
    places.sort_by_cached_key(|place| alphabetical(&place.own_name));
    let mut seen: Vec<u16> = places.iter().filter_map(|place| place.code).collect();
    seen.sort_unstable();
    problems.require(seen.is_sorted_by(|a, b| a < b), at, || "a code stands twice".into());
    let country = places.iter().position(|place| place.code == Some(COUNTRY));
    problems.require(country.is_some(), at, || "has no row 000 of the whole country".into());
    let country = country.map(|at| places.remove(at));
    Table { country, municipalities: places }
}

fn row(line: &str, columns: &Columns, codes: &[&str], problems: &mut Problems) -> Option<Place> {
    let fields: Vec<&str> = line.split(',').collect();
    let at = At { file: FILE, entry: fields.get(1).copied().unwrap_or(line) };
    let [code, name, figures @ ..] = &fields[..] else {
        problems.add(at, "has no code and no name");
        return None;
    };
    let whole = |text: &str| text.parse::<u32>().ok();
    let good = figures.len() == columns.list.len()
        && figures.iter().all(|text| text.is_empty() || whole(text).is_some())
        && figures.first().and_then(|text| whole(text)).is_some_and(|people| people > 0);
    problems
        .require(good, at, || "needs a population, and whole numbers or blanks in the other columns".into());
    let code = code.parse().ok().filter(|code| *code == COUNTRY || (100..1000).contains(code));
    problems.require(code.is_some(), at, || "the code is not of three digits".into());
    let figures: Vec<Option<u32>> = figures.iter().map(|text| whole(text)).collect();
    let fits = code == Some(COUNTRY) || figures.iter().skip(1).flatten().all(|people| *people <= MOST_PEOPLE);
    problems.require(fits, at, || format!("has a group of more than {MOST_PEOPLE} people"));
    (good && code.is_some()).then(|| Place {
        id: municipality::id(name),
        own_name: (*name).to_owned(),
        code,
        population: figures.first().copied().flatten().map_or(0.0, f64::from),
        year: columns.year(),
        name: codes.iter().map(|code| ((*code).to_owned(), (*name).to_owned())).collect(),
        source: columns.row_source().cloned().unwrap_or_default(),
        stock: stocks(columns, &figures),
        ..Place::default()
    })
}

/// The people of each group: the sum of its columns; none where the first is withheld.
fn stocks(columns: &Columns, figures: &[Option<u32>]) -> BTreeMap<String, Stock> {
    let mut stocks: BTreeMap<String, Stock> = BTreeMap::new();
    for (column, figure) in columns.list.iter().zip(figures) {
        let Some(group) = &column.group else { continue };
        let first = columns.of(group).is_some_and(|first| first.id == column.id);
        match (figure, stocks.get_mut(group)) {
            (Some(people), None) if first => {
                let source = Some(column.source.clone());
                let stock = Stock { value: f64::from(*people), basis: column.basis, source };
                stocks.insert(group.clone(), stock);
            }
            (Some(people), Some(stock)) => stock.value += f64::from(*people),
            (None, Some(stock)) => {
                stock.basis = Basis::Partly;
                stock.source = columns.sources(group)[1].clone();
            }
            (_, None) => {}
        }
    }
    stocks
}

/// Danish letters come last, and `aa` is one of them.
fn alphabetical(name: &str) -> String {
    name.to_lowercase().replace("aa", "å").replace('æ', "{").replace('ø', "|").replace('å', "}")
}
