//! What may be written after `raaderum`.

pub mod questions;

use std::path::PathBuf;
use std::sync::LazyLock;

use clap::builder::RangedI64ValueParser;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::model::tables::Law;
use crate::scenario::edition;
use crate::uncertainty::draws::MOST;
use crate::words::text::Language;
use questions::{
    BreakEvenArguments, CompareArguments, DialArguments, DriversArguments, MapArguments, NextPostArguments,
    ReformArguments, WhyArguments,
};

/// Caseload, outcome and budget of Danish job centres, computed as on the page.
#[derive(Parser)]
#[command(name = "raaderum", version = EDITION.as_str(), after_help = EXAMPLES, disable_help_subcommand = true)]
pub struct Arguments {
    /// Language of words and messages
    #[arg(long = "lang", value_name = "CODE", default_value = "en", global = true, value_parser = language)]
    pub language: Language,
    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

/// Program and data: where both are the same, so are the figures.
static EDITION: LazyLock<String> =
    LazyLock::new(|| format!("{}, data {}", edition::VERSION, edition::data()));

const EXAMPLES: &str = "\
Examples:
  raaderum simulate --place silkeborg --set caseload.insured=60
  raaderum simulate --scenario plan.json --format json > outcome.json
  raaderum cases
  raaderum link --scenario plan.json

A scenario file:
  { \"version\": 1, \"place\": \"silkeborg\", \"set\": { \"caseload.insured\": 60, \"rule\": \"ceiling\" } }

Exit codes: 0 done; 1 a file, a link or a value was refused; 2 the command was not understood.";

/// What to do.
#[derive(Subcommand)]
pub enum Command {
    /// Run a scenario: as today, with the levers, and with the levers under the budget cap
    Simulate(SimulateArguments),
    /// List the assumptions, each with its band, source and confidence
    #[command(
        after_help = "Examples:\n  raaderum parameters\n  raaderum parameters --law 2024-01 --format csv > parameters.csv"
    )]
    Parameters(ParametersArguments),
    /// List the levers and what each may be set to
    #[command(after_help = "Examples:\n  raaderum levers\n  raaderum levers --format json")]
    Levers(ListArguments),
    /// List the places, with people and caseloads
    #[command(after_help = "Examples:\n  raaderum places\n  raaderum places --format csv")]
    Places(ListArguments),
    /// Show what each case published beside what the model gives
    #[command(after_help = CASES_EXAMPLES)]
    Cases(ListArguments),
    /// What a lever or an assumption must be for the plan to break even: every solution, or why there is none
    #[command(name = "break-even")]
    BreakEven(BreakEvenArguments),
    /// Where one more caseworker does most good, and the best split of several
    #[command(name = "next-post")]
    NextPost(NextPostArguments),
    /// One figure over all settings of two levers
    Map(MapArguments),
    /// What each moved lever and changed assumption adds to a figure
    Why(WhyArguments),
    /// The same plan under an earlier law, and what each thing that the law changed adds
    Reform(ReformArguments),
    /// List the law by date: what each version changed, and what is expected but not known to be passed
    #[command(after_help = "Examples:\n  raaderum laws\n  raaderum laws --format json --lang da")]
    Laws(ListArguments),
    /// How strong the effect must be for each group's plan to break even
    Dial(DialArguments),
    /// Which assumptions drive the spread of a figure
    Drivers(DriversArguments),
    /// Two scenarios side by side, on the same draws of what is not known
    Compare(CompareArguments),
    /// Turn a scenario into a link, or a link into a scenario file
    Link(LinkArguments),
    /// Make a scenario file of a CSV in the layout of Statistics Denmark's AUK01
    #[command(after_help = OWN_EXAMPLES)]
    Own(OwnArguments),
    /// How far the number of people has moved before, place by place: what the surroundings tend to do
    #[command(after_help = HISTORY_EXAMPLES)]
    History(HistoryArguments),
    /// Write the Method document: the model in words and formulas, with every assumption
    #[command(after_help = "Examples:\n  raaderum method --lang da > metode.md")]
    Method,
}

const CASES_EXAMPLES: &str = "\
Columns: research is the model's figure with research evidence, reported with the municipalities' own; agrees_at is
where the evidence dial, 0 to 1, would have to stand for the model to give the published figure, if it can.

Examples:
  raaderum cases
  raaderum cases --format json --lang da";

const SIMULATE_EXAMPLES: &str = "\
Keys are those of links: `raaderum levers` and `raaderum parameters` list them; also law, population, cash, ladder,
stock.GROUP and today.GROUP (cases per caseworker today). Settings come after what the scenario itself says, in order.

Examples:
  raaderum simulate --case silkeborg_jobrehabilitering --set evidence=1
  raaderum simulate --place typical --set caseload.insured=60 --set rule=self_financing --set room=0
  raaderum simulate --scenario plan.json --format csv --months 24 > plan.csv
  raaderum simulate --place typical --set caseload.insured=60 --draws 4096
  echo '{ \"version\": 1, \"place\": \"hjoerring\" }' | raaderum simulate --scenario - --format json";

