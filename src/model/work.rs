//! One group's month: work, effect, exits, money, step.

use super::ceiling::coordinated;
use super::contact::{Ways, contact, talks};
use super::effect::on_jobs;
use super::flows::{Moves, Push};
use super::lane::Lane;
use super::month::{GroupMonth, Month, UsualFlows};
use super::plan::Terms;
use super::purses::{self, Spending};
use super::run::State;
use super::setup::DESTINATIONS;
use super::staff::environment;
use super::tables::parameter as p;

/// What a group's month goes by, besides the group.
pub(super) struct Around<'a, L> {
    pub terms: Terms<'a, L>,
    /// The baseline that the run is beside; a baseline is beside none.
    pub usual: Option<&'a UsualFlows<L>>,
    /// How much of the ways of working is at work.
    pub on: L,
    /// New from outside, persons.
    pub inflow: L,
}

/// What a month's contact does to the exits.
#[derive(Clone, Copy)]
pub(super) struct Multipliers<L> {
    /// To each destination, at the dial.
    exits: [L; DESTINATIONS],
    /// To a clarified status by research alone.
    clarifying: L,
}

impl<L: Lane> State<'_, L> {
    /// A month whose work the run itself decides; returns its effect.
    pub fn work(&mut self, around: &Around<'_, L>, month: &mut Month<L>) -> Multipliers<L> {
        let Around { terms, on, .. } = *around;
        let (group, posts) = (self.group, self.posts);
        let ways = Ways::of(terms, group, on);
        let coordinated = coordinated(terms.levers.policy, group, on).map(|share| share * month.allowed);
        let (before, stock, filled) = (self.staff, self.flow.stock, self.staff.total());
        let environment = environment(terms, [stock * group.filled, filled * group.people], coordinated);
        let hires = self.staff.step(posts, environment.leaving, &terms.setup.rates);
        self.book(terms, [filled, hires], coordinated, &ways, month);
        let effective = before.effective(environment.more_sick_days, terms);
        let contact = contact(terms, group, effective, stock, || stock / filled, &ways);
        let on_jobs = on_jobs(environment.change, ways.digital(), terms);
        let multiplier = self.effect.step(terms, group, contact, on_jobs);
        let record = &mut month.groups[group.index];
        (record.posts, record.staff) = (posts, filled);
        if L::WHOLE {
            record.in_training = before.in_training;
            record.effective = effective;
            record.caseload = stock / filled;
            record.contact = contact * group.contact;
            (record.minutes_per_talk, record.talks_not_held) = talks(terms, group, contact, &ways);
            record.sick_days = environment.sick_days;
            record.turnover = terms.parameters[p::TURNOVER] * environment.leaving;
            record.change = environment.change;
            record.hires = hires;
            record.multiplier = multiplier;
            record.clarifying = self.effect.clarifying();
        }
        Multipliers { exits: multiplier, clarifying: self.effect.clarifying() }
    }

    /// A month whose work is that of another run: those whom the plan displaces live elsewhere, and do not share the place's
    /// caseworkers. Returns the effect of that work.
    pub fn follow(
        &mut self,
        around: &Around<'_, L>,
        led: &GroupMonth<L>,
        month: &mut Month<L>,
    ) -> Multipliers<L> {
        let Around { terms, on, .. } = *around;
        let group = self.group;
        let ways = Ways::of(terms, group, on);
        let coordinated = coordinated(terms.levers.policy, group, on).map(|share| share * month.allowed);
        self.book(terms, [led.staff, led.hires], coordinated, &ways, month);
        month.groups[group.index] = *led;
        Multipliers { exits: led.multiplier, clarifying: led.clarifying }
    }

    /// Pays for the start of the month; `filled` posts and `hires`, FTE.
    fn book(
        &mut self,
        terms: Terms<'_, L>,
        [staff, hires]: [L; 2],
        coordinated: Option<L>,
        ways: &Ways<L>,
        month: &mut Month<L>,
    ) {
        let spending = Spending {
            staff,
            hires,
            coordinated,
            mentor: ways.mentor,
            stock: self.flow.stock,
            municipal: self.flow.municipal,
            after: self.after.extra(),
        };
        purses::book(month, terms, self.group, &spending);
    }

    /// People: what they were at the start of the month, who leaves and who comes.
    #[inline(always)]
    pub fn flow(&mut self, around: &Around<'_, L>, effect: Multipliers<L>, month: &mut Month<L>) {
        let record = &mut month.groups[self.group.index];
        let Around { terms, usual, inflow, .. } = *around;
        (record.stock, record.leavers) = (self.flow.stock, self.flow.leavers);
        record.after = self.after.extra();
        if L::WHOLE {
            record.kinds = self.flow.by_kind();
        }
        let push = Push {
            multiplier: effect.exits,
            clarifying: effect.clarifying,
            displacement: terms.levers.displacement,
            cycle: terms.levers.cycle,
            inflow,
            usual_leavers: usual.map(|usual| usual.leavers),
        };
        let Moves { exits, inflow, reentries } = self.flow.step(self.group, &push);
        if let Some(usual) = usual {
            self.after.step(self.group, std::array::from_fn(|d| exits[d] - usual.exits[d]), terms);
        }
        record.exits = exits;
        if L::WHOLE {
            (record.inflow, record.reentries) = (inflow, reentries);
        }
    }
}
