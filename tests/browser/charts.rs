//! Charts: read off by mouse and keys, more of them behind their names, taken out, printed; and what a move draws.

use crate::harness::{Browser, LEFT, Page, RIGHT, Site, View};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use raaderum::scenario::edition;
use serde_json::json;
use std::fs;
use std::path::Path;

const LINK: &str = "place=silkeborg&caseload.activity_ready=45";
const CASELOAD: &str = "caseload.activity_ready";
const READOUT: &str = "[data-chart='stock'] .readout";
const CURSOR: &str = "[data-chart='stock'] [role='slider']";
const ESCAPE: char = '\u{E00C}';
const HOME: char = '\u{E011}';

/// Has the module fetched that has all of the charts.
fn with_all_of_them(page: &Page) {
    page.click("[data-asked='charts']");
    page.wait_for("the list has come", || page.exists("[data-asked='chart.where']"));
    page.rest();
}

fn on_a_desk(page: &Page) {
    page.look(&View { size: [1280, 1000], density: 1.0, theme: "light", language: "da" });
}

/// The same, so high that no chart lies in its middle: there a browser that is told of another screen has the mouse, and
/// what is pointed at is read.
fn on_a_high_desk(page: &Page) {
    page.look(&View { size: [1280, 1560], density: 1.0, theme: "light", language: "da" });
}

#[test]
fn pointing_at_a_chart_of_a_first_visit_reads_where_it_points_and_takes_no_focus() {
    let (site, browser) = (Site::start("/"), Browser::start());
    for how in ["pointermove", "click"] {
        let page = Page::open(&browser, &site, LINK);
        on_a_high_desk(&page);
        assert!(page.text(READOUT).contains("piletasterne"), "what can be done is said");
        assert!(!page.exists(CURSOR), "a first visit does not carry it");
        let point = "const e = document.querySelector(arguments[0]), box = e.getBoundingClientRect(); \
            e.dispatchEvent(new PointerEvent(arguments[1], { bubbles: true, pointerType: 'mouse', detail: 1, \
                movementX: arguments[2], clientX: box.left + box.width / 2, clientY: box.top + 50 }))";
        // A browser tells of a mouse at rest too, when a page comes to lie under it: nothing is fetched for that.
        page.run(point, json!(["[data-asked='read.stock']", "pointermove", 0]));
        assert!(page.text(READOUT).contains("piletasterne"));
        page.run(point, json!(["[data-asked='read.stock']", how, 1]));
        page.wait_for("the middle is read, without another step", || {
            let read = page.text(READOUT);
            read.contains(" personer: planen")
                && !read.starts_with("6 år")
                && !read.starts_with("Ved starten")
        });
        let focused = page.run("return document.activeElement.getAttribute('role')", json!([]));
        assert_ne!(focused, json!("slider"), "the keyboard stays where it was");
        assert_eq!(page.text("[data-message]"), "");
        assert_eq!(page.console(), [""; 0], "the console stays empty");
    }
}

#[test]
fn a_key_at_a_chart_of_a_first_visit_brings_the_focus_to_its_end() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, LINK);
    on_a_high_desk(&page);
    page.run("document.querySelector(arguments[0]).click()", json!(["[data-asked='read.stock']"]));
    page.wait_for("the end is read", || page.text(READOUT).starts_with("6 år, personer: planen"));
}

#[test]
fn what_the_surroundings_tend_to_do_is_shown_kept_in_the_link_and_told_with_its_coverage() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "place=silkeborg&caseload.insured=60&horizon=48");
    on_a_desk(&page);
    let without = page.canvas_pixels("stock");
    page.click("[data-asked='surroundings']");
    page.wait_for("the band is there, in a link too", || {
        page.text(".surroundings").contains("y25i01")
            && page.run("return location.hash", json!([])).to_string().contains("surroundings=on")
    });
    page.rest();
    assert_ne!(page.canvas_pixels("stock"), without);
    page.click("[data-chart='stock'] .table summary");
    page.wait_for("its ends are in the table", || page.exists("[data-figure='stock.baseline.high.48']"));
    let again = Page::open(&browser, &site, "place=silkeborg&caseload.sickness=45&surroundings=on");
    again.wait_for("a group without a series is told so", || {
        again.text(".surroundings").contains("ingen talrække")
    });
    assert_eq!(again.console(), [""; 0], "the console stays empty");
}

