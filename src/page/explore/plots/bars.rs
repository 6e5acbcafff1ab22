//! Those of the charts that are bars.

use super::{Drawn, Seen};
use crate::chart::Role;
use crate::chart::bars::Bar;
use crate::model::month::{ITEMS, Item, Month};
use crate::model::outcome::{Outcome, net_after};
use crate::model::run::Run;
use crate::page::parts::bars::BarPlot;
use crate::words::text::{Text, fill};

impl Seen<'_> {
    fn bar(&self, name: String, value: f64) -> Bar {
        Bar { name, value: value / 1e6, written: self.language.money(value) }
    }

    fn bar_plot(&self, heading: Text, role: Role, bars: Vec<Bar>, total: f64) -> BarPlot {
        let total = self.bar(self.say(Text::PlotTotal).to_owned(), total);
        BarPlot {
            unit: self.say(Text::PlotMillion).to_owned(),
            heading: self.say(heading).to_owned(),
            role,
            least_span: 1.0,
            summary: format!("{}: {}", total.name, total.written),
            bars,
            total: Some(total),
        }
    }

    /// What the municipality gains in each year.
    pub(super) fn yearly(&self) -> BarPlot {
        let months = &self.outcome.scenario.months;
        let year = |year: usize| {
            let name = fill(self.say(Text::PlotYear), &[("number", &year.to_string())]);
            self.bar(name, net_after(months, 12 * year) - net_after(months, 12 * (year - 1)))
        };
        let years = self.outcome.horizon / 12;
        let bars = (1..=years).map(year).collect();
        self.bar_plot(Text::ChartYear, Role::Municipality, bars, net_after(months, 12 * years))
    }

    /// What each purse gains by each item.
    pub(super) fn items(&self) -> Vec<Drawn> {
        type Costs = fn(&Month<f64>) -> &[f64; ITEMS];
        let purses: [(&str, Text, Role, Costs); 2] = [
            ("items.municipality", Text::PlotMunicipality, Role::Municipality, |month| {
                &month.purses.municipality
            }),
            ("items.state", Text::PlotState, Role::State, |month| &month.purses.state),
        ];
        let Outcome { scenario, baseline, horizon, .. } = self.outcome;
        let one = |(id, title, role, costs): (&'static str, Text, Role, Costs)| {
            let cost = |run: &Run<f64>, item: Item| -> f64 {
                run.months.iter().take(*horizon).map(|month| costs(month)[item as usize]).sum()
            };
            let gains = Item::ALL.map(|item| (item, cost(baseline, item) - cost(scenario, item)));
            let bars = gains.iter().filter(|(_, gain)| gain.abs() >= SEEN);
            let bars =
                bars.map(|(item, gain)| self.bar(self.say(item_name(*item)).to_owned(), *gain)).collect();
            let total = gains.iter().map(|(_, gain)| gain).sum();
            self.single(id, title, self.bar_plot(Text::PlotPurpose, role, bars, total))
        };
        purses.into_iter().map(one).collect()
    }
}

/// Less than this is no bar, DKK.
const SEEN: f64 = 500.0;

fn item_name(item: Item) -> Text {
    match item {
        Item::Caseworkers => Text::PlotCaseworkers,
        Item::Coordinators => Text::PlotCoordinators,
        Item::Hiring => Text::PlotHiring,
        Item::Mentors => Text::PlotMentors,
        Item::OneOff => Text::PlotOneOff,
        Item::Activation => Text::PlotActivation,
        Item::Benefits => Text::PlotBenefits,
        Item::AfterExit => Text::PlotAfterExit,
        Item::Taxes => Text::PlotTaxes,
        Item::Guarantee => Text::PlotGuarantee,
        Item::Sanctions => Text::PlotSanctions,
        Item::Grant => Text::PlotGrant,
    }
}
