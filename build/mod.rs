//! From data files to Rust tables: read, check everything, then write.
//!
//! `static/data` holds the figures, `static/texts` one file of texts per language. [`generate`] either gives
//! the source of the tables or every problem found, each as `FILE: ENTRY: reason`.

mod cases;
mod draws;
mod edition;
mod groups;
mod headlines;
mod history;
mod laws;
mod lever_tables;
mod levers;
mod method;
mod model_tables;
mod municipalities;
mod oembed;
mod own_tables;
mod packages;
mod parameters;
mod place_tables;
mod places;
mod problems;
mod published;
mod read;
mod report;
mod runs;
mod safety;
mod sections;
mod telling;
mod texts;
mod visits;
mod word_tables;

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

use problems::Problems;
pub use word_tables::Words;

/// The text of every data file, by its path from the root of the repository.
#[derive(Clone, Default)]
pub struct Files(pub BTreeMap<String, String>);

/// The source of the generated files.
pub struct Tables {
    /// For `src/model/tables.rs`.
    pub model: String,
    /// For `src/words/text.rs`, with the text files.
    pub words: Words,
    /// For `src/scenario/own/names.rs`.
    pub own: String,
    /// For `src/scenario/published.rs`.
    pub telling: String,
    /// For `src/scenario/edition.rs`.
    pub edition: String,
    /// For `src/surroundings/mod.rs`.
    pub history: String,
    /// For `src/present/shipped.rs`.
    pub runs: String,
    /// For programs that ask for embeds of presets: files of the site, by name.
    pub oembed: BTreeMap<String, String>,
    /// For `src/uncertainty/sobol.rs`.
    pub directions: String,
    /// For `src/uncertainty/draws.rs`.
    pub latents: String,
}

/// Everything the data files say, checked.
pub struct Data {
    languages: Vec<texts::Language>,
    groups: Vec<groups::Group>,
    parameters: Vec<parameters::Parameter>,
    places: Vec<places::Place>,
    columns: municipalities::Columns,
    ladders: Vec<places::Ladder>,
    laws: laws::Laws,
    levers: Vec<levers::Lever>,
    lever_groups: Vec<levers::LeverGroup>,
    cases: Vec<cases::Case>,
    packages: Vec<packages::Package>,
    report: Option<report::Report>,
    own: own_tables::Map,
    draws: draws::Draws,
    headlines: Vec<headlines::Headline>,
    history: Vec<history::Table>,
    crates: Vec<edition::Crate>,
    sections: Vec<sections::Section>,
    runs: Vec<runs::Run>,
}

impl Files {
    /// Reads `static/data/*.toml` and `*.csv`, `static/texts/*.toml` and `static/texts/*.md` under `root`.
    pub fn read(root: &Path) -> io::Result<Self> {
        let mut files = BTreeMap::new();
        for folder in ["static/data", "static/texts"] {
            for entry in fs::read_dir(root.join(folder))? {
                let path = entry?.path();
                if path.extension().is_some_and(|e| e == "toml" || e == "md" || e == "csv") {
                    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                    files.insert(format!("{folder}/{name}"), fs::read_to_string(&path)?);
                }
            }
        }
        Ok(Self(files))
    }
}

/// The tables, or all that is wrong.
pub fn generate(files: &Files) -> Result<Tables, Vec<String>> {
    let mut problems = Problems::default();
    read::check_syntax(files, &mut problems);
    if !problems.is_empty() {
        // What the other files say of a file that cannot be read would only hide this.
        return Err(problems.into_list());
    }
    let data = read_data(files, &mut problems);
    let found = problems.into_list();
    if found.is_empty() {
        Ok(Tables {
            model: model_tables::write(&data),
            words: word_tables::write(&data, files),
            own: own_tables::write(&data.own, &data.groups, &data.places),
            telling: telling::write(&data.cases),
            edition: edition::write(files, &data.crates),
            runs: runs::write(&data.runs),
            history: history::write(&data.history, &codes(&data.languages), &data.groups),
            oembed: oembed::write(&data),
            directions: draws::write_directions(&data.draws),
            latents: draws::write_latents(&data.draws),
        })
    } else {
        Err(found)
    }
}

fn codes(languages: &[texts::Language]) -> Vec<&str> {
    languages.iter().map(|language| language.code.as_str()).collect()
}

fn read_data(files: &Files, problems: &mut Problems) -> Data {
    let languages = texts::read(files, problems);
    let codes = codes(&languages);
    let units = texts::unit_ids(&languages);
    let scalars = parameters::read_scalars(files, &codes, &units, problems);
    let kinds = parameters::read_kinds(files, &codes, &units, problems);
    let groups = groups::read(files, &codes, &kinds, problems);
    let mut parameters = parameters::table(scalars, kinds, &groups, &codes, problems);
    let laws = laws::read(files, &codes, problems);
    laws::read_earlier(files, &laws, &mut parameters, &codes, problems);
    safety::check(&parameters, problems);
    let columns = municipalities::read_columns(files, &codes, &groups, problems);
    let places = places::read(files, &codes, &groups, &parameters, &columns, problems);
    let ladders = places::read_ladders(files, &codes, problems);
    let levers = levers::read(files, &codes, &units, problems);
    let lever_groups = levers::read_groups(files, &codes, &levers, problems);
    levers::check_keys(&levers, &parameters, problems);
    let known = cases::Known {
        groups: &groups,
        parameters: &parameters,
        places: &places,
        levers: &levers,
        ladders: &ladders,
        units: &units,
    };
    laws.check_all(&ladders, &known, problems);
    let cases = cases::read(files, &codes, &known, problems);
    let ids: Vec<String> = groups.iter().map(|group| group.id.clone()).collect();
    let packages = packages::read(files, &codes, &ids, &levers, &cases, problems);
    let report = report::read(&cases, &groups, problems);
    method::check(files, &codes, problems);
    let own = own_tables::read_map(files, &groups, &places, problems);
    let draws = draws::read(files, &parameters, problems);
    let headlines = headlines::read(files, &parameters, problems);
    let history = history::read(files, &codes, &groups, problems);
    let crates = edition::read(files, problems);
    let sections = sections::read(files, &codes, &parameters, problems);
    let runs = runs::read(files, &codes, problems);
    Data {
        languages,
        groups,
        parameters,
        places,
        columns,
        ladders,
        laws,
        levers,
        cases,
        packages,
        lever_groups,
        report,
        own,
        draws,
        headlines,
        history,
        crates,
        sections,
        runs,
    }
}
