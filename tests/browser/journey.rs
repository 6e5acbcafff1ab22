//! The whole way of a visitor, in every browser: from the start page to a debate, and to somebody else's browser.

use crate::everywhere::{COMPLAINTS, no_complaints};
use crate::harness::{Browser, Kind, LEFT, Page, Site};
use serde_json::json;

const CASELOAD: &str = "caseload.activity_ready";
/// Keeps what is copied and what is saved: a test cannot look into the clipboard or the folder of a visitor.
const KEEPS: &str = "
    Clipboard.prototype.writeText = text => { window.copied = text; return Promise.resolve() };
    const save = URL.createObjectURL;
    URL.createObjectURL = blob => { window.saved = blob; return save.call(URL, blob) };";

#[test]
fn from_chromium_to_firefox() {
    travel(Kind::Chromium, Kind::Firefox);
}

#[test]
fn from_firefox_to_webkit() {
    travel(Kind::Firefox, Kind::WebKit);
}

#[test]
fn from_webkit_to_chromium() {
    travel(Kind::WebKit, Kind::Chromium);
}

/// More keys than this between the start page and a link to pass on, and whoever has no mouse is worse off than needs be.
const MOST_KEYS: usize = 80;
const TAB: char = '\u{E004}';
const SHIFT: char = '\u{E008}';
const CONTROL: char = '\u{E009}';
const ENTER: char = '\u{E007}';

#[test]
fn a_link_is_shared_by_keyboard_alone() {
    let (site, browser) = (Site::with_script(KEEPS), Browser::start());
    let page = Page::open(&browser, &site, "");
    let mut keys = 0;
    let mut press = |chord: &[char]| {
        page.chord(chord);
        keys += 1;
    };
    go(&page, "input[data-lever='place']", &[TAB], &mut press);
    "køb".chars().for_each(|letter| press(&[letter]));
    press(&[ENTER]);
    page.wait_for("the place is chosen", || page.sentence().contains("København"));
    go(&page, "[id='lever-caseload.activity_ready-number']", &[TAB], &mut press);
    press(&[CONTROL, 'a']);
    "60".chars().for_each(|digit| press(&[digit]));
    press(&[ENTER]);
    page.wait_for("the caseload is set", || page.lever(CASELOAD) == 60.0);
    go(&page, ".share button", &[SHIFT, TAB], &mut press);
    press(&[ENTER]);
    let copied = || page.run("return window.copied ?? ''", json!([]));
    page.wait_for("the link is copied", || copied().as_str().is_some_and(|link| link.contains("=60")));
    println!("{keys} keystrokes from the start page to a link");
    assert!(keys <= MOST_KEYS, "{keys} keystrokes");
}

/// Presses a key until something has the focus.
fn go(page: &Page, selector: &str, chord: &[char], press: &mut impl FnMut(&[char])) {
    for _ in 0..MOST_KEYS {
        if page.run("return document.activeElement.matches(arguments[0])", json!([selector])) == true {
            return;
        }
        press(chord);
    }
    panic!("{selector} is not reached by {MOST_KEYS} keys");
}

/// A browser that is not asked for is left out: script/test says so.
fn travel(from: Kind, to: Kind) {
    if !(from.is_asked_for() && to.is_asked_for()) {
        return;
    }
    let site = Site::with_script(format!("{COMPLAINTS}{KEEPS}").leak());
    let one = Browser::of(from);
    let page = Page::open(&one, &site, "");
    find_my_municipality(&page);
    set_a_caseload(&page);
    see_why(&page);
    change_an_assumption(&page);
    let link = pin_compare_and_share(&page);
    let (figures, sentence) = (page.figures(), page.sentence());
    no_complaints(&page);

    let other = Browser::of(to);
    let (_, fragment) = link.split_once('#').expect("a link has a fragment");
    let there = Page::open(&other, &site, fragment);
    there.rest();
    assert_eq!(counted(&there.sentence()), counted(&sentence), "the other browser says the same");
    for figure in ["jobs", "net", "payback", "cap_price", "stock"] {
        assert_eq!(there.figure(figure), figures[figure], "{figure} is the same");
    }
    assert_eq!(there.text("[data-message]"), "", "the check value holds");
    export(&there);
    no_complaints(&there);
}

