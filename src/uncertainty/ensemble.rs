//! The model over many draws: eight at a time, the same draws for every setting.

use raaderum_model::abreast::{Abreast, Motion, Seen};
use raaderum_model::lane::{Eight, Lane};
use raaderum_model::levers::Levers;
use raaderum_model::month::Usual;
use raaderum_model::outcome::{AFTER_START, length};
use raaderum_model::parameters::Parameters;
use raaderum_model::place::Place;
use raaderum_model::policy::Policy;
use raaderum_model::run::Terms;
use raaderum_model::setup::{Group, Setup};
use raaderum_model::tables::parameter::BENEFIT;
use raaderum_model::tables::{GROUP_COUNT, LADDERS};

use crate::draws::{Draws, IN_FRAME};
use crate::samples::{Answers, Payback, Samples, rounding};

/// What the draws are around: everything of a scenario but its policy.
#[derive(Clone, Debug, PartialEq)]
pub struct Ground {
    /// The people and the caseloads.
    pub place: Place,
    /// The assumptions in the middle.
    pub parameters: Parameters<f64>,
    /// The refusion ladder, by its place in the data file.
    pub ladder: usize,
    /// What the evidence dial goes by, the same in every draw.
    pub reported: [Option<f64>; GROUP_COUNT],
}

/// How far draws are run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// To the horizon: as far as bands are shown. What is in the black there counts as paid back.
    Horizon,
    /// To the end of the run, where it is known what stays in the black.
    End,
}

/// Eight draws, ready to be run.
#[derive(Clone, Debug)]
struct Ready {
    parameters: Parameters<Eight>,
    setup: Setup<Eight>,
    /// The baseline of the last run: as long as its motion stays, the next run is beside the same one.
    usual: Vec<Usual<Eight>>,
}

/// The draws around one ground. Those of a frame are kept, for the next move needs them again.
#[derive(Debug)]
pub struct Ensemble {
    ground: Ground,
    draws: Draws,
    kept: Vec<Ready>,
    /// What moved the baselines of those kept.
    motion: Option<Motion>,
    abreast: Abreast,
}

impl Ensemble {
    /// Nothing is drawn yet.
    pub fn new(ground: Ground) -> Self {
        let draws = Draws::new(&ground.parameters);
        Self { ground, draws, kept: Vec::new(), motion: None, abreast: Abreast::default() }
    }

    /// What it is around.
    pub fn ground(&self) -> &Ground {
        &self.ground
    }

    /// Runs the next `count` draws of `samples`, in whole lanes; up to the horizon they are the same however far they go.
    ///
    /// `approved` is the council's answer to the central run: a plan without it begins in no draw.
    pub fn advance(
        &mut self,
        policy: &Policy,
        approved: bool,
        until: Until,
        samples: &mut Samples,
        count: usize,
    ) {
        let refused;
        let policy = match approved {
            true => policy,
            false => {
                refused = nothing(policy);
                &refused
            }
        };
        let shown = samples.watch().horizon + 1;
        let whole = if approved { length(policy) } else { shown };
        let months = match until {
            Until::Horizon => [shown.min(whole), whole],
            Until::End => [whole; 2],
        };
        let motion = Some(Motion::of(policy));
        if std::mem::replace(&mut self.motion, motion) != motion {
            self.kept.iter_mut().for_each(|ready| ready.usual.clear());
        }
        for _ in 0..count.div_ceil(Eight::COUNT) {
            let first = samples.next();
            if first < IN_FRAME {
                let lane = first / Eight::COUNT;
                while self.kept.len() <= lane {
                    self.kept.push(self.ready(self.kept.len() * Eight::COUNT));
                }
                go(&self.ground, policy, &mut self.kept[lane], months, &mut self.abreast, samples);
            } else {
                go(&self.ground, policy, &mut self.ready(first), months, &mut self.abreast, samples);
            }
        }
    }

    fn ready(&self, first: usize) -> Ready {
        let Ground { place, parameters: central, ladder, reported } = &self.ground;
        let mut parameters = Parameters::central();
        self.draws.fill(first, &mut parameters);
        let setup = Setup::new(place, &parameters, central, &LADDERS[*ladder], reported);
        Ready { parameters, setup, usual: Vec::new() }
    }
}

/// A plan that is not carried out: of it nothing is left but the world around it.
fn nothing(policy: &Policy) -> Policy {
    let Policy { horizon, evidence, cycle, inflow, displacement, who, .. } = *policy;
    Policy { start: u16::MAX, horizon, evidence, cycle, inflow, displacement, who, ..Policy::default() }
}

/// What is paid in benefits a year, DKK.
fn benefits(Ready { parameters, setup, .. }: &Ready) -> f64 {
    let yearly = |group: &Group<Eight>| 12.0 * group.stock.get(0) * parameters[BENEFIT[group.index]].get(0);
    setup.groups.iter().map(yearly).sum()
}

fn go(
    ground: &Ground,
    policy: &Policy,
    ready: &mut Ready,
    months: [usize; 2],
    abreast: &mut Abreast,
    samples: &mut Samples,
) {
    let nothing = rounding(benefits(ready));
    let start = usize::from(policy.start);
    // A run to the horizon ends with the start of that month, and any other with the month after what councils look at.
    let counts = (months[0] - 1).min(start.saturating_add(AFTER_START));
    let mut payback = Payback::new(nothing);
    let mut answers = Answers::new(start, usize::from(policy.horizon), nothing);
    let Ready { parameters, setup, usual } = ready;
    let levers = Levers::one(&ground.place, policy, parameters, &ground.parameters);
    let mut t = 0;
    let observe = &mut |seen: Seen<'_>| {
        samples.keep(t, seen);
        if t < counts {
            payback.look(t, seen.month.municipal_net);
        }
        answers.look(t, seen.month.municipal_net, seen.month.state_net);
        t += 1;
    };
    abreast.run(Terms { setup, levers: &levers, parameters }, months, usual, observe);
    samples.finish(payback.months(start, counts), answers.all());
}
