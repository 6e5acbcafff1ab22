//! Teams: a phone's code, and the room that gathers twelve of them.

mod alone;

use crate::accessible::{axe, violations};
use crate::everywhere::hold;
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
        [("jobs", Some(found.jobs.0)), ("net", Some(found.net.0)), ("chance", found.chance)]
    {
        let selector = format!("[data-team-row='{row}'] [data-team-figure='{figure}']");
        page.wait_for("it is computed", || page.exists(&selector));
        let shown = page.run("return document.querySelector(arguments[0]).dataset.value", json!([selector]));
        // A plan that does nothing has no chance, and so the cell has no value.
        assert_eq!(shown.as_str(), value.map(digits::write).as_deref(), "{figure} of row {row}");
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

everywhere! {
    [the_room_gathers_twelve_teams, a_phone_moves_levers_and_shows_a_code]:
        chromium Chromium, firefox Firefox, webkit WebKit
}
