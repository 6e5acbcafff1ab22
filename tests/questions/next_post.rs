//! Where a post does most good.

use crate::common::{anything, group, place, set};
use crate::{known, near};
use proptest::prelude::*;
use raaderum::model::policy::Policy;
use raaderum::model::run::NEVER;
use raaderum::model::setup::closed;
use raaderum::model::tables::{GROUP_COUNT, GROUPS};
use raaderum::questions::measure::Measure;
use raaderum::questions::next_post::{Estimate, Margin, margins, split};
use raaderum::questions::runs;
use raaderum::questions::spread::against;
use raaderum::scenario::Scenario;

const NET: Measure = Measure::Net(72);
const DRAWS: usize = 64;

/// The policy with so many posts more in each group.
fn with(scenario: &Scenario, posts: [u16; GROUP_COUNT]) -> Policy {
    let mut policy = scenario.policy.clone();
    for group in (0..GROUP_COUNT).filter(|group| posts[*group] > 0) {
        let today = scenario.place.caseload_today(group, &scenario.parameters);
        let stock = scenario.place.stock[group];
        let before = stock / policy.caseload[group].unwrap_or(today);
        policy.caseload[group] = Some(stock / (before + f64::from(posts[group])));
    }
    policy
}

/// Every way to share out `left` posts.
fn ways(left: u16, group: usize, posts: [u16; GROUP_COUNT], all: &mut Vec<[u16; GROUP_COUNT]>) {
    if group + 1 == GROUP_COUNT {
        let mut posts = posts;
        posts[group] = left;
        all.push(posts);
        return;
    }
    for here in 0..=left {
        let mut posts = posts;
        posts[group] = here;
        ways(left - here, group + 1, posts, all);
    }
}

#[test]
fn the_split_is_the_best_of_all() {
    let capped: &[(&str, &str)] = &[("rule", "self_financing"), ("room", "1"), ("caseload.insured", "90")];
    for settings in [&[], capped] {
        let mut scenario = place("typical");
        for (key, value) in settings {
            set(&mut scenario, key, value);
        }
        for measure in [NET, Measure::Jobs(72), Measure::Stock(72)] {
            let found = split(&scenario, 3, measure);
            let mut all = Vec::new();
            ways(3, 0, [0; GROUP_COUNT], &mut all);
            let policies: Vec<_> = all.iter().map(|posts| with(&scenario, *posts)).collect();
            let values = runs::values(&scenario, &policies, measure);
            let best = values.into_iter().reduce(|a, b| if measure.better(b, a) { b } else { a });
            let best = best.expect("some split");
            assert!((found.value[1] / best - 1.0).abs() < 1e-3, "{measure:?} {best} {found:?}");
            assert_eq!((found.posts.iter().sum::<u16>(), found.left), (3, 0));
        }
    }
}

#[test]
fn a_post_more_is_worth_what_the_model_says() {
    let scenario = place("typical");
    let found = margins(&scenario, 72, NET, DRAWS);
    // A post for those to whom nobody comes any more goes with them: what it is worth is no post's worth.
    let open = (0..GROUP_COUNT).filter(|group| !closed(*group, &scenario.parameters));
    assert!(found.iter().map(|place| place.group).eq(open) && found.len() == GROUP_COUNT - 1);
    for place in found {
        let mut posts = [0; GROUP_COUNT];
        posts[place.group] = 1;
        let mut moved = scenario.clone();
        moved.policy = with(&scenario, posts);
        let outcome = moved.simulate();
        let margin = place.more.expect("room for one more");
        assert!(near(margin.net.central, outcome.municipal_net(72)), "{:?}", margin.net);
        assert!((margin.jobs.central / outcome.extra_jobs(72) - 1.0).abs() < 1e-3);
        let filled = outcome.scenario.months[0].groups[place.group].posts;
        assert!((filled - place.posts - 1.0).abs() < 1e-9);
        assert!((filled * margin.caseload / scenario.place.stock[place.group] - 1.0).abs() < 1e-12);
    }
}

#[test]
fn with_the_research_the_insured_come_first() {
    let found = split(&place("typical"), 1, NET);
    assert_eq!(found.posts[group("insured")], 1);
    assert!(found.value[1] > found.value[0]);
}