/// `simulate`
#[derive(Args)]
#[command(after_help = SIMULATE_EXAMPLES)]
pub struct SimulateArguments {
    /// The scenario
    #[command(flatten)]
    pub given: Given,
    /// json holds everything, csv every series in the long form, table what matters most
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
    /// Last month of the series, at most the last of the runs [default: the horizon]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(0..=600))]
    pub months: Option<u16>,
    /// Draws for the bands, in whole eights; 0: no bands
    #[arg(long, value_name = "N", default_value_t = MOST as u16, value_parser = draws(0))]
    pub draws: u16,
    /// Also what the surroundings tend to do, from history, around today's course
    #[arg(long)]
    pub surroundings: bool,
}

/// From so many draws to as many as there are.
pub fn draws(least: u16) -> RangedI64ValueParser<u16> {
    clap::value_parser!(u16).range(i64::from(least)..=MOST as i64)
}

/// `parameters`, `levers`, `places`, `cases`
#[derive(Args)]
pub struct ListArguments {
    /// csv and json hold more than the table
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
}

/// `parameters`
#[derive(Args)]
pub struct ParametersArguments {
    /// The law whose figures they are, as `raaderum laws` lists them; the newest where none is given
    #[arg(long, value_name = "LAW", value_parser = law)]
    pub law: Option<Law>,
    /// csv and json hold more than the table
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
}

const LINK_EXAMPLES: &str = "\
Examples:
  raaderum link --place silkeborg --set caseload.insured=60
  raaderum link --scenario plan.json
  raaderum link --read 'v=2&place=silkeborg&caseload.insured=60' > plan.json";

/// `link`
#[derive(Args)]
#[command(after_help = LINK_EXAMPLES)]
pub struct LinkArguments {
    /// The scenario
    #[command(flatten)]
    pub given: Given,
    /// Write the scenario file of this link, or of what stands after the # of an address
    #[arg(long, value_name = "LINK", conflicts_with_all = ["scenario", "place", "case", "set"])]
    pub read: Option<String>,
}

const OWN_EXAMPLES: &str = "\
The file may come from the table's web page or its API, in Danish or English, with one municipality or many. What the
table does not split between groups is split as in the municipality's figures of municipalities.csv, or as in the whole
country; groups that are not in it stay as they are here. Both is said.

Examples:
  raaderum own auk01.csv --area Silkeborg > silkeborg.json
  raaderum own auk01.csv --area Silkeborg | raaderum simulate --scenario - --set caseload.insured=60";

/// `own`
#[derive(Args)]
pub struct OwnArguments {
    /// The CSV file; - reads it from standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The area, where the file has several: by name or official code
    #[arg(long, value_name = "NAME")]
    pub area: Option<String>,
    /// The quarter, as 2024K4; the newest where none is given
    #[arg(long, value_name = "QUARTER")]
    pub quarter: Option<String>,
}

const HISTORY_EXAMPLES: &str = "\
Columns: p5 to p95 are percentiles of the figure after so many years over the figure at the start; rows without a place
are those of all municipalities of that size, in persons. With --coverage: the share of what came later that lay inside.

Examples:
  raaderum history --place silkeborg
  raaderum history --coverage
  raaderum history --make static/history/insured.csv static/history/job_ready.csv > history.toml";

/// `history`
#[derive(Args)]
#[command(after_help = HISTORY_EXAMPLES)]
pub struct HistoryArguments {
    /// Only this place
    #[arg(long, value_name = "ID", conflicts_with_all = ["coverage", "make"])]
    pub place: Option<String>,
    /// How often the bands have held what came after the years that they were learned from
    #[arg(long, conflicts_with = "make")]
    pub coverage: bool,
    /// Make the product's table, static/data/history.toml, of two public series
    #[arg(long, num_args = 2, value_names = ["INSURED", "JOB_READY"])]
    pub make: Option<Vec<PathBuf>>,
    /// csv and json hold more than the table
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
}

/// A scenario, in one of several ways, and what is moved in it.
#[derive(Args)]
pub struct Given {
    /// Begin with a scenario file; - reads it from standard input
    #[arg(long, value_name = "FILE", conflicts_with_all = ["place", "case"])]
    pub scenario: Option<PathBuf>,
    /// Begin with a place as today: its id, or a municipality's official code
    #[arg(long, value_name = "ID", conflicts_with = "case")]
    pub place: Option<String>,
    /// Begin with a case
    #[arg(long, value_name = "ID")]
    pub case: Option<String>,
    /// Move a lever, a figure of the place or an assumption; may be given many times
    #[arg(long, value_name = "KEY=VALUE", value_parser = setting)]
    pub set: Vec<(String, String)>,
    /// What to call the place, where its figures are your own
    #[arg(long, value_name = "TEXT")]
    pub name: Option<String>,
}

/// How results are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Columns of text, for reading
    Table,
    /// Comma-separated values, with points as decimals
    Csv,
    /// One JSON document
    Json,
}

fn language(code: &str) -> Result<Language, String> {
    Language::by_code(code).ok_or_else(|| {
        let codes: Vec<_> = Language::all().map(Language::code).collect();
        format!("must be one of {}", codes.join(", "))
    })
}

/// A law in force, by its month.
pub fn law(id: &str) -> Result<Law, String> {
    Law::by_id(id).ok_or_else(|| {
        let ids: Vec<_> = Law::all().map(|law| law.spec().id).collect();
        format!("must be one of {}", ids.join(", "))
    })
}

fn setting(text: &str) -> Result<(String, String), String> {
    let (key, value) = text.split_once('=').ok_or("must be KEY=VALUE, as in caseload.insured=60")?;
    Ok((key.trim().to_owned(), value.trim().to_owned()))
}
