//! What a frame in an article and the page around it say to each other.
//!
//! Nobody has agreed on one way for a frame to tell how high it would like to be, so it is told in every way that a
//! newsroom's page may already listen for. Each is one small message, and a page that listens for another kind passes
//! over the rest.
//!
//! | who listens | message |
//! |---|---|
//! | Pym.js | text, parts between `xPYMx`; only where the address has a `childId` |
//! | iframe-resizer 4 | text after `[iFrameSizer]`; only after its first message has come |
//! | AMP | object with `sentinel: amp` |
//! | Embedly and others | JSON as text with `context: iframe.resize` |
//! | Datawrapper's script | object with `datawrapper-height` |
//! | `raaderum-embed.js` | object with `type: raaderum:height` |
//!
//! ```
//! use raaderum::frame::{Message, Teller};
//!
//! let mut teller = Teller::new("?childId=pym-1", "https://example.org/embed.html");
//! let messages = teller.resized([699.4, 320.0], false);
//! assert!(messages.contains(&Message::Text("pymxPYMxpym-1xPYMxheightxPYMx700".into())));
//! assert!(teller.resized([700.2, 320.0], false).is_empty(), "it has hardly changed");
//! ```

mod heard;
mod json;
mod snippet;

pub use heard::Command;
use heard::Resizer;
pub use snippet::{Heights, SCRIPT_SUM, Script, Snippet};

/// Something to be posted to the page around.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// As text.
    Text(String),
    /// As the object that this JSON describes.
    Object(String),
}

/// Less of a change than this is not told, pixels: two sides that round differently would never come to an end.
const NOTICEABLE: f64 = 1.0;
/// A longer name of a frame than this is nothing that Pym.js has given.
const LONGEST_NAME: usize = 100;
/// By what the frame is known where every frame has a name of its own.
const NAME: &str = "raaderum-embed";
/// What iframe-resizer waits for where it began before the frame did.
const READY: &str = "[iFrameResizerChild]Ready";

/// Tells the page around how high the frame wants to be.
#[derive(Clone, Debug)]
pub struct Teller {
    /// What Pym.js calls this frame.
    child: Option<String>,
    /// iframe-resizer, once it has been heard.
    resizer: Option<Resizer>,
    /// The frame's own address.
    address: String,
    told: Option<f64>,
}

impl Teller {
    /// For a frame whose address has this query, and is this without its fragment.
    pub fn new(query: &str, address: &str) -> Self {
        Self { child: child(query), resizer: None, address: address.to_owned(), told: None }
    }

    /// What is said once, when the frame can hear.
    pub fn begin(&self) -> Message {
        Message::Text(READY.to_owned())
    }

    /// The frame's content is so high and wide now, pixels: what is to be said of it.
    ///
    /// Nothing where it has hardly changed, or where the frame is not laid out: a hidden one has no height. `moving` is
    /// while a lever is: then it only grows, so that the article does not go up and down with the words.
    pub fn resized(&mut self, [height, width]: [f64; 2], moving: bool) -> Vec<Message> {
        let height = height.ceil();
        // Not a number is neither, and not told.
        let laid_out = (1.0..1e6).contains(&height);
        let known = |told: f64| (told - height).abs() <= NOTICEABLE || (moving && height < told);
        if !laid_out || self.told.is_some_and(known) {
            return Vec::new();
        }
        self.told = Some(height);
        self.all(height as u32, width.clamp(0.0, 1e6).ceil() as u32)
    }

    /// What was said does not count any more: the next height is told whatever it is.
    pub fn forget(&mut self) {
        self.told = None;
    }

    /// What the page around has said; anything that is not for us is nothing.
    pub fn hear(&mut self, text: &str) -> Option<Command> {
        let command = heard::read(text, self.child.as_deref())?;
        if let Command::Begin(resizer) = &command {
            self.resizer = Some(resizer.clone());
        }
        self.forget();
        Some(command)
    }

    fn all(&mut self, height: u32, width: u32) -> Vec<Message> {
        let mut all = Vec::new();
        if let Some(child) = &self.child {
            all.push(Message::Text(format!("pymxPYMx{child}xPYMxheightxPYMx{height}")));
        }
        if let Some(Resizer { id, answered }) = &mut self.resizer {
            let trigger = if std::mem::replace(answered, true) { "size" } else { "init" };
            all.push(Message::Text(format!("[iFrameSizer]{id}:{height}:{width}:{trigger}")));
        }
        let source = json::text(&self.address);
        all.push(Message::Object(format!(r#"{{"sentinel":"amp","type":"embed-size","height":{height}}}"#)));
        all.push(Message::Text(format!(r#"{{"src":{source},"context":"iframe.resize","height":{height}}}"#)));
        all.push(Message::Object(format!(r#"{{"datawrapper-height":{{"{NAME}":{height}}}}}"#)));
        all.push(Message::Object(format!(r#"{{"type":"raaderum:height","height":{height}}}"#)));
        all
    }
}

/// That the setting is another now: the address that shows it in the whole explorer.
pub fn changed(link: &str) -> Message {
    Message::Object(format!(r#"{{"type":"raaderum:change","link":{}}}"#, json::text(link)))
}

/// What Pym.js calls the frame, in the query that it adds to the address.
fn child(query: &str) -> Option<String> {
    let pairs = query.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('='));
    let (_, name) = pairs.into_iter().find(|(key, _)| *key == "childId")?;
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    (!name.is_empty() && name.len() <= LONGEST_NAME && name.chars().all(plain)).then(|| name.to_owned())
}