/// A sentence without the names of what is not as shipped, which a first visit only counts.
fn counted(sentence: &str) -> String {
    let Some((before, named)) = sentence.split_once("ændret forudsætning (") else {
        return sentence.to_owned();
    };
    let after = named.split_once("). ").map_or("", |(_, after)| after);
    format!("{before}ændret forudsætning. {after}")
}

fn find_my_municipality(page: &Page) {
    let before = page.sentence();
    page.find_place("silk");
    page.wait_for("the sentence is about it", || {
        page.sentence() != before && page.sentence().contains("Silkeborg")
    });
}

fn set_a_caseload(page: &Page) {
    let before = page.sentence();
    page.press(CASELOAD, LEFT, 15);
    page.rest();
    let set = format!("{}", page.lever(CASELOAD));
    page.wait_for("the sentence says what comes of it", || {
        page.sentence() != before && page.sentence().contains(&set)
    });
}

fn see_why(page: &Page) {
    page.click("[data-asked='why.net']");
    page.wait_for("the parts are there", || page.exists("[data-chart='why.net'] canvas"));
    page.wait_for("and what they rest on", || page.exists("[data-trace='cost']"));
}

/// From the headline to the assumption it rests on, changed there; and back.
fn change_an_assumption(page: &Page) {
    let before = page.figure("net");
    page.click("[data-trace='cost']");
    page.wait_for("the row is there", || page.exists("[data-page='evidence'] [id='value-cost']"));
    let put = "const e = document.getElementById('value-cost');
        e.value = '750000';
        e.dispatchEvent(new InputEvent('input', { bubbles: true }));
        e.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))";
    page.run(put, json!([]));
    page.wait_for("the address has it", || page.hash().contains("cost=750000"));
    page.click("[data-to='explore']");
    page.wait_for("the headline follows, and is marked", || {
        page.exists("[data-changed-of='net']") && page.figure("net") != before
    });
}

/// Gives the link that was copied.
fn pin_compare_and_share(page: &Page) -> String {
    // WebKit's driver may click beside what has just moved.
    page.run("document.querySelector(\"[data-asked='pin']\").click()", json!([]));
    page.wait_for("the plan is pinned", || page.exists("[data-pin='0']"));
    page.press(CASELOAD, LEFT, 10);
    page.rest();
    page.wait_for("the two are compared", || page.text(".pin-against").contains("% af udfaldene"));
    // On a narrow screen the table stands out of the way.
    let table = |open: bool| {
        page.run(
            "document.querySelector(\"[data-chart='stock'] details.table\").open = arguments[0]",
            json!([open]),
        )
    };
    table(true);
    page.wait_for("the pinned plan is a line of the chart", || page.exists("[data-figure^='stock.pin.1.']"));
    table(false);
    page.click(".share button");
    page.wait_for("the link is copied", || !page.text(".share-message").is_empty());
    let copied = page.run("return window.copied ?? ''", json!([]));
    copied.as_str().unwrap_or_default().to_owned()
}

/// The figures as a file: the first line names the columns, and each month is a line.
fn export(page: &Page) {
    page.click("[data-asked='take']");
    page.wait_for("the files can be had", || page.exists("[data-take='csv']"));
    page.click("[data-take='csv']");
    page.wait_for("a file is saved", || page.run("return window.saved instanceof Blob", json!([])) == true);
    let text = page.run_async("window.saved.text().then(arguments[0])", json!([]));
    let text = text.as_str().map(str::to_owned).unwrap_or_default();
    assert!(text.starts_with("run,month,series,group,value\n"), "{}", &text[..text.len().min(200)]);
    let shown = format!("scenario,72,stock,activity_ready,{}", page.figure("stock"));
    assert!(text.lines().any(|line| line == shown), "the file has the figure of the chart: {shown}");
}
