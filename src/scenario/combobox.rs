//! A field in which one thing of many is found by typing: what each key does, after the pattern "editable combobox
//! with list autocomplete" of the WAI-ARIA Authoring Practices. It knows no screen and no list of its own: whoever
//! shows it tells it what was done, and how a text is searched for.
//!
//! ```
//! use raaderum::scenario::combobox::{Combobox, Input};
//!
//! let towns = ["Aabenraa", "Aalborg", "Silkeborg"];
//! let find = |text: &str| (0..towns.len()).filter(|&town| towns[town].contains(text)).collect();
//! let mut field = Combobox::default();
//! field.handle(Input::Text("borg"), &find);
//! assert_eq!(field.options(), [1, 2]);
//! assert_eq!(field.handle(Input::key("Enter"), &find).chosen, Some(1));
//! assert!(!field.is_open());
//! ```

/// So many options stand in the list while somebody types: a longer text shortens it.
pub const MOST_OPTIONS: usize = 10;

/// What somebody does in the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input<'a> {
    /// The text is now this.
    Text(&'a str),
    /// A key is pressed, by its name in a browser's event.
    Key {
        /// As `ArrowDown`.
        name: &'a str,
        /// Whether Alt is held down.
        alt: bool,
    },
    /// A click into the text.
    Field,
    /// The button beside it.
    Button,
    /// An item of the list is clicked or tapped.
    Item(usize),
    /// The field loses the focus.
    Blur,
}

impl<'a> Input<'a> {
    /// A key without Alt.
    pub fn key(name: &'a str) -> Self {
        Self::Key { name, alt: false }
    }
}

/// What comes of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Response {
    /// The item chosen.
    pub chosen: Option<usize>,
    /// Whether the browser is to leave the key alone: it would move the cursor, or close what stands around.
    pub handled: bool,
}

impl Response {
    /// Nothing is chosen, and the browser does nothing of its own.
    pub const HANDLED: Self = Self { chosen: None, handled: true };
    /// Nothing is chosen, and the browser does what it does.
    pub const IGNORED: Self = Self { chosen: None, handled: false };
}

/// The field: closed, with the name of what is chosen in it, or open with a list under it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Combobox {
    open: bool,
    /// What has been typed since it was opened; `None` while the name of what is chosen stands there.
    text: Option<String>,
    /// Every item that fits the text, the best first.
    matches: Vec<usize>,
    /// The option that Enter would take, by its place in the list.
    active: Option<usize>,
    /// Whether arrows have led there.
    moved: bool,
}

impl Combobox {
    /// Whether the list is asked for; it is empty where nothing fits.
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// What is being typed.
    pub fn text(&self) -> Option<&str> {
        self.text.as_deref()
    }

    /// Whether the list is what a text has left of it, and not everything.
    pub fn is_filtered(&self) -> bool {
        self.text().is_some_and(|text| !text.trim().is_empty())
    }

    /// The items in the list, from the top.
    pub fn options(&self) -> &[usize] {
        match self.is_filtered() {
            true => &self.matches[..self.matches.len().min(MOST_OPTIONS)],
            false => &self.matches,
        }
    }

    /// How many items fit, in the list or not.
    pub fn found(&self) -> usize {
        self.matches.len()
    }

    /// The option that is marked, by its place in the list.
    pub fn active(&self) -> Option<usize> {
        self.active
    }

    /// Takes what was done. `find` gives the items for a text, the best first; all of them for none.
    pub fn handle(&mut self, input: Input, find: &dyn Fn(&str) -> Vec<usize>) -> Response {
        match input {
            Input::Text(text) => {
                self.list(find(text));
                self.text = Some(text.to_owned());
                // What fits best is what Enter takes; of everything nothing fits best.
                self.active = self.is_filtered().then_some(0).filter(|_| !self.matches.is_empty());
                Response::IGNORED
            }
            Input::Key { name, alt } => self.press(name, alt, find),
            Input::Field | Input::Button if !self.open => {
                self.list(find(""));
                Response::HANDLED
            }
            Input::Field => Response::IGNORED,
            Input::Item(item) => self.choose(Some(item)),
            Input::Button | Input::Blur => self.close(),
        }
    }

    fn press(&mut self, name: &str, alt: bool, find: &dyn Fn(&str) -> Vec<usize>) -> Response {
        let (first, last) = (name == "ArrowDown" || name == "Home", name == "ArrowUp" || name == "End");
        match name {
            "ArrowDown" | "ArrowUp" if !self.open => {
                self.list(find(""));
                if !alt {
                    self.go_to(if first { Some(0) } else { self.options().len().checked_sub(1) });
                }
                Response::HANDLED
            }
            _ if !self.open => Response::IGNORED,
            "ArrowUp" if alt => self.close(),
            "ArrowDown" | "ArrowUp" => {
                self.step(last);
                Response::HANDLED
            }
            // Within a text that is being written they belong to its cursor.
            "Home" | "End" if self.moved || !self.is_filtered() => {
                self.go_to(if last { self.options().len().checked_sub(1) } else { Some(0) });
                Response::HANDLED
            }
            "Enter" => self.choose(self.item()),
            // Whoever has walked to an option takes it along, as in any list; a text half written chooses nothing.
            "Tab" if self.moved => Response { handled: false, ..self.choose(self.item()) },
            "Escape" => self.close(),
            _ => Response::IGNORED,
        }
    }

    fn list(&mut self, matches: Vec<usize>) {
        *self = Self { open: true, matches, ..Self::default() };
    }

    fn item(&self) -> Option<usize> {
        self.options().get(self.active?).copied()
    }

    fn go_to(&mut self, option: Option<usize>) {
        self.active = option.filter(|option| *option < self.options().len());
        self.moved = self.active.is_some();
    }

    /// One option on, from the last to the first and back.
    fn step(&mut self, back: bool) {
        let count = self.options().len();
        let next = match (self.active, back) {
            (Some(active), false) => active + 1,
            (None, false) => 0,
            (Some(active), true) if active > 0 => active - 1,
            (_, true) => count.saturating_sub(1),
        };
        self.go_to(Some(if next < count { next } else { 0 }));
    }

    /// Nothing is chosen where there is nothing: what was typed then stays, with the word that nothing fits.
    fn choose(&mut self, chosen: Option<usize>) -> Response {
        if chosen.is_some() {
            self.close();
        }
        Response { chosen, handled: true }
    }

    fn close(&mut self) -> Response {
        let handled = self.open;
        *self = Self::default();
        Response { chosen: None, handled }
    }
}
