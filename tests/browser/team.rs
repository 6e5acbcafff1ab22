//! Teams: a phone's code, and the room that gathers twelve of them.

use crate::accessible::{axe, violations};
use crate::harness::{Browser, Kind, LEFT, Page, Site, View};
use raaderum::chart::qr::Qr;
use raaderum::questions::team::found;
use raaderum::scenario::code::{self, Sent};
use raaderum::scenario::{Scenario, digits, link};
use serde_json::{Value, json};
use std::path::Path;

const BASE: &str = "v=1&place=silkeborg";
const CASELOAD: &str = "caseload.activity_ready";
const ENTER: char = '\u{E007}';
const CONTROL: char = '\u{E009}';

fn scenario(link: &str) -> Scenario {
    link::read(link).scenario
}

/// What a team has made of the base; every third has moved a second lever.
fn plan(team: u8) -> Scenario {
    let second = if team.is_multiple_of(3) { "&rule=ceiling" } else { "" };
    scenario(&format!("{BASE}&caseload.activity_ready={}{second}", 30 + 2 * team))
}

fn code_of(team: u8) -> String {
    code::write(&scenario(BASE), &plan(team), Some(team))
}

/// Empties the field, and types.
fn type_code(page: &Page, text: &str) {
    page.run("document.getElementById('team-typed').focus()", json!([]));
    if field(page) != "" {
        page.chord(&[CONTROL, 'a']);
    }
    page.keys(text);
    page.keys(&ENTER.to_string());
}

fn field(page: &Page) -> Value {
    page.run("return document.getElementById('team-typed').value", json!([]))
}

fn rows(page: &Page) -> u64 {
    let body = "return document.querySelectorAll('[data-team-row]:not([data-team-row=base])').length";
    page.run(body, json!([])).as_u64().unwrap_or_default()
}

fn codes(page: &Page) -> Vec<String> {
    let body = "return [...document.querySelectorAll('td.teams-code')].map(e => e.textContent)";
    serde_json::from_value(page.run(body, json!([]))).expect("texts")
}

/// Nothing is complained of, but for the first visit's module, which these pages do without.
fn quiet(page: &Page) {
    let told: Vec<String> =
        page.console().into_iter().filter(|line| !line.contains("preloaded using link preload")).collect();
    assert_eq!(told, [""; 0]);
}

fn room<'a>(browser: &'a Browser, site: &Site, hash: &str) -> Page<'a> {
    let page = Page::visit(browser, site, hash);
    page.wait_for("the room is there", || page.exists("#team-typed"));
    page
}

fn add(page: &Page, text: &str) {
    let before = rows(page);
    type_code(page, text);
    page.wait_for("the team is in the table", || rows(page) == before + 1);
}

/// What the table says a row comes to, as the model natively has it.
fn is_right(page: &Page, row: usize, plan: &Scenario) {
    let found = found(&scenario(BASE), plan);
    for (figure, value) in
        [("jobs", found.jobs.0), ("net", found.net.0), ("chance", found.chance.unwrap_or(1.0))]
    {
        let selector = format!("[data-team-row='{row}'] [data-team-figure='{figure}']");
        page.wait_for("it is computed", || page.exists(&selector));
        let shown = page.run("return document.querySelector(arguments[0]).dataset.value", json!([selector]));
        assert_eq!(shown, digits::write(value), "{figure} of row {row}");
    }
}

