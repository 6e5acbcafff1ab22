//! The laws of the model, over every lever and every assumption within its bounds.

use crate::common::{anything, group, levers, no_longer_leavers, place, set};
use proptest::prelude::*;
use raaderum::model::month::{GroupMonth, Item, Month};
use raaderum::model::outcome::Outcome;
use raaderum::model::policy::{Percent, Policy, Rule};
use raaderum::model::setup::{CLARIFIED, closed};
use raaderum::model::tables::{GROUP_COUNT, parameter as p};
use raaderum::scenario::Scenario;

/// How many scenarios each property tries: over 10,000 in all.
fn cases(default: u32) -> ProptestConfig {
    ProptestConfig { cases: default, failure_persistence: None, ..ProptestConfig::default() }
}

fn close(a: f64, b: f64, scale: f64, tolerance: f64) -> bool {
    (a - b).abs() <= tolerance * scale.abs().max(1.0)
}

fn runs(outcome: &Outcome) -> [(&'static str, &[Month<f64>]); 3] {
    [
        ("baseline", &outcome.baseline.months),
        ("uncapped", &outcome.uncapped.months),
        ("scenario", &outcome.scenario.months),
    ]
}

proptest! {
    #![proptest_config(cases(1024))]

    #[test]
    fn with_no_lever_moved_every_series_is_flat(mut scenario in anything()) {
        scenario.policy = Policy::default();
        // A group that the law has closed falls by itself (closed.rs).
        for g in (0..GROUP_COUNT).filter(|g| closed(*g, &scenario.parameters)) {
            scenario.place.stock[g] = 0.0;
        }
        let outcome = scenario.simulate();
        for (name, months) in runs(&outcome) {
            for (t, month) in months.iter().enumerate() {
                for g in 0..GROUP_COUNT {
                    let (now, then) = (&month.groups[g], &months[0].groups[g]);
                    prop_assert!(close(now.stock, then.stock, then.stock, 1e-9), "{name} stock {t}");
                    prop_assert!(close(now.staff, then.staff, then.staff, 1e-9), "{name} staff {t}");
                    prop_assert!(close(now.contact, then.contact, then.contact, 1e-9), "{name} contact {t}");
                    prop_assert!(close(now.inflow + now.reentries, now.exits.iter().sum(), then.stock, 1e-9));
                }
                let cost = months[0].purses.municipal_cost();
                prop_assert!(close(month.purses.municipal_cost(), cost, cost, 1e-9), "{name} cost {t}");
                prop_assert!(close(month.municipal_net, 0.0, cost, 1e-7), "{name} net {t}");
            }
        }
    }

    #[test]
    fn persons_are_conserved(scenario in anything()) {
        let outcome = scenario.simulate();
        for (name, months) in runs(&outcome) {
            for (t, pair) in months.windows(2).enumerate() {
                for g in 0..GROUP_COUNT {
                    let (now, next) = (&pair[0].groups[g], &pair[1].groups[g]);
                    let exits: f64 = now.exits.iter().sum();
                    let expected = now.stock + now.inflow + now.reentries - exits;
                    prop_assert!(close(next.stock, expected, now.stock.max(1.0), 1e-9), "{name} {t} group {g}");
                    let leavers = |group: &GroupMonth<f64>| group.leavers.iter().sum::<f64>();
                    let back = leavers(now) * (1.0 - no_longer_leavers(&scenario, g)) + exits
                        - now.exits[CLARIFIED];
                    prop_assert!(close(leavers(next), back, back, 1e-9), "{name} {t} leavers {g}");
                    // A billionth of a person is nobody (an emptied group stays there).
                    let size = now.stock.max(1e3);
                    prop_assert!(close(now.kinds.iter().sum(), now.stock, size, 1e-12), "{name} {t} kinds {g}");
                }
            }
        }
    }

    #[test]
    fn purses_add_up(scenario in anything()) {
        let outcome = scenario.simulate();
        for (_, months) in runs(&outcome) {
            for month in months {
                let purses = &month.purses;
                for item in [Item::Guarantee, Item::Sanctions, Item::Grant] {
                    let (ours, theirs) = (purses.municipality[item as usize], purses.state[item as usize]);
                    prop_assert!(ours + theirs == 0.0, "{item:?} is paid by one to the other");
                }
                let total: f64 = Item::ALL
                    .iter()
                    .map(|&item| purses.municipality[item as usize] + purses.state[item as usize])
                    .sum();
                let both = purses.municipal_cost() + purses.state_cost();
                prop_assert!(close(total, both, purses.municipal_cost(), 1e-9));
            }
        }
        let months = &outcome.scenario.months;
        let mut net = 0.0;
        for (month, usual) in months.iter().zip(&outcome.baseline.months) {
            net += usual.purses.municipal_cost() + usual.purses.state_cost()
                - month.purses.municipal_cost() - month.purses.state_cost();
            let scale = usual.purses.municipal_cost() * months.len() as f64;
            prop_assert!(close(month.municipal_net + month.state_net, net, scale, 1e-9));
        }
    }

    #[test]
    fn nothing_is_negative_or_endless(scenario in anything()) {
        let outcome = scenario.simulate();
        for (name, months) in runs(&outcome) {
            for (t, month) in months.iter().enumerate() {
                for (g, now) in month.groups.iter().enumerate() {
                    let never_negative = [
                        now.stock, now.posts, now.staff, now.in_training, now.effective, now.caseload,
                        now.contact, now.minutes_per_talk, now.talks_not_held, now.sick_days, now.turnover,
                        now.change, now.hires, now.inflow, now.reentries,
                    ];
                    let many = now.exits.iter().chain(&now.multiplier).chain(&now.leavers).chain(&now.kinds);
                    for value in never_negative.iter().chain(many) {
                        prop_assert!(value.is_finite() && *value >= 0.0, "{name} {t} group {g}: {now:?}");
                    }
                    prop_assert!(now.after.iter().all(|value| value.is_finite()), "{name} {t}: {now:?}");
                }
                let money = [month.municipal_net, month.state_net, month.cash, month.room, month.wanted];
                prop_assert!(money.iter().all(|value| value.is_finite()), "{name} {t}: {money:?}");
                prop_assert!((0.0..=1.0).contains(&month.allowed), "{name} {t}: {}", month.allowed);
            }
        }
    }

    #[test]
    fn without_a_rule_nothing_is_capped(mut scenario in levers()) {
        scenario.policy.rule = Rule::None;
        scenario.policy.approve = None;
        let free = scenario.simulate();
        prop_assert_eq!(nets(&free.scenario.months), nets(&free.uncapped.months));
        scenario.policy.rule = Rule::Ceiling;
        scenario.policy.room = Some(1e6);
        let roomy = scenario.simulate();
        prop_assert_eq!(nets(&roomy.scenario.months), nets(&free.uncapped.months));
    }

    #[test]
    fn a_policy_that_changes_nothing_costs_nothing(surroundings in levers()) {
        let mut scenario = surroundings.unmoved();
        let (policy, moved) = (&mut scenario.policy, &surroundings.policy);
        (policy.cycle, policy.inflow, policy.evidence) = (moved.cycle, moved.inflow, moved.evidence);
        (policy.rule, policy.start, policy.response) = (moved.rule, moved.start, moved.response);
        for g in 0..GROUP_COUNT {
            policy.caseload[g] = Some(scenario.place.caseload_today(g, &scenario.parameters));
            policy.talks[g] = Some(scenario.parameters[p::TALKS_LAW[g]]);
        }
        policy.who = moved.who;
        policy.digital = Some(Percent(100.0 * scenario.parameters[p::DIGITAL_TODAY]));
        let outcome = scenario.simulate();
        for (now, usual) in outcome.scenario.months.iter().zip(&outcome.baseline.months) {
            prop_assert!(close(now.stock(), usual.stock(), usual.stock(), 1e-9));
            prop_assert!(now.municipal_net.abs() < 1.0, "{}", now.municipal_net);
        }
    }

    #[test]
    fn statutory_talks_are_neutral_in_the_centre(talks in 0.0..12.0f64, g in 0..GROUP_COUNT) {
        let mut scenario = place("typical");
        scenario.policy.talks[g] = Some(talks);
        let outcome = scenario.simulate();
        prop_assert!(outcome.stock_change(72).abs() < 1e-6, "{}", outcome.stock_change(72));
        prop_assert!(outcome.municipal_net(72).abs() < 1.0);
    }
}

fn nets(months: &[Month<f64>]) -> Vec<u64> {
    months.iter().map(|month| month.municipal_net.to_bits()).collect()
}

/// Leaves only one group in the place.
fn only(scenario: &mut Scenario, g: usize) {
    for other in (0..GROUP_COUNT).filter(|other| *other != g) {
        scenario.place.stock[other] = 0.0;
    }
}

#[test]
fn a_group_without_people_is_left_out() {
    let mut scenario = place("typical");
    only(&mut scenario, group("insured"));
    set(&mut scenario, "caseload.sickness", "20");
    let outcome = scenario.simulate();
    assert_eq!(outcome.municipal_net(72), 0.0);
    assert_eq!(outcome.scenario.months[72].groups[group("sickness")].staff, 0.0);
}
