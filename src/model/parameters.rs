//! The assumptions of one run: a value for every parameter of the data files.

use std::ops::{Index, IndexMut};

use super::lane::Lane;
use super::tables::{PARAMETER_COUNT, PARAMETERS, Parameter, parameter as p};

/// A value per parameter, in the order of [`PARAMETERS`].
#[derive(Clone, Debug, PartialEq)]
pub struct Parameters<L>([L; PARAMETER_COUNT]);

impl<L: Lane> Parameters<L> {
    /// The central value of every parameter.
    pub fn central() -> Self {
        Self(std::array::from_fn(|i| L::splat(PARAMETERS[i].central)))
    }

    /// What a full-time caseworker costs, DKK a year. The purses, the room under a ceiling and what is told of it all go by
    /// this one.
    pub fn post(&self) -> L {
        self[p::COST]
    }
}

impl<L> Index<Parameter> for Parameters<L> {
    type Output = L;
    fn index(&self, parameter: Parameter) -> &L {
        &self.0[parameter.index()]
    }
}

impl<L> IndexMut<Parameter> for Parameters<L> {
    fn index_mut(&mut self, parameter: Parameter) -> &mut L {
        &mut self.0[parameter.index()]
    }
}
