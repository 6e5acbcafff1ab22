//! A question and its answer, found in parts between frames.

use std::rc::Rc;

use yew::prelude::*;

use crate::model::tables::Law;
use crate::page::slices;
use crate::questions::break_even::{self, Goal, break_even};
use crate::questions::dial::{GroupDial, dial, planned};
use crate::questions::measure::Measure;
use crate::questions::next_post::{Margins, Place, Split, split};
use crate::questions::odds::{self, Odds};
use crate::questions::policy_map::Map;
use crate::questions::reform::{self, Reform};
use crate::questions::spread::Spread;
use crate::questions::why::{self, Since, Why};
use crate::scenario::keys::Key;
use crate::scenario::{Scenario, Start};
use crate::uncertainty::bands::Between;
use crate::uncertainty::draws::IN_FRAME;
use crate::uncertainty::drivers::Driver;

/// What is asked of a scenario.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Question {
    /// What must a lever be for a goal to be reached?
    BreakEven(Key, Goal),
    /// Where does one more caseworker do most good, and how are so many posts best shared out?
    NextPost(Measure, u16),
    /// What does a figure come to over two levers?
    Map(Key, Key, Measure),
    /// How strong must the effect be for each group's plan to break even by a month?
    Dial(u16),
    /// Why is a figure what it is?
    Why(Measure),
    /// What does a figure come to under an earlier law, and what made the difference?
    Reform(Law, Measure),
    /// Which assumptions matter most to a figure?
    Drivers(Measure),
    /// Where do nine of ten outcomes of a figure lie?
    Band(Measure),
    /// In how many of the outcomes is a goal reached, as a lever moves?
    Odds(Key, Goal),
}

impl Question {
    /// The figure that is asked for.
    pub fn measure(&self) -> Measure {
        match *self {
            Self::BreakEven(_, goal) | Self::Odds(_, goal) => goal.measure,
            Self::NextPost(measure, _) | Self::Map(_, _, measure) | Self::Reform(_, measure) => measure,
            Self::Why(measure) | Self::Drivers(measure) | Self::Band(measure) => measure,
            Self::Dial(month) => Measure::Net(month),
        }
    }

    /// Whether it is about an answer that is already there: then other answers come first.
    fn is_further(&self) -> bool {
        matches!(self, Self::Band(_) | Self::Odds(..))
    }
}

/// What came of it.
#[derive(Clone, Debug)]
pub enum Answer {
    /// `None` for a lever that is no number.
    BreakEven(Option<break_even::Answer>),
    /// What one more post gives in each group, where the first one goes, and where all of them go.
    NextPost(Vec<Place>, Split, Split),
    /// `None` where both levers are the same.
    Map(Option<Map>),
    /// A group each.
    Dial(Vec<GroupDial>),
    /// `None` where the figure is no number all the way.
    Why(Option<Why>),
    /// `None` where the figure is no number all the way.
    Reform(Option<Reform>),
    /// The strongest first.
    Drivers(Vec<Driver>),
    /// `None` where nothing is uncertain.
    Band(Between),
    /// `None` for a lever that is no number.
    Odds(Option<Odds>),
}

/// An answer with what it answers.
#[derive(Debug)]
pub struct Told {
    pub scenario: Rc<Scenario>,
    pub question: Question,
    pub answer: Answer,
}