fn the_room_gathers_twelve_teams(browser: &Browser) {
    let site = Site::start("/");
    let page = room(browser, &site, &format!("{BASE}&page=team"));
    for team in 1..=4 {
        add(&page, &code_of(team));
    }
    // Mistyped: said, and still in the field.
    let mut wrong: Vec<char> = code_of(5).chars().collect();
    wrong[7] = if wrong[7] == '7' { '8' } else { '7' };
    let wrong: String = wrong.into_iter().collect();
    type_code(&page, &wrong);
    page.wait_for("it is said", || page.text("[data-team-wrong]").contains("Koden passer ikke"));
    assert!(page.text("[data-team-wrong]").contains("tegn nr. 7"), "{}", page.text("[data-team-wrong]"));
    assert_eq!((field(&page), rows(&page)), (json!(wrong), 4));
    add(&page, &code_of(5).to_lowercase().replace('-', " "));
    assert_eq!((page.text("[data-team-wrong]"), field(&page)), (String::new(), json!("")));
    add(&page, &code_of(6));

    // Team three a second time, with another plan: asked, kept beside, taken back, put in the first one's place.
    let second = code::write(&scenario(BASE), &plan(20), Some(3));
    type_code(&page, &second);
    page.wait_for("it is asked", || page.exists("[data-team-asked]"));
    assert_eq!((field(&page), rows(&page)), (json!(second), 6));
    page.click("[data-team-answer='both']");
    page.wait_for("both are there", || rows(&page) == 7);
    page.click("[data-team-undo]");
    page.wait_for("that is taken back", || rows(&page) == 6);
    assert_eq!(codes(&page)[2], code_of(3), "the first plan of team three is as it was");
    type_code(&page, &second);
    page.wait_for("it is asked again", || page.exists("[data-team-asked]"));
    page.click("[data-team-answer='replace']");
    page.wait_for("it has its place", || codes(&page)[2] == second);
    type_code(&page, &second);
    page.wait_for("it is there already", || page.text("[data-team-wrong]").contains("allerede"));

    for team in 7..=12 {
        add(&page, &code_of(team));
    }
    type_code(&page, &code::write(&scenario(BASE), &plan(33), None));
    page.wait_for("there is no thirteenth", || page.text("[data-team-wrong]").contains("tolv hold"));
    let plans: Vec<Scenario> = (1..=12).map(|team| if team == 3 { plan(20) } else { plan(team) }).collect();
    shows(&page, &plans);
    let page = room(browser, &site, &format!("{BASE}&page=team"));
    shows(&page, &plans);

    page.click("[data-team-clear]");
    page.wait_for("all are gone", || rows(&page) == 0);
    page.click("[data-team-undo]");
    page.wait_for("all are back", || rows(&page) == 12);
    page.click("[data-language='en']");
    page.wait_for("the room speaks English", || page.text("[data-team-row='0']").contains("Remove"));
    type_code(&page, "ABC");
    page.wait_for("and says so", || page.text("[data-team-wrong]").contains("too short"));
    quiet(&page);
}

/// Table, chart and spread of twelve teams.
fn shows(page: &Page, plans: &[Scenario]) {
    page.wait_for("all are computed", || page.exists(".teams[data-known='13']"));
    assert_eq!(rows(page), 12);
    for (row, plan) in plans.iter().enumerate() {
        is_right(page, row, plan);
    }
    page.run("document.querySelector('[data-chart=teams] details').open = true", json!([]));
    page.wait_for("the chart's table is open", || page.exists("[data-figure='teams.12']"));
    for (row, plan) in plans.iter().enumerate() {
        let shown: f64 = page.figure(&format!("teams.{row}")).parse().expect("a number");
        assert_eq!(shown, found(&scenario(BASE), plan).net.0 / 1e6);
    }
    let net = page.canvas_pixels("teams");
    page.click("[data-team-measure='jobs']");
    page.wait_for("another picture", || page.canvas_pixels("teams") != net);
    page.click("[data-team-measure='net']");
    let spread = page.text(&format!("[data-spread='{CASELOAD}']")).replace('\u{a0}', " ");
    // 32 … 54, but for the third, which stands at 70: the middle two are 44 and 46.
    for told in ["32", "45", "70", "12 af 12"] {
        assert!(spread.contains(told), "{told}: {spread}");
    }
    let rule = page.text("[data-spread='rule']");
    assert!(rule.contains("3 af 12") && rule.contains("Loft som i dag: 3"), "{rule}");
}

