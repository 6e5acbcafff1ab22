//! What may be written after `raaderum break-even`, `next-post`, `map`, `why`, `reform`, `dial`, `drivers` and `compare`.

use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};

use super::{Format, Given, draws, law};
use crate::model::tables::Law;
use crate::questions::measure::Measure;
use crate::uncertainty::draws::IN_FRAME;

/// The figure that a question is about.
#[derive(Args)]
pub struct Figure {
    /// The figure
    #[arg(long, value_name = "NAME", default_value = "net", value_parser = PossibleValuesParser::new(Measure::NAMES))]
    pub measure: String,
    /// After so many months [default: the horizon]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=120))]
    pub month: Option<u16>,
}

const BREAK_EVEN_EXAMPLES: &str = "\
The answer is every stretch of the lever's range in which the figure is at least the goal; at most, where less is better
(stock, cap_price, payback). A stretch ends at the bound of the range, at a crossing, at a jump (a rule begins or ceases
to bite), or at a whole value of a lever that has no others. That is the main calculation; a sure row is where the goal is
reached in at least 95 % of the draws. csv and json also have odds rows, evenly over the range: chance is the share of the
draws in which it is reached at that value, present_chance the share with everything as it stands.

Examples:
  raaderum break-even --place typical --lever caseload.insured
  raaderum break-even --place typical --set caseload.sickness=50 --lever elasticity_job.sickness --month 120
  raaderum break-even --place typical --lever caseload.insured --measure jobs --reach 40";

/// `break-even`
#[derive(Args)]
#[command(after_help = BREAK_EVEN_EXAMPLES)]
pub struct BreakEvenArguments {
    /// The scenario
    #[command(flatten)]
    pub given: Given,
    /// What may be moved: a lever or an assumption that is a number
    #[arg(long, value_name = "KEY")]
    pub lever: String,
    /// The figure
    #[command(flatten)]
    pub figure: Figure,
    /// The value that the figure is to reach
    #[arg(long, value_name = "VALUE", default_value_t = 0.0, allow_negative_numbers = true)]
    pub reach: f64,
    /// Draws, in whole eights
    #[arg(long, value_name = "N", default_value_t = IN_FRAME as u16, value_parser = draws(8))]
    pub draws: u16,
    /// How the answer is written
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
}

const NEXT_POST_EXAMPLES: &str = "\
A post more is one full-time caseworker beside the plan as it stands; net and jobs are what it adds, and their p5 and p95
percentiles of that over the draws. best is the share of the draws in which the figure of --measure gets better by this
group's post than by any other's. With --posts, split is how many of them each group gets where that figure becomes best.

Examples:
  raaderum next-post --place typical
  raaderum next-post --place typical --posts 10 --measure jobs --format csv";

/// `next-post`
#[derive(Args)]
#[command(after_help = NEXT_POST_EXAMPLES)]
pub struct NextPostArguments {
    /// The scenario
    #[command(flatten)]
    pub given: Given,
    /// Posts to share out
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=200))]
    pub posts: u16,
    /// The figure
    #[command(flatten)]
    pub figure: Figure,
    /// Draws, in whole eights
    #[arg(long, value_name = "N", default_value_t = IN_FRAME as u16, value_parser = draws(8))]
    pub draws: u16,
    /// How the answer is written
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
}

const MAP_EXAMPLES: &str = "\
Up to 64 settings of each lever: numbers evenly over the usual range, choices and switches their words. The table shows
every ninth setting, csv and json all of them, one a row.

Examples:
  raaderum map --place typical --x caseload.insured --y rule
  raaderum map --place typical --x caseload.insured --y evidence --format csv > map.csv";

/// `map`
#[derive(Args)]
#[command(after_help = MAP_EXAMPLES)]
pub struct MapArguments {
    /// The scenario
    #[command(flatten)]
    pub given: Given,
    /// The lever from left to right
    #[arg(long, value_name = "KEY")]
    pub x: String,
    /// The lever from row to row
    #[arg(long, value_name = "KEY")]
    pub y: String,
    /// The figure
    #[command(flatten)]
    pub figure: Figure,
    /// How the answer is written
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
}

const WHY_EXAMPLES: &str = "\
Each change gets what it adds on average over every order in which the changes could have been made; together they add
up to the difference. Beyond ten changes a sample of the orders is taken, and error is the standard error.

