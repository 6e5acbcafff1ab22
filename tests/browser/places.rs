//! Choosing a place by typing: by keyboard, by finger, and as a screen reader is told of it.

use crate::harness::{Browser, ENTER, Page, Site};
use serde_json::{Value, json};

const TAB: char = '\u{E004}';
const ALT: char = '\u{E00A}';
const ESCAPE: char = '\u{E00C}';
const END: char = '\u{E010}';
const HOME: char = '\u{E011}';
const UP: char = '\u{E013}';
const DOWN: char = '\u{E015}';

const FIELD: &str = "[data-lever='place']";

/// The field as a screen reader has it: whether its list is out, and what of it is marked.
fn state(page: &Page) -> Value {
    let body = "const field = document.querySelector(arguments[0]);
        const marked = document.getElementById(field.getAttribute('aria-activedescendant'));
        const list = document.getElementById(field.getAttribute('aria-controls'));
        return [field.value, field.getAttribute('aria-expanded') === 'true', list.checkVisibility(),
            marked && [marked.dataset.place, marked.getAttribute('role'), marked.getAttribute('aria-selected')]]";
    page.run(body, json!([FIELD]))
}

fn closed(name: &str) -> Value {
    json!([name, false, false, null])
}

fn wait_for_state(page: &Page, what: &str, wanted: &Value) {
    page.wait_for(&format!("{what}: {wanted}"), || state(page) == *wanted);
}

/// Waits until a place is marked in an open list.
fn wait_for_marked(page: &Page, place: &str) {
    page.wait_for(&format!("{place} is marked"), || state(page)[3] == json!([place, "option", "true"]));
}

/// The ids of the options, from the top.
fn options(page: &Page) -> Vec<String> {
    let body = "return [...document.querySelectorAll('[data-place]')].map(e => e.dataset.place)";
    serde_json::from_value(page.run(body, json!([]))).expect("a list of ids")
}

fn told(page: &Page) -> String {
    page.text(".combobox [role='status']")
}

#[test]
fn a_few_letters_and_enter_choose_a_place() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "place=typical");
    for (text, place, name) in [("hoej", "hoeje_taastrup", "Høje-Taastrup"), ("HJØ", "hjoerring", "Hjørring")]
    {
        page.type_place(text);
        wait_for_marked(&page, place);
        page.keys(&ENTER.to_string());
        wait_for_state(&page, "its name stands in the field", &closed(name));
        page.wait_for("the address names it", || page.hash().contains(&format!("place={place}")));
        page.wait_for("the sentence is about it", || page.sentence().contains(name));
        let focus = format!("return document.activeElement.matches(\"{FIELD}\")");
        assert_eq!(page.run(&focus, json!([])), true, "whoever types stays where they are");
    }
    page.click("[data-step='undo']");
    wait_for_state(&page, "a step back is the place before", &closed("Høje-Taastrup"));
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn a_screen_reader_is_told_what_it_is_and_what_happens() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "place=silkeborg");
    assert_eq!(page.spoken(FIELD), ["combobox", "Kommune"]);
    assert_eq!(state(&page), closed("Silkeborg"));
    assert_eq!(told(&page), "", "nothing is said of a list that is not there");
    page.type_place("h");
    wait_for_marked(&page, &options(&page)[0]);
    assert_eq!(page.spoken(".combobox [role='listbox']"), ["listbox", "Kommune"]);
    assert_eq!(page.spoken("[data-place='hjoerring']"), ["option", "Hjørring"]);
    let count = || told(&page).split(' ').next().and_then(|count| count.parse::<usize>().ok());
    assert!(count().is_some_and(|count| count >= options(&page).len()), "the count is told: {}", told(&page));
    page.keys("xyz");
    wait_for_state(&page, "no list where nothing fits", &json!(["hxyz", false, false, null]));
    assert_eq!(told(&page), "Ingen kommune hedder det.");
    page.keys(&ENTER.to_string());
    assert_eq!(state(&page)[0], "hxyz", "what was typed stays, to be mended");
    page.keys(&TAB.to_string());
    wait_for_state(&page, "the place before comes back", &closed("Silkeborg"));
    assert!(page.hash().is_empty() || page.hash().contains("place=silkeborg"));
}

#[test]
fn arrows_walk_through_everything_and_escape_leaves_it() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "place=silkeborg");
    page.type_place(&DOWN.to_string());
    wait_for_marked(&page, "typical");
    let all = options(&page);
    assert_eq!(all[..2], ["typical", "country"]);
    assert_eq!(all.len(), raaderum::model::tables::PLACES.len());
    for (key, at) in
        [(DOWN, 1), (UP, 0), (UP, all.len() - 1), (HOME, 0), (END, all.len() - 1), (UP, all.len() - 2)]
    {
        page.keys(&key.to_string());
        wait_for_marked(&page, &all[at]);
    }
    let seen = "const box = document.querySelector('[aria-selected=true]').getBoundingClientRect();
        const list = document.querySelector('.combobox ul').getBoundingClientRect();
        return box.top >= list.top - 1 && box.bottom <= list.bottom + 1";
    page.wait_for("what is marked is in sight", || page.run(seen, json!([])) == true);
    page.keys(&ESCAPE.to_string());
    wait_for_state(&page, "closed, with nothing chosen", &closed("Silkeborg"));

    page.chord(&[ALT, DOWN]);
    wait_for_state(&page, "open, with nothing marked", &json!(["Silkeborg", true, true, null]));
    page.keys(&format!("{DOWN}{DOWN}{TAB}"));
    wait_for_state(&page, "the tab key takes along what arrows led to", &closed("Hele landet"));
    page.wait_for("and goes on", || page.exists("[data-lever='case']:focus"));
}

