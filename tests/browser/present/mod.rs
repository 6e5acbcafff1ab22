//! Present: a room is shown runs by clicker, guesses before it sees, and is led from a second window.

mod desk;
mod own;
mod paper;
mod pictures;
mod rules;
mod stage;

use crate::harness::{Browser, Page, Site};
use serde_json::{Value, json};

const ON: &str = "\u{E00F}";
const BACK: &str = "\u{E00E}";
pub const ESCAPE: &str = "\u{E00C}";
pub const RUNS: [&str; 3] = ["laerkevej", "byraad", "loft"];
/// What all must be able to read from the back row at 1920 by 1080, CSS pixels.
const LEAST: f64 = 28.0;

/// Notes every text that a canvas is told to write: its size on the screen and its colour.
const SPY: &str = "window.written = [];
    const write = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
        const size = parseFloat(/(\\d+(\\.\\d+)?)px/.exec(this.font)[1]) * this.getTransform().a / devicePixelRatio;
        window.written.push([text, size, this.fillStyle]);
        return write.call(this, text, ...rest);
    };";

fn visit<'a>(browser: &'a Browser, site: &Site, language: &str) -> Page<'a> {
    let page = Page::visit(browser, site, &format!("page=present&lang={language}"));
    page.wait_for("the runs are there", || page.exists("[data-run='loft']"));
    page
}

pub fn show(page: &Page, run: &str) {
    page.click(&format!("[data-run='{run}'] [data-do='show']"));
    page.wait_for("the stage is there", || page.exists(".stage .stage-question"));
}

fn attribute(page: &Page, name: &str) -> String {
    let value =
        page.run("return document.querySelector('[data-at]')?.getAttribute(arguments[0])", json!([name]));
    value.as_str().unwrap_or_default().to_owned()
}

fn phase(page: &Page) -> String {
    attribute(page, "data-phase")
}

/// Presses a key and waits until it has done something.
fn press(page: &Page, key: &str) {
    let now = || format!("{}{}{}", attribute(page, "data-at"), phase(page), attribute(page, "data-blank"));
    let before = now();
    page.keys(key);
    page.wait_for("the key does something", || now() != before);
    page.wait_frame();
}

/// Presses the clicker once; gives whether that led anywhere.
pub fn goes_on(page: &Page) -> bool {
    let now = || (attribute(page, "data-at"), phase(page));
    let before = now();
    page.keys(ON);
    page.wait_frame();
    page.wait_frame();
    now() != before
}

/// Goes to one of the browser's windows.
fn enter(browser: &Browser, handle: &Value) {
    browser.post("window", json!({ "handle": handle }));
}

/// Opens the facilitator's window from the stage; gives its handle and that of the room's.
pub fn open_desk(browser: &Browser, page: &Page) -> [Value; 2] {
    let room = browser.get("window");
    page.click("[data-do='notes']");
    let all = || browser.get("window/handles").as_array().cloned().unwrap_or_default();
    page.wait_for("a second window opens", || all().len() == 2);
    let desk = all().into_iter().find(|handle| *handle != room).expect("another");
    enter(browser, &desk);
    page.wait_for("it knows the show", || page.exists(".desk[data-at]"));
    [desk, room]
}

/// Puts a guess on the axis.
fn guess(page: &Page, name: &str, value: &str) {
    let fill = "document.querySelector('[data-guess=value]').value = arguments[0];
        document.querySelector('[data-guess=name]').value = arguments[1]";
    page.run(fill, json!([value, name]));
    page.click("[data-guess='add']");
}

/// What the console has got. A browser on a slow machine wonders that the module of a first visit is not used on this page.
pub fn complaints(page: &Page) -> Vec<String> {
    page.console().into_iter().filter(|said| !said.contains("was preloaded using link preload")).collect()
}
