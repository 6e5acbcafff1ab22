//! Parameters: figures of the model with unit, band, bounds, source and how sure they are.

use serde::Deserialize;

use super::Files;
use super::groups::Group;
use super::problems::{Place, Problems};
use super::read;
use super::texts::{self, Localized, Source};

/// Where the figures common to all groups stand.
pub const SCALARS: &str = "static/data/parameters.toml";
const KINDS: &str = "static/data/group_parameters.toml";

/// How sure a figure is.
#[derive(Deserialize, Clone, Copy, Debug, PartialEq)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    Text,
    Abstract,
    Secondary,
    Derived,
    Judgement,
    Memory,
}

impl Confidence {
    /// Whether nobody has published the figure.
    pub fn is_doubtful(self) -> bool {
        matches!(self, Self::Judgement | Self::Memory)
    }
}

/// A figure with its band: what a scalar and a group's own figure have in common.
#[derive(Deserialize, Clone, Debug)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    pub central: f64,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub confidence: Confidence,
    pub year: u16,
    /// The law that set it; of a figure that no law sets, none.
    pub since: Option<String>,
    pub source: Option<Source>,
    /// What would take the place of a judgement or of a figure that is remembered.
    pub would_replace: Option<Localized>,
}

/// One parameter of the whole model, as the file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scalar {
    pub key: String,
    unit: String,
    central: f64,
    low: Option<f64>,
    high: Option<f64>,
    bounds: [f64; 2],
    confidence: Confidence,
    year: u16,
    since: Option<String>,
    source: Option<Source>,
    would_replace: Option<Localized>,
    name: Localized,
    sentence: Localized,
}

/// A parameter that every group has its own figure of.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    pub kind: String,
    pub unit: String,
    pub bounds: [f64; 2],
    /// Figures with the same latent number are drawn together.
    latent: Option<String>,
    /// As [`Figure::would_replace`], of those groups' figures that have none of their own.
    would_replace: Option<Localized>,
    name: Localized,
    sentence: Localized,
}

/// One row of the parameter table.
pub struct Parameter {
    pub file: &'static str,
    pub key: String,
    pub kind: String,
    pub group: Option<usize>,
    pub unit: String,
    pub figure: Figure,
    /// What earlier law set, the newest first.
    pub earlier: Vec<Figure>,
    pub bounds: [f64; 2],
    pub latent: Option<String>,
    pub name: Localized,
    pub sentence: Localized,
}

/// Reads the parameters that are one figure.
pub fn read_scalars(files: &Files, codes: &[&str], units: &[String], problems: &mut Problems) -> Vec<Scalar> {
    let scalars: Vec<Scalar> = read::entries(files, SCALARS, "parameter", "key", problems);
    problems.check_ids(SCALARS, scalars.iter().map(|s| s.key.as_str()));
    for scalar in &scalars {
        let at = Place { file: SCALARS, entry: &scalar.key };
        texts::check(at, "name", &scalar.name, codes, &[], problems);
        texts::check(at, "sentence", &scalar.sentence, codes, &[], problems);
        check_unit(at, &scalar.unit, units, problems);
    }
    scalars
}

/// Reads the parameters that every group has.
pub fn read_kinds(files: &Files, codes: &[&str], units: &[String], problems: &mut Problems) -> Vec<Kind> {
    let kinds: Vec<Kind> = read::entries(files, KINDS, "kind", "kind", problems);
    problems.check_ids(KINDS, kinds.iter().map(|k| k.kind.as_str()));
    for kind in &kinds {
        let at = Place { file: KINDS, entry: &kind.kind };
        texts::check(at, "name", &kind.name, codes, &["group"], problems);
        texts::check(at, "sentence", &kind.sentence, codes, &["group"], problems);
        if let Some(words) = &kind.would_replace {
            texts::check(at, "would_replace", words, codes, &[], problems);
        }
        check_unit(at, &kind.unit, units, problems);
    }
    kinds
}

/// A unit needs a label in every language.
pub fn check_unit(at: Place, unit: &str, units: &[String], problems: &mut Problems) {
    problems.require(units.iter().any(|u| u == unit), at, || {
        format!("unit {unit} has no label in static/texts, section [unit]")
    });
}

