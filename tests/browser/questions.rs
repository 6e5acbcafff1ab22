//! Questions of the plan in hand, asked as a visitor asks them.

use crate::harness::{Browser, LEFT, Page, Site, View};
use crate::pictures::LOOKS;
use raaderum::questions::break_even::Goal;
use raaderum::questions::measure::Measure;
use raaderum::questions::next_post::margins;
use raaderum::questions::odds::odds;
use raaderum::questions::spread::Spread;
use raaderum::scenario::keys::Key;
use raaderum::scenario::link;
use raaderum::uncertainty::draws::IN_FRAME;
use raaderum::words::question;
use raaderum::words::text::Language;
use serde_json::json;
use std::path::Path;

/// A plan that costs.
const PLAN: &str = "place=silkeborg&caseload.job_ready=45&caseload.activity_ready=70";
const CASELOAD: &str = "caseload.job_ready";

/// Keys, by the letters the WebDriver standard gives them.
const TAB: &str = "\u{E004}";
const ENTER: &str = "\u{E007}";
const RIGHT: &str = "\u{E014}";
const UP: &str = "\u{E013}";

fn ask<'a>(browser: &'a Browser, site: &Site) -> Page<'a> {
    let page = Page::open(browser, site, &format!("{PLAN}&page=questions"));
    answered(&page);
    page
}

/// Every question has its newest answer.
fn answered(page: &Page) {
    page.wait_for("every question is answered", || {
        let body = "const all = [...document.querySelectorAll('.answer')];
            return all.length >= 4 && all.every(e => e.getAttribute('aria-busy') === 'false')";
        page.run(body, json!([])) == true
    });
}

/// Chooses of a list, and waits for the answer.
fn choose(page: &Page, list: &str, word: &str) {
    let body = "const e = document.querySelector(arguments[0]);
        e.value = arguments[1];
        e.dispatchEvent(new Event('change', { bubbles: true }))";
    page.run(body, json!([format!("select[data-lever='{list}']"), word]));
    answered(page);
}

/// With one kind of space.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn visit(page: &Page, name: &str) {
    page.click(&format!("[data-to='{name}']"));
    page.wait_for("the page is there", || page.exists(&format!("main[data-page='{name}']")));
}

fn net(page: &Page) -> f64 {
    page.figure("net").parse().expect("a raw number")
}

