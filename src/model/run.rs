//! The month, written once: every run of every lane goes through [`run`].

use super::ceiling::{self, Wish};
use super::contact::{Ways, contact};
use super::effect::{Effect, on_jobs};
use super::flows::{After, Flow};
use super::lane::{Lane, sum};
use super::month::{GroupMonth, Item, Month, Trace};
pub use super::plan::{Ends, IN_THE_RED, NEVER, Plan, Run, Terms, Which};
use super::policy::{Response, Rule, Staffing};
use super::purses::{self, Spending};
use super::setup::Group;
use super::staff::{Staff, environment};
use super::tables::{GROUPS, parameter as p};

/// Runs `length` months of the groups in `which`, and shows each month to `observe`.
///
/// `past` takes the run's trace, for what comes after it; what it held before is forgotten.
pub fn run<'a, L: Lane>(
    terms: Terms<'a, L>,
    which: &Which,
    plan: Plan<'a, L>,
    length: usize,
    past: &'a mut Vec<Trace<L>>,
    mut observe: impl FnMut(&Month<L>),
) -> Ends<L> {
    past.clear();
    let mut runner = Runner::new(terms, which, plan, past);
    let mut month = Month::start(terms.setup);
    for t in 0..length {
        month.begin();
        runner.month(t, &mut month);
        observe(&month);
    }
    runner.ends
}

/// One group as it stands at the start of a month.
#[derive(Clone, Copy)]
struct State<'a, L> {
    group: &'a Group<L>,
    staff: Staff<L>,
    flow: Flow<L>,
    effect: Effect<L>,
    after: After<L>,
    aim: Aim<L>,
}

/// What the plan wants of one group, and its people at the start of the month.
#[derive(Clone, Copy, Default)]
struct Aim<L> {
    posts: L,
    stock: L,
}

struct Runner<'a, L: Lane> {
    terms: Terms<'a, L>,
    plan: Plan<'a, L>,
    states: Vec<State<'a, L>>,
    past: &'a mut Vec<Trace<L>>,
    ends: Ends<L>,
}

impl<'a, L: Lane> Runner<'a, L> {
    fn new(terms: Terms<'a, L>, which: &Which, plan: Plan<'a, L>, past: &'a mut Vec<Trace<L>>) -> Self {
        let start = |group| State {
            group,
            staff: Staff::start(group),
            flow: Flow::start(group),
            effect: Effect::none(),
            after: After::default(),
            aim: Aim::default(),
        };
        let states = terms.setup.groups.iter().filter(|group| which[group.index]).map(start).collect();
        let never = L::splat(NEVER);
        Self { terms, plan, states, past, ends: Ends { cash_out: never, review_stop: never } }
    }

    fn month(&mut self, t: usize, month: &mut Month<L>) {
        let on = match self.plan {
            Plan::Follow { led, .. } => self.follow(led, t, month),
            Plan::Baseline | Plan::Levers { .. } => self.decide(t, month),
        };
        let years = L::splat(t as f64 / 12.0);
        let trend = self.terms.levers.inflow.map_or(L::one(), |growth| L::power_of_ln(growth, years));
        for i in 0..self.states.len() {
            self.work(i, t, on, trend, month);
        }
        self.settle(t, month);
        self.past.push(Trace::of(month));
    }

    /// Posts and room as the run itself decides; returns how much of the ways of working is at work.
    fn decide(&mut self, t: usize, month: &mut Month<L>) -> L {
        self.stop(t);
        let on = self.on(t);
        self.aim(t);
        self.allow(t, on, month);
        on
    }

    /// Posts, room and end as another run decided them; returns how much of the ways of working is at work.
    fn follow(&mut self, led: &Run<L>, t: usize, month: &mut Month<L>) -> L {
        let now = L::splat(t as f64);
        let reached = |end: L| L::select(now.lt(end), L::splat(NEVER), end);
        self.ends = Ends { cash_out: reached(led.cash_out), review_stop: reached(led.review_stop) };
        let decided = &led.months[t];
        (month.room, month.wanted, month.allowed) = (decided.room, decided.wanted, decided.allowed);
        for state in &mut self.states {
            let posts = decided.groups[state.group.index].posts;
            state.aim = Aim { posts, stock: state.flow.stock() };
        }
        self.on(t)
    }

