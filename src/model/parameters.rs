//! The assumptions of one run: a value for every parameter of the data files, under one law.

use std::ops::{Index, IndexMut};

use super::lane::Lane;
use super::tables::{Law, PARAMETER_COUNT, Parameter, parameter as p};

/// A value per parameter, in the order of `PARAMETERS`, and the law they are under.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameters<L> {
    values: [L; PARAMETER_COUNT],
    law: Law,
}

impl<L: Lane> Parameters<L> {
    /// The central value of every parameter under the newest law in force.
    pub fn central() -> Self {
        Self::under(Law::NEWEST)
    }

    /// The central value of every parameter under a law.
    pub fn under(law: Law) -> Self {
        let value = |parameter: Parameter| L::splat(parameter.figure(law).central);
        Self { values: std::array::from_fn(|index| Parameter::at(index).map_or(L::zero(), value)), law }
    }

    /// The same values in every place of a lane.
    pub fn splat(of: &Parameters<f64>) -> Self {
        Self { values: of.values.map(L::splat), law: of.law }
    }

    /// What a full-time caseworker costs, DKK a year. The purses, the room under a ceiling and what is told of it all go by
    /// this one.
    pub fn post(&self) -> L {
        self[p::COST]
    }

    /// Hours a year that a caseworker has for the cases of a group: what a work duty takes is taken off, before a plan
    /// and after.
    pub fn hours(&self, group: usize) -> L {
        match self.law.work_duty(group) {
            true => self[p::HOURS] * (L::one() - self[p::WORK_DUTY_TIME]),
            false => self[p::HOURS],
        }
    }
}

impl<L> Parameters<L> {
    /// The law they are under.
    pub const fn law(&self) -> Law {
        self.law
    }
}

impl Parameters<f64> {
    /// Whether a value is another than the law's own.
    pub fn is_changed(&self, parameter: Parameter) -> bool {
        self[parameter] != parameter.figure(self.law).central
    }

    /// Puts them under another law: what was as the law had it goes along, what was set to something else stays.
    pub fn move_to(&mut self, law: Law) {
        for parameter in Parameter::all().filter(|parameter| parameter.versions() > 1) {
            if !self.is_changed(parameter) {
                self[parameter] = parameter.figure(law).central;
            }
        }
        self.law = law;
    }

    /// Under another law in what is no figure, as which groups are closed; all values stay.
    pub fn governed_by(&self, law: Law) -> Self {
        Self { law, ..self.clone() }
    }
}

impl<L> Index<Parameter> for Parameters<L> {
    type Output = L;
    fn index(&self, parameter: Parameter) -> &L {
        &self.values[parameter.index()]
    }
}

impl<L> IndexMut<Parameter> for Parameters<L> {
    fn index_mut(&mut self, parameter: Parameter) -> &mut L {
        &mut self.values[parameter.index()]
    }
}
