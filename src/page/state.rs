//! The one store: what the visitor has set, and what the model made of it.

use std::rc::Rc;

use yew::{AttrValue, Reducible};

use super::engine::{Computed, Engine};
use super::made::{Pin, Steps};
pub use super::site::{Page, Shade};
use super::store::Unkept;
use crate::model::outcome::Outcome;
use crate::scenario::history::History;
use crate::scenario::keys::Key;
use crate::scenario::link::{self, Problem, Read};
#[cfg(feature = "more")]
use crate::scenario::stored::Kept;
#[cfg(feature = "more")]
use crate::scenario::uncertain::Also;
use crate::scenario::{Scenario, Start};
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
    pub pins: Rc<[Pin]>,
    /// The link of what was last in hand, offered where the address asks for nothing.
    pub offer: Option<AttrValue>,
    /// Why this browser keeps nothing.
    pub unkept: Option<Unkept>,
    /// Whether nothing has moved for a moment.
    pub resting: bool,
    /// Whether the visitor has changed anything, so that the address is to follow.
    pub touched: bool,
}

/// What a visitor, the model or the clock does.
pub enum Action {
    /// A key is set to a value that its lever has checked.
    Set(Key, String),
    /// Another place or case.
    Begin(Start),
    /// A place of the visitor's own.
    #[cfg(feature = "more")]
    Adopt(Box<Scenario>),
    /// Everything back to where it began.
    Reset,
    /// A link was opened.
    Open(Box<Read>),
    /// A scenario file was opened.
    #[cfg(feature = "more")]
    Take(Box<Scenario>),
    /// The last step is taken back.
    Undo,
    /// What was taken back is done again.
    Redo,
    /// What was last in hand is taken up, or forgotten.
    Resume(bool),
    /// This browser keeps nothing.
    Unkept(Unkept),
    /// The visitor puts something aside, renames it or takes it away.
    #[cfg(feature = "more")]
    Pin(Vec<Kept>),
    /// The same in another tab.
    #[cfg(feature = "more")]
    PinnedElsewhere(Vec<Kept>),
    /// The newest scenario is to be computed now.
    Compute,
    /// Charts that are open want bands of these series too.
    #[cfg(feature = "more")]
    Watch(Also),
    /// Finer bands of a scenario have come.
    Refined(Rc<Scenario>, Drawn),
    /// Nothing has moved for a moment.
    Rest,
    /// Another page.
    Visit(Page),
    /// A row of the page Evidence, by its `data-asked`.
    Trace(AttrValue),
    /// A part that the first visit leaves out.
    #[cfg(not(feature = "more"))]
    Ask(AttrValue),
    /// What was asked for did not come.
    Stay,
    /// Another language.
    Speak(Language),
    /// The texts of a language came, or did not.
    Learned(Language, bool),
    /// Light or dark.
    Paint(Shade),
    /// The message has been read.
    Dismiss,
}

