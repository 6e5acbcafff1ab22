//! The month, written once: every run of every lane goes through [`run`].

use super::ceiling::{self, Wish, coordinated, kept, target};
use super::effect::Effect;
use super::flows::{After, Flow};
use super::lane::Lane;
use super::month::{Item, Month, Trace};
pub use super::plan::{Ends, IN_THE_RED, NEVER, Plan, Run, Terms, Which};
use super::policy::{Response, Rule, Staffing};
use super::purses;
use super::setup::Group;
use super::staff::Staff;
use super::work::Around;

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
    // Made here and filled here: a month is kilobytes, and moving it costs as much as several months.
    let mut month = Month::default();
    month.start(terms.setup);
    for t in 0..length {
        month.begin();
        runner.month(t, &mut month);
        observe(&month);
    }
    runner.ends
}

/// One group as it stands at the start of a month.
#[derive(Clone, Copy)]
pub(super) struct State<'a, L> {
    pub group: &'a Group<L>,
    pub staff: Staff<L>,
    pub flow: Flow<L>,
    pub effect: Effect<L>,
    pub after: After<L>,
    /// Posts that the plan wants if they do not follow the stock, FTE; in a group that the law has closed, at the start.
    pub kept: L,
    /// Posts without the plan in this month, FTE: those of today, of which a group that the law has closed has fewer and
    /// fewer.
    pub usual: L,
    /// Posts of this month, FTE: wanted, and then allowed.
    pub posts: L,
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
            kept: kept(terms, group),
            usual: group.posts,
            posts: group.posts,
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
        let trend = self.terms.levers.inflow.map_or(L::one(), |growth| (growth * years).exp());
        for state in &mut self.states {
            let group = state.group;
            let usual = self.plan.beside(t).map(|(usual, _)| &usual.flows[group.index]);
            let around = Around { terms: self.terms, usual, on, inflow: group.inflow * trend };
            let effect = match self.plan {
                Plan::Follow { led, .. } => state.follow(&around, &led.months[t].groups[group.index], month),
                Plan::Baseline | Plan::Levers { .. } => state.work(&around, month),
            };
            state.flow(&around, effect, month);
        }
        self.settle(t, month);
        // A copy of the last sums, which then grows where it lies: sums are hundreds of bytes.
        match self.past.len().checked_sub(1) {
            Some(last) => self.past.extend_from_within(last..),
            None => self.past.push(Trace::default()),
        }
        if let Some(sums) = self.past.last_mut() {
            sums.add(month);
        }
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
            state.posts = decided.groups[state.group.index].posts;
        }
        self.on(t)
    }

    /// Whether the plan is to be at work in month `t`.
    fn planned(&self, t: usize) -> bool {
        let policy = self.terms.levers.policy;
        let (start, end) = (usize::from(policy.start), policy.end.map(usize::from));
        !self.plan.is_baseline() && t >= start && end.is_none_or(|end| t < end)
    }

    /// 1 where the ways of working are changed in month `t`, 0 elsewhere.
    fn on(&self, t: usize) -> L {
        let ended = self.ends.cash_out.lt(L::splat(NEVER));
        L::select(ended | L::mask(!self.planned(t)), L::zero(), L::one())
    }

    /// The cash rule and the review, each on the twelve months behind.
    fn stop(&mut self, t: usize) {
        if self.plan.is_baseline() {
            return;
        }
        let levers = self.terms.levers;
        let year = |sum: fn(&Trace<L>) -> L| Trace::between(self.past, t.saturating_sub(12), t, sum);
        let average = year(|month| month.nets) * L::splat(1.0 / 12.0);
        let red = (levers.reserve + average).lt(L::splat(IN_THE_RED));
        let now = red & !self.ends.cash_out.lt(L::splat(NEVER));
        self.ends.cash_out = L::select(now, L::splat(t as f64), self.ends.cash_out);
        if levers.policy.review_month().map(usize::from) == Some(t) {
            let (saving, cost) = (year(|month| month.saving), year(|month| month.extra_staff));
            let failed = saving.lt(levers.review_share * cost);
            self.ends.review_stop = L::select(failed, L::splat(t as f64), self.ends.review_stop);
        }
    }

    /// Wanted posts: today's stock, or this month's, over the target.
    ///
    /// Nobody keeps caseworkers for those who are gone: in a group that the law has closed, posts that stand still in
    /// others go with the people whom it would have without the plan.
    fn aim(&mut self, t: usize) {
        let planned = self.planned(t);
        let Self { terms, ends, plan, .. } = *self;
        let policy = terms.levers.policy;
        let stopped = policy.review.map(|_| ends.review_stop.lt(L::splat(NEVER)));
        let ended = ends.cash_out.lt(L::splat(NEVER));
        for state in &mut self.states {
            let group = state.group;
            let left = group.closed.then(|| {
                let usual = plan.beside(t).map_or(state.flow.stock, |(usual, _)| usual.stock[group.index]);
                usual / group.people
            });
            let fewer = |posts: L| left.map_or(posts, |left| posts * left);
            state.usual = fewer(group.posts);
            state.posts = state.usual;
            if planned {
                let posts = match policy.staffing {
                    Staffing::Keep => fewer(state.kept),
                    Staffing::Hold => state.flow.stock / target(terms, group),
                };
                let posts = L::select(ended, posts.min(state.usual), posts);
                state.posts = stopped.map_or(posts, |stopped| L::select(stopped, state.usual, posts));
            }
        }
    }

    /// Room, wish and the share of it that is allowed; turns wanted posts into allowed ones.
    fn allow(&mut self, t: usize, on: L, month: &mut Month<L>) {
        month.allowed = L::one();
        let Plan::Levers { rule, ahead, .. } = self.plan else { return };
        let terms = self.terms;
        month.room = ceiling::room(rule, terms, t, self.past, ahead);
        if rule == Rule::None && !L::WHOLE {
            return;
        }
        let (policy, cost) = (terms.levers.policy, terms.parameters.post());
        let mut wish = Wish::default();
        for State { group, usual, posts, .. } in &self.states {
            wish.add([*usual, *posts], coordinated(policy, group, on), terms.parameters, cost);
        }
        month.wanted = wish.more;
        month.allowed = ceiling::allowed(month.room, &wish, policy.response);
        for State { usual, posts, .. } in &mut self.states {
            let more = *posts - *usual;
            let share = L::select(L::zero().lt(more), month.allowed, L::one());
            let partly = *usual + share * more;
            *posts = L::select(share.lt(L::one()), partly, *posts);
        }
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
            month.transfer(Item::Grant, -month.extra_staff.clamp(L::zero(), most));
        }
        if levers.policy.response == Response::Overrun && (t + 1).is_multiple_of(12) {
            let sanction = ceiling::sanction(terms, self.past, month);
            month.transfer(Item::Sanctions, sanction);
        }
        let [municipal, state] =
            self.past.last().map_or([L::zero(); 2], |sums| [sums.municipal_net, sums.state_net]);
        month.municipal_net = municipal + (usual.bill.municipal - month.bill.municipal);
        month.state_net = state + (usual.bill.state - month.bill.state);
        month.cash = levers.reserve + month.municipal_net;
    }
}
