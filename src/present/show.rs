//! Where a room is in a run, and what it has guessed.
//!
//! A show goes through a list of places: each step has its question, its guesses where it asks for any, and its answer
//! where it hides one. A clicker has two keys, and they go to the next place and to the one before.

use super::run::{Asked, Run, Step};
use super::timer::Timer;

/// More guesses of one step than this no wall could show.
pub const MOST_GUESSES: usize = 40;
/// Letters of the name beside a guess.
pub const LONGEST_NAME: usize = 24;
/// Larger guesses than this are slips of the finger.
pub const LARGEST_GUESS: f64 = 1e7;

/// How far a step has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The question stands there.
    Question,
    /// The room guesses.
    Guesses,
    /// The answer is there.
    Revealed,
}

/// What somebody in the room believes.
#[derive(Clone, Debug, PartialEq)]
pub struct Guess {
    /// Who; may be empty.
    pub name: String,
    /// In the unit of the figure.
    pub value: f64,
}

/// What the facilitator does.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// To the next place; a dark screen only comes back.
    Next,
    /// To the place before; a dark screen only comes back.
    Back,
    /// Straight to the answer of this step.
    Reveal,
    /// Makes the screen dark, or brings it back.
    Blank,
    /// To the question of a step.
    Go(usize),
    /// Starts or stops the watch at this time.
    Time(f64),
    /// Sets the watch back.
    Reset,
    /// Somebody's guess for the step.
    Guess(Guess),
    /// Takes a guess of the step away.
    Forget(usize),
}

/// A run that is being shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Show {
    run: Run,
    places: Vec<(usize, Phase)>,
    at: usize,
    /// Whether the screen is dark.
    pub blank: bool,
    /// The watch of the step.
    pub timer: Timer,
    guesses: Vec<Vec<Guess>>,
    /// Grows with each change: of two copies the one with more is the newer.
    pub turn: u32,
}

impl Show {
    /// At the first question; `None` for a run without any.
    pub fn begin(run: Run) -> Option<Self> {
        if run.steps.is_empty() {
            return None;
        }
        let places = run.steps.iter().enumerate().flat_map(|(index, step)| {
            let phases = [
                Some(Phase::Question),
                step.guess.map(|_| Phase::Guesses),
                step.hides().then_some(Phase::Revealed),
            ];
            phases.into_iter().flatten().map(move |phase| (index, phase))
        });
        let places = places.collect();
        let guesses = vec![Vec::new(); run.steps.len()];
        Some(Self { run, places, at: 0, blank: false, timer: Timer::default(), guesses, turn: 0 })
    }

    /// The same somewhere else in the run, with these guesses; what does not fit is left out.
    pub fn resumed(mut self, at: usize, guesses: Vec<Vec<Guess>>) -> Self {
        self.at = at.min(self.places.len() - 1);
        for (step, guesses) in guesses.into_iter().enumerate().take(self.run.steps.len()) {
            for guess in guesses {
                self.add(step, guess);
            }
        }
        self
    }

    /// The run.
    pub fn run(&self) -> &Run {
        &self.run
    }

    /// The place in the list of places.
    pub fn at(&self) -> usize {
        self.at
    }

    /// How many places there are.
    pub fn places(&self) -> usize {
        self.places.len()
    }

    /// Which step.
    pub fn step_index(&self) -> usize {
        self.places[self.at].0
    }

    /// How far it has come.
    pub fn phase(&self) -> Phase {
        self.places[self.at].1
    }

    /// The step.
    pub fn step(&self) -> &Step {
        &self.run.steps[self.step_index()]
    }

    /// The step after it.
    pub fn next_step(&self) -> Option<&Step> {
        self.run.steps.get(self.step_index() + 1)
    }

    /// What the room has guessed of a step.
    pub fn guesses(&self, step: usize) -> &[Guess] {
        self.guesses.get(step).map_or(&[], Vec::as_slice)
    }

    /// What the step asks to be guessed, once the room is to see it.
    pub fn asked(&self) -> Option<Asked> {
        self.step().guess
    }

    /// Does what the facilitator says.
    pub fn apply(&mut self, command: Command) {
        let step = self.step_index();
        match command {
            Command::Next | Command::Back if self.blank => self.blank = false,
            Command::Next => self.at = (self.at + 1).min(self.places.len() - 1),
            Command::Back => self.at = self.at.saturating_sub(1),
            Command::Reveal => {
                self.blank = false;
                self.at = self.place(step, Phase::Revealed).unwrap_or(self.at);
            }
            Command::Blank => self.blank = !self.blank,
            Command::Go(step) => {
                self.blank = false;
                self.at = self.place(step, Phase::Question).unwrap_or(self.at);
            }
            Command::Time(now) => self.timer.turn(now),
            Command::Reset => self.timer = Timer::default(),
            Command::Guess(guess) => self.add(step, guess),
            Command::Forget(index) => {
                if let Some(guesses) = self.guesses.get_mut(step).filter(|guesses| index < guesses.len()) {
                    guesses.remove(index);
                }
            }
        }
        if self.step_index() != step {
            self.timer = Timer::default();
        }
        self.turn = self.turn.wrapping_add(1);
    }

    fn place(&self, step: usize, phase: Phase) -> Option<usize> {
        self.places.iter().position(|place| *place == (step, phase))
    }

    fn add(&mut self, step: usize, guess: Guess) {
        let asks = self.run.steps.get(step).is_some_and(|step| step.guess.is_some());
        let sound = guess.value.is_finite() && guess.value.abs() <= LARGEST_GUESS;
        if let Some(guesses) = self.guesses.get_mut(step).filter(|guesses| guesses.len() < MOST_GUESSES)
            && asks
            && sound
        {
            let name = guess.name.trim().chars().filter(|letter| *letter >= ' ').take(LONGEST_NAME);
            guesses.push(Guess { name: name.collect(), value: guess.value });
        }
    }
}
