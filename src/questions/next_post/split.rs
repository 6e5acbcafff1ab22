//! How a number of posts is best shared out.

use super::desk::{Desk, with};
use crate::model::tables::GROUP_COUNT;
use crate::questions::measure::Measure;
use crate::questions::runs;
use crate::scenario::Scenario;

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
