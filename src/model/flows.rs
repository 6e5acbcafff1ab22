//! People: spells, exits, re-entries, and those who stay away.
//!
//! Contact decides when people leave and not where to: those on a benefit are of three kinds, bound for a job, for a
//! clarified status, or for something else. Each kind has the group's hazard, times its own multiplier.

use super::lane::{Lane, sum};
use super::parameters::Parameters;
use super::plan::Terms;
use super::setup::{CLARIFIED, DESTINATIONS, EDUCATION, Group, JOB, OTHER, PHASES, SPELLS, phase};
use super::tables::parameter as p;

/// How many kinds of people there are on a benefit.
pub const KINDS: usize = 3;
/// Index of those bound for a job.
pub const JOB_BOUND: usize = 0;
/// Index of those bound for something else: education, another benefit, supporting themselves.
pub const REST: usize = 1;
/// Index of those bound for a clarified status. They do not come back, and so stand behind the two who do.
pub const CLARIFICATION_BOUND: usize = 2;
/// How many kinds come back: the first two.
pub const RETURNING: usize = 2;

/// So many persons are nobody. A group that empties comes no nearer to nought: shares are taken of it, and in single
/// precision nought is near.
const NOBODY: f64 = 1e-9;

/// The people of one group at the start of a month.
#[derive(Clone, Copy, Debug, Default)]
pub struct Flow<L> {
    /// By kind and spell month.
    spells: [[L; SPELLS]; KINDS],
    /// By kind and phase.
    phases: [[L; PHASES]; KINDS],
    /// On the benefit.
    pub stock: L,
    /// The same, each counted by the municipality's share of the benefit.
    pub municipal: L,
    /// Leavers at risk of return, by kind.
    pub leavers: [L; RETURNING],
}

/// What moves people in a month.
#[derive(Clone, Copy, Debug)]
pub struct Push<L> {
    /// Multiplier of the exits to each destination, at the dial.
    pub multiplier: [L; DESTINATIONS],
    /// Multiplier of the exits to a clarified status by research alone.
    pub clarifying: L,
    /// Displacement among job exits.
    pub displacement: L,
    /// Every hazard times this.
    pub cycle: L,
    /// New from outside.
    pub inflow: L,
    /// Leavers at risk of return in the baseline, by kind; in the baseline its own.
    pub usual_leavers: Option<[L; RETURNING]>,
}

/// What happened in a month.
#[derive(Clone, Copy, Debug, Default)]
pub struct Moves<L> {
    /// Exits to each destination.
    pub exits: [L; DESTINATIONS],
    /// New from outside.
    pub inflow: L,
    /// Back again.
    pub reentries: L,
}

impl<L: Lane> Flow<L> {
    /// The stationary start.
    pub fn start(group: &Group<L>) -> Self {
        Self::of(group, group.spells, group.leavers)
    }

    /// People of a group by kind and spell month, and leavers at risk of return by kind.
    pub fn of(group: &Group<L>, spells: [[L; SPELLS]; KINDS], leavers: [L; RETURNING]) -> Self {
        let mut flow = Self { spells, leavers, ..Self::default() };
        for (phases, spells) in flow.phases.iter_mut().zip(&spells) {
            for (a, &persons) in spells.iter().enumerate() {
                phases[phase(a)] += persons;
            }
        }
        flow.add_up(&group.municipal_share);
        flow
    }

    /// On the benefit, by kind.
    pub fn by_kind(&self) -> [L; KINDS] {
        self.phases.map(sum)
    }

    #[inline(always)]
    fn add_up(&mut self, municipal_share: &[L; SPELLS]) {
        let [first, second, third] = &self.phases;
        self.stock = (sum(*first) + sum(*second) + sum(*third)).max(L::splat(NOBODY));
        let [first, second, third] = &self.spells;
        let persons = |a: usize| first[a] + second[a] + third[a];
        self.municipal = sum((0..SPELLS).map(|a| persons(a) * municipal_share[a]));
    }

