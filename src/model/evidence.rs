//! Whose evidence: how strong the effect must be for a municipality's own report to come true.

use std::cell::RefCell;

use super::beside::Beside;
use super::levers::Levers;
use super::month::Month;
use super::parameters::Parameters;
use super::place::Place;
use super::policy::{Policy, Rule, Staffing};
use super::run::Terms;
use super::setup::Setup;
use super::tables::{GROUP_COUNT, LadderSpec, REPORT, parameter as p};

/// The elasticity of every exit that takes each group from the reported caseload before to the one after, with
/// the reported number of persons after the reported time; `None` where no elasticity within reach does.
///
/// The report is the case of the data file that is marked so ([`REPORT`]). It is what one would have to believe,
/// not a finding.
///
/// The answer for the same assumptions is kept: it is asked for at every move of a slider.
pub fn reported(parameters: &Parameters<f64>, ladder: &LadderSpec) -> [Option<f64>; GROUP_COUNT] {
    LAST.with_borrow_mut(|last| match last {
        Some(known) if known.parameters == *parameters && known.ladder == *ladder => known.elasticity,
        _ => {
            let elasticity = std::array::from_fn(|group| solve(group, parameters, ladder));
            *last = Some(Solved { parameters: parameters.clone(), ladder: *ladder, elasticity });
            elasticity
        }
    })
}

struct Solved {
    parameters: Parameters<f64>,
    ladder: LadderSpec,
    elasticity: [Option<f64>; GROUP_COUNT],
}

thread_local! {
    static LAST: RefCell<Option<Solved>> = const { RefCell::new(None) };
}

fn solve(group: usize, parameters: &Parameters<f64>, ladder: &LadderSpec) -> Option<f64> {
    let mut trial = Trial::new(group, parameters, ladder);
    root(|elasticity| trial.stock_after(elasticity) - REPORT.stock_after, parameters[p::REPORTED_MOST])
}

/// Where a falling function is nought between 0 and `high`: false position, with the weight of an end that stays
/// halved each time (the Illinois rule), so that a curved function does not hold it up.
fn root(mut f: impl FnMut(f64) -> f64, high: f64) -> Option<f64> {
    let (mut low, mut at_low) = (0.0, f(0.0));
    let (mut high, mut at_high) = (high, f(high));
    if at_low < 0.0 || at_high > 0.0 {
        return None;
    }
    for _ in 0..MOST_STEPS {
        let between = low + (high - low) * at_low / (at_low - at_high);
        let at_between = f(between);
        if at_between.abs() < PERSONS_EXACT {
            return Some(between);
        }
        if at_between > 0.0 {
            (low, at_low, at_high) = (between, at_between, at_high / 2.0);
        } else {
            (high, at_high, at_low) = (between, at_between, at_low / 2.0);
        }
    }
    Some((low + high) / 2.0)
}

/// A dozen steps are usual.
const MOST_STEPS: usize = 100;
/// So close to the reported number of persons is rounding.
const PERSONS_EXACT: f64 = 1e-10;

/// The reported group, ready to be run at any elasticity.
struct Trial {
    place: Place,
    policy: Policy,
    parameters: Parameters<f64>,
    setup: Setup<f64>,
}

impl Trial {
    fn new(group: usize, parameters: &Parameters<f64>, ladder: &LadderSpec) -> Self {
        let mut parameters = parameters.clone();
        // The report as it stands: how far it is to be trusted is another question.
        parameters[p::REPORTED_UNCERTAINTY] = 1.0;
        let mut place = Place {
            population: parameters[p::COUNTRY_POPULATION],
            stock: [0.0; GROUP_COUNT],
            today: [None; GROUP_COUNT],
            cash: None,
            room: 0.0,
            country: false,
        };
        place.stock[group] = REPORT.stock_before;
        place.today[group] = Some(REPORT.caseload_before);
        let mut policy = Policy { staffing: Staffing::Hold, evidence: 1.0, ..Policy::default() };
        policy.caseload[group] = Some(REPORT.caseload_after);
        // So much cash that the cash rule never ends the plan.
        policy.reserve = Some(1e9);
        // The report was of a group that people came to: a law that closes one is no effect of contact.
        let setup = Setup::open(&place, &parameters, &parameters, ladder, &[None; GROUP_COUNT]);
        Self { place, policy, parameters, setup }
    }

    /// The reported time, and the month after it whose start it is.
    const LENGTH: usize = REPORT.months as usize + 1;

    /// Persons after the reported time, at one elasticity for every exit.
    fn stock_after(&mut self, elasticity: f64) -> f64 {
        for group in &mut self.setup.groups {
            group.reported = Some(elasticity);
        }
        let levers = Levers::one(&self.place, &self.policy, &self.parameters, &self.parameters);
        let terms = Terms { setup: &self.setup, levers: &levers, parameters: &self.parameters };
        let (run, _) = Beside::new(terms, Self::LENGTH).run(&levers, Rule::None, &[]);
        run.months.last().map_or(0.0, Month::stock)
    }
}