impl PartialEq for Told {
    /// By identity: comparing answers would cost more than drawing them.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// The newest answer, and whether a newer one is on its way.
pub struct Asked {
    pub told: Option<Rc<Told>>,
    pub busy: bool,
}

/// Answers a question about a scenario; the answer before stays until then. Without a question nothing is computed.
#[hook]
pub fn use_answer(scenario: &Rc<Scenario>, question: Option<Question>) -> Asked {
    let told = use_state(|| None::<Rc<Told>>);
    let asked = question.map(|question| (scenario.clone(), question));
    let set = told.setter();
    use_effect_with(asked.clone(), move |asked| {
        let job = asked.clone().map(|(scenario, question)| {
            let mut begun = begin(question);
            let ask = if question.is_further() { slices::ask_further } else { slices::ask };
            ask(Box::new(move || match begun(&scenario) {
                None => true,
                Some(answer) => {
                    set.set(Some(Rc::new(Told { scenario: scenario.clone(), question, answer })));
                    false
                }
            }))
        });
        move || drop(job)
    });
    let answered = told.as_ref().map(|told| (&told.scenario, told.question));
    let busy =
        asked.is_some() && answered != asked.as_ref().map(|(scenario, question)| (scenario, *question));
    Asked { told: (*told).clone(), busy }
}

/// Rows of a map that take a few milliseconds together.
const ROWS: usize = 4;
/// Runs that do.
const RUNS: usize = 128;
/// Runs of every group, one after the other, that do.
const ONE_BY_ONE: usize = 2;
/// Draws behind what drives a figure: a correlation of so many is known to some 0.02.
const DRAWS: usize = 2048;

/// The work of a question: each call does a part, the last one gives the answer.
type Work = Box<dyn FnMut(&Scenario) -> Option<Answer>>;

fn begin(question: Question) -> Work {
    match question {
        Question::BreakEven(key, goal) => {
            Box::new(move |scenario| Some(Answer::BreakEven(break_even(scenario, key, goal))))
        }
        Question::NextPost(measure, posts) => {
            let mut work = None;
            Box::new(move |scenario| {
                let month = measure.month().unwrap_or(scenario.policy.horizon);
                let work = work.get_or_insert_with(|| Margins::begin(scenario, month, measure, IN_FRAME));
                if work.ask(RUNS) {
                    return None;
                }
                let (first, all) = (split(scenario, 1, measure), split(scenario, posts, measure));
                Some(Answer::NextPost(work.told(), first, all))
            })
        }
        Question::Map(x, y, measure) => {
            let mut map = None;
            Box::new(move |scenario| {
                if map.is_none() {
                    map = Map::begin(scenario, x, y, measure);
                }
                let more = map.as_mut().is_some_and(|map| map.ask(scenario, ROWS));
                (!more).then(|| Answer::Map(map.take()))
            })
        }
        Question::Dial(month) => {
            let (mut groups, mut found) = (None, Vec::new());
            Box::new(move |scenario| {
                let groups = groups.get_or_insert_with(|| planned(scenario).into_iter());
                match groups.next() {
                    Some(group) => found.extend(dial(scenario, group, Goal::break_even(month))),
                    None => return Some(Answer::Dial(std::mem::take(&mut found))),
                }
                None
            })
        }
        Question::Drivers(measure) => {
            let mut work = None;
            Box::new(move |scenario| {
                let work = work.get_or_insert_with(|| Spread::begin(scenario, &[measure], DRAWS));
                let more = work.ask(RUNS);
                (!more).then(|| Answer::Drivers(work.drivers()))
            })
        }
        Question::Band(measure) => {
            let mut work = None;
            Box::new(move |scenario| {
                let work = work.get_or_insert_with(|| Spread::begin(scenario, &[measure], IN_FRAME));
                let more = work.ask(RUNS);
                (!more).then(|| Answer::Band(work.band()))
            })
        }
        Question::Odds(key, goal) => {
            let mut work = None;
            Box::new(move |scenario| {
                if work.is_none() {
                    work = odds::Work::begin(scenario, key, goal, IN_FRAME);
                }
                let more = work.as_mut().is_some_and(|work| work.ask(RUNS));
                (!more).then(|| Answer::Odds(work.take().map(|work| work.told())))
            })
        }
        Question::Reform(before, measure) => {
            let mut work = None;
            Box::new(move |scenario| {
                let work = work.get_or_insert_with(|| reform::Work::begin(scenario, before, measure));
                let more = work.ask(ONE_BY_ONE);
                (!more).then(|| Answer::Reform(work.told()))
            })
        }
        Question::Why(measure) => {
            let mut work = None;
            Box::new(move |scenario| {
                let work = work.get_or_insert_with(|| why::Work::begin(scenario, since(scenario), measure));
                let more = work.ask(RUNS);
                (!more).then(|| Answer::Why(work.told()))
            })
        }
    }
}

/// From where changes are counted: a case that nobody has moved is explained by its own levers.
fn since(scenario: &Scenario) -> Since {
    let unmoved_case = matches!(scenario.start(), Start::Case(_)) && *scenario == scenario.unmoved();
    if unmoved_case { Since::Nothing } else { Since::Began }
}
