//! Every lever can be moved on the page, by every kind of control, and the address says so.

use crate::harness::{Browser, ENTER, Page, RIGHT, Site, View};
use raaderum::model::tables::{LEVER_GROUPS, LEVERS};
use raaderum::scenario::keys::Key;
use raaderum::scenario::{Scenario, link, reach};
use serde_json::json;
use std::path::Path;

/// A link in which nearly every lever can act.
const ALL_ACT: &str =
    "place=silkeborg&one_off=1&rule=self_financing&response=overrun&review=24&mentor.activity_ready=1";

/// Opens the levers that stand a step away, in every group that has such.
fn open_all(page: &Page) {
    for group in LEVER_GROUPS {
        let summary = format!("[data-asked='levers.{group}']");
        if page.exists(&summary) && !page.exists(&format!("details[open] > {summary}")) {
            page.click(&summary);
            // The first one fetches the module with everything.
            page.wait_for("the part is open", || {
                page.exists(&format!("details[data-opens][open] > {summary}"))
            });
        }
    }
}

/// The levers that can act, as the data file has them.
fn acting(scenario: &Scenario) -> Vec<Key> {
    let keys = (0..LEVERS.len()).flat_map(|lever| reach::keys_of(scenario, lever));
    keys.filter(|key| reach::missing(scenario, *key).is_none()).collect()
}

/// Moves the control of a lever to where it does not stand, as a hand would: the page only sees the event.
fn move_it(page: &Page, key: &str) {
    let body = "const key = arguments[0];
        const all = [...document.querySelectorAll(`[data-lever='${key}']:enabled, [data-lever^='${key}.']:enabled`)];
        const e = all[0];
        const say = e => e.dispatchEvent(new Event('input', { bubbles: true }));
        if (e.type === 'radio') all.find(other => !other.checked).click();
        else if (e.type === 'checkbox') e.click();
        else {
            const before = e.value;
            e.stepUp();
            if (e.value === before) e.stepDown();
            say(e);
        }";
    page.run(body, json!([key]));
}

#[test]
fn each_control_moves_its_lever_and_the_address_says_so() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, ALL_ACT);
    open_all(&page);
    let scenario = link::read(ALL_ACT).scenario;
    let keys = acting(&scenario);
    let enabled = "return [...document.querySelectorAll('[data-lever]:enabled')].map(e => e.dataset.lever)";
    let there = page.run(enabled, json!([]));
    let there: Vec<&str> = there.as_array().expect("a list").iter().filter_map(|key| key.as_str()).collect();
    for key in &keys {
        // A lever at a word has its slider off, and the switch of the word on.
        let word = format!("{}.", key.name());
        let found = there.iter().any(|lever| *lever == key.name() || lever.starts_with(&word));
        assert!(found, "{} has no control", key.name());
    }
    // These decide which others can act: they come last.
    let deciding = ["gates", "response", "rule"];
    let (last, first): (Vec<&Key>, Vec<&Key>) = keys.iter().partition(|key| deciding.contains(&&*key.name()));
    for key in [first, last.into_iter().rev().collect()].concat() {
        let (name, before) = (key.name(), key.text(&link::read(&page.hash()).scenario));
        move_it(&page, &name);
        page.wait_for(&format!("the address has {name} moved"), || {
            key.text(&link::read(&page.hash()).scenario) != before
        });
    }
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn a_lever_a_step_away_goes_by_keyboard_and_returns_by_a_double_click() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "place=silkeborg&caseload.insured=60");
    open_all(&page);
    let before = page.figure("net");
    page.press("rules_cut", RIGHT, 20);
    page.wait_for("the figures follow", || page.lever("rules_cut") == 20.0 && page.figure("net") != before);
    page.wait_for("the summary says that something inside is changed", || {
        page.text("[data-asked='levers.work'] .mark").contains("1 ændret")
    });
    let twice = "document.querySelector(\"input[data-lever='rules_cut']\").dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))";
    page.run(twice, json!([]));
    page.wait_for("it is back", || page.lever("rules_cut") == 0.0 && page.figure("net") == before);
}

