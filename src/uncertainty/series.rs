//! What can be watched over the months of a run.

use raaderum_model::abreast::Seen;
use raaderum_model::lane::{Eight, sum};
use raaderum_model::setup::{CLARIFIED, JOB};
use raaderum_model::tables::GROUP_COUNT;

/// A figure with one value for each month from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Series {
    /// Persons on the benefit of one group, or of all. Draws hold how many more there are than where nothing changes, so
    /// that their band is that of the plan's effect; whoever shows how many there are adds those of the central baseline.
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
        let fewer = |group: usize| month.groups[group].stock - usual_stock[group];
        match self {
            Self::Stock(Some(group)) => fewer(group),
            Self::Stock(None) | Self::StockChange => sum((0..GROUP_COUNT).map(fewer)),
            Self::Jobs => month.after(JOB),
            Self::Clarified => month.after(CLARIFIED),
            Self::MunicipalNet => month.municipal_net,
            Self::StateNet => month.state_net,
            Self::PriceOfCap => uncapped_net - month.municipal_net,
        }
    }
}
