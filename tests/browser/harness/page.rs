//! The page as a visitor meets it, found by its stable names only: levers, figures, sentence, charts.

use super::{Browser, Kind, Site};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::path::Path;
use std::time::Duration;
use std::{fs, thread};

/// How often to look for a change, and how many times: ten seconds and more, then the test gives up.
const PAUSE: Duration = Duration::from_millis(20);
const LOOKS: usize = 500;

/// The left arrow, by the letter the WebDriver standard gives it.
pub const LEFT: char = '\u{E012}';
/// The right arrow.
pub const RIGHT: char = '\u{E014}';

/// Enter.
pub const ENTER: char = '\u{E007}';

/// How the page is looked at.
pub struct View<'a> {
    /// Width and height in CSS pixels.
    pub size: [u32; 2],
    /// Device pixels per CSS pixel.
    pub density: f64,
    /// "light" or "dark".
    pub theme: &'a str,
    /// "da" or "en".
    pub language: &'a str,
}

/// The site, open in a browser.
pub struct Page<'a> {
    browser: &'a Browser,
    origin: String,
}

/// CSS pixels of a picture: Chromium makes none that are much taller.
const TALLEST: f64 = 32_000.0;

impl<'a> Page<'a> {
    /// Opens the site with a link's part after `#`, and waits for the first figure.
    pub fn open(browser: &'a Browser, site: &Site, hash: &str) -> Self {
        let page = Self::visit(browser, site, hash);
        page.wait_for("the page starts", || page.exists("[data-figure][data-value]"));
        page
    }

    /// Opens the site without waiting for the page to start.
    pub fn visit(browser: &'a Browser, site: &Site, hash: &str) -> Self {
        // A change of the hash alone would not load the page anew.
        browser.post("url", json!({ "url": "about:blank" }));
        browser.post("url", json!({ "url": format!("{}#{hash}", site.address()) }));
        Self::here(browser, site)
    }

    /// What is open in the browser now.
    pub fn here(browser: &'a Browser, site: &Site) -> Self {
        Self { browser, origin: site.origin() }
    }

    /// Opens an address of another server than the test's own, without waiting for anything.
    pub fn at(browser: &'a Browser, origin: &str, path: &str) -> Self {
        browser.post("url", json!({ "url": "about:blank" }));
        browser.post("url", json!({ "url": format!("{origin}{path}") }));
        Self { browser, origin: origin.to_owned() }
    }

    /// Opens the page in a file, at a link's part after `#`, without waiting for it to start.
    pub fn of_file(browser: &'a Browser, file: &Path, hash: &str) -> Self {
        browser.post("url", json!({ "url": "about:blank" }));
        browser.post("url", json!({ "url": format!("file://{}#{hash}", file.display()) }));
        Self { browser, origin: "file://".into() }
    }

    /// Runs the body of a JavaScript function in the page.
    pub fn run(&self, body: &str, arguments: Value) -> Value {
        self.browser.post("execute/sync", json!({ "script": body, "args": arguments }))
    }

    /// The same, with what the browser said if it could not.
    pub fn try_run(&self, body: &str) -> Result<Value, String> {
        self.browser.try_post("execute/sync", json!({ "script": body, "args": [] }))
    }

    /// The same for a function that ends by calling its last argument.
    pub fn run_async(&self, body: &str, arguments: Value) -> Value {
        self.browser.post("execute/async", json!({ "script": body, "args": arguments }))
    }

    /// Waits until something holds.
    pub fn wait_for(&self, what: &str, mut holds: impl FnMut() -> bool) {
        for _ in 0..LOOKS {
            if holds() {
                return;
            }
            thread::sleep(PAUSE);
        }
        panic!("waited in vain until {what}; console: {:?}", self.console());
    }

    /// Whether a selector finds something.
    pub fn exists(&self, selector: &str) -> bool {
        self.run("return document.querySelector(arguments[0]) !== null", json!([selector])) == true
    }

    /// The text of all that a selector finds, one line each.
    pub fn text(&self, selector: &str) -> String {
        let body = "return [...document.querySelectorAll(arguments[0])].map(e => e.innerText).join('\\n')";
        self.run(body, json!([selector])).as_str().unwrap_or_default().to_owned()
    }

    /// The sentence that says what the scenario does.
    pub fn sentence(&self) -> String {
        self.text("[data-sentence]")
    }

    /// Waits until all draws are behind what is shown, so that nothing changes by itself any more.
    pub fn rest(&self) {
        self.wait_for("the finer bands are there", || self.exists("[data-draws='16384']"));
    }

    /// A figure's raw number, as the page writes it.
    pub fn figure(&self, id: &str) -> String {
        let body = "return document.querySelector(arguments[0])?.dataset.value";
        let value = self.run(body, json!([format!("[data-figure='{id}']")]));
        value.as_str().unwrap_or_else(|| panic!("there is no figure {id}")).to_owned()
    }

