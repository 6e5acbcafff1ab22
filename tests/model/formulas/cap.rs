//! The budget cap: room, what is allowed, and what an overrun costs.

use super::{same, with};
use raaderum::model::ceiling::{Wish, allowed, room, sanction};
use raaderum::model::month::{Month, Trace};
use raaderum::model::parameters::Parameters;
use raaderum::model::policy::{Gates, Others, Percent, Policy, Response, Rule, Who};
use raaderum::model::tables::parameter as p;

/// Sums of so many months; in month `t` each amount is its first figure plus `t` times its second.
fn traces(months: usize, of: impl Fn(f64) -> Month<f64>) -> Vec<Trace<f64>> {
    let mut sum = Trace::default();
    let add = |t| {
        sum.add(&of(t as f64));
        sum
    };
    (0..months).map(add).collect()
}

fn capped() -> Policy {
    Policy {
        room: Some(2.0),
        growth: Percent(3.0),
        reinvest: Percent(75.0),
        grant: 5.0,
        ahead: 0,
        ..Policy::default()
    }
}

#[test]
fn room_is_the_ceiling_that_grows_and_what_the_rule_adds() {
    let past =
        traces(20, |t| Month { saving: 1e5 + 1e4 * t, frame_saving: 2e5 + 3e4 * t, ..Month::default() });
    let falling = traces(20, |_| Month { saving: -1e5, frame_saving: -1e5, ..Month::default() });
    with(
        &capped(),
        |_| {},
        |terms| {
            let ceiling = 2e6 + terms.setup.base * (libm::pow(1.03, 1.5) - 1.0);
            let of = |rule, past| room(rule, terms, 18, past, &[]);
            // The last twelve of twenty months: 8 to 19, in the middle 13.5.
            let (saving, frame) = (12.0 * (1e5 + 1e4 * 13.5), 12.0 * (2e5 + 3e4 * 13.5));
            same(of(Rule::Ceiling, &past), ceiling);
            same(of(Rule::SelfFinancing, &past), ceiling + 0.75 * saving);
            same(of(Rule::OneFrame, &past), ceiling + frame);
            same(of(Rule::StateGrant, &past), ceiling + 5e6);
            same(of(Rule::SelfFinancing, &falling), ceiling);
            same(of(Rule::OneFrame, &falling), ceiling);
            same(of(Rule::SelfFinancing, &past[..6]), ceiling + 0.75 * 6.0 * (1e5 + 1e4 * 2.5));
            assert!(of(Rule::None, &past) > 1e11);
        },
    );
}

#[test]
fn a_council_that_looks_ahead_counts_twelve_times_the_mean_of_the_months_to_come() {
    let ahead = traces(30, |t| Month { saving: 1e5 + 1e4 * t, frame_saving: 7.0, ..Month::default() });
    with(
        &Policy { ahead: 5, ..capped() },
        |_| {},
        |terms| {
            let of = |t, ahead| {
                let ceiling = 2e6 + terms.setup.base * (libm::pow(1.03, t as f64 / 12.0) - 1.0);
                room(Rule::SelfFinancing, terms, t, &[], ahead) - ceiling
            };
            let near = |found: f64, mean: f64| same(found.round(), (0.75 * 12.0 * mean).round());
            // Months 10 to 14, then the three there are of 27 to 31, then none.
            near(of(10, &ahead[..]), 1e5 + 1e4 * 12.0);
            near(of(27, &ahead[..]), 1e5 + 1e4 * 28.0);
            near(of(30, &ahead[..]), 0.0);
            near(of(40, &ahead[..]), 0.0);
        },
    );
}

#[test]
fn allowed_is_room_and_cuts_over_the_wish() {
    let of = |room: f64, more: f64, cuts: f64| allowed(room, &Wish { more, cuts }, Response::Comply);
    same(of(3e6, 8e6, 1e6), 0.5);
    same(of(8e6, 8e6, 1e6), 1.0);
    same(of(-5e6, 8e6, 1e6), 0.0);
    same(of(-5e6, 0.5, 0.0), 1.0);
    same(of(0.0, 2.0, 0.0), 0.0);
    same(allowed(0.0, &Wish { more: 8e6, cuts: 0.0 }, Response::Overrun), 1.0);
}

#[test]
fn a_sanction_takes_the_own_part_and_the_share_of_the_common_part_at_each_gate() {
    let past = traces(20, |_| Month { extra_staff: 2e6, room: 6e6, ..Month::default() });
    let month = Month { extra_staff: 4e6, room: 12e6, ..Month::default() };
    // Eleven months and this one: 26 million beside 78/12 of room.
    let over = 26e6 - 6.5e6;
    let (others, spared, individual, most) = (120e6, 50e6, 0.7, 80e6);
    let paid = |accounts, budget, who, kind| {
        let policy = Policy {
            gates: Gates { accounts, budget },
            who,
            others: kind,
            response: Response::Overrun,
            ..capped()
        };
        let change = |parameters: &mut Parameters<f64>| {
            (parameters[p::OVERSHOOT_OTHERS_OVER], parameters[p::OVERSHOOT_OTHERS_UNDER]) = (others, spared);
            (parameters[p::UNDERSPEND_OTHERS_OVER], parameters[p::UNDERSPEND_OTHERS_UNDER]) = (10e6, 500e6);
            (parameters[p::INDIVIDUAL_SHARE], parameters[p::BUDGET_GATE]) = (individual, most);
        };
        with(&policy, change, |terms| (sanction(terms, &past, &month), terms.setup.population_share))
    };
    let (none, s) = paid(false, false, Who::Us, Others::Overshoot);
    same(none, 0.0);
    let accounts = |net: f64, own: f64| net * (individual * own + (1.0 - individual) * s);
    let with_us = accounts(over + others - spared, over / (over + others)) - accounts(others - spared, 0.0);
    same(paid(true, false, Who::Us, Others::Overshoot).0, with_us);
    same(paid(false, true, Who::Us, Others::Overshoot).0, (most - (others - spared)) * s);
    same(paid(true, true, Who::Us, Others::Overshoot).0, with_us + (most - (others - spared)) * s);
    same(paid(true, true, Who::Us, Others::Underspend).0, 0.0);
    same(paid(true, false, Who::All, Others::Overshoot).0, over);
    same(paid(false, true, Who::All, Others::Overshoot).0, most * s);
}
