//! The month, written once: every run of every lane goes through [`run`].

use super::ceiling::{self, Wish};
use super::contact::{Ways, contact};
use super::effect::{Effect, on_jobs};
use super::flows::{After, Flow};
use super::lane::{Lane, sum};
use super::month::{GroupMonth, Item, Month};
use super::parameters::Parameters;
pub use super::plan::{IN_THE_RED, NEVER, Plan, Run};
use super::policy::{Percent, Policy, Response, Rule, Staffing};
use super::purses::{self, Spending};
use super::setup::{Group, Setup};
use super::staff::{Staff, environment};
use super::tables::{GROUPS, parameter as p};

/// Runs `length` months.
pub fn run<L: Lane>(
    setup: &Setup<L>,
    policy: &Policy,
    parameters: &Parameters<L>,
    plan: Plan<'_, L>,
    length: usize,
) -> Run<L> {
    let mut runner = Runner::new(setup, policy, parameters, plan, length);
    for t in 0..length {
        runner.month(t);
    }
    Run { months: runner.months, cash_out: runner.cash_out, review_stop: runner.review_stop }
}

/// One group as it stands at the start of a month.
#[derive(Clone, Copy)]
struct State<L> {
    staff: Staff<L>,
    flow: Flow<L>,
    effect: Effect<L>,
    after: After<L>,
}

/// What the plan wants of one group, and whether it is at work.
#[derive(Clone, Copy, Default)]
struct Aim<L> {
    posts: L,
    stock: L,
}

struct Runner<'a, L: Lane> {
    setup: &'a Setup<L>,
    policy: &'a Policy,
    parameters: &'a Parameters<L>,
    plan: Plan<'a, L>,
    states: Vec<State<L>>,
    aims: Vec<Aim<L>>,
    months: Vec<Month<L>>,
    cash_out: L,
    review_stop: L,
}

impl<'a, L: Lane> Runner<'a, L> {
    fn new(
        setup: &'a Setup<L>,
        policy: &'a Policy,
        parameters: &'a Parameters<L>,
        plan: Plan<'a, L>,
        length: usize,
    ) -> Self {
        let start = |group| State {
            staff: Staff::start(group),
            flow: Flow::start(group),
            effect: Effect::none(),
            after: After::default(),
        };
        Self {
            setup,
            policy,
            parameters,
            plan,
            states: setup.groups.iter().map(start).collect(),
            aims: vec![Aim::default(); setup.groups.len()],
            months: Vec::with_capacity(length),
            cash_out: L::splat(NEVER),
            review_stop: L::splat(NEVER),
        }
    }

    fn month(&mut self, t: usize) {
        let mut month = Month::default();
        let on = match self.plan {
            Plan::Follow { led, .. } => self.follow(led, t, &mut month),
            Plan::Baseline | Plan::Levers { .. } => self.decide(t, &mut month),
        };
        let trend = L::splat(libm::pow(1.0 + self.policy.inflow.share(), t as f64 / 12.0));
        for i in 0..self.states.len() {
            self.work(i, t, on, trend, &mut month);
        }
        self.settle(t, &mut month);
        self.months.push(month);
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
        (self.cash_out, self.review_stop) = (reached(led.cash_out), reached(led.review_stop));
        let decided = &led.months[t];
        (month.room, month.wanted, month.allowed) = (decided.room, decided.wanted, decided.allowed);
        for ((group, state), aim) in self.setup.groups.iter().zip(&self.states).zip(&mut self.aims) {
            *aim = Aim { posts: decided.groups[group.index].posts, stock: state.flow.stock() };
        }
        self.on(t)
    }

    /// Whether the plan is to be at work in month `t`.
    fn planned(&self, t: usize) -> bool {
        let (start, end) = (usize::from(self.policy.start), self.policy.end.map(usize::from));
        self.plan.beside().is_some() && t >= start && end.is_none_or(|end| t < end)
    }

    /// 1 where the ways of working are changed in month `t`, 0 elsewhere.
    fn on(&self, t: usize) -> L {
        let ended = self.cash_out.lt(L::splat(NEVER));
        L::select(ended | L::mask(!self.planned(t)), L::zero(), L::one())
    }

    /// The cash rule and the review, each on the twelve months behind.
    fn stop(&mut self, t: usize) {
        if matches!(self.plan, Plan::Baseline) {
            return;
        }
        let behind = &self.months[t.saturating_sub(12)..t];
        let before = L::splat((12 - behind.len()) as f64) * self.setup.reserve;
        let cash = (sum(behind.iter().map(|month| month.cash)) + before) * L::splat(1.0 / 12.0);
        let now = cash.lt(L::splat(IN_THE_RED)) & !self.cash_out.lt(L::splat(NEVER));
        self.cash_out = L::select(now, L::splat(t as f64), self.cash_out);
        if self.policy.review.map(usize::from) == Some(t) {
            let saving = sum(behind.iter().map(|month| month.saving));
            let cost = sum(behind.iter().map(|month| month.extra_staff));
            let failed = saving.lt(L::splat(self.policy.review_share.share()) * cost);
            self.review_stop = L::select(failed, L::splat(t as f64), self.review_stop);
        }
    }

    /// Wanted posts: today's stock, or this month's, over the target.
    fn aim(&mut self, t: usize) {
        let planned = self.planned(t);
        let stopped = self.review_stop.lt(L::splat(NEVER));
        let ended = self.cash_out.lt(L::splat(NEVER));
        for ((group, state), aim) in self.setup.groups.iter().zip(&self.states).zip(&mut self.aims) {
            aim.stock = state.flow.stock();
            aim.posts = group.posts;
            if planned {
                let target = self.policy.caseload[group.index].map_or(group.caseload, L::splat);
                let stock = match self.policy.staffing {
                    Staffing::Keep => group.stock,
                    Staffing::Hold => aim.stock,
                };
                let posts = stock / target;
                let posts = L::select(ended, posts.min(group.posts), posts);
                aim.posts = L::select(stopped, group.posts, posts);
            }
        }
    }

