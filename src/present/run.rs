//! A run and its steps.

use super::figure::Figure;
use super::part::Part;
use crate::scenario::{Scenario, link};

/// So many steps are an evening.
pub const MOST_STEPS: usize = 40;
/// Letters of a title, a question, or a line of text on the screen.
pub const LONGEST_LINE: usize = 400;
/// Letters of the facilitator's notes.
pub const LONGEST_NOTES: usize = 4000;
/// Minutes of a step.
pub const MOST_MINUTES: u16 = 240;
/// An axis for guesses ends before this, in the figure's unit.
pub const FARTHEST: f64 = 1e6;

/// Questions for a room.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Run {
    /// What it is called.
    pub title: String,
    /// What it is about, in a line.
    pub about: String,
    /// In the order in which they are asked.
    pub steps: Vec<Step>,
}

/// One question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Step {
    /// What the room is asked.
    pub question: String,
    /// What it is told before it answers; may be empty.
    pub intro: String,
    /// What is said when the answer is there; may be empty.
    pub after: String,
    /// For the facilitator alone.
    pub notes: String,
    /// The scenario, as a link writes it.
    pub link: String,
    /// What is seen from the start.
    pub open: Vec<Part>,
    /// What is seen when the answer is revealed.
    pub hidden: Vec<Part>,
    /// What the room guesses.
    pub guess: Option<Asked>,
    /// How long it may take.
    pub minutes: Option<u16>,
}

/// What is guessed, and between which ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Asked {
    /// Which figure.
    pub figure: Figure,
    /// The low end of the axis, in the figure's unit.
    pub from: f64,
    /// The high end.
    pub to: f64,
}

impl Step {
    /// A step that asks nothing yet, about a scenario.
    pub fn of(link: String) -> Self {
        Self { link, open: vec![Part::Setting], ..Self::default() }
    }

    /// The scenario.
    pub fn scenario(&self) -> Scenario {
        link::read(&self.link).scenario
    }

    /// Whether something is revealed.
    pub fn hides(&self) -> bool {
        !self.hidden.is_empty() || !self.after.is_empty() || self.guess.is_some()
    }
}

impl Run {
    /// A copy of the step at a place, after it.
    pub fn copy(&mut self, index: usize) {
        if let Some(step) = self.steps.get(index).cloned().filter(|_| self.steps.len() < MOST_STEPS) {
            self.steps.insert(index + 1, step);
        }
    }

    /// Moves a step by so many places, no farther than the ends.
    pub fn shift(&mut self, index: usize, by: isize) {
        if index < self.steps.len() {
            let to = index.saturating_add_signed(by).min(self.steps.len() - 1);
            let step = self.steps.remove(index);
            self.steps.insert(to, step);
        }
    }
}

/// A text on as many lines as it has, without what no line can show, not too long.
pub fn clean(text: &str, longest: usize) -> String {
    text.chars().filter(|letter| *letter >= ' ' || *letter == '\n').take(longest).collect()
}
