//! What a run starts from: each group's stationary start, computed once for all runs of a place.
//!
//! By construction nothing moves in it: inflow equals exits, hires equal leavers, contact is what it always was.

use super::flows::{CLARIFICATION_BOUND, Flow, JOB_BOUND, KINDS, REST, RETURNING, at_risk, entries, leave};
use super::lane::{Lane, sum};
use super::parameters::Parameters;
use super::place::Place;
use super::plan::Which;
use super::policy::Policy;
use super::rates::Rates;
use super::tables::{GROUP_COUNT, LadderSpec, Parameter, parameter as p};

/// Spell months 0 … 12, the last one for twelve or more.
pub const SPELLS: usize = 13;
/// Phases of a spell, each with its hazard: spell months 0–2, 3–11, 12+.
pub const PHASES: usize = 3;
/// Where people go: job, education, clarified, other.
pub const DESTINATIONS: usize = 4;
/// Elasticities of a group: jobs, education, clarified; other exits have that of jobs.
pub const ELASTICITIES: usize = 3;
/// Index of jobs among the destinations.
pub const JOB: usize = 0;
/// Index of education among the destinations.
pub const EDUCATION: usize = 1;
/// Index of the clarified (fleksjob or førtidspension) among the destinations.
pub const CLARIFIED: usize = 2;
/// Index of other destinations.
pub const OTHER: usize = 3;

/// Everything about one group at one place that does not change from month to month.
#[derive(Clone, Copy, Debug, Default)]
pub struct Group<L> {
    /// Its place in the data file.
    pub index: usize,
    /// Persons at the start.
    pub stock: L,
    /// Cases per caseworker at the start.
    pub caseload: L,
    /// Posts at the start, FTE.
    pub posts: L,
    /// Persons at the start as the month adds them up, so that nothing has changed then to the last bit.
    pub people: L,
    /// Posts filled at the start, likewise.
    pub filled: L,
    /// Of them experienced.
    pub experienced: L,
    /// Of them in training.
    pub in_training: L,
    /// Exit hazard a month in each phase (spell months 0–2, 3–11, 12+), without the cycle.
    pub hazard: [L; PHASES],
    /// Whether the law has closed it to newcomers: nobody comes and nobody returns, in any run, and its baseline falls.
    pub closed: bool,
    /// Share of the people who come that are of each kind.
    pub kinds: [L; KINDS],
    /// Of those bound for neither a job nor a clarified status the share that goes to education.
    pub to_education: L,
    /// And the share that goes elsewhere; both are nought where there are none.
    pub to_other: L,
    /// Of the effect on clarification the part that is more people and not the same people sooner, where there are others
    /// to take them from.
    pub additional: L,
    /// Persons by kind and spell month.
    pub spells: [[L; SPELLS]; KINDS],
    /// Inflow from outside, persons a month.
    pub inflow: L,
    /// Share of the leavers who return in a month.
    pub reentry: L,
    /// Leavers at risk of return, by kind.
    pub leavers: [L; RETURNING],
    /// Share of them that a month leaves at risk, 1 − ρ − ν.
    pub stays_at_risk: L,
    /// Elasticity in contact of the exits to jobs, to education and to a clarified status.
    pub elasticity: [L; ELASTICITIES],
    /// Monthly approach to a stronger effect, 1 − e^(−1/τ).
    pub approach: L,
    /// Full caseworkers' worth of work at the start.
    pub effective: L,
    /// Contact at the start, hours per citizen and year.
    pub contact: L,
    /// The most that contact can count for, over contact at the start.
    pub contact_ceiling: L,
    /// Municipal share of the benefit by spell month.
    pub municipal_share: [L; SPELLS],
    /// Activation, DKK a month and person.
    pub activation: L,
    /// The elasticity that reproduces the municipalities' own report; `None`: no such elasticity.
    pub reported: Option<f64>,
}

/// A place's unchanging part, whatever the levers.
#[derive(Clone, Debug)]
pub struct Setup<L> {
    /// The groups with a stock, in the order of the data file.
    pub groups: Vec<Group<L>>,
    /// What a month goes by in every group.
    pub rates: Rates<L>,
    /// Cost of today's posts, DKK a year.
    pub base: L,
    /// Share of the country's population.
    pub population_share: L,
    /// Monthly fading of an effect, 1 − e^(−1/T).
    pub fading: L,
    /// Monthly approach of the reported effect.
    pub reported_approach: L,
}

/// Monthly approach to a target with mean lag `months`.
fn approach<L: Lane>(months: L) -> L {
    -(-L::one() / months).exp_m1()
}

