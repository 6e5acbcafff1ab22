//! What a scenario comes to: three runs, payback and verdicts.

use super::beside::Beside;
use super::evidence;
use super::levers::Levers;
use super::month::Month;
use super::parameters::Parameters;
use super::place::Place;
use super::policy::{Policy, Rule};
use super::run::{IN_THE_RED, Run, Terms};
use super::setup::{CLARIFIED, JOB, Setup};
use super::tables::{GROUP_COUNT, LADDERS, LadderSpec};

/// Years within which a council may want a plan to have paid for itself.
pub const VERDICT_YEARS: [u16; 7] = [1, 2, 3, 4, 6, 8, 10];
/// Runs go on so long after the start of the plan, in months, whatever is shown.
pub const AFTER_START: usize = 120;

/// When the plan has paid for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Payback {
    /// Nothing is other than it would have been.
    DoesNothing,
    /// The council wanted it paid back within so many years, and turned it down.
    NotApproved(u16),
    /// The municipality was never out of pocket.
    CostsNothing,
    /// So many months after the start the net is back for good.
    After(u16),
    /// Not within the run.
    Never,
}

/// The three runs of one scenario and what they say.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// What the runs started from.
    pub setup: Setup<f64>,
    /// Nothing changes.
    pub baseline: Run<f64>,
    /// The levers without a cap.
    pub uncapped: Run<f64>,
    /// The levers under the rule; the baseline again if the plan was not approved.
    pub scenario: Run<f64>,
    /// The plan that was not approved, to show what was forgone.
    pub forgone: Option<Run<f64>>,
    /// When the scenario has paid for itself.
    pub payback: Payback,
    /// Whether a council that looks so many years ahead ([`VERDICT_YEARS`]) says yes to the plan, also to one that was not
    /// approved; of a plan that changes nothing there is none.
    pub verdicts: Option<[bool; VERDICT_YEARS.len()]>,
    /// Months shown.
    pub horizon: usize,
    /// First month of the plan.
    pub start: usize,
}

/// Runs a scenario with today's refusion ladder.
pub fn simulate(place: &Place, policy: &Policy, parameters: &Parameters<f64>) -> Outcome {
    simulate_with(place, policy, parameters, &LADDERS[0])
}

/// Runs a scenario: baseline, uncapped, and under the rule.
pub fn simulate_with(
    place: &Place,
    policy: &Policy,
    parameters: &Parameters<f64>,
    ladder: &LadderSpec,
) -> Outcome {
    let reported = match policy.evidence > 0.0 {
        true => evidence::reported(parameters, ladder),
        false => [None; GROUP_COUNT],
    };
    let setup = Setup::new(place, parameters, parameters, ladder, &reported);
    let (start, horizon) = (usize::from(policy.start), usize::from(policy.horizon));
    let levers = Levers::one(place, policy, parameters, parameters);
    let beside = Beside::new(Terms { setup: &setup, levers: &levers, parameters }, length(policy));
    let (uncapped, ahead) = beside.run(&levers, Rule::None, &[]);
    let tried = match policy.rule {
        // The same run once more.
        Rule::None => uncapped.clone(),
        rule => beside.run(&levers, rule, &ahead).0,
    };
    let verdicts = changes(&tried.months).then(|| VERDICT_YEARS.map(|years| approved(&tried, start, years)));
    let (scenario, forgone) = match policy.approve {
        Some(years) if !approved(&tried, start, years) => {
            let nothing = Policy { start: u16::MAX, ..policy.clone() };
            let levers = Levers { policy: &nothing, ..levers.clone() };
            (beside.run(&levers, Rule::None, &[]).0, Some(tried))
        }
        _ => (tried, None),
    };
    let payback = match (&forgone, policy.approve) {
        (Some(_), Some(years)) => Payback::NotApproved(years),
        _ => payback(&scenario.months, start),
    };
    let baseline = beside.baseline();
    Outcome { setup, baseline, uncapped, scenario, forgone, payback, verdicts, horizon, start }
}

/// Months that the runs of a policy go on for.
pub fn length(policy: &Policy) -> usize {
    usize::from(policy.horizon).max(usize::from(policy.start) + AFTER_START) + 1
}

fn approved(run: &Run<f64>, start: usize, years: u16) -> bool {
    net_after(&run.months, start + 12 * usize::from(years)) >= IN_THE_RED
}

/// Cumulative municipal net after `months` months, DKK.
pub fn net_after(run: &[Month<f64>], months: usize) -> f64 {
    months.checked_sub(1).and_then(|last| run.get(last)).map_or(0.0, |month| month.municipal_net)
}

/// Whether a run differs from the baseline by more than rounding: nothing can, and leave both purses as they are.
fn changes(run: &[Month<f64>]) -> bool {
    let changed = |net: f64| net.abs() > -IN_THE_RED;
    run.iter().any(|month| changed(month.municipal_net) || changed(month.state_net))
}

/// The first month, counted from the start, from which the cumulative net stays at or above nought to the month
/// [`AFTER_START`], having been below. The flow of the month after it belongs to no year that a council looks at.
fn payback(run: &[Month<f64>], start: usize) -> Payback {
    if !changes(run) {
        return Payback::DoesNothing;
    }
    let run = &run[..run.len().min(start + AFTER_START)];
    let red = |month: &Month<f64>| month.municipal_net < IN_THE_RED;
    if !run.iter().any(red) {
        return Payback::CostsNothing;
    }
    match run.iter().rposition(|month| month.municipal_net < 0.0) {
        Some(last) if last + 1 < run.len() => Payback::After((last + 2).saturating_sub(start) as u16),
        _ => Payback::Never,
    }
}

impl Outcome {
    /// Extra persons on benefits after `months` months; negative where there are fewer.
    pub fn stock_change(&self, months: usize) -> f64 {
        self.scenario.months[months].stock() - self.baseline.months[months].stock()
    }

    /// Whether the scenario differs from the baseline by more than rounding.
    pub fn changes_anything(&self) -> bool {
        changes(&self.scenario.months)
    }

    /// Posts that the plan has more, or fewer, than today when it begins, FTE.
    pub fn staff_change(&self) -> f64 {
        let posts =
            |run: &Run<f64>| run.months[self.start].groups.iter().map(|group| group.posts).sum::<f64>();
        posts(&self.scenario) - posts(&self.baseline)
    }

    /// Extra people in jobs after `months` months.
    pub fn extra_jobs(&self, months: usize) -> f64 {
        self.scenario.months[months].after(JOB)
    }

    /// Extra people on a permanent benefit after `months` months.
    pub fn extra_clarified(&self, months: usize) -> f64 {
        self.scenario.months[months].after(CLARIFIED)
    }

    /// Cumulative municipal net after `months` months, DKK.
    pub fn municipal_net(&self, months: usize) -> f64 {
        net_after(&self.scenario.months, months)
    }

    /// What the cap costs the municipality: the uncapped net less the scenario's, after `months` months, DKK. No cap stops
    /// a plan that the council turned down.
    pub fn price_of_cap(&self, months: usize) -> f64 {
        match self.forgone {
            Some(_) => 0.0,
            None => net_after(&self.uncapped.months, months) - self.municipal_net(months),
        }
    }

    /// When the scenario has paid for itself, as a number: months since the start, nought where there is nothing to pay
    /// back, and no end where it never has or was turned down.
    pub fn payback_months(&self) -> f64 {
        match self.payback {
            Payback::DoesNothing | Payback::CostsNothing => 0.0,
            Payback::After(months) => f64::from(months),
            Payback::Never | Payback::NotApproved(_) => f64::INFINITY,
        }
    }
}
