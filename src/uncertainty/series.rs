//! What can be watched over the months of a run.

use raaderum_model::abreast::Seen;
use raaderum_model::lane::Eight;
use raaderum_model::setup::{CLARIFIED, JOB};

/// A figure with one value for each month from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Series {
    /// Persons on the benefit of one group, or of all.
    Stock(Option<usize>),
    /// Extra persons on benefits in all groups; negative where there are fewer.
    StockChange,
    /// Extra people in jobs.
    Jobs,
    /// Extra people on a permanent benefit.
    Clarified,
    /// Net of the municipality since month 0, DKK.
    MunicipalNet,
    /// Net of the state since month 0, DKK.
    StateNet,
    /// What the cap costs the municipality since month 0, DKK.
    PriceOfCap,
}

impl Series {
    /// Whether the value of a month is what it was after the month; else it is what it was at its start.
    pub fn adds_up(self) -> bool {
        matches!(self, Self::MunicipalNet | Self::StateNet | Self::PriceOfCap)
    }

    /// Its value in a month.
    pub fn of(self, Seen { month, uncapped_net, usual_stock }: Seen<'_>) -> Eight {
        match self {
            Self::StockChange => month.stock() - usual_stock,
            Self::Stock(Some(group)) => month.groups[group].stock,
            Self::Stock(None) => month.stock(),
            Self::Jobs => month.after(JOB),
            Self::Clarified => month.after(CLARIFIED),
            Self::MunicipalNet => month.municipal_net,
            Self::StateNet => month.state_net,
            Self::PriceOfCap => uncapped_net - month.municipal_net,
        }
    }
}