    /// Moves one month on.
    ///
    /// `exits_k(a) = n_k(a)(1 − e^(−H(a) M̃_k))` with `paces`; those who come are [`entries`], of whom
    /// `more = clamp(α (M_research[clarified] − 1) in_C, −in_C, in_R)` are bound for a clarified status instead of
    /// something else.
    #[inline(always)]
    pub fn step(&mut self, group: &Group<L>, push: &Push<L>) -> Moves<L> {
        let usual = push.usual_leavers.unwrap_or(self.leavers);
        let mut entries = entries(group, push.inflow, self.leavers, usual);
        let coming = entries[CLARIFICATION_BOUND];
        let more = (group.additional * (push.clarifying - L::one()) * coming).max(-coming).min(entries[REST]);
        entries[CLARIFICATION_BOUND] += more;
        entries[REST] += -more;
        let reentries = group.reentry * (self.leavers[JOB_BOUND] + self.leavers[REST]);
        let paces = paces(group, push.multiplier, push.displacement);
        let mut left = [L::zero(); KINDS];
        for (kind, left) in left.iter_mut().enumerate() {
            let leave = leave(&group.hazard, push.cycle * paces[kind]);
            *left = age(&mut self.spells[kind], &mut self.phases[kind], leave, entries[kind]);
        }
        self.add_up(&group.municipal_share);
        for (kind, leavers) in self.leavers.iter_mut().enumerate() {
            *leavers = *leavers * group.stays_at_risk + left[kind];
        }
        let mut exits = [L::zero(); DESTINATIONS];
        (exits[JOB], exits[CLARIFIED]) = (left[JOB_BOUND], left[CLARIFICATION_BOUND]);
        (exits[EDUCATION], exits[OTHER]) = (group.to_education * left[REST], group.to_other * left[REST]);
        Moves { exits, inflow: push.inflow, reentries }
    }
}

/// The spell month in which the second phase begins.
const MIDDLE: usize = 3;
/// The last spell month, which is the third phase.
const LAST: usize = SPELLS - 1;
const _: () =
    assert!(phase(MIDDLE - 1) == 0 && phase(MIDDLE) == 1 && phase(LAST - 1) == 1 && phase(LAST) == 2);
const _: () = assert!(MIDDLE.is_multiple_of(3) && LAST.is_multiple_of(3), "whole quarters");

/// Lets the share `leave` of each phase of one kind go and moves the others a spell month on; returns how many left.
///
/// They are counted by phase in the same pass, while they are at hand.
#[inline(always)]
fn age<L: Lane>(spells: &mut [L; SPELLS], phases: &mut [L; PHASES], leave: [L; PHASES], new: L) -> L {
    let [early, middle, late] = *phases;
    let left = sum([early * leave[0], middle * leave[1], late * leave[2]]);
    let mut arriving = new;
    for (phase, months) in [0..MIDDLE, MIDDLE..LAST].into_iter().enumerate() {
        let (stay, mut all) = (L::one() - leave[phase], L::zero());
        // Three at a time: a turn of a loop costs nearly as much as a spell month.
        for quarter in spells[months].as_chunks_mut::<3>().0 {
            for persons in quarter {
                let staying = *persons * stay;
                all += arriving;
                *persons = arriving;
                arriving = staying;
            }
        }
        phases[phase] = all;
    }
    // The last spell month is for that one and all later ones.
    let last = spells[LAST] * (L::one() - leave[PHASES - 1]) + arriving;
    (spells[LAST], phases[PHASES - 1]) = (last, last);
    left
}

/// The multiplier of each kind's hazard: `M/(1 − δ + δ M)` of those bound for a job, so that of the months in a job that
/// contact wins the share 1 − δ is left; that of the rest is the mean of theirs.
#[inline(always)]
fn paces<L: Lane>(group: &Group<L>, multiplier: [L; DESTINATIONS], displacement: L) -> [L; KINDS] {
    let mut paces = [multiplier[CLARIFIED]; KINDS];
    // Written so that 1 stays 1 to the last bit.
    paces[JOB_BOUND] = multiplier[JOB] / (L::one() + displacement * (multiplier[JOB] - L::one()));
    paces[REST] = multiplier[OTHER] + group.to_education * (multiplier[EDUCATION] - multiplier[OTHER]);
    paces
}

