//! The budget cap: room, what is wanted, what is allowed, and what an overrun costs.

use super::lane::Lane;
use super::month::{Month, Trace};
use super::parameters::Parameters;
use super::plan::{Terms, Which};
use super::policy::{Others, Policy, Response, Rule, Staffing, Who};
use super::setup::Group;
use super::tables::{GROUPS, parameter as p};

/// Room where there is no limit, DKK a year.
pub const UNLIMITED: f64 = 1e12;
/// Less than this is rounding, DKK.
const ONE_KRONE: f64 = 1.0;

/// Room a year at month `t`, DKK.
///
/// `past` is this run so far, `ahead` the uncapped run in which a council may look for what comes back.
pub fn room<L: Lane>(
    rule: Rule,
    Terms { setup, levers, .. }: Terms<'_, L>,
    t: usize,
    past: &[Trace<L>],
    ahead: &[Trace<L>],
) -> L {
    if rule == Rule::None {
        return L::splat(UNLIMITED);
    }
    let growth = levers.growth * L::splat(t as f64 / 12.0);
    let ceiling = levers.room + setup.base * growth.exp_m1();
    let yearly =
        |saving: fn(&Trace<L>) -> L| yearly(levers.policy.ahead, t, past, ahead, saving).max(L::zero());
    match rule {
        Rule::None | Rule::Ceiling => ceiling,
        Rule::SelfFinancing => ceiling + levers.reinvest * yearly(|month| month.saving),
        Rule::OneFrame => ceiling + yearly(|month| month.frame_saving),
        Rule::StateGrant => ceiling + levers.grant,
    }
}

/// A year's saving: the documented one of up to twelve months behind, or twelve times the mean of the months
/// ahead, as many as there are.
fn yearly<L: Lane>(
    ahead_months: u16,
    t: usize,
    past: &[Trace<L>],
    ahead: &[Trace<L>],
    saving: fn(&Trace<L>) -> L,
) -> L {
    if ahead_months == 0 {
        return Trace::between(past, past.len().saturating_sub(12), past.len(), saving);
    }
    let from = t.min(ahead.len());
    let to = (t + usize::from(ahead_months)).min(ahead.len());
    match to - from {
        0 => L::zero(),
        months => Trace::between(ahead, from, to, saving) * L::splat(12.0 / months as f64),
    }
}

/// What the plan wants to spend more and less on staff, DKK a year.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wish<L> {
    /// More caseworkers, and coordinators.
    pub more: L,
    /// Fewer caseworkers.
    pub cuts: L,
}

impl<L: Lane> Wish<L> {
    /// Adds what one group is to have: `posts` instead of the `usual` ones, and for the share `coordinated` a coordinating
    /// caseworker, if the plan has any.
    pub fn add(
        &mut self,
        [usual, posts]: [L; 2],
        coordinated: Option<L>,
        parameters: &Parameters<L>,
        cost: L,
    ) {
        let more = posts - usual;
        self.more += more.max(L::zero()) * cost;
        self.cuts += (-more).max(L::zero()) * cost;
        if let Some(share) = coordinated {
            self.more += share * parameters[p::COORDINATOR_COST] * cost * posts;
        }
    }
}

/// Whether the rule is sure to allow all that the plan wants of these groups, in every place of the lane: then the run
/// under it is the uncapped one. Only said of what is known beforehand: a ceiling that waits for no saving and never falls,
/// posts that follow no stock, neither the plan's nor that of a closed group, and no review, which may give back posts that
/// pay for coordinators.
pub fn never_binds<L: Lane>(terms: Terms<'_, L>, which: &Which) -> bool {
    let Terms { setup, levers, parameters } = terms;
    let policy = levers.policy;
    let known = policy.rule == Rule::Ceiling && policy.staffing == Staffing::Keep && policy.review.is_none();
    if !known || policy.response == Response::Overrun {
        return false;
    }
    let cost = parameters.post();
    let mut wish = Wish::default();
    for group in setup.groups.iter().filter(|group| which[group.index]) {
        if group.closed {
            return false;
        }
        wish.add([group.posts, kept(terms, group)], coordinated(policy, group, L::one()), parameters, cost);
    }
    let room = room(policy.rule, terms, usize::from(policy.start), &[], &[]);
    let share = allowed(room, &wish, policy.response);
    (0..L::COUNT).all(|place| share.get(place) == 1.0)
}

/// Posts that the plan wants if they do not follow the stock: today's stock over the target, FTE.
pub fn kept<L: Lane>(terms: Terms<'_, L>, group: &Group<L>) -> L {
    group.stock / target(terms, group)
}

/// Cases per caseworker that the plan aims at.
pub fn target<L: Lane>(terms: Terms<'_, L>, group: &Group<L>) -> L {
    terms.levers.caseload[group.index].unwrap_or(group.caseload)
}

/// How much of a coordinating caseworker one group is to have where `on` of the ways of working are at work, if the plan
/// has any.
pub fn coordinated<L: Lane>(policy: &Policy, group: &Group<L>, on: L) -> Option<L> {
    (policy.coordinator && GROUPS[group.index].may_have_coordinator).then_some(on)
}

/// The share φ of the wish that is allowed.
pub fn allowed<L: Lane>(room: L, wish: &Wish<L>, response: Response) -> L {
    if response == Response::Overrun {
        return L::one();
    }
    let nothing = wish.more.lt(L::splat(ONE_KRONE));
    let share = ((room + wish.cuts) / L::select(nothing, L::one(), wish.more)).clamp(L::zero(), L::one());
    L::select(nothing, L::one(), share)
}

/// The sanction of the year that `month` ends, beside what would be paid anyhow, DKK; `past` is the run before it.
///
/// Overshoot `o = max(0, Σ extra staff − Σ room/12)`; net overshoot of all `N = max(0, o + O − V)`;
/// accounts `0.6 N o/(o + O) + 0.4 N s`, budget `min(3 bn, N) s`, `s` the population share.
pub fn sanction<L: Lane>(terms: Terms<'_, L>, past: &[Trace<L>], month: &Month<L>) -> L {
    let year = |sum: fn(&Trace<L>) -> L| Trace::between(past, past.len().saturating_sub(11), past.len(), sum);
    let extra = year(|month| month.extra_staff) + month.extra_staff;
    let room = (year(|month| month.room) + month.room) * L::splat(1.0 / 12.0);
    charged(terms, (extra - room).max(L::zero())) - charged(terms, L::zero())
}

fn charged<L: Lane>(Terms { setup, levers, parameters }: Terms<'_, L>, overshoot: L) -> L {
    let policy = levers.policy;
    let (over, under) = match policy.others {
        Others::Underspend => (p::UNDERSPEND_OTHERS_OVER, p::UNDERSPEND_OTHERS_UNDER),
        Others::Overshoot => (p::OVERSHOOT_OTHERS_OVER, p::OVERSHOOT_OTHERS_UNDER),
    };
    let (over, under) = (parameters[over], parameters[under]);
    let share = setup.population_share;
    let (net, own) = match policy.who {
        Who::Us => ((overshoot + over - under).max(L::zero()), overshoot / (overshoot + over)),
        Who::All => (overshoot / share, share),
    };
    let individual = parameters[p::INDIVIDUAL_SHARE];
    let accounts = net * (individual * own + (L::one() - individual) * share);
    let budget = net.min(parameters[p::BUDGET_GATE]) * share;
    let gate = |open: bool, amount: L| if open { amount } else { L::zero() };
    gate(policy.gates.accounts, accounts) + gate(policy.gates.budget, budget)
}
