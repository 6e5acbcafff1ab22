//! The one store: what the visitor has set, and what the model made of it.

use std::rc::Rc;

use yew::{AttrValue, Reducible};

pub use super::action::Action;
use super::engine::{Computed, Engine};
#[cfg(feature = "more")]
use super::made::Pin;
use super::made::Steps;
pub use super::site::{Page, Shade};
use super::store::Unkept;
use crate::model::outcome::Outcome;
use crate::scenario::Scenario;
use crate::scenario::history::History;
use crate::scenario::keys::Key;
use crate::scenario::link::{self, Problem, Read};
use crate::uncertainty::bands::Bands;
use crate::words::text::Language;

/// An outcome that compares by identity: comparing props must not walk through all months.
#[derive(Clone, Debug)]
pub struct Shown(pub Rc<Outcome>);

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Bands that compare by identity.
#[derive(Clone, Debug)]
pub struct Drawn(pub Rc<Bands>);

impl PartialEq for Drawn {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Everything the page shows.
#[derive(Clone, PartialEq)]
pub struct State {
    /// The page in view.
    pub page: Page,
    /// The part that was asked for when the page was opened, or is to be fetched: its `data-asked`.
    pub asked: Option<AttrValue>,
    /// Whether a page that was asked for did not come.
    pub lost: bool,
    /// What is set.
    pub scenario: Rc<Scenario>,
    /// The scenario last computed: what results speak of, while a newer one waits for its frame.
    pub computed: Rc<Scenario>,
    /// What came of it.
    pub outcome: Shown,
    /// What came of it over many draws.
    pub bands: Drawn,
    /// Runs the model.
    pub engine: Engine,
    /// The language the page speaks.
    pub language: Language,
    /// The language asked for; while its texts are on their way the page speaks the one before.
    pub wanted: Language,
    /// A language whose texts did not come.
    pub missing: Option<Language>,
    /// The visitor's choice of light or dark.
    pub shade: Option<Shade>,
    /// What a link said that could not be used.
    pub problems: Rc<[Problem]>,
    /// Whether the figures were others when the link was made.
    pub changed: bool,
    /// What can be taken back and done again.
    pub steps: Steps,
    /// What is put aside, to be compared.
    #[cfg(feature = "more")]
    pub pins: Rc<[Pin]>,
    /// What a team's phone is asked; `None` where no team is asked anything.
    #[cfg(feature = "more")]
    pub team: Option<Rc<super::team::Asked>>,
    /// The link of what was last in hand, offered where the address asks for nothing.
    pub offer: Option<AttrValue>,
    /// Why this browser keeps nothing.
    pub unkept: Option<Unkept>,
    /// Whether what the surroundings tend to do is shown.
    #[cfg(feature = "more")]
    pub surroundings: bool,
    /// Whether nothing has moved for a moment.
    pub resting: bool,
    /// Whether the visitor has changed anything, so that the address is to follow.
    pub touched: bool,
}

impl State {
    /// The state that a link asks for, in the language at hand until the texts of the link's are here.
    pub fn open(read: Read, at_hand: Language, engine: Engine) -> Self {
        #[cfg(feature = "more")]
        let (team, read) = super::team::asked(read);
        let scenario = Rc::new(read.scenario);
        let Computed { outcome, bands, .. } = engine.compute(&scenario);
        let other = read.sum.is_some_and(|sum| sum.tells_of_other_figures(&outcome.0));
        let changed = read.is_earlier || other;
        let asked = |key: &str| read.page.iter().find(|(known, _)| known == key).map(|(_, value)| &**value);
        let wanted = asked("lang").and_then(Language::by_code).unwrap_or_default();
        Self {
            outcome,
            // What is shown of the surroundings is in the other module.
            #[cfg(not(feature = "more"))]
            asked: asked("surroundings").map(|_| "surroundings".into()),
            #[cfg(feature = "more")]
            asked: None,
            lost: false,
            page: asked("page").and_then(Page::by_name).unwrap_or_default(),
            bands,
            engine,
            language: if wanted.is_known() { wanted } else { at_hand },
            wanted,
            missing: None,
            shade: asked("theme").and_then(Shade::by_name),
            computed: scenario.clone(),
            scenario,
            problems: read.problems.into(),
            changed,
            steps: Steps::default(),
            #[cfg(feature = "more")]
            pins: Rc::from([]),
            #[cfg(feature = "more")]
            team,
            #[cfg(feature = "more")]
            surroundings: asked("surroundings") == Some("on"),
            offer: None,
            unkept: None,
            resting: true,
            touched: false,
        }
    }

    /// As the results see it: with the scenario that has been computed, so that a sentence never speaks of one
    /// scenario with the figures of another, and nothing is rendered twice for one move.
    pub fn shown(&self) -> Self {
        Self { scenario: self.computed.clone(), ..self.clone() }
    }

    /// Whether what comes of the scenario is not to be told here.
    pub fn hides_result(&self) -> bool {
        #[cfg(feature = "more")]
        return self.page == Page::Team && self.team.as_ref().is_some_and(|team| team.question.hidden);
        #[cfg(not(feature = "more"))]
        false
    }

    fn speak(&mut self, wanted: Language) {
        if wanted.is_known() {
            self.language = wanted;
        }
        self.wanted = wanted;
        self.missing = None;
    }