fn a_phone_moves_levers_and_shows_a_code(browser: &Browser) {
    let site = Site::start("/");
    let page = Page::open(browser, &site, &format!("{BASE}&team-levers={CASELOAD},rule&page=team"));
    if browser.kind == Kind::Chromium {
        page.size([360, 740]);
    }
    assert!(!page.exists("input[data-lever='horizon']"), "only what the facilitator chose");
    let before = page.text("[data-team-code]");
    page.press(CASELOAD, LEFT, 5);
    page.wait_for("the code follows", || page.text("[data-team-code]") != before);
    let rule = "input[data-lever='rule'][value='ceiling']";
    // Under the code at the foot of the screen nothing can be clicked.
    page.run("document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })", json!([rule]));
    page.click(rule);
    page.click("#team-number option:nth-child(5)");
    let read = || code::read(&scenario(BASE), &page.text("[data-team-code]"));
    page.wait_for("the code says which team it is", || read().is_ok_and(|sent| sent.team == Some(4)));
    let stands = digits::write(page.lever(CASELOAD));
    let moved = scenario(&format!("{BASE}&{CASELOAD}={stands}&rule=ceiling"));
    assert_eq!(read(), Ok(Sent { team: Some(4), scenario: moved }));
    assert_ne!(stands, "70");

    let code = page.text("[data-team-code]");
    let picture = page.run("const e = document.querySelector('[data-qr]'); return [e.dataset.qr, e.querySelector('path').getAttribute('d')]", json!([]));
    assert_eq!(picture, json!([code, Qr::of(&code).expect("a code").path()]));
    page.wait_for("the address follows", || page.hash().contains(&code));
    let hash = page.hash();
    let page = Page::open(browser, &site, &hash);
    assert_eq!(page.text("[data-team-code]"), code, "after a reload");
    page.run("document.querySelector('[data-team-back]').scrollIntoView({ block: 'center' })", json!([]));
    page.click("[data-team-back]");
    page.wait_for("back to where all began", || page.lever(CASELOAD) == 70.0);
    quiet(&page);
}

macro_rules! in_every_browser {
    ($journeys:tt: $($browser:ident $kind:ident),*) => {
        $(mod $browser { in_every_browser!(@ $kind $journeys); })*
    };
    (@ $kind:ident [$($journey:ident),* $(,)?]) => {
        $(#[test] fn $journey() { super::hold(super::Kind::$kind, super::$journey); })*
    };
}

in_every_browser! {
    [the_room_gathers_twelve_teams, a_phone_moves_levers_and_shows_a_code]:
        chromium Chromium, firefox Firefox, webkit WebKit
}

fn hold(kind: Kind, journey: fn(&Browser)) {
    if kind.is_asked_for() {
        journey(&Browser::of(kind));
    }
}

#[test]
fn the_code_and_the_lever_in_hand_are_seen_together_on_a_phone() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, &format!("{BASE}&team-levers=main&page=team&lang=en"));
    page.size([360, 740]);
    let body = "const code = document.querySelector('[data-team-code]'), bar = code.closest('.team-bar').getBoundingClientRect();
        const out = [];
        for (const e of document.querySelectorAll('.team-levers input')) {
            e.focus();
            const box = e.getBoundingClientRect();
            const seen = document.querySelector('.team-bar').getBoundingClientRect();
            if (box.bottom > seen.top + 1 || seen.bottom > innerHeight + 1) out.push(e.dataset.lever ?? e.id);
        }
        return [parseFloat(getComputedStyle(code).fontSize), document.documentElement.scrollWidth, bar.height, out]";
    let seen = page.run(body, json!([]));
    assert!(seen[0].as_f64() >= Some(32.0), "very large: {seen}");
    assert!(seen[1].as_f64() <= Some(360.0) && seen[2].as_f64() < Some(200.0), "{seen}");
    assert_eq!(seen[3], json!([]));
}

