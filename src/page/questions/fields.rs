//! What a visitor chooses of a question: levers, a figure, a time, a number.

use yew::prelude::*;

use crate::model::tables::{GROUPS, LEVERS, Law, LeverKind, lever_by_key};
use crate::page::parts::choice::{List, Option as Listed};
use crate::page::parts::number_field::NumberField;
use crate::questions::break_even::Goal;
use crate::questions::measure::Measure;
use crate::questions::reform;
use crate::questions::setting::Number;
use crate::scenario::Scenario;
use crate::scenario::keys::Key;
use crate::words::question;
use crate::words::text::{Language, Text};

/// What is chosen; `None` where the scenario says what lies nearest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Choices {
    pub x: Option<Key>,
    pub y: Option<Key>,
    /// By the name it has on the command line.
    pub measure: &'static str,
    pub years: Option<u16>,
    /// What the figure is to reach: kroner, or persons.
    pub goal: f64,
    pub posts: u16,
    /// The earlier law that a reform is held against.
    pub before: Law,
    /// The cell of a map that is read, as column and row.
    pub pick: Option<[usize; 2]>,
}

impl Default for Choices {
    fn default() -> Self {
        let measure = Measure::NAMES[0];
        Self {
            x: None,
            y: None,
            measure,
            years: None,
            goal: 0.0,
            posts: 5,
            before: reform::usual(),
            pick: None,
        }
    }
}

/// The longest time that a question looks ahead, years.
const MOST_YEARS: u16 = 10;
/// The lever that moves the view and not the plan.
const HORIZON: &str = "horizon";
/// The lever that a map begins with beside a caseload.
const SECOND: &str = "evidence";

impl Choices {
    pub fn month(&self, scenario: &Scenario) -> u16 {
        self.years.map_or(scenario.policy.horizon, |years| 12 * years)
    }

    pub fn measure(&self, scenario: &Scenario) -> Measure {
        let month = self.month(scenario);
        Measure::parse(self.measure, month).unwrap_or(Measure::Net(month))
    }

    /// What is to be reached; of the payback that it comes in time.
    pub fn goal(&self, scenario: &Scenario) -> Goal {
        let measure = self.measure(scenario);
        let value = match measure {
            Measure::Payback => f64::from(self.month(scenario)),
            _ => self.goal,
        };
        Goal { measure, value }
    }

    /// The lever chosen, else the first caseload that is moved, else the first lever.
    pub fn x(&self, scenario: &Scenario) -> Option<Key> {
        let all = levers(scenario);
        let caseload = lever_by_key("caseload");
        let moved = |key: &Key| matches!(key, Key::Lever(lever, Some(group)) if Some(*lever) == caseload && scenario.moved_groups().any(|moved| moved == *group));
        let first = || all.iter().copied().find(moved).or(all.first().copied());
        self.x.filter(|key| all.contains(key)).or_else(first)
    }

    /// The other lever of a map.
    pub fn y(&self, scenario: &Scenario) -> Option<Key> {
        let second = || lever_by_key(SECOND).map(|lever| Key::Lever(lever, None));
        self.y.filter(|key| levers(scenario).contains(key)).or_else(second)
    }
}

/// The levers that are numbers, in the order of the data file; of the groups those with people in them.
pub fn levers(scenario: &Scenario) -> Vec<Key> {
    let useful = |key: &Key| match *key {
        Key::Lever(lever, group) => {
            let name = LEVERS[lever].key;
            let here = |group: usize| {
                scenario.place.stock[group] > 0.0 && (name != "mentor" || GROUPS[group].may_have_mentor)
            };
            name != HORIZON && Number::of(*key).is_some() && group.is_none_or(here)
        }
        _ => false,
    };
    Key::all().filter(useful).collect()
}

/// Whether every setting of a lever is a number, so that it can be an axis.
pub fn is_axis(key: &Key) -> bool {
    matches!(*key, Key::Lever(lever, _) if matches!(LEVERS[lever].kind, LeverKind::Number { word: None, .. }))
}

/// The fields of one question.
pub struct Fields<'a> {
    /// Begins the names of the fields.
    pub topic: &'static str,
    pub language: Language,
    pub scenario: &'a Scenario,
    pub choices: &'a UseStateHandle<Choices>,
}