    /// Whether the plan is to be at work in month `t`.
    fn planned(&self, t: usize) -> bool {
        let policy = self.terms.levers.policy;
        let (start, end) = (usize::from(policy.start), policy.end.map(usize::from));
        !matches!(self.plan, Plan::Baseline) && t >= start && end.is_none_or(|end| t < end)
    }

    /// 1 where the ways of working are changed in month `t`, 0 elsewhere.
    fn on(&self, t: usize) -> L {
        let ended = self.ends.cash_out.lt(L::splat(NEVER));
        L::select(ended | L::mask(!self.planned(t)), L::zero(), L::one())
    }

    /// The cash rule and the review, each on the twelve months behind.
    fn stop(&mut self, t: usize) {
        if matches!(self.plan, Plan::Baseline) {
            return;
        }
        let levers = self.terms.levers;
        let behind = &self.past[t.saturating_sub(12)..t];
        let average = sum(behind.iter().map(|month| month.municipal_net)) * L::splat(1.0 / 12.0);
        let red = (levers.reserve + average).lt(L::splat(IN_THE_RED));
        let now = red & !self.ends.cash_out.lt(L::splat(NEVER));
        self.ends.cash_out = L::select(now, L::splat(t as f64), self.ends.cash_out);
        if levers.policy.review.map(usize::from) == Some(t) {
            let saving = sum(behind.iter().map(|month| month.saving));
            let cost = sum(behind.iter().map(|month| month.extra_staff));
            let failed = saving.lt(levers.review_share * cost);
            self.ends.review_stop = L::select(failed, L::splat(t as f64), self.ends.review_stop);
        }
    }

    /// Wanted posts: today's stock, or this month's, over the target.
    fn aim(&mut self, t: usize) {
        let planned = self.planned(t);
        let levers = self.terms.levers;
        let stopped = self.ends.review_stop.lt(L::splat(NEVER));
        let ended = self.ends.cash_out.lt(L::splat(NEVER));
        for state in &mut self.states {
            let group = state.group;
            state.aim = Aim { stock: state.flow.stock(), posts: group.posts };
            if planned {
                let target = levers.caseload[group.index].unwrap_or(group.caseload);
                let stock = match levers.policy.staffing {
                    Staffing::Keep => group.stock,
                    Staffing::Hold => state.aim.stock,
                };
                let posts = stock / target;
                let posts = L::select(ended, posts.min(group.posts), posts);
                state.aim.posts = L::select(stopped, group.posts, posts);
            }
        }
    }

    /// Room, wish and the share of it that is allowed; turns wanted posts into allowed ones.
    fn allow(&mut self, t: usize, on: L, month: &mut Month<L>) {
        month.allowed = L::one();
        let Plan::Levers { rule, ahead, .. } = self.plan else { return };
        let terms = self.terms;
        let cost = terms.parameters[p::COST];
        let mut wish = Wish::default();
        for State { group, aim, .. } in &self.states {
            let more = aim.posts - group.posts;
            wish.more += more.max(L::zero()) * cost;
            wish.cuts += (-more).max(L::zero()) * cost;
            wish.more +=
                self.coordinated(group, on) * terms.parameters[p::COORDINATOR_COST] * cost * aim.posts;
        }
        month.room = ceiling::room(rule, terms, t, self.past, ahead);
        month.wanted = wish.more;
        month.allowed = ceiling::allowed(month.room, &wish, terms.levers.policy.response);
        for State { group, aim, .. } in &mut self.states {
            let more = aim.posts - group.posts;
            let share = L::select(L::zero().lt(more), month.allowed, L::one());
            let partly = group.posts + share * more;
            aim.posts = L::select(share.lt(L::one()), partly, aim.posts);
        }
    }

    /// How much of a coordinating caseworker one group is to have.
    fn coordinated(&self, group: &Group<L>, on: L) -> L {
        match self.terms.levers.policy.coordinator && GROUPS[group.index].may_have_coordinator {
            true => on,
            false => L::zero(),
        }
    }