#[test]
fn a_click_and_a_tap_choose_and_nothing_moves() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "place=typical");
    let below = || {
        page.run(
            "const top = what => document.querySelector(what).getBoundingClientRect().top;
            return top('.lever-range') - top('.combobox')",
            json!([]),
        )
    };
    let before = below();
    page.click(".combobox-open");
    wait_for_state(&page, "the button opens", &json!(["En typisk kommune", true, true, null]));
    assert_eq!(below(), before, "the list lies over what is under it");
    page.click(".combobox-open");
    wait_for_state(&page, "and closes", &closed("En typisk kommune"));
    page.click(FIELD);
    page.wait_for("so does the field", || state(&page)[1] == true);
    page.click("[data-place='silkeborg']");
    wait_for_state(&page, "a click chooses", &closed("Silkeborg"));
    assert_eq!(page.run("return document.activeElement.dataset.lever", json!([])), "place");

    browser.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true }));
    page.size([360, 740]);
    page.tap(FIELD);
    page.wait_for("a tap opens", || state(&page)[1] == true);
    page.tap("[data-place='country']");
    wait_for_state(&page, "a tap chooses", &closed("Hele landet"));
    page.wait_for("and puts the keyboard away", || page.exists("body:focus") || !page.exists(":focus"));
    assert_eq!(page.console(), [""; 0]);
}

/// Field, list and options on a phone, over whose lower part a keyboard lies.
const ON_A_PHONE: &str = "const field = document.querySelector('[data-lever=place]');
    const box = e => e.getBoundingClientRect(), list = document.querySelector('.combobox ul');
    const option = document.querySelector('[data-place]');
    return { font: parseFloat(getComputedStyle(field).fontSize), field: box(field).height, top: box(field).top,
        option: box(option).height, end: box(list).bottom / innerHeight,
        over: document.elementFromPoint(box(option).left + 8, box(option).top + 8) === option,
        wide: Math.max(box(list).right - innerWidth, document.documentElement.scrollWidth - innerWidth) }";

#[test]
fn on_a_phone_the_keyboard_leaves_field_and_list_in_sight() {
    let (site, browser) = (Site::start("/"), Browser::start());
    browser.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true }));
    let page = Page::open(&browser, &site, "place=typical");
    for (width, text_size, least) in [(360, "", 44.0), (320, "", 44.0), (360, "212.5%", 44.0)] {
        page.size([width, 740]);
        page.run("document.documentElement.style.fontSize = arguments[0]", json!([text_size]));
        page.tap(FIELD);
        page.wait_for("the list is there", || state(&page)[1] == true);
        page.wait_frame();
        let seen = page.run(ON_A_PHONE, json!([]));
        let number = |name: &str| seen[name].as_f64().unwrap_or(f64::NAN);
        let at = format!("{width} {text_size}: {seen}");
        assert!(number("font") >= 16.0, "no browser zooms in on it: {at}");
        assert!(number("field") >= least && number("option") >= least, "a finger hits them: {at}");
        assert!(number("top") >= 0.0 && number("wide") <= 0.5, "in sight: {at}");
        assert!(seen["over"] == true, "nothing lies on the list: {at}");
        // A keyboard takes two fifths of the screen; with text of twice the size the list goes on under it, and scrolls.
        assert!(!text_size.is_empty() || number("end") <= 0.6, "over the keyboard: {at}");
        page.keys(&ESCAPE.to_string());
        wait_for_state(&page, "closed", &closed("En typisk kommune"));
    }
}

#[test]
fn the_places_chosen_last_come_first_and_a_browser_that_keeps_nothing_does_without() {
    let browser = Browser::start();
    let site = Site::start("/");
    let page = Page::open(&browser, &site, "place=typical");
    for name in ["silk", "hjørr", "silk", "landet"] {
        page.find_place(name);
        page.wait_for("it is chosen", || state(&page)[1] == false);
    }
    let page = Page::open(&browser, &site, "place=typical");
    page.click(".combobox-open");
    page.wait_for("the list is there", || state(&page)[1] == true);
    assert_eq!(options(&page)[..4], ["typical", "country", "silkeborg", "hjoerring"]);
    assert_eq!(page.text("[data-place]:nth-child(3)").replace('\n', " "), "Silkeborg valgt før");
    assert_eq!(
        page.run("return localStorage.getItem('raaderum.places')", json!([])),
        "1\ncountry\nsilkeborg\nhjoerring"
    );

    let refusing = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })";
    let site = Site::with_script(refusing);
    let page = Page::open(&browser, &site, "place=typical");
    page.find_place("silk");
    wait_for_state(&page, "it is chosen", &closed("Silkeborg"));
    page.click(".combobox-open");
    page.wait_for("the list is there", || state(&page)[1] == true);
    assert_eq!(options(&page).len(), raaderum::model::tables::PLACES.len());
}

#[test]
fn own_figures_stand_there_by_their_own_name_until_a_place_is_chosen() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "place=silkeborg&stock.insured=1000");
    assert_eq!(state(&page), closed("Egne tal"));
    let page = Page::open(&browser, &site, "place=silkeborg&stock.insured=1000&name=Vores%20by");
    assert_eq!(state(&page), closed("Vores by"));
    page.type_place("x");
    page.keys(&ESCAPE.to_string());
    wait_for_state(&page, "nothing chosen leaves them", &closed("Vores by"));
    page.find_place("silk");
    wait_for_state(&page, "the place they rest on is another", &closed("Silkeborg"));
    page.wait_for("with the table's figures", || !page.hash().contains("stock.insured"));
}
