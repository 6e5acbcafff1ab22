//! What has been done, so that it can be taken back and done again.
//!
//! ```
//! use raaderum::scenario::history::History;
//! use raaderum::scenario::keys::Key;
//!
//! let mut history = History::default();
//! let horizon = Key::parse("horizon");
//! // 72 becomes 84 and then 96 in one move of the same lever: one step.
//! history.note(72, horizon);
//! history.note(84, horizon);
//! history.rest(&96);
//! assert_eq!(history.undo(96), Some(72));
//! assert_eq!(history.redo(72), Some(96));
//! assert_eq!(history.redo(96), None);
//! ```

use super::keys::Key;

/// So many steps are kept; older ones are forgotten.
pub const MOST: usize = 100;

/// What was there before each step, the newest last, and what has been taken back.
#[derive(Clone, Debug)]
pub struct History<T> {
    past: Vec<T>,
    future: Vec<T>,
    /// The key that is being moved: its next value belongs to the same step.
    moving: Option<Key>,
}

impl<T> Default for History<T> {
    fn default() -> Self {
        Self { past: Vec::new(), future: Vec::new(), moving: None }
    }
}

impl<T: PartialEq> History<T> {
    /// Notes what was there before a change; `moved` is the key that a lever moves. What had been taken back is
    /// forgotten.
    pub fn note(&mut self, before: T, moved: Option<Key>) {
        let goes_on = moved.is_some() && moved == self.moving;
        self.moving = moved;
        if goes_on {
            return;
        }
        self.future.clear();
        if self.past.len() == MOST {
            self.past.remove(0);
        }
        self.past.push(before);
    }

    /// Nothing moves: the next move is a step of its own. A lever that came back to where it was has made none.
    pub fn rest(&mut self, now: &T) {
        if self.moving.take().is_some() && self.past.last() == Some(now) {
            self.past.pop();
        }
    }

    /// What was there before the last step.
    pub fn undo(&mut self, now: T) -> Option<T> {
        self.rest(&now);
        let before = self.past.pop()?;
        self.future.push(now);
        Some(before)
    }

    /// What was there before the last step was taken back.
    pub fn redo(&mut self, now: T) -> Option<T> {
        let after = self.future.pop()?;
        self.moving = None;
        self.past.push(now);
        Some(after)
    }

    /// What was there before each step, the oldest first, and what has been taken back, the newest last.
    pub fn all(&self) -> [&[T]; 2] {
        [&self.past, &self.future]
    }

    /// The history that has these; of too many the newest.
    pub fn of([mut past, future]: [Vec<T>; 2]) -> Self {
        past.drain(..past.len().saturating_sub(MOST));
        Self { past, future, moving: None }
    }

    /// Changes all that is kept.
    pub fn each(&mut self, change: impl FnMut(&mut T)) {
        self.past.iter_mut().chain(&mut self.future).for_each(change);
    }
}
