//! The one figure of an outcome that a question is about.

use crate::model::outcome::Outcome;
use crate::uncertainty::series::Series;

/// A figure of an outcome; months are counted from month 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Cumulative net of the municipality after so many months, DKK.
    Net(u16),
    /// Cumulative net of the state after so many months, DKK.
    StateNet(u16),
    /// Extra people in jobs after so many months.
    Jobs(u16),
    /// Extra people on benefits after so many months; negative where there are fewer.
    Stock(u16),
    /// Extra people on a permanent benefit after so many months.
    Clarified(u16),
    /// What the cap costs the municipality after so many months, DKK.
    CapPrice(u16),
    /// Months from the start until the plan has paid for itself: 0 where it costs nothing, infinite where it never does.
    Payback,
}

/// Less than this is rounding, DKK.
const ONE_KRONE: f64 = 1.0;
/// Less than this is rounding, persons.
const NOBODY: f64 = 1e-6;

impl Measure {
    /// The names of all of them, as on the command line.
    pub const NAMES: [&str; 7] = ["net", "state_net", "jobs", "stock", "clarified", "cap_price", "payback"];

    /// The one with this name, after so many months.
    pub fn parse(name: &str, month: u16) -> Option<Self> {
        Some(match name {
            "net" => Self::Net(month),
            "state_net" => Self::StateNet(month),
            "jobs" => Self::Jobs(month),
            "stock" => Self::Stock(month),
            "clarified" => Self::Clarified(month),
            "cap_price" => Self::CapPrice(month),
            "payback" => Self::Payback,
            _ => return None,
        })
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        Self::NAMES[match self {
            Self::Net(_) => 0,
            Self::StateNet(_) => 1,
            Self::Jobs(_) => 2,
            Self::Stock(_) => 3,
            Self::Clarified(_) => 4,
            Self::CapPrice(_) => 5,
            Self::Payback => 6,
        }]
    }

    /// After how many months; `None` for the payback, which looks at the whole run.
    pub fn month(self) -> Option<u16> {
        match self {
            Self::Net(month)
            | Self::StateNet(month)
            | Self::Jobs(month)
            | Self::Stock(month)
            | Self::Clarified(month)
            | Self::CapPrice(month) => Some(month),
            Self::Payback => None,
        }
    }

    /// The series whose value it is; `None` for the payback.
    pub fn series(self) -> Option<Series> {
        Some(match self {
            Self::Net(_) => Series::MunicipalNet,
            Self::StateNet(_) => Series::StateNet,
            Self::Jobs(_) => Series::Jobs,
            Self::Stock(_) => Series::StockChange,
            Self::Clarified(_) => Series::Clarified,
            Self::CapPrice(_) => Series::PriceOfCap,
            Self::Payback => return None,
        })
    }

    /// Its value in an outcome; a month beyond the run counts as the last one.
    pub fn of(self, outcome: &Outcome) -> f64 {
        let last = outcome.scenario.months.len().saturating_sub(1);
        let month = self.month().map_or(0, usize::from).min(last);
        match self {
            Self::Net(_) => outcome.municipal_net(month),
            Self::StateNet(_) => {
                month.checked_sub(1).map_or(0.0, |last| outcome.scenario.months[last].state_net)
            }
            Self::Jobs(_) => outcome.extra_jobs(month),
            Self::Stock(_) => outcome.stock_change(month),
            Self::Clarified(_) => outcome.extra_clarified(month),
            Self::CapPrice(_) => outcome.price_of_cap(month),
            Self::Payback => outcome.payback_months(),
        }
    }

    /// Whether a smaller value is the better one.
    pub fn less_is_better(self) -> bool {
        matches!(self, Self::Stock(_) | Self::CapPrice(_) | Self::Payback)
    }

    /// Whether `a` is better than `b` by more than rounding.
    pub fn better(self, a: f64, b: f64) -> bool {
        let (more, less) = if self.less_is_better() { (b, a) } else { (a, b) };
        more > less + f64::EPSILON * 64.0 * less.abs()
    }

    /// Differences below this are rounding.
    pub fn rounding(self) -> f64 {
        match self {
            Self::Net(_) | Self::StateNet(_) | Self::CapPrice(_) => ONE_KRONE,
            Self::Jobs(_) | Self::Stock(_) | Self::Clarified(_) => NOBODY,
            Self::Payback => 0.0,
        }
    }

    /// Whether it is an amount of kroner.
    pub fn is_money(self) -> bool {
        matches!(self, Self::Net(_) | Self::StateNet(_) | Self::CapPrice(_))
    }
}