    /// All figures' raw numbers.
    pub fn figures(&self) -> Value {
        self.run(
            "return Object.fromEntries([...document.querySelectorAll('[data-figure]')].map(e => [e.dataset.figure, e.dataset.value]))",
            json!([]),
        )
    }

    /// The value a lever stands at.
    pub fn lever(&self, key: &str) -> f64 {
        let body = "return document.querySelector(arguments[0])?.valueAsNumber";
        self.run(body, json!([lever(key)])).as_f64().unwrap_or_else(|| panic!("there is no slider {key}"))
    }

    /// A chart's picture; equal strings are equal pixels.
    pub fn canvas_pixels(&self, chart: &str) -> String {
        let body = "return document.querySelector(arguments[0])?.toDataURL()";
        let pixels = self.run(body, json!([format!("[data-chart='{chart}'] canvas")]));
        pixels.as_str().unwrap_or_else(|| panic!("there is no chart {chart}")).to_owned()
    }

    /// The part of the address after `#`.
    pub fn hash(&self) -> String {
        self.run("return location.hash.slice(1)", json!([])).as_str().unwrap_or_default().to_owned()
    }

    /// Gives a lever the focus and presses a key some times.
    pub fn press(&self, key: &str, letter: char, times: usize) {
        self.run("document.querySelector(arguments[0]).focus()", json!([lever(key)]));
        let once =
            [json!({ "type": "keyDown", "value": letter }), json!({ "type": "keyUp", "value": letter })];
        let presses: Vec<_> = (0..times).flat_map(|_| once.clone()).collect();
        self.act(json!({ "type": "key", "id": "keyboard", "actions": presses }));
    }

    /// Types into the field of the place, as somebody who has come to it by the tab key, and leaves the list open.
    pub fn type_place(&self, text: &str) {
        let focus =
            "const field = document.querySelector('[data-lever=place]'); field.focus(); field.select()";
        self.run(focus, json!([]));
        self.keys(text);
    }

    /// Chooses the place that fits a text best.
    pub fn find_place(&self, text: &str) {
        self.type_place(text);
        self.keys(&ENTER.to_string());
    }

    /// Presses keys on what has the focus.
    pub fn keys(&self, letters: &str) {
        let one = |letter: char| {
            [json!({ "type": "keyDown", "value": letter }), json!({ "type": "keyUp", "value": letter })]
        };
        let presses: Vec<_> = letters.chars().flat_map(one).collect();
        self.act(json!({ "type": "key", "id": "keyboard", "actions": presses }));
    }

    /// Holds keys down one after the other, and lets them go.
    pub fn chord(&self, keys: &[char]) {
        let press = |kind: &str, key: &char| json!({ "type": kind, "value": key.to_string() });
        let down = keys.iter().map(|key| press("keyDown", key));
        let up = keys.iter().rev().map(|key| press("keyUp", key));
        let actions: Vec<_> = down.chain(up).collect();
        self.act(json!({ "type": "key", "id": "keyboard", "actions": actions }));
    }

    /// Takes a lever's thumb with the mouse and drags it to a share of its track (0 left, 1 right).
    pub fn drag(&self, key: &str, share: f64) {
        // The middle of the thumb runs from half its width to half its width before the end.
        let body = "const e = document.querySelector(arguments[0]);
            e.scrollIntoView({ block: 'center', behavior: 'instant' });
            const box = e.getBoundingClientRect(), thumb = Math.min(box.height, 16);
            const x = share => Math.round(box.left + thumb / 2 + share * (box.width - thumb));
            const y = Math.round(box.top + box.height / 2);
            return [x((e.valueAsNumber - e.min) / (e.max - e.min)), x(arguments[1]), y]";
        let points = self.run(body, json!([lever(key), share]));
        let go = |x: &Value, duration: u32| json!({ "type": "pointerMove", "x": x, "y": points[2], "duration": duration, "origin": "viewport" });
        let moves = json!([
            go(&points[0], 0),
            { "type": "pointerDown", "button": 0 },
            go(&points[1], 200),
            { "type": "pointerUp", "button": 0 },
        ]);
        let mouse = json!({ "pointerType": "mouse" });
        self.act(json!({ "type": "pointer", "id": "mouse", "parameters": mouse, "actions": moves }));
    }

    /// Clicks on what a selector finds.
    pub fn click(&self, selector: &str) {
        let clicked = || {
            let id = self.element(selector);
            self.browser.try_post(&format!("element/{id}/click"), json!({}))
        };
        // Between the two commands another module may take over, and with it every element is a new one.
        let stale = |why: &String| why.contains("stale element");
        let done = match clicked() {
            Err(why) if stale(&why) => clicked(),
            done => done,
        };
        done.unwrap_or_else(|why| panic!("{selector}: {why}"));
    }