    /// Another scenario, unless it is the same: a step that can be taken back.
    fn change(&mut self, moved: Option<Key>, scenario: Scenario) {
        if scenario != *self.scenario {
            self.note(moved);
            self.hold(Rc::new(scenario));
        }
    }

    /// Another scenario in hand.
    pub(super) fn hold(&mut self, scenario: Rc<Scenario>) {
        self.scenario = scenario;
        self.resting = false;
        self.touched = true;
        if let Some(now) = self.engine.at_once(&self.scenario) {
            self.show(now);
        }
    }

    /// What a link says, in the place of what is in hand: a step that can be taken back.
    fn follow(&mut self, read: Read) {
        let mut opened = Self::open(read, self.language, self.engine.clone());
        // What has not changed moves nothing, and so nobody would say when it rests.
        opened.resting = opened.scenario == self.scenario;
        if !opened.resting {
            self.note(None);
        }
        opened.steps = std::mem::take(&mut self.steps);
        #[cfg(feature = "more")]
        opened.pins.clone_from(&self.pins);
        opened.unkept = self.unkept;
        *self = opened;
    }

    /// What was last in hand, in the look and on the page of now.
    fn resume(&mut self, link: &str) {
        let now = self.clone();
        self.follow(link::read(link));
        (self.page, self.language, self.wanted, self.shade) = (now.page, now.language, now.wanted, now.shade);
        #[cfg(feature = "more")]
        {
            self.surroundings = now.surroundings;
        }
        self.touched = true;
    }

    fn show(&mut self, Computed { scenario, outcome, bands }: Computed) {
        (self.computed, self.outcome, self.bands) = (scenario, outcome, bands);
    }

    fn act(&mut self, action: Action) {
        match action {
            Action::Set(key, value) => {
                let mut scenario = (*self.scenario).clone();
                // A lever sends what its key accepts; anything else would leave the scenario as it is.
                let _ = key.set(&mut scenario, &value);
                self.change(Some(key), scenario);
            }
            Action::Begin(start) => self.change(None, Scenario::begin(start)),
            #[cfg(feature = "more")]
            Action::Adopt(own) => self.change(None, own.with_policy(self.scenario.policy.clone())),
            #[cfg(feature = "more")]
            Action::Call(text) => {
                let mut scenario = (*self.scenario).clone();
                scenario.name = crate::scenario::name::Name::of(&text);
                self.change(None, scenario);
            }
            Action::Reset => self.change(None, self.scenario.unmoved()),
            Action::Open(read) => self.follow(*read),
            #[cfg(feature = "more")]
            Action::Take(taken) => self.change(None, *taken),
            Action::Undo => self.step(History::undo),
            Action::Redo => self.step(History::redo),
            Action::Resume(resume) => {
                if let Some(link) = self.offer.take().filter(|_| resume) {
                    self.resume(&link);
                }
            }
            Action::Unkept(why) => self.unkept = Some(why),
            #[cfg(feature = "more")]
            Action::Pin(kept) => self.put_aside(&kept),
            #[cfg(feature = "more")]
            Action::PinnedElsewhere(kept) => self.pinned_elsewhere(&kept),
            #[cfg(feature = "more")]
            Action::PinRefined(scenario, bands) => self.pin_refined(&scenario, &bands),
            #[cfg(feature = "more")]
            Action::Number(number) => self.number(number),
            Action::Compute => {
                if !Rc::ptr_eq(&self.scenario, &self.computed) {
                    let now = self.engine.compute(&self.scenario);
                    self.show(now);
                }
            }
            #[cfg(feature = "more")]
            Action::Watch(also) => {
                if self.engine.watch(also) {
                    let now = self.engine.compute(&self.scenario);
                    self.show(now);
                }
            }
            Action::Refined(scenario, bands) => {
                if scenario == self.computed {
                    self.bands = bands;
                }
            }
            Action::Rest => {
                self.rest();
                self.resting = true;
            }
            Action::Visit(page) => {
                self.touched |= self.page != page;
                (self.page, self.asked) = (page, None);
            }
            Action::Trace(row) => {
                self.touched = true;
                (self.page, self.asked) = (Page::Evidence, Some(row));
            }
            #[cfg(feature = "more")]
            Action::Surround(on) => {
                self.touched |= self.surroundings != on;
                self.surroundings = on;
            }
            #[cfg(not(feature = "more"))]
            Action::Ask(part) => self.asked = Some(part),
            Action::Stay => {
                self.page = Page::default();
                self.asked = None;
                self.lost = true;
            }
            Action::Speak(wanted) => {
                self.speak(wanted);
                self.touched = true;
            }
            Action::Learned(language, _) if language != self.wanted => {}
            Action::Learned(language, true) => self.speak(language),
            Action::Learned(language, false) => {
                self.wanted = self.language;
                self.missing = Some(language);
            }
            Action::Paint(shade) => {
                self.shade = Some(shade);
                self.touched = true;
            }
            Action::Dismiss => {
                self.problems = Rc::from([]);
                self.missing = None;
                (self.changed, self.lost) = (false, false);
            }
        }
    }
}

impl Reducible for State {
    type Action = Action;

    /// One copy, changed in place: copies made in each arm would weigh as much as the rest of this file.
    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        next.act(action);
        Rc::new(next)
    }
}
