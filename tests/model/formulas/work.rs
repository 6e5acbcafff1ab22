//! Caseworkers, contact, and what contact does.

use super::{same, start as begin, with};
use crate::common::group;
use raaderum::model::contact::{Ways, contact, talks};
use raaderum::model::effect::{Effect, on_jobs};
use raaderum::model::parameters::Parameters;
use raaderum::model::policy::{Percent, Policy};
use raaderum::model::setup::{CLARIFIED, EDUCATION, JOB, OTHER};
use raaderum::model::staff::{Staff, environment};
use raaderum::model::tables::parameter as p;

#[test]
fn caseworkers_are_hired_trained_and_laid_off() {
    let change = |parameters: &mut Parameters<f64>| {
        (parameters[p::TURNOVER], parameters[p::TRAINING_MONTHS]) = (0.24, 8.0);
        (parameters[p::HIRING_MONTHS], parameters[p::LAYOFF_MONTHS]) = (4.0, 5.0);
    };
    with(&Policy::default(), change, |terms| {
        let step = |posts: f64| {
            let mut staff = Staff { experienced: 8.0, in_training: 2.0 };
            let hires = staff.step(posts, 1.5, &terms.setup.rates);
            (hires, staff.experienced, staff.in_training)
        };
        // 1.5 times 2 % leave; a quarter of the six missing posts is filled.
        let (hires, experienced, in_training) = step(16.0);
        same(hires, 0.3 + 1.5);
        same(experienced, 8.0 - 0.03 * 8.0 + 2.0 / 8.0);
        same(in_training, 2.0 - 0.03 * 2.0 + 1.8 - 2.0 / 8.0);
        // A fifth of the six posts too many is closed; 0.3 leave by themselves, 0.9 are laid off.
        let (hires, experienced, in_training) = step(4.0);
        same(hires, 0.0);
        same(experienced, 8.0 - 0.12 * 8.0 + 2.0 / 8.0);
        same(in_training, 2.0 - 0.12 * 2.0 - 2.0 / 8.0);
    });
}

#[test]
fn more_cases_mean_more_sick_days_and_turnover() {
    let change = |parameters: &mut Parameters<f64>| {
        (parameters[p::SICK_DAYS], parameters[p::SICK_DAYS_SLOPE], parameters[p::WORK_DAYS]) =
            (12.0, 0.5, 200.0);
        (parameters[p::TURNOVER], parameters[p::TURNOVER_ELASTICITY]) = (0.3, 0.6);
        (parameters[p::CASEWORKER_CHANGE], parameters[p::COORDINATOR_CONTINUITY]) = (0.4, 0.5);
        parameters[p::TRAINING_PRODUCTIVITY] = 0.55;
    };
    with(&Policy::default(), change, |terms| {
        let now = environment(terms, [1.3, 1.0], Some(0.8));
        let more = 0.5 * libm::log(1.3) / libm::log(1.1);
        same(now.more_sick_days, more);
        same(now.sick_days, 12.0 + more);
        same(now.leaving, libm::pow(1.3, 0.6));
        same(now.change, 0.4 * libm::pow(1.3, 0.6) * (1.0 - 0.5 * 0.8));
        same(environment(terms, [1.3, 1.0], None).change, 0.4 * libm::pow(1.3, 0.6));
        let crowded = environment(terms, [100.0, 1.0], None);
        same(crowded.leaving, 0.9 / 0.3);
        same(crowded.change, 0.95);
        let alone = environment(terms, [1e-6, 1.0], None);
        same(alone.sick_days, 0.0);
        let staff = Staff { experienced: 8.0, in_training: 2.0 };
        same(staff.total(), 10.0);
        same(staff.effective(5.0, terms), (8.0 + 0.55 * 2.0) * (1.0 - 5.0 / 200.0));
        same(staff.effective(500.0, terms), 0.0);
    });
}

/// Ways of working with everything moved, and assumptions to match.
fn busy() -> (Policy, impl FnOnce(&mut Parameters<f64>), usize) {
    let g = group("activity_ready");
    let mut policy = Policy { rules_cut: Percent(20.0), digital: Some(Percent(60.0)), ..Policy::default() };
    (policy.talks[g], policy.mentor[g]) = (Some(4.0), 1.5);
    let change = move |parameters: &mut Parameters<f64>| {
        (parameters[p::HOURS], parameters[p::DIRECT_SHARE], parameters[p::PROCESS_SHARE]) =
            (1400.0, 0.4, 0.3);
        (parameters[p::PREPARATION_MINUTES], parameters[p::TALK_MINUTES]) = (25.0, 50.0);
        (parameters[p::DIGITAL_MINUTES], parameters[p::DIGITAL_TODAY]) = (15.0, 0.2);
        (parameters[p::PASS_THROUGH], parameters[p::TALK_LOSS]) = (0.65, 0.35);
        (parameters[p::DIRECT_SHARE_MIN], parameters[p::DIRECT_SHARE_MAX]) = (0.1, 0.9);
        (parameters[p::TALKS_LAW[g]], parameters[p::MENTOR_WEIGHT_PROFESSIONAL]) = (6.0, 0.45);
    };
    (policy, change, g)
}

