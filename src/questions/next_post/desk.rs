//! A plan at whose desks more caseworkers can be put.

use crate::model::policy::Policy;
use crate::model::setup::closed;
use crate::model::tables::{GROUP_COUNT, lever_by_key};
use crate::questions::measure::Measure;
use crate::questions::runs;
use crate::questions::setting::Number;
use crate::scenario::Scenario;
use crate::scenario::keys::Key;

/// These posts and one more in a group.
pub(super) fn with(posts: &[u16; GROUP_COUNT], group: usize) -> [u16; GROUP_COUNT] {
    let mut posts = *posts;
    posts[group] += 1;
    posts
}

/// The plan as it stands, ready to take more posts.
pub(super) struct Desk<'a> {
    scenario: &'a Scenario,
    /// Posts in the plan, by group; 0 where there is nobody.
    pub(super) posts: [f64; GROUP_COUNT],
    /// The lowest caseload that may be set.
    lowest: f64,
}

impl<'a> Desk<'a> {
    pub(super) fn new(scenario: &'a Scenario) -> Self {
        let target = |group: usize| {
            let today = scenario.place.caseload_today(group, &scenario.parameters);
            scenario.policy.caseload[group].unwrap_or(today)
        };
        let lever = lever_by_key("caseload").and_then(|lever| Number::of(Key::Lever(lever, Some(0))));
        Self {
            scenario,
            posts: std::array::from_fn(|group| scenario.place.stock[group] / target(group)),
            lowest: lever.map_or(0.0, |lever| lever.bounds[0]),
        }
    }

    /// Whether there are people in the group, now and later: a post for those to whom nobody comes any more goes with them,
    /// and costs least where it is gone first.
    pub(super) fn lasts(&self, group: usize) -> bool {
        self.scenario.place.stock[group] > 0.0 && !closed(group, &self.scenario.parameters)
    }

    /// Cases per caseworker with so many posts more.
    pub(super) fn caseload(&self, group: usize, more: u16) -> f64 {
        self.scenario.place.stock[group] / (self.posts[group] + f64::from(more))
    }

    /// Whether the group can take one more beside these.
    pub(super) fn takes(&self, posts: [u16; GROUP_COUNT], group: usize) -> bool {
        self.lasts(group) && self.caseload(group, posts[group] + 1) >= self.lowest
    }

    pub(super) fn policy(&self, posts: [u16; GROUP_COUNT]) -> Policy {
        let mut policy = self.scenario.policy.clone();
        for (group, more) in posts.into_iter().enumerate().filter(|(_, more)| *more > 0) {
            policy.caseload[group] = Some(self.caseload(group, more));
        }
        policy
    }

    /// The best of these splits, the first of equals.
    pub(super) fn best(
        &self,
        splits: &[[u16; GROUP_COUNT]],
        measure: Measure,
    ) -> Option<(f64, [u16; GROUP_COUNT])> {
        let policies: Vec<_> = splits.iter().map(|posts| self.policy(*posts)).collect();
        let values = runs::values(self.scenario, &policies, measure);
        let tried = values.into_iter().zip(splits.iter().copied());
        tried.reduce(|best, next| if measure.better(next.0, best.0) { next } else { best })
    }
}