    fn ways(&self, group: &Group<L>, on: L) -> Ways<L> {
        let Terms { levers, parameters, .. } = self.terms;
        let towards = |today: L, lever: Option<L>| match lever {
            Some(value) => today + (value - today) * on,
            None => today,
        };
        let mentor = match GROUPS[group.index].may_have_mentor {
            true => levers.mentor[group.index] * on,
            false => L::zero(),
        };
        Ways {
            rules_cut: levers.rules_cut * on,
            digital: towards(parameters[p::DIGITAL_TODAY], levers.digital),
            talks: towards(parameters[p::TALKS_LAW[group.index]], levers.talks[group.index]),
            mentor,
        }
    }

    /// One group's month: work, effect, exits, money, step.
    fn work(&mut self, i: usize, t: usize, on: L, trend: L, month: &mut Month<L>) {
        let terms = self.terms;
        let (levers, parameters) = (terms.levers, terms.parameters);
        let group = self.states[i].group;
        let ways = self.ways(group, on);
        let coordinated = self.coordinated(group, on) * month.allowed;
        let state = &mut self.states[i];
        let aim = state.aim;
        let caseload = aim.stock / state.staff.total();
        let environment = environment(group, caseload, coordinated, parameters);
        let effective = state.staff.effective(environment.sick_days, parameters);
        let contact = contact(terms, group, effective, aim.stock, caseload, &ways);
        let on_jobs = on_jobs(environment.change, ways.digital, parameters);
        let multiplier = state.effect.step(terms, group, contact.hours, on_jobs);
        let (staff, leavers, after) = (state.staff, state.flow.leavers, state.after.extra());
        let municipal = state.flow.weighted(&group.municipal_share);
        let inflow = group.inflow * trend;
        let moves = state.flow.step(group, multiplier, levers.displacement, levers.cycle, inflow, parameters);
        month.groups[group.index] = GroupMonth {
            stock: aim.stock,
            posts: aim.posts,
            staff: staff.total(),
            in_training: staff.in_training,
            effective,
            caseload,
            contact: contact.hours,
            minutes_per_talk: contact.minutes_per_talk,
            talks_not_held: contact.talks_not_held,
            sick_days: environment.sick_days,
            turnover: environment.turnover,
            change: environment.change,
            hires: state.staff.step(aim.posts, environment.turnover, parameters),
            multiplier,
            exits: moves.exits,
            inflow: moves.inflow,
            reentries: moves.reentries,
            leavers,
            after,
        };
        if let Some((usual, _)) = self.plan.beside(t) {
            let usual = usual.exits[group.index];
            let extra = std::array::from_fn(|d| moves.exits[d] - usual[d]);
            state.after.step(group.index, extra, parameters);
        }
        let spending = Spending { coordinated, mentor_hours: ways.mentor, municipal };
        purses::book(month, terms, group, &spending);
    }

    /// What is settled for the municipality as a whole: one-off cost, guarantee, grant, sanctions, nets, cash.
    fn settle(&mut self, t: usize, month: &mut Month<L>) {
        let terms = self.terms;
        let levers = terms.levers;
        month.cash = levers.reserve;
        let Some((usual, rule)) = self.plan.beside(t) else { return };
        if t == usize::from(levers.policy.start) && self.planned(t) {
            purses::book_one_off(month, levers);
        }
        purses::book_guarantee(month, usual, terms);
        purses::compare(month, usual);
        if rule == Rule::StateGrant {
            let most = levers.grant * L::splat(1.0 / 12.0);
            month.purses.transfer(Item::Grant, -month.extra_staff.clamp(L::zero(), most));
        }
        if levers.policy.response == Response::Overrun && (t + 1).is_multiple_of(12) {
            let sanction = ceiling::sanction(terms, &self.past[t - 11..], month);
            month.purses.transfer(Item::Sanctions, sanction);
        }
        let last = self.past.last().copied().unwrap_or_default();
        month.municipal_net = last.municipal_net + usual.municipal_cost - month.purses.municipal_cost();
        month.state_net = last.state_net + usual.state_cost - month.purses.state_cost();
        month.cash = levers.reserve + month.municipal_net;
    }
}