#[test]
fn a_lever_set_to_its_solution_brings_the_plan_to_nought() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = ask(&browser, &site);
    assert!(page.exists("main[data-page='questions']"));
    choose(&page, "break_even.x", "evidence");
    assert!(!page.text("[data-question='break_even'] .answer-words").is_empty());
    assert!(page.text("[data-question='drivers'] .answer-words").contains("Kontaktens virkning"));
    page.rest();
    let before = page.sentence();

    page.click("[data-question='break_even'] [data-set]");
    page.wait_for("the plan's sentence follows", || page.sentence() != before);
    visit(&page, "explore");
    page.wait_for("the headline is about nought", || net(&page).abs() <= 1.0);
    page.wait_for("the solution is in the address", || page.hash().contains("evidence=0."));
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn a_cell_of_the_map_says_what_explore_says_there() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = ask(&browser, &site);
    assert!(page.text("#map-reading").contains("44,8"), "the reading begins where the plan stands");
    page.run("document.querySelector('[data-map]').focus()", json!([]));
    page.keys(&[RIGHT, RIGHT, UP, UP, UP].concat());
    page.rest();
    let at_first = page.sentence();
    page.wait_for("a cell is read", || !page.exists("[data-set='map']:disabled"));
    page.wait_for("its band is there", || page.text("#map-reading").ends_with("i ni ud af ti udfald."));
    let (read, told): (f64, _) =
        (page.figure("map").parse().expect("a raw number"), page.text("#map-reading"));
    page.keys(ENTER);
    page.wait_for("the plan is set there", || page.sentence() != at_first);
    visit(&page, "explore");
    // The map is computed in single precision: to some hundred kroner of all that the municipality pays.
    page.wait_for("explore agrees", || (net(&page) - read).abs() < 1e3);
    page.wait_for("the address has the plan", || page.hash().contains("caseload"));
    let scenario = link::read(page.hash().trim_start_matches('#')).scenario;
    let mut spread = Spread::begin(&scenario, &[Measure::Net(72)], IN_FRAME);
    while spread.ask(IN_FRAME) {}
    let danish = Language::by_code("da").expect("Danish");
    let band = question::between(danish, Measure::Net(72), spread.band());
    assert!(flat(&told).contains(&flat(&band)), "{band} is not in {told}");
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn what_it_takes_says_in_how_many_outcomes_it_is_enough() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = ask(&browser, &site);
    let scenario = link::read(PLAN).scenario;
    let danish = Language::by_code("da").expect("Danish");
    let found = |lever: &str| {
        let key = Key::parse(lever).expect("a lever");
        odds(&scenario, key, Goal::break_even(72), IN_FRAME).expect("a number")
    };
    for lever in [CASELOAD, "evidence", "start"] {
        choose(&page, "break_even.x", lever);
        let found = found(lever);
        let told = || flat(&page.text("[data-figure='odds']"));
        let expected = question::odds(danish, &found).map(|line| flat(&line));
        page.wait_for("the odds are there", || expected.iter().all(|line| told().contains(line)));
        assert_eq!(page.figure("odds").parse(), Ok(found.present));
    }
    let shades = "return document.querySelectorAll('[data-question=\"break_even\"] .strip-odds').length";
    assert_eq!(page.run(shades, json!([])), json!(found("start").scan.len()));
    // A lever that changes nothing is as sure as the plan is.
    choose(&page, "break_even.x", "reinvest");
    assert!(!page.exists("[data-figure='odds']"));
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn one_post_more_has_its_band_and_how_often_it_is_the_best() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = ask(&browser, &site);
    let table = page.text("[data-question='next_post'] tbody");
    let scenario = link::read(PLAN).scenario;
    let danish = Language::by_code("da").expect("Danish");
    let places = margins(&scenario, 72, Measure::Net(72), IN_FRAME);
    for more in places.iter().filter_map(|place| place.more.as_ref()) {
        let told = question::gives(danish, more).map(|told| told.join(" "));
        for figure in told.into_iter().chain([danish.chance(more.best.into())]) {
            assert!(flat(&table).contains(&flat(&figure)), "{figure} is not in {table}");
        }
    }
    assert!(page.text("[data-question='next_post'] .answer-words").contains("af udfaldene."));
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn what_each_change_adds_adds_up_to_the_headline_as_printed() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, &format!("{PLAN}&mentor.activity_ready=1&rules_cut=20"));
    page.look(&View { size: [1280, 900], density: 1.0, theme: "light", language: "da" });
    for figure in ["net", "jobs"] {
        page.click(&format!("[data-asked='why.{figure}']"));
        let chart = format!("[data-chart='why.{figure}']");
        page.wait_for("the parts are there", || page.exists(&chart));
        page.click(&format!("{chart} summary"));
        page.wait_for("their table is there", || page.exists(&format!("{chart} td")));
        let printed: Vec<f64> = page.text(&format!("{chart} td")).lines().map(number).collect();
        let headline = number(&page.text(&format!("dd[data-figure='{figure}']")));
        let (total, parts) = printed.split_last().expect("a total");
        assert!(parts.len() == 3, "{figure}: {printed:?}");
        assert!((parts.iter().sum::<f64>() - headline).abs() < 1e-9, "{figure}: {printed:?} {headline}");
        assert_eq!(*total, headline);
        assert!(page.exists(&format!("[data-why='{figure}'] [data-assumption]")));
    }
    assert_eq!(page.console(), [""; 0]);
}

/// A number as the Danish page prints it, without its unit.
fn number(text: &str) -> f64 {
    let digits: String = text.chars().filter(|c| c.is_ascii_digit() || *c == ',').collect();
    let size: f64 = digits.replace(',', ".").parse().unwrap_or_else(|_| panic!("no number: {text}"));
    if text.starts_with('−') || text.contains("tabt") || text.contains("færre") { -size } else { size }
}

