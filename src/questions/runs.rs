//! The one place through which questions run the model.

use super::measure::Measure;
use crate::model::abreast::Seen;
use crate::model::evidence;
use crate::model::lane::{Eight, Lane};
use crate::model::outcome::{AFTER_START, length};
use crate::model::policy::Policy;
use crate::model::run::{IN_THE_RED, NEVER};
use crate::model::setup::{CLARIFIED, JOB};
use crate::model::sweep::Sweep;
use crate::model::tables::parameter::BENEFIT;
use crate::model::tables::{GROUP_COUNT, LADDERS};
use crate::scenario::Scenario;
use crate::uncertainty::samples::{NOTHING, Payback, rounding};
use crate::uncertainty::series::Series;

/// One figure of one scenario, exactly as the page shows it.
pub fn value(scenario: &Scenario, measure: Measure) -> f64 {
    measure.of(&scenario.simulate())
}

/// One figure of many policies at the same place with the same assumptions, in their order; in single precision, so
/// to some 10⁻⁵ of what the municipality pays.
pub fn values(base: &Scenario, policies: &[Policy], measure: Measure) -> Vec<f64> {
    let ladder = &LADDERS[base.ladder];
    let reported = evidence::reported(&base.parameters, ladder);
    let mut sweep = Sweep::new(&base.place, &base.parameters, ladder, &reported);
    let benefits =
        (0..GROUP_COUNT).map(|group| 12.0 * base.place.stock[group] * base.parameters[BENEFIT[group]]);
    let nothing = rounding(benefits.sum());
    let mut values = vec![f64::NAN; policies.len()];
    for alike in shapes(policies) {
        for eight in alike.chunks(Eight::COUNT) {
            let found = side_by_side(&mut sweep, policies, eight, Asked { measure, nothing });
            for (place, &index) in eight.iter().enumerate() {
                values[index] = found.get(place);
            }
        }
    }
    values
}

/// The policies that can run side by side, by their places.
fn shapes(policies: &[Policy]) -> Vec<Vec<usize>> {
    let mut shapes: Vec<(Policy, Vec<usize>)> = Vec::new();
    for (index, policy) in policies.iter().enumerate() {
        let shape = policy.shape();
        // The last ones first: neighbours are alike.
        match shapes.iter_mut().rev().find(|(known, _)| *known == shape) {
            Some((_, alike)) => alike.push(index),
            None => shapes.push((shape, vec![index])),
        }
    }
    shapes.into_iter().map(|(_, alike)| alike).collect()
}

/// What is asked of each policy.
#[derive(Clone, Copy)]
struct Asked {
    measure: Measure,
    /// What a net of nothing may come to, DKK.
    nothing: f64,
}

/// The figure of up to eight policies.
fn side_by_side(sweep: &mut Sweep, policies: &[Policy], alike: &[usize], asked: Asked) -> Eight {
    let mut chosen = alike.iter().map(|&index| &policies[index]);
    let Some(first) = chosen.next() else { return Eight::zero() };
    let others: Vec<&Policy> = chosen.collect();
    let length = length(first);
    let mut found = Found::new(asked, length, first);
    sweep.run(first, &others, length, &mut |seen| found.look(seen));
    let value = found.value(asked.measure, usize::from(first.start), length);
    // What a council turns down is as today.
    let wanted = |place: usize| match place.checked_sub(1) {
        Some(other) => others.get(other).copied().unwrap_or(first).approve,
        None => first.approve,
    };
    let refused = |place| wanted(place).is_some_and(|years| found.net_after(place, years) < IN_THE_RED);
    let forgone = found.forgone;
    Eight::from_fn(|place| if refused(place) { forgone.get(place) } else { value.get(place) })
}

/// What is kept of the months of eight policies.
struct Found {
    measure: Measure,
    /// The month in question; one beyond the run counts as the last.
    month: usize,
    t: usize,
    value: Eight,
    /// The figure where the council turns the plan down: nothing, and it is never paid back.
    forgone: Eight,
    payback: Payback,
    /// Where a council may want to look: the net after so many months.
    start: usize,
    nets: Vec<Eight>,
}

impl Found {
    fn new(Asked { measure, nothing }: Asked, length: usize, first: &Policy) -> Self {
        let month = measure.month().map_or(0, usize::from).min(length.saturating_sub(1));
        let (value, payback) = (Eight::zero(), Payback::new(nothing));
        let forgone = if measure == Measure::Payback { Eight::splat(NEVER) } else { value };
        Self {
            measure,
            month,
            t: 0,
            value,
            forgone,
            payback,
            start: usize::from(first.start),
            nets: Vec::new(),
        }
    }

    fn look(&mut self, seen: Seen<'_>) {
        let Seen { month, uncapped_net, .. } = seen;
        let after = self.t + 1 == self.month;
        let at = self.t == self.month;
        match self.measure {
            Measure::Net(_) if after => self.value = month.municipal_net,
            Measure::StateNet(_) if after => self.value = month.state_net,
            Measure::CapPrice(_) if after => {
                self.value = uncapped_net - month.municipal_net;
            }
            Measure::Jobs(_) if at => self.value = month.after(JOB),
            Measure::Clarified(_) if at => self.value = month.after(CLARIFIED),
            Measure::Stock(_) if at => self.value = Series::StockChange.of(seen),
            _ => {}
        }
        if self.t < self.start + AFTER_START {
            self.payback.look(self.t, month.municipal_net);
        }
        self.t += 1;
        if self.t > self.start && (self.t - self.start).is_multiple_of(12) {
            self.nets.push(month.municipal_net);
        }
    }

    fn value(&self, measure: Measure, start: usize, length: usize) -> Eight {
        match measure {
            Measure::Payback => {
                let months = self.payback.months(start, length.min(start + AFTER_START));
                let nothing = Eight::splat(f64::from(NOTHING));
                Eight::select(nothing.lt(months), months, Eight::zero())
            }
            _ => self.value,
        }
    }

    fn net_after(&self, place: usize, years: u16) -> f64 {
        let year = usize::from(years).checked_sub(1);
        year.and_then(|year| self.nets.get(year)).map_or(0.0, |net| net.get(place))
    }
}