impl State {
    /// The state that a link asks for, in the language at hand until the texts of the link's are here.
    pub fn open(read: Read, at_hand: Language, engine: Engine) -> Self {
        let scenario = Rc::new(read.scenario);
        let Computed { outcome, bands, .. } = engine.compute(&scenario);
        let changed = read.sum.is_some_and(|sum| sum.tells_of_other_figures(&outcome.0));
        let asked = |key: &str| read.page.iter().find(|(known, _)| known == key).map(|(_, value)| &**value);
        let wanted = asked("lang").and_then(Language::by_code).unwrap_or_default();
        Self {
            outcome,
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
            pins: Rc::from([]),
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

    fn speak(&self, wanted: Language, touched: bool) -> Self {
        let language = if wanted.is_known() { wanted } else { self.language };
        Self { language, wanted, missing: None, touched, ..self.clone() }
    }

    fn with(&self, moved: Option<Key>, change: impl FnOnce(&mut Scenario)) -> Self {
        let mut scenario = (*self.scenario).clone();
        change(&mut scenario);
        match scenario == *self.scenario {
            true => self.clone(),
            false => self.noting(moved).holding(Rc::new(scenario)),
        }
    }

    /// With another scenario in hand.
    pub(super) fn holding(self, scenario: Rc<Scenario>) -> Self {
        let state = Self { scenario, resting: false, touched: true, ..self };
        match state.engine.at_once(&state.scenario) {
            Some(now) => state.showing(now),
            None => state,
        }
    }

    /// What a link says, in the place of what is in hand: a step that can be taken back.
    fn opening(&self, read: Read) -> Self {
        let opened = Self::open(read, self.language, self.engine.clone());
        let same = opened.scenario == self.scenario;
        let before = if same { self.clone() } else { self.noting(None) };
        // What has not changed moves nothing, and so nobody would say when it rests.
        Self { resting: same, steps: before.steps, pins: before.pins, unkept: before.unkept, ..opened }
    }

    fn showing(self, Computed { scenario, outcome, bands }: Computed) -> Self {
        Self { computed: scenario, outcome, bands, ..self }
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        match action {
            Action::Set(key, value) if key.text(&self.scenario) == value => self,
            Action::Set(key, value) => {
                // A lever sends what its key accepts; anything else would leave the scenario as it is.
                Rc::new(self.with(Some(key), |scenario| drop(key.set(scenario, &value))))
            }
            Action::Begin(start) => Rc::new(self.with(None, |scenario| *scenario = Scenario::begin(start))),
            #[cfg(feature = "more")]
            Action::Adopt(own) => Rc::new(self.with(None, |scenario| {
                let policy = std::mem::take(&mut scenario.policy);
                *scenario = *own;
                scenario.policy = policy;
            })),
            Action::Reset => Rc::new(self.with(None, |scenario| *scenario = scenario.unmoved())),
            Action::Open(read) => Rc::new(self.opening(*read)),
            #[cfg(feature = "more")]
            Action::Take(taken) => Rc::new(self.with(None, |scenario| *scenario = *taken)),
            Action::Undo => self.stepping(History::undo),
            Action::Redo => self.stepping(History::redo),
            Action::Resume(true) => {
                let read = link::read(self.offer.as_deref().unwrap_or_default());
                let Self { page, language, wanted, shade, .. } = (*self).clone();
                Rc::new(Self { page, language, wanted, shade, touched: true, ..self.opening(read) })
            }
            Action::Resume(false) => Rc::new(Self { offer: None, ..(*self).clone() }),
            Action::Unkept(why) => Rc::new(Self { unkept: Some(why), ..(*self).clone() }),
            #[cfg(feature = "more")]
            Action::Pin(kept) => Rc::new(self.noting(None).pinning(&kept)),
            #[cfg(feature = "more")]
            Action::PinnedElsewhere(kept) => Rc::new(self.pinned_elsewhere(&kept)),
            Action::Compute if Rc::ptr_eq(&self.scenario, &self.computed) => self,
            Action::Compute => {
                let now = self.engine.compute(&self.scenario);
                Rc::new((*self).clone().showing(now))
            }
            #[cfg(feature = "more")]
            Action::Watch(also) if !self.engine.watch(also) => self,
            #[cfg(feature = "more")]
            Action::Watch(_) => {
                let now = self.engine.compute(&self.scenario);
                Rc::new((*self).clone().showing(now))
            }
            Action::Refined(scenario, bands) if scenario == self.computed => {
                Rc::new(Self { bands, ..(*self).clone() })
            }
            Action::Refined(..) => self,
            Action::Rest if self.resting => self,
            Action::Rest => Rc::new(Self { resting: true, ..self.rested() }),
            Action::Visit(page) if self.page == page => self,
            Action::Visit(page) => Rc::new(Self { page, asked: None, touched: true, ..(*self).clone() }),
            Action::Trace(row) => {
                Rc::new(Self { page: Page::Evidence, asked: Some(row), touched: true, ..(*self).clone() })
            }
            #[cfg(not(feature = "more"))]
            Action::Ask(part) => Rc::new(Self { asked: Some(part), ..(*self).clone() }),
            Action::Stay => {
                Rc::new(Self { page: Page::default(), asked: None, lost: true, ..(*self).clone() })
            }
            Action::Speak(wanted) => Rc::new(self.speak(wanted, true)),
            Action::Learned(language, _) if language != self.wanted => self,
            Action::Learned(language, true) => Rc::new(self.speak(language, self.touched)),
            Action::Learned(language, false) => {
                Rc::new(Self { wanted: self.language, missing: Some(language), ..(*self).clone() })
            }
            Action::Paint(shade) => Rc::new(Self { shade: Some(shade), touched: true, ..(*self).clone() }),
            Action::Dismiss => Rc::new(Self {
                problems: Rc::from([]),
                changed: false,
                missing: None,
                lost: false,
                ..(*self).clone()
            }),
        }
    }
}
