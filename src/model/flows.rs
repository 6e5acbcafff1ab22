//! People: spells, exits, re-entries, and those who stay away.

use super::lane::{Lane, sum};
use super::parameters::Parameters;
use super::setup::{CLARIFIED, DESTINATIONS, EDUCATION, Group, JOB, OTHER, SPELLS, phase};
use super::tables::parameter as p;

/// The people of one group at the start of a month.
#[derive(Clone, Copy, Debug, Default)]
pub struct Flow<L> {
    /// On the benefit, by spell month.
    pub spells: [L; SPELLS],
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
        Self { spells: group.spells, leavers: group.leavers }
    }

    /// Persons on the benefit.
    pub fn stock(&self) -> L {
        sum(self.spells)
    }

    /// Persons, those of each spell month counted with its weight.
    pub fn weighted(&self, weight: &[L; SPELLS]) -> L {
        sum(self.spells.iter().zip(weight).map(|(&persons, &weight)| persons * weight))
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
        let leave = group.hazard.map(|h| -(-(h * cycle * strength)).exp_m1());
        let reentries = parameters[p::REENTRY[group.index]] * self.leavers;
        let total = self.age(leave, inflow + reentries);
        let each = total / strength;
        let exits = pull.map(|pull| each * pull);
        let stay = L::one() - parameters[p::REENTRY[group.index]] - parameters[p::RISK_END];
        self.leavers = self.leavers * stay + (total - exits[CLARIFIED]);
        Moves { exits, inflow, reentries }
    }

    /// Lets the share `leave` of each phase go and moves the others a spell month on; returns how many left.
    fn age(&mut self, leave: [L; 3], new: L) -> L {
        let (mut total, mut arriving) = (L::zero(), new);
        for (a, here) in self.spells.iter_mut().enumerate() {
            let leaving = *here * leave[phase(a)];
            total += leaving;
            let staying = *here - leaving;
            // The last spell month is for that one and all later ones.
            *here = if a == SPELLS - 1 { staying + arriving } else { arriving };
            arriving = staying;
        }
        total
    }
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
    pub fn step(&mut self, group: usize, extra: [L; DESTINATIONS], parameters: &Parameters<L>) {
        let one = L::one();
        let (reentry, end) = (parameters[p::REENTRY[group]], parameters[p::RISK_END]);
        self.settled = self.settled * (one - parameters[p::SETTLED_LEAVE]) + end * self.at_risk;
        self.at_risk = self.at_risk * (one - reentry - end) + extra[JOB];
        let stays = [
            (EDUCATION, one, p::LEAVE_EDUCATION),
            (CLARIFIED, one, p::LEAVE_CLARIFIED),
            (OTHER, parameters[p::KEEPS_OTHER[group]], p::LEAVE_OTHER),
        ];
        for (d, keeps, leave) in stays {
            self.elsewhere[d] = self.elsewhere[d] * (one - parameters[leave]) + keeps * extra[d];
        }
    }
}
