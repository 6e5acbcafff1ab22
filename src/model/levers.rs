//! The levers as the month needs them: numbers in lanes, so that several policies can run side by side.

use super::lane::Lane;
use super::parameters::Parameters;
use super::place::Place;
use super::policy::{Displacement, MentorKind, Percent, Policy, Who};
use super::purses::municipal_tax;
use super::tables::{GROUP_COUNT, parameter as p};

/// A policy, or several of one [shape](Policy::shape), with the figures of the place where a lever has none.
#[derive(Clone, Debug)]
pub struct Levers<'a, L> {
    /// All that is not a number, and the same in every place.
    pub policy: &'a Policy,
    /// Cases per caseworker aimed at.
    pub caseload: [Option<L>; GROUP_COUNT],
    /// Statutory talks a year.
    pub talks: [Option<L>; GROUP_COUNT],
    /// Mentor hours per citizen and month.
    pub mentor: [L; GROUP_COUNT],
    /// Weight of an hour with a mentor in contact.
    pub mentor_weight: L,
    /// Price of an hour with a mentor, DKK.
    pub mentor_price: L,
    /// Share of process time removed.
    pub rules_cut: L,
    /// Share of talks held digitally.
    pub digital: Option<L>,
    /// One-off cost, DKK.
    pub one_off: L,
    /// Share of it that a state pool pays.
    pub one_off_pool: L,
    /// Room under the ceiling, DKK a year.
    pub room: L,
    /// ln(1 + growth of the ceiling a year).
    pub growth: L,
    /// Share of the saving that may be spent again.
    pub reinvest: L,
    /// State grant, DKK a year.
    pub grant: L,
    /// Cash before month 0, DKK.
    pub reserve: L,
    /// Share of its cost that the plan must have recovered at the review.
    pub review_share: L,
    /// 0: research, 1: the municipalities' own reports.
    pub dial: L,
    /// Every exit hazard times this.
    pub cycle: L,
    /// ln(1 + growth of the inflow a year), where it grows or falls.
    pub inflow: Option<L>,
    /// Displacement among job exits.
    pub displacement: L,
    /// The municipality's share of taxes.
    pub tax_share: L,
}

impl<'a, L: Lane> Levers<'a, L> {
    /// One policy in every place.
    pub fn one(
        place: &Place,
        policy: &'a Policy,
        parameters: &Parameters<L>,
        central: &Parameters<f64>,
    ) -> Self {
        Self::side_by_side(place, policy, &[], parameters, central)
    }

    /// `first` in the first place, each of `others` in the next ones, and `first` again where there are no more.
    ///
    /// They must be of one shape. `central` fixes what is the same in every draw (the place itself).
    pub fn side_by_side(
        place: &Place,
        first: &'a Policy,
        others: &[&'a Policy],
        parameters: &Parameters<L>,
        central: &Parameters<f64>,
    ) -> Self {
        let at = |i: usize| i.checked_sub(1).and_then(|i| others.get(i)).copied().unwrap_or(first);
        let of = |read: &dyn Fn(&Policy) -> f64| match others {
            [] => L::splat(read(first)),
            _ => L::from_fn(|i| read(at(i))),
        };
        let known = |read: &dyn Fn(&Policy) -> Option<f64>| {
            read(first).map(|usual| of(&|policy| read(policy).unwrap_or(usual)))
        };
        let (mentor_weight, mentor_price) = match first.mentor_kind {
            MentorKind::Professional => (p::MENTOR_WEIGHT_PROFESSIONAL, p::MENTOR_PRICE_PROFESSIONAL),
            MentorKind::Volunteer => (p::MENTOR_WEIGHT_VOLUNTEER, p::MENTOR_PRICE_VOLUNTEER),
        };
        Self {
            policy: first,
            caseload: std::array::from_fn(|group| known(&|policy| policy.caseload[group])),
            talks: std::array::from_fn(|group| known(&|policy| policy.talks[group])),
            mentor: std::array::from_fn(|group| of(&|policy| policy.mentor[group])),
            mentor_weight: parameters[mentor_weight],
            mentor_price: parameters[mentor_price],
            rules_cut: of(&|policy| policy.rules_cut.share()),
            digital: known(&|policy| policy.digital.map(Percent::share)),
            one_off: of(&|policy| million(policy.one_off)),
            one_off_pool: of(&|policy| policy.one_off_pool.share()),
            room: of(&|policy| policy.room_at(place)),
            growth: of(&|policy| libm::log1p(policy.growth.share())),
            reinvest: of(&|policy| policy.reinvest.share()),
            grant: of(&|policy| million(policy.grant)),
            reserve: of(&|policy| policy.reserve_at(place, central)),
            review_share: of(&|policy| policy.review_share.share()),
            dial: of(&|policy| policy.evidence),
            cycle: of(&|policy| 1.0 + policy.cycle.share()),
            inflow: (first.inflow.0 != 0.0).then(|| of(&|policy| libm::log1p(policy.inflow.share()))),
            tax_share: municipal_tax(first.who, parameters),
            displacement: displacement(first.displacement, first.who, parameters),
        }
    }
}

fn million(value: f64) -> f64 {
    value * 1e6
}

/// The share of additional jobs that others would have had.
pub fn displacement<L: Lane>(size: Displacement, who: Who, parameters: &Parameters<L>) -> L {
    let parameter = match who {
        Who::Us => p::DISPLACEMENT_US,
        Who::All => p::DISPLACEMENT_ALL,
    };
    let spread = parameter.figure(parameters.law()).spread;
    let end = |i: usize| spread.map(|ends| L::splat(ends[i]));
    match size {
        Displacement::Low => end(0),
        Displacement::Central => None,
        Displacement::High => end(1),
    }
    .unwrap_or(parameters[parameter])
}
