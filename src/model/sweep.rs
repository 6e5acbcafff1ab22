//! Many policies at one place with the same assumptions, eight at a time in single precision.

use super::abreast::{Abreast, Motion, Seen};
use super::lane::Eight;
use super::levers::Levers;
use super::month::Usual;
use super::parameters::Parameters;
use super::place::Place;
use super::policy::Policy;
use super::run::Terms;
use super::setup::Setup;
use super::tables::{GROUP_COUNT, LadderSpec};

/// The ground on which policies are tried.
#[derive(Debug)]
pub struct Sweep<'a> {
    place: &'a Place,
    central: &'a Parameters<f64>,
    parameters: Parameters<Eight>,
    setup: Setup<Eight>,
    abreast: Abreast,
    /// The baseline of the last run, where it moves.
    usual: Vec<Usual<Eight>>,
    /// What moved it; nothing where it was of policies that move it each in their own way.
    motion: Option<Motion>,
}

impl<'a> Sweep<'a> {
    /// Prepares the start of every run; `reported` is what the evidence dial goes by.
    pub fn new(
        place: &'a Place,
        central: &'a Parameters<f64>,
        ladder: &LadderSpec,
        reported: &[Option<f64>; GROUP_COUNT],
    ) -> Self {
        let parameters = Parameters::splat(central);
        let setup = Setup::new(place, &parameters, central, ladder, reported);
        let (abreast, usual, motion) = (Abreast::default(), Vec::new(), None);
        Self { place, central, parameters, setup, abreast, usual, motion }
    }

    /// Runs `first` and up to seven `others` of the same [shape](Policy::shape) for `length` months; `observe` sees
    /// `first` in the first place of each lane, the others in the next ones, and `first` again where there are fewer.
    pub fn run(
        &mut self,
        first: &Policy,
        others: &[&Policy],
        length: usize,
        observe: &mut dyn FnMut(Seen<'_>),
    ) {
        let own = Motion::of(first);
        let motion = others.iter().all(|other| Motion::of(other) == own).then_some(own);
        if motion.is_none() || motion != self.motion {
            self.usual.clear();
        }
        self.motion = motion;
        let Self { place, central, parameters, setup, abreast, usual, .. } = self;
        let levers = Levers::side_by_side(place, first, others, parameters, central);
        abreast.run(Terms { setup, levers: &levers, parameters }, [length; 2], usual, observe);
    }
}