/// The phase (0, 1, 2) of a spell month.
pub const fn phase(spell: usize) -> usize {
    match spell {
        0..3 => 0,
        3..12 => 1,
        _ => 2,
    }
}

impl<L: Lane> Setup<L> {
    /// The start of `place`, stationary but in groups that the law has closed. `central` fixes what is the same in every draw
    /// (the place itself).
    pub fn new(
        place: &Place,
        parameters: &Parameters<L>,
        central: &Parameters<f64>,
        ladder: &LadderSpec,
        reported: &[Option<f64>; GROUP_COUNT],
    ) -> Self {
        let mut setup = Self::open(place, parameters, central, ladder, reported);
        for group in setup.groups.iter_mut().filter(|group| closed(group.index, parameters)) {
            group.close(parameters[p::RISK_END]);
        }
        setup
    }

    /// The same with every group open to newcomers, whatever the law says.
    pub fn open(
        place: &Place,
        parameters: &Parameters<L>,
        central: &Parameters<f64>,
        ladder: &LadderSpec,
        reported: &[Option<f64>; GROUP_COUNT],
    ) -> Self {
        let groups: Vec<_> = (0..GROUP_COUNT)
            .filter(|&index| place.stock[index] > 0.0)
            .map(|index| {
                let caseload = L::splat(place.caseload_today(index, central));
                group(index, L::splat(place.stock[index]), caseload, parameters, ladder, reported[index])
            })
            .collect();
        Self {
            rates: Rates::new(parameters),
            base: sum(groups.iter().map(|group| group.posts)) * parameters.post(),
            groups,
            population_share: L::splat(place.population_share(central)),
            fading: approach(parameters[p::FADE_MONTHS]),
            reported_approach: approach(parameters[p::REPORTED_LAG]),
        }
    }
}

impl<L: Lane> Setup<L> {
    /// The groups whose baseline moves: all, with a trend or a cycle; else those that the law has closed.
    pub fn moving(&self, policy: &Policy) -> Which {
        let mut moving = [!policy.surroundings_stand_still(); GROUP_COUNT];
        for group in self.groups.iter().filter(|group| group.closed) {
            moving[group.index] = true;
        }
        moving
    }

    /// Whether there are people in any of these groups.
    pub fn any(&self, which: &Which) -> bool {
        self.groups.iter().any(|group| which[group.index])
    }
}

fn group<L: Lane>(
    index: usize,
    stock: L,
    caseload: L,
    parameters: &Parameters<L>,
    ladder: &LadderSpec,
    reported: Option<f64>,
) -> Group<L> {
    let of = |kind: [Parameter; GROUP_COUNT]| parameters[kind[index]];
    let one = L::one();
    let posts = stock / caseload;
    let turnover = parameters[p::TURNOVER] / L::splat(12.0);
    let in_training = turnover * posts / (one / parameters[p::TRAINING_MONTHS] + turnover);
    let experienced = posts - in_training;
    let hazard = [of(p::EXIT_EARLY), of(p::EXIT_MIDDLE), of(p::EXIT_LATE)].map(|exit| -(one - exit).ln());
    let weight = normalised([
        of(p::WEIGHT_JOB),
        of(p::WEIGHT_EDUCATION),
        of(p::WEIGHT_CLARIFIED),
        of(p::WEIGHT_OTHER),
    ]);
    let (kinds, [to_education, to_other]) = kinds(weight);
    // As the month counts its leavers, so that the start stands still to the last bits.
    let leave = leave(&hazard, one);
    let coming = stationary_inflow(stock, leave);
    let leavers = at_risk(kinds, coming, of(p::REENTRY), parameters);
    let others = L::zero().lt(kinds[REST]);
    let effective = experienced + parameters[p::TRAINING_PRODUCTIVITY] * in_training;
    let mut group = Group {
        index,
        stock,
        caseload,
        posts,
        filled: experienced + in_training,
        experienced,
        in_training,
        hazard,
        kinds,
        to_education,
        to_other,
        additional: L::select(others, parameters[p::ADDITIONAL_CLARIFIED], L::zero()),
        inflow: coming - of(p::REENTRY) * (leavers[JOB_BOUND] + leavers[REST]),
        reentry: of(p::REENTRY),
        leavers,
        stays_at_risk: one - of(p::REENTRY) - parameters[p::RISK_END],
        elasticity: [p::ELASTICITY_JOB, p::ELASTICITY_EDUCATION, p::ELASTICITY_CLARIFIED].map(of),
        approach: approach(of(p::LAG)),
        effective,
        contact: effective * parameters.hours(index) * parameters[p::DIRECT_SHARE] / stock,
        contact_ceiling: (caseload / parameters[p::CASELOAD_FLOOR]).max(one),
        municipal_share: municipal_shares(ladder, of(p::SENIORITY)),
        activation: of(p::ACTIVATION) * L::splat(1.0 / 12.0),
        reported,
        ..Group::default()
    };
    group.spells = entries(&group, group.inflow, leavers, leavers).map(|entry| stationary(entry, leave));
    group.people = Flow::start(&group).stock;
    group
}