#[test]
fn a_phone_works_on_when_the_network_is_gone() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::open(&browser, &site, &format!("{BASE}&team-levers=main&page=team"));
    drop(site);
    browser.devtools("Network.enable", json!({}));
    let nothing = json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 });
    browser.devtools("Network.emulateNetworkConditions", nothing);
    let before = page.text("[data-team-code]");
    page.press(CASELOAD, LEFT, 10);
    page.wait_for("the code follows", || page.text("[data-team-code]") != before);
    page.wait_for("the figures, too", || page.figure("net") != "0");
    page.wait_for("and the address", || page.hash().contains("team-code="));
}

#[test]
fn what_the_room_is_to_see_first_no_phone_tells() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = Page::visit(&browser, &site, &format!("{BASE}&team-levers=main&team-hide=1&page=team"));
    page.wait_for("the phone is there", || page.exists("[data-team-hidden]"));
    let before = page.text("[data-team-code]");
    page.press(CASELOAD, LEFT, 10);
    page.wait_for("the code follows", || page.text("[data-team-code]") != before);
    page.wait_for("and the address", || page.hash().contains("team-code="));
    assert!(!page.exists("[data-figure], [data-sentence], canvas"));
    assert_eq!(page.run("return document.querySelector('[aria-live]').textContent", json!([])), "");
}

#[test]
fn the_room_shows_a_link_that_a_phone_can_open() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = room(&browser, &site, &format!("{BASE}&rule=ceiling&room=1.5&page=team&lang=en"));
    page.run("document.querySelectorAll('.teams-chosen details').forEach(e => e.open = true)", json!([]));
    page.click("[data-teams-hide]");
    page.click(&format!("[data-teams-lever='{CASELOAD}']"));
    let shown = || {
        page.run("return document.querySelector('[data-qr]').dataset.qr", json!([]))
            .as_str()
            .unwrap_or_default()
            .to_owned()
    };
    page.wait_for("the link says it", || {
        shown().contains(&format!("team-levers={CASELOAD}")) && shown().contains("team-hide=1")
    });
    let address = shown();
    assert!(address.starts_with(&site.address()), "{address}");
    page.size([1920, 1080]);
    let (_, hash) = address.split_once('#').expect("a fragment");
    let phone = Page::visit(&browser, &site, hash);
    phone.wait_for("the phone is there", || phone.exists("html[lang='en'] [data-team-hidden]"));
    assert_eq!(
        phone.run("return document.querySelectorAll('.team-levers input[type=range]').length", json!([])),
        1
    );
    // What was chosen is still chosen.
    let page = room(&browser, &site, &format!("{BASE}&rule=ceiling&room=1.5&page=team&lang=en"));
    assert_eq!(page.run("return document.querySelector('[data-qr]').dataset.qr", json!([])), address);
}

#[test]
fn no_rule_of_accessibility_is_broken_in_a_room_full_of_teams() {
    let (axe, site, browser) = (axe(), Site::start("/"), Browser::start());
    for (language, theme) in [("da", "light"), ("en", "dark")] {
        let page = room(&browser, &site, &format!("{BASE}&lang={language}&theme={theme}&page=team"));
        if rows(&page) == 0 {
            (1..=11).for_each(|team| add(&page, &code_of(team)));
        }
        page.wait_for("all are computed", || page.exists(".teams[data-known='12']"));
        type_code(&page, &code::write(&scenario(BASE), &plan(20), Some(3)));
        page.wait_for("something is asked", || page.exists("[data-team-asked]"));
        for width in [360, 1280, 1920] {
            page.size([width, 900]);
            assert_eq!(violations(&page, &axe), [""; 0], "{language} {theme} {width}");
            let wide = page.run("return document.documentElement.scrollWidth", json!([]));
            assert!(wide.as_u64() <= Some(width.into()), "{wide} at {width}");
        }
    }
}

