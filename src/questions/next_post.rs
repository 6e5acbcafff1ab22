//! Where does one more caseworker do most good, and how are a number of posts best shared out?

use super::measure::Measure;
use super::runs;
use super::setting::Number;
use crate::model::policy::Policy;
use crate::model::tables::{GROUP_COUNT, lever_by_key};
use crate::scenario::Scenario;
use crate::scenario::keys::Key;

/// A group with people in it, and what a post more gives there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// The group, by its place in the data file.
    pub group: usize,
    /// Posts in the plan, FTE.
    pub posts: f64,
    /// What a post more gives; `None` where the caseload is as low as it may be.
    pub more: Option<Margin>,
}

/// What one post more gives, beside the plan as it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Margin {
    /// Cases per caseworker with it.
    pub caseload: f64,
    /// Cumulative municipal net, DKK.
    pub net: f64,
    /// Extra people in jobs.
    pub jobs: f64,
}

/// How a number of posts is best shared out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Split {
    /// Posts more in each group.
    pub posts: [u16; GROUP_COUNT],
    /// The figure with the plan as it stands, and with the posts.
    pub value: [f64; 2],
    /// Posts for which there was no place: every caseload is as low as it may be.
    pub left: u16,
}

/// What one post more gives in each group with people in it, after so many months.
pub fn margins(scenario: &Scenario, month: u16) -> Vec<Place> {
    let desk = Desk::new(scenario);
    let groups: Vec<usize> = (0..GROUP_COUNT).filter(|group| scenario.place.stock[*group] > 0.0).collect();
    let open: Vec<usize> =
        groups.iter().copied().filter(|group| desk.takes([0; GROUP_COUNT], *group)).collect();
    let one_more = open.iter().map(|group| desk.policy(with(&[0; GROUP_COUNT], *group)));
    let policies: Vec<Policy> = std::iter::once(scenario.policy.clone()).chain(one_more).collect();
    // One post is little beside all that a batch is rounded by: these few runs are exact.
    let outcomes: Vec<_> =
        policies.into_iter().map(|policy| scenario.with_policy(policy).simulate()).collect();
    let [net, jobs] = [Measure::Net(month), Measure::Jobs(month)]
        .map(|measure| outcomes.iter().map(|outcome| measure.of(outcome)).collect::<Vec<_>>());
    let margin = |group: usize| {
        let at = 1 + open.iter().position(|open| *open == group)?;
        Some(Margin { caseload: desk.caseload(group, 1), net: net[at] - net[0], jobs: jobs[at] - jobs[0] })
    };
    let place = |group| Place { group, posts: desk.posts[group], more: margin(group) };
    groups.into_iter().map(place).collect()
}

/// The best split of `posts` posts more: one after the other to the group where the figure gets best, and then every
/// post is tried in every other group until no move makes it better. Of groups that are equally good the first in
/// the data file is taken. Every post is given a place, also where it does harm.
pub fn split(scenario: &Scenario, posts: u16, measure: Measure) -> Split {
    let desk = Desk::new(scenario);
    let before = runs::value(scenario, measure);
    let mut split = Split { posts: [0; GROUP_COUNT], value: [before; 2], left: posts };
    while split.left > 0 {
        let places = (0..GROUP_COUNT).filter(|group| desk.takes(split.posts, *group));
        let tried: Vec<_> = places.map(|group| with(&split.posts, group)).collect();
        let Some((value, best)) = desk.best(&tried, measure) else { break };
        (split.posts, split.value[1], split.left) = (best, value, split.left - 1);
    }
    // Each round makes the figure better, and there are only so many splits; the limit is for what nearly ties.
    for _ in 0..4 * u32::from(posts) {
        let Some((value, best)) = desk.best(&moves(&desk, split.posts), measure) else { break };
        if !measure.better(value, split.value[1]) {
            break;
        }
        (split.posts, split.value[1]) = (best, value);
    }
    split.value[1] = runs::value(&scenario.with_policy(desk.policy(split.posts)), measure);
    split
}

/// Every split that moves one post to another group.
fn moves(desk: &Desk, posts: [u16; GROUP_COUNT]) -> Vec<[u16; GROUP_COUNT]> {
    let mut tried = Vec::new();
    for from in (0..GROUP_COUNT).filter(|group| posts[*group] > 0) {
        let mut fewer = posts;
        fewer[from] -= 1;
        let others = (0..GROUP_COUNT).filter(|to| *to != from && desk.takes(fewer, *to));
        tried.extend(others.map(|to| with(&fewer, to)));
    }
    tried
}

fn with(posts: &[u16; GROUP_COUNT], group: usize) -> [u16; GROUP_COUNT] {
    let mut posts = *posts;
    posts[group] += 1;
    posts
}

/// The plan as it stands, ready to take more posts.
struct Desk<'a> {
    scenario: &'a Scenario,
    /// Posts in the plan, by group; 0 where there is nobody.
    posts: [f64; GROUP_COUNT],
    /// The lowest caseload that may be set.
    lowest: f64,
}

impl<'a> Desk<'a> {
    fn new(scenario: &'a Scenario) -> Self {
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

    /// Cases per caseworker with so many posts more.
    fn caseload(&self, group: usize, more: u16) -> f64 {
        self.scenario.place.stock[group] / (self.posts[group] + f64::from(more))
    }

    /// Whether the group can take one more beside these.
    fn takes(&self, posts: [u16; GROUP_COUNT], group: usize) -> bool {
        self.scenario.place.stock[group] > 0.0 && self.caseload(group, posts[group] + 1) >= self.lowest
    }

    fn policy(&self, posts: [u16; GROUP_COUNT]) -> Policy {
        let mut policy = self.scenario.policy.clone();
        for (group, more) in posts.into_iter().enumerate().filter(|(_, more)| *more > 0) {
            policy.caseload[group] = Some(self.caseload(group, more));
        }
        policy
    }

    /// The best of these splits, the first of equals.
    fn best(&self, splits: &[[u16; GROUP_COUNT]], measure: Measure) -> Option<(f64, [u16; GROUP_COUNT])> {
        let policies: Vec<_> = splits.iter().map(|posts| self.policy(*posts)).collect();
        let values = runs::values(self.scenario, &policies, measure);
        let tried = values.into_iter().zip(splits.iter().copied());
        tried.reduce(|best, next| if measure.better(next.0, best.0) { next } else { best })
    }
}