/// Whether the law of these assumptions has closed a group to newcomers.
pub fn closed<L: Lane>(group: usize, parameters: &Parameters<L>) -> bool {
    parameters.law().closed(group)
}

impl<L: Lane> Group<L> {
    /// Closes it to newcomers; `risk_end` is the share of the leavers whom nothing brings back any more, ν.
    ///
    /// Nobody returns: those who would have are where they are, and only ν takes leavers away from the risk. So persons
    /// are conserved here too.
    pub fn close(&mut self, risk_end: L) {
        self.closed = true;
        (self.inflow, self.reentry) = (L::zero(), L::zero());
        self.stays_at_risk = L::one() - risk_end;
    }
}

/// Shares of the kinds among those who come, and how those bound for neither a job nor a clarified status divide into
/// education and other.
fn kinds<L: Lane>(weight: [L; DESTINATIONS]) -> ([L; KINDS], [L; 2]) {
    let rest = weight[EDUCATION] + weight[OTHER];
    let some = L::zero().lt(rest);
    let within =
        [EDUCATION, OTHER].map(|d| L::select(some, weight[d] / L::select(some, rest, L::one()), L::zero()));
    let mut kinds = [rest; KINDS];
    (kinds[JOB_BOUND], kinds[CLARIFICATION_BOUND]) = (weight[JOB], weight[CLARIFIED]);
    (kinds, within)
}

fn normalised<L: Lane>(weights: [L; DESTINATIONS]) -> [L; DESTINATIONS] {
    let total = sum(weights);
    weights.map(|weight| weight / total)
}

/// The inflow that keeps `stock` as it is.
fn stationary_inflow<L: Lane>(stock: L, leave: [L; PHASES]) -> L {
    stock / sum(stationary(L::one(), leave))
}

/// Persons by spell month that `inflow` keeps as they are.
fn stationary<L: Lane>(inflow: L, leave: [L; PHASES]) -> [L; SPELLS] {
    const LAST: usize = SPELLS - 1;
    let stay = leave.map(|leave| L::one() - leave);
    let mut spells = [inflow; SPELLS];
    for spell in 1..SPELLS {
        spells[spell] = spells[spell - 1] * stay[phase(spell - 1)];
    }
    let arriving = spells[LAST];
    spells[LAST] = arriving / leave[2];
    // What rounding leaves over: a few months, until one is like the next.
    for _ in 0..SETTLING {
        spells[LAST] = spells[LAST] * stay[2] + arriving;
    }
    spells
}

/// Months after which the last spell month stands still to the last bit, or to the one before.
const SETTLING: usize = 4;

/// The municipality's share of the benefit by spell month, for people with `seniority` months behind them.
///
/// Spell month `a` covers the weeks `52 (a + a₀)/12` to `52 (a + a₀ + 1)/12`; the share is the exact
/// time-weighted mean over them. The last spell month takes the ladder's value where it begins.
pub fn municipal_shares<L: Lane>(ladder: &LadderSpec, seniority: L) -> [L; SPELLS] {
    let week = |spell: usize| L::splat(52.0 / 12.0) * (seniority + L::splat(spell as f64));
    std::array::from_fn(|spell| {
        let (from, to) = match spell {
            12 => (week(12), week(12) + L::one()),
            _ => (week(spell), week(spell + 1)),
        };
        L::one() - mean_state_share(ladder, from, to)
    })
}

/// Time-weighted mean of the state's share between two weeks.
fn mean_state_share<L: Lane>(ladder: &LadderSpec, from: L, to: L) -> L {
    let steps = ladder.steps.iter().enumerate().map(|(i, step)| {
        let next = ladder.steps.get(i + 1).map_or(f64::MAX, |next| next.from_week);
        let weeks = to.min(L::splat(next)) - from.max(L::splat(step.from_week));
        weeks.max(L::zero()) * L::splat(step.state_share)
    });
    sum(steps) / (to - from)
}