#[test]
fn back_and_forward_move_between_pages_and_take_no_lever_back() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, PLAN);
    page.press(CASELOAD, LEFT, 3);
    visit(&page, "questions");
    page.wait_for("the address names the page", || page.hash().contains("page=questions"));
    page.wait_for("the new page's heading has the focus", || page.exists("h1:focus"));
    assert!(page.exists("a[aria-current='page'][href*='page=questions']"));
    let title = || page.run("return document.title", json!([])).as_str().unwrap_or_default().to_owned();
    assert_eq!(title(), "Spørgsmål – Råderum");
    visit(&page, "explore");
    page.press(CASELOAD, LEFT, 2);
    let set = page.lever(CASELOAD);
    page.wait_for("the lever is in the address", || page.hash().contains(&format!("{CASELOAD}={set}")));

    page.run("history.back()", json!([]));
    page.wait_for("the page before is there", || page.exists("main[data-page='questions']"));
    page.wait_for("with the lever as it stands", || {
        page.hash().contains(&format!("{CASELOAD}={set}")) && page.hash().contains("page=questions")
    });
    page.run("history.forward()", json!([]));
    page.wait_for("and forward again", || page.exists("main[data-page='explore']"));
    assert_eq!(page.lever(CASELOAD), set);
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn everything_can_be_asked_by_keyboard() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, PLAN);
    let reached = |what: &str| {
        for _ in 0..60 {
            if page.run("return document.activeElement.matches(arguments[0])", json!([what])) == true {
                return;
            }
            page.keys(TAB);
        }
        panic!("the Tab key does not come to {what}");
    };
    reached(".pages a[href*='page=questions']");
    page.keys(ENTER);
    page.wait_for("the page is there", || page.exists("h1:focus"));
    answered(&page);
    reached("select[data-lever='break_even.x']");
    // The first letters of an option choose it.
    page.keys("Hvis");
    page.wait_for("a solution can be set", || page.exists("[data-question='break_even'] [data-set]"));
    page.rest();
    let before = page.sentence();
    reached("[data-question='break_even'] [data-set]");
    page.keys(ENTER);
    page.wait_for("the plan follows", || page.sentence() != before);
    reached("[data-map]");
    page.keys(RIGHT);
    page.wait_for("a cell can be set", || !page.exists("[data-set='map']:disabled"));
}

#[test]
fn the_danish_page_has_no_english() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = ask(&browser, &site);
    let body = "return document.querySelector('main').innerText + [...document.querySelectorAll('main [aria-label]')]
        .map(e => e.getAttribute('aria-label')).join(' ')";
    let all = page.run(body, json!([])).as_str().unwrap_or_default().to_lowercase();
    let words: Vec<&str> = all.split(|letter: char| !letter.is_alphabetic()).collect();
    for english in ["the", "and", "with", "caseload", "research", "none", "never", "nan", "inf"] {
        assert!(!words.contains(&english), "{english}");
    }
}

#[test]
#[ignore = "makes pictures for people: target/pictures"]
fn pictures_of_questions() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    let page = ask(&browser, &site);
    for (size, density) in [([360, 740], 2.0), ([768, 1024], 1.5), ([1280, 800], 1.0), ([1920, 1080], 1.0)] {
        for (theme, language) in LOOKS {
            page.look(&View { size, density, theme, language });
            answered(&page);
            page.screenshot(&folder.join(format!("questions-{}-{theme}-{language}.png", size[0])));
        }
    }
    let page = Page::open(&browser, &site, PLAN);
    page.click("[data-asked='why.net']");
    page.wait_for("the parts are there", || page.exists("[data-chart='why.net']"));
    for (width, theme, language) in [(360, "light", "da"), (1280, "dark", "da")] {
        page.look(&View { size: [width, 800], density: 1.5, theme, language });
        page.screenshot(&folder.join(format!("why-{width}-{theme}.png")));
    }
}

#[test]
#[ignore = "says how long each question takes"]
fn times_of_questions() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = ask(&browser, &site);
    let body = "const done = arguments[arguments.length - 1], [list, words] = arguments;
        const select = document.querySelector(`select[data-lever='${list}']`), answer = select.closest('section').querySelector('.answer');
        const frame = () => new Promise(requestAnimationFrame);
        (async () => {
            let out = [];
            for (const word of words) {
                await frame(); await frame();
                select.value = word;
                const began = performance.now();
                select.dispatchEvent(new Event('change', { bubbles: true }));
                let longest = 0, last = began, busy = false;
                for (;;) {
                    await new Promise(r => setTimeout(r, 0));
                    const now = performance.now();
                    longest = Math.max(longest, now - last); last = now;
                    const state = answer.getAttribute('aria-busy') === 'true';
                    if (busy && !state) break;
                    busy = busy || state;
                    if (now - began > 5000) break;
                }
                out.push([word, Math.round(last - began), Math.round(longest)]);
            }
            done(out);
        })()";
    for (list, words) in [
        ("break_even.x", vec!["evidence", "caseload.insured", "room", "caseload.sickness", "cycle"]),
        ("break_even.measure", vec!["jobs", "stock", "payback", "net"]),
        ("next_post.measure", vec!["jobs", "stock", "net"]),
        ("map.x", vec!["caseload.insured", "room", "caseload.sickness"]),
        ("map.measure", vec!["jobs", "stock", "net"]),
        ("dial.years", vec!["3", "4", "6"]),
    ] {
        println!(
            "{list}: [choice, ms until the answer, longest without a turn] {}",
            page.run_async(body, json!([list, words]))
        );
    }
}