/// The whole table: scalars first, then each kind for every group.
pub fn table(
    scalars: Vec<Scalar>,
    kinds: Vec<Kind>,
    groups: &[Group],
    codes: &[&str],
    problems: &mut Problems,
) -> Vec<Parameter> {
    let mut table: Vec<Parameter> = scalars.into_iter().map(Parameter::from).collect();
    for kind in kinds {
        for (index, group) in groups.iter().enumerate() {
            if let Some(figure) = group.figure.get(&kind.kind) {
                table.push(of_group(&kind, figure, index, group));
            }
        }
    }
    for parameter in &table {
        let at = Place { file: parameter.file, entry: &parameter.key };
        check_figure(at, &parameter.figure, parameter.bounds, codes, problems);
        check_replacement(at, &parameter.figure, codes, problems);
    }
    table
}

impl From<Scalar> for Parameter {
    fn from(s: Scalar) -> Self {
        let figure = Figure {
            central: s.central,
            low: s.low,
            high: s.high,
            confidence: s.confidence,
            year: s.year,
            since: s.since,
            source: s.source,
            would_replace: s.would_replace,
        };
        Self {
            file: SCALARS,
            kind: s.key.clone(),
            key: s.key,
            group: None,
            unit: s.unit,
            figure,
            earlier: Vec::new(),
            bounds: s.bounds,
            latent: None,
            name: s.name,
            sentence: s.sentence,
        }
    }
}

fn of_group(kind: &Kind, figure: &Figure, index: usize, group: &Group) -> Parameter {
    let mut figure = figure.clone();
    if figure.confidence.is_doubtful() && figure.would_replace.is_none() {
        figure.would_replace.clone_from(&kind.would_replace);
    }
    Parameter {
        file: super::groups::FILE,
        key: format!("{}.{}", kind.kind, group.id),
        kind: kind.kind.clone(),
        group: Some(index),
        unit: kind.unit.clone(),
        figure,
        earlier: Vec::new(),
        bounds: kind.bounds,
        latent: kind.latent.clone(),
        name: kind.name.clone(),
        sentence: kind.sentence.clone(),
    }
}

impl Parameter {
    /// Whether it has a band under any law.
    pub fn is_uncertain(&self) -> bool {
        self.figure.low.is_some() || self.earlier.iter().any(|figure| figure.low.is_some())
    }
}

/// A figure has its band around it, within the bounds, and a source or less to be sure of.
pub fn check_figure(
    at: Place,
    figure: &Figure,
    [least, most]: [f64; 2],
    codes: &[&str],
    problems: &mut Problems,
) {
    let Figure { central, low, high, confidence, year, ref source, .. } = *figure;
    problems
        .require(low.is_some() == high.is_some(), at, || "low and high stand together or not at all".into());
    let (low, high) = (low.unwrap_or(central), high.unwrap_or(central));
    problems.require(low <= central, at, || format!("low {low} is above central {central}"));
    problems.require(high >= central, at, || format!("high {high} is below central {central}"));
    problems.require(least <= low && low <= most, at, || format!("low {low} is outside {least} to {most}"));
    problems
        .require(least <= high && high <= most, at, || format!("high {high} is outside {least} to {most}"));
    problems.require((1990..2100).contains(&year), at, || format!("year {year} is not a year"));
    if let Some(source) = source {
        texts::check_source(at, source, codes, problems);
    }
    problems.require(source.is_some() || confidence.is_doubtful(), at, || {
        "has no source; a figure without one has confidence \"judgement\"".into()
    });
}

/// A figure in force that nobody has published says what would take its place, and no other does.
fn check_replacement(at: Place, figure: &Figure, codes: &[&str], problems: &mut Problems) {
    let Figure { confidence, ref would_replace, .. } = *figure;
    if let Some(words) = would_replace {
        texts::check(at, "would_replace", words, codes, &[], problems);
    }
    problems.require(would_replace.is_some() == confidence.is_doubtful(), at, || match would_replace {
        None => "is a judgement or remembered: would_replace.da and .en say what would take its place".into(),
        Some(_) => "has would_replace, and is neither a judgement nor remembered".into(),
    });
}
