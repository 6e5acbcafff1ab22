//! The effect of contact on each exit, with its lag, and whose evidence says so.

use super::lane::Lane;
use super::plan::Terms;
use super::setup::{CLARIFIED, DESTINATIONS, EDUCATION, Group, JOB};
use super::tables::parameter as p;

/// How many times the exit to each destination is multiplied, by either kind of evidence.
#[derive(Clone, Copy, Debug)]
pub struct Effect<L> {
    research: [L; DESTINATIONS],
    /// One elasticity for every exit: jobs, which continuity touches too, and all others.
    reported: [L; 2],
}

impl<L: Lane> Effect<L> {
    /// No effect yet.
    pub fn none() -> Self {
        Self { research: [L::one(); DESTINATIONS], reported: [L::one(); 2] }
    }

    /// Multiplier of the exits to a clarified status by research alone.
    pub fn clarifying(&self) -> L {
        self.research[CLARIFIED]
    }

    /// Moves one month towards what contact, over contact at the start, and continuity give; returns the multipliers at the dial.
    ///
    /// `M* = clamp(r^ε)`, `M ← M + (M* − M)(1 − e^(−1/T))`, `M = research^(1−s) · reported^s`.
    pub fn step(
        &mut self,
        terms: Terms<'_, L>,
        group: &Group<L>,
        contact: L,
        on_jobs: L,
    ) -> [L; DESTINATIONS] {
        let Terms { setup, levers, parameters } = terms;
        let log2_ratio = contact.min(group.contact_ceiling).log2();
        let bounds = (parameters[p::MULTIPLIER_MIN], parameters[p::MULTIPLIER_MAX]);
        let [jobs, education, clarified] =
            group.elasticity.map(|elasticity| L::power_of_log2(log2_ratio, elasticity));
        // Other exits share the elasticity of jobs: one exponential serves both.
        let mut target = [jobs; DESTINATIONS];
        (target[JOB], target[EDUCATION], target[CLARIFIED]) = (jobs * on_jobs, education, clarified);
        follow(&mut self.research, target, bounds, group.approach, setup.fading);
        let Some(reported) = group.reported.filter(|_| levers.policy.evidence > 0.0) else {
            return self.research;
        };
        let bounds = (parameters[p::REPORTED_MIN], parameters[p::REPORTED_MAX]);
        let others = L::power_of_log2(log2_ratio, L::splat(reported) * parameters[p::REPORTED_UNCERTAINTY]);
        follow(&mut self.reported, [others * on_jobs, others], bounds, setup.reported_approach, setup.fading);
        std::array::from_fn(|d| {
            let research = self.research[d];
            let reported = self.reported[usize::from(d != JOB)];
            research * L::power_of_log2(reported.log2_over(research), levers.dial)
        })
    }
}

/// A growing effect follows with the group's lag, a fading one with its own.
fn follow<L: Lane, const N: usize>(
    effect: &mut [L; N],
    target: [L; N],
    (low, high): (L, L),
    approach: L,
    fading: L,
) {
    for (now, target) in effect.iter_mut().zip(target) {
        let target = target.clamp(low, high);
        // |ln M*| > |ln M|, without a logarithm: (ln M* − ln M)(ln M* + ln M) has this sign.
        let growing = L::zero().lt((target - *now) * (target * *now - L::one()));
        *now += (target - *now) * L::select(growing, approach, fading);
    }
}

/// What continuity and digital talks do to job exits:
/// `(1 − χ v)/(1 − χ v₀) · (1 − loss · (digital − digital₀)/(1 − digital₀))`.
pub fn on_jobs<L: Lane>(change: L, digital: Option<L>, Terms { setup, parameters, .. }: Terms<'_, L>) -> L {
    let one = L::one();
    let continuity = one + setup.rates.continuity * (parameters[p::CASEWORKER_CHANGE] - change);
    let Some(digital) = digital else { return continuity };
    let today = parameters[p::DIGITAL_TODAY];
    continuity * (one - parameters[p::DIGITAL_LOSS] * (digital - today) / (one - today))
}