    /// Room, wish and the share of it that is allowed; turns wanted posts into allowed ones.
    fn allow(&mut self, t: usize, on: L, month: &mut Month<L>) {
        month.allowed = L::one();
        let Plan::Levers { rule, ahead, .. } = self.plan else { return };
        let cost = self.parameters[p::COST];
        let mut wish = Wish::default();
        for (group, aim) in self.setup.groups.iter().zip(&self.aims) {
            let more = aim.posts - group.posts;
            wish.more += more.max(L::zero()) * cost;
            wish.cuts += (-more).max(L::zero()) * cost;
            wish.more +=
                self.coordinated(group, on) * self.parameters[p::COORDINATOR_COST] * cost * aim.posts;
        }
        month.room = ceiling::room(rule, self.policy, self.setup, t, &self.months, ahead);
        month.wanted = wish.more;
        month.allowed = ceiling::allowed(month.room, &wish, self.policy.response);
        for (group, aim) in self.setup.groups.iter().zip(&mut self.aims) {
            let more = aim.posts - group.posts;
            let share = L::select(L::zero().lt(more), month.allowed, L::one());
            let partly = group.posts + share * more;
            aim.posts = L::select(share.lt(L::one()), partly, aim.posts);
        }
    }

    /// How much of a coordinating caseworker one group is to have.
    fn coordinated(&self, group: &Group<L>, on: L) -> L {
        match self.policy.coordinator && GROUPS[group.index].may_have_coordinator {
            true => on,
            false => L::zero(),
        }
    }

    fn ways(&self, group: &Group<L>, on: L) -> Ways<L> {
        let towards = |today: L, lever: Option<f64>| match lever {
            Some(value) => today + (L::splat(value) - today) * on,
            None => today,
        };
        let mentor = match GROUPS[group.index].may_have_mentor {
            true => L::splat(self.policy.mentor[group.index]) * on,
            false => L::zero(),
        };
        Ways {
            rules_cut: L::splat(self.policy.rules_cut.share()) * on,
            digital: towards(self.parameters[p::DIGITAL_TODAY], self.policy.digital.map(Percent::share)),
            talks: towards(self.parameters[p::TALKS_LAW[group.index]], self.policy.talks[group.index]),
            mentor,
        }
    }

    /// One group's month: work, effect, exits, money, step.
    fn work(&mut self, i: usize, t: usize, on: L, trend: L, month: &mut Month<L>) {
        let (setup, parameters, policy) = (self.setup, self.parameters, self.policy);
        let group = &setup.groups[i];
        let ways = self.ways(group, on);
        let coordinated = self.coordinated(group, on) * month.allowed;
        let (aim, state) = (self.aims[i], &mut self.states[i]);
        let caseload = aim.stock / state.staff.total();
        let environment = environment(group, caseload, coordinated, parameters);
        let effective = state.staff.effective(environment.sick_days, parameters);
        let contact = contact(setup, group, effective, aim.stock, caseload, &ways, parameters);
        let on_jobs = on_jobs(environment.change, ways.digital, parameters);
        let multiplier = state.effect.step(setup, group, contact.hours, on_jobs, policy.evidence, parameters);
        let before = *state;
        let inflow = group.inflow * trend;
        let moves =
            state.flow.step(group, multiplier, setup.displacement, policy.cycle.share(), inflow, parameters);
        let record = GroupMonth {
            stock: aim.stock,
            posts: aim.posts,
            staff: before.staff.total(),
            in_training: before.staff.in_training,
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
            leavers: before.flow.leavers,
            after: before.after.extra(),
        };
        month.groups[group.index] = record;
        if let Some((baseline, _)) = self.plan.beside() {
            let usual = baseline[t].groups[group.index].exits;
            let extra = std::array::from_fn(|d| moves.exits[d] - usual[d]);
            state.after.step(group.index, extra, parameters);
        }
        let spending = Spending { coordinated, mentor_hours: ways.mentor };
        purses::book(month, setup, group, &before.flow, &spending, parameters);
    }

    /// What is settled for the municipality as a whole: one-off cost, guarantee, grant, sanctions, nets, cash.
    fn settle(&mut self, t: usize, month: &mut Month<L>) {
        month.cash = self.setup.reserve;
        let Some((baseline, rule)) = self.plan.beside() else { return };
        let usual = &baseline[t];
        if t == usize::from(self.policy.start) && self.planned(t) {
            purses::book_one_off(month, self.policy);
        }
        purses::book_guarantee(month, usual, self.setup, self.parameters);
        purses::compare(month, usual);
        if rule == Rule::StateGrant {
            let most = L::splat(self.policy.grant * 1e6 / 12.0);
            month.purses.transfer(Item::Grant, -month.extra_staff.clamp(L::zero(), most));
        }
        if self.policy.response == Response::Overrun && (t + 1).is_multiple_of(12) {
            let sanction =
                ceiling::sanction(self.policy, self.setup, &self.months[t - 11..], month, self.parameters);
            month.purses.transfer(Item::Sanctions, sanction);
        }
        let last = self.months.last();
        let so_far = |net: fn(&Month<L>) -> L| last.map_or(L::zero(), net);
        month.municipal_net = so_far(|month| month.municipal_net) + usual.purses.municipal_cost()
            - month.purses.municipal_cost();
        month.state_net =
            so_far(|month| month.state_net) + usual.purses.state_cost() - month.purses.state_cost();
        month.cash = self.setup.reserve + month.municipal_net;
    }
}