/// Those who come in a month, by kind, before an effect on who is clarified.
///
/// People come back as what they were; as many as in the baseline turn to clarification in between:
/// `turned_k = min(w_C ρ X_k^base, w_k O + ρ X_k)`, `in_k = w_k O + ρ X_k − turned_k`, `in_C = w_C O + Σ turned`.
#[inline(always)]
pub fn entries<L: Lane>(
    group: &Group<L>,
    inflow: L,
    leavers: [L; RETURNING],
    usual: [L; RETURNING],
) -> [L; KINDS] {
    let mut entries = group.kinds.map(|share| share * inflow);
    let turning = group.kinds[CLARIFICATION_BOUND] * group.reentry;
    for kind in 0..RETURNING {
        let coming = entries[kind] + group.reentry * leavers[kind];
        let turned = (turning * usual[kind]).min(coming);
        entries[kind] = coming - turned;
        entries[CLARIFICATION_BOUND] += turned;
    }
    entries
}

/// The share of each phase that leaves in a month, `1 − e^(−H z)`.
#[inline(always)]
pub fn leave<L: Lane>(hazard: &[L; PHASES], pace: L) -> [L; PHASES] {
    let pace = -pace * L::splat(std::f64::consts::LOG2_E);
    let [early, middle, late] = *hazard;
    [-(early * pace).exp2_m1(), -(middle * pace).exp2_m1(), -(late * pace).exp2_m1()]
}

/// Extra persons after the exit, compared with the baseline; negative where there are fewer.
#[derive(Clone, Copy, Debug, Default)]
pub struct After<L> {
    /// In a job and at risk of return, ΔX of those bound for a job.
    at_risk: L,
    /// In a job and no longer at risk, until a retirement that the plan does not move.
    settled: L,
    /// In education, clarified and on other benefits (jobs are the two above).
    elsewhere: [L; DESTINATIONS],
}

impl<L: Lane> After<L> {
    /// Extra persons at each destination.
    pub fn extra(&self) -> [L; DESTINATIONS] {
        let mut extra = self.elsewhere;
        extra[JOB] = self.at_risk + self.settled;
        extra
    }

    /// Moves one month on with `extra` exits to each destination.
    ///
    /// Jobs: `ΔX' = ΔX (1 − ρ − ν) + Δ`, `Z' = Z + ν ΔX`. Clarified: `L' = L + Δ`. Others: `L' = L (1 − leave) + keeps Δ`.
    pub fn step(
        &mut self,
        group: &Group<L>,
        extra: [L; DESTINATIONS],
        Terms { setup, parameters, .. }: Terms<'_, L>,
    ) {
        let rates = &setup.rates;
        self.settled += parameters[p::RISK_END] * self.at_risk;
        self.at_risk = self.at_risk * group.stays_at_risk + extra[JOB];
        let elsewhere = &mut self.elsewhere;
        elsewhere[CLARIFIED] += extra[CLARIFIED];
        elsewhere[EDUCATION] = elsewhere[EDUCATION] * rates.stays_in_education + extra[EDUCATION];
        let kept = parameters[p::KEEPS_OTHER[group.index]] * extra[OTHER];
        elsewhere[OTHER] = elsewhere[OTHER] * rates.stays_elsewhere + kept;
    }
}

/// Leavers of each kind at risk of return in the stationary start: `w_k I / (ρ + ν)`.
pub fn at_risk<L: Lane>(
    kinds: [L; KINDS],
    inflow: L,
    reentry: L,
    parameters: &Parameters<L>,
) -> [L; RETURNING] {
    std::array::from_fn(|kind| kinds[kind] * inflow / (reentry + parameters[p::RISK_END]))
}
