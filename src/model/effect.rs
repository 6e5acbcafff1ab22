//! The effect of contact on each exit, with its lag, and whose evidence says so.

use super::lane::Lane;
use super::parameters::Parameters;
use super::setup::{CLARIFIED, DESTINATIONS, EDUCATION, ELASTICITIES, Group, JOB, Setup};
use super::tables::parameter as p;

/// How many times the exit to each destination is multiplied, by either kind of evidence.
#[derive(Clone, Copy, Debug)]
pub struct Effect<L> {
    research: [L; DESTINATIONS],
    reported: [L; DESTINATIONS],
}

impl<L: Lane> Effect<L> {
    /// No effect yet.
    pub fn none() -> Self {
        Self { research: [L::one(); DESTINATIONS], reported: [L::one(); DESTINATIONS] }
    }

    /// Moves one month towards what contact `k` and continuity give; returns the multipliers at `dial`.
    ///
    /// `M* = clamp(r^ε)`, `M ← M + (M* − M)(1 − e^(−1/T))`, `M = research^(1−s) · reported^s`.
    pub fn step(
        &mut self,
        setup: &Setup<L>,
        group: &Group<L>,
        contact: L,
        on_jobs: L,
        dial: f64,
        parameters: &Parameters<L>,
    ) -> [L; DESTINATIONS] {
        let ln_ratio = (contact / group.contact).min(group.contact_ceiling).ln();
        let bounds = (parameters[p::MULTIPLIER_MIN], parameters[p::MULTIPLIER_MAX]);
        let targets = targets(group.elasticity, ln_ratio, on_jobs, bounds);
        follow(&mut self.research, targets, group.approach, setup.fading);
        let Some(reported) = group.reported.filter(|_| dial > 0.0) else { return self.research };
        let bounds = (parameters[p::REPORTED_MIN], parameters[p::REPORTED_MAX]);
        let targets = self::targets([L::splat(reported); ELASTICITIES], ln_ratio, on_jobs, bounds);
        follow(&mut self.reported, targets, setup.reported_approach, setup.fading);
        std::array::from_fn(|d| {
            let mix = self.research[d].ln() * L::splat(1.0 - dial) + self.reported[d].ln() * L::splat(dial);
            mix.exp()
        })
    }
}

fn targets<L: Lane>(
    elasticity: [L; ELASTICITIES],
    ln_ratio: L,
    on_jobs: L,
    (low, high): (L, L),
) -> [L; DESTINATIONS] {
    // Other exits share the elasticity of jobs: one exponential serves both.
    let on_contact = [elasticity[JOB], elasticity[EDUCATION], elasticity[CLARIFIED]]
        .map(|elasticity| L::power_of_ln(ln_ratio, elasticity));
    let mut raw = [on_contact[JOB]; DESTINATIONS];
    raw[JOB] = on_contact[JOB] * on_jobs;
    raw[EDUCATION] = on_contact[EDUCATION];
    raw[CLARIFIED] = on_contact[CLARIFIED];
    raw.map(|raw| raw.clamp(low, high))
}

/// A growing effect follows with the group's lag, a fading one with its own.
fn follow<L: Lane>(effect: &mut [L; DESTINATIONS], target: [L; DESTINATIONS], approach: L, fading: L) {
    for (now, target) in effect.iter_mut().zip(target) {
        let growing = distance_from_none(*now).lt(distance_from_none(target));
        *now += (target - *now) * L::select(growing, approach, fading);
    }
}

/// Grows with |ln M| without a logarithm.
fn distance_from_none<L: Lane>(multiplier: L) -> L {
    multiplier.max(L::one() / multiplier)
}

/// What continuity and digital talks do to job exits:
/// `(1 − χ v)/(1 − χ v₀) · (1 − loss · (digital − digital₀)/(1 − digital₀))`.
pub fn on_jobs<L: Lane>(change: L, digital: L, parameters: &Parameters<L>) -> L {
    let one = L::one();
    let loss = parameters[p::CONTINUITY_LOSS];
    let continuity = (one - loss * change) / (one - loss * parameters[p::CASEWORKER_CHANGE]);
    let today = parameters[p::DIGITAL_TODAY];
    continuity * (one - parameters[p::DIGITAL_LOSS] * (digital - today) / (one - today))
}
