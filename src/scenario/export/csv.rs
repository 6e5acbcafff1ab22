//! The long form: one line for each run, month, series and group.

use std::io::{self, Write};

use super::series::{BY_DESTINATION, DESTINATION_IDS, OF_GROUP, OF_MONTH, item_id};
use super::spread::{PERCENTILES, WHOLE, chance_of_years, chances, of_run};
use super::{Computed, months};
use crate::model::month::{Item, Month};
use crate::model::outcome::Outcome;
use crate::model::setup::Setup;
use crate::model::tables::GROUPS;
use crate::scenario::keys::Key;
use crate::scenario::{assumed, digits};
use crate::uncertainty::bands::Bands;
use crate::uncertainty::series::Series;

/// Writes the months 0 to `last` as CSV: `run,month,series,group,value`; first, as the run `not_standard`, the keys of all
/// that is not as shipped besides the plan.
pub fn csv(computed: &Computed, last: usize, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "run,month,series,group,value")?;
    // What is not as shipped stands first, so that no figure goes without it; a word has no value here.
    for name in assumed::not_standard(&computed.scenario) {
        let text = Key::parse(&name).map(|key| key.text(&computed.scenario)).unwrap_or_default();
        let value = digits::read(&text).map(digits::write).unwrap_or_default();
        writeln!(out, "not_standard,0,{name},,{value}")?;
    }
    let country = computed.country.iter().flat_map(|country| {
        [("country_baseline", &country.baseline), ("country_scenario", &country.scenario)]
    });
    for (name, run) in computed.runs().into_iter().chain(country) {
        for (t, month) in months(run, last).iter().enumerate() {
            let mut line = |series: &str, group: &str, value: f64| match value.is_finite() {
                true => writeln!(out, "{name},{t},{series},{group},{value}"),
                false => writeln!(out, "{name},{t},{series},{group},"),
            };
            of_groups(month, &computed.outcome.setup, &mut line)?;
            of_month(month, &mut line)?;
        }
    }
    match &computed.bands {
        Some(bands) => of_draws(bands, &computed.outcome, last, out),
        None => Ok(()),
    }
}

/// The percentiles as if each were a run, the chance that the plan has paid for itself for good by months since its start, and
/// that of a council's yes by the months that it looks ahead.
fn of_draws(bands: &Bands, outcome: &Outcome, last: usize, out: &mut dyn Write) -> io::Result<()> {
    let whole = WHOLE.iter().map(|(name, series)| (*name, "", *series));
    let of_group = |index: usize| ("stock", GROUPS[index].id, Series::Stock(Some(index)));
    let groups = outcome.setup.groups.iter().map(|group| of_group(group.index));
    for (name, group, series) in whole.chain(groups) {
        for (t, spread) in of_run(bands, outcome, series, last).iter().enumerate() {
            for (percentile, value) in PERCENTILES.iter().zip(spread) {
                writeln!(out, "{percentile},{t},{name},{group},{value}")?;
            }
        }
    }
    for (months, chance) in chances(bands).enumerate() {
        writeln!(out, "chance,{months},paid_back,,{chance}")?;
    }
    for (years, chance) in chance_of_years(bands) {
        if let Some(chance) = chance {
            writeln!(out, "chance,{},yes,,{chance}", 12 * years)?;
        }
    }
    Ok(())
}

type Line<'a> = dyn FnMut(&str, &str, f64) -> io::Result<()> + 'a;

fn of_groups(month: &Month<f64>, setup: &Setup<f64>, line: &mut Line) -> io::Result<()> {
    for index in setup.groups.iter().map(|group| group.index) {
        let (group, id) = (&month.groups[index], GROUPS[index].id);
        for series in &OF_GROUP {
            line(series.id, id, (series.value)(group))?;
        }
        for series in &BY_DESTINATION {
            for (destination, value) in DESTINATION_IDS.iter().zip((series.values)(group)) {
                line(&format!("{}.{destination}", series.id), id, value)?;
            }
        }
    }
    Ok(())
}

fn of_month(month: &Month<f64>, line: &mut Line) -> io::Result<()> {
    for series in &OF_MONTH {
        line(series.id, "", (series.value)(month))?;
    }
    for (purse, costs) in [("municipality", &month.purses.municipality), ("state", &month.purses.state)] {
        for item in Item::ALL {
            line(&format!("{purse}.{}", item_id(item)), "", costs[item as usize])?;
        }
    }
    Ok(())
}
