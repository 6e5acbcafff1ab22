//! What a step's scenario comes to: at once with some draws, and then with all of them.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::model::outcome::Outcome;
use crate::page::refine::{ALL, Refinement};
use crate::page::slices;
use crate::present::figure::Figure;
use crate::scenario::{Scenario, link, uncertain};
use crate::uncertainty::bands::Bands;
use crate::uncertainty::draws::{IN_FRAME, MOST};

/// A scenario with what comes of it.
pub struct Found {
    pub scenario: Rc<Scenario>,
    pub outcome: Outcome,
    pub bands: Bands,
}

/// More scenarios than this are forgotten, the first first.
const MOST_KEPT: usize = 48;

thread_local! {
    static KEPT: RefCell<Vec<(String, Rc<Found>)>> = const { RefCell::new(Vec::new()) };
}

fn known(link: &str) -> Option<Rc<Found>> {
    KEPT.with_borrow(|kept| kept.iter().find(|(known, _)| known == link).map(|(_, found)| found.clone()))
}

fn keep(link: &str, found: Found) -> Rc<Found> {
    let found = Rc::new(found);
    KEPT.with_borrow_mut(|kept| {
        kept.retain(|(known, _)| known != link);
        if kept.len() >= MOST_KEPT {
            kept.remove(0);
        }
        kept.push((link.to_owned(), found.clone()));
    });
    found
}

/// What a link comes to; with bands of a frame's draws where nobody has asked before.
pub fn found(link: &str) -> Rc<Found> {
    known(link).unwrap_or_else(|| {
        let scenario = Rc::new(link::read(link).scenario);
        let outcome = scenario.simulate();
        let approved = uncertain::approved(&outcome);
        let mut few = Refinement::new(scenario.clone(), Figure::watched(), approved, 0..IN_FRAME, None);
        while few.step() {}
        let bands = Bands::of(few.samples(), &mut Vec::new());
        keep(link, Found { scenario, outcome, bands })
    })
}

/// Makes what these links come to as sure as it gets, one after the other between frames; gives how many are done.
#[hook]
pub fn use_prepared(links: Vec<String>) -> usize {
    let done = use_state_eq(|| 0);
    let set = done.setter();
    use_effect_with(links, move |links| {
        let mut left: Vec<String> = links.iter().rev().cloned().collect();
        let mut work: Option<(String, Rc<Found>, Refinement)> = None;
        let mut count = 0;
        set.set(0);
        let job = slices::ask(Box::new(move || {
            if let Some((link, found, refinement)) = &mut work {
                if refinement.step() {
                    return true;
                }
                let bands = Bands::of(refinement.samples(), &mut Vec::new());
                let outcome = found.scenario.simulate();
                keep(link, Found { scenario: found.scenario.clone(), outcome, bands });
                count += 1;
                set.set(count);
                work = None;
            }
            let Some(link) = left.pop() else { return false };
            let found = found(&link);
            if found.bands.draws < MOST {
                let approved = uncertain::approved(&found.outcome);
                let all = Refinement::new(found.scenario.clone(), Figure::watched(), approved, ALL, None);
                work = Some((link, found, all));
            } else {
                count += 1;
                set.set(count);
            }
            true
        }));
        move || drop(job)
    });
    *done
}