#[test]
fn what_cannot_act_says_why_and_a_word_is_a_switch() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "place=silkeborg&caseload.insured=60");
    assert!(!page.exists("[data-lever='room']"), "no ceiling, no room under it");
    open_all(&page);
    assert!(page.exists("fieldset:disabled [data-lever='gates']"));
    assert!(page.text("[data-lever-group='budget']").contains("andet end „Intet loft“"));

    assert!(page.exists("input[data-lever='end']:disabled"));
    move_it(&page, "end.never");
    page.wait_for("the plan ends", || page.hash().contains("end=36"));
    page.wait_for("the slider moves", || page.exists("input[data-lever='end']:enabled"));
    move_it(&page, "end.never");
    page.wait_for("it does not end", || !page.hash().contains("end="));
}

#[test]
fn caseworkers_are_the_caseload_from_the_other_side() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "case=silkeborg_jobrehabilitering");
    open_all(&page);
    let type_it = "const e = document.getElementById('posts-activity_ready');
        e.value = '10'; e.dispatchEvent(new InputEvent('input', { bubbles: true }));
        e.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))";
    page.run(type_it, json!([]));
    page.wait_for("the address has the caseload", || page.hash().contains("caseload.activity_ready=32.3"));
}

#[test]
fn the_dial_says_what_it_means() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "case=silkeborg_jobrehabilitering");
    let said = || page.text("[data-lever-group='evidence']");
    assert!(said().contains("Forskningens tal.") && said().contains("kommunernes egne tal"));
    page.press("evidence", RIGHT, 10);
    page.wait_for("the sentence follows", || said().contains("10\u{a0}% af vejen"));
    page.click("[data-asked='dial']");
    page.wait_for("the answers are there", || page.exists("[data-figure^='dial.']"));
    assert!(said().contains("Det passer, når skyderen står 100\u{a0}%"), "{}", said());
    assert_eq!(page.console(), [""; 0]);
}

#[test]
#[ignore = "makes pictures for people: target/pictures"]
fn pictures_of_the_levers() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    let page = Page::open(&browser, &site, ALL_ACT);
    open_all(&page);
    for (width, theme, language) in [(360, "light", "da"), (320, "dark", "en"), (1280, "light", "da")] {
        page.look(&View { size: [width, 800], density: 1.0, theme, language });
        page.screenshot(&folder.join(format!("levers-{width}-{theme}-{language}.png")));
    }
}

#[test]
fn a_button_at_its_end_keeps_the_focus_and_does_nothing_more() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "place=silkeborg&caseload.activity_ready=16");
    let lever = "[data-lever='caseload.activity_ready']";
    let focus = "const lever = document.querySelector(arguments[0]).closest('.lever');
        lever.querySelector(arguments[1]).focus(); return lever.querySelector(arguments[1]).getAttribute('aria-disabled')";
    let kept =
        "return [document.activeElement.className, document.activeElement.getAttribute('aria-disabled')]";
    assert_eq!(page.run(focus, json!([lever, ".nudge"])), "false");
    for _ in 0..3 {
        page.keys(&ENTER.to_string());
    }
    page.wait_for("the end", || page.lever("caseload.activity_ready") == 15.0);
    assert_eq!(page.run(kept, json!([])), json!(["nudge", "true"]));
    page.run(focus, json!([lever, ".lever-today"]));
    page.keys(&ENTER.to_string());
    page.wait_for("today", || !page.hash().contains("caseload.activity_ready"));
    assert_eq!(page.run(kept, json!([])), json!(["lever-today", "true"]));
}

/// A browser takes a finger for one that moves the lever until it is sure that it scrolls the page, and says so then.
#[test]
fn a_finger_that_scrolls_leaves_the_lever_where_it_was() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, "place=silkeborg&caseload.activity_ready=70");
    let touched = "const lever = document.querySelector(\"[data-lever='caseload.activity_ready']\");
        const send = (event) => lever.dispatchEvent(event);
        send(new PointerEvent('pointerdown', { bubbles: true, pointerType: 'touch' }));
        lever.value = 221;
        send(new InputEvent('input', { bubbles: true }));
        if (arguments[0]) send(new PointerEvent('pointercancel', { bubbles: true, pointerType: 'touch' }))";
    page.run(touched, json!([true]));
    page.rest();
    assert_eq!(page.lever("caseload.activity_ready"), 70.0);
    page.wait_for("the address", || page.hash().contains("caseload.activity_ready=70"));
    page.run(touched, json!([false]));
    page.wait_for("it is moved", || !page.hash().contains("caseload.activity_ready=70"));
}