#[test]
fn every_question_has_its_own_codes() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let page = room(&browser, &site, &format!("{BASE}&page=team"));
    add(&page, &code_of(1));
    add(&page, &code_of(2));
    let page = room(&browser, &site, "v=1&place=typical&page=team");
    assert_eq!(rows(&page), 0);
    type_code(&page, &code_of(2));
    page.wait_for("it is told", || page.text("[data-team-wrong]").contains("andet udgangspunkt"));
    page.click("[data-teams-elsewhere]");
    page.wait_for("they are back", || rows(&page) == 2);
    quiet(&page);
}

#[test]
fn a_browser_that_keeps_nothing_gathers_teams_all_the_same() {
    let refuse = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })";
    let (site, browser) = (Site::with_script(refuse), Browser::start());
    let page = room(&browser, &site, &format!("{BASE}&page=team"));
    add(&page, &code_of(1));
    page.wait_for("it says so", || page.text("[data-unkept]").contains("kan ikke gemme"));
    add(&page, &code_of(2));
    quiet(&page);
}

/// A camera that sees a grey wall, and a reader that finds what the test has put into it.
const CAMERA: &str = "window.BarcodeDetector = class { async detect() { return window.seen ? [{ rawValue: window.seen }] : [] } };
    Object.defineProperty(navigator, 'mediaDevices', { value: { async getUserMedia() {
        const stream = document.createElement('canvas').captureStream();
        window.streams = [...(window.streams ?? []), stream];
        return stream } } })";

#[test]
fn a_code_is_read_with_the_camera_where_the_browser_can() {
    let browser = Browser::start();
    let site = Site::with_script(CAMERA);
    let page = room(&browser, &site, &format!("{BASE}&page=team"));
    page.click("[data-team-scan]");
    page.wait_for("the camera is open", || {
        page.exists("video:not([hidden])") && page.run("return window.streams?.length", json!([])) == 1
    });
    page.run("window.seen = arguments[0]", json!([code_of(8)]));
    page.wait_for("the team is in the table", || rows(&page) == 1);
    page.wait_for("the camera is closed", || {
        page.run("return window.streams[0].getTracks()[0].readyState", json!([])) == "ended"
    });
    assert_eq!(codes(&page), [code_of(8)]);
    quiet(&page);
    // Headless Chromium on this system has no reader of its own.
    let site = Site::with_script("delete window.BarcodeDetector");
    let page = room(&browser, &site, &format!("{BASE}&page=team"));
    assert!(page.exists(".teams-scan[hidden]"));
}

#[test]
#[ignore = "makes pictures for people: target/pictures"]
fn pictures_of_teams() {
    let (site, browser) = (Site::start("/"), Browser::start());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    for (theme, language) in [("light", "da"), ("dark", "en")] {
        let page = Page::open(
            &browser,
            &site,
            &format!("{BASE}&caseload.activity_ready=45&team-levers={CASELOAD},rule&page=team"),
        );
        page.look(&View { size: [360, 740], density: 2.0, theme, language });
        page.press(CASELOAD, LEFT, 5);
        page.wait_for("it rests", || page.hash().contains("team-code="));
        page.screenshot(&folder.join(format!("team-360-{theme}-{language}.png")));
    }
    for (size, theme, language) in [
        ([1920, 1080], "light", "da"),
        ([1920, 1080], "dark", "en"),
        ([1280, 800], "light", "en"),
        ([360, 740], "dark", "da"),
    ] {
        let page = room(&browser, &site, "page=team");
        page.run("localStorage.clear()", json!([]));
        page.size(size);
        let page = room(&browser, &site, &format!("{BASE}&page=team"));
        page.look(&View { size, density: 1.0, theme, language });
        for team in 1..=12 {
            add(&page, &code_of(team));
        }
        type_code(&page, "42TN-AAAA");
        page.wait_for("all are computed", || page.exists(".teams[data-known='13']"));
        page.wait_frame();
        page.screenshot(&folder.join(format!("teams-{}-{theme}-{language}.png", size[0])));
    }
}
