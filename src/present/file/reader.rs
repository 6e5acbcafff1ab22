//! Walks through a file and notes what is wrong, each with its place.

use serde_json::{Map, Value};

use super::{Fault, RunProblem, VERSION, Wanted};
use crate::present::figure::Figure;
use crate::present::part::Part;
use crate::present::run::{Asked, FARTHEST, LONGEST_LINE, LONGEST_NOTES, MOST_MINUTES, MOST_STEPS};
use crate::present::run::{Run, Step, clean};
use crate::scenario::link::{self, short};

const OF_RUN: [&str; 4] = ["version", "title", "about", "steps"];
const OF_STEP: [&str; 9] =
    ["question", "intro", "scenario", "show", "reveal", "after", "notes", "guess", "minutes"];
const OF_GUESS: [&str; 3] = ["figure", "from", "to"];

#[derive(Default)]
pub struct Reader {
    pub problems: Vec<RunProblem>,
    /// Whether it may lack steps.
    pub unfinished: bool,
}

impl Reader {
    /// The run of a document; an unusable part of it is empty, and noted.
    pub fn run(&mut self, document: &Value) -> Run {
        let Some(members) = self.object(document, "", &OF_RUN) else { return Run::default() };
        match members.get("version") {
            None => self.note("version", Fault::Missing),
            Some(version) if version.as_u64() == Some(VERSION.into()) => {}
            Some(other) => self.note("version", Fault::OtherVersion(short(&other.to_string()))),
        }
        let title = self.text(members, "", "title", LONGEST_LINE, true);
        let about = self.text(members, "", "about", LONGEST_LINE, false);
        let least = usize::from(!self.unfinished);
        let steps = match members.get("steps") {
            None => {
                self.note("steps", Fault::Missing);
                Vec::new()
            }
            Some(Value::Array(steps)) if (least..=MOST_STEPS).contains(&steps.len()) => {
                let step = |(index, step)| self.step(step, &format!("steps[{}]", index + 1));
                steps.iter().enumerate().map(step).collect()
            }
            Some(_) => {
                self.note("steps", Fault::Not(Wanted::List(MOST_STEPS)));
                Vec::new()
            }
        };
        Run { title, about, steps }
    }

    fn step(&mut self, value: &Value, place: &str) -> Step {
        let Some(members) = self.object(value, place, &OF_STEP) else { return Step::default() };
        let minutes = members.get("minutes").and_then(|minutes| {
            let whole = minutes.as_u64().filter(|minutes| (1..=MOST_MINUTES.into()).contains(minutes));
            if whole.is_none() {
                self.note(&at(place, "minutes"), Fault::Not(Wanted::Whole(MOST_MINUTES)));
            }
            whole.and_then(|minutes| u16::try_from(minutes).ok())
        });
        Step {
            question: self.text(members, place, "question", LONGEST_LINE, true),
            intro: self.text(members, place, "intro", LONGEST_LINE, false),
            after: self.text(members, place, "after", LONGEST_LINE, false),
            notes: self.text(members, place, "notes", LONGEST_NOTES, false),
            link: self.link(members, place),
            open: self.parts(members, place, "show"),
            hidden: self.parts(members, place, "reveal"),
            guess: members.get("guess").and_then(|guess| self.guess(guess, &at(place, "guess"))),
            minutes,
        }
    }

    fn link(&mut self, members: &Map<String, Value>, place: &str) -> String {
        let text = self.text(members, place, "scenario", usize::MAX, true);
        let read = link::read(&text);
        if !read.problems.is_empty() {
            self.note(&at(place, "scenario"), Fault::Link(read.problems));
        }
        link::write(&read.scenario)
    }

    fn parts(&mut self, members: &Map<String, Value>, place: &str, key: &str) -> Vec<Part> {
        let place = at(place, key);
        let most = Part::all().count();
        let names = match members.get(key) {
            None => return Vec::new(),
            Some(Value::Array(names)) if names.len() <= most => names,
            Some(_) => {
                self.note(&place, Fault::Not(Wanted::List(most)));
                return Vec::new();
            }
        };
        let mut parts = Vec::new();
        for (index, name) in names.iter().enumerate() {
            match name.as_str().and_then(Part::parse) {
                Some(part) if parts.contains(&part) => {}
                Some(part) => parts.push(part),
                None => self.note(&format!("{place}[{}]", index + 1), Fault::Not(Wanted::Part)),
            }
        }
        parts
    }

    fn guess(&mut self, value: &Value, place: &str) -> Option<Asked> {
        let members = self.object(value, place, &OF_GUESS)?;
        let figure = match members.get("figure").map(|name| name.as_str().and_then(Figure::parse)) {
            None => {
                self.note(&at(place, "figure"), Fault::Missing);
                None
            }
            Some(None) => {
                self.note(&at(place, "figure"), Fault::Not(Wanted::Figure));
                None
            }
            Some(figure) => figure,
        };
        let [from, to] = ["from", "to"].map(|key| self.number(members, place, key));
        let (figure, from, to) = (figure?, from?, to?);
        if from >= to {
            self.note(&at(place, "to"), Fault::Not(Wanted::Above));
            return None;
        }
        Some(Asked { figure, from, to })
    }

    fn number(&mut self, members: &Map<String, Value>, place: &str, key: &str) -> Option<f64> {
        let Some(value) = members.get(key) else {
            self.note(&at(place, key), Fault::Missing);
            return None;
        };
        let number = value.as_f64().filter(|number| number.abs() <= FARTHEST);
        if number.is_none() {
            self.note(&at(place, key), Fault::Not(Wanted::Number(FARTHEST as u32)));
        }
        number
    }

    fn text(
        &mut self,
        members: &Map<String, Value>,
        place: &str,
        key: &str,
        longest: usize,
        needed: bool,
    ) -> String {
        match members.get(key) {
            None if needed => self.note(&at(place, key), Fault::Missing),
            None => {}
            Some(Value::String(text)) if text.chars().count() <= longest => return clean(text, longest),
            Some(_) => self.note(&at(place, key), Fault::Not(Wanted::Text(longest))),
        }
        String::new()
    }

    fn object<'v>(
        &mut self,
        value: &'v Value,
        place: &str,
        known: &[&str],
    ) -> Option<&'v Map<String, Value>> {
        let Value::Object(members) = value else {
            self.note(place, Fault::Not(Wanted::Object));
            return None;
        };
        for key in members.keys().filter(|key| !known.contains(&key.as_str())) {
            self.note(&at(place, &short(key)), Fault::Unknown);
        }
        Some(members)
    }

    fn note(&mut self, place: &str, fault: Fault) {
        self.problems.push(RunProblem { place: place.to_owned(), fault });
    }
}

fn at(place: &str, key: &str) -> String {
    if place.is_empty() { key.to_owned() } else { [place, ".", key].concat() }
}
