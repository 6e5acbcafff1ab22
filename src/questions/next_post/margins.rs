//! What one more post gives in each group, draw by draw.

use super::desk::{Desk, with};
use super::{Estimate, Margin, Place};
use crate::model::policy::Policy;
use crate::model::tables::GROUP_COUNT;
use crate::questions::measure::Measure;
use crate::questions::rounding::rounding;
use crate::scenario::{Scenario, uncertain};
use crate::uncertainty::ensemble::{Ensemble, Until};
use crate::uncertainty::paired::Paired;
use crate::uncertainty::samples::{Samples, Watch};

/// A plan, run in the middle and over the draws.
#[derive(Debug)]
struct Run {
    policy: Policy,
    approved: bool,
    /// Net and jobs in the central run.
    central: [f64; 2],
    samples: Samples,
}

/// A group with people in it.
#[derive(Debug)]
struct Group {
    group: usize,
    posts: f64,
    /// The caseload with one post more and what comes of it, where there is room for one.
    more: Option<(f64, Run)>,
}

/// [`super::margins()`], found in parts: the same draws of the plan as it stands, and with a post more in each group.
#[derive(Debug)]
pub struct Margins {
    /// What makes a group the best.
    measure: Measure,
    /// Differences up to these are rounding: of net, of jobs, and of what makes a group the best.
    rounding: [f32; 3],
    now: Run,
    groups: Vec<Group>,
    ensemble: Ensemble,
    draws: usize,
}

impl Margins {
    /// The central runs; nothing is drawn yet, and there are to be at least so many draws.
    #[must_use]
    pub fn begin(scenario: &Scenario, month: u16, measure: Measure, draws: usize) -> Self {
        let desk = Desk::new(scenario);
        let told = [Measure::Net(month), Measure::Jobs(month)];
        let figures = [told[0], told[1], measure];
        let ends = figures.iter().filter_map(|figure| figure.series()).collect();
        let watch = Watch { months: Vec::new(), ends, horizon: month.into() };
        // One post is little beside all that a batch is rounded by: these few runs are exact.
        let run = |policy: Policy| {
            let outcome = scenario.with_policy(policy.clone()).simulate();
            let central = told.map(|figure| figure.of(&outcome));
            let samples = Samples::new(watch.clone(), draws);
            Run { policy, approved: uncertain::approved(&outcome), central, samples }
        };
        let group = |group: usize| {
            let room = desk.takes([0; GROUP_COUNT], group);
            let more = || (desk.caseload(group, 1), run(desk.policy(with(&[0; GROUP_COUNT], group))));
            Group { group, posts: desk.posts[group], more: room.then(more) }
        };
        let lasting = (0..GROUP_COUNT).filter(|group| desk.lasts(*group));
        Self {
            measure,
            rounding: figures.map(|figure| rounding(scenario, figure)),
            now: run(scenario.policy.clone()),
            groups: lasting.map(group).collect(),
            ensemble: uncertain::ensemble(scenario),
            draws,
        }
    }

    /// Runs some more draws of one plan; false when all are there.
    pub fn ask(&mut self, draws: usize) -> bool {
        let Self { now, groups, ensemble, draws: wanted, .. } = self;
        let runs = groups.iter_mut().filter_map(|group| Some(&mut group.more.as_mut()?.1));
        let mut runs = std::iter::once(now).chain(runs);
        let Some(run) = runs.find(|run| run.samples.draws() < *wanted) else { return false };
        let next = draws.min(*wanted - run.samples.draws());
        ensemble.advance(&run.policy, run.approved, Until::End, &mut run.samples, next);
        true
    }

    /// What came of the draws so far.
    #[must_use]
    pub fn told(&self) -> Vec<Place> {
        let open = || self.groups.iter().filter_map(|group| group.more.as_ref());
        let values: Vec<&[f32]> = open().map(|(_, run)| self.deciding(run)).collect();
        let mut best =
            shares(self.deciding(&self.now), &values, self.measure.less_is_better(), self.rounding[2])
                .into_iter();
        let place = |Group { group, posts, more }: &Group| {
            let more = more.as_ref().map(|(caseload, run)| {
                let best = best.next().unwrap_or_default();
                Margin { caseload: *caseload, net: self.estimate(run, 0), jobs: self.estimate(run, 1), best }
            });
            Place { group: *group, posts: *posts, more }
        };
        self.groups.iter().map(place).collect()
    }

    /// What a run gives more than the plan as it stands.
    fn estimate(&self, run: &Run, figure: usize) -> Estimate {
        let rounding = self.rounding[figure];
        let apart = Paired::of(self.now.samples.end(figure), run.samples.end(figure), rounding);
        let spread = apart.spread.map(|value| if value.abs() <= rounding { 0.0 } else { value });
        Estimate { central: run.central[figure] - self.now.central[figure], spread }
    }

    /// What makes a group the best, in each draw.
    fn deciding<'a>(&self, run: &'a Run) -> &'a [f32] {
        match self.measure.series() {
            Some(_) => run.samples.end(2),
            None => run.samples.payback(),
        }
    }
}

/// In what share of the draws each of these is the best; a draw in which none differs from `now` by more than rounding has
/// no best.
fn shares(now: &[f32], values: &[&[f32]], less_is_better: bool, rounding: f32) -> Vec<f32> {
    let mut shares = vec![0.0; values.len()];
    for (draw, now) in now.iter().enumerate() {
        let value = |of: usize| if less_is_better { -values[of][draw] } else { values[of][draw] };
        // What has no end in both is the same in both.
        let differs = |values: &&[f32]| values[draw] != *now && (values[draw] - now).abs() > rounding;
        let best = (0..values.len()).reduce(|best, next| if value(next) > value(best) { next } else { best });
        if let Some(best) = best.filter(|_| values.iter().any(differs)) {
            shares[best] += 1.0;
        }
    }
    shares.into_iter().map(|count| count / now.len() as f32).collect()
}
