//! What a step can show of its scenario.

use super::figure::Figure;

/// One thing on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What is done: the levers that are moved.
    Setting,
    /// The scenario and its result in sentences.
    Sentence,
    /// One figure in large type, with its band.
    Figure(Figure),
    /// A chart.
    Chart(Chart),
    /// Whether a council says yes, by how far ahead it looks.
    Verdicts,
    /// What the case of the scenario told, with its source.
    Case,
}

/// A chart, as Explore has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chart {
    /// People on the benefit.
    Stock,
    /// The municipality's economy since the start.
    Net,
    /// Extra people in jobs and on a permanent benefit.
    Where,
    /// The municipality's economy, year by year.
    Yearly,
    /// Municipality and state.
    Purses,
    /// Room under the cap.
    Room,
    /// Caseworkers.
    Staff,
    /// Cases per caseworker.
    Caseload,
    /// Minutes per talk.
    Minutes,
    /// The caseworkers' sick days.
    SickDays,
    /// Caseworkers who leave.
    Turnover,
    /// More or fewer people on benefits than today.
    Difference,
}

impl Chart {
    /// All of them, with their names in files.
    pub const ALL: [(Self, &'static str); 12] = [
        (Self::Stock, "stock"),
        (Self::Net, "net"),
        (Self::Where, "where"),
        (Self::Yearly, "yearly"),
        (Self::Purses, "purses"),
        (Self::Room, "room"),
        (Self::Staff, "staff"),
        (Self::Caseload, "caseload"),
        (Self::Minutes, "minutes"),
        (Self::SickDays, "sick_days"),
        (Self::Turnover, "turnover"),
        (Self::Difference, "difference"),
    ];

    /// As in files.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

/// Those that are neither figure nor chart.
const OTHERS: [(Part, &str); 4] = [
    (Part::Setting, "setting"),
    (Part::Sentence, "sentence"),
    (Part::Verdicts, "verdicts"),
    (Part::Case, "case"),
];
const FIGURE: &str = "figure.";
const CHART: &str = "chart.";

impl Part {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        let figures = Figure::ALL.into_iter().map(|(figure, _)| Self::Figure(figure));
        let charts = Chart::ALL.into_iter().map(|(chart, _)| Self::Chart(chart));
        OTHERS.into_iter().map(|(part, _)| part).chain(figures).chain(charts)
    }

    /// As in files: `figure.net`.
    pub fn name(self) -> String {
        match self {
            Self::Figure(figure) => [FIGURE, figure.name()].concat(),
            Self::Chart(chart) => [CHART, chart.name()].concat(),
            other => OTHERS.iter().find(|(part, _)| *part == other).map_or("", |(_, name)| name).to_owned(),
        }
    }

    /// The part with this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::all().find(|part| part.name() == name)
    }
}