impl Fields<'_> {
    /// A list of levers.
    pub fn lever(
        &self,
        name: &str,
        text: Text,
        among: &[Key],
        value: Option<Key>,
        put: fn(&mut Choices, Key),
    ) -> Html {
        let named = |key: &Key| (key.name(), question::name(self.language, *key));
        let value = value.map(Key::name).unwrap_or_default();
        self.list(name, text, among.iter().map(named).collect(), value, move |choices, word| {
            if let Some(key) = Key::parse(word) {
                put(choices, key);
            }
        })
    }

    /// What levers do, a line each.
    pub fn helps(&self, keys: &[Option<Key>]) -> Html {
        let lever = |key: &Option<Key>| match *key {
            Some(Key::Lever(lever, _)) => Some(lever),
            _ => None,
        };
        let mut levers: Vec<usize> = keys.iter().filter_map(lever).collect();
        // Two groups' caseloads are one kind of lever.
        levers.dedup();
        let line = |lever: usize| {
            let (name, help) = (self.language.lever_name(lever), self.language.lever_help(lever));
            html! { <p key={lever} class="lever-note">{ format!("{name}: {help}") }</p> }
        };
        html! { <div key="helps" class="field-help">{ for levers.into_iter().map(line) }</div> }
    }

    /// A list of figures; with or without the payback, which is no number where it never comes.
    pub fn measure(&self, text: Text, payback: bool) -> Html {
        let named = |name: &&str| {
            let measure =
                Measure::parse(name, 0).filter(|measure| payback || *measure != Measure::Payback)?;
            Some(((*name).to_owned(), question::figure(self.language, measure).to_owned()))
        };
        let options = Measure::NAMES.iter().filter_map(named).collect();
        self.list("measure", text, options, self.choices.measure.to_owned(), |choices, word| {
            if let Some(measure) = Measure::parse(word, 0) {
                (choices.measure, choices.goal) = (measure.name(), 0.0);
            }
        })
    }

    /// The earlier law that the scenario's own is held against.
    pub fn before(&self) -> Html {
        let named = |law: Law| (law.spec().id.to_owned(), self.language.law_name(law).to_owned());
        let value = self.choices.before.spec().id.to_owned();
        let options = Law::all().rev().map(named).collect();
        self.list("before", Text::LawBefore, options, value, |choices, word| {
            choices.before = Law::by_id(word).unwrap_or(choices.before);
        })
    }

    /// A list of years.
    pub fn years(&self) -> Html {
        let named = |years: u16| (years.to_string(), self.language.years(12 * usize::from(years)));
        let value = (self.choices.month(self.scenario) / 12).to_string();
        let options = (1..=MOST_YEARS).map(named).collect();
        self.list("years", Text::AskYears, options, value, |choices, word| choices.years = word.parse().ok())
    }

    fn list(
        &self,
        name: &str,
        text: Text,
        options: Vec<(String, String)>,
        value: String,
        put: impl Fn(&mut Choices, &str) + 'static,
    ) -> Html {
        let options: Vec<Listed> =
            options.into_iter().map(|(word, name)| Listed { word: word.into(), name: name.into() }).collect();
        let onchange = self.change(move |choices, word: String| put(choices, &word));
        html! {
            <List key={name.to_owned()} lever={format!("{}.{name}", self.topic)} name={self.language.text(text)}
                {options} {value} {onchange} />
        }
    }

    /// A number within bounds; `unit` is what one of it stands for.
    pub fn number(&self, text: Text, value: f64, [min, max]: [f64; 2], put: fn(&mut Choices, f64)) -> Html {
        let id = format!("{}-number", self.topic);
        let label = self.language.text(text);
        let onchange = self.change(put);
        html! {
            <div class="list" key="number">
                <label for={id.clone()}>{ label }</label>
                <NumberField {id} {label} language={self.language} {value} {min} {max} {onchange} />
            </div>
        }
    }

    fn change<T: 'static>(&self, put: impl Fn(&mut Choices, T) + 'static) -> Callback<T> {
        let choices = self.choices.clone();
        Callback::from(move |value: T| {
            // What is read on a map is not what is read on another.
            let mut changed = Choices { pick: None, ..*choices };
            put(&mut changed, value);
            choices.set(changed);
        })
    }
}