    /// Taps with a finger on the middle of what a selector finds, once it is in sight and nothing lies on it.
    pub fn tap(&self, selector: &str) {
        let origin = json!({ "element-6066-11e4-a52e-4f735466cecf": self.element(selector) });
        let body = "const e = document.querySelector(arguments[0]), box = e.getBoundingClientRect();
            const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
            if (!top || !e.contains(top)) scrollBy({ top: box.bottom - 0.9 * innerHeight, behavior: 'instant' })";
        self.run(body, json!([selector]));
        let moves = json!([
            { "type": "pointerMove", "x": 0, "y": 0, "duration": 0, "origin": origin },
            { "type": "pointerDown", "button": 0 },
            { "type": "pointerUp", "button": 0 },
        ]);
        let finger = json!({ "pointerType": "touch" });
        self.act(json!({ "type": "pointer", "id": "finger", "parameters": finger, "actions": moves }));
    }

    /// What a screen reader calls it: the role and the name that the browser has worked out.
    pub fn spoken(&self, selector: &str) -> [String; 2] {
        let id = self.element(selector);
        ["computedrole", "computedlabel"].map(|what| {
            self.browser.get(&format!("element/{id}/{what}")).as_str().unwrap_or_default().to_owned()
        })
    }

    /// The driver's own name of what a selector finds.
    fn element(&self, selector: &str) -> String {
        let element = self.browser.post("element", json!({ "using": "css selector", "value": selector }));
        let id = element.as_object().and_then(|names| names.values().next()?.as_str().map(str::to_owned));
        id.expect("an element has an id")
    }

    fn act(&self, source: Value) {
        self.browser.post("actions", json!({ "actions": [source] }));
    }

    /// Back or forward in the browser's history.
    pub fn go(&self, way: &str) {
        self.browser.post(way, json!({}));
    }

    /// From now on all of this is about the first frame in the page.
    pub fn enter_frame(&self) {
        self.browser.post("frame", json!({ "id": 0 }));
    }

    /// What the console has got since it was last read, warnings and errors of the browser included. Chromium alone
    /// tells; in others a test that cares brings `COMPLAINTS` as the site's first script.
    pub fn console(&self) -> Vec<String> {
        if self.browser.kind != Kind::Chromium {
            let said = self.run("return (window.complaints ?? []).splice(0)", json!([]));
            return serde_json::from_value(said).unwrap_or_default();
        }
        self.browser.log("browser").iter().map(|entry| entry["message"].to_string()).collect()
    }

    /// The addresses on other origins that were asked for since the last call.
    pub fn requests_elsewhere(&self) -> Vec<String> {
        let events = self.browser.log("performance");
        let messages = events.iter().filter_map(|event| event["message"].as_str());
        let parsed = messages.filter_map(|message| serde_json::from_str::<Value>(message).ok());
        let sent = parsed.filter(|event| event["message"]["method"] == "Network.requestWillBeSent");
        sent.filter_map(|event| event["message"]["params"]["request"]["url"].as_str().map(str::to_owned))
            .filter(|url| !["data:", "blob:", "about:"].iter().any(|scheme| url.starts_with(scheme)))
            .filter(|url| !url.starts_with(&format!("{}/", self.origin)))
            .collect()
    }

    /// Makes what is seen of the page this wide and high in Chromium, however narrow.
    pub fn size(&self, [width, height]: [u32; 2]) {
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.browser.devtools("Emulation.setDeviceMetricsOverride", screen);
        self.wait_frame();
    }

    /// Looks at the page in a given way from now on.
    pub fn look(&self, view: &View) {
        let [width, height] = view.size;
        let screen =
            json!({ "width": width, "height": height, "deviceScaleFactor": view.density, "mobile": false });
        self.browser.devtools("Emulation.setDeviceMetricsOverride", screen);
        let theme = json!({ "features": [{ "name": "prefers-color-scheme", "value": view.theme }] });
        self.browser.devtools("Emulation.setEmulatedMedia", theme);
        self.click(&format!("[data-language='{}']", view.language));
        self.wait_frame();
    }

    /// Waits until the page has drawn itself: by the second frame it has, whatever its new size.
    pub fn wait_frame(&self) {
        self.run_async("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))", json!([]));
    }

    /// Saves a picture of the whole page, or of as much of it as goes into one picture.
    pub fn screenshot(&self, file: &Path) {
        let metrics = self.browser.devtools("Page.getLayoutMetrics", json!({}));
        let side = |name: &str| metrics["cssContentSize"][name].as_f64().expect("a size");
        let clip = json!({ "x": 0, "y": 0, "scale": 1, "width": side("width"), "height": side("height").min(TALLEST) });
        let whole = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        let answer = self.browser.devtools("Page.captureScreenshot", whole);
        let picture =
            STANDARD.decode(answer["data"].as_str().expect("a picture")).expect("a picture in base64");
        fs::create_dir_all(file.parent().expect("a file has a folder")).expect("a folder for pictures");
        fs::write(file, picture).expect("a picture saved");
    }
}

fn lever(key: &str) -> String {
    format!("input[data-lever='{key}']")
}
