//! The series of a run: a name, a unit and where in the month it stands, declared once for every form.

use crate::model::ceiling::UNLIMITED;
use crate::model::month::{GroupMonth, Item, Month};
use crate::model::setup::DESTINATIONS;

/// One series.
#[derive(Clone, Copy, Debug)]
pub struct Series<M: 'static> {
    /// As in the exported files.
    pub id: &'static str,
    /// Its value in a month.
    pub value: fn(&M) -> f64,
}

/// One series for each destination.
#[derive(Clone, Copy, Debug)]
pub struct ByDestination {
    /// As in the exported files.
    pub id: &'static str,
    /// Its values in a month, in the order of [`DESTINATION_IDS`].
    pub values: fn(&GroupMonth<f64>) -> [f64; DESTINATIONS],
}

const fn series<M>(id: &'static str, value: fn(&M) -> f64) -> Series<M> {
    Series { id, value }
}

/// Where people go, in the order of the model.
pub const DESTINATION_IDS: [&str; DESTINATIONS] = ["job", "education", "clarified", "other"];

/// What every group has.
pub const OF_GROUP: [Series<GroupMonth<f64>>; 16] = [
    series("stock", |group| group.stock),
    series("posts", |group| group.posts),
    series("staff", |group| group.staff),
    series("in_training", |group| group.in_training),
    series("effective_staff", |group| group.effective),
    series("hires", |group| group.hires),
    series("caseload", |group| group.caseload),
    series("contact_hours", |group| group.contact),
    series("minutes_per_talk", |group| group.minutes_per_talk),
    series("talks_not_held", |group| group.talks_not_held),
    series("sick_days", |group| group.sick_days),
    series("turnover", |group| group.turnover),
    series("caseworker_change", |group| group.change),
    series("inflow", |group| group.inflow),
    series("reentries", |group| group.reentries),
    series("leavers_at_risk", |group| group.leavers.iter().sum()),
];

/// What every group has for each destination: the multiplier of the exits, the exits, and the extra people there.
pub const BY_DESTINATION: [ByDestination; 3] = [
    ByDestination { id: "effect", values: |group| group.multiplier },
    ByDestination { id: "exits", values: |group| group.exits },
    ByDestination { id: "extra", values: |group| group.after },
];

/// What the municipality has as a whole.
pub const OF_MONTH: [Series<Month<f64>>; 11] = [
    series("stock", Month::stock),
    series("staff", Month::staff),
    series("room", |month| if month.room < UNLIMITED { month.room } else { f64::INFINITY }),
    series("wanted", |month| month.wanted),
    series("allowed", |month| month.allowed),
    series("saving", |month| month.saving),
    series("extra_staff_cost", |month| month.extra_staff),
    series("cash", |month| month.cash),
    series("municipal_net", |month| month.municipal_net),
    series("state_net", |month| month.state_net),
    series("public_net", |month| month.municipal_net + month.state_net),
];

/// The name of a cost item.
pub const fn item_id(item: Item) -> &'static str {
    match item {
        Item::Caseworkers => "caseworkers",
        Item::Coordinators => "coordinators",
        Item::Hiring => "hiring",
        Item::Mentors => "mentors",
        Item::OneOff => "one_off",
        Item::Activation => "activation",
        Item::Benefits => "benefits",
        Item::AfterExit => "after_exit",
        Item::Taxes => "taxes",
        Item::Guarantee => "guarantee",
        Item::Sanctions => "sanctions",
        Item::Grant => "grant",
    }
}