#[test]
fn groups_without_people_are_left_out_and_full_ones_take_no_more() {
    let mut scenario = place("typical");
    set(&mut scenario, "stock.sickness", "0");
    set(&mut scenario, "caseload.insured", "15");
    let found = margins(&scenario, 72, NET, DRAWS);
    assert!(found.iter().all(|place| place.group != group("sickness")));
    assert!(found.iter().all(|place| (place.group == group("insured")) == place.more.is_none()));
    for other in GROUPS.iter().filter(|other| other.id != "insured") {
        set(&mut scenario, &format!("stock.{}", other.id), "0");
    }
    let found = split(&scenario, 4, NET);
    assert_eq!((found.posts, found.left), ([0; GROUP_COUNT], 4));
    assert_eq!(found.value[0], found.value[1]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_single_move_makes_a_split_better(scenario in anything(), posts in 1..6_u16) {
        // A batch is rounded to some 10⁻⁶ of all that is paid, or of all people.
        let people = scenario.place.total_stock();
        for (measure, slack) in [(NET, 1e-6 * people * 15_000.0 * 120.0), (Measure::Jobs(72), 1e-5 * people)] {
            let found = split(&scenario, posts, measure);
            prop_assert_eq!(found.posts.iter().sum::<u16>() + found.left, posts);
            // Whether the cash runs out is decided at one krone: batches of single precision may decide otherwise.
            let runs_out = |policy: &Policy| {
                scenario.with_policy(policy.clone()).simulate().scenario.cash_out < NEVER
            };
            if runs_out(&with(&scenario, found.posts)) {
                continue;
            }
            for from in (0..GROUP_COUNT).filter(|group| found.posts[*group] > 0) {
                let lasts = |to: usize| scenario.place.stock[to] > 0.0 && !closed(to, &scenario.parameters);
                for to in (0..GROUP_COUNT).filter(|to| *to != from && lasts(*to)) {
                    let mut moved = found.posts;
                    (moved[from], moved[to]) = (moved[from] - 1, moved[to] + 1);
                    let policy = with(&scenario, moved);
                    if policy.caseload[to].is_some_and(|caseload| caseload >= 15.0) && !runs_out(&policy) {
                        let value = runs::values(&scenario, &[policy], measure)[0];
                        prop_assert!(value <= found.value[1] + slack, "{from} {to} {value} {found:?}");
                    }
                }
            }
        }
    }
}

/// A review of what has not begun found nothing to save and nothing paid: on which side of that a batch fell was chance.
#[test]
fn a_review_before_the_start_leaves_the_best_group_the_best() {
    let mut scenario = place("silkeborg");
    set(&mut scenario, "start", "60");
    set(&mut scenario, "review", "12");
    let best = margins(&scenario, 72, NET, DRAWS)
        .into_iter()
        .filter_map(|place| Some((place.group, place.more?.net.central)));
    let best = best.max_by(|a, b| a.1.total_cmp(&b.1)).expect("there are groups");
    assert_eq!(split(&scenario, 1, NET).posts[best.0], 1);
}

#[test]
fn where_nothing_is_uncertain_the_draws_are_the_central_run() {
    for place in margins(&known(&place("typical")), 72, NET, DRAWS) {
        let Margin { net, jobs, .. } = place.more.expect("room for one more");
        for Estimate { central, spread } in [net, jobs] {
            assert_eq!(spread[0], spread[4], "{central}");
            let apart = (f64::from(spread[2]) - central).abs();
            assert!(apart < 0.01 * central.abs() + 0.01, "{central} {spread:?}");
        }
        assert!([net, jobs].iter().all(|estimate| estimate.band().is_none()));
    }
}

#[test]
fn one_group_is_the_best_in_every_draw_or_none() {
    let mut scenario = place("typical");
    for measure in [NET, Measure::Jobs(72), Measure::Stock(72), Measure::Payback] {
        let found = margins(&scenario, 72, measure, DRAWS);
        let best: Vec<f32> = found.iter().filter_map(|place| Some(place.more?.best)).collect();
        let all = best.iter().sum::<f32>();
        assert!(best.iter().all(|share| (0.0..=1.0).contains(share)) && all <= 1.001, "{measure:?} {best:?}");
    }
    let sure = |scenario: &Scenario| {
        let found = margins(scenario, 72, NET, DRAWS);
        let best = found.into_iter().max_by(|a, b| a.more.unwrap().best.total_cmp(&b.more.unwrap().best));
        best.map(|place| (place.group, place.more.expect("room").best))
    };
    assert_eq!(sure(&known(&scenario)), Some((group("insured"), 1.0)));
    // Where no post may be filled no group is better than another.
    set(&mut scenario, "rule", "ceiling");
    set(&mut scenario, "room", "0");
    let found = margins(&scenario, 72, NET, DRAWS);
    assert!(found.iter().all(|place| place.more.expect("room").best == 0.0), "{found:?}");
}

#[test]
fn a_post_is_compared_with_the_plan_draw_by_draw() {
    let mut scenario = place("typical");
    set(&mut scenario, "caseload.job_ready", "50");
    let found = margins(&scenario, 72, NET, DRAWS);
    for place in found {
        let mut posts = [0; GROUP_COUNT];
        posts[place.group] = 1;
        let more = scenario.with_policy(with(&scenario, posts));
        let [net, jobs] =
            [0, 1].map(|at| against(&scenario, &more, &[NET, Measure::Jobs(72)], DRAWS)[at].spread);
        let margin = place.more.expect("room for one more");
        assert!(margin.net.spread[2] != 0.0, "{margin:?}");
        for (estimate, paired) in [(margin.net, net), (margin.jobs, jobs)] {
            let same = |(one, other): (&f32, &f32)| one == other || *one == 0.0;
            assert!(estimate.spread.iter().zip(&paired).all(same), "{estimate:?} {paired:?}");
        }
    }
}
