//! A place: how many people and how many cases per caseworker there are today.

use super::parameters::Parameters;
use super::policy::Who;
use super::tables::{GROUP_COUNT, PlaceSpec, parameter};

/// One municipality, or the whole country, as the model sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Inhabitants.
    pub population: f64,
    /// Persons on each group's benefit today; a group with none is left out of every calculation.
    pub stock: [f64; GROUP_COUNT],
    /// Cases per caseworker today; `None` takes the group's common figure.
    pub today: [Option<f64>; GROUP_COUNT],
    /// Liquid reserves, DKK an inhabitant; `None` takes the common figure.
    pub cash: Option<f64>,
    /// Free room under the service ceiling, DKK m a year.
    pub room: f64,
    /// Whether this is the whole country, where whoever acts is everybody.
    pub country: bool,
}

impl Place {
    /// A shipped place, as its data file describes it.
    pub fn of(spec: &PlaceSpec) -> Self {
        Self {
            population: spec.population,
            stock: spec.stock,
            today: spec.caseload,
            cash: spec.cash,
            room: spec.room.unwrap_or(0.0),
            country: spec.country,
        }
    }

    /// Cases per caseworker today.
    pub fn caseload_today(&self, group: usize, parameters: &Parameters<f64>) -> f64 {
        self.today[group].unwrap_or(parameters[parameter::CASELOAD_TODAY[group]])
    }

    /// The share of the country's population that lives here.
    pub fn population_share(&self, parameters: &Parameters<f64>) -> f64 {
        if self.country {
            1.0
        } else {
            (self.population / parameters[parameter::COUNTRY_POPULATION]).min(1.0)
        }
    }

    /// Cash above the floor that a prudent municipality keeps, DKK.
    pub fn reserve(&self, parameters: &Parameters<f64>) -> f64 {
        let cash = self.cash.unwrap_or(parameters[parameter::DEFAULT_CASH]);
        (cash - parameters[parameter::CASH_FLOOR]).max(0.0) * self.population
    }

    /// All persons in the modelled groups today.
    pub fn total_stock(&self) -> f64 {
        self.stock.iter().sum()
    }
}

impl PlaceSpec {
    /// Who acts in this place where nothing else is said: in the whole country everybody does.
    pub fn acts(&self) -> Who {
        if self.country { Who::All } else { Who::Us }
    }
}