#[test]
fn contact_follows_staff_time_and_mentors() {
    let (policy, change, g) = busy();
    with(&policy, change, |terms| {
        let start = begin(terms, g);
        let ways = Ways::of(terms, &start, 0.5);
        // Half of the plan is at work: 10 % fewer rules, 40 % digital, five talks.
        let per_minute = 70.0 / (60.0 * 1400.0);
        let freed = 0.1 * 0.3 + 25.0 * per_minute + 0.2 * 5.0 * 15.0 * per_minute;
        let share = 0.4 + 0.65 * freed - 0.35 * 50.0 * per_minute;
        let staff = start.effective * 1.2 * start.people / (start.stock * 0.9 * start.effective);
        let mentors = 12.0 * 0.75 * 0.45;
        let ratio = contact(terms, &start, start.effective * 1.2, start.stock * 0.9, || 70.0, &ways);
        same(ratio, staff * share / 0.4 + mentors / start.contact);
        same(start.contact, start.effective * 1400.0 * 0.4 / start.stock);
        same(ways.digital().unwrap_or_default(), 0.4);
        let (minutes, missing) = talks(terms, &start, ratio, &ways);
        same(minutes, 60.0 * staff * share / 0.4 * start.contact / 5.0);
        same(missing, (1.0 - minutes / 50.0).max(0.0));
        let (few, most) = talks(terms, &start, mentors / start.contact + 0.01, &ways);
        same(few, 60.0 * 0.01 * start.contact / 5.0);
        same(most, 1.0 - few / 50.0);
    });
    let mut none = Policy::default();
    none.talks[g] = Some(0.0);
    with(
        &none,
        |_| {},
        |terms| {
            let start = begin(terms, g);
            assert_eq!(talks(terms, &start, 1.0, &Ways::of(terms, &start, 1.0)), (0.0, 0.0));
        },
    );
}

#[test]
fn the_effect_follows_contact_with_its_lag_and_fades_with_another() {
    let g = group("sickness");
    let policy = Policy { evidence: 0.25, ..Policy::default() };
    let change = |parameters: &mut Parameters<f64>| {
        (parameters[p::ELASTICITY_JOB[g]], parameters[p::ELASTICITY_EDUCATION[g]]) = (0.2, 0.1);
        (parameters[p::ELASTICITY_CLARIFIED[g]], parameters[p::LAG[g]]) = (-0.1, 4.0);
        (parameters[p::FADE_MONTHS], parameters[p::REPORTED_LAG], parameters[p::CASELOAD_FLOOR]) =
            (9.0, 6.0, 20.0);
        (parameters[p::MULTIPLIER_MIN], parameters[p::MULTIPLIER_MAX]) = (0.5, 1.5);
        (parameters[p::REPORTED_MIN], parameters[p::REPORTED_MAX]) = (0.4, 3.0);
    };
    with(&policy, change, |terms| {
        let start = begin(terms, g);
        let towards = |lag: f64| 1.0 - libm::exp(-1.0 / lag);
        let mixed = |research: f64, reported: f64| libm::pow(research, 0.75) * libm::pow(reported, 0.25);
        let grown =
            |ratio: f64, elasticity: f64, lag| 1.0 + (libm::pow(ratio, elasticity) - 1.0) * towards(lag);
        let mut effect = Effect::none();
        let first = effect.step(terms, &start, 2.0, 1.0);
        for (d, elasticity) in [(JOB, 0.2), (EDUCATION, 0.1), (CLARIFIED, -0.1), (OTHER, 0.2)] {
            same(first[d], mixed(grown(2.0, elasticity, 4.0), grown(2.0, 0.3, 6.0)));
        }
        // Contact as before: what there is fades.
        let second = effect.step(terms, &start, 1.0, 1.0);
        let faded = |now: f64| now + (1.0 - now) * towards(9.0);
        same(second[JOB], mixed(faded(grown(2.0, 0.2, 4.0)), faded(grown(2.0, 0.3, 6.0))));
        // Continuity touches jobs alone, and contact counts up to that of the caseload floor.
        let most = libm::pow(start.caseload / 20.0, 0.1);
        let jobs = Effect::none().step(terms, &start, 1e6, 1.1);
        same(
            jobs[EDUCATION],
            mixed(1.0 + (most - 1.0) * towards(4.0), grown(start.caseload / 20.0, 0.3, 6.0)),
        );
        let on_jobs = (libm::pow(start.caseload / 20.0, 0.2) * 1.1).min(1.5);
        let reported = 1.0 + (libm::pow(start.caseload / 20.0, 0.3) * 1.1 - 1.0) * towards(6.0);
        same(jobs[JOB], mixed(1.0 + (on_jobs - 1.0) * towards(4.0), reported));
    });
}

#[test]
fn continuity_and_digital_talks_act_on_jobs() {
    let change = |parameters: &mut Parameters<f64>| {
        (parameters[p::CONTINUITY_LOSS], parameters[p::CASEWORKER_CHANGE]) = (0.3, 0.5);
        (parameters[p::DIGITAL_TODAY], parameters[p::DIGITAL_LOSS]) = (0.2, 0.15);
    };
    with(&Policy::default(), change, |terms| {
        let continuity = (1.0 - 0.3 * 0.35) / (1.0 - 0.3 * 0.5);
        same(on_jobs(0.35, None, terms), continuity);
        same(on_jobs(0.35, Some(0.6), terms), continuity * (1.0 - 0.15 * 0.4 / 0.8));
    });
}
