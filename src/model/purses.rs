//! Who pays: benefits with the refusion ladder, staff, taxes, the budget guarantee.

use super::lane::Lane;
use super::levers::Levers;
use super::month::{GroupMonth, Item, Month, Usual};
use super::parameters::Parameters;
use super::plan::Terms;
use super::policy::Who;
use super::setup::{CLARIFIED, EDUCATION, Group, JOB, OTHER};
use super::tables::{GROUPS, parameter as p};

/// What else one group's month costs by.
#[derive(Clone, Copy, Debug, Default)]
pub struct Spending<L> {
    /// Share of a coordinating caseworker at work.
    pub coordinated: L,
    /// Mentor hours per citizen and month.
    pub mentor_hours: L,
    /// Persons on the benefit, each counted by the municipality's share of it.
    pub municipal: L,
}

/// Books one group's month: staff, mentors, activation, benefits, after the exit, taxes.
///
/// Costs go by start-of-month stocks and staff.
pub fn book<L: Lane>(month: &mut Month<L>, terms: Terms<'_, L>, group: &Group<L>, spending: &Spending<L>) {
    let parameters = terms.parameters;
    let record = month.groups[group.index];
    book_staff(month, &record, spending, terms);
    let twelfth = L::splat(1.0 / 12.0);
    let activation = record.stock * parameters[p::ACTIVATION[group.index]] * twelfth;
    let rate = parameters[p::BENEFIT[group.index]];
    let benefits = record.stock * rate;
    let municipal = spending.municipal * rate;
    let lasting = book_after_exit(month, group, &record, parameters);
    let purses = &mut month.purses;
    purses.pay(Item::Activation, activation);
    purses.municipality[Item::Benefits as usize] += municipal;
    purses.state[Item::Benefits as usize] += benefits - municipal;
    let taxed = parameters[p::BENEFIT_TAX] * (benefits + lasting.gross)
        + record.after[JOB] * parameters[p::JOB_TAX] * twelfth;
    purses.book(Item::Taxes, -taxed, municipal_tax(terms.levers.policy.who, parameters));
    if GROUPS[group.index].guaranteed {
        month.guaranteed += municipal + lasting.municipal + activation;
    }
}

fn book_staff<L: Lane>(
    month: &mut Month<L>,
    record: &GroupMonth<L>,
    spending: &Spending<L>,
    Terms { parameters, levers, .. }: Terms<'_, L>,
) {
    let pay = record.staff * parameters[p::COST] * L::splat(1.0 / 12.0);
    let purses = &mut month.purses;
    purses.pay(Item::Caseworkers, pay);
    purses.pay(Item::Coordinators, pay * parameters[p::COORDINATOR_COST] * spending.coordinated);
    purses.pay(Item::Hiring, record.hires * parameters[p::HIRING_COST] * parameters[p::COST]);
    purses.pay(Item::Mentors, record.stock * spending.mentor_hours * levers.mentor_price);
}

struct Lasting<L> {
    gross: L,
    municipal: L,
}

fn book_after_exit<L: Lane>(
    month: &mut Month<L>,
    group: &Group<L>,
    record: &GroupMonth<L>,
    parameters: &Parameters<L>,
) -> Lasting<L> {
    let permanent = (parameters[p::PERMANENT_BENEFIT], parameters[p::PERMANENT_MUNICIPAL_SHARE]);
    let other = (parameters[p::BENEFIT[group.index]], parameters[p::OTHER_MUNICIPAL_SHARE]);
    let rates =
        [(EDUCATION, (parameters[p::STUDY_GRANT], L::zero())), (CLARIFIED, permanent), (OTHER, other)];
    let mut lasting = Lasting { gross: L::zero(), municipal: L::zero() };
    for (d, (rate, share)) in rates {
        let cost = record.after[d] * rate;
        month.purses.book(Item::AfterExit, cost, share);
        lasting.gross += cost;
        lasting.municipal += cost * share;
    }
    lasting
}

/// The municipality's share of taxes: all of its own tax when everybody gains alike, for equalisation only
/// moves differences; else what equalisation leaves.
fn municipal_tax<L: Lane>(who: Who, parameters: &Parameters<L>) -> L {
    let kept = match who {
        Who::Us => L::one() - parameters[p::EQUALISATION],
        Who::All => L::one(),
    };
    parameters[p::MUNICIPAL_TAX_SHARE] * kept
}

/// Books the one-off cost in the plan's first month; a state pool pays its share.
pub fn book_one_off<L: Lane>(month: &mut Month<L>, levers: &Levers<L>) {
    month.purses.book(Item::OneOff, levers.one_off, L::one() - levers.one_off_pool);
}

/// Books the budget guarantee: of the fall in what the block grant follows, the municipality keeps κ.
pub fn book_guarantee<L: Lane>(month: &mut Month<L>, usual: &Usual<L>, terms: Terms<'_, L>) {
    let kept = match terms.levers.policy.who {
        Who::Us => L::one() - terms.setup.population_share,
        Who::All => terms.parameters[p::GUARANTEE_KEPT_ALL],
    };
    let fall = usual.guaranteed - month.guaranteed;
    month.purses.transfer(Item::Guarantee, fall * (L::one() - kept));
}

/// Notes what the month saved and cost beside the baseline, before the guarantee.
pub fn compare<L: Lane>(month: &mut Month<L>, usual: &Usual<L>) {
    let paid = |item: Item| month.purses.municipality[item as usize];
    month.saving = usual.benefits - (paid(Item::Benefits) + paid(Item::AfterExit));
    month.frame_saving = month.saving + (usual.activation - paid(Item::Activation));
    month.extra_staff = month.purses.staff_cost() - usual.staff;
}
