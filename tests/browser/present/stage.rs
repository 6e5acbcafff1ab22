//! The stage: every run by two keys, large and strong enough, and nothing of an answer before it is revealed.

use super::{
    BACK, ESCAPE, LEAST, ON, RUNS, SPY, attribute, complaints, goes_on, guess, phase, press, show, visit,
};
use crate::harness::{Browser, Page, Site, View};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Of everything written on the stage: the smallest letters, and the least contrast with what is behind them.
const LOOK: &str = "const linear = c => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    const against = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05) };
    const parts = text => { const all = text.match(/[\\d.]+/g).map(Number); return all.length > 3 && all[3] === 0 ? null : all.slice(0, 3) };
    const hex = text => [1, 3, 5].map(at => parseInt(text.slice(at, at + 2), 16));
    const behind = e => { for (; e; e = e.parentElement) { const c = parts(getComputedStyle(e).backgroundColor); if (c) return c } return [255, 255, 255] };
    const stage = document.querySelector('.stage'), found = { size: 1e9, contrast: 1e9, count: 0 };
    const note = (what, size, contrast) => {
        found.count += 1;
        if (size < found.size) Object.assign(found, { size, smallest: what });
        if (contrast < found.contrast) Object.assign(found, { contrast, faintest: what });
    };
    const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const e = walker.currentNode.parentElement, text = walker.currentNode.data.trim();
        if (!text || e.closest('.visually-hidden') || !e.getClientRects().length) continue;
        const style = getComputedStyle(e);
        note(text, parseFloat(style.fontSize), against(parts(style.color), behind(e)));
    }
    const paper = behind(stage);
    for (const [text, size, colour] of window.written.splice(0)) note(text, size, against(hex(colour), paper));
    found.over = stage.scrollHeight - stage.clientHeight;
    found.wide = stage.scrollWidth - stage.clientWidth;
    return found";

fn look(page: &Page) -> Value {
    page.wait_frame();
    page.run(LOOK, json!([]))
}

/// All runs by two keys; gives the smallest text and the least contrast.
fn gone_through(language: &str, theme: &str) -> [f64; 2] {
    let (site, browser) = (Site::with_script(SPY), Browser::start());
    let page = visit(&browser, &site, language);
    page.look(&View { size: [1920, 1080], density: 1.0, theme, language });
    let mut worst = [1e9_f64, 1e9];
    for run in RUNS {
        show(&page, run);
        assert!(page.exists("html[data-stage='on']"));
        let mut steps = BTreeSet::new();
        loop {
            let seen = look(&page);
            let place =
                format!("{run}, {language}, {theme}, step {} {}", attribute(&page, "data-at"), phase(&page));
            assert!(seen["size"].as_f64().is_some_and(|size| size >= LEAST - 0.01), "{place}: {seen}");
            assert!(seen["contrast"].as_f64().is_some_and(|contrast| contrast >= 7.0), "{place}: {seen}");
            assert!(
                seen["over"].as_f64().is_some_and(|over| over <= 0.0),
                "it fits on the screen: {place}: {seen}"
            );
            assert!(seen["wide"].as_f64().is_some_and(|wide| wide <= 0.0), "{place}: {seen}");
            worst = [
                worst[0].min(seen["size"].as_f64().expect("a size")),
                worst[1].min(seen["contrast"].as_f64().expect("a ratio")),
            ];
            steps.insert(attribute(&page, "data-at"));
            assert!(!page.text(".stage-question").is_empty());
            let revealed = phase(&page) == "revealed";
            assert_eq!(page.exists(".stage [data-figure][data-value]:not(td)"), revealed, "{place}");
            if !goes_on(&page) {
                break;
            }
        }
        assert!((4..=7).contains(&steps.len()), "{run} has {} steps", steps.len());
        press(&page, BACK);
        page.keys(ESCAPE);
        page.wait_for("the list is back", || page.exists("[data-run='loft']"));
        assert!(!page.exists("html[data-stage]"));
    }
    assert_eq!(complaints(&page), [""; 0]);
    worst
}

#[test]
fn all_runs_are_gone_through_by_clicker_in_danish() {
    let [size, contrast] = gone_through("da", "light");
    println!("smallest text {size} px, least contrast {contrast:.2} : 1");
}

#[test]
fn all_runs_are_gone_through_by_clicker_in_english_on_dark() {
    let [size, contrast] = gone_through("en", "dark");
    println!("smallest text {size} px, least contrast {contrast:.2} : 1");
}