#[test]
fn a_chart_is_read_off_by_keys_and_by_mouse() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, LINK);
    on_a_desk(&page);
    page.rest();
    with_all_of_them(&page);
    assert!(page.text(READOUT).contains("piletasterne"), "what can be done is said");
    page.run("document.querySelector(arguments[0]).focus()", json!([CURSOR]));
    page.wait_for("the end is read", || page.text(READOUT).starts_with("6 år, personer: planen"));
    page.keys(&HOME.to_string());
    page.wait_for("the start is read", || {
        page.text(READOUT).starts_with("Ved starten, personer: planen 828")
    });
    page.keys(&RIGHT.to_string());
    page.wait_for("a year is read", || {
        let read = page.text(READOUT);
        read.starts_with("1 år, personer: planen") && read.contains("som i dag 828")
    });
    let valuetext = page.run("return document.querySelector(arguments[0]).ariaValueText", json!([CURSOR]));
    assert_eq!(valuetext, page.text(READOUT), "a screen reader hears the same");
    page.keys(&ESCAPE.to_string());
    page.wait_for("Escape ends it", || page.text(READOUT).contains("piletasterne"));
    // In the middle of the plot, by mouse.
    let over = "const e = document.querySelector(arguments[0]), box = e.getBoundingClientRect(); \
        e.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerType: 'mouse', \
            clientX: box.left + box.width / 2, clientY: box.top + 50 }))";
    page.run(over, json!([CURSOR]));
    page.wait_for("a month is read", || page.text(READOUT).contains(" personer: planen"));
    assert_eq!(page.console(), [""; 0], "the console stays empty");
}

#[test]
fn more_charts_open_with_bands_and_give_them_back_when_they_close() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, LINK);
    on_a_desk(&page);
    page.rest();
    with_all_of_them(&page);
    page.click("[data-asked='chart.where']");
    page.wait_for("the chart has come", || page.exists("[data-chart='where'] canvas"));
    page.rest();
    page.click("[data-chart='where'] .table summary");
    page.wait_for("its table has the ends of the band", || page.exists("[data-figure='where.jobs.low.72']"));
    let names = [
        "groups",
        "yearly",
        "purses",
        "items",
        "room",
        "staff",
        "caseload",
        "minutes",
        "sick_days",
        "turnover",
    ];
    for name in names {
        page.click(&format!("[data-asked='chart.{name}']"));
    }
    page.rest();
    for chart in
        ["groups.activity_ready", "yearly", "purses", "items.state", "staff", "turnover.activity_ready"]
    {
        page.wait_for(chart, || page.exists(&format!("[data-chart='{chart}'] canvas")));
    }
    page.press(CASELOAD, LEFT, 3);
    page.rest();
    assert_eq!(page.console(), [""; 0], "the console stays empty");
}

/// Catches what would be saved: the file's name and its content, as a data address.
const CATCH: &str = "window.saved = null; HTMLAnchorElement.prototype.click = function () { const name = this.download; \
    window.saved = { name, url: this.href } };\
    const make = URL.createObjectURL; URL.createObjectURL = blob => { const reader = new FileReader(); \
    reader.onload = () => { window.content = reader.result }; reader.readAsDataURL(blob); return make(blob) };";

fn taken(page: &Page, button: usize) -> (String, Vec<u8>) {
    page.run("window.saved = null; window.content = null", json!([]));
    page.click(&format!(".place .out .button:nth-of-type({button})"));
    page.wait_for("a file is saved", || {
        page.run("return window.saved && window.content", json!([])) != json!(null)
    });
    let name = page.run("return window.saved.name", json!([]));
    let content = page.run("return window.content", json!([]));
    let content = content.as_str().and_then(|url| url.split_once(',')).expect("a data address").1.to_owned();
    (name.as_str().expect("a name").to_owned(), STANDARD.decode(content).expect("base64"))
}

#[test]
fn a_picture_leaves_with_all_that_it_needs() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, LINK);
    page.look(&View { size: [1280, 1000], density: 1.0, theme: "dark", language: "da" });
    page.rest();
    page.click("[data-asked='out.net']");
    page.wait_for("the buttons have come", || page.exists(".place .out .button"));
    page.rest();
    page.run(CATCH, json!([]));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    fs::create_dir_all(&folder).expect("a folder for pictures");
    let (name, png) = taken(&page, 1);
    fs::write(folder.join("out.png"), &png).expect("a picture saved");
    assert_eq!((&*name, &png[1..4]), ("raaderum-net.png", &b"PNG"[..]));
    let width = u32::from_be_bytes([png[16], png[17], png[18], png[19]]);
    assert_eq!(width, 1920, "twice as fine");
    let (name, svg) = taken(&page, 2);
    fs::write(folder.join("out.svg"), &svg).expect("a picture saved");
    let svg = String::from_utf8(svg).expect("text");
    assert_eq!(name, "raaderum-net.svg");
    for text in [
        "Kommunens økonomi",
        "Silkeborg: Sagstallet",
        "planens virkning:",
        "mio. kr.",
        "planen",
        "Kilde",
        "ikke en prognose",
        "caseload.activity_ready=45",
    ] {
        assert!(svg.replace('\n', " ").contains(text), "{text} is missing in {svg}");
    }
    assert!(svg.contains(&edition::data()), "which data it is of: {svg}");
    assert!(svg.contains("fill=\"#FBFAF7\""), "light, though the page is dark");
    assert_eq!(page.console(), [""; 0], "the console stays empty");
}

