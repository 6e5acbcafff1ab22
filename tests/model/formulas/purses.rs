//! What each purse pays.

use super::{same, start as begin, with};
use crate::common::group;
use raaderum::model::month::{Item, Month, Usual};
use raaderum::model::parameters::Parameters;
use raaderum::model::policy::{Percent, Policy, Who};
use raaderum::model::purses::{self, Spending};
use raaderum::model::setup::{CLARIFIED, DESTINATIONS, EDUCATION, JOB, OTHER};
use raaderum::model::tables::parameter as p;

#[test]
fn every_item_is_paid_by_whom_it_should() {
    let g = group("activity_ready");
    let policy = Policy { one_off: 3.0, one_off_pool: Percent(40.0), ..Policy::default() };
    let change = |parameters: &mut Parameters<f64>| {
        (parameters[p::COST], parameters[p::HIRING_COST], parameters[p::COORDINATOR_COST]) =
            (600_000.0, 0.4, 0.1);
        (parameters[p::BENEFIT[g]], parameters[p::ACTIVATION[g]]) = (14_000.0, 24_000.0);
        (parameters[p::STUDY_GRANT], parameters[p::PERMANENT_BENEFIT]) = (7_000.0, 17_000.0);
        (parameters[p::PERMANENT_MUNICIPAL_SHARE], parameters[p::OTHER_MUNICIPAL_SHARE]) = (0.8, 0.6);
        (parameters[p::BENEFIT_TAX], parameters[p::JOB_TAX]) = (0.3, 120_000.0);
        (parameters[p::MUNICIPAL_TAX_SHARE], parameters[p::EQUALISATION]) = (0.7, 0.75);
        (parameters[p::MENTOR_PRICE_PROFESSIONAL], parameters[p::GUARANTEE_KEPT_ALL]) = (450.0, 0.2);
    };
    with(&policy, change, |terms| {
        let start = begin(terms, g);
        let mut after = [0.0; DESTINATIONS];
        (after[JOB], after[EDUCATION], after[CLARIFIED], after[OTHER]) = (5.0, 3.0, 2.0, 4.0);
        let spending = Spending {
            staff: 10.0,
            hires: 2.0,
            coordinated: Some(0.5),
            mentor: Some(1.5),
            stock: 500.0,
            municipal: 380.0,
            after,
        };
        let mut month = Month::default();
        purses::book(&mut month, terms, &start, &spending);
        purses::book_one_off(&mut month, terms.levers);
        let paid = |item: Item| (month.purses.municipality[item as usize], month.purses.state[item as usize]);
        let check = |item, municipality: f64, state: f64| {
            same(paid(item).0, municipality);
            same(paid(item).1, state);
        };
        check(Item::Caseworkers, 500_000.0, 0.0);
        check(Item::Coordinators, 500_000.0 * 0.1 * 0.5, 0.0);
        check(Item::Hiring, 2.0 * 0.4 * 600_000.0, 0.0);
        check(Item::Mentors, 500.0 * 1.5 * 450.0, 0.0);
        check(Item::Activation, 500.0 * 2_000.0, 0.0);
        check(Item::Benefits, 380.0 * 14_000.0, 120.0 * 14_000.0);
        let (studying, permanent, other) = (21_000.0, 34_000.0, 56_000.0);
        let ours = 0.8 * permanent + 0.6 * other;
        check(Item::AfterExit, ours, studying + permanent + other - ours);
        let taxed = 0.3 * (7_000_000.0 + studying + permanent + other) + 5.0 * 10_000.0;
        check(Item::Taxes, -taxed * 0.7 * 0.25, -taxed * (1.0 - 0.7 * 0.25));
        check(Item::OneOff, 3e6 * 0.6, 3e6 * 0.4);
        same(purses::municipal_tax(Who::All, terms.parameters), 0.7);
        let benefits = 380.0 * 14_000.0 + ours;
        same(month.bill.benefits, benefits);
        same(month.bill.guaranteed, benefits + 1_000_000.0);
        same(month.bill.staff, 525_000.0);
        let mut usual = Usual::default();
        (usual.bill.benefits, usual.bill.activation, usual.bill.staff) = (9e6, 3e6, 1e5);
        usual.bill.guaranteed = 12e6;
        purses::compare(&mut month, &usual);
        same(month.saving, 9e6 - benefits);
        same(month.frame_saving, 9e6 - benefits + 3e6 - 1_000_000.0);
        same(month.extra_staff, 425_000.0);
        let fall = (12e6 - month.bill.guaranteed) * terms.setup.population_share;
        purses::book_guarantee(&mut month, &usual, terms);
        same(month.purses.municipality[Item::Guarantee as usize], fall);
        same(month.purses.state[Item::Guarantee as usize], -fall);
    });
}