#[test]
fn a_room_guesses_before_it_can_read_the_answer() {
    let (site, browser) = (Site::with_script(SPY), Browser::start());
    let page = visit(&browser, &site, "da");
    page.look(&View { size: [1920, 1080], density: 1.0, theme: "light", language: "da" });
    show(&page, "laerkevej");
    page.wait_for("all draws are there", || attribute(&page, "data-prepared") == "7");
    press(&page, ON);
    assert_eq!(phase(&page), "guesses");
    for (name, value) in [("Hold A", "40"), ("", "90")] {
        guess(&page, name, value);
    }
    let dots =
        || page.run("return document.querySelectorAll('[data-figure^=\"guesses.\"]').length", json!([]));
    page.wait_for("both are on the axis", || dots() == 2);
    guess(&page, "", "mange");
    page.wait_for("a slip is told", || page.text("#guess-problem").contains("mange"));

    let scenario = raaderum::scenario::link::read("v=1&case=laerkevej_forsoeg").scenario;
    let posts = raaderum::words::text::Language::default().posts(scenario.simulate().staff_change());
    let readable = || {
        let body = "return document.querySelector('.stage').textContent + [...document.querySelectorAll('.stage [aria-label]')].map(e => e.ariaLabel).join()
            + window.written.map(w => w[0]).join('|')";
        page.run(body, json!([])).as_str().expect("a text").to_owned()
    };
    let told = |text: &str| text.contains(&format!("Modellen: {posts}"));
    assert!(!told(&readable()) && !page.exists(".stage-value"), "nowhere on the page");
    press(&page, ON);
    assert_eq!(phase(&page), "revealed");
    assert!(told(&readable()));
    assert_eq!(page.text(".stage-value"), posts);
    assert!(readable().contains("Hold A 40"), "the guesses stand beside it");
    press(&page, BACK);
    assert!(!page.exists(".stage-value"), "and it can be hidden again");
    assert_eq!(dots(), 2);
    assert_eq!(complaints(&page), [""; 0]);
}

#[test]
fn the_figures_are_those_of_explore() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = visit(&browser, &site, "en");
    show(&page, "byraad");
    page.wait_for("all draws are there", || attribute(&page, "data-prepared") == "5");
    for _ in 0..3 * 3 + 2 {
        page.keys(ON);
        page.wait_frame();
    }
    page.wait_for("Odense is revealed", || phase(&page) == "revealed" && page.exists("[data-figure='net']"));
    let (figure, band) = (page.text(".stage-value"), page.text(".stage-band"));
    let page = Page::open(&browser, &site, "case=odense_cv_boost&lang=en");
    page.rest();
    assert_eq!(page.text("[data-figure='net']"), figure);
    let there = page.text("[data-figure='net'] + .headline-band");
    assert!(!there.is_empty() && band.ends_with(&there), "{band} / {there}");
}

#[test]
fn the_screen_goes_dark_and_nothing_is_left_on_it() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = visit(&browser, &site, "da");
    show(&page, "loft");
    press(&page, "b");
    let seen = "return document.querySelector('.stage').innerText.trim()";
    assert!(!page.exists(".stage-question"));
    assert_eq!(
        page.run("return getComputedStyle(document.querySelector('.stage')).backgroundColor", json!([])),
        "rgb(0, 0, 0)"
    );
    assert_eq!(
        page.run(&seen.replace("innerText", "querySelector('.stage-step').textContent"), json!([])),
        ""
    );
    let step = attribute(&page, "data-at");
    press(&page, ON);
    assert!(page.exists(".stage-question"));
    assert_eq!(
        (attribute(&page, "data-at"), phase(&page)),
        (step, "question".to_owned()),
        "the key only brings it back"
    );
    press(&page, ".");
    press(&page, ".");
    assert!(page.exists(".stage-question"));
}

#[test]
fn a_show_goes_on_after_a_reload() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = visit(&browser, &site, "da");
    show(&page, "loft");
    press(&page, ON);
    guess(&page, "", "12,5");
    page.wait_for("the guess is there", || page.exists("[data-figure='guesses.0']"));
    browser.post("refresh", json!({}));
    page.wait_for("it is on the stage again", || {
        page.exists(".stage [data-figure='guesses.0'][data-value='12.5']")
    });
    assert_eq!((attribute(&page, "data-at"), phase(&page)), ("1".to_owned(), "guesses".to_owned()));
    page.keys(ESCAPE);
    page.wait_for("it can be left", || page.exists("[data-do='resume']"));
    page.click("[data-do='resume']");
    page.wait_for("and taken up", || page.exists(".stage [data-figure='guesses.0']"));
}
