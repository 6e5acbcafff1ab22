//! The runs that are there from the start.

use super::figure::Figure;
use super::part::Part;
use super::run::Asked;

include!(concat!(env!("OUT_DIR"), "/run_data.rs"));

/// A run of the data file, without its words.
#[derive(Debug)]
pub struct Shipped {
    /// As in the page's attributes.
    pub id: &'static str,
    /// In the order in which they are asked.
    pub steps: &'static [ShippedStep],
}

/// A step of it.
#[derive(Debug)]
pub struct ShippedStep {
    /// The scenario.
    pub link: &'static str,
    /// Names of the parts that are seen from the start.
    pub show: &'static [&'static str],
    /// Names of those that are revealed.
    pub reveal: &'static [&'static str],
    /// What is guessed: the figure's name, and the ends of the axis.
    pub guess: Option<(&'static str, f64, f64)>,
    /// How long it may take.
    pub minutes: Option<u16>,
}

impl ShippedStep {
    /// The parts with these names; a test holds all names to be known.
    pub fn parts(names: &[&str]) -> Vec<Part> {
        names.iter().filter_map(|name| Part::parse(name)).collect()
    }

    /// What is guessed.
    pub fn asked(&self) -> Option<Asked> {
        let (name, from, to) = self.guess?;
        Some(Asked { figure: Figure::parse(name)?, from, to })
    }
}
