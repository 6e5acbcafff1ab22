//! The one store: what the visitor has set, and what the model made of it.

use std::rc::Rc;

use yew::{AttrValue, Reducible};

use super::engine::{Computed, Engine};
use crate::model::outcome::Outcome;
use crate::scenario::keys::Key;
use crate::scenario::link::{Problem, Read};
#[cfg(feature = "more")]
use crate::scenario::uncertain::Also;
use crate::scenario::{Scenario, Start};
use crate::uncertainty::bands::Bands;
use crate::words::text::{Language, Text};

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

/// Light or dark, where the visitor has chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shade {
    /// Dark ink on light paper.
    Light,
    /// The other way round.
    Dark,
}

/// One page of the site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// Levers beside results.
    #[default]
    Explore,
    /// What the articles told, beside what the model gives.
    Cases,
    /// Every assumption.
    Evidence,
    /// What takes many runs of the model.
    Questions,
    /// How it is computed.
    Method,
    /// What this is, and by whom it may be used.
    About,
}

impl Page {
    /// One row per page in the order of the header: as in links and in `data-page`, and its name.
    pub const ALL: [(Self, &'static str, Text); 6] = [
        (Self::Explore, "explore", Text::PageExplore),
        (Self::Cases, "cases", Text::PageCases),
        (Self::Evidence, "evidence", Text::PageEvidence),
        (Self::Questions, "questions", Text::PageQuestions),
        (Self::Method, "method", Text::PageMethod),
        (Self::About, "about", Text::PageAbout),
    ];

    /// The page that a link names.
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known, _)| *known == name).map(|(page, ..)| *page)
    }

    /// As in links and in `data-page`.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// As people read it.
    pub fn title(self) -> Text {
        Self::ALL[self as usize].2
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

    fn with(&self, change: impl FnOnce(&mut Scenario)) -> Self {
        let mut scenario = (*self.scenario).clone();
        change(&mut scenario);
        let state = Self { scenario: Rc::new(scenario), resting: false, touched: true, ..self.clone() };
        match self.engine.at_once(&state.scenario) {
            Some(now) => state.showing(now),
            None => state,
        }
    }

    fn showing(self, Computed { scenario, outcome, bands }: Computed) -> Self {
        Self { computed: scenario, outcome, bands, ..self }
    }
}

impl Shade {
    /// The shade that a link names.
    pub fn by_name(name: &str) -> Option<Self> {
        [Self::Light, Self::Dark].into_iter().find(|shade| shade.name() == name)
    }

    /// As in links and in the document's `data-theme`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        match action {
            Action::Set(key, value) if key.text(&self.scenario) == value => self,
            Action::Set(key, value) => {
                // A lever sends what its key accepts; anything else would leave the scenario as it is.
                Rc::new(self.with(|scenario| drop(key.set(scenario, &value))))
            }
            Action::Begin(start) => Rc::new(self.with(|scenario| *scenario = Scenario::begin(start))),
            #[cfg(feature = "more")]
            Action::Adopt(own) => Rc::new(self.with(|scenario| {
                let policy = std::mem::take(&mut scenario.policy);
                *scenario = *own;
                scenario.policy = policy;
            })),
            Action::Reset => Rc::new(self.with(|scenario| *scenario = scenario.unmoved())),
            Action::Open(read) => {
                let opened = Self::open(*read, self.language, self.engine.clone());
                // What has not changed moves nothing, and so nobody would say when it rests.
                Rc::new(Self { resting: opened.scenario == self.scenario, ..opened })
            }
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
            Action::Rest => Rc::new(Self { resting: true, ..(*self).clone() }),
            Action::Visit(page) if self.page == page => self,
            Action::Visit(page) => Rc::new(Self { page, touched: true, ..(*self).clone() }),
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
            Action::Dismiss => {
                Rc::new(Self { problems: Rc::from([]), missing: None, lost: false, ..(*self).clone() })
            }
        }
    }
}
