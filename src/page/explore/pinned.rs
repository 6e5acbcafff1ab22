//! Plans put aside, as lines in the charts of the plan in hand.

use std::rc::Rc;

use super::charts;
use crate::chart::Role;
use crate::model::month::Month;
use crate::model::outcome::{Outcome, net_after};
use crate::page::made::Pin;
use crate::page::parts::lines::{Plot, PlotLine};
use crate::page::state::State;
use crate::scenario::Scenario;
use crate::words::text::Language;

/// What the lines are called in tables and in `data-figure`.
const NAMES: [&str; 4] = ["pin.1", "pin.2", "pin.3", "pin.4"];
/// Longer names are cut at the end of a line; the list of pins has them whole.
const LONGEST: usize = 24;

/// The pins whose lines can be held against those of the plan in hand, each with its place among all pins: those of the
/// same municipality, which have the same people and the same present.
#[derive(Clone, PartialEq)]
pub struct Beside(Rc<[(usize, Pin)]>);

impl Beside {
    /// Those of a state.
    pub fn of(state: &State) -> Self {
        let comparable = |(_, pin): &(usize, Pin)| is_comparable(&pin.scenario, &state.computed);
        Self(state.pins.iter().cloned().enumerate().filter(comparable).collect())
    }

    /// None at all.
    pub fn none() -> Self {
        Self(Rc::from([]))
    }

    /// People on benefits, of one group or all.
    pub fn stock(&self, plot: &mut Plot, language: Language, focus: Option<usize>) {
        let persons =
            |month: &Month<f64>| focus.map_or_else(|| month.stock(), |group| month.groups[group].stock);
        self.months(plot, persons, |end| language.persons(end));
    }

    /// More or fewer people on benefits than today.
    pub fn difference(&self, plot: &mut Plot, language: Language) {
        let points = |outcome: &Outcome, months: usize| {
            charts::changes(&outcome.scenario.months, &outcome.baseline.months, months)
        };
        self.lines(plot, points, |end| charts::told(language, end));
    }

    /// The municipality's net since the start, DKK m.
    pub fn net(&self, plot: &mut Plot, language: Language) {
        let millions = |outcome: &Outcome, months: usize| {
            (0..=months).map(|month| net_after(&outcome.scenario.months, month) / 1e6).collect()
        };
        self.lines(plot, millions, |end| language.money(1e6 * end));
    }

    /// A figure of each month.
    pub fn months(&self, plot: &mut Plot, value: impl Fn(&Month<f64>) -> f64, end: impl Fn(f64) -> String) {
        let points = |outcome: &Outcome, months: usize| {
            outcome.scenario.months.iter().take(months + 1).map(&value).collect()
        };
        self.lines(plot, points, end);
    }

    fn lines(
        &self,
        plot: &mut Plot,
        points: impl Fn(&Outcome, usize) -> Vec<f64>,
        end: impl Fn(f64) -> String,
    ) {
        let months = usize::from(plot.months);
        plot.lines.extend(self.0.iter().filter_map(|(place, pin)| {
            let points = points(&pin.outcome.0, months);
            let heading = pin.kept.name.clone();
            Some(PlotLine {
                role: *Role::PINNED.get(*place)?,
                label: format!("{} {}", short(&heading), end(*points.last()?)),
                name: NAMES.get(*place)?,
                heading,
                points,
            })
        }));
    }
}

/// A pin of the plan itself would lie under its line.
fn is_comparable(pinned: &Scenario, plan: &Scenario) -> bool {
    pinned.place == plan.place && pinned != plan
}

fn short(name: &str) -> String {
    match name.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", name[..end].trim_end()),
        None => name.to_owned(),
    }
}
