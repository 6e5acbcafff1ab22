//! What a month settles and notes, over whole runs.

use super::same;
use crate::common::{place, set};
use raaderum::model::month::{Item, Month};
use raaderum::model::outcome::Outcome;
use raaderum::model::tables::parameter as p;
use raaderum::scenario::Scenario;

fn plan(settings: &[(&str, &str)]) -> (Scenario, Outcome) {
    let mut scenario = place("typical");
    settings.iter().for_each(|(key, value)| set(&mut scenario, key, value));
    let outcome = scenario.simulate();
    (scenario, outcome)
}

fn paid(month: &Month<f64>, item: Item) -> (f64, f64) {
    (month.purses.municipality[item as usize], month.purses.state[item as usize])
}

#[test]
fn a_state_grant_pays_for_more_staff_up_to_its_size() {
    let grant = |size| {
        plan(&[("caseload.activity_ready", "45"), ("rule", "state_grant"), ("room", "1"), ("grant", size)]).1
    };
    for (size, most) in [("0.6", 50_000.0), ("30", 2_500_000.0)] {
        for month in &grant(size).scenario.months {
            let expected = month.extra_staff.clamp(0.0, most);
            same(paid(month, Item::Grant).0, -expected);
            same(paid(month, Item::Grant).1, expected);
        }
    }
    let small = grant("0.6");
    assert!(small.scenario.months.iter().any(|month| month.extra_staff > 50_000.0), "it binds");
    assert_eq!(paid(&small.uncapped.months[30], Item::Grant), (0.0, 0.0), "without the rule there is none");
}

#[test]
fn the_one_off_cost_is_paid_when_the_plan_begins_and_never_again() {
    let settings = [("caseload.insured", "60"), ("start", "5"), ("one_off", "2"), ("one_off_pool", "25")];
    for (t, month) in plan(&settings).1.scenario.months.iter().enumerate() {
        let expected = if t == 5 { (1.5e6, 0.5e6) } else { (0.0, 0.0) };
        assert_eq!(paid(month, Item::OneOff), expected, "month {t}");
    }
}

#[test]
fn sanctions_fall_due_in_the_last_month_of_a_year() {
    let settings = [("caseload.insured", "60"), ("rule", "ceiling"), ("room", "0"), ("response", "overrun")];
    let overrun = plan(&[&settings[..], &[("others", "overshoot")]].concat()).1;
    let due: Vec<usize> = (0..overrun.scenario.months.len())
        .filter(|t| paid(&overrun.scenario.months[*t], Item::Sanctions).0 != 0.0)
        .collect();
    assert!(!due.is_empty() && due.iter().all(|t| t % 12 == 11), "{due:?}");
    assert!(paid(&overrun.scenario.months[23], Item::Sanctions).0 > 0.0, "the municipality pays");
    let complies = plan(&settings[..3]).1;
    assert!(complies.scenario.months.iter().all(|month| paid(month, Item::Sanctions) == (0.0, 0.0)));
}

#[test]
fn nets_and_cash_add_up_month_by_month() {
    let (scenario, outcome) =
        plan(&[("caseload.insured", "60"), ("coordinator", "on"), ("mentor.activity_ready", "1")]);
    let reserve = scenario.policy.reserve_at(&scenario.place, &scenario.parameters);
    let (mut ours, mut states) = (0.0, 0.0);
    for (month, usual) in outcome.scenario.months.iter().zip(&outcome.baseline.months) {
        ours += usual.purses.municipal_cost() - month.purses.municipal_cost();
        states += usual.purses.state_cost() - month.purses.state_cost();
        assert!((month.municipal_net - ours).abs() < 1.0 && (month.state_net - states).abs() < 1.0);
        same(month.cash, reserve + month.municipal_net);
    }
}

#[test]
fn what_a_month_notes_fits_together() {
    let (scenario, outcome) = plan(&[("caseload.activity_ready", "45")]);
    let parameters = &scenario.parameters;
    for now in outcome.baseline.months[0].groups.iter().filter(|now| now.stock > 0.0) {
        same(now.caseload, now.stock / now.staff);
        same(now.contact, now.effective * parameters[p::HOURS] * parameters[p::DIRECT_SHARE] / now.stock);
        same(now.turnover, parameters[p::TURNOVER]);
        same(now.hires, now.staff * parameters[p::TURNOVER] / 12.0);
    }
    for now in outcome.scenario.months[40].groups.iter().filter(|now| now.stock > 0.0) {
        same(now.caseload, now.stock / now.staff);
        let ratio = now.turnover / parameters[p::TURNOVER];
        same(now.change, (parameters[p::CASEWORKER_CHANGE] * ratio).min(0.95));
        same(now.contact, now.effective * parameters[p::HOURS] * parameters[p::DIRECT_SHARE] / now.stock);
    }
}

#[test]
fn the_wish_is_more_posts_and_coordinators_and_the_cap_takes_its_share() {
    let settings =
        [("caseload.activity_ready", "45"), ("coordinator", "on"), ("rule", "ceiling"), ("room", "1")];
    let (scenario, outcome) = plan(&settings);
    let (parameters, free) = (&scenario.parameters, &outcome.uncapped.months[3]);
    let before = &outcome.baseline.months[3];
    let mut wanted = 0.0;
    for (g, now) in free.groups.iter().enumerate() {
        wanted += (now.posts - before.groups[g].posts).max(0.0) * parameters[p::COST];
        if raaderum::model::tables::GROUPS[g].may_have_coordinator {
            wanted += parameters[p::COORDINATOR_COST] * parameters[p::COST] * now.posts;
        }
    }
    let capped = &outcome.scenario.months[3];
    same(capped.wanted, wanted);
    same(capped.allowed, (capped.room / wanted).clamp(0.0, 1.0));
    assert!((0.01..0.99).contains(&capped.allowed), "it binds: {}", capped.allowed);
    for g in 0..free.groups.len() {
        let (today, more) = (before.groups[g].posts, free.groups[g].posts - before.groups[g].posts);
        same(capped.groups[g].posts, today + capped.allowed * more);
    }
}

#[test]
fn the_answers_are_differences_between_the_runs() {
    let settings = [("caseload.activity_ready", "45"), ("rule", "ceiling"), ("room", "1"), ("start", "3")];
    let (_, outcome) = plan(&settings);
    let posts = |run: &[Month<f64>]| run[3].groups.iter().map(|group| group.posts).sum::<f64>();
    same(outcome.staff_change(), posts(&outcome.scenario.months) - posts(&outcome.baseline.months));
    assert!(outcome.staff_change() > 0.5, "{}", outcome.staff_change());
    let net = |run: &[Month<f64>]| run[47].municipal_net;
    same(outcome.price_of_cap(48), net(&outcome.uncapped.months) - net(&outcome.scenario.months));
    assert!(outcome.price_of_cap(48).abs() > 1.0);
    let month = &outcome.scenario.months[20];
    same(month.staff(), month.groups.iter().map(|group| group.staff).sum());
    assert!(outcome.changes_anything() && !plan(&[]).1.changes_anything());
}
