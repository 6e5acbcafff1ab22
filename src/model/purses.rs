//! Who pays: benefits with the refusion ladder, staff, taxes, the budget guarantee.

use super::lane::Lane;
use super::levers::Levers;
use super::month::{Item, Month, Usual};
use super::parameters::Parameters;
use super::plan::Terms;
use super::policy::Who;
use super::setup::{CLARIFIED, DESTINATIONS, EDUCATION, Group, JOB, OTHER};
use super::tables::{GROUPS, parameter as p};

/// What one group's month costs by.
#[derive(Clone, Copy, Debug)]
pub struct Spending<L> {
    /// Posts filled, FTE.
    pub staff: L,
    /// Caseworkers hired, FTE.
    pub hires: L,
    /// Share of a coordinating caseworker at work, if there are any.
    pub coordinated: Option<L>,
    /// Mentor hours per citizen and month, if there are any.
    pub mentor: Option<L>,
    /// Persons on the benefit.
    pub stock: L,
    /// The same, each counted by the municipality's share of it.
    pub municipal: L,
    /// Extra persons after the exit, by destination.
    pub after: [L; DESTINATIONS],
}

/// Books one group's month: staff, mentors, activation, benefits, after the exit, taxes.
///
/// Costs go by start-of-month stocks and staff.
pub fn book<L: Lane>(month: &mut Month<L>, terms: Terms<'_, L>, group: &Group<L>, spending: &Spending<L>) {
    let Terms { setup, levers, parameters } = terms;
    book_staff(month, spending, terms);
    let activation = spending.stock * group.activation;
    month.book(Item::Activation, activation, L::zero());
    let rate = parameters[p::BENEFIT[group.index]];
    let (benefits, municipal) = (spending.stock * rate, spending.municipal * rate);
    month.book(Item::Benefits, municipal, benefits - municipal);
    let (lasting, municipal_lasting) = after_exit(spending, rate, parameters);
    month.book(Item::AfterExit, municipal_lasting, lasting - municipal_lasting);
    let taxed = parameters[p::BENEFIT_TAX] * (benefits + lasting) + spending.after[JOB] * setup.rates.job_tax;
    let tax = taxed * levers.tax_share;
    month.book(Item::Taxes, -tax, tax - taxed);
    let benefits = municipal + municipal_lasting;
    month.bill.benefits += benefits;
    month.bill.activation += activation;
    if GROUPS[group.index].guaranteed {
        month.bill.guaranteed += benefits + activation;
    }
}

fn book_staff<L: Lane>(
    month: &mut Month<L>,
    spending: &Spending<L>,
    Terms { setup, parameters, levers }: Terms<'_, L>,
) {
    let pay = spending.staff * setup.rates.post;
    month.book(Item::Caseworkers, pay, L::zero());
    month.bill.staff += pay;
    if let Some(share) = spending.coordinated {
        let coordinators = pay * parameters[p::COORDINATOR_COST] * share;
        month.book(Item::Coordinators, coordinators, L::zero());
        month.bill.staff += coordinators;
    }
    month.book(Item::Hiring, spending.hires * setup.rates.hire, L::zero());
    if let Some(hours) = spending.mentor {
        month.book(Item::Mentors, spending.stock * hours * levers.mentor_price, L::zero());
    }
}

/// Benefits of those who left to education, a permanent or another benefit: all, and the municipality's part.
fn after_exit<L: Lane>(spending: &Spending<L>, rate: L, parameters: &Parameters<L>) -> (L, L) {
    let studying = spending.after[EDUCATION] * parameters[p::STUDY_GRANT];
    let permanent = spending.after[CLARIFIED] * parameters[p::PERMANENT_BENEFIT];
    let other = spending.after[OTHER] * rate;
    let municipal =
        permanent * parameters[p::PERMANENT_MUNICIPAL_SHARE] + other * parameters[p::OTHER_MUNICIPAL_SHARE];
    (studying + permanent + other, municipal)
}

/// The municipality's share of taxes: all of its own tax when everybody gains alike, for equalisation only
/// moves differences; else what equalisation leaves. Of either, what reaches it: under a state guarantee tax beyond the
/// state's estimate does not.
pub fn municipal_tax<L: Lane>(who: Who, parameters: &Parameters<L>) -> L {
    let kept = match who {
        Who::Us => L::one() - parameters[p::EQUALISATION],
        Who::All => L::one(),
    };
    parameters[p::MUNICIPAL_TAX_SHARE] * kept * parameters[p::EXTRA_TAX_REACHES]
}

/// Books the one-off cost in the plan's first month; a state pool pays its share.
pub fn book_one_off<L: Lane>(month: &mut Month<L>, levers: &Levers<L>) {
    let municipal = levers.one_off * (L::one() - levers.one_off_pool);
    month.book(Item::OneOff, municipal, levers.one_off - municipal);
}

/// Books the budget guarantee: of the fall in what the block grant follows, the municipality keeps κ.
pub fn book_guarantee<L: Lane>(month: &mut Month<L>, usual: &Usual<L>, terms: Terms<'_, L>) {
    let kept = match terms.levers.policy.who {
        Who::Us => L::one() - terms.setup.population_share,
        Who::All => terms.parameters[p::GUARANTEE_KEPT_ALL],
    };
    let fall = usual.bill.guaranteed - month.bill.guaranteed;
    month.transfer(Item::Guarantee, fall * (L::one() - kept));
}

/// Notes what the month saved and cost beside the baseline, before the guarantee.
pub fn compare<L: Lane>(month: &mut Month<L>, usual: &Usual<L>) {
    month.saving = usual.bill.benefits - month.bill.benefits;
    month.frame_saving = month.saving + (usual.bill.activation - month.bill.activation);
    month.extra_staff = month.bill.staff - usual.bill.staff;
}
