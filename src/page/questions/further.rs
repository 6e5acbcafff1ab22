//! What is asked further once an answer is there: a band, and how sure it is that a goal is reached.

use std::rc::Rc;

use yew::prelude::*;

use super::asked::{Answer, Question, Told, use_answer};
use super::map;
use crate::questions::break_even::BreakEven;
use crate::scenario::Scenario;

/// The answer to what is asked further; none while it is on its way.
#[hook]
pub fn use_further(
    scenario: &Rc<Scenario>,
    told: Option<Rc<Told>>,
    pick: Option<[usize; 2]>,
) -> Option<Rc<Told>> {
    let further = use_memo((told, pick), |(told, pick)| further(told.as_deref()?, *pick));
    let (there, question) = match further.as_ref() {
        Some((there, question)) => (there, Some(*question)),
        None => (scenario, None),
    };
    let asked = use_answer(there, question);
    asked.told.filter(|_| further.is_some() && !asked.busy)
}

fn further(told: &Told, pick: Option<[usize; 2]>) -> Option<(Rc<Scenario>, Question)> {
    match (&told.answer, told.question) {
        (Answer::Map(Some(found)), _) => {
            let there = found.scenario(&told.scenario, pick.unwrap_or_else(|| map::here(found)))?;
            Some((Rc::new(there), Question::Band(found.measure)))
        }
        (Answer::BreakEven(Some(answer)), Question::BreakEven(key, goal)) => {
            let moves = !matches!(answer.found, BreakEven::NoEffect { .. });
            moves.then(|| (told.scenario.clone(), Question::Odds(key, goal)))
        }
        _ => None,
    }
}