#[test]
fn the_page_prints_as_one_sheet_in_light_colours() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, &format!("{LINK}&rule=ceiling&room=2"));
    page.look(&View { size: [1280, 1000], density: 1.0, theme: "dark", language: "da" });
    page.rest();
    with_all_of_them(&page);
    let pdf =
        browser.devtools("Page.printToPDF", json!({ "preferCSSPageSize": true, "printBackground": false }));
    let pdf = STANDARD.decode(pdf["data"].as_str().expect("a document")).expect("base64");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    fs::create_dir_all(&folder).expect("a folder for pictures");
    fs::write(folder.join("memo.pdf"), &pdf).expect("a document saved");
    let text = String::from_utf8_lossy(&pdf);
    let pages = text.matches("/Type /Page\n").count()
        + text.matches("/Type /Page ").count()
        + text.matches("/Type /Page/").count();
    assert_eq!(pages, 1, "one sheet");
    assert_eq!(page.console(), [""; 0], "the console stays empty");
}

/// Counts what canvases are told: calls and settings.
const COUNT: &str = "const kind = CanvasRenderingContext2D.prototype; window.calls = 0; window.kinds = {};\
    for (const name of Object.getOwnPropertyNames(kind)) { const own = Object.getOwnPropertyDescriptor(kind, name); \
        const count = () => { window.calls += 1; window.kinds[name] = (window.kinds[name] ?? 0) + 1 }; \
        if (typeof own.value === 'function') kind[name] = function (...all) { count(); return own.value.apply(this, all) }; \
        else if (own.set) Object.defineProperty(kind, name, { ...own, set(value) { count(); own.set.call(this, value) } }) }";

#[test]
fn a_move_draws_what_moves_and_nothing_else() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, LINK);
    on_a_desk(&page);
    page.rest();
    page.run(COUNT, json!([]));
    let move_once = "const lever = document.querySelector(arguments[0]), done = arguments[1]; window.calls = 0; window.kinds = {}; \
        lever.value = Number(lever.value) - 1; lever.dispatchEvent(new InputEvent('input', { bubbles: true })); \
        requestAnimationFrame(() => requestAnimationFrame(() => done([window.calls, window.kinds])))";
    let lever = json!([format!("input[data-lever='{CASELOAD}']")]);
    page.run_async(move_once, lever.clone());
    let counted = page.run_async(move_once, lever);
    println!("canvas calls in a move of two charts: {counted}");
    let calls = counted[0].as_u64().expect("a number");
    assert!((1..=MOST_CALLS).contains(&calls), "{counted}");
}

/// Of two charts with a band and two lines each.
const MOST_CALLS: u64 = 1100;

#[test]
#[ignore = "makes pictures for people: target/pictures"]
fn pictures_of_charts() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    let link = "case=silkeborg&rule=ceiling&room=1&review=24";
    let page = Page::open(&browser, &site, link);
    page.look(&View { size: [1280, 1000], density: 1.0, theme: "light", language: "da" });
    page.screenshot(&folder.join("charts-first.png"));
    with_all_of_them(&page);
    page.click("[data-asked='chart.where']");
    page.wait_for("the other module", || page.exists("[data-chart='where']"));
    for name in ["groups", "yearly", "purses", "items", "room", "staff", "minutes"] {
        page.click(&format!("[data-asked='chart.{name}']"));
    }
    for ([width, height], theme, language) in [
        ([360, 740], "light", "da"),
        ([320, 640], "dark", "en"),
        ([768, 1024], "light", "en"),
        ([1280, 900], "dark", "da"),
        ([1920, 1080], "light", "da"),
    ] {
        page.look(&View { size: [width, height], density: 1.0, theme, language });
        page.rest();
        page.run("document.querySelector(arguments[0]).focus()", json!([CURSOR]));
        page.keys(&LEFT.to_string());
        page.screenshot(&folder.join(format!("charts-{width}-{theme}-{language}.png")));
    }
}

/// On a first visit the table is in the module that is fetched then.
#[test]
fn a_table_asked_for_on_a_first_visit_comes_open_and_keeps_the_plan() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "place=silkeborg&caseload.activity_ready=45");
    page.click("[data-asked='table.net']");
    page.wait_for("it is open", || page.exists("[data-chart='net'] details.table[open] td[data-figure]"));
    assert_eq!(page.lever("caseload.activity_ready"), 45.0);
    assert!(!page.exists("[data-chart='stock'] details.table[open]"));
}
