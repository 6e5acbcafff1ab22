//! People: spells, exits, re-entries, and those who stay away.

use super::lane::{Lane, sum};
use super::parameters::Parameters;
use super::plan::Terms;
use super::setup::{CLARIFIED, DESTINATIONS, EDUCATION, Group, JOB, OTHER, SPELLS, phase};
use super::tables::parameter as p;

/// The people of one group at the start of a month.
#[derive(Clone, Copy, Debug, Default)]
pub struct Flow<L> {
    /// On the benefit, by spell month.
    spells: [L; SPELLS],
    /// On the benefit.
    pub stock: L,
    /// The same, each counted by the municipality's share of the benefit.
    pub municipal: L,
    /// Leavers at risk of return.
    pub leavers: L,
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

    /// People of a group by spell month, and leavers at risk of return.
    pub fn of(group: &Group<L>, spells: [L; SPELLS], leavers: L) -> Self {
        let municipal = spells.iter().zip(&group.municipal_share).map(|(&persons, &share)| persons * share);
        Self { stock: sum(spells), municipal: sum(municipal), spells, leavers }
    }

    /// Moves one month on.
    ///
    /// `M̃[job] = 1 + (1 − δ)(M[job] − 1)`, `z = Σ w M̃`, `exits(a) = n(a)(1 − e^(−H(a) z))`, shared out by
    /// `w M̃ / z`; `cycle` multiplies every hazard, `inflow` persons come from outside, and `ρ` of the leavers return.
    pub fn step(
        &mut self,
        group: &Group<L>,
        multipliers: [L; DESTINATIONS],
        displacement: L,
        cycle: L,
        inflow: L,
        parameters: &Parameters<L>,
    ) -> Moves<L> {
        let mut pull: [L; DESTINATIONS] = std::array::from_fn(|d| group.weight[d] * multipliers[d]);
        let undisplaced = L::one() + (L::one() - displacement) * (multipliers[JOB] - L::one());
        pull[JOB] = group.weight[JOB] * undisplaced;
        let strength = sum(pull);
        let leave = leave(&group.hazard, cycle * strength);
        let reentries = parameters[p::REENTRY[group.index]] * self.leavers;
        let total = self.age(leave, inflow + reentries, &group.municipal_share);
        let each = total / strength;
        let exits = pull.map(|pull| each * pull);
        self.leavers = self.leavers * group.stays_at_risk + (total - exits[CLARIFIED]);
        Moves { exits, inflow, reentries }
    }

    /// Lets the share `leave` of each phase go and moves the others a spell month on; returns how many left.
    fn age(&mut self, leave: [L; 3], new: L, municipal_share: &[L; SPELLS]) -> L {
        let (mut total, mut arriving) = (L::zero(), new);
        (self.stock, self.municipal) = (L::zero(), L::zero());
        for a in 0..SPELLS {
            let leaving = self.spells[a] * leave[phase(a)];
            let staying = self.spells[a] - leaving;
            total += leaving;
            // The last spell month is for that one and all later ones.
            let here = if a == SPELLS - 1 { staying + arriving } else { arriving };
            self.spells[a] = here;
            self.stock += here;
            self.municipal += here * municipal_share[a];
            arriving = staying;
        }
        total
    }
}

/// The share of each phase that leaves in a month, `1 − e^(−H z)`.
pub fn leave<L: Lane>(hazard: &[L; 3], pace: L) -> [L; 3] {
    let pace = -pace * L::splat(std::f64::consts::LOG2_E);
    hazard.map(|h| -(h * pace).exp2_m1())
}

/// Extra persons after the exit, compared with the baseline; negative where there are fewer.
#[derive(Clone, Copy, Debug, Default)]
pub struct After<L> {
    /// In a job and at risk of return.
    at_risk: L,
    /// In a job for good.
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
    /// Jobs: `A' = A (1 − ρ − ν) + Δ`, `Z' = Z (1 − leave) + ν A`. Others: `L' = L (1 − leave) + keeps Δ`.
    pub fn step(
        &mut self,
        group: &Group<L>,
        extra: [L; DESTINATIONS],
        Terms { setup, parameters, .. }: Terms<'_, L>,
    ) {
        let rates = &setup.rates;
        self.settled = self.settled * rates.settled + parameters[p::RISK_END] * self.at_risk;
        self.at_risk = self.at_risk * group.stays_at_risk + extra[JOB];
        let mut kept = extra;
        kept[OTHER] = parameters[p::KEEPS_OTHER[group.index]] * extra[OTHER];
        for d in [EDUCATION, CLARIFIED, OTHER] {
            self.elsewhere[d] = self.elsewhere[d] * rates.stays[d] + kept[d];
        }
    }
}
