//! What a visitor has made: the scenario in hand, those put aside, and the steps that led there.

use std::rc::Rc;

use super::state::State;
#[cfg(feature = "more")]
use super::state::{Drawn, Shown};
use crate::scenario::history::History;
use crate::scenario::keys::Key;
#[cfg(feature = "more")]
use crate::scenario::stored::Kept;
use crate::scenario::{Scenario, link};

/// A scenario put aside, with what came of it.
#[cfg(feature = "more")]
#[derive(Clone, Debug, PartialEq)]
pub struct Pin {
    /// Its name, and what it is known by.
    pub kept: Kept,
    /// What was set.
    pub scenario: Rc<Scenario>,
    /// What came of it.
    pub outcome: Shown,
    /// What came of it over many draws.
    pub bands: Drawn,
    /// Whether the figures were others when it was put aside.
    pub changed: bool,
}

/// All that a step can change. Of what is put aside only the links: a hundred outcomes would fill the memory.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    scenario: Rc<Scenario>,
    #[cfg(feature = "more")]
    pins: Rc<[Kept]>,
}

/// The steps taken; compared by identity.
#[derive(Clone, Debug, Default)]
pub struct Steps(Rc<History<Made>>);

impl PartialEq for Steps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Begins the line of a step that can be taken back, and of one that has been.
const SIGNS: [&str; 2] = ["-", "+"];

impl Steps {
    /// Whether a step can be taken back, and whether one can be done again.
    pub fn are_there(&self) -> [bool; 2] {
        self.0.all().map(|steps| !steps.is_empty())
    }

    /// For the module that takes this one's place: a line for each step.
    pub fn write(&self) -> String {
        let mut lines = String::new();
        for (sign, steps) in SIGNS.into_iter().zip(self.0.all()) {
            for made in steps {
                lines.extend(["\n", sign, &link::write(&made.scenario)]);
            }
        }
        lines
    }

    /// The steps of the module that was there before, with what is put aside now.
    #[cfg(feature = "more")]
    pub fn read(lines: &str, pins: &[Pin]) -> Self {
        let pins = links(pins);
        let of = |sign| {
            let links = lines.lines().filter_map(move |line| line.strip_prefix(sign));
            let made = |link| Made { scenario: Rc::new(link::read(link).scenario), pins: pins.clone() };
            links.map(made).collect()
        };
        Self(Rc::new(History::of(SIGNS.map(of))))
    }
}

/// What pins are known by.
#[cfg(feature = "more")]
pub fn links(pins: &[Pin]) -> Rc<[Kept]> {
    pins.iter().map(|pin| pin.kept.clone()).collect()
}

impl State {
    fn made(&self) -> Made {
        Made {
            scenario: self.scenario.clone(),
            #[cfg(feature = "more")]
            pins: links(&self.pins),
        }
    }

    /// A step back to here; `moved` is the key that a lever moves.
    pub(super) fn note(&mut self, moved: Option<Key>) {
        let made = self.made();
        Rc::make_mut(&mut self.steps.0).note(made, moved);
    }

    /// Nothing moves any more.
    pub(super) fn rest(&mut self) {
        let made = self.made();
        Rc::make_mut(&mut self.steps.0).rest(&made);
    }

    /// One step back or forward, where there is one.
    pub(super) fn step(&mut self, step: fn(&mut History<Made>, Made) -> Option<Made>) {
        let now = self.made();
        let Some(made) = step(Rc::make_mut(&mut self.steps.0), now) else { return };
        #[cfg(feature = "more")]
        self.pin(&made.pins);
        if made.scenario != self.scenario {
            self.hold(made.scenario);
        }
    }

    /// These are put aside.
    #[cfg(feature = "more")]
    pub(super) fn pin(&mut self, kept: &[Kept]) {
        let pin = |kept: &Kept| {
            let known = self.pins.iter().find(|pin| pin.kept.link == kept.link);
            known.map_or_else(|| super::pins::pin(kept), |pin| Pin { kept: kept.clone(), ..pin.clone() })
        };
        self.pins = kept.iter().map(pin).collect();
    }

    /// The visitor puts these aside: a step that can be taken back.
    #[cfg(feature = "more")]
    pub(super) fn put_aside(&mut self, kept: &[Kept]) {
        self.note(None);
        self.pin(kept);
    }

    /// Finer bands of what is put aside.
    #[cfg(feature = "more")]
    pub(super) fn pin_refined(&mut self, scenario: &Rc<Scenario>, bands: &Drawn) {
        let finer = |pin: &Pin| match Rc::ptr_eq(&pin.scenario, scenario) {
            true => Pin { bands: bands.clone(), ..pin.clone() },
            false => pin.clone(),
        };
        self.pins = self.pins.iter().map(finer).collect();
    }

    /// What another tab has put aside or taken away; no step of this one's takes that back.
    #[cfg(feature = "more")]
    pub(super) fn pinned_elsewhere(&mut self, kept: &[Kept]) {
        let before = links(&self.pins);
        Rc::make_mut(&mut self.steps.0).each(|made| {
            made.pins = crate::scenario::stored::merge(&before, &made.pins, kept).into();
        });
        self.pin(kept);
    }
}