Examples:
  raaderum why --place typical --set caseload.insured=60 --set rule=ceiling --set room=2
  raaderum why --case hjoerring --since nothing --measure jobs";

/// `why`
#[derive(Args)]
#[command(after_help = WHY_EXAMPLES)]
pub struct WhyArguments {
    /// The scenario
    #[command(flatten)]
    pub given: Given,
    /// From where changes are counted
    #[arg(long, value_enum, default_value_t = From::Start)]
    pub since: From,
    /// The figure
    #[command(flatten)]
    pub figure: Figure,
    /// How the answer is written
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
}

/// From where changes are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum From {
    /// The place or the case as it begins; the levers of a case are not counted
    Start,
    /// No lever moved; the levers of a case are counted too
    Nothing,
}

const REFORM_EXAMPLES: &str = "\
What a visitor sets is the same under both laws. The scenario's own law is --set law=LAW, the newest where none is set.

Examples:
  raaderum reform --place typical --set caseload.job_ready=40
  raaderum reform --place typical --set caseload.job_ready=40 --set law=2025-07 --before 2021-01 --measure state_net";

/// `reform`
#[derive(Args)]
#[command(after_help = REFORM_EXAMPLES)]
pub struct ReformArguments {
    /// The scenario
    #[command(flatten)]
    pub given: Given,
    /// The earlier law, as `raaderum laws` lists them [default: the last one before the year before the newest]
    #[arg(long, value_name = "LAW", value_parser = law)]
    pub before: Option<Law>,
    /// The figure
    #[command(flatten)]
    pub figure: Figure,
    /// How the answer is written
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
}

const DIAL_EXAMPLES: &str = "\
For each group whose own levers are moved, its plan alone: dial is where between research (0) and the municipalities' own
reports (1) it breaks even, elasticity what that comes to for exits to jobs, beside what research and reports say.

Examples:
  raaderum dial --place typical --set caseload.sickness=50 --set caseload.job_ready=40
  raaderum dial --case hjoerring --month 60 --format json";

/// `dial`
#[derive(Args)]
#[command(after_help = DIAL_EXAMPLES)]
pub struct DialArguments {
    /// The scenario
    #[command(flatten)]
    pub given: Given,
    /// After so many months [default: the horizon]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=120))]
    pub month: Option<u16>,
    /// How the answer is written
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
}

const DRIVERS_EXAMPLES: &str = "\
correlation is Spearman's, from -1 to 1, between the assumption and the figure over the draws; share is its square, about
the part of the spread that goes with the assumption alone. Assumptions that are drawn together stand in one row. What is
set by hand is the same in every draw and drives nothing.

Examples:
  raaderum drivers --place typical --set caseload.insured=60
  raaderum drivers --place typical --set caseload.insured=60 --measure jobs --month 24 --format csv";

/// `drivers`
#[derive(Args)]
#[command(after_help = DRIVERS_EXAMPLES)]
pub struct DriversArguments {
    /// The scenario
    #[command(flatten)]
    pub given: Given,
    /// The figure
    #[command(flatten)]
    pub figure: Figure,
    /// Draws, in whole eights
    #[arg(long, value_name = "N", default_value_t = IN_FRAME as u16, value_parser = draws(64))]
    pub draws: u16,
    /// The table shows the strongest, csv and json all of them
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
}

const COMPARE_EXAMPLES: &str = "\
A scenario is a file, a link, or what stands after the # of an address; one of the two may be -, standard input. difference
is B less A; p5 to p95 are its percentiles over the draws, and a_better and b_better the shares of the draws in which one is
better by more than rounding: fewer on benefits, a lower price of the cap, sooner paid back, else more. An assumption that
only one of them has set by hand is unknown in the other.

Examples:
  raaderum compare 'place=typical&caseload.insured=60' 'place=typical&caseload.insured=80'
  raaderum compare today.json plan.json --month 120 --format json";

/// `compare`
#[derive(Args)]
#[command(after_help = COMPARE_EXAMPLES)]
pub struct CompareArguments {
    /// The one scenario: a file or a link
    #[arg(value_name = "A")]
    pub first: String,
    /// The other
    #[arg(value_name = "B")]
    pub second: String,
    /// After so many months [default: the horizon of A]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=120))]
    pub month: Option<u16>,
    /// Draws, in whole eights
    #[arg(long, value_name = "N", default_value_t = IN_FRAME as u16, value_parser = draws(8))]
    pub draws: u16,
    /// How the answer is written
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
}
